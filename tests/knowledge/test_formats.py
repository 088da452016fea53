"""Amounts and dates are written as readers of each language expect."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.formats import format_date, format_money, format_number, format_percent, plain_spaces
from knowledge.money import Currency, Money


@pytest.mark.parametrize(
    ("cents", "currency", "language", "written"),
    [
        (8490, "EUR", "en", "€84.90"),
        (8490, "EUR", "fi", "84,90 €"),
        (8490, "SEK", "sv", "84,90 kr"),
        (8490, "NOK", "nb", "84,90 kr"),
        (124_990, "EUR", "en", "€1,249.90"),
        (124_990, "EUR", "fi", "1 249,90 €"),
        (124_990, "SEK", "sv", "1 249,90 kr"),
        (8490, "SEK", "en", "SEK 84.90"),
        (8490, "NOK", "sv", "84,90 NOK"),
        (8490, "SEK", "nb", "84,90 SEK"),
        (0, "EUR", "en", "€0.00"),
        (-500, "EUR", "en", "-€5.00"),
        (5, "EUR", "fi", "0,05 €"),
    ],
)
def test_writes_money(cents: int, currency: Currency, language: str, written: str) -> None:
    assert plain_spaces(format_money(Money(amount_minor=cents, currency=currency), language)) == written


@pytest.mark.parametrize(("cents", "written"), [(500, "5 €"), (550, "5,50 €"), (100_000, "1 000 €")])
def test_short_money_leaves_out_zero_decimals(cents: int, written: str) -> None:
    assert plain_spaces(format_money(Money(amount_minor=cents, currency="EUR"), "fi", short=True)) == written


def test_an_amount_is_never_torn_at_the_end_of_a_line() -> None:
    assert " " not in format_money(Money(amount_minor=124_990, currency="EUR"), "fi")


@pytest.mark.parametrize(
    ("language", "written"),
    [("en", "10 December 2026"), ("fi", "10.12.2026"), ("sv", "10 december 2026"), ("nb", "10. desember 2026")],
)
def test_writes_dates(language: str, written: str) -> None:
    assert format_date(date(2026, 12, 10), language) == written


@pytest.mark.parametrize(
    ("language", "written"), [("en", "11.5%"), ("fi", "11,5 %"), ("sv", "11,5 %"), ("nb", "11,5 %")]
)
def test_writes_percentages(language: str, written: str) -> None:
    assert plain_spaces(format_percent(11.5, language)) == written


def test_writes_plain_numbers() -> None:
    assert format_number(7.0, "fi") == "7"
    assert format_number(7.5, "fi") == "7,5"


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(ValueError, match="'tlh'"):
        format_money(Money(amount_minor=1, currency="EUR"), "tlh")
