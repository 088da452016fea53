"""Messages that have sense only with what was said before."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.conversation import ToolUse
from assistant.follow_ups import follow_up_call, repeatable, subject_of
from assistant.understanding.encoder import ROUTES, Reading, Route
from tests.assistant.support import MOBILE, POWER, passage, situation
from tools.results import InvoiceDetailsResult, InvoiceList, KnowledgeAnswer

POSTPONED = {"tool": "postpone_due_date", "arguments": {"invoice": "1001", "new_date": "2026-12-10"}, "shown": []}
SEEN = {"tool": "get_invoice", "arguments": {"invoice": "1001"}, "shown": []}
PLANNED = {"tool": "create_payment_plan", "arguments": {"invoice": "1001", "instalments": 4}, "shown": []}
ASKED = {"tool": "search_knowledge", "arguments": {"question": "What does a reminder cost?"}, "shown": []}


def reading(route: Route = "knowledge", share: float = 0.4, *, follows: bool = True) -> Reading:
    """What the encoder makes of a message."""
    rest = tuple((other, (1 - share) / 9) for other in ROUTES if other != route)
    return Reading(((route, share), *rest), None, 0.9, "follow_up" if follows else "plain", 0.9, "en", 1.0)


def called(text: str, subject: dict[str, Any] | None, read: Reading | None = None) -> Any:
    return follow_up_call(situation(text, subject=subject), read or reading())


class TestGoingOn:
    @pytest.mark.parametrize(
        "text",
        ["make it 20 December", "no, 20.12.", "mieluummin 20.12.", "nej, den 20 december", "heller 20. desember"],
    )
    def test_another_date_changes_the_date_alone(self, text: str) -> None:
        assert called(text, POSTPONED) == ("postpone_due_date", {"invoice": "1001", "new_date": "2026-12-20"})

    @pytest.mark.parametrize(
        "text", ["no, the phone one", "ei kun puhelinlasku", "nej, mobilen", "nei, mobilregningen"]
    )
    def test_another_invoice_changes_the_invoice_alone(self, text: str) -> None:
        assert called(text, POSTPONED) == ("postpone_due_date", {"invoice": "1002", "new_date": "2026-12-10"})

    def test_another_number_of_instalments_changes_it(self) -> None:
        assert called("in three instalments instead", PLANNED) == (
            "create_payment_plan",
            {"invoice": "1001", "instalments": 3},
        )

    def test_a_look_goes_on_to_another_invoice(self) -> None:
        assert called("and the phone bill?", SEEN) == ("get_invoice", {"invoice": "1002"})

    def test_of_a_list_one_is_looked_at(self) -> None:
        shown = [POWER.myropo_id, MOBILE.myropo_id]
        listed = {"tool": "list_invoices", "arguments": {"status": "open"}, "shown": shown}
        assert called("the second one", listed) == ("get_invoice", {"invoice": "1002"})

    def test_a_question_goes_on_with_the_question_before(self) -> None:
        call = called("and in Norway?", ASKED)
        assert call == ("search_knowledge", {"question": "What does a reminder cost? and in Norway?"})

    @pytest.mark.parametrize(
        "text", ["what does that cost me?", "paljonko se maksaa", "vad kostar det?", "koster det noe"]
    )
    def test_what_it_costs_is_said_with_the_question(self, text: str) -> None:
        assert called(text, POSTPONED, reading("knowledge", 0.99)) == ("postpone_due_date", POSTPONED["arguments"])

    def test_what_a_reminder_costs_is_another_question(self) -> None:
        assert called("What does a reminder cost?", POSTPONED, reading("knowledge", 0.99)) is None

    def test_words_that_connect_are_enough(self) -> None:
        assert called("and the phone bill?", SEEN, reading(follows=False)) is not None


class TestStandingForItself:
    def test_without_a_subject_nothing_is_gone_on_with(self) -> None:
        assert called("make it 20 December", None) is None

    def test_a_plain_message_is_none(self) -> None:
        assert called("show the phone bill", POSTPONED, reading("invoices", 0.95, follows=False)) is None

    def test_a_sure_wish_of_another_kind_is_none(self) -> None:
        assert called("and I want to pay the phone bill now", POSTPONED, reading("pay", 0.95)) is None

    def test_what_adds_nothing_is_none(self) -> None:
        assert called("why?", POSTPONED) is None
        assert called("and 1001?", SEEN) is None

    def test_a_long_message_is_none(self) -> None:
        assert called("and " + "the phone bill is what I meant to ask about " * 3, SEEN) is None


class TestTheSubject:
    def test_is_the_last_call_that_can_be_gone_on_with(self) -> None:
        calls = [
            (ToolUse("get_invoice", {}, "invoice"), InvoiceDetailsResult(invoice=POWER)),
            (ToolUse("hand_off", {"reason": "fraud"}, "handed_off"), None),
        ]
        assert subject_of(calls) == {"tool": "get_invoice", "arguments": {"invoice": POWER.myropo_id}, "shown": []}

    def test_remembers_what_was_listed(self) -> None:
        result = InvoiceList(status="open", invoices=(POWER, MOBILE), outstanding=())
        subject = subject_of([(ToolUse("list_invoices", {"status": "open"}, "invoices"), result)])
        assert subject is not None
        assert subject["shown"] == [POWER.myropo_id, MOBILE.myropo_id]

    def test_of_an_answer_is_the_question(self) -> None:
        result = KnowledgeAnswer(question="What is KID?", passages=(passage("A number."),))
        subject = subject_of([(ToolUse("search_knowledge", {"question": "What is KID?"}, "passages"), result)])
        assert subject == {"tool": "search_knowledge", "arguments": {"question": "What is KID?"}, "shown": []}

    def test_only_what_was_looked_up_may_be_repeated(self) -> None:
        assert repeatable(SEEN)
        assert not repeatable(POSTPONED)
        assert not repeatable(None)
