"""Late payment interest: simple interest on what was unpaid, day by day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

_DAY = timedelta(days=1)
_DAYS_A_YEAR = 365


def accrued(
    principal: Sequence[tuple[date, int]], since: date, until: date, percent_on: Callable[[date], Decimal]
) -> int:
    """Simple interest on the unpaid principal, by actual days over 365, rounded half up once at the end.

    Args:
        principal: movements of (day, minor units): charged above zero, paid below; each counts from its day on. Where
            more was paid than charged nothing accrues.
        since: the due date; interest runs from the day after it.
        until: the last day that bears interest.
        percent_on: the interest in percent a year on a day; it may change on 1 January and 1 July.

    Returns:
        Minor units; 0 if ``until`` is not after ``since``.
    """
    if until <= since:
        return 0
    # In percent-days of minor units: nothing is divided, and so nothing lost, before the end.
    total = Decimal(0)
    for first, end in pairwise(_segments(principal, since + _DAY, until + _DAY)):
        owed = sum(amount for day, amount in principal if day <= first)
        if owed > 0:
            total += owed * (end - first).days * percent_on(first)
    return int((total / (100 * _DAYS_A_YEAR)).quantize(Decimal(1), ROUND_HALF_UP))


def _segments(principal: Sequence[tuple[date, int]], first: date, end: date) -> list[date]:
    """The days between ``first`` and ``end`` on which the principal or the rate may change, and these two."""
    changes = {day for day, _ in principal} | set(_half_years(first.year, end.year))
    return [first, *sorted(day for day in changes if first < day < end), end]


def _half_years(first: int, last: int) -> Iterator[date]:
    for year in range(first, last + 1):
        yield date(year, 1, 1)
        yield date(year, 7, 1)
