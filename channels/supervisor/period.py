"""Which conversations a supervisor looks at: a stretch of days, and perhaps one country or language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from channels.errors import BadInput
from tools.context import STOCKHOLM

LONGEST = 366
"""In days."""
# The day after the last and the zone of any of them must be in the calendar too.
_FIRST_YEAR, _LAST_YEAR = 1900, 9998


@dataclass(frozen=True)
class Period:
    """What statistics are about.

    Attributes:
        first: the first day in Stockholm.
        last: the last day, which belongs to it.
        country: FI, SE or NO; None for all.
        language: of the conversation; None for all.
    """

    first: date
    last: date
    country: str | None = None
    language: str | None = None

    def __post_init__(self) -> None:
        if not 0 <= (self.last - self.first).days < LONGEST:
            raise BadInput("invalid_field", f"from must not be after to, and they be at most {LONGEST} days apart")
        if not _FIRST_YEAR <= self.first.year <= self.last.year <= _LAST_YEAR:
            raise BadInput("invalid_field", f"from and to must be days of {_FIRST_YEAR} to {_LAST_YEAR}")

    @property
    def starts(self) -> datetime:
        """The first moment of the period."""
        return midnight(self.first)

    @property
    def ends(self) -> datetime:
        """The first moment after it."""
        return midnight(self.last + timedelta(days=1))

    @property
    def days(self) -> list[date]:
        """Its days, in order."""
        return [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]


def midnight(day: date) -> datetime:
    """When a day begins in Stockholm."""
    return datetime.combine(day, time(), STOCKHOLM)
