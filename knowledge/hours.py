"""Service hours of the phone line as data: one file per country, ``hours/<country>.yaml``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Literal, Self, get_args
from zoneinfo import ZoneInfo

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from knowledge.bank_days import is_holiday
from knowledge.data_files import checked, country_files, read_country_file

FOLDER = Path(__file__).parent / "hours"
DayName = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


class HoursFileError(ValueError):
    """A file of hours cannot be used: the message names the file and the field."""


def _quoted(value: object) -> object:
    if not isinstance(value, str):
        raise ValueError('write times in quotes, "17:00": YAML reads a bare one as a number')
    return value


Clock = Annotated[time, BeforeValidator(_quoted)]


class DayHours(BaseModel):
    """One interval of one day of the week; a day with a break has two of them.

    Attributes:
        weekday: 0 is Monday.
        opens: local time.
        closes: local time, no longer open then.
    """

    model_config = ConfigDict(frozen=True)

    weekday: int = Field(ge=0, le=6)
    opens: time
    closes: time


class Interval(BaseModel):
    """The same hours on several days of the week."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    days: tuple[DayName, ...] = Field(min_length=1)
    opens: Clock
    closes: Clock

    @model_validator(mode="after")
    def _forward(self) -> Self:
        if self.closes <= self.opens:
            raise ValueError("closes: must be after opens, on the same day")
        return self


class CountryHours(BaseModel):
    """The hours of one country's phone line."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    country: Literal["FI", "SE", "NO"]
    zone: ZoneInfo
    phone: tuple[Interval, ...] = Field(min_length=1)

    @property
    def weekly(self) -> tuple[DayHours, ...]:
        """Every interval of the week, in order."""
        names = get_args(DayName)
        week = [
            DayHours(weekday=names.index(day), opens=interval.opens, closes=interval.closes)
            for interval in self.phone
            for day in interval.days
        ]
        return tuple(sorted(week, key=lambda hours: (hours.weekday, hours.opens)))

    @model_validator(mode="after")
    def _apart(self) -> Self:
        for one, two in pairwise(self.weekly):
            if one.weekday == two.weekday and two.opens < one.closes:
                raise ValueError(f"phone: two intervals of {get_args(DayName)[one.weekday]} overlap")
        return self


class Hours:
    """The service hours of all countries.

    Args:
        countries: one of each.
    """

    def __init__(self, countries: Iterable[CountryHours]) -> None:
        self._countries: dict[str, CountryHours] = {hours.country: hours for hours in countries}
        self._weeks = {country: hours.weekly for country, hours in self._countries.items()}

    def weekly(self, country: str) -> tuple[DayHours, ...]:
        """The intervals of an ordinary week, in order.

        Raises:
            KeyError: the country has no hours.
        """
        return self._weeks[country]

    def is_open(self, country: str, at: datetime) -> bool:
        """Whether somebody answers the phone: within an interval of the week, and not on a holiday of the country.

        Args:
            country: FI, SE or NO.
            at: the moment, in any zone.

        Raises:
            KeyError: the country has no hours.
            ValueError: the moment has no zone.
        """
        if at.tzinfo is None:
            raise ValueError("a moment without a zone is open or closed nowhere")
        local = at.astimezone(self._countries[country].zone)
        if is_holiday(country, local.date()):
            return False
        clock = local.time()
        return any(
            hours.weekday == local.weekday() and hours.opens <= clock < hours.closes for hours in self._weeks[country]
        )


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
