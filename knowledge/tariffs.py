"""Fees as data, and the pure functions that price with them: one source for articles, quotes and pages.

The amounts live in ``tariffs/<country>.yaml``: each version has the day from which it holds, and its source.

    TariffError (ValueError)
    ├── TariffFileError    a file is wrong: the message names the file and the field
    └── UnknownFee         no tariff for this country and date, or no such fee in it
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Literal

from knowledge.data_files import checked, country_files, read_country_file
from knowledge.money import Money
from knowledge.tariff_schema import (
    REMINDING,
    Bands,
    CustomerKind,
    LetterKind,
    Letters,
    Stage,
    Step,
    Tariff,
    TariffError,
    TariffFileError,
    UnknownFee,
)

__all__ = [
    "CustomerKind",
    "LetterKind",
    "Stage",
    "Step",
    "Tariff",
    "TariffError",
    "TariffFileError",
    "Tariffs",
    "UnknownFee",
    "collection_letter_fee",
    "cost_cap",
    "due_date_change_fee",
    "letter_fee",
    "load_tariffs",
    "min_extension_days",
    "payment_plan_fee",
    "reminder_fee",
    "timetable",
]

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
            if tariff.country == country and tariff.valid_from <= on <= (tariff.valid_until or date.max):
                return tariff
        raise UnknownFee(f"no tariff for {country!r} on {on}")


@cache
def load_tariffs(folder: Path = FOLDER) -> Tariffs:
    """Read and check every tariff file; kept in memory afterwards.

    Raises:
        TariffFileError: a file is unreadable, has an unknown or missing field, a gap between bands, a float amount,
            letters in an unlawful order, or versions that overlap or leave days without one.
    """
    files = country_files(folder, "tariff", TariffFileError)
    return Tariffs(tariff for file in files for tariff in _read(file))


def _read(file: Path) -> list[Tariff]:
    data = read_country_file(file, ("country", "currency", "versions"), TariffFileError)
    versions = data.pop("versions")
    if not isinstance(versions, list) or not versions:
        raise TariffFileError(f"{file.name}: versions: wants a list of at least one")
    tariffs = []
    for number, version in enumerate(versions):
        if not isinstance(version, dict):
            raise TariffFileError(f"{file.name}: versions.{number}: not a mapping")
        tariffs.append(checked(Tariff, version | data, file, TariffFileError, at=f"versions.{number}"))
    _check_days(file, tariffs)
    return tariffs


def _check_days(file: Path, tariffs: list[Tariff]) -> None:
    for old, new in pairwise(sorted(tariffs, key=lambda tariff: tariff.valid_from)):
        if old.valid_from == new.valid_from:
            raise TariffFileError(f"{file.name}: valid_from: two versions begin on {new.valid_from}, they overlap")
        ends = old.valid_until or new.valid_from - timedelta(days=1)
        if ends + timedelta(days=1) != new.valid_from:
            fault = "overlap" if ends >= new.valid_from else "leave a gap"
            raise TariffFileError(f"{file.name}: valid_until {ends} and the next valid_from {new.valid_from} {fault}")


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
    table = tariff.directly_enforceable if directly_enforceable else tariff.collection_letter
    letters: Letters | None = getattr(table, customer_kind, None)
    bands: Bands | None = getattr(letters, letter, None)
    if bands is None:
        raise UnknownFee(f"{tariff.country} has no set fee for the {letter} collection letter of this kind")
    return _by_size(tariff, bands, principal)


def letter_fee(
    tariff: Tariff,
    customer_kind: CustomerKind,
    letter: LetterKind,
    principal: Money,
    *,
    reminder_fee_agreed: bool = True,
    directly_enforceable: bool = False,
) -> Money:
    """What the creditor may charge for one letter; zero where the country sets no fee for it.

    A reminder and a Norwegian collection notice cost the same. Costs of a court are no part of a tariff. A Swedish
    company owes one compensation instead of all ordinary costs (Act 1981:739): it comes with the reminder.

    Args:
        tariff: of the claim's country on the day of the letter.
        customer_kind: who owes.
        letter: which one.
        principal: the invoiced amount without interest and costs.
        reminder_fee_agreed: whether a reminder fee was agreed when the debt arose; without that a Swedish reminder is
            free (Act 1981:739).
        directly_enforceable: whether the claim can be enforced without a judgment (Finland).

    Raises:
        UnknownFee: the principal is in another currency.
    """
    _check_currency(tariff, principal)
    if customer_kind == "company" and (compensation := tariff.late_payment_compensation):
        return tariff.money(compensation.company if letter == "reminder" else Decimal(0))
    if letter in REMINDING:
        free = tariff.reminder.only_if_agreed and not reminder_fee_agreed
        return tariff.money(Decimal(0)) if free else reminder_fee(tariff, customer_kind)
    table = (tariff.directly_enforceable if directly_enforceable else None) or tariff.collection_letter
    letters: Letters = getattr(table, customer_kind)
    bands = {"collection_letter": letters.first, "second_collection_letter": letters.second}.get(letter)
    return _by_size(tariff, bands, principal) if bands else tariff.money(Decimal(0))


def cost_cap(tariff: Tariff, customer_kind: CustomerKind, principal: Money) -> Money | None:
    """The most that all voluntary collection of a claim may cost together; ``None`` where the law sets no limit.

    Args:
        tariff: of the claim's country on the day of the letter.
        customer_kind: who owes; only consumers are protected (Finland: Debt Collection Act 513/1999).
        principal: the invoiced amount without interest and costs.

    Raises:
        UnknownFee: the principal is in another currency.
    """
    _check_currency(tariff, principal)
    if tariff.cost_cap is None or customer_kind == "company":
        return None
    return _by_size(tariff, tariff.cost_cap.consumer, principal)


def payment_plan_fee(
    tariff: Tariff, customer_kind: CustomerKind, principal: Money, instalments: int, late: bool
) -> Money:
    """What a payment plan costs; zero where the country sets no fee.

    Args:
        tariff: of the claim's country on the day of the plan.
        customer_kind: who owes; no tariff so far tells companies from consumers here.
        principal: the invoiced amount without interest and costs.
        instalments: their number.
        late: whether the due date has passed.

    Raises:
        UnknownFee: the principal is in another currency.
    """
    _check_currency(tariff, principal)
    plan = tariff.payment_plan
    if plan is None:
        return tariff.money(Decimal(0))
    if not late:
        return tariff.money(plan.before_due)
    many = plan.long if plan.long and instalments > plan.long.instalments_over else plan
    return _by_size(tariff, many.late, principal)


def timetable(tariff: Tariff, customer_kind: CustomerKind) -> tuple[Step, ...]:
    """The letters that follow an unpaid due date, in their order.

    Args:
        tariff: of the claim's country.
        customer_kind: who owes.
    """
    return tariff.process.of(customer_kind)


def _check_currency(tariff: Tariff, principal: Money) -> None:
    if principal.currency != tariff.currency:
        raise UnknownFee(f"the tariff of {tariff.country} is in {tariff.currency}, not {principal.currency}")


def _by_size(tariff: Tariff, bands: Bands, principal: Money) -> Money:
    _check_currency(tariff, principal)
    owed = Decimal(principal.amount_minor) / 100
    return tariff.money(next(band.fee for band in bands if band.up_to is None or owed <= band.up_to))
