"""Every reason that a rule can give has words, an offer where there is one, and a person."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from assistant.replies.catalogue import keys
from assistant.replies.render import render
from assistant.understanding.requests import wants_person
from knowledge.formats import format_date, format_money
from tests.assistant.support import GYM, day, euros
from tools.context import LANGUAGES, Language
from tools.ledger.pending import ProposalKind
from tools.results import Refused

RANGE: dict[str, Any] = {"earliest": day(14), "latest": day(30)}
COUNTS: dict[str, Any] = {"most": 4, **RANGE}
PLANS = ("create_payment_plan", "change_payment_plan")
PROPOSALS = get_args(ProposalKind)
EVERYBODY: dict[str, dict[str, Any]] = {reason: {} for reason in ("view_only", "owner_only", "nothing_possible")}
CLOSED: dict[str, dict[str, Any]] = {reason: {} for reason in ("paid", "credited", "disputed", "legal")}
DATES = {reason: RANGE for reason in ("in_the_past", "too_early", "too_late")}
PLAN = {
    **CLOSED,
    **DATES,
    **{reason: COUNTS for reason in ("too_many_instalments", "too_few_instalments", "instalment_too_small")},
    **{reason: {} for reason in ("has_plan", "no_plan", "not_allowed", "too_often", "amount_too_small")},
}
# What each tool may be refused for, and what the refusal says is possible.
REASONS: dict[str, dict[str, dict[str, Any]]] = {
    "postpone_due_date": {
        **CLOSED,
        **DATES,
        "same_date": RANGE,
        **{reason: {} for reason in ("has_plan", "not_allowed", "too_often", "limit_reached")},
    },
    "create_payment_plan": PLAN,
    "change_payment_plan": PLAN,
    "cancel_payment_plan": {**CLOSED, "no_plan": {}},
    "set_refund_account": {
        "nothing_to_refund": {},
        **{f"iban_{what}": {} for what in ("unreadable", "length", "checksum", "country")},
    },
    "authorize_person": {
        **{reason: {} for reason in ("email_invalid", "own_email", "already_authorized")},
        **{reason: {"latest": day(365)} for reason in ("until_in_the_past", "until_too_late")},
    },
    "revoke_authorization": {"no_such_authorization": {}},
    "dispute_invoice": CLOSED,
    "start_payment": {
        "paid": {},
        "credited": {},
        "amount_too_small": {"most": euros(6490)},
        "amount_too_large": {"most": euros(6490)},
        "no_partial_payments": {"least": euros(6490)},
        "payment_unavailable": {},
    },
}
CASES = [
    (tool, reason, params) for tool, reasons in REASONS.items() for reason, params in {**EVERYBODY, **reasons}.items()
]


def refused(tool: str, reason: str, params: dict[str, Any] | None = None) -> Refused:
    about = {"invoice": GYM.number, "due_date": GYM.due_date, **(params or {})}
    return Refused(tool=tool, reason=reason, params=about, invoice=None if reason == "nothing_possible" else GYM)


def test_every_tool_that_may_be_refused_is_here() -> None:
    assert REASONS.keys() == {*PROPOSALS, "start_payment"}


@pytest.mark.parametrize("language", LANGUAGES)
class TestEveryReason:
    @pytest.mark.parametrize(("tool", "reason", "params"), CASES)
    def test_has_words_and_a_person(self, tool: str, reason: str, params: dict[str, Any], language: Language) -> None:
        reply = render(refused(tool, reason, params), language)
        assert reply.text == reply.text.strip()
        assert "{" not in reply.text
        assert wants_person(reply.quick_replies[-1]["text"])

    def test_words_are_all_used(self, language: Language) -> None:
        used = {
            next(name for name in (f"refused-{tool}-{reason}", f"refused-{reason}") if _key(name) in keys(language))
            for tool, reason, _ in CASES
        }
        assert {_key(name) for name in used} == {key for key in keys(language) if key.startswith("refused-")}

    def test_possible_days_are_said_and_offered(self, language: Language) -> None:
        for tool in ("postpone_due_date", *PLANS):
            reply = render(refused(tool, "too_late", RANGE), language)
            latest = format_date(day(30), language)
            assert latest in reply.text
            assert [button["text"] for button in reply.quick_replies[:-1]] == [latest]
            early = render(refused(tool, "too_early", RANGE), language)
            days = [format_date(day(14), language), latest]
            assert [button["text"] for button in early.quick_replies[:-1]] == days
            assert all(each in early.text for each in days)

    def test_possible_numbers_of_instalments_are_said_and_offered(self, language: Language) -> None:
        reply = render(refused("create_payment_plan", "too_many_instalments", COUNTS), language)
        assert "4" in reply.text
        assert [button["text"][0] for button in reply.quick_replies[:-1]] == ["2", "3", "4"]

    def test_possible_amounts_are_said_and_offered(self, language: Language) -> None:
        amount = format_money(euros(6490), language)
        for reason, name in (("amount_too_large", "most"), ("no_partial_payments", "least")):
            reply = render(refused("start_payment", reason, {name: euros(6490)}), language)
            assert amount in reply.text
            assert reply.quick_replies[0]["text"] == amount
            assert amount in reply.quick_replies[0]["label"]


class TestInstead:
    def test_where_dates_cannot_be_moved_instalments_may_help_and_the_other_way_round(self) -> None:
        for reason in ("not_allowed", "too_often", "limit_reached"):
            assert _labels("postpone_due_date", reason)[0] == "Pay in instalments"
        assert _labels("create_payment_plan", "not_allowed")[0] == "Move a due date"

    def test_a_plan_can_be_changed_or_ended(self) -> None:
        for tool in ("postpone_due_date", "create_payment_plan"):
            assert _labels(tool, "has_plan")[:2] == ["Change the payment plan", "End the payment plan"]

    def test_a_wish_that_cannot_be_granted_at_all_leaves_a_person(self) -> None:
        assert _labels("dispute_invoice", "disputed") == ["Talk to a person"]

    def test_the_same_reason_has_other_words_for_another_tool(self) -> None:
        texts = {render(refused(tool, "nothing_possible"), "en").text for tool in REASONS}
        assert len(texts) == len(REASONS)


def _labels(tool: str, reason: str) -> list[str]:
    return [button["label"] for button in render(refused(tool, reason), "en").quick_replies]


def _key(name: str) -> str:
    return name.replace("_", "-")
