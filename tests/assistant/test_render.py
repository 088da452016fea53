"""Replies made by code from tool results."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest

from assistant.replies.cards import proposal_card, receipt_card
from assistant.replies.render import clarify, render, render_all, suggestions
from assistant.understanding.language import detect_language
from assistant.understanding.requests import wants_person
from knowledge.formats import format_date, format_money, plain_spaces
from tests.assistant.support import (
    ANNAS,
    DENTIST,
    GYM,
    MOBILE,
    NURSERY,
    POWER,
    PROPOSAL,
    RENT,
    day,
    euros,
    invoice,
    passage,
)
from tools.context import LANGUAGES, Language
from tools.ledger.views import Receipt
from tools.results import (
    HandedOff,
    InvoiceDetailsResult,
    InvoiceList,
    KnowledgeAnswer,
    NeedsInput,
    NotFound,
    ProposalMade,
    Refused,
    ToolResult,
)

FREE, ABOUT = euros(0), {"invoice": "1003", "due_date": day(-2)}
RANGE = {**ABOUT, "earliest": day(14), "latest": day(30), "new_date": day(40)}
OVERPAID = invoice("4001", total=9240, paid=18480, due=-9, stage="paid")
RESULTS: dict[str, ToolResult] = {
    "nothing open": InvoiceList(status="open", invoices=(), outstanding=()),
    "nothing paid": InvoiceList(status="paid", invoices=(), outstanding=()),
    "one open": InvoiceList(status="open", invoices=(POWER,), outstanding=(POWER.outstanding,)),
    "one late": InvoiceList(status="open", invoices=(GYM,), outstanding=(GYM.outstanding,)),
    "all open": InvoiceList(status="open", invoices=(GYM, MOBILE, RENT, POWER), outstanding=(euros(63960),)),
    "one paid": InvoiceList(status="paid", invoices=(DENTIST,), outstanding=()),
    "all": InvoiceList(status="all", invoices=ANNAS, outstanding=(euros(63960),)),
    "two currencies": InvoiceList(status="open", invoices=(POWER, NURSERY), outstanding=(POWER.total, NURSERY.total)),
    "invoice": InvoiceDetailsResult(invoice=POWER),
    "late invoice": InvoiceDetailsResult(invoice=GYM),
    "a day late": InvoiceDetailsResult(invoice=invoice("1", due=-1)),
    "partly paid": InvoiceDetailsResult(invoice=RENT),
    "paid": InvoiceDetailsResult(invoice=DENTIST),
    "overpaid": InvoiceDetailsResult(invoice=OVERPAID),
    "passage": KnowledgeAnswer(question="?", passages=(passage("5 €"), passage("else", article_id="other"))),
    "fallback": KnowledgeAnswer(question="?", passages=(passage("5 €", fallback=True),)),
    "no passage": KnowledgeAnswer(question="?", passages=()),
    "proposal": ProposalMade(proposal=PROPOSAL),
    "which invoice": NeedsInput(what="invoice", choices=(POWER, GYM)),
    "which date": NeedsInput(what="new_date", invoice=GYM, earliest=day(14), latest=day(30), fee=euros(500)),
    "which date, free": NeedsInput(what="new_date", invoice=POWER, earliest=day(13), latest=day(42), fee=FREE),
    "nothing to postpone": Refused(reason="nothing_to_postpone"),
    **{
        reason: Refused(reason=reason, params=ABOUT, invoice=GYM)
        for reason in ("paid", "legal", "disputed", "credited", "limit_reached")
    },
    **{
        reason: Refused(reason=reason, params=RANGE, invoice=GYM)
        for reason in ("too_early", "too_late", "same_date", "in_the_past")
    },
    "no such invoice": NotFound(invoice="9999"),
    "no invoices": NotFound(),
}


@pytest.mark.parametrize("language", LANGUAGES)
class TestEveryLanguage:
    @pytest.mark.parametrize("name", RESULTS)
    def test_says_every_result(self, name: str, language: Language) -> None:
        reply = render(RESULTS[name], language)
        assert reply.language == language
        assert reply.text == reply.text.strip() != ""
        assert "{" not in reply.text
        for button in reply.quick_replies:
            assert button["label"]
            assert button["text"]

    def test_writes_its_own_language(self, language: Language) -> None:
        for name in ("all open", "which invoice", "paid", "no such invoice", "proposal", "nothing to postpone"):
            assert detect_language(render(RESULTS[name], language).text, "en") == language, name
        assert detect_language(clarify(language).text, "en") == language

    def test_writes_amounts_and_dates_in_its_own_way(self, language: Language) -> None:
        text = render(RESULTS["late invoice"], language).text
        assert format_money(euros(6490), language) in text
        assert format_date(day(-2), language) in text
        assert format_money(euros(500), language) in text

    def test_asks_for_a_date_with_the_possible_ones(self, language: Language) -> None:
        reply = render(RESULTS["which date"], language)
        assert [button["text"] for button in reply.quick_replies] == [
            format_date(day(offset), language) for offset in (14, 22, 30)
        ]
        assert format_money(euros(500), language) in reply.text
        assert format_money(FREE, language) not in render(RESULTS["which date, free"], language).text

    def test_buttons_for_a_person_bring_one(self, language: Language) -> None:
        assert wants_person(suggestions(language)[-1]["text"])
        assert wants_person(render(RESULTS["no passage"], language).quick_replies[-1]["text"])

    def test_card_and_receipt_are_complete(self, language: Language) -> None:
        card = proposal_card(PROPOSAL, language)
        change = card["changes"][0]
        assert (change["old"], change["new"]) == (format_date(day(-2), language), format_date(day(18), language))
        assert card["fee_text"] == format_money(euros(500), language)
        assert card["total_text"] == format_money(euros(6990), language)
        # The proposal's hour is UTC; the customer's clock is an hour ahead of it in winter.
        assert card["expires_text"].replace(".", ":").count("13:30") == 1
        receipt, text = receipt_card(_receipt(), language)
        assert [line["value"] for line in receipt["lines"]] == [change["new"], card["fee_text"], card["total_text"]]
        assert change["new"] in text
        assert "1003" in text

    def test_free_is_a_word(self, language: Language) -> None:
        card = proposal_card(PROPOSAL.model_copy(update={"fee": FREE}), language)
        assert card["fee_text"].isalpha()


def _receipt() -> Receipt:
    terms = PROPOSAL.model_dump(include={"old_date", "new_date", "fee", "total", "kind", "invoice", "biller"})
    return Receipt(**terms, proposal_id=UUID(int=1), committed_at=datetime(2026, 11, 22, 12, tzinfo=UTC))


class TestInvoices:
    def test_one_and_several_are_counted_in_words(self) -> None:
        assert render(RESULTS["one open"], "en").text == "You have one open invoice of €84.90."
        assert render(RESULTS["one late"], "en").text == "You have one open invoice of €64.90. It is overdue."
        assert render(RESULTS["all open"], "en").text == (
            "You have 4 open invoices, €639.60 in all. One of them is overdue."
        )
        late = InvoiceList(status="open", invoices=(GYM, invoice("2", due=-9)), outstanding=(euros(100),))
        assert plain_spaces(render(late, "fi").text) == (
            "Sinulla on 2 avointa laskua, yhteensä 1,00 €. Niistä 2 on erääntynyt."
        )

    def test_currencies_are_not_added_up(self) -> None:
        assert "€84.90 + NOK 2,070.00" in plain_spaces(render(RESULTS["two currencies"], "en").text)

    def test_a_list_comes_with_a_table(self) -> None:
        table = render(RESULTS["all open"], "sv").table
        assert table is not None
        assert len(table["rows"]) == 4
        assert {len(row) for row in table["rows"]} == {len(table["columns"])}

    def test_an_overpayment_is_no_debt(self) -> None:
        assert "€92.40 more" in render(RESULTS["overpaid"], "en").text

    def test_invoices_with_one_number_are_told_apart_by_their_ids(self) -> None:
        twins = (POWER, invoice("1001", "Koivukodit"))
        texts = [button["text"] for button in render(NeedsInput(what="invoice", choices=twins), "en").quick_replies]
        assert texts == [twin.myropo_id for twin in twins]

    def test_an_invoice_not_found_is_no_dead_end(self) -> None:
        assert len(render(RESULTS["no such invoice"], "en").quick_replies) == 2


class TestKnowledge:
    def test_an_answer_is_cited(self) -> None:
        reply = render(RESULTS["passage"], "en")
        assert (reply.text, reply.citations) == (
            "5 €",
            [{"article_id": "fees", "title": "Fees", "url": "/help/en/fees"}],
        )

    def test_an_answer_in_english_is_announced_in_the_customers_language(self) -> None:
        assert "englanniksi" in render(RESULTS["fallback"], "fi").text


class TestSeveralResults:
    def test_are_one_reply_in_their_order(self) -> None:
        reply = render_all([RESULTS["invoice"], RESULTS["passage"]], "en")
        assert reply.text.startswith("Invoice 1001")
        assert reply.text.endswith("\n\n5 €")
        assert reply.citations

    def test_of_the_same_kind_are_said_once(self) -> None:
        once = render(RESULTS["all open"], "en")
        assert render_all([RESULTS["all open"]] * 3, "en") == once

    def test_a_handoff_leaves_no_card_to_confirm(self) -> None:
        reply = render_all([RESULTS["proposal"], HandedOff(reason="dispute", goal="wrong")], "en")
        assert reply.handoff is not None
        assert reply.proposal is None
