"""Numbers and amounts in customers' words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from assistant.understanding.numbers import bare_amount, bare_count, read_amounts, says_half

AMOUNTS = {
    # English
    "pay 50 euros": "50",
    "I'd pay €49.90 now": "49.90",
    "pay 50 of it": "50",
    "EUR 20": "20",
    "let me put 1,249.90 euros towards it": "1249.90",
    "only 30€": "30",
    "pay just 15 now": "15",
    "200 kr today": "200",
    "100 eur from 1001": "100",
    "can I pay 75.50 € first": "75.50",
    "paying 40 please": "40",
    "NOK 350": "350",
    # Finnish
    "maksa 50 €": "50",
    "maksan nyt 20 euroa": "20",
    "voinko maksaa 49,90 euroa": "49.90",
    "20e": "20",
    "maksaisin 100 nyt": "100",
    "30 eurolla": "30",
    "1 249,90 €": "1249.90",
    "maksan 15 siitä": "15",
    "35 eur laskusta": "35",
    "250,00 euroa tänään": "250",
    "lyhennän 60 euroa": "60",
    "maksan vain 10": "10",
    # Swedish
    "betala 200 kr": "200",
    "jag betalar 150 kronor nu": "150",
    "99,50 kr": "99.50",
    "1.249,90 kr": "1249.90",
    "betala 300 nu": "300",
    "500:- idag": "500",
    "kan jag betala 75 SEK": "75",
    "bara 50 kr": "50",
    "betala 400 av räkningen": "400",
    "kr 120": "120",
    "2 000 kronor": "2000",
    "jag betalar först 80": "80",
    # Norwegian
    "betale 200 kroner": "200",
    "jeg betaler 150 kr nå": "150",
    "200,- i dag": "200",
    "89,50 kr": "89.50",
    "betale 300 nå": "300",
    "NOK 75": "75",
    "kr 500": "500",
    "bare 50 kr": "50",
    "betale 400 av regningen": "400",
    "1 200 kr": "1200",
    "kan jeg betale 60 kroner": "60",
    "jeg betaler bare 90": "90",
}
NO_AMOUNT = ["pay 2 invoices", "pay in 3 parts", "maksan laskun", "betala 4 fakturor", "call 040 1234567", "pay", ""]


@pytest.mark.parametrize(("text", "amount"), AMOUNTS.items())
def test_an_amount(text: str, amount: str) -> None:
    assert read_amounts(text) == [Decimal(amount)]


@pytest.mark.parametrize("text", NO_AMOUNT)
def test_no_amount(text: str) -> None:
    assert read_amounts(text) == []


@pytest.mark.parametrize("text", ["half of it", "maksan puolet", "hälften", "halva räkningen", "halvparten nå"])
def test_half(text: str) -> None:
    assert says_half(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("3", 3),
        ("three", 3),
        ("kolme", 3),
        ("kolmessa", 3),
        ("tre tack", 3),
        ("fire, takk", 4),
        ("12.", 12),
        ("1001", None),
        ("three weeks", None),
        ("", None),
    ],
)
def test_a_number_as_the_whole_message(text: str, count: int | None) -> None:
    assert bare_count(text) == count


def test_an_amount_as_the_whole_message() -> None:
    assert [bare_amount(text) for text in ("50", "49,90 €", "kr 200", "tomorrow")] == [
        Decimal(50),
        Decimal("49.90"),
        Decimal(200),
        None,
    ]
