"""Turns are recorded, what went wrong comes to a supervisor, and what should have happened becomes a scenario."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest
from langchain_core.messages import AIMessage, BaseMessage
from sqlmodel import col, select

from assistant.agent import Agent
from assistant.models.scripted import ScriptedChatModel
from assistant.turn import Turn
from channels.errors import BadInput, EntryNotFound
from channels.message_center.records import Rating, Review, TurnRecord
from channels.message_center.reviews import note_review
from channels.message_center.staff import AgentAction
from channels.supervisor.reviews import Expected, Judgement, Reviews, ReviewView
from channels.supervisor.scenarios import scenarios_of_reviews
from evals.__main__ import Scenario, load_scenarios
from tests.channels.support import Office, Playbook, failing
from tests.tools.support import ANNA, COMPANY, OLLI, Library
from tools.context import Principal
from tools.notices import Notices


def boasting(messages: list[BaseMessage]) -> AIMessage:
    """A model that claims what it cannot do."""
    return AIMessage("I have moved your due date to 15 December.")


async def boast(office: Office, words: str = "tell me about sauna", who: Principal = ANNA) -> str:
    """A conversation in which a safeguard has replaced a model's words."""
    thread = await office.thread(who)
    await office.say(thread, words, who)
    await office.turn(ScriptedChatModel(script=boasting)).take(thread)
    return thread


async def records(office: Office, thread: str) -> list[TurnRecord]:
    async with office.sessions() as session:
        query = select(TurnRecord).where(col(TurnRecord.thread_id) == thread).order_by(col(TurnRecord.seq))
        return list(await session.scalars(query))


async def queued(office: Office) -> list[tuple[str, str]]:
    """Threads and causes of all reviews."""
    async with office.sessions() as session:
        return [(each.thread_id, each.cause) for each in await session.scalars(select(Review).order_by(col(Review.id)))]


@pytest.fixture
def reviews(office: Office) -> Reviews:
    return Reviews(office.sessions, office.clock)


async def opened(reviews: Reviews) -> ReviewView:
    """The first review in the queue."""
    [line, *_] = (await reviews.list(done=False)).reviews
    return await reviews.read("maria", line.id)


class TestTurnRecords:
    async def test_keep_which_tools_answered_and_where(self, office: Office) -> None:
        thread = await office.thread()
        await office.talk(thread, "hello there")
        await office.talk(thread, "postpone 1001 to 2026-12-10")
        first, second = await records(office, thread)
        assert (first.seq, first.tools, first.replaced, first.failed) == (2, [], None, False)
        assert (second.tools, second.seq) == (["postpone_due_date"], (await office.row(thread)).last_seq)

    async def test_keep_why_words_were_replaced(self, office: Office) -> None:
        thread = await boast(office)
        [record] = await records(office, thread)
        assert (record.replaced, record.failed) == ("claims an action", False)
        assert "moved" not in (await office.replies(thread))[0]

    async def test_keep_that_models_failed(self, office: Office) -> None:
        thread = await office.thread()
        await office.say(thread, "tell me about sauna")
        await office.turn(ScriptedChatModel(script=failing)).take(thread)
        [record] = await records(office, thread)
        assert (record.failed, record.replaced) == (True, None)

    async def test_keep_that_one_model_failed_though_another_answered(self, office: Office) -> None:
        thread = await office.thread()
        await office.say(thread, "tell me about sauna")
        both = Agent(ScriptedChatModel(script=failing), ScriptedChatModel(script=Playbook()))
        library, notices = cast(Any, Library()), Notices(office.sessions)
        turn = Turn(both, office.log, office.ledger, office.payments, library, notices, office.clock, 30)
        await turn.take(thread)
        assert await office.replies(thread) == ["You said: tell me about sauna"]
        [record] = await records(office, thread)
        assert record.failed

    async def test_of_discarded_replies_do_not_exist(self, office: Office) -> None:
        thread = await office.thread()
        await office.say(thread, "hello there")
        await office.center.request_person(ANNA, thread)
        await office.turn().take(thread)
        assert await records(office, thread) == []


class TestTheQueue:
    async def test_a_replaced_reply_comes_into_it_once(self, office: Office) -> None:
        thread = await boast(office)
        await office.say(thread, "and about winter swimming")
        await office.turn(ScriptedChatModel(script=boasting)).take(thread)
        assert await queued(office) == [(thread, "gate")]

    async def test_what_was_looked_at_comes_again_for_a_new_cause(self, office: Office, reviews: Reviews) -> None:
        thread = await boast(office)
        await reviews.judge("maria", (await opened(reviews)).id, Judgement(done=True))
        async with office.sessions.begin() as session:
            await note_review(session, thread, "rating", office.clock.now())
        assert await queued(office) == [(thread, "gate"), (thread, "rating")]
        assert [line.cause for line in (await reviews.list(done=False)).reviews] == ["rating"]

    async def test_shows_what_was_said_what_was_called_and_how_it_was_rated(
        self, office: Office, reviews: Reviews
    ) -> None:
        thread = await boast(office)
        async with office.sessions.begin() as session:
            session.add(Rating(thread_id=thread, part="assistant", score=1, words="no", at=office.clock.now()))
        shown = await opened(reviews)
        assert [(said.author, said.markable, said.replaced) for said in shown.conversation] == [
            ("customer", True, None),
            ("assistant", False, "claims an action"),
        ]
        assert [(rating.part, rating.score) for rating in shown.ratings] == [("assistant", 1)]
        async with office.sessions() as session:
            [action] = await session.scalars(select(AgentAction))
        assert (action.agent_id, action.action, action.thread_id) == ("maria", "opened", thread)


class TestJudging:
    async def test_keeps_what_should_have_happened(self, office: Office, reviews: Reviews) -> None:
        await boast(office)
        review = await opened(reviews)
        judgement = Judgement(expected=[Expected(seq=1, tools=["search_knowledge"])], comment="Known", done=True)
        judged = await reviews.judge("maria", review.id, judgement)
        assert (judged.by, judged.comment, judged.expected) == ("Maria Holm", "Known", judgement.expected)
        assert judged.done_at is not None
        assert (await reviews.list(done=False)).total == 0
        assert [line.id for line in (await reviews.list(done=True)).reviews] == [review.id]
        await reviews.judge("maria", review.id, Judgement())
        assert (await reviews.list(done=False)).total == 1

    @pytest.mark.parametrize(
        "expected",
        [
            [Expected(seq=2)],
            [Expected(seq=1, tools=["fly_to_the_moon"])],
            [Expected(seq=1, tools=["get_balance"], reason="dispute")],
            [Expected(seq=1), Expected(seq=1)],
        ],
    )
    async def test_refuses_what_cannot_have_happened(
        self, office: Office, reviews: Reviews, expected: list[Expected]
    ) -> None:
        await boast(office)
        with pytest.raises(BadInput):
            await reviews.judge("maria", (await opened(reviews)).id, Judgement(expected=expected))

    async def test_messages_to_people_are_not_the_assistants_to_answer(self, office: Office, reviews: Reviews) -> None:
        thread = await boast(office)
        await office.center.request_person(ANNA, thread)
        await office.say(thread, "are you there")
        agent = await office.agent()
        await office.desk.claim(agent, thread)
        await office.desk.hand_back(agent, thread)
        await office.say(thread, "and now you again")
        marked = [said.text for said in (await opened(reviews)).conversation if said.markable]
        assert marked == ["tell me about sauna", "and now you again"]

    async def test_a_review_that_does_not_exist_is_told(self, reviews: Reviews) -> None:
        with pytest.raises(EntryNotFound):
            await reviews.read("maria", 4711)


class TestScenarios:
    async def exported(self, office: Office, tmp_path: Path) -> tuple[str, list[Scenario]]:
        """The file, and what the runner's loader reads in it."""
        async with office.sessions() as session:
            written = await scenarios_of_reviews(session, office.clock)
        (tmp_path / "reviews.yaml").write_text(written, encoding="utf-8")
        return written, load_scenarios(tmp_path)

    async def test_are_empty_without_reviews(self, office: Office, tmp_path: Path) -> None:
        assert (await self.exported(office, tmp_path))[1] == []

    async def test_are_played_by_somebody_of_the_demo(self, office: Office, reviews: Reviews, tmp_path: Path) -> None:
        thread = await boast(office, "Olen Olli Korhonen, 131052-308T. Lasku 4001 on maksettu!", OLLI)
        await office.say(thread, "Vastatkaa ollik@mail.example, asun osoitteessa Puistotie 22.", OLLI)
        await office.turn(ScriptedChatModel(script=boasting)).take(thread)
        await office.say(thread, "Haloo?", OLLI)
        seqs = [said.seq for said in (await opened(reviews)).conversation if said.markable]
        judgement = Judgement(
            expected=[Expected(seq=seqs[1], tools=[], reason="data_protection", says="")],
            comment="Korhonen wanted a person",
            done=True,
        )
        await reviews.judge("maria", (await opened(reviews)).id, judgement)
        written, [scenario] = await self.exported(office, tmp_path)
        assert scenario.who == "anna"
        first, second = scenario.steps
        assert (first.any_tools, first.say) == (True, "Olen Anna Virtanen, [national id]. Lasku 1001 on maksettu!")
        assert second.say == "Vastatkaa anna@customer.example, asun osoitteessa [address]."
        assert (second.tools, second.handler, second.reason) == (["hand_off"], "queue", "data_protection")
        for personal in ("Korhonen", "Olli", "ollik", "Puistotie", "131052", "4001"):
            assert personal not in written

    async def test_of_a_company_are_played_by_a_company(self, office: Office, reviews: Reviews, tmp_path: Path) -> None:
        await boast(office, "Onko lasku 9001 maksettu? T. Kahvila Aamu Oy", COMPANY)
        judgement = Judgement(expected=[Expected(seq=1, tools=["get_invoice"], says="43")], done=True)
        await reviews.judge("maria", (await opened(reviews)).id, judgement)
        _, [scenario] = await self.exported(office, tmp_path)
        assert scenario.who == "MR-7040-9001"
        assert [(step.tools, step.says) for step in scenario.steps] == [(["get_invoice"], "43")]

    async def test_of_reviews_that_are_not_done_are_not_written(
        self, office: Office, reviews: Reviews, tmp_path: Path
    ) -> None:
        await boast(office)
        judgement = Judgement(expected=[Expected(seq=1, tools=["search_knowledge"])])
        await reviews.judge("maria", (await opened(reviews)).id, judgement)
        assert (await self.exported(office, tmp_path))[1] == []
