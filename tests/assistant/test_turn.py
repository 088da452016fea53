"""Whole turns on a real ledger and message center, with a model that plays a script."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, ToolMessage

from assistant.models.scripted import ScriptedChatModel
from assistant.replies.catalogue import say
from knowledge.formats import plain_spaces
from tests.assistant.conftest import Converse, call
from tests.assistant.support import Library, day
from tests.conftest import TODAY
from tools.context import Language, Principal
from tools.ledger.service import LedgerService
from tools.ledger.terms import PostponementTerms

ANNA = Principal("person", "anna")


def never(messages: list[BaseMessage]) -> AIMessage:
    """A model that must not be asked."""
    raise AssertionError("the model was asked")


def once(answer: AIMessage, words: str = "") -> ScriptedChatModel:
    """A model that calls a tool and then ends with words."""
    return ScriptedChatModel(script=lambda ms: AIMessage(words) if isinstance(ms[-1], ToolMessage) else answer)


def playing(script: Callable[[list[BaseMessage]], AIMessage]) -> ScriptedChatModel:
    return ScriptedChatModel(script=script)


class TestATool:
    async def test_is_chosen_by_the_model_and_answered_by_code(self, converse: Converse) -> None:
        thread = await converse(once(call("list_invoices", status="open")))
        reply = await thread.say("What do I owe?")
        assert reply.text == "You have 4 unpaid invoices, €639.60 in all. One of them is overdue."
        assert [(use.name, use.outcome) for use in reply.tools] == [("list_invoices", "invoices")]
        assert {"total", "model", "tools", "retrieval"} <= reply.timings_ms.keys()
        assert await thread.kinds() == ["message", "message"]

    async def test_sees_only_the_customers_own_invoices(self, converse: Converse) -> None:
        thread = await converse(once(call("get_invoice", invoice="2001")))
        assert (await thread.say("Show me 2001")).text == say("invoice-not-found", "en")

    async def test_answers_from_the_articles_with_a_citation(self, converse: Converse) -> None:
        thread = await converse(once(call("search_knowledge", question="What does a reminder cost?")))
        reply = await thread.say("What does a reminder cost?")
        assert (reply.text, len(reply.citations)) == (Library.ANSWER, 1)

    async def test_that_does_not_exist_ends_in_no_made_up_answer(self, converse: Converse) -> None:
        thread = await converse(once(call("pay_invoice", invoice="1001"), "Your invoice is paid!"))
        reply = await thread.say("Pay 1001 now")
        assert reply.text == say("not-understood", "en")

    async def test_proposes_and_changes_nothing(self, converse: Converse, ledger: LedgerService) -> None:
        model = once(call("postpone_due_date", invoice="1001", new_date="2026-12-10"), "I moved it!")
        thread = await converse(model)
        reply = await thread.say("Move 1001 to 10 December")
        assert reply.text == say("proposed-postpone-due-date", "en")
        assert reply.proposal is not None
        assert (await ledger.get_invoice(ANNA, "1001", TODAY)).due_date == day(12)
        assert await thread.kinds() == ["message", "message", "proposal"]


class TestAHostedModelsWords:
    async def test_are_sent_when_grounded(self, converse: Converse) -> None:
        words = "You have four open invoices, €639.60 together."
        assert (await (await converse(once(call("list_invoices"), words))).say("What do I owe?")).text == words

    async def test_with_an_invented_amount_are_replaced(self, converse: Converse) -> None:
        thread = await converse(once(call("list_invoices"), "You owe €700.00."))
        assert "€639.60" in (await thread.say("What do I owe?")).text

    async def test_that_claim_a_change_do_not_reach_the_customer(self, converse: Converse) -> None:
        thread = await converse(playing(lambda _: AIMessage("I have moved your due date to 10 December.")))
        assert (await thread.say("Move 1001 to 10 December")).text == say("not-understood", "en")


class TestLimits:
    async def test_a_model_that_never_stops_is_stopped(self, converse: Converse) -> None:
        asked = 0

        def again(messages: list[BaseMessage]) -> AIMessage:
            nonlocal asked
            asked += 1
            return call("list_invoices")

        reply = await (await converse(playing(again))).say("What do I owe?")
        assert asked == 4
        assert reply.text == "You have 4 unpaid invoices, €639.60 in all. One of them is overdue."

    async def test_many_calls_at_once_are_cut_off(self, converse: Converse) -> None:
        wishes = [
            {"name": "get_invoice", "args": {"invoice": f"100{i}"}, "id": str(i), "type": "tool_call"} for i in range(9)
        ]
        reply = await (await converse(once(AIMessage("", tool_calls=wishes)))).say("Show me everything")
        assert sum(use.outcome != "error" for use in reply.tools) <= 4
        assert "limit" not in reply.text


class TestAQuestion:
    async def test_is_answered_step_by_step_without_the_model(self, converse: Converse) -> None:
        first = True

        def script(messages: list[BaseMessage]) -> AIMessage:
            nonlocal first
            assert first, "the model was asked again"
            first = False
            return call("postpone_due_date")

        thread = await converse(playing(script))
        which = await thread.say("I need more time to pay")
        assert which.text == say("asks-invoice", "en")
        assert "1001" in [button["text"] for button in which.quick_replies]
        when = await thread.say("1001")
        assert "1001" in when.text
        assert "16 December 2026" not in when.text
        card = await thread.say("20 December")
        assert card.proposal is not None
        assert card.proposal.invoice == "1001"
        assert isinstance(card.proposal.terms, PostponementTerms)
        assert card.proposal.terms.new_date == day(28)

    async def test_waits_while_something_else_is_asked(self, converse: Converse) -> None:
        def script(messages: list[BaseMessage]) -> AIMessage:
            if isinstance(messages[-1], ToolMessage):
                return AIMessage("")
            text = str(messages[-1].content)
            return call("search_knowledge", question=text) if "reminder" in text else call("postpone_due_date")

        thread = await converse(playing(script))
        await thread.say("I need more time to pay")
        assert (await thread.say("What does a reminder cost?")).text == Library.ANSWER
        assert (await thread.say("the electricity one")).pending == {
            "tool": "postpone_due_date",
            "arguments": {"invoice": "1001"},
            "asks": "new_date",
        }

    async def test_is_not_answered_by_another_question_about_an_invoice(self, converse: Converse) -> None:
        def script(messages: list[BaseMessage]) -> AIMessage:
            if isinstance(messages[-1], ToolMessage):
                return AIMessage("")
            asks = "when is" in str(messages[-1].content)
            return call("get_invoice", invoice="1002") if asks else call("postpone_due_date")

        thread = await converse(playing(script))
        await thread.say("I need more time to pay")
        assert [use.name for use in (await thread.say("when is my phone bill due?")).tools] == ["get_invoice"]

    async def test_yes_takes_the_date_that_was_offered(self, converse: Converse) -> None:
        thread = await converse(once(call("postpone_due_date", invoice="1001", new_date="2027-06-01")))
        refused = await thread.say("Move 1001 to June")
        assert refused.proposal is None
        reply = await thread.say("Yes please")
        assert reply.proposal is not None
        assert isinstance(reply.proposal.terms, PostponementTerms)
        assert reply.proposal.terms.new_date == day(42)


class TestAnOpenCard:
    async def test_is_not_confirmed_by_yes_and_withdrawn_by_no(self, converse: Converse) -> None:
        thread = await converse(once(call("postpone_due_date", invoice="1001", new_date="2026-12-10")))
        await thread.say("Move 1001 to 10 December")
        assert (await thread.say("yes")).text == say("press-confirm", "en")
        declined = await thread.say("no")
        assert declined.cancel_proposal is not None
        assert (await thread.kinds())[-1] == "proposal_closed"

    async def test_is_left_behind_by_a_handoff(self, converse: Converse) -> None:
        thread = await converse(once(call("postpone_due_date", invoice="1001", new_date="2026-12-10")))
        await thread.say("Move 1001 to 10 December")
        assert (await thread.say("no wait, I want to talk to a person")).void_proposals
        assert "proposal_closed" in await thread.kinds()


class TestAPerson:
    @pytest.mark.parametrize(
        "text", ["Let me talk to a human", "Haluan puhua ihmisen kanssa", "Jag vill prata med någon"]
    )
    async def test_is_brought_without_asking_the_model(self, converse: Converse, text: str) -> None:
        reply = await (await converse(playing(never))).say(text)
        assert reply.handoff is not None
        assert (reply.handoff.reason, reply.handoff.goal) == ("asked_for_person", text)

    async def test_is_brought_when_the_model_fails(self, converse: Converse) -> None:
        def broken(messages: list[BaseMessage]) -> AIMessage:
            raise ConnectionError("no route to host")

        reply = await (await converse(playing(broken))).say("Missä maksuni viipyy?")
        assert reply.handoff is not None
        assert (reply.handoff.reason, reply.language) == ("assistant_unavailable", "fi")

    async def test_is_brought_when_the_model_is_too_slow(self, converse: Converse) -> None:
        slow = ScriptedChatModel(script=lambda _: AIMessage("late"), seconds=5)
        reply = await (await converse(slow, seconds=0.1)).say("What do I owe?")
        assert reply.handoff is not None
        assert reply.handoff.reason == "assistant_unavailable"
        assert reply.timings_ms["total"] < 3000


class TestTheLanguage:
    @pytest.mark.parametrize(
        ("text", "language"),
        [
            ("Paljonko minulla on maksettavaa?", "fi"),
            ("Hur mycket är jag skyldig er?", "sv"),
            ("Hvor mye skylder jeg dere nå?", "nb"),
        ],
    )
    async def test_of_the_reply_follows_the_message(self, converse: Converse, text: str, language: Language) -> None:
        thread = await converse(once(call("list_invoices")))
        reply = await thread.say(text)
        assert reply.language == language
        assert "639,60 €" in plain_spaces(reply.text)
        assert (await thread.say("1001")).language == language

    async def test_reaches_the_model_with_the_date(self, converse: Converse) -> None:
        seen: list[str] = []

        def script(messages: list[BaseMessage]) -> AIMessage:
            assert isinstance(messages[-1], HumanMessage)
            seen.append(str(messages[-1].content))
            return AIMessage("Hei!")

        await (await converse(playing(script), language="fi")).say("Moikka, kuka sinä oikein olet?")
        assert seen == ["[Today is 2026-11-22. Answer in Finnish.]\nMoikka, kuka sinä oikein olet?"]


class TestABurst:
    async def test_gets_one_answer(self, converse: Converse) -> None:
        thread = await converse(once(call("list_invoices")))
        await thread.say("Hello there", "what do I owe?")
        assert await thread.kinds() == ["message", "message", "message"]
