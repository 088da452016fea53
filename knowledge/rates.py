"""Published reference rates as data, and the late payment interest that follows from them.

``rates/<country>.yaml`` has one rate per half year, each with its source.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from knowledge.data_files import checked, country_files, read_country_file
from knowledge.tariff_schema import Tariff, TariffError, TariffFileError

FOLDER = Path(__file__).parent / "rates"


class UnknownRate(TariffError):
    """No rate is known for this country and day."""


def _quoted(value: object) -> object:
    if not isinstance(value, str):
        raise ValueError('write percentages in quotes, "2.50": floats are not exact')
    return value


def _half_year(day: date) -> date:
    # Interest is counted in segments that end with a half year: a rate that begins within one would be missed.
    if (day.month, day.day) not in {(1, 1), (7, 1)}:
        raise ValueError("a rate begins on 1 January or 1 July")
    return day


class Rate(BaseModel):
    """A reference rate from one day on.

    Attributes:
        valid_from: the first day of a half year.
        percent: a year.
        source: who published it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    valid_from: Annotated[date, AfterValidator(_half_year)]
    percent: Annotated[Decimal, BeforeValidator(_quoted), Field(gt=-5, lt=50, decimal_places=2)]
    source: str = Field(min_length=3)


def _consecutive(rates: tuple[Rate, ...]) -> tuple[Rate, ...]:
    for earlier, later in pairwise(rates):
        day = earlier.valid_from
        if later.valid_from != (day.replace(month=7) if day.month == 1 else date(day.year + 1, 1, 1)):
            raise ValueError(f"{later.valid_from} is not the half year after {day}")
    return rates


class CountryRates(BaseModel):
    """The rates of one country, one per half year without a gap, oldest first."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    country: Literal["FI", "SE", "NO"]
    rates: Annotated[tuple[Rate, ...], Field(min_length=1), AfterValidator(_consecutive)]


class Rates:
    """The reference rates of all countries.

    Args:
        countries: one of each.
    """

    def __init__(self, countries: Iterable[CountryRates]) -> None:
        self._newest_first: dict[str, tuple[Rate, ...]] = {
            part.country: tuple(reversed(part.rates)) for part in countries
        }

    def reference(self, country: str, on: date) -> Decimal:
        """The reference rate of a country on a day, in percent a year; the newest one holds until another is added.

        Raises:
            UnknownRate: the day is before the first rate, or the country has none.
        """
        for rate in self._newest_first.get(country, ()):
            if rate.valid_from <= on:
                return rate.percent
        raise UnknownRate(f"no reference rate for {country!r} on {on}")


@cache
def load_rates(folder: Path = FOLDER) -> Rates:
    """Read and check every file of rates; kept in memory afterwards.

    Raises:
        TariffFileError: a file is unreadable, has an unknown or missing field, a float, or leaves out a half year.
    """
    fields = tuple(CountryRates.model_fields)
    return Rates(
        checked(CountryRates, read_country_file(file, fields, TariffFileError), file, TariffFileError)
        for file in country_files(folder, "rate", TariffFileError)
    )


def late_interest_percent(tariff: Tariff, rates: Rates, on: date) -> Decimal:
    """Late payment interest on a day, in percent a year: the reference rate plus the tariff's margin.

    Sources: Interest Act 633/1982 (Finland), Interest Act 1975:635 (Sweden), Act of 17 December 1976 No. 100 (Norway).

    Args:
        tariff: of the claim's country.
        rates: the published rates.
        on: the day of delay.

    Raises:
        UnknownRate: the day is before the first rate of the country.
    """
    return rates.reference(tariff.country, on) + tariff.interest.margin_points
