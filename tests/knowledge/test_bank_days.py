"""Bank days leave out weekends, public holidays and the eves on which banks are closed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.bank_days import is_bank_day, is_holiday, next_bank_day

COUNTRIES = ["FI", "SE", "NO"]


@pytest.mark.parametrize("country", COUNTRIES)
def test_weekends_are_no_bank_days(country: str) -> None:
    week = [date(2026, 11, 16 + day) for day in range(7)]
    assert [is_bank_day(country, day) for day in week] == [True] * 5 + [False] * 2


@pytest.mark.parametrize(
    ("day", "open_in"),
    [
        (date(2026, 1, 1), ""),
        (date(2026, 1, 6), "NO"),
        (date(2026, 4, 2), "FI SE"),  # Maundy Thursday
        (date(2026, 4, 3), ""),
        (date(2026, 4, 6), ""),
        (date(2026, 5, 1), ""),
        (date(2027, 5, 17), "FI SE"),  # Constitution Day and Whit Monday
        (date(2028, 6, 6), "FI NO"),  # National Day of Sweden
        (date(2027, 12, 6), "SE NO"),  # Independence Day of Finland
        (date(2026, 6, 19), "NO"),  # Midsummer Eve, the earliest there is
        (date(2027, 6, 25), "NO"),  # Midsummer Eve, the latest there is
        (date(2026, 6, 26), "FI SE NO"),
        (date(2026, 12, 24), "NO"),
        (date(2026, 12, 25), ""),
        (date(2026, 12, 31), "FI NO"),
    ],
)
def test_each_country_keeps_its_own_holidays_and_eves(day: date, open_in: str) -> None:
    assert [country for country in COUNTRIES if is_bank_day(country, day)] == [
        country for country in COUNTRIES if country in open_in.split()
    ]


def test_a_holiday_is_one_on_a_weekend_too_and_a_plain_saturday_is_none() -> None:
    assert is_holiday("FI", date(2026, 12, 26))
    assert not is_holiday("FI", date(2026, 11, 21))


@pytest.mark.parametrize(
    ("country", "day", "following"),
    [
        ("FI", date(2026, 11, 20), date(2026, 11, 20)),
        ("FI", date(2026, 11, 21), date(2026, 11, 23)),
        ("FI", date(2026, 12, 24), date(2026, 12, 28)),
        ("NO", date(2026, 12, 24), date(2026, 12, 24)),
        ("NO", date(2026, 4, 2), date(2026, 4, 7)),
        ("SE", date(2026, 12, 31), date(2027, 1, 4)),
    ],
)
def test_the_next_bank_day_is_the_day_itself_or_the_first_after_it(country: str, day: date, following: date) -> None:
    assert next_bank_day(country, day) == following


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(COUNTRIES), st.dates(date(2015, 1, 1), date(2045, 12, 31)))
def test_between_a_day_and_its_next_bank_day_there_is_none(country: str, day: date) -> None:
    following = next_bank_day(country, day)
    assert is_bank_day(country, following)
    between = range(day.toordinal(), following.toordinal())
    assert not any(is_bank_day(country, date.fromordinal(number)) for number in between)
    assert len(between) <= 6


@pytest.mark.parametrize("country", ["DK", "", "fi"])
def test_another_country_is_refused(country: str) -> None:
    with pytest.raises(ValueError, match="no bank days"):
        is_bank_day(country, date(2026, 1, 1))
