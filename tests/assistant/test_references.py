"""Which invoice a message is about."""

from __future__ import annotations

import pytest

from assistant.conversation import Message
from assistant.understanding.arguments import arguments_for
from assistant.understanding.pointing import pointed_at
from assistant.understanding.references import find_invoices
from tests.assistant.support import ANNAS, NURSERY, POWER, day, invoice, situation
from tools.context import Language

ONE = {
    # Its number, its MyRopo ID.
    "can I postpone 1001?": "1001",
    "laskua 1002, kiitos": "1002",
    "1003:n eräpäivä": "1003",
    "siirrä 1001-laskun eräpäivä": "1001",
    "#1005": "1005",
    f"open {POWER.myropo_id.lower()}": "1001",
    # Who sent it.
    "the one from Revontuli": "1001",
    "Kaikulle meneekö se": "1002",
    "mitä Kuntokeskus Tähti laskuttaa": "1003",
    "Koivukotien lasku": "1005",
    # What it is for, in another language than its own.
    "my electricity bill": "1001",
    "elräkningen": "1001",
    "strømregningen min": "1001",
    "puhelinlaskuni": "1002",
    "mobilfakturan": "1002",
    "my phone bill is high": "1002",
    "bredbåndet": "1002",
    "the gym": "1003",
    "treningssenteret": "1003",
    "tandläkaren": "1004",
    "I was at the dentist": "1004",
    "hammaslääkärin lasku": "1004",
    "hyran": "1005",
    "husleien": "1005",
    "my rent": "1005",
    "vesimaksu": "1005",
    # Its amount.
    "84,90 euroa": "1001",
    "why €44.80?": "1002",
    "64,90 € on paljon": "1003",
    "the 845 euro one": "1005",
    # Its rank.
    "the biggest one": "1005",
    "suurimman laskun": "1005",
    "den dyraste": "1005",
    "den største": "1005",
    "my latest invoice": "1001",
    "uusin lasku": "1001",
    "senaste fakturan": "1001",
    "den siste fakturaen": "1001",
    "the overdue one": "1003",
    "erääntynyt lasku": "1003",
    "den förfallna fakturan": "1003",
    "den forfalte fakturaen": "1003",
}
NONE = [
    "What do I owe?",
    "mitä maksuvaihtoehtoja on",
    "what is your phone number?",
    "mikä on puhelinnumeronne",
    "hva er renten ved forsinkelse",
    "tähän liittyen",
    "what is the latest possible date",
    "flytta till den 5 oktober",
    "siirrä 5. lokakuuta",
    "invoice 2001",
    "10011",
    "44.8",
    "",
]


class TestFinding:
    @pytest.mark.parametrize(("text", "number"), ONE.items())
    def test_one(self, text: str, number: str) -> None:
        assert [found.number for found in find_invoices(text, ANNAS)] == [number]

    @pytest.mark.parametrize("text", NONE)
    def test_none(self, text: str) -> None:
        assert find_invoices(text, ANNAS) == []

    @pytest.mark.parametrize("text", ["1001 and 1003", "sähkölasku ja kuntosali", "84.90 or 64.90"])
    def test_several(self, text: str) -> None:
        assert [found.number for found in find_invoices(text, ANNAS)] == ["1001", "1003"]

    def test_a_number_decides_before_words_do(self) -> None:
        assert [found.number for found in find_invoices("not the gym but 1001", ANNAS)] == ["1001"]

    @pytest.mark.parametrize("text", ["2 070,00 kr", "2\u00a0070,00", "2.070,00 kr", "2070 kr", "NOK 2,070.00"])
    def test_thousands_in_every_way_of_writing(self, text: str) -> None:
        assert find_invoices(text, [*ANNAS, NURSERY]) == [NURSERY]

    def test_the_end_of_a_larger_amount_is_no_amount(self) -> None:
        small = invoice("7", total=7000)
        assert find_invoices("2 070,00 kr", [small]) == []

    def test_the_biggest_is_the_biggest_that_is_owed(self) -> None:
        paid, owed = invoice("1", total=9999, paid=9999), invoice("2", total=100)
        assert find_invoices("the biggest", [paid, owed]) == [owed]

    def test_nothing_is_found_without_invoices(self) -> None:
        assert [find_invoices(text, ()) for text in ("1001", "gym", "biggest", "84,90")] == [[]] * 4


class TestThatOne:
    @pytest.mark.parametrize(
        ("text", "language"),
        [("postpone that one", "en"), ("siirrä se", "fi"), ("flytta den", "sv"), ("utsett den", "nb")],
    )
    def test_is_the_last_invoice_named(self, text: str, language: Language) -> None:
        history = (Message("assistant", "1003 is overdue."), Message("assistant", "Invoice 1001: 84.90 is left."))
        assert pointed_at(text, language, history, ANNAS) == POWER

    def test_is_none_when_the_last_message_named_several(self) -> None:
        history = (Message("assistant", "Invoice 1003."), Message("assistant", "Do you mean 1001 or 1002?"))
        assert pointed_at("that one", "en", history, ANNAS) is None

    def test_is_none_when_nothing_points_back(self) -> None:
        assert pointed_at("What do I owe?", "en", (Message("assistant", "Invoice 1001."),), ANNAS) is None

    def test_is_not_seen_in_another_language(self) -> None:
        history = (Message("assistant", "Invoice 1001."),)
        assert pointed_at("kan min fru se det", "fi", history, ANNAS) == POWER
        assert pointed_at("kan min fru se mina fakturor", "sv", history, ANNAS) is None

    def test_is_none_without_history(self) -> None:
        assert pointed_at("that one", "en", (), ANNAS) is None


class TestArguments:
    def test_of_a_postponement(self) -> None:
        assert arguments_for("postpone_due_date", situation("Move the gym invoice to 10 December")) == {
            "invoice": "1003",
            "new_date": day(18).isoformat(),
        }

    def test_an_invoices_own_due_date_is_not_the_wish(self) -> None:
        text = f"1001 is due on {day(12):%d.%m.%Y}, can I have until {day(18):%d.%m.%Y}?"
        assert arguments_for("postpone_due_date", situation(text))["new_date"] == day(18).isoformat()

    def test_two_wished_dates_are_asked_about(self) -> None:
        found = arguments_for("postpone_due_date", situation("1001 to 10 December or 12 December"))
        assert found == {"invoice": "1001"}

    def test_two_invoices_are_asked_about(self) -> None:
        assert arguments_for("get_invoice", situation("1001 and 1002", history=(Message("assistant", "1003"),))) == {}

    def test_a_question_is_searched_in_the_customers_words(self) -> None:
        text = "What is a reminder?"
        assert arguments_for("search_knowledge", situation(text)) == {"question": text}

    def test_a_list_needs_none(self) -> None:
        assert arguments_for("list_invoices", situation("1001")) == {}
