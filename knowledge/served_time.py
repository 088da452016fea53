"""How much service time lies between two moments: what waiting is measured in."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, datetime, timedelta
from functools import cache

from knowledge.hours import load_hours

_DAY = timedelta(days=1)


def served_seconds(country: str, start: datetime, end: datetime, line: str = "message_center") -> float:
    """How much opening time lies between two moments, in seconds; none when the second is the earlier one.

    Args:
        country: FI, SE or NO.
        start: the first moment, in any zone.
        end: the second one.
        line: phone or message_center.

    Raises:
        KeyError: the country has no hours, or there is no such line.
    """
    first, last = start.timestamp(), max(start.timestamp(), end.timestamp())
    # Near a new year it may be another one in the country.
    touched = range((start - _DAY).year, (end + _DAY).year + 1)
    years = [_Year.of(country, line, year) for year in touched]
    return sum(year.until(last) - year.until(first) for year in years)


class _Year:
    """The opening time of one calendar year, so that statistics can ask thousands of times.

    Args:
        openings: all intervals of the year in order, in seconds since 1970.
    """

    def __init__(self, openings: list[tuple[float, float]]) -> None:
        self._openings = openings
        self._opens = [opens for opens, _ in openings]
        self._before = [0.0]
        for opens, closes in openings:
            self._before.append(self._before[-1] + closes - opens)

    @classmethod
    @cache
    def of(cls, country: str, line: str, year: int) -> _Year:
        """The year of a line; remembered."""
        hours, first = load_hours(), date(year, 1, 1)
        days = [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]
        return cls([(o.timestamp(), c.timestamp()) for day in days for o, c in hours.on(country, day, line)])

    def until(self, moment: float) -> float:
        """How much of the year's opening time has gone by at a moment, in seconds."""
        begun = bisect_right(self._opens, moment)
        if not begun:
            return 0.0
        opens, closes = self._openings[begun - 1]
        return self._before[begun - 1] + min(moment, closes) - opens
