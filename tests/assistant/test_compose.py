"""Which words are sent: a model's own, or the code's."""

from __future__ import annotations

import pytest

from assistant.agent import Findings
from assistant.composing import compose
from assistant.conversation import HandoffRequest, Message, ToolUse
from assistant.replies.catalogue import say
from assistant.replies.render import render
from tests.assistant.support import GYM, POWER, PROPOSAL, day, euros, passage, situation
from tools.context import LANGUAGES, Language
from tools.results import (
    HandedOff,
    InvoiceList,
    KnowledgeAnswer,
    NeedsInput,
    NotFound,
    ProposalMade,
    Refused,
    ToolResult,
)

LIST = InvoiceList(status="open", invoices=(POWER,), outstanding=(POWER.outstanding,))
TOO_LATE = Refused(
    tool="postpone_due_date",
    reason="too_late",
    params={"earliest": day(14), "latest": day(30), "new_date": day(99)},
    invoice=GYM,
)
ASKED = NeedsInput(
    what="new_date", tool="postpone_due_date", invoice=GYM, earliest=day(14), latest=day(30), fee=euros(500)
)


def found(words: str, *calls: tuple[str, ToolResult | None]) -> Findings:
    uses = [(ToolUse(name, {}, result.outcome if result else "error"), result) for name, result in calls]
    return Findings(calls=uses, words=words)


class TestAModelsWords:
    @pytest.mark.parametrize(
        "words", ["You owe €84.90 to Revontuli, due on 4 December.", "Invoice 1001 (84,90 EUR) is due 04.12.2026."]
    )
    def test_are_kept_when_grounded(self, words: str) -> None:
        reply = compose(situation("What do I owe?"), found(words, ("list_invoices", LIST)))
        assert reply.text == words
        assert reply.table is not None

    @pytest.mark.parametrize(
        "words",
        [
            "You owe €94.90.",
            "You owe €84.90, and a fee of €3.",
            "It is due on 14 December.",
            "You owe €84.90. I have moved the due date for you.",
            "Your due date has been postponed.",
        ],
    )
    def test_are_replaced_when_they_invent(self, words: str) -> None:
        reply = compose(situation("What do I owe?"), found(words, ("list_invoices", LIST)))
        assert reply.text == render(LIST, "en").text

    def test_may_repeat_what_the_customer_said(self) -> None:
        words = "You said €12.34, but €84.90 is left."
        assert compose(situation("is it 12.34?"), found(words, ("list_invoices", LIST))).text == words

    def test_may_rest_on_earlier_messages(self) -> None:
        history = (Message("assistant", "A reminder costs 5 €."),)
        words = "As I said, 5 €; and €84.90 is left."
        assert compose(situation("and?", history=history), found(words, ("list_invoices", LIST))).text == words

    @pytest.mark.parametrize(
        ("tool", "result"),
        [
            ("postpone_due_date", ProposalMade(proposal=PROPOSAL)),
            ("postpone_due_date", TOO_LATE),
            ("postpone_due_date", ASKED),
            ("get_invoice", NeedsInput(what="invoice", tool="get_invoice", choices=(POWER, GYM))),
            ("hand_off", HandedOff(reason="dispute", goal="wrong")),
        ],
    )
    def test_are_never_used_after_a_proposal_a_refusal_a_question_or_a_handoff(
        self, tool: str, result: ToolResult
    ) -> None:
        reply = compose(situation("Move it"), found("All fine.", (tool, result)))
        assert reply.text == render(result, "en").text
        assert "fine" not in compose(situation("x"), found("All fine.", ("list_invoices", LIST), (tool, result))).text


class TestWordsWithoutATool:
    @pytest.mark.parametrize(
        "words",
        [
            "Hello! How can I help you with your invoices?",
            "I am an AI assistant. Would you like to see your invoices?",
            "Hei! Haluatko nähdä laskusi?",
        ],
    )
    def test_are_for_small_talk(self, words: str) -> None:
        assert compose(situation("hello"), found(words)).text == words

    @pytest.mark.parametrize(
        "words",
        [
            "I have moved your due date.",
            "I have moved invoice 1001 to 10 December.",
            "Invoice 1001 can be paid by 10 December.",
            "Your total is €84.90.",
            "A reminder costs 5 €.",
            "Olen siirtänyt eräpäivän.",
            "Jag har flyttat förfallodagen.",
            "Jeg har flyttet forfallsdatoen.",
            "I'm transferring you to a person.",
            "Done, it has been postponed!",
            "Your invoice is paid!",
            "Laskusi on jo maksettu.",
            "Fakturan är betald.",
            "Fakturaen er betalt.",
            "Nothing is overdue.",
        ],
    )
    def test_state_no_figure_and_claim_nothing(self, words: str) -> None:
        reply = compose(situation("Move 1001 (84.90) to 10 December, a reminder costs 5 €"), found(words))
        assert reply.text == say("not-understood", "en")
        assert reply.quick_replies

    def test_after_a_tool_that_failed_are_words_without_a_tool(self) -> None:
        reply = compose(situation("1001"), found("You owe €84.90.", ("get_invoice", None)))
        assert reply.text == say("not-understood", "en")

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize(
        ("choice", "key"),
        [
            ("smalltalk", "smalltalk"),
            ("something_else", "out-of-scope"),
            (None, "not-understood"),
            ("?", "not-understood"),
        ],
    )
    def test_may_be_the_codes_own(self, choice: str | None, key: str, language: Language) -> None:
        assert compose(situation("hi", language), Findings(choice=choice)).text == say(key, language)


class TestWhatIsRemembered:
    def test_a_question_is_pending(self) -> None:
        use = ToolUse("postpone_due_date", {"new_date": "2026-12-10"}, "needs_input")
        asked = NeedsInput(what="invoice", tool="postpone_due_date", choices=(POWER, GYM))
        assert compose(situation("?"), Findings(calls=[(use, asked)])).pending == {
            "tool": "postpone_due_date",
            "arguments": {"new_date": "2026-12-10"},
            "asks": "invoice",
        }

    def test_a_refused_date_is_asked_for_again_and_the_offered_one_is_kept(self) -> None:
        use = ToolUse("postpone_due_date", {"invoice": "1003", "new_date": "2027-03-01"}, "refused")
        assert compose(situation("?"), Findings(calls=[(use, TOO_LATE)])).pending == {
            "tool": "postpone_due_date",
            "arguments": {"invoice": "1003"},
            "asks": "new_date",
            "offered": {"new_date": day(30).isoformat()},
        }

    def test_a_general_question_in_between_keeps_it(self) -> None:
        pending = {"tool": "postpone_due_date", "arguments": {"invoice": "1001"}, "asks": "new_date"}
        asked = situation("What does it cost?", pending=pending)
        answer = KnowledgeAnswer(question="?", passages=(passage("5 €"),))
        assert compose(asked, found("", ("search_knowledge", answer))).pending == pending
        assert compose(asked, found("", ("list_invoices", LIST))).pending is None

    def test_only_a_handoff_withdraws_open_cards(self) -> None:
        assert compose(situation("!"), found("", ("hand_off", HandedOff(reason="fraud", goal="")))).void_proposals
        assert not compose(situation("!"), found("", ("list_invoices", LIST))).void_proposals


class TestADispute:
    @pytest.mark.parametrize(
        "result",
        [
            Refused(tool="dispute_invoice", reason="legal", invoice=GYM),
            Refused(tool="dispute_invoice", reason="paid", invoice=GYM),
            Refused(tool="dispute_invoice", reason="nothing_possible"),
            NotFound(),
            NotFound(invoice="9999"),
        ],
    )
    def test_that_cannot_be_made_here_goes_to_a_person(self, result: ToolResult) -> None:
        use = ToolUse("dispute_invoice", {"reason": "I never ordered it"}, result.outcome)
        reply = compose(situation("1003"), Findings(calls=[(use, result)]))
        assert reply.handoff == HandoffRequest("dispute", "I never ordered it")
        assert reply.void_proposals
        assert not reply.quick_replies

    def test_is_told_in_the_customers_own_words_where_no_reason_was_read(self) -> None:
        reply = compose(situation("this is wrong"), found("", ("dispute_invoice", NotFound())))
        assert reply.handoff == HandoffRequest("dispute", "this is wrong")

    @pytest.mark.parametrize(
        ("tool", "result"),
        [
            ("dispute_invoice", Refused(tool="dispute_invoice", reason="disputed", invoice=GYM)),
            ("dispute_invoice", NeedsInput(what="reason", tool="dispute_invoice", invoice=GYM)),
            ("postpone_due_date", Refused(tool="postpone_due_date", reason="legal", invoice=GYM)),
            ("get_invoice", NotFound()),
        ],
    )
    def test_or_another_wish_that_is_answered_stays_here(self, tool: str, result: ToolResult) -> None:
        assert compose(situation("this is wrong"), found("", (tool, result))).handoff is None
