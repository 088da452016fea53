"""Action cards, receipts, and words for payments that came in."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any, get_args
from uuid import UUID

import pytest

from assistant.replies.cards import payment_failed_text, payment_text, proposal_card, receipt_card
from assistant.understanding.language import detect_language
from knowledge.formats import format_date, format_money, plain_spaces
from tests.assistant.support import PROPOSAL, day, euros, proposal
from tools.context import LANGUAGES, Language
from tools.ledger.instalments import Instalment
from tools.ledger.pending import ProposalKind
from tools.ledger.proposal_views import Receipt
from tools.ledger.terms import (
    AuthorizationTerms,
    DisputeTerms,
    PlanCancellationTerms,
    PlanTerms,
    PostponementTerms,
    RefundTerms,
    RevocationTerms,
    Terms,
)

IBAN = "FI2112345600000785"
FREE, OWED = euros(0), euros(6990)
UNCHANGED: dict[str, Any] = {"fee": FREE, "total": OWED}
SCHEDULE = tuple(Instalment(due_date=day(days), amount=euros(2330)) for days in (18, 48, 79))
FORMER = (Instalment(due_date=day(5), amount=euros(3495)), Instalment(due_date=day(35), amount=euros(3495)))
PERSON: dict[str, Any] = {"name": "Erik Virtanen", "email": "erik@posti.example", **UNCHANGED}
TERMS: dict[str, Terms] = {
    terms.kind: terms
    for terms in (
        PostponementTerms(fee=euros(500), total=OWED, old_date=day(-2), new_date=day(18)),
        PlanTerms(fee=euros(2000), total=OWED, schedule=SCHEDULE),
        PlanTerms(kind="change_payment_plan", fee=FREE, total=OWED, old=FORMER, schedule=SCHEDULE),
        PlanCancellationTerms(old=FORMER, new_date=day(5), **UNCHANGED),
        RefundTerms(fee=FREE, total=FREE, iban=IBAN, holder="Anna Virtanen", refund=euros(9240)),
        AuthorizationTerms(allows="handle", until=day(365), **PERSON),
        RevocationTerms(authorization_id=UUID(int=4), **PERSON),
        DisputeTerms(reason="Irtisanoin jäsenyyden elokuussa.", **UNCHANGED),
    )
}
CARD = {
    "id", "hash", "kind", "status", "title", "invoice", "changes", "lines", "schedule_label", "schedule", "next",
    "step_up", "expires_at", "expires_text",
}  # fmt: skip
RECEIPT = {"title", "invoice", "lines", "schedule_label", "schedule", "committed_at"}


def receipt(terms: Terms) -> Receipt:
    return Receipt(
        proposal_id=UUID(int=1),
        kind=terms.kind,
        invoice="1003",
        biller="Kuntokeskus Tähti",
        terms=terms,
        due_date=day(20),
        total=euros(7123),
        committed_at=datetime(2026, 11, 22, 12, tzinfo=UTC),
    )


def card(kind: str, language: Language = "en") -> dict[str, Any]:
    return proposal_card(proposal(TERMS[kind]), language)


def values(kind: str, language: Language = "en") -> list[str]:
    return [line["value"] for line in receipt_card(receipt(TERMS[kind]), language)[0]["lines"]]


def test_every_kind_is_here() -> None:
    assert TERMS.keys() == set(get_args(ProposalKind))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", TERMS)
class TestEveryKind:
    def test_card_is_complete(self, kind: str, language: Language) -> None:
        shown = card(kind, language)
        assert shown.keys() == CARD
        assert shown["kind"] == kind
        assert shown["title"]
        assert shown["changes"]
        for change in shown["changes"]:
            assert change.keys() == {"label", "old", "new"}
            assert change["new"]
        for line in shown["lines"]:
            assert line.keys() == {"label", "value", "total"}
        assert [line["total"] for line in shown["lines"][-1:]] == [True][: len(shown["lines"])]
        assert shown["next"].endswith(".")
        assert json.dumps(shown)

    def test_receipt_is_complete(self, kind: str, language: Language) -> None:
        shown, text = receipt_card(receipt(TERMS[kind]), language)
        assert shown.keys() == RECEIPT
        assert all(line["label"] and line["value"] for line in shown["lines"])
        assert "1003" in text
        assert "Kuntokeskus Tähti" in text
        assert detect_language(text, "en") == language
        assert bool(shown["schedule"]) == (kind in ("create_payment_plan", "change_payment_plan"))

    def test_an_account_is_never_written_out_in_a_receipt(self, kind: str, language: Language) -> None:
        everything = json.dumps(receipt_card(receipt(TERMS[kind]), language)).replace(" ", "")
        assert IBAN[4:14] not in everything


@pytest.mark.parametrize("language", LANGUAGES)
class TestCards:
    def test_a_new_date(self, language: Language) -> None:
        shown = card("postpone_due_date", language)
        change = shown["changes"][0]
        assert (change["old"], change["new"]) == (format_date(day(-2), language), format_date(day(18), language))
        assert [line["value"] for line in shown["lines"]] == [
            format_money(euros(500), language),
            format_money(OWED, language),
        ]
        # The proposal's hour is UTC; the customer's clock is an hour ahead of it in winter.
        assert shown["expires_text"].replace(".", ":").count("13:30") == 1

    def test_free_is_a_word(self, language: Language) -> None:
        terms = PROPOSAL.terms.model_copy(update={"fee": FREE})
        fee = proposal_card(proposal(terms), language)["lines"][0]["value"]
        assert fee.replace(" ", "").isalpha()

    def test_a_plan_has_its_instalments(self, language: Language) -> None:
        for kind in ("create_payment_plan", "change_payment_plan"):
            shown = card(kind, language)
            assert shown["schedule_label"]
            assert shown["schedule"][0] == {
                "date": format_date(day(18), language),
                "amount": format_money(euros(2330), language),
            }
            assert len(shown["schedule"]) == 3

    def test_only_money_and_access_need_strong_identification(self, language: Language) -> None:
        strong = {kind for kind in TERMS if card(kind, language)["step_up"]}
        assert strong == {"set_refund_account", "authorize_person"}
        step_up = card("set_refund_account", language)["step_up"]
        assert step_up.keys() == {"text", "label", "url"}
        assert step_up["url"] == "/identify"


class TestEnglishCards:
    def test_changes_say_what_was_before(self) -> None:
        assert [(c["label"], c["old"], c["new"]) for c in card("create_payment_plan")["changes"]] == [
            ("Payment", "All at once", "3 instalments")
        ]
        assert [(c["label"], c["old"], c["new"]) for c in card("change_payment_plan")["changes"]] == [
            ("Payment", "2 instalments", "3 instalments"),
            ("Next instalment", "27 November 2026", "10 December 2026"),
        ]
        assert [(c["label"], c["old"], c["new"]) for c in card("cancel_payment_plan")["changes"]] == [
            ("Payment", "2 instalments", "All at once"),
            ("The rest is due", None, "27 November 2026"),
        ]

    def test_an_account_is_written_in_groups_to_be_checked(self) -> None:
        shown = card("set_refund_account")
        assert [change["new"] for change in shown["changes"]] == ["FI21 1234 5600 0007 85", "Anna Virtanen"]
        assert shown["lines"] == [{"label": "You get back", "value": "€92.40", "total": True}]

    def test_an_authorization_says_who_what_and_how_long_and_costs_nothing(self) -> None:
        shown = card("authorize_person")
        assert [change["new"] for change in shown["changes"]] == [
            "Erik Virtanen",
            "erik@posti.example",
            "See and handle the invoice",
            "22 November 2027",
        ]
        assert shown["lines"] == card("revoke_authorization")["lines"] == []

    def test_a_dispute_shows_the_customers_own_words(self) -> None:
        assert card("dispute_invoice")["changes"][0]["new"] == "Irtisanoin jäsenyyden elokuussa."


class TestReceipts:
    def test_date_and_total_are_the_ledgers_own(self) -> None:
        assert values("postpone_due_date") == ["12 December 2026", "€5.00", "€71.23"]
        assert values("cancel_payment_plan") == ["12 December 2026", "€71.23"]
        assert values("create_payment_plan") == ["3 instalments", "€20.00", "€71.23"]

    def test_the_account_is_masked(self) -> None:
        assert values("set_refund_account") == ["€92.40", "FI•• •••• 0785", "Anna Virtanen"]

    def test_sentences(self) -> None:
        def text(kind: str) -> str:
            return receipt_card(receipt(TERMS[kind]), "en")[1]

        assert text("create_payment_plan") == (
            "Done. You pay invoice 1003 (Kuntokeskus Tähti) in 3 instalments, €71.23 in all. "
            "The first is €23.30, due on 12 December 2026."
        )
        assert text("authorize_person") == (
            "Done. Erik Virtanen can now see and handle invoice 1003 (Kuntokeskus Tähti) until 22 November 2027."
        )
        assert text("revoke_authorization") == (
            "Done. Erik Virtanen no longer has access to invoice 1003 (Kuntokeskus Tähti)."
        )


@pytest.mark.parametrize("language", LANGUAGES)
class TestPayments:
    def test_say_what_came_and_what_is_left(self, language: Language) -> None:
        paid, partly, too_much = (
            payment_text("1001", "Biller", euros(8490), euros(left), language) for left in (0, 2000, -1000)
        )
        for text in (paid, partly, too_much):
            assert format_money(euros(8490), language) in text
            assert "1001" in text
        assert format_money(euros(2000), language) in partly
        assert format_money(euros(1000), language) in too_much
        assert len({paid, partly, too_much}) == 3

    def test_that_failed_say_so(self, language: Language) -> None:
        text = payment_failed_text("1001", "Biller", euros(8490), language)
        assert format_money(euros(8490), language) in text
        assert "1001" in text


def test_a_payment_in_english() -> None:
    assert plain_spaces(payment_text("1001", "Biller", euros(8490), FREE, "en")) == (
        "We have received €84.90 for invoice 1001 (Biller). Nothing is left to pay."
    )
