"""Replies about invoices, balances, letters, contacts and paying, word for word."""

from __future__ import annotations

from datetime import time

from assistant.replies.render import render
from knowledge.formats import plain_spaces
from knowledge.hours import DayHours
from knowledge.hours_words import written_week
from tests.assistant.results import COSTLY, RESULTS, WEEK
from tests.assistant.support import GYM, POWER, day, euros, invoice
from tools.ledger.views import InvoiceDetails, InvoiceView, LineView
from tools.results import Balance, InvoiceDetailsResult, InvoiceList, NeedsInput


class TestInvoices:
    def test_one_and_several_are_counted_in_words(self) -> None:
        assert render(RESULTS["one open"], "en").text == "You have one unpaid invoice of €84.90."
        assert render(RESULTS["one late"], "en").text == "You have one unpaid invoice of €64.90. It is overdue."
        assert render(RESULTS["all open"], "en").text == (
            "You have 4 unpaid invoices, €639.60 in all. One of them is overdue."
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

    def test_an_overpayment_is_no_debt(self) -> None:
        reply = render(RESULTS["overpaid"], "en")
        assert "overpaid by €92.40" in reply.text
        assert [button["label"] for button in reply.quick_replies] == ["Get back what I overpaid"]

    def test_invoices_with_one_number_are_told_apart_by_their_ids(self) -> None:
        twins = (POWER, invoice("1001", "Koivukodit"))
        question = NeedsInput(what="invoice", tool="get_invoice", choices=twins)
        texts = [button["text"] for button in render(question, "en").quick_replies]
        assert texts == [twin.myropo_id for twin in twins]

    def test_an_invoice_not_found_is_no_dead_end(self) -> None:
        assert len(render(RESULTS["no such invoice"], "en").quick_replies) == 2

    def test_a_plan_has_the_date_of_its_next_instalment_once(self) -> None:
        assert render(RESULTS["planned"], "en").text.startswith(
            "Invoice 1006 from Revontuli Energia: €80.50 is left to pay, in instalments. "
            "The next instalment is €40.00, due on 1 December 2026. 2 instalments are left."
        )
        assert "The instalment of €40.50 was due on 19 November 2026. It is the last one." in (
            render(RESULTS["late plan"], "en").text
        )

    def test_nothing_is_owed_on_a_credited_invoice(self) -> None:
        assert "credited" in render(RESULTS["credited"], "en").text


class TestBalance:
    def test_of_one_invoice_is_made_of_its_postings(self) -> None:
        reply = render(RESULTS["balance of one"], "en")
        assert reply.table is not None
        assert [(label.split("\n")[0], amount) for label, amount in reply.table["rows"]] == [
            ("Kuntosalijäsenyys", "€55.00"),
            ("Collection costs", "€14.00"),
            ("Late payment interest", "€1.40"),
            ("Payment", "-€7.00"),
            ("Refund", "€2.00"),
            ("Left to pay", "€65.40"),
        ]
        assert "Fees of €14.00 and late payment interest of €1.40" in reply.text

    def test_of_one_invoice_in_short_is_made_of_its_parts(self) -> None:
        short = InvoiceView.model_validate(COSTLY.model_dump(include=set(InvoiceView.model_fields)))
        table = render(Balance(invoices=(short,), outstanding=(short.outstanding,), overpaid=()), "en").table
        assert table is not None
        assert table["rows"] == [
            ["Invoice amount", "€55.00"],
            ["Fees", "€14.00"],
            ["Late payment interest", "€1.40"],
            ["Paid", "-€5.00"],
            ["Left to pay", "€65.40"],
        ]

    def test_of_several_says_what_was_added_and_has_a_row_for_each_that_fits_a_small_screen(self) -> None:
        reply = render(RESULTS["balance of all"], "en")
        assert reply.text == (
            "€509.90 in all is left to pay on 2 invoices. One of them is overdue. "
            "Fees and interest make up €5.00 of the total."
        )
        assert reply.table is not None
        assert [column["label"] for column in reply.table["columns"]] == ["Invoice", "Due date", "Left to pay"]
        assert reply.table["rows"][1] == ["Koivukodit\n1005, Invoice", "28 Nov 2026", "€445.00"]

    def test_money_to_be_had_back_is_offered(self) -> None:
        reply = render(RESULTS["only too much"], "en")
        assert reply.text == (
            "You have nothing to pay. €184.80 too much has been paid. It can be paid back to a bank account."
        )
        assert [button["label"] for button in reply.quick_replies] == ["Get back what I overpaid"]

    def test_details_show_a_table_only_where_there_is_something_to_explain(self) -> None:
        assert render(RESULTS["costly"], "en").table is not None
        lines = (LineView(kind="principal", text="", amount=euros(8490), added_on=day(-9)),)
        plain = InvoiceDetails.model_validate({**POWER.model_dump(), "lines": lines})
        assert render(InvoiceDetailsResult(invoice=plain), "en").table is None


class TestServices:
    def test_letters_link_to_the_newest(self) -> None:
        reply = render(RESULTS["letters"], "en")
        assert reply.link == {"label": "Open the newest: Payment reminder, 13 Nov 2026", "url": "/api/v1/letters/2"}
        assert reply.table is not None
        assert reply.table["rows"][0] == ["13 Nov 2026", "Payment reminder", "B\n1003"]
        assert render(RESULTS["no letters"], "en").link is None

    def test_the_line_on_the_invoice_is_for_paying_and_the_biller_for_the_purchase(self) -> None:
        assert render(RESULTS["contact"], "en").text == (
            "For questions about paying invoice 1003, call +358 9 4245 0900. The line is open now (Mon–Fri 8–17). "
            "For questions about what you bought, contact Kuntokeskus Tähti: +358 9 4245 0101, https://biller.example, "
            "laskut@biller.example."
        )
        assert "closed now" in render(RESULTS["contact, closed"], "en").text
        assert render(RESULTS["contact, no line"], "en").text.startswith("For questions about what you bought")

    def test_hours_are_written_in_short(self) -> None:
        split = (
            *WEEK[:3],
            DayHours(weekday=4, opens=time(8, 30), closes=time(12)),
            DayHours(weekday=4, opens=time(13), closes=time(16)),
        )
        assert written_week(split, "en") == "Mon–Wed 8–17, Fri 8:30–12 / 13–16"
        assert written_week(split, "fi") == "ma–ke 8–17, pe 8.30–12 / 13–16"
        assert written_week(split, "sv") == "mån–ons 8–17, fre 8:30–12 / 13–16"
        assert written_week(split, "nb") == "man–ons 8–17, fre 8.30–12 / 13–16"

    def test_a_payment_is_a_button_to_its_page(self) -> None:
        reply = render(RESULTS["payment"], "en")
        assert reply.link == {"label": "Pay €64.90", "url": "https://pay.example/3"}
        assert "Nothing is paid until you confirm" in reply.text
