"""The assistant's open question, and what answers it."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.conversation import ToolUse
from assistant.pending import answer_to_question, question_of
from tests.assistant.answer_phrases import ANSWERS
from tests.assistant.support import ANNAS, POWER, RENT, day, euros, situation
from tests.conftest import TODAY
from tools.context import Language
from tools.results import NeedsInput, Refused, ToolResult


def asked(tool: str, result: ToolResult, **arguments: object) -> dict[str, Any] | None:
    """The question that a call leaves open."""
    return question_of([(ToolUse(tool, arguments, result.outcome), result)])


def refused(tool: str, reason: str, **params: object) -> Refused:
    return Refused(tool=tool, reason=reason, params=params, invoice=RENT)


class TestAQuestion:
    def test_keeps_what_is_known(self) -> None:
        which = NeedsInput(what="invoice", tool="create_payment_plan", choices=(POWER, RENT))
        assert asked("create_payment_plan", which, instalments=3, first_date=None) == {
            "tool": "create_payment_plan",
            "arguments": {"instalments": 3},
            "asks": "invoice",
        }

    def test_knows_the_invoice_that_the_tool_has_found(self) -> None:
        account = NeedsInput(what="account", tool="set_refund_account", invoice=POWER)
        question = asked("set_refund_account", account)
        assert question is not None
        assert question["arguments"] == {"invoice": POWER.myropo_id}

    def test_forgets_a_number_that_fits_several_invoices(self) -> None:
        which = NeedsInput(what="invoice", tool="dispute_invoice", choices=(POWER, RENT))
        question = asked("dispute_invoice", which, invoice="1001", reason="It is wrong")
        assert question is not None
        assert question["arguments"] == {"reason": "It is wrong"}

    @pytest.mark.parametrize(
        ("tool", "refusal", "arguments", "kept", "offered"),
        [
            (
                "postpone_due_date",
                refused("postpone_due_date", "too_late", latest=day(30)),
                {"invoice": "1005", "new_date": "2027-06-01"},
                {"invoice": "1005"},
                {"new_date": day(30).isoformat()},
            ),
            (
                "create_payment_plan",
                refused("create_payment_plan", "too_late", latest=day(30), most=6),
                {"invoice": "1005", "instalments": 3, "first_date": "2027-06-01"},
                {"invoice": "1005", "instalments": 3},
                {"first_date": day(30).isoformat()},
            ),
            (
                "create_payment_plan",
                refused("create_payment_plan", "too_many_instalments", most=6, latest=day(30)),
                {"invoice": "1005", "instalments": 24},
                {"invoice": "1005"},
                {"instalments": 6},
            ),
            (
                "change_payment_plan",
                refused("change_payment_plan", "instalment_too_small", most=4),
                {"invoice": "1005", "instalments": 6, "first_date": "2026-12-10"},
                {"invoice": "1005", "first_date": "2026-12-10"},
                {"instalments": 4},
            ),
            (
                "start_payment",
                refused("start_payment", "amount_too_large", most=euros(44500)),
                {"invoice": "1005", "amount": "1000"},
                {"invoice": "1005"},
                {"amount": "445"},
            ),
            (
                "authorize_person",
                refused("authorize_person", "until_too_late", latest=day(365)),
                {"invoice": "1005", "name": "Jo Ek", "email": "jo@example.com", "until": "2030-01-01"},
                {"invoice": "1005", "name": "Jo Ek", "email": "jo@example.com"},
                {"until": day(365).isoformat()},
            ),
            (
                "postpone_due_date",
                refused("postpone_due_date", "too_early", earliest=day(14), latest=day(30)),
                {"invoice": "1005", "new_date": "2026-11-23"},
                {"invoice": "1005"},
                None,
            ),
            (
                "set_refund_account",
                refused("set_refund_account", "iban_checksum"),
                {"invoice": "1005", "iban": "FI2112345600000784", "holder": "Ann Lee"},
                {"invoice": "1005", "holder": "Ann Lee"},
                None,
            ),
            (
                "authorize_person",
                refused("authorize_person", "own_email"),
                {"invoice": "1005", "name": "Jo Ek", "email": "jo@example.com"},
                {"invoice": "1005"},
                None,
            ),
        ],
    )
    def test_is_what_a_refusal_is_about_and_offers_what_is_possible(
        self,
        tool: str,
        refusal: Refused,
        arguments: dict[str, Any],
        kept: dict[str, Any],
        offered: dict[str, Any] | None,
    ) -> None:
        question = asked(tool, refusal, **arguments)
        assert question is not None
        assert (question["arguments"], question.get("offered")) == (kept, offered)

    @pytest.mark.parametrize(
        ("tool", "reason"),
        [
            ("postpone_due_date", "legal"),
            ("create_payment_plan", "has_plan"),
            ("create_payment_plan", "amount_too_small"),
            ("start_payment", "paid"),
            ("set_refund_account", "nothing_to_refund"),
        ],
    )
    def test_is_none_where_nothing_can_be_said(self, tool: str, reason: str) -> None:
        assert asked(tool, refused(tool, reason), invoice="1005") is None


def open_question(tool: str, asks: str, **more: Any) -> dict[str, Any]:
    return {"tool": tool, "arguments": {"invoice": "1002"}, "asks": asks, **more}


class TestAnAnswer:
    @pytest.mark.parametrize(("language", "tool", "asks", "text", "added"), ANSWERS)
    def test_completes_the_call(
        self, language: Language, tool: str, asks: str, text: str, added: dict[str, Any]
    ) -> None:
        said = {"*": text, "*lind": "anna.lind@example.com"}
        expected = {name: said.get(value, value) for name, value in added.items()}
        answer = answer_to_question(situation(text, language, pending=open_question(tool, asks)))
        assert answer == (tool, {"invoice": "1002", **expected})

    def test_that_is_yes_takes_what_was_offered(self) -> None:
        pending = open_question("create_payment_plan", "instalments", offered={"instalments": 6})
        for text in ("Yes please", "joo", "ja tack", "ja takk"):
            answer = answer_to_question(situation(text, pending=pending))
            assert answer == ("create_payment_plan", {"invoice": "1002", "instalments": 6})

    def test_keeps_a_reason_that_was_given_before(self) -> None:
        pending = {"tool": "dispute_invoice", "arguments": {"reason": "I left in May"}, "asks": "invoice"}
        answer = answer_to_question(situation("the gym where I never was", pending=pending))
        assert answer == ("dispute_invoice", {"invoice": "1003", "reason": "I left in May"})

    def test_needs_a_question(self) -> None:
        assert answer_to_question(situation("3")) is None


class TestNoAnswer:
    @pytest.mark.parametrize(
        ("tool", "asks", "text"),
        [
            # Questions of their own.
            ("create_payment_plan", "instalments", "what does it cost?"),
            ("create_payment_plan", "invoice", "when is my phone bill due?"),
            ("postpone_due_date", "new_date", "how much is the gym bill in all?"),
            ("dispute_invoice", "reason", "what happens to my credit rating then?"),
            ("dispute_invoice", "reason", "paljonko tämä kaikki sitten maksaa?"),
            # Other wishes.
            ("postpone_due_date", "invoice", "pay 1001 now"),
            ("create_payment_plan", "instalments", "show me 1001"),
            ("dispute_invoice", "reason", "I want to pay it after all"),
            ("dispute_invoice", "reason", "siirrä eräpäivää kuun loppuun"),
            ("dispute_invoice", "reason", "jag vill betala den nu"),
            ("dispute_invoice", "reason", "vis fakturaene mine"),
            ("set_refund_account", "account", "I want to split 1001"),
            # Nothing that was asked for.
            ("create_payment_plan", "instalments", "hmm let me think"),
            ("create_payment_plan", "instalments", "no"),
            ("dispute_invoice", "reason", "no"),
            ("dispute_invoice", "reason", "kiitos"),
            ("set_refund_account", "account", "the same as always"),
            ("authorize_person", "person", "my daughter"),
            ("create_payment_plan", "instalments", "yes"),
            # Too much for an answer.
            (
                "postpone_due_date",
                "new_date",
                "I was told on the phone by your people that 10 December is fine for all",
            ),
        ],
    )
    def test_completes_nothing(self, tool: str, asks: str, text: str) -> None:
        assert answer_to_question(situation(text, pending=open_question(tool, asks))) is None

    def test_may_be_the_day_on_which_another_invoice_is_due(self) -> None:
        asked = open_question("postpone_due_date", "new_date")
        own = next(i.due_date for i in ANNAS if i.number == "1002")
        other = next(i.due_date for i in ANNAS if i.due_date not in (own, TODAY) and i.due_date > own)
        answer = answer_to_question(situation(f"{other.day}.{other.month}.", pending=asked))
        assert answer == ("postpone_due_date", {"invoice": "1002", "new_date": other.isoformat()})

    def test_is_only_a_number_where_no_number_was_asked_for(self) -> None:
        assert answer_to_question(situation("3", pending=open_question("postpone_due_date", "new_date"))) is None


def test_a_question_in_a_reason_is_a_part_of_it() -> None:
    text = "Why should I pay for something I never ordered?"
    answer = answer_to_question(situation(text, pending=open_question("dispute_invoice", "reason")))
    assert answer == ("dispute_invoice", {"invoice": "1002", "reason": text})
