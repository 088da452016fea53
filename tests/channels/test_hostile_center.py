"""The message center against people who are in a hurry, absent-minded or hostile."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlmodel import col, select

from assistant.models.scripted import ScriptedChatModel
from channels.errors import BadInput, ChannelError, NotYours, TooManyMessages
from channels.message_center.models import Thread, ThreadEvent
from channels.message_center.staff import AgentAction
from tests.channels.support import Office, Playbook
from tests.tools.support import ANNA, ERIK
from tools.context import Principal
from tools.ledger.errors import LedgerError

OLLI, INGRID = Principal("person", "olli"), Principal("person", "ingrid")
STAFF = ("aino", "lars", "maria")
MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
# What may lie between two people's taking of one thread.
PARTS = ("handoff", "handed_back", "transferred")
PARTS_BY_STATUS = ("returned", "escalated", "left_queue")


@pytest.fixture
def office(office: Office) -> Office:
    """The message center on a Monday morning."""
    office.clock.advance(MONDAY - office.clock.now())
    return office


async def sql(office: Office, words: str, **values: object) -> None:
    async with office.sessions.begin() as session:
        await session.execute(text(words), values)


async def lose(office: Office, agent_id: str) -> None:
    """Let an agent's console have been silent for a minute."""
    await sql(office, "UPDATE agent SET seen_at = now() - interval '1 minute' WHERE id = :id", id=agent_id)


def wrong_state(thread: Thread) -> list[str]:
    """What contradicts itself in where a thread stands."""
    queued = thread.handler == "queue" and thread.status == "open"
    rules = {
        "queued_at is set in the queue only": (thread.queued_at is not None) == queued,
        "who is closed waits for nothing": thread.status == "open"
        or not (thread.waiting_since or thread.snoozed_until),
        "who waits was promised": (thread.promised_at is None) == (thread.waiting_since is None),
        "who does not wait has no timer": bool(thread.waiting_since) or not (thread.warn_at or thread.breached_at),
        "who is in the queue waits": not queued or thread.waiting_since is not None,
        "who has the assistant waits for no person": thread.handler != "assistant" or thread.waiting_since is None,
    }
    return [rule for rule, kept in rules.items() if not kept]


def wrong_log(thread: Thread, log: list[ThreadEvent]) -> list[str]:
    """What cannot have happened in this order."""
    found = [] if [event.seq for event in log] == [*range(1, thread.last_seq + 1)] else ["gaps"]
    held = ended = False
    for event in log:
        if event.kind == "claimed":
            # A supervisor may relieve a colleague.
            found += ["taken twice"] * (held and event.payload["agent"] != "Maria Holm")
            found += ["taken after the end"] * ended
            held = True
        elif event.kind in PARTS or event.payload.get("status") in PARTS_BY_STATUS:
            held = False
        ended = ended or event.kind == "closed" or event.payload.get("status") == "merged"
    said = [event.author_kind for event in log if event.kind == "message" and event.author_kind != "assistant"]
    by_person = thread.agent_id is not None and thread.status == "open"
    if by_person and said[-1:] == ["customer"] and thread.waiting_since is None:
        found.append("the customer waits for a person, and nothing was promised")
    return found


class Crowd:
    """Agents and customers who do whatever comes to their minds, all at once."""

    def __init__(self, office: Office, seed: int) -> None:
        self.office, self.random = office, random.Random(seed)
        self.threads: dict[str, Principal] = {}
        self.done, self.turn = 0, office.turn()

    async def begin(self, principal: Principal) -> None:
        self.threads[await self.office.thread(principal)] = principal

    async def act(self) -> None:
        office, pick = self.office, self.random.choice
        self.done += 1
        thread, agent, number = pick([*self.threads]), await office.agent(pick(STAFF)), self.done
        who = self.threads[thread]
        same = [each for each, principal in self.threads.items() if principal == who]
        desk, move, center, soon = office.desk, office.dispatch, office.center, timedelta(minutes=5)
        often: list[Callable[[], Awaitable[object]]] = [
            lambda: office.say(thread, f"words {number}", who),
            lambda: self.turn.take(thread),
            lambda: center.request_person(who, thread),
            lambda: desk.claim(agent, thread),
            lambda: desk.claim_next(agent),
            lambda: desk.post(agent, thread, f"answer {number}", "an answer"),
        ]
        seldom: list[Callable[[], Awaitable[object]]] = [
            lambda: center.leave_queue(who, thread),
            lambda: desk.step_in(agent, thread),
            lambda: desk.hand_back(agent, thread, "a note"),
            lambda: desk.close(agent, thread, "solved"),
            lambda: move.transfer(agent, thread, agent_id=pick(STAFF)),
            lambda: move.transfer(agent, thread, team_id=pick(["finland", "scandinavia"])),
            lambda: move.escalate(agent, thread),
            lambda: move.snooze(agent, thread, office.clock.now() + soon),
            lambda: move.merge(agent, thread, pick(same)),
            lambda: move.set_priority(agent, thread, pick([0, 1, 2])),
            lambda: office.shifts.choose(agent.id, pick(["online", "online", "away", "offline"])),
            lambda: office.shifts.arrive(agent.id),
            lambda: office.shifts.look(),
            lambda: office.sweeps.run(),
            lambda: lose(office, agent.id),
            lambda: office.ratings.rate(who, thread, "people", pick([1, 5])),
            lambda: self.begin(who),
        ]
        await pick(often * 3 + seldom)()

    async def go_on(self, until: float) -> None:
        while time.monotonic() < until:
            try:
                await self.act()
            except (ChannelError, LedgerError):
                continue
            if self.done % 50 == 0:
                self.office.clock.advance(timedelta(minutes=20))


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
async def test_whatever_happens_at_once_nothing_contradicts_itself(office: Office, seed: int) -> None:
    await sql(office, "UPDATE team SET mode = 'push' WHERE id = 'scandinavia'")
    await sql(office, "UPDATE agent SET seen_at = now()")
    crowd = Crowd(office, seed)
    for principal in (ANNA, ERIK, OLLI, INGRID) * 2:
        await crowd.begin(principal)
    await office.talk(next(iter(crowd.threads)), "the first turn takes a while")
    until = time.monotonic() + 4
    await asyncio.wait_for(asyncio.gather(*(crowd.go_on(until) for _ in range(12))), 20)
    assert crowd.done > 50
    rows = {thread: await office.row(thread) for thread in crowd.threads}
    found = {thread: [*wrong_state(row), *wrong_log(row, await office.events(thread))] for thread, row in rows.items()}
    assert not {thread: wrong for thread, wrong in found.items() if wrong}


class TestNobodyIsForgotten:
    async def test_who_writes_to_an_agent_who_has_gone_comes_back_to_the_queue(self, office: Office) -> None:
        thread, aino = await office.held_by("aino"), await office.agent()
        await office.desk.post(aino, thread, "one", "an answer")
        await lose(office, "aino")
        await office.shifts.look()
        assert (await office.row(thread)).handler == "agent:aino"
        office.clock.advance(timedelta(days=1))
        await office.say(thread, "one more thing")
        await office.shifts.look()
        assert (await office.row(thread)).handler == "queue"

    async def test_what_is_given_to_somebody_who_is_not_there_comes_back_to_the_queue(self, office: Office) -> None:
        await lose(office, "lars")
        await office.shifts.look()
        thread = await office.held_by("aino")
        await office.dispatch.transfer(await office.agent(), thread, agent_id="lars")
        await office.shifts.look()
        assert (await office.row(thread)).handler == "queue"

    async def test_nothing_is_given_to_who_is_offline(self, office: Office) -> None:
        thread = await office.held_by("aino")
        await office.shifts.choose("lars", "offline")
        with pytest.raises(BadInput, match="offline"):
            await office.dispatch.transfer(await office.agent(), thread, agent_id="lars")

    async def test_what_the_customer_writes_to_who_is_offline_at_an_open_console_waits_in_the_queue(
        self, office: Office
    ) -> None:
        thread, aino = await office.held_by("aino"), await office.agent()
        await office.desk.post(aino, thread, "one", "an answer")
        await office.shifts.choose("aino", "offline")
        taken = await office.held_by("aino", OLLI)
        await office.say(thread, "one more thing")
        await office.shifts.arrive("aino")
        await office.shifts.look()
        assert ((await office.row(thread)).handler, (await office.row(taken)).handler) == ("queue", "agent:aino")

    async def test_the_assistant_answers_what_nobody_has_when_it_gets_a_thread_back(self, office: Office) -> None:
        thread, aino = await office.held_by("aino"), await office.agent()
        await office.desk.post(aino, thread, "one", "words of a person")
        await office.say(thread, "and when is it due?")
        await office.desk.hand_back(aino, thread)
        await sql(office, "UPDATE thread SET owed_since = now() - interval '1 minute'")
        book = Playbook()
        await office.turn(ScriptedChatModel(script=book)).take(thread)
        assert await office.replies(thread) == ["You said: and when is it due?"]
        assert "words of a person" not in book.words()

    async def test_a_merged_thread_takes_its_wait_along(self, office: Office) -> None:
        into, aino = await office.held_by("aino"), await office.agent()
        await office.desk.post(aino, into, "one", "an answer")
        duplicate = await office.thread()
        await office.center.request_person(ANNA, duplicate)
        await office.dispatch.merge(aino, duplicate, into)
        assert (await office.row(into)).promised_at is not None
        assert not wrong_state(await office.row(duplicate))

    async def test_what_a_supervisor_passes_on_is_for_everybody_again(self, office: Office) -> None:
        thread, maria = await office.held_by("aino"), await office.agent("maria")
        await office.dispatch.escalate(await office.agent(), thread)
        await office.desk.claim(maria, thread)
        await office.dispatch.transfer(maria, thread, team_id="finland")
        assert await office.desk.claim_next(await office.agent("aino")) == thread


class TestWhoMayWhat:
    async def test_an_agent_does_not_get_a_supervisors_thread_by_merging(self, office: Office) -> None:
        aino, other, mine = await office.agent(), await office.held_by("aino"), await office.held_by("aino")
        await office.dispatch.escalate(aino, other)
        for duplicate, into in ((mine, other), (other, mine)):
            with pytest.raises(NotYours):
                await office.dispatch.merge(aino, duplicate, into)

    async def test_nobody_acts_in_a_colleagues_thread(self, office: Office) -> None:
        thread, lars, desk, move = (
            await office.held_by("aino"),
            await office.agent("lars"),
            office.desk,
            office.dispatch,
        )
        before, soon = await office.kinds(thread), office.clock.now() + timedelta(hours=1)
        for attempt in (
            desk.post(lars, thread, "one", "hello"),
            *(refused(lars, thread) for refused in (desk.close, desk.hand_back, move.escalate)),
            move.snooze(lars, thread, soon),
            move.merge(lars, thread, await office.thread()),
        ):
            with pytest.raises(NotYours):
                await attempt
        assert await office.kinds(thread) == before

    async def test_every_first_reading_is_noted(self, office: Office) -> None:
        thread, aino = await office.held_by("lars"), await office.agent()
        for _ in range(2):
            await office.desk.history(aino, thread, 100)
            await office.desk.open(aino, thread, after=1)
        async with office.sessions() as session:
            noted = await session.scalars(select(AgentAction).where(col(AgentAction.action) == "opened"))
            assert [(action.agent_id, action.thread_id) for action in noted] == [("aino", thread)]

    async def test_a_rating_cannot_be_changed_for_ever(self, office: Office) -> None:
        thread, aino = await office.held_by("aino"), await office.agent()
        await office.say(thread, "hello")
        await office.desk.post(aino, thread, "one", "an answer")
        await office.desk.close(aino, thread)
        for number in range(20):
            await office.ratings.rate(ANNA, thread, "people", 1 + number % 5)
        with pytest.raises(TooManyMessages):
            await office.ratings.rate(ANNA, thread, "people", 5, "once more")
