"""Probe."""

from __future__ import annotations

import asyncio
import json
import random
import time
from datetime import datetime, timedelta, UTC
from typing import Any

import pytest
from sqlalchemy import text

from channels.errors import ChannelError
from channels.message_center.models import Thread
from tests.channels.conftest import Visitors
from tests.channels.console import Consoles
from tests.channels.support import Office
from tests.tools.support import ANNA, ERIK
from tools.context import Principal
from tools.ledger.errors import LedgerError
from sqlalchemy.exc import SQLAlchemyError

OLLI, INGRID = Principal("person", "olli"), Principal("person", "ingrid")

@pytest.fixture
def office(office: Office) -> Office:
    office.clock.advance(datetime(2026, 11, 23, 9, tzinfo=UTC) - office.clock.now())
    return office


def wrong(rows, logs, now):
    found = []
    for t in rows:
        if [e.seq for e in logs[t.id]] != list(range(1, t.last_seq + 1)):
            found.append((t.id, "gaps"))
        if (t.queued_at is not None) != (t.handler == "queue" and t.status == "open"):
            found.append((t.id, "queued_at", t.handler, t.status))
        if t.status == "closed" and (t.waiting_since or t.snoozed_until):
            found.append((t.id, "closed waits", t.waiting_since, t.snoozed_until))
        if (t.promised_at is None) != (t.waiting_since is None):
            found.append((t.id, "promise"))
        if t.waiting_since is None and (t.warn_at or t.breached_at):
            found.append((t.id, "warn"))
        if t.handler == "queue" and t.status == "open" and t.waiting_since is None:
            found.append((t.id, "in the queue without a promise"))
        if t.handler == "assistant" and t.waiting_since:
            found.append((t.id, "assistant holds, people promised"))
        if t.handler.startswith("agent") and t.status == "open":
            last = [e for e in logs[t.id] if e.kind == "message" and e.author_kind in ("customer", "agent")]
            if last and last[-1].author_kind == "customer" and t.waiting_since is None:
                found.append((t.id, "held, customer waits, no promise", [(e.author_kind,e.kind) for e in logs[t.id]][-8:]))
        held = None
        for e in logs[t.id]:
            if e.kind == "claimed":
                if held:
                    found.append((t.id, "claimed twice", [(x.seq,x.kind, x.payload.get("status")) for x in logs[t.id]]))
                held = True
            elif e.kind in ("handoff", "handed_back", "transferred", "closed") or e.payload.get("status") in ("returned", "escalated", "left_queue", "merged"):
                if e.payload.get("status") == "merged" or e.kind == "closed":
                    if any(x.seq > e.seq and x.kind == "claimed" for x in logs[t.id]):
                        found.append((t.id, "claimed after close"))
                held = None
    return found


@pytest.mark.parametrize("seed", range(3))
async def test_random(office: Office, seed: int) -> None:
    rnd = random.Random(seed)
    agents = [await office.agent(i) for i in ("aino", "lars", "maria")]
    async with office.sessions.begin() as s:
        await s.execute(text("UPDATE team SET mode='push' WHERE id='scandinavia'"))
        await s.execute(text("UPDATE agent SET seen_at=now()"))
        print((await s.execute(text("select id, languages, team_ids, capacity from agent"))).all())
    people = {}
    for p in (ANNA, ERIK, OLLI, INGRID):
        for _ in range(3):
            people[await office.thread(p)] = p
    turn = office.turn()
    d, x, c = office.desk, office.dispatch, office.center
    errors = []
    n = 0

    async def act():
        nonlocal n
        n += 1
        t = rnd.choice(list(people)); p = people[t]; a = rnd.choice(agents)
        others = [o for o in people if people[o] == p]
        which = rnd.choice([
            lambda: office.say(t, f"words {n}", p), lambda: office.say(t, f"words {n}", p), lambda: turn.take(t), lambda: c.request_person(p, t),
            lambda: c.leave_queue(p, t), lambda: d.claim(a, t), lambda: d.claim_next(a), lambda: d.step_in(a, t),
            lambda: d.post(a, t, f"a{n}", "answer"), lambda: d.note(a, t, f"n{n}", "note"), lambda: d.hand_back(a, t),
            lambda: d.close(a, t, "solved") if rnd.random() < .15 else c.request_person(p, t),
            lambda: x.transfer(a, t, agent_id=rnd.choice(agents).id), lambda: x.transfer(a, t, team_id="scandinavia"),
            lambda: x.escalate(a, t), lambda: x.snooze(a, t, office.clock.now() + timedelta(minutes=rnd.randint(1, 30))),
            lambda: x.set_priority(a, t, rnd.randint(0, 2)), lambda: x.merge(a, t, rnd.choice(others)) if rnd.random() < .3 else d.claim_next(a),
            lambda: x.mark_read(a, t, 3), lambda: office.shifts.choose(a.id, rnd.choice(["online", "away", "offline", "online"])),
            lambda: office.shifts.arrive(a.id), lambda: office.shifts.look(), lambda: office.sweeps.run(),
            lambda: c.expire_cards(), lambda: c.mark_read(p, t, 2), lambda: office.ratings.rate(p, t, "people", rnd.randint(1, 5)),
        ])
        try:
            await which()
        except (ChannelError, LedgerError):
            pass
        except Exception as e:
            errors.append(repr(e)[:300])

    async def worker():
        end = time.monotonic() + 6
        while time.monotonic() < end:
            await act()
            if rnd.random() < 0.02:
                office.clock.advance(timedelta(minutes=20))
                people_ = rnd.choice([ANNA, ERIK, OLLI, INGRID])
                people[await office.thread(people_)] = people_
            if rnd.random() < 0.01:
                async with office.sessions.begin() as s:
                    await s.execute(text("UPDATE agent SET seen_at = now() - interval '1 minute' WHERE id = :i"), {"i": rnd.choice(agents).id})

    await asyncio.gather(*(worker() for _ in range(12)))
    print("acts", n)
    rows = [await office.row(t) for t in people]
    logs = {t: await office.events(t) for t in people}
    bad = wrong(rows, logs, None)
    from collections import Counter
    print(Counter(b[1] for b in bad)); 
    seen = set()
    for b in bad:
        if b[1] not in seen:
            seen.add(b[1]); print(b)
    print("errors", Counter(errors))
    assert not errors and not bad
