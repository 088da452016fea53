"""Service hours as data, one file per country, ``hours/<country>.yaml``; and whether and when people answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Literal, Self, get_args
from zoneinfo import ZoneInfo

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from knowledge.bank_days import is_holiday
from knowledge.data_files import checked, country_files, read_country_file

FOLDER = Path(__file__).parent / "hours"
DayName = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Line = Literal["phone", "message_center"]
_DAYS_AHEAD = 31


class HoursFileError(ValueError):
    """A file of hours cannot be used: the message names the file and the field."""


def _quoted(value: object) -> object:
    if not isinstance(value, str | time):
        raise ValueError('write times in quotes, "17:00": YAML reads a bare one as a number')
    return value


Clock = Annotated[time, BeforeValidator(_quoted)]


class Times(BaseModel):
    """An interval of a day in local time: from ``opens`` up to ``closes``, not at it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    opens: Clock
    closes: Clock

    @model_validator(mode="after")
    def _forward(self) -> Self:
        if self.closes <= self.opens:
            raise ValueError("closes: must be after opens, on the same day")
        return self


class DayHours(Times):
    """One interval of one day of the week, 0 being Monday; a day with a break has two of them."""

    weekday: int = Field(ge=0, le=6)


class Interval(Times):
    """The same hours on several days of the week."""

    days: tuple[DayName, ...] = Field(min_length=1)


class Special(BaseModel):
    """A date on which a line keeps other hours than usual, holiday or not; no hours at all when it is closed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    day: date
    lines: tuple[Line, ...] = get_args(Line)
    hours: tuple[Times, ...] = ()


class ServiceLine(BaseModel):
    """One way to reach people.

    Attributes:
        week: its ordinary hours.
        answer_minutes: within how many minutes of opening time somebody answers.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    week: tuple[Interval, ...] = Field(min_length=1)
    answer_minutes: int = Field(ge=0, le=5 * 24 * 60)

    @cached_property
    def weekly(self) -> tuple[DayHours, ...]:
        """Every interval of the week, in order."""
        week = [
            DayHours(weekday=get_args(DayName).index(day), opens=interval.opens, closes=interval.closes)
            for interval in self.week
            for day in interval.days
        ]
        return tuple(sorted(week, key=lambda hours: (hours.weekday, hours.opens)))

    @model_validator(mode="after")
    def _apart(self) -> Self:
        for one, two in pairwise(self.weekly):
            if one.weekday == two.weekday and two.opens < one.closes:
                raise ValueError(f"week: two intervals of {get_args(DayName)[one.weekday]} overlap")
        return self


class CountryHours(BaseModel):
    """When people of one country's customer service answer.

    Attributes:
        country: FI, SE or NO.
        zone: in which all times are meant.
        phone: the phone line.
        message_center: written messages.
        busiest: when the phone line is busiest.
        exceptions: dates with other hours.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    country: Literal["FI", "SE", "NO"]
    zone: ZoneInfo
    phone: ServiceLine
    message_center: ServiceLine
    busiest: tuple[Times, ...]
    exceptions: tuple[Special, ...]

    def line(self, name: str) -> ServiceLine:
        """A line by its name.

        Raises:
            KeyError: there is no such line.
        """
        return {"phone": self.phone, "message_center": self.message_center}[name]

    def on(self, day: date, name: str) -> tuple[Times, ...]:
        """The hours of one date: a dated exception, else none on a public holiday, else those of the weekday."""
        for exception in self.exceptions:
            if exception.day == day and name in exception.lines:
                return exception.hours
        if is_holiday(self.country, day):
            return ()
        weekly = self.line(name).weekly
        return tuple(hours for hours in weekly if hours.weekday == day.weekday())


class Hours:
    """The one place that knows when customer service answers: for articles, the queue, replies and pages alike.

    Args:
        countries: one of each.
    """

    def __init__(self, countries: Iterable[CountryHours]) -> None:
        self._countries: dict[str, CountryHours] = {hours.country: hours for hours in countries}

    def weekly(self, country: str, line: str = "phone") -> tuple[DayHours, ...]:
        """The intervals of an ordinary week, in order.

        Raises:
            KeyError: the country has no hours, or there is no such line.
        """
        return self._countries[country].line(line).weekly

    def busiest(self, country: str) -> tuple[Times, ...]:
        """When the phone line of a country is busiest.

        Raises:
            KeyError: the country has no hours.
        """
        return self._countries[country].busiest

    def exceptions(self, country: str, first: date, last: date, line: str = "phone") -> list[Special]:
        """The dates between two days, both included, on which a line keeps other hours than on its weekday.

        Raises:
            KeyError: the country has no hours.
        """
        known = self._countries[country]
        usual = {hours.weekday for hours in known.line(line).weekly}
        special = {exception.day for exception in known.exceptions if line in exception.lines}
        days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        changed = [d for d in days if d in special or (d.weekday() in usual and is_holiday(country, d))]
        return [Special(day=day, lines=(line,), hours=known.on(day, line)) for day in changed]

    def is_open(self, country: str, at: datetime, line: str = "phone") -> bool:
        """Whether somebody answers.

        Args:
            country: FI, SE or NO.
            at: the moment, in any zone.
            line: phone or message_center.

        Raises:
            KeyError: the country has no hours.
            ValueError: the moment has no zone.
        """
        first = next(self._openings(country, at, line), None)
        return first is not None and first[0] <= at

    def next_opening(self, country: str, at: datetime, line: str = "phone") -> datetime | None:
        """When somebody answers next: the moment itself while it is open.

        Args:
            country: FI, SE or NO.
            at: the moment, in any zone.
            line: phone or message_center.

        Returns:
            In the zone of the line; None when it does not open within a month.

        Raises:
            KeyError: the country has no hours.
            ValueError: the moment has no zone.
        """
        first = next(self._openings(country, at, line), None)
        return max(first[0], at.astimezone(first[0].tzinfo)) if first else None

    def expected_answer(self, country: str, at: datetime, line: str = "message_center") -> datetime | None:
        """By when somebody answers what was written at a moment: the line's answer time, counted in opening hours only.

        Args:
            country: FI, SE or NO.
            at: the moment, in any zone.
            line: phone or message_center.

        Returns:
            In the zone of the line; None when it does not open long enough within a month.

        Raises:
            KeyError: the country has no hours.
            ValueError: the moment has no zone.
        """
        return self.after(country, at, self.answer_time(country, line), line)

    def answer_time(self, country: str, line: str = "message_center") -> timedelta:
        """Within how much opening time somebody answers.

        Raises:
            KeyError: the country has no hours, or there is no such line.
        """
        return timedelta(minutes=self._countries[country].line(line).answer_minutes)

    def after(self, country: str, at: datetime, left: timedelta, line: str = "message_center") -> datetime | None:
        """When an amount of opening time has gone by.

        Args:
            country: FI, SE or NO.
            at: the moment that it is counted from, in any zone.
            left: how much.
            line: phone or message_center.

        Returns:
            In the zone of the line; None when it does not open long enough within a month.

        Raises:
            KeyError: the country has no hours.
            ValueError: the moment has no zone.
        """
        for opens, closes in self._openings(country, at, line):
            begins = max(opens, at.astimezone(opens.tzinfo))
            # Through UTC: a day on which the clocks change is not 24 hours long.
            there = closes.astimezone(UTC) - begins.astimezone(UTC)
            if left <= there:
                return (begins.astimezone(UTC) + left).astimezone(opens.tzinfo)
            left -= there
        return None

    def on(self, country: str, day: date, line: str = "message_center") -> list[tuple[datetime, datetime]]:
        """The intervals of a date, in the line's zone."""
        known = self._countries[country]
        times = known.on(day, line)
        return [
            (datetime.combine(day, t.opens, known.zone), datetime.combine(day, t.closes, known.zone)) for t in times
        ]

    def _openings(self, country: str, at: datetime, line: str) -> Iterator[tuple[datetime, datetime]]:
        """Intervals that end after a moment, in order, for a month."""
        if at.tzinfo is None:
            raise ValueError("a moment without a zone is open or closed nowhere")
        known = self._countries[country]
        local = at.astimezone(known.zone)
        for ahead in range(_DAYS_AHEAD):
            day = local.date() + timedelta(days=ahead)
            for opens, closes in self.on(country, day, line):
                if closes > local:
                    yield opens, closes


@cache
def load_hours(folder: Path = FOLDER) -> Hours:
    """Read and check every file of hours; kept in memory afterwards.

    Raises:
        HoursFileError: a file is unreadable, has an unknown or missing field, or intervals that overlap.
    """
    fields = tuple(CountryHours.model_fields)
    return Hours(
        checked(CountryHours, read_country_file(file, fields, HoursFileError), file, HoursFileError)
        for file in country_files(folder, "hours", HoursFileError)
    )
