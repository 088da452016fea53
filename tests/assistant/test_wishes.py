"""Wishes talked through to a card, step by step; the model is asked for the first message alone."""

from __future__ import annotations

from langchain_core.messages import AIMessage, ToolMessage

from assistant.models.scripted import ScriptedChatModel
from tests.assistant.conftest import Converse, call
from tests.conftest import TODAY
from tools.context import Principal
from tools.ledger.service import LedgerService
from tools.ledger.terms import AuthorizationTerms, DisputeTerms, PlanTerms

ANNA = Principal("person", "anna")


def starting(tool: str, **arguments: object) -> ScriptedChatModel:
    """A model that is asked once, for the first message, and calls a tool."""
    left = [call(tool, **arguments)]
    return ScriptedChatModel(script=lambda ms: AIMessage("") if isinstance(ms[-1], ToolMessage) else left.pop())


class TestAWishInSteps:
    async def test_a_plan(self, converse: Converse) -> None:
        thread = await converse(starting("create_payment_plan"))
        which = await thread.say("I want to pay in parts")
        assert which.pending == {"tool": "create_payment_plan", "arguments": {}, "asks": "invoice"}
        how_many = await thread.say("1001")
        assert how_many.pending is not None
        assert how_many.pending["asks"] == "instalments"
        card = await thread.say("three")
        assert card.proposal is not None
        assert isinstance(card.proposal.terms, PlanTerms)
        assert (card.proposal.invoice, len(card.proposal.terms.schedule)) == ("1001", 3)

    async def test_a_plan_that_is_too_long_is_offered_shorter(self, converse: Converse) -> None:
        thread = await converse(starting("create_payment_plan", invoice="1001", instalments=40))
        refused = await thread.say("1001 in 40 instalments")
        assert refused.proposal is None
        assert refused.pending is not None
        card = await thread.say("ok")
        assert card.proposal is not None
        assert isinstance(card.proposal.terms, PlanTerms)
        assert len(card.proposal.terms.schedule) == refused.pending["offered"]["instalments"]

    async def test_a_dispute_with_a_reason_in_the_customers_words(self, converse: Converse) -> None:
        thread = await converse(starting("dispute_invoice"))
        await thread.say("I want to dispute an invoice")
        assert (await thread.say("the gym")).pending == {
            "tool": "dispute_invoice",
            "arguments": {"invoice": "1003"},
            "asks": "reason",
        }
        reason = "I ended my membership in spring and have the letter of confirmation from them right here."
        card = await thread.say(reason)
        assert card.proposal is not None
        assert isinstance(card.proposal.terms, DisputeTerms)
        assert card.proposal.terms.reason == reason

    async def test_a_dispute_that_is_left_for_a_person(self, converse: Converse) -> None:
        thread = await converse(starting("dispute_invoice"))
        await thread.say("I want to dispute 1003")
        reply = await thread.say("this takes too long, let me talk to a person")
        assert reply.handoff is not None
        assert reply.handoff.reason == "asked_for_person"

    async def test_letting_somebody_in(self, converse: Converse) -> None:
        thread = await converse(starting("authorize_person", invoice="1001"), language="fi")
        await thread.say("Haluan valtuuttaa jonkun laskulle 1001")
        card = await thread.say("Matti Virtaselle, matti.virtanen@example.com")
        assert card.proposal is not None
        assert isinstance(card.proposal.terms, AuthorizationTerms)
        assert (card.proposal.terms.name, card.proposal.strong) == ("Matti Virtanen", True)

    async def test_paying_changes_nothing_here(self, converse: Converse, ledger: LedgerService) -> None:
        thread = await converse(starting("start_payment", invoice="1001", amount="20"))
        reply = await thread.say("pay 20 euros of 1001")
        assert [use.outcome for use in reply.tools] == ["payment_started"]
        assert (await ledger.get_invoice(ANNA, "1001", TODAY)).paid.amount_minor == 0


class TestADispute:
    async def test_of_nothing_that_can_be_disputed_goes_to_a_person(self, converse: Converse) -> None:
        thread = await converse(starting("dispute_invoice", invoice="1004", reason="I was never there"))
        reply = await thread.say("1004 is wrong, I was never there")
        assert reply.handoff is not None
        assert reply.handoff.reason == "dispute"
        assert reply.handoff.goal.endswith("I was never there")
