"""The tools that read the ledger."""

from __future__ import annotations

import json

import pytest

from knowledge.money import Money
from tests.tools.support import ContextOf, call, call_message
from tools.invoices import get_balance, get_contact, get_invoice, list_invoices, list_letters
from tools.ledger.demo_data import COMPANY_MYROPO_ID
from tools.results import Balance, Contact, InvoiceDetailsResult, InvoiceList, Letters, NeedsInput, NotFound


async def listed(context_of: ContextOf, principal: str, **arguments: object) -> InvoiceList:
    result = await call(list_invoices, context_of(principal), **arguments)
    assert isinstance(result, InvoiceList)
    return result


class TestListInvoices:
    async def test_shows_what_is_open_and_its_sum(self, context_of: ContextOf) -> None:
        result = await listed(context_of, "person:anna")
        assert [invoice.number for invoice in result.invoices] == ["1003", "1002", "1005", "1001"]
        assert result.outstanding == (Money(amount_minor=8490 + 4480 + 6490 + 44500, currency="EUR"),)

    @pytest.mark.parametrize(("status", "count"), [("paid", 1), ("all", 5), ("open", 4), ("overdue", 4), (None, 4)])
    async def test_an_unknown_status_means_open(self, context_of: ContextOf, status: str | None, count: int) -> None:
        assert len((await listed(context_of, "person:anna", status=status)).invoices) == count

    async def test_an_overpaid_invoice_owes_nothing(self, context_of: ContextOf) -> None:
        result = await listed(context_of, "person:olli", status="all")
        assert result.outstanding == ()
        assert result.invoices[0].outstanding.amount_minor == -9240

    @pytest.mark.parametrize("principal", ["person:nobody", "anonymous:"])
    async def test_an_empty_list_is_an_answer(self, context_of: ContextOf, principal: str) -> None:
        message = await call_message(list_invoices, context_of(principal))
        assert json.loads(message.text) == {"outcome": "invoices", "status": "open", "invoices": []}


class TestGetInvoice:
    @pytest.mark.parametrize("reference", ["1003", 1003, " #1003 "])
    async def test_shows_one_invoice_in_full(self, context_of: ContextOf, reference: object) -> None:
        result = await call(get_invoice, context_of("person:anna"), invoice=reference)
        assert isinstance(result, InvoiceDetailsResult)
        assert [line.kind for line in result.invoice.lines] == ["principal", "reminder_fee"]

    @pytest.mark.parametrize("reference", ["2001", "9999", "'; DROP TABLE invoice; --", ["1001"], "x\x00" * 300])
    async def test_what_is_not_the_customers_is_not_found(self, context_of: ContextOf, reference: object) -> None:
        result = await call(get_invoice, context_of("person:anna"), invoice=reference)
        assert isinstance(result, NotFound)
        assert result.invoice is not None
        assert len(result.invoice) <= 40

    @pytest.mark.parametrize(
        ("principal", "number"),
        [("person:erik", "2001"), ("person:olli", "4001"), (f"company:{COMPANY_MYROPO_ID}", "9001")],
    )
    async def test_takes_the_only_invoice_without_asking(
        self, context_of: ContextOf, principal: str, number: str
    ) -> None:
        result = await call(get_invoice, context_of(principal))
        assert isinstance(result, InvoiceDetailsResult)
        assert result.invoice.number == number

    async def test_asks_which_one_when_there_are_several(self, context_of: ContextOf) -> None:
        result = await call(get_invoice, context_of("person:anna"))
        assert isinstance(result, NeedsInput)
        assert (result.what, [choice.number for choice in result.choices]) == (
            "invoice",
            ["1003", "1002", "1005", "1001"],
        )

    async def test_without_any_invoices_there_is_none_to_show(self, context_of: ContextOf) -> None:
        assert await call(get_invoice, context_of("person:nobody")) == NotFound()


class TestGetBalance:
    async def test_says_what_is_owed_and_what_was_paid_too_much(self, context_of: ContextOf) -> None:
        anna = await call(get_balance, context_of("person:anna"))
        assert isinstance(anna, Balance)
        assert anna.outstanding == (Money(amount_minor=8490 + 4480 + 6490 + 44500, currency="EUR"),)
        assert (len(anna.invoices), anna.overpaid) == (4, ())
        olli = await call(get_balance, context_of("person:olli"))
        assert isinstance(olli, Balance)
        assert (olli.outstanding, olli.overpaid) == ((), (Money(amount_minor=9240, currency="EUR"),))

    async def test_of_one_invoice_tells_fees_from_the_principal(self, context_of: ContextOf) -> None:
        result = await call(get_balance, context_of("person:erik"), invoice="#2001")
        assert isinstance(result, Balance)
        (invoice,) = result.invoices
        assert (invoice.fees.amount_minor, invoice.total.amount_minor) == (24000, 148500)

    async def test_of_a_paid_invoice_is_an_answer(self, context_of: ContextOf) -> None:
        result = await call(get_balance, context_of("person:anna"), invoice="1004")
        assert isinstance(result, Balance)
        assert (result.outstanding, result.overpaid) == ((), ())

    async def test_of_anothers_invoice_is_not_found(self, context_of: ContextOf) -> None:
        assert await call(get_balance, context_of("person:anna"), invoice="2001") == NotFound(invoice="2001")

    async def test_of_nobody_is_nothing(self, context_of: ContextOf) -> None:
        assert await call(get_balance, context_of("anonymous:")) == Balance(invoices=(), outstanding=(), overpaid=())


class TestListLetters:
    @pytest.mark.parametrize("reference", [None, "", "2001"])
    async def test_shows_them_newest_first(self, context_of: ContextOf, reference: str | None) -> None:
        result = await call(list_letters, context_of("person:erik"), invoice=reference)
        assert isinstance(result, Letters)
        assert [letter.kind for letter in result.letters] == ["collection_letter", "reminder", "invoice"]
        assert all(letter.url == f"/api/v1/letters/{letter.id}" for letter in result.letters)

    async def test_of_anothers_invoice_are_not_found(self, context_of: ContextOf) -> None:
        assert await call(list_letters, context_of("person:anna"), invoice="2001") == NotFound(invoice="2001")
        assert await call(list_letters, context_of("person:nobody")) == Letters(letters=())


class TestGetContact:
    async def test_has_the_line_on_the_invoice_and_its_hours(self, context_of: ContextOf) -> None:
        result = await call(get_contact, context_of("person:anna"), invoice="1003")
        assert isinstance(result, Contact)
        assert (result.contact.phone, result.contact.biller.phone) == ("+358 9 4245 0909", "+358 9 4245 0103")
        assert (result.contact.open_now, len(result.contact.hours)) == (False, 5)

    async def test_asks_which_invoice_or_finds_none(self, context_of: ContextOf) -> None:
        asked = await call(get_contact, context_of("person:anna"))
        assert isinstance(asked, NeedsInput)
        assert (asked.what, asked.tool) == ("invoice", "get_contact")
        assert await call(get_contact, context_of("person:nobody")) == NotFound()
        assert await call(get_contact, context_of("person:anna"), invoice="2001") == NotFound(invoice="2001")


class TestWhatTheModelReads:
    async def test_has_amounts_written_out_and_no_ids(self, context_of: ContextOf) -> None:
        message = await call_message(get_invoice, context_of("person:anna"), invoice="1005")
        invoice = json.loads(message.text)["invoice"]
        assert invoice["outstanding"] == "445.00 EUR"
        assert "id" not in invoice
        assert "amount_minor" not in message.text
