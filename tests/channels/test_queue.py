"""Who is served next, by whom, and what waiting customers are promised and told."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from channels.message_center.handoffs import hand_over
from channels.message_center.models import Thread
from channels.message_center.promises import HIGH
from channels.message_center.staff import Agent, Team
from tests.channels.support import Office
from tests.tools.support import ANNA, ERIK
from tools.context import Language, Principal
from tools.results import HandoffReason

OLLI, INGRID = Principal("person", "olli"), Principal("person", "ingrid")
# A Monday, so that customer service is open; the demo data's day is the Sunday before.
MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def office(office: Office) -> Office:
    """The message center on a Monday morning."""
    office.clock.advance(MONDAY - office.clock.now())
    return office


async def waiting(
    office: Office,
    principal: Principal = ANNA,
    reason: HandoffReason = "asked_for_person",
    language: Language = "en",
) -> str:
    """A thread that waits for a person."""
    thread_id = await office.thread(principal, language)
    async with office.sessions.begin() as session:
        thread = await session.get_one(Thread, thread_id)
        await hand_over(session, thread, reason, office.clock.now())
    return thread_id


async def change(office: Office, kind: type[Agent] | type[Team], key: str, **values: object) -> None:
    async with office.sessions.begin() as session:
        row = await session.get_one(kind, key)
        for name, value in values.items():
            setattr(row, name, value)


async def lose(office: Office, agent_id: str) -> None:
    """Let an agent's console have been silent for a minute."""
    async with office.sessions.begin() as session:
        await session.execute(
            text("UPDATE agent SET seen_at = now() - interval '1 minute' WHERE id = :id"), {"id": agent_id}
        )


async def claims(office: Office, agent_id: str) -> list[str | None]:
    """Everything that an agent can take, in the order in which it comes."""
    agent = await office.agent(agent_id)
    taken: list[str | None] = []
    while thread := await office.desk.claim_next(agent):
        taken.append(thread)
    return taken


class TestNext:
    async def test_is_the_most_urgent_then_the_oldest(self, office: Office) -> None:
        plain, older = await waiting(office), await waiting(office, OLLI)
        hardship = await waiting(office, reason="hardship")
        fraud = await waiting(office, reason="fraud")
        assert await claims(office, "aino") == [fraud, hardship, plain, older]

    async def test_is_for_the_agents_team_language_country_and_biller(self, office: Office) -> None:
        finnish, swedish = await waiting(office, language="fi"), await waiting(office, ERIK, language="sv")
        assert await claims(office, "lars") == [swedish]
        await change(office, Agent, "aino", languages=["sv"])
        assert await claims(office, "aino") == []
        await change(office, Agent, "aino", languages=["fi"], countries=["SE"])
        assert await claims(office, "aino") == []
        await change(office, Agent, "aino", countries=["FI"], billers=["somebody else's"])
        await self._about(office, finnish, biller="a biller")
        assert await claims(office, "aino") == []
        await change(office, Agent, "aino", billers=["a biller"])
        assert await claims(office, "aino") == [finnish]

    @staticmethod
    async def _about(office: Office, thread_id: str, biller: str) -> None:
        async with office.sessions.begin() as session:
            (await session.get_one(Thread, thread_id)).biller = biller

    async def test_is_given_to_one_agent_only_however_many_ask(self, office: Office) -> None:
        threads = [await waiting(office) for _ in range(6)]
        agents = [await office.agent(name) for name in ("aino", "maria") for _ in range(5)]
        taken = await asyncio.gather(*(office.desk.claim_next(agent) for agent in agents))
        assert sorted(thread for thread in taken if thread) == sorted(threads)

    async def test_by_hand_may_be_one_that_suits_somebody_else(self, office: Office) -> None:
        swedish = await waiting(office, ERIK, language="nb")
        await office.desk.claim(await office.agent("aino"), swedish)
        assert (await office.row(swedish)).handler == "agent:aino"

    async def test_place_counts_those_before_in_the_same_team(self, office: Office) -> None:
        await office.shifts.arrive("aino")
        await waiting(office, ERIK)
        first, second = await waiting(office), await waiting(office, OLLI)
        places = [await office.center.place(*who) for who in ((ANNA, first), (OLLI, second))]
        assert [place and place["position"] for place in places] == [1, 2]
        await waiting(office, reason="fraud")
        moved = await office.center.place(OLLI, second)
        assert moved is not None
        assert moved["position"] == 3
        assert moved["text"] == (
            "You are number 3 in the queue. Customer service is open now. "
            "You will usually have an answer by today at 15:00."
        )


class TestLeavingTheQueue:
    async def test_brings_the_assistant_back(self, office: Office) -> None:
        thread = await waiting(office, reason="hardship")
        await office.center.leave_queue(ANNA, thread)
        row = await office.row(thread)
        assert (row.handler, row.priority, row.waiting_since, row.promised_at) == ("assistant", 0, None, None)
        assert (await office.events(thread))[-1].payload["status"] == "left_queue"
        await office.talk(thread, "what can you do?")
        assert (await office.replies(thread))[-1] == "You said: what can you do?"

    async def test_changes_nothing_once_a_person_is_there(self, office: Office) -> None:
        thread = await office.held_by("aino")
        await office.center.leave_queue(ANNA, thread)
        assert (await office.row(thread)).handler == "agent:aino"


class TestPromises:
    async def test_are_made_in_service_time_and_kept_by_an_answer(self, office: Office) -> None:
        office.clock.advance(timedelta(hours=5, minutes=30))  # half past four in Helsinki, half an hour before closing
        thread = await office.held_by("aino")
        row = await office.row(thread)
        assert row.promised_at is not None
        assert row.promised_at.isoformat(timespec="minutes") == "2026-11-24T09:30+00:00"
        await office.desk.post(await office.agent(), thread, "one", "I am looking into it")
        assert (await office.row(thread)).promised_at is None

    async def test_warn_before_they_break_and_move_the_thread_forward(self, office: Office) -> None:
        thread = await waiting(office)
        office.clock.advance(timedelta(minutes=140))
        await office.sweeps.run()
        assert (await office.row(thread)).priority == 0
        office.clock.advance(timedelta(minutes=5))
        await office.sweeps.run()
        await office.sweeps.run()
        assert (await office.row(thread)).priority == HIGH
        assert await self._statuses(office, thread) == ["promise_warning"]
        office.clock.advance(timedelta(hours=2))
        await office.sweeps.run()
        await office.sweeps.run()
        assert await self._statuses(office, thread) == ["promise_warning", "promise_broken"]
        place = await office.center.place(ANNA, thread)
        assert place is not None
        assert "longer than we promised" in place["text"]

    async def test_begin_anew_when_the_customer_writes_to_a_person(self, office: Office) -> None:
        thread = await office.held_by("aino")
        await office.desk.post(await office.agent(), thread, "one", "What do you mean?")
        office.clock.advance(timedelta(hours=1))
        await office.say(thread, "this")
        row = await office.row(thread)
        assert row.waiting_since is not None
        assert row.promised_at == row.waiting_since + timedelta(hours=4)

    @staticmethod
    async def _statuses(office: Office, thread: str) -> list[str]:
        return [e.payload["status"] for e in await office.events(thread) if e.kind == "status"]


class TestPush:
    @pytest.fixture
    async def pushing(self, office: Office) -> Office:
        await change(office, Team, "finland", mode="push")
        return office

    async def test_gives_a_thread_to_whoever_has_least_to_do(self, pushing: Office) -> None:
        office = pushing
        await office.shifts.arrive("aino")
        await office.shifts.arrive("maria")
        holders = []
        for _ in range(4):
            thread = await waiting(office)
            holders.append((await office.row(thread)).handler)
        assert sorted(holders) == ["agent:aino", "agent:aino", "agent:maria", "agent:maria"]

    async def test_waits_for_somebody_suitable_with_room(self, pushing: Office) -> None:
        office = pushing
        await change(office, Agent, "aino", capacity=1)
        first, second = await waiting(office, language="fi"), await waiting(office, language="fi")
        assert (await office.row(first)).handler == "queue"
        await office.shifts.arrive("aino")
        assert [(await office.row(thread)).handler for thread in (first, second)] == ["agent:aino", "queue"]
        await office.desk.close(await office.agent("aino"), first, "solved")
        assert (await office.row(second)).handler == "agent:aino"

    async def test_gives_nothing_to_who_is_away(self, pushing: Office) -> None:
        office = pushing
        await office.shifts.arrive("aino")
        await office.shifts.choose("aino", "away")
        thread = await waiting(office)
        assert (await office.row(thread)).handler == "queue"
        await office.shifts.choose("aino", "online")
        assert (await office.row(thread)).handler == "agent:aino"


class TestALostAgent:
    async def test_counts_as_away_and_unanswered_threads_go_back_to_their_place(self, office: Office) -> None:
        await office.shifts.arrive("aino")
        lost = await waiting(office)
        await office.desk.claim(await office.agent(), lost)
        answered = await office.held_by("aino", OLLI)
        await office.desk.post(await office.agent(), answered, "one", "Here you are")
        later = await waiting(office, OLLI)
        await lose(office, "aino")
        await office.shifts.look()
        await office.shifts.look()
        assert (await office.row(lost)).handler == "queue"
        assert (await office.row(answered)).handler == "agent:aino"
        assert [thread.id for thread in (await office.floor()).queue] == [lost, later]
        told = [event.payload for event in await office.events(lost) if event.kind == "status"]
        assert [payload["status"] for payload in told] == ["returned"]
        assert "Aino Laine is no longer available" in told[0]["text"]
        assert [c.presence for c in (await office.floor()).staff if c.agent.id == "aino"] == ["away"]

    async def test_who_goes_offline_leaves_what_waits_to_others(self, office: Office) -> None:
        await office.shifts.arrive("aino")
        thread = await waiting(office)
        await office.desk.claim(await office.agent(), thread)
        await office.shifts.choose("aino", "offline")
        assert (await office.row(thread)).handler == "queue"

    async def test_customers_hear_once_that_nobody_is_left(self, office: Office) -> None:
        await office.shifts.arrive("aino")
        thread = await waiting(office)
        await lose(office, "aino")
        await office.shifts.look()
        await office.shifts.look()
        notices = [event.payload for event in await office.events(thread) if event.kind == "notice"]
        assert [notice["state"] for notice in notices] == ["unattended"]
        assert notices[0]["text"].startswith("Nobody in customer service is available right now.")

    async def test_customers_hear_that_the_day_is_over(self, office: Office) -> None:
        await office.shifts.arrive("aino")
        thread = await waiting(office)
        office.clock.advance(timedelta(hours=8))
        await office.shifts.look()
        office.clock.advance(timedelta(hours=12))
        await office.shifts.look()
        await office.shifts.look()
        notices = [event.payload for event in await office.events(thread) if event.kind == "notice"]
        assert [notice["state"] for notice in notices] == ["closed"]
        assert notices[0]["text"] == (
            "We could not answer you before closing, and we are sorry. Your place in the queue is kept. "
            "Customer service is closed now and opens Tuesday 24 November at 8:00. "
            "You will usually have an answer by Tuesday 24 November at 12:00."
        )
