"""Fees as data, and the pure functions that price with them: one source for articles, quotes and pages.

The amounts live in ``tariffs/<country>.yaml``: each version has the day from which it holds, and its source.

    TariffError (ValueError)
    ├── TariffFileError    a file is wrong: the message names the file and the field
    └── UnknownFee         no tariff for this country and date, or no such fee in it
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import ValidationError

from knowledge.money import Money
from knowledge.tariff_schema import Bands, Letters, Tariff, TariffError, TariffFileError, UnknownFee

__all__ = [
    "CustomerKind",
    "Tariff",
    "TariffError",
    "TariffFileError",
    "Tariffs",
    "UnknownFee",
    "collection_letter_fee",
    "due_date_change_fee",
    "load_tariffs",
    "min_extension_days",
    "reminder_fee",
]

CustomerKind = Literal["consumer", "company"]
FOLDER = Path(__file__).parent / "tariffs"


class Tariffs:
    """The tariffs of all countries.

    Args:
        tariffs: in any order; several of one country differ in ``valid_from``.
    """

    def __init__(self, tariffs: Iterable[Tariff]) -> None:
        self._tariffs = sorted(tariffs, key=lambda tariff: tariff.valid_from, reverse=True)

    def of(self, country: str, on: date) -> Tariff:
        """The tariff in force in a country on a day.

        Raises:
            UnknownFee: none was.
        """
        for tariff in self._tariffs:
            if tariff.country == country and tariff.valid_from <= on:
                return tariff
        raise UnknownFee(f"no tariff for {country!r} on {on}")


@cache
def load_tariffs(folder: Path = FOLDER) -> Tariffs:
    """Read and check every tariff file; kept in memory afterwards.

    Raises:
        TariffFileError: a file is unreadable, has an unknown or missing field, a gap between bands, a float amount,
            or two versions of one day.
    """
    files = sorted(folder.glob("*.yaml"))
    if not files:
        raise TariffFileError(f"{folder}: no tariff files")
    return Tariffs(tariff for file in files for tariff in _read(file))


def _read(file: Path) -> list[Tariff]:
    try:
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise TariffFileError(f"{file.name}: not YAML: {error}") from error
    if not isinstance(data, dict) or set(data) != {"country", "currency", "versions"} or not data["versions"]:
        raise TariffFileError(f"{file.name}: wants exactly the fields country, currency and versions")
    head = {"country": data["country"], "currency": data["currency"]}
    tariffs = []
    for number, version in enumerate(data["versions"]):
        try:
            tariffs.append(Tariff.model_validate({**version, **head}))
        except ValidationError as error:
            first = error.errors()[0]
            field = ".".join(str(part) for part in ("versions", number, *first["loc"]))
            raise TariffFileError(f"{file.name}: {field}: {first['msg']}") from error
        except TypeError as error:
            raise TariffFileError(f"{file.name}: versions.{number}: not a mapping") from error
    days = [tariff.valid_from for tariff in tariffs]
    if len(days) != len(set(days)):
        raise TariffFileError(f"{file.name}: versions: two of them begin on the same day")
    return tariffs


def due_date_change_fee(tariff: Tariff, customer_kind: CustomerKind, late: bool) -> Money:
    """What a new due date costs.

    Args:
        tariff: of the claim's country on the day of the change.
        customer_kind: who owes.
        late: whether the original due date has passed.
    """
    fees = tariff.due_date_change.late if late else tariff.due_date_change.before_due
    return tariff.money(getattr(fees, customer_kind))


def min_extension_days(tariff: Tariff, late: bool) -> int:
    """By how many days at least a due date is moved.

    A charged extension must be long enough to be worth its fee, hence the difference when late.
    """
    return tariff.due_date_change.late_min_days if late else 1


def reminder_fee(tariff: Tariff, customer_kind: CustomerKind) -> Money:
    """What one reminder costs."""
    return tariff.money(getattr(tariff.reminder, customer_kind))


def collection_letter_fee(
    tariff: Tariff,
    customer_kind: CustomerKind,
    principal: Money,
    *,
    letter: Literal["first", "second"] = "first",
    directly_enforceable: bool = False,
) -> Money:
    """What a collection letter costs.

    Args:
        tariff: of the claim's country on the day of the letter.
        customer_kind: who owes.
        principal: the invoiced amount without interest and costs.
        letter: the first or the second one.
        directly_enforceable: whether the claim can be enforced without a judgment (Finland).

    Raises:
        UnknownFee: the country has no set fee for this letter, or the principal is in another currency.
    """
    if principal.currency != tariff.currency:
        raise UnknownFee(f"the tariff of {tariff.country} is in {tariff.currency}, not {principal.currency}")
    table = tariff.directly_enforceable if directly_enforceable else tariff.collection_letter
    letters: Letters | None = getattr(table, customer_kind, None)
    bands: Bands | None = getattr(letters, letter, None)
    if bands is None:
        raise UnknownFee(f"{tariff.country} has no set fee for the {letter} collection letter of this kind")
    owed = Decimal(principal.amount_minor) / 100
    band = next(band for band in bands if band.up_to is None or owed <= band.up_to)
    return tariff.money(band.fee)
