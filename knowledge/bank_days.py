"""Bank days of the three countries: when a payment can be due and an office can be open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import holidays

_COUNTRIES = ("FI", "SE", "NO")
_DAY = timedelta(days=1)
_SATURDAY = 5


def is_holiday(country: str, day: date) -> bool:
    """Whether banks and offices are closed for a holiday, on whatever day of the week it falls.

    Holidays are a country's public holidays; in Finland also Midsummer Eve and Christmas Eve (Act 150/1930 on the
    computation of time limits); in Sweden these and New Year's Eve (Act 1930:173 on the computation of statutory time).

    Args:
        country: FI, SE or NO.
        day: to look at.

    Raises:
        ValueError: another country.
    """
    return day in _holidays(country, day.year)


def is_bank_day(country: str, day: date) -> bool:
    """Whether banks work: Monday to Friday, unless ``is_holiday``.

    Args:
        country: FI, SE or NO.
        day: to look at.

    Raises:
        ValueError: another country.
    """
    return not is_holiday(country, day) and day.weekday() < _SATURDAY


def next_bank_day(country: str, day: date) -> date:
    """The day itself if it is a bank day, otherwise the first one after it.

    Args:
        country: FI, SE or NO.
        day: to begin with.

    Raises:
        ValueError: another country.
    """
    while not is_bank_day(country, day):
        day += _DAY
    return day


@cache
def _holidays(country: str, year: int) -> frozenset[date]:
    if country not in _COUNTRIES:
        raise ValueError(f"no bank days are known for {country!r}")
    # Read as a plain set: a look-up in the package's own mapping costs ten times as much.
    return frozenset(holidays.country_holidays(country, years=year)) | frozenset(_eves(country, year))


def _eves(country: str, year: int) -> Iterator[date]:
    if country == "NO":
        return
    # Midsummer Eve is the Friday between 19 and 25 June.
    first = date(year, 6, 19)
    yield first + (4 - first.weekday()) % 7 * _DAY
    yield date(year, 12, 24)
    if country == "SE":
        yield date(year, 12, 31)
