"""What a model's own words must not state."""

from __future__ import annotations

import pytest

from assistant.safeguards.claims import claims_action
from assistant.safeguards.provenance import ungrounded_figures
from assistant.safeguards.states import denied_states
from knowledge.formats import format_date, format_money
from tests.assistant.support import GYM, POWER, PROPOSAL, day, euros
from tests.conftest import TODAY
from tools.context import LANGUAGES, Language
from tools.results import InvoiceDetailsResult, InvoiceList, ProposalMade, compact

LIST = compact(InvoiceList(status="open", invoices=(POWER, GYM), outstanding=(euros(14980),)))


class TestFigures:
    @pytest.mark.parametrize(
        "reply",
        [
            "You owe €149.80 in all: €84.90 by 4 December and €64.90 that was due on 20 November.",
            "Maksettavaa on 149,80 €. Laskun 1001 eräpäivä on 4.12.2026.",
            "Laskun 1003 eräpäivä oli 20.11., ja siinä on kuluja 5 €.",
            "Du är skyldig 149,80 €, varav 84,90 € den 4 december 2026.",
            "Du skylder 149,80 EUR. Faktura 1003 forfalt 20. november.",
            "Invoice 1003 is two days late; 5,00 € of it is a fee.",
            "Call +358 9 4245 0101 about MR-4017-1003.",
            "You have 2 invoices, 1 of them is late.",
        ],
    )
    def test_of_the_tools_are_grounded_however_they_are_written(self, reply: str) -> None:
        assert not ungrounded_figures(reply, [LIST], TODAY)

    @pytest.mark.parametrize(
        "reply",
        [
            "You owe €150.80.",
            "You owe €8,490.",
            "You owe €849.",
            "Maksettavaa on 84,09 €.",
            "Det kostar 60 kr.",
            "It costs 7 €.",
            "It costs €7.",
            "Avgiften är 7 procent.",
            "Siirto maksaa 3 euroa.",
            "Du har 14 dager på deg.",
            "You have 7 days.",
            "The due date is 5 December.",
            "The due date is 4 January.",
            "eräpäivä on 14.12.2026",
            "Forfallsdatoen er 4. desember 2027.",
            "Pay it by tomorrow.",
            "Call +358 9 4245 0999.",
            "invoice 1002",
            "MR-4018-1001 is open.",
        ],
    )
    def test_that_no_tool_gave_are_found(self, reply: str) -> None:
        assert ungrounded_figures(reply, [LIST], TODAY)

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("minor", [5, 100, 8490, 124990, 100_000_000])
    def test_amounts_are_compared_by_value(self, language: Language, minor: int) -> None:
        money = euros(minor)
        source = compact(InvoiceList(status="open", invoices=(), outstanding=(money,)))
        for short in (False, True):
            assert not ungrounded_figures(format_money(money, language, short=short), [source], TODAY)
            assert ungrounded_figures(format_money(euros(minor + 1), language, short=short), [source], TODAY)

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("offset", [0, 1, 12, 40, 400])
    def test_dates_are_compared_by_day(self, language: Language, offset: int) -> None:
        source = f'{{"due_date":"{day(offset)}"}}'
        assert not ungrounded_figures(format_date(day(offset), language), [source], TODAY)
        assert ungrounded_figures(format_date(day(offset + 31), language), [source], TODAY)

    def test_of_the_customers_own_words_are_grounded(self) -> None:
        assert not ungrounded_figures("You asked about 10 December.", ["siirrä 10.12.2026"], TODAY)

    def test_of_a_passage_are_grounded(self) -> None:
        passage = "Muistutus maksaa 5 €, ja eräpäivästä on kulunut vähintään 14 päivää."
        assert not ungrounded_figures("A reminder costs €5, 14 days after the due date.", [passage], TODAY)

    def test_in_a_details_result_and_a_proposal_are_grounded(self) -> None:
        sources = [compact(InvoiceDetailsResult(invoice=GYM)), compact(ProposalMade(proposal=PROPOSAL))]
        reply = f"1003: {format_date(day(18), 'fi')}, {format_money(euros(6990), 'fi')}"
        assert not ungrounded_figures(reply, sources, TODAY)

    @pytest.mark.parametrize("reply", ["", "Hello!", "👍", "½", "²", "١٢٣", "1" * 500, "1.2.3.4.5.6", "+", "0", "..,,"])
    def test_odd_texts_are_read_without_failing(self, reply: str) -> None:
        ungrounded_figures(reply, [reply], TODAY)
        ungrounded_figures(reply, [])


class TestClaims:
    @pytest.mark.parametrize(
        "words",
        [
            "I have moved your due date to 10 December.",
            "I've now postponed it for you.",
            "Done! I already changed the date.",
            "Your due date has been moved.",
            "The fee has now been waived.",
            "Your invoice is now cancelled.",
            "I'll move it for you.",
            "I will let my colleague know.",
            "Someone will contact you shortly.",
            "I am transferring you to a person.",
            "Olen siirtänyt eräpäivän.",
            "Siirsin laskusi eräpäivän joulukuulle.",
            "Eräpäivä on nyt siirretty.",
            "Lähetän asiasi eteenpäin.",
            "Sinuun otetaan yhteyttä.",
            "Jag har flyttat förfallodagen.",
            "Förfallodagen är nu flyttad.",
            "Din faktura har ändrats.",
            "Jag kopplar dig till en medarbetare.",
            "Vi kommer att kontakta dig.",
            "Jeg har flyttet forfallsdatoen.",
            "Forfallsdatoen er nå endret.",
            "Fakturaen ble utsatt.",
            "Jeg setter deg over.",
            "Vi skal ta kontakt.",
            "Hello!\nI have updated your invoice.",
        ],
    )
    def test_of_something_done_or_promised_are_found(self, words: str) -> None:
        assert claims_action(words)

    @pytest.mark.parametrize(
        "words",
        [
            "Hello! How can I help you with your invoices?",
            "You have two open invoices.",
            "Invoice 1004 has been paid.",
            "A reminder was sent on 6 November.",
            "I have not moved anything.",
            "I can show you which dates are possible.",
            "Would you like to move the due date?",
            "I'll need the number of the invoice.",
            "Hei! Miten voin auttaa laskuissa?",
            "Lasku 1004 on maksettu.",
            "Mitään ei ole siirretty.",
            "Haluatko siirtää eräpäivän?",
            "Hej! Vad kan jag hjälpa dig med?",
            "Fakturan är betald.",
            "Inget har ändrats.",
            "Vill du flytta förfallodagen?",
            "Hei! Hva kan jeg hjelpe deg med?",
            "Fakturaen er betalt.",
            "Ingenting er endret.",
            "Vil du flytte forfallsdatoen?",
            "",
        ],
    )
    def test_are_not_seen_in_other_words(self, words: str) -> None:
        assert not claims_action(words)


class TestHowInvoicesStand:
    @pytest.mark.parametrize(
        ("words", "denied"),
        [
            ("Invoice 1001 is already paid.", {"paid"}),
            ("Lasku 1001 on jo maksettu.", {"paid"}),
            ("Faktura 1001 är betald.", {"paid"}),
            ("Faktura 1001 er allerede betalt.", {"paid"}),
            ("Invoice 1001 is overdue.", {"late"}),
            ("Invoice 1003 is overdue.", set()),
            ("A reminder of invoice 1003 was sent.", set()),
            ("A reminder of invoice 1001 was sent.", {"sent"}),
            ("One of them is overdue.", set()),
            ("Invoice 1001 is not paid.", set()),
            ("When an invoice is overdue, we send a reminder.", set()),
        ],
    )
    def test_is_compared_with_the_invoices(self, words: str, denied: set[str]) -> None:
        assert denied_states(words, (POWER, GYM)) == denied

    def test_of_nobodys_invoices_is_denied(self) -> None:
        assert denied_states("It is paid.", ()) == {"paid"}


class TestNumbersInWords:
    @pytest.mark.parametrize(
        "words",
        [
            "A reminder costs ninety-nine euros.",
            "Muistutus maksaa yhdeksänkymmentäyhdeksän euroa.",
            "Det kostar nittionio kronor.",
            "Det koster nittini kroner.",
            "You have forty days.",
        ],
    )
    def test_beside_a_unit_are_figures(self, words: str) -> None:
        assert ungrounded_figures(words, ["5 €"])

    def test_are_grounded_by_the_same_words_or_figures(self) -> None:
        assert not ungrounded_figures("You have two weeks.", ["2 weeks"])
        assert not ungrounded_figures("Sinulla on kaksi viikkoa.", ["kaksi viikkoa"])

    def test_that_are_one_or_stand_alone_are_none(self) -> None:
        assert not ungrounded_figures("It takes a day, one day at most. Two of them are open.", ["nothing"])
