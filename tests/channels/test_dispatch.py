"""Stepping in, transfers, putting aside, tags, duplicates, handing back with a note, and how it was."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import col, select

from assistant.models.scripted import ScriptedChatModel
from channels.errors import AlreadyClaimed, BadInput, NotYours, ThreadNotFound
from channels.message_center.promises import URGENT
from channels.message_center.records import Rating, Review
from channels.message_center.staff import AgentAction
from tests.channels.support import Office, Playbook
from tests.tools.support import ANNA, ERIK
from tools.context import Principal


async def ratings(office: Office, thread: str) -> dict[str, tuple[int, str, str | None]]:
    async with office.sessions() as session:
        rows = await session.scalars(select(Rating).where(col(Rating.thread_id) == thread))
        return {row.part: (row.score, row.words, row.agent_id) for row in rows}


async def last(office: Office, thread: str, kind: str) -> dict[str, object]:
    return [event.payload for event in await office.events(thread) if event.kind == kind][-1]


class TestTransfer:
    async def test_to_a_colleague_is_told_to_the_customer_and_noted_inside(self, office: Office) -> None:
        thread = await office.held_by("aino")
        await office.dispatch.transfer(await office.agent(), thread, agent_id="lars", note="Speaks Swedish")
        assert (await office.row(thread)).handler == "agent:lars"
        assert "Lars Berg" in str((await last(office, thread, "transferred"))["text"])
        note = [event for event in await office.events(thread) if event.kind == "note"][-1]
        assert (note.audience, note.payload["text"], note.author_name) == ("internal", "Speaks Swedish", "Aino Laine")
        seen_by_customer = (await office.center.read(ANNA, thread)).events
        assert "note" not in [event.kind for event in seen_by_customer]

    async def test_what_was_answered_before_stays_said_when_it_is_sent_again(self, office: Office) -> None:
        thread, aino = await office.held_by("aino"), await office.agent()
        answer = await office.desk.post(aino, thread, "one", "I pass you on.")
        await office.dispatch.transfer(aino, thread, agent_id="lars")
        assert (await office.desk.post(aino, thread, "one", "I pass you on.")).seq == answer.seq

    async def test_to_a_team_waits_in_its_queue(self, office: Office) -> None:
        thread = await office.held_by("aino")
        await office.dispatch.transfer(await office.agent(), thread, team_id="scandinavia")
        row = await office.row(thread)
        assert (row.handler, row.team_id) == ("queue", "scandinavia")
        assert row.waiting_since is not None
        assert await office.desk.claim_next(await office.agent("lars")) == thread

    @pytest.mark.parametrize("where", [{}, {"agent_id": "nobody"}, {"agent_id": "aino"}, {"team_id": "none"}])
    async def test_to_nobody_is_refused_and_changes_nothing(self, office: Office, where: dict[str, str]) -> None:
        thread = await office.held_by("aino")
        before = await office.picture()
        with pytest.raises(BadInput):
            await office.dispatch.transfer(await office.agent(), thread, note="lost?", **where)
        assert await office.picture() == before

    async def test_by_somebody_else_is_refused(self, office: Office) -> None:
        with pytest.raises(NotYours):
            await office.dispatch.transfer(await office.agent("lars"), await office.held_by("aino"), agent_id="maria")


class TestSnoozing:
    async def test_ends_at_its_time(self, office: Office) -> None:
        thread, aino = await office.held_by("aino"), await office.agent()
        await office.dispatch.snooze(aino, thread, office.clock.now() + timedelta(hours=1))
        await office.sweeps.run()
        assert (await office.row(thread)).snoozed_until is not None
        office.clock.advance(timedelta(hours=1))
        await office.sweeps.run()
        assert (await office.row(thread)).snoozed_until is None
        assert (await last(office, thread, "status"))["status"] == "woken"

    async def test_ends_when_the_customer_writes(self, office: Office) -> None:
        thread, aino = await office.held_by("aino"), await office.agent()
        await office.dispatch.snooze(aino, thread, office.clock.now() + timedelta(days=1))
        await office.say(thread, "I have found the receipt")
        assert (await office.row(thread)).snoozed_until is None

    async def test_until_the_past_is_refused(self, office: Office) -> None:
        thread, aino = await office.held_by("aino"), await office.agent()
        with pytest.raises(BadInput):
            await office.dispatch.snooze(aino, thread, office.clock.now() - timedelta(hours=1))


class TestTags:
    async def test_are_kept_in_order_and_unknown_ones_refused(self, office: Office) -> None:
        thread, aino = await office.thread(), await office.agent()
        await office.dispatch.set_tags(aino, thread, ["refund", "fees"])
        assert (await office.row(thread)).tags == ["fees", "refund"]
        with pytest.raises(BadInput, match="unknown tag"):
            await office.dispatch.set_tags(aino, thread, ["gossip"])
        with pytest.raises(ThreadNotFound):
            await office.dispatch.set_tags(aino, "nowhere", ["fees"])


class TestMerging:
    async def test_closes_the_duplicate_and_goes_on_in_the_other(self, office: Office) -> None:
        duplicate, into = await office.held_by("aino"), await office.thread()
        await office.say(duplicate, "My heating bill is wrong")
        await office.dispatch.merge(await office.agent(), duplicate, into)
        old, new = await office.row(duplicate), await office.row(into)
        assert (old.status, old.merged_into, new.handler) == ("closed", into, "agent:aino")
        assert "My heating bill is wrong" in str((await last(office, into, "note"))["text"])

    async def test_of_another_customers_thread_is_refused(self, office: Office) -> None:
        duplicate, foreign = await office.held_by("aino"), await office.thread(ERIK)
        with pytest.raises(BadInput):
            await office.dispatch.merge(await office.agent(), duplicate, foreign)

    async def test_into_a_colleagues_thread_is_refused(self, office: Office) -> None:
        duplicate, theirs = await office.held_by("aino"), await office.held_by("lars")
        with pytest.raises(NotYours):
            await office.dispatch.merge(await office.agent(), duplicate, theirs)


class TestHandingBack:
    async def test_tells_the_assistant_in_a_line_what_was_before(self, office: Office) -> None:
        thread, aino = await office.held_by("aino"), await office.agent()
        await office.desk.post(aino, thread, "one", "I have checked the meter reading with the biller")
        await office.desk.hand_back(aino, thread, "Meter checked; the invoice stands")
        await office.say(thread, "and what about the other one?")
        playbook = Playbook()
        await office.turn(ScriptedChatModel(script=playbook)).take(thread)
        assert "A person (Asked for a person) answered: Aino Laine." in playbook.words()
        assert "Meter checked" not in playbook.words()
        assert "meter reading with the biller" not in playbook.words()


class TestRating:
    async def talked_with_both(self, office: Office) -> str:
        """A closed conversation that the assistant and Aino have taken part in."""
        thread = await office.thread()
        await office.talk(thread, "what is this?")
        await office.center.request_person(ANNA, thread)
        await office.desk.claim(await office.agent(), thread)
        await office.desk.post(await office.agent(), thread, "one", "It is your heating")
        await office.desk.close(await office.agent(), thread, "solved")
        return thread

    async def test_is_asked_once_for_everybody_who_answered(self, office: Office) -> None:
        thread = await self.talked_with_both(office)
        asked = [event.payload for event in await office.events(thread) if event.kind == "rating_request"]
        assert [payload["parts"] for payload in asked] == [
            [{"part": "assistant", "name": "AI assistant"}, {"part": "people", "name": "Aino Laine"}]
        ]

    async def test_is_kept_apart_with_who_had_answered(self, office: Office) -> None:
        thread = await self.talked_with_both(office)
        await office.ratings.rate(ANNA, thread, "people", 5)
        await office.ratings.rate(ANNA, thread, "people", 5, "Thank you!")
        await office.ratings.rate(ANNA, thread, "assistant", 4)
        assert await ratings(office, thread) == {"people": (5, "Thank you!", "aino"), "assistant": (4, "", None)}

    async def test_that_is_bad_is_put_before_a_supervisor_once(self, office: Office) -> None:
        thread = await self.talked_with_both(office)
        await office.ratings.rate(ANNA, thread, "assistant", 1)
        await office.ratings.rate(ANNA, thread, "assistant", 1, "It did not understand me")
        async with office.sessions() as session:
            causes = [review.cause for review in await session.scalars(select(Review))]
        assert causes == ["rating"]

    async def test_is_refused_to_others_and_where_nobody_asked(self, office: Office) -> None:
        thread = await self.talked_with_both(office)
        with pytest.raises(ThreadNotFound):
            await office.ratings.rate(ERIK, thread, "people", 1)
        with pytest.raises(BadInput):
            await office.ratings.rate(ANNA, thread, "people", 6)
        with pytest.raises(BadInput):
            await office.ratings.rate(ANNA, await office.thread(), "assistant", 3)

    async def test_is_asked_of_who_falls_silent_after_the_assistants_answer(self, office: Office) -> None:
        thread = await office.thread()
        await office.talk(thread, "what is this?")
        await office.sweeps.run()
        assert "system rating_request" not in await office.kinds(thread)
        office.clock.advance(timedelta(minutes=11))
        await office.sweeps.run()
        await office.sweeps.run()
        assert (await office.kinds(thread)).count("system rating_request") == 1
        await office.talk(thread, "one more thing")
        assert (await office.replies(thread))[-1] == "You said: one more thing"

    async def test_is_not_asked_of_who_sent_nonsense(self, office: Office) -> None:
        thread = await office.held_by("aino", Principal("person", "olli"))
        await office.desk.post(await office.agent(), thread, "one", "?")
        await office.desk.close(await office.agent(), thread, "spam")
        assert "system rating_request" not in await office.kinds(thread)


class TestSteppingIn:
    async def test_takes_the_conversation_from_the_assistant(self, office: Office) -> None:
        thread = await office.thread()
        await office.say(thread, "postpone 1001 to 2026-12-10")
        await office.turn().take(thread)
        await office.desk.step_in(await office.agent(), thread)
        assert (await office.row(thread)).handler == "agent:aino"
        assert await office.statuses(thread) == ["superseded"]
        claimed = (await office.events(thread))[-1]
        assert (claimed.kind, claimed.payload["stepped_in"]) == ("claimed", True)

    async def test_makes_a_turn_under_way_come_to_nothing(self, office: Office) -> None:
        thread = await office.thread()
        await office.say(thread, "hello there")
        state = await office.log.read_turn(thread)
        assert state is not None
        await office.desk.step_in(await office.agent(), thread)
        await office.turn().take(thread)
        assert await office.replies(thread) == []

    async def test_lets_a_supervisor_relieve_a_colleague(self, office: Office) -> None:
        thread = await office.held_by("aino")
        await office.desk.step_in(await office.agent("maria"), thread)
        assert (await office.row(thread)).handler == "agent:maria"
        with pytest.raises(NotYours):
            await office.desk.post(await office.agent("aino"), thread, "one", "I am back")

    async def test_is_refused_where_a_person_is_already(self, office: Office) -> None:
        with pytest.raises(AlreadyClaimed):
            await office.desk.step_in(await office.agent("lars"), await office.held_by("aino"))


class TestSupervisors:
    async def test_get_what_was_escalated_and_nobody_else_does(self, office: Office) -> None:
        thread = await office.held_by("aino")
        await office.dispatch.escalate(await office.agent(), thread, "The customer asks for a supervisor")
        row = await office.row(thread)
        assert (row.handler, row.for_supervisor, row.priority) == ("queue", True, URGENT)
        assert await office.desk.claim_next(await office.agent("aino")) is None
        with pytest.raises(NotYours):
            await office.desk.claim(await office.agent("aino"), thread)
        assert await office.desk.claim_next(await office.agent("maria")) == thread


class TestAudit:
    async def test_knows_who_saw_and_did_what(self, office: Office) -> None:
        thread, aino = await office.held_by("aino"), await office.agent()
        await office.desk.open(aino, thread)
        await office.dispatch.set_tags(aino, thread, ["fees"])
        await office.desk.close(aino, thread, "solved")
        async with office.sessions() as session:
            query = select(AgentAction).where(col(AgentAction.thread_id) == thread).order_by(col(AgentAction.id))
            actions = [(entry.agent_id, entry.action) for entry in await session.scalars(query)]
        assert actions == [("aino", "claimed"), ("aino", "opened"), ("aino", "tagged"), ("aino", "closed")]
