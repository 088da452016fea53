"""A turn writes one reply for all that was said, or none; whatever the model does, the customer is told the truth."""

from __future__ import annotations

import asyncio

import pytest
from langchain_core.messages import AIMessage

from assistant.models.scripted import ScriptedChatModel
from channels.errors import ThreadNotFound
from tests.channels.support import HeldModel, Office, Playbook, failing, tool_call
from tests.tools.support import ANNA, day


@pytest.fixture
def model() -> HeldModel:
    """A model that waits until it is released."""
    return HeldModel(script=Playbook())


class TestAnswers:
    async def test_a_message_is_answered_once(self, office: Office) -> None:
        thread = await office.thread()
        await office.talk(thread, "tell me about sauna")
        assert await office.kinds(thread) == ["customer message", "assistant message"]
        assert await office.replies(thread) == ["You said: tell me about sauna"]
        row = await office.row(thread)
        assert (row.answered_seq, row.awaits_assistant) == (1, False)

    async def test_a_burst_gets_one_reply_to_all_of_it(self, office: Office) -> None:
        thread = await office.thread()
        for words in ("first", "second", "third"):
            await office.say(thread, words)
        await office.turn().take(thread)
        assert await office.replies(thread) == ["You said: first\nsecond\nthird"]

    async def test_a_turn_without_debt_does_nothing(self, office: Office) -> None:
        thread = await office.thread()
        assert await office.turn().take(thread) is None
        await office.talk(thread, "hello there")
        before = await office.picture()
        assert await office.turn().take(thread) is None
        assert await office.picture() == before

    async def test_concurrent_turns_write_one_reply(self, office: Office) -> None:
        thread = await office.thread()
        await office.say(thread, "hello there")
        await asyncio.gather(*(office.turn().take(thread) for _ in range(5)))
        assert len(await office.replies(thread)) == 1

    async def test_a_turn_of_no_thread_is_an_error(self, office: Office) -> None:
        with pytest.raises(ThreadNotFound):
            await office.turn().take("nowhere")

    async def test_the_replys_language_becomes_the_threads(self, office: Office) -> None:
        thread = await office.thread()
        await office.talk(thread, "Hei, haluaisin tietää paljonko minulla on maksamattomia laskuja teille")
        assert (await office.row(thread)).language == "fi"


class TestMeanwhile:
    async def test_a_reply_is_discarded_when_the_customer_went_on_and_the_next_answers_both(
        self, office: Office, model: HeldModel
    ) -> None:
        thread = await office.thread()
        await office.say(thread, "first")
        turn = asyncio.create_task(office.turn(model).take(thread))
        await model.asked.wait()
        await office.say(thread, "second")
        model.released.set()
        assert await turn is None
        assert await office.replies(thread) == []
        assert (await office.row(thread)).awaits_assistant
        await office.turn().take(thread)
        assert await office.replies(thread) == ["You said: first\nsecond"]

    async def test_a_reply_is_discarded_when_a_person_claimed(self, office: Office, model: HeldModel) -> None:
        thread = await office.thread()
        await office.say(thread, "first")
        turn = asyncio.create_task(office.turn(model).take(thread))
        await model.asked.wait()
        await office.center.request_person(ANNA, thread)
        await office.desk.claim(await office.agent(), thread)
        model.released.set()
        assert await turn is None
        assert await office.kinds(thread) == ["customer message", "system handoff", "system claimed"]

    async def test_a_reply_is_discarded_when_the_customer_asked_for_a_person(
        self, office: Office, model: HeldModel
    ) -> None:
        thread = await office.thread()
        await office.say(thread, "first")
        turn = asyncio.create_task(office.turn(model).take(thread))
        await model.asked.wait()
        await office.center.request_person(ANNA, thread)
        model.released.set()
        assert await turn is None
        assert await office.replies(thread) == []
        assert (await office.row(thread)).handler == "queue"

    async def test_a_late_failure_hands_nothing_over_once_a_person_is_there(self, office: Office) -> None:
        model = HeldModel(script=failing)
        thread = await office.thread()
        await office.say(thread, "first")
        turn = asyncio.create_task(office.turn(model).take(thread))
        await model.asked.wait()
        await office.center.request_person(ANNA, thread)
        model.released.set()
        assert await turn is None
        assert (await office.kinds(thread)).count("system handoff") == 1


class TestAFailingModel:
    @pytest.mark.parametrize("way", ["raises", "too slow"])
    async def test_brings_a_person_and_says_so(self, office: Office, model: HeldModel, way: str) -> None:
        thread = await office.thread()
        await office.say(thread, "my radiator is cold")
        turn = office.turn(ScriptedChatModel(script=failing)) if way == "raises" else office.turn(model, 0.05)
        await turn.take(thread)
        row, event = await office.row(thread), (await office.events(thread))[-1]
        assert (row.handler, row.reason, row.answered_seq) == ("queue", "assistant_unavailable", 1)
        assert (event.kind, event.payload["reason"]) == ("handoff", "assistant_unavailable")
        assert event.payload["text"].startswith("I am sorry, I cannot answer right now")
        assert await office.replies(thread) == []
        assert row.brief is not None
        assert row.brief["goal"] == "my radiator is cold"

    async def test_is_told_in_the_customers_language(self, office: Office) -> None:
        thread = await office.thread(language="sv")
        await office.say(thread, "Kan ni hjälpa mig med en sak som gäller min räkning")
        await office.turn(ScriptedChatModel(script=failing)).take(thread)
        english = "I cannot answer"
        assert english not in (await office.events(thread))[-1].payload["text"]

    async def test_leaves_no_card_that_could_be_confirmed(self, office: Office) -> None:
        def proposes_then_fails(messages: list[object]) -> AIMessage:
            return tool_call("postpone_due_date", invoice="1001", new_date=day(18).isoformat())

        thread = await office.thread()
        await office.talk(thread, f"postpone 1001 to {day(16)}")
        await office.say(thread, "rather something else")
        await office.turn(ScriptedChatModel(script=failing)).take(thread)
        assert await office.statuses(thread) == ["superseded"]
        assert "system proposal_closed" in await office.kinds(thread)

    @pytest.mark.parametrize("words", ["fine\x00", "fine\ud800", "\x00"])
    async def test_that_says_what_cannot_be_stored_is_still_answered(self, office: Office, words: str) -> None:
        thread = await office.thread()
        await office.say(thread, "tell me something")
        await office.turn(ScriptedChatModel(script=lambda _: AIMessage(words))).take(thread)
        assert not (await office.row(thread)).awaits_assistant

    async def test_that_gives_a_goal_that_cannot_be_stored_still_hands_over(self, office: Office) -> None:
        thread = await office.thread()
        await office.say(thread, "tell me something")
        goal = tool_call("hand_off", reason="dispute", goal="all\x00 wrong\ud800")
        await office.turn(ScriptedChatModel(script=lambda _: goal)).take(thread)
        assert (await office.row(thread)).handler == "queue"

    async def test_that_asks_about_an_invoice_that_cannot_be_stored_is_still_answered(self, office: Office) -> None:
        thread = await office.thread()
        await office.say(thread, "tell me something")

        def script(messages: list[object]) -> AIMessage:
            return tool_call("postpone_due_date", invoice="10\x0001") if len(messages) == 2 else AIMessage("")

        await office.turn(ScriptedChatModel(script=script)).take(thread)
        assert not (await office.row(thread)).awaits_assistant

    async def test_that_wants_a_tool_which_does_not_exist_is_still_answered(self, office: Office) -> None:
        thread = await office.thread()
        await office.say(thread, "tell me something")

        def script(messages: list[object]) -> AIMessage:
            return tool_call("delete_everything", sure=True) if len(messages) == 2 else AIMessage("")

        await office.turn(ScriptedChatModel(script=script)).take(thread)
        assert len(await office.replies(thread)) == 1

    async def test_that_never_stops_calling_tools_is_stopped(self, office: Office) -> None:
        thread = await office.thread()
        await office.say(thread, "tell me something")
        await office.turn(ScriptedChatModel(script=lambda _: tool_call("list_invoices"))).take(thread)
        assert not (await office.row(thread)).awaits_assistant
        assert len(await office.events(thread)) == 2
