"""The tariff of a country as tables: one part for consumers, one for companies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, get_args

from channels.portal.help.reader import Reader
from knowledge.formats import format_money, format_number
from knowledge.money import Money
from knowledge.tariff_schema import REMINDING, Band, CustomerKind, Letters
from knowledge.tariffs import (
    collection_letter_fee,
    cost_cap,
    due_date_change_fee,
    min_extension_days,
    payment_plan_fee,
    reminder_fee,
    timetable,
)

_Limits = tuple[Decimal | None, ...]
"""Upper ends of bands; None where there is none."""


@dataclass(frozen=True)
class Row:
    """One line of a table.

    Attributes:
        what: is charged.
        cells: the amounts.
        note: what should be known about it, or empty.
    """

    what: str
    cells: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True)
class Table:
    """Prices of one sort.

    Attributes:
        title: its caption.
        columns: heads of all columns, the first of which says what is charged.
        rows: at least one.
        note: what should be known about all of them, or empty.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""


@dataclass(frozen=True)
class Part:
    """All tables for one kind of customers."""

    kind: CustomerKind
    tables: tuple[Table, ...]


def price_parts(reader: Reader) -> list[Part]:
    """What the tariff of the reader's country charges today."""
    parts = []
    for kind in get_args(CustomerKind):
        tables = (_fees(reader, kind), _letters(reader, kind), _plans(reader, kind), _caps(reader, kind))
        parts.append(Part(kind, tuple(table for table in tables if table is not None)))
    return parts


def compensated(reader: Reader, kind: CustomerKind) -> Money | None:
    """What a company pays once instead of all fees for letters, where the law has it so."""
    whole = reader.tariff.late_payment_compensation
    return reader.tariff.money(whole.company) if whole and kind == "company" else None


def priced(reader: Reader, fee: Money) -> str:
    """An amount, or that there is none."""
    return format_money(fee, reader.language, short=True) if fee.amount_minor else reader.say("free")


def _fees(reader: Reader, kind: CustomerKind) -> Table:
    """What costs the same whatever the size of the claim."""
    rows = (*_reminders(reader, kind), *_one_price_letter(reader, kind), *_arrangements(reader, kind))
    heads = (reader.say("column-what"), reader.say("column-price"))
    return Table(reader.say("table-fees"), heads, (*rows, _interest(reader)))


def _reminders(reader: Reader, kind: CustomerKind) -> list[Row]:
    instead = compensated(reader, kind)
    fee = reader.say("in-compensation") if instead else priced(reader, reminder_fee(reader.tariff, kind))
    note = "" if instead else _reminder_note(reader)
    sent = dict.fromkeys(step.letter for step in timetable(reader.tariff, kind) if step.letter in REMINDING)
    rows = [Row(reader.say(f"letter-{letter}"), (fee,), note) for letter in sent]
    if instead:
        whole = Row(reader.say("price-compensation"), (priced(reader, instead),), reader.say("note-compensation"))
        return [whole, *rows]
    return rows


def _reminder_note(reader: Reader) -> str:
    rules = reader.tariff.reminder
    notes = []
    if rules.only_if_agreed:
        notes.append(reader.say("note-agreed"))
    if rules.earliest_days and rules.days_between:
        notes.append(reader.say("note-earliest", first=rules.earliest_days, between=rules.days_between))
    if rules.at_most:
        notes.append(reader.say("note-at-most", number=rules.at_most))
    return " ".join(notes)


def _one_price_letter(reader: Reader, kind: CustomerKind) -> list[Row]:
    if _has_letter_table(reader, kind):
        return []
    fee = collection_letter_fee(reader.tariff, kind, reader.tariff.money(Decimal(0)))
    cell = reader.say("in-compensation") if compensated(reader, kind) else priced(reader, fee)
    return [Row(reader.say("letter-collection-letter"), (cell,))]


def _arrangements(reader: Reader, kind: CustomerKind) -> list[Row]:
    tariff, nothing = reader.tariff, reader.tariff.money(Decimal(0))
    moved = [priced(reader, due_date_change_fee(tariff, kind, late)) for late in (False, True)]
    at_least = reader.say("note-extension", days=min_extension_days(tariff, late=True))
    late_note = at_least if due_date_change_fee(tariff, kind, late=True).amount_minor else ""
    rows = [
        Row(reader.say("price-move"), (moved[0],)),
        Row(reader.say("price-move-late"), (moved[1],), late_note),
        Row(reader.say("price-plan"), (priced(reader, payment_plan_fee(tariff, kind, nothing, 2, late=False)),)),
    ]
    if not _has_plan_table(reader):
        late = payment_plan_fee(tariff, kind, nothing, 2, late=True)
        rows.append(Row(reader.say("price-plan-late"), (priced(reader, late),)))
    return rows


def _interest(reader: Reader) -> Row:
    points = format_number(reader.tariff.interest.margin_points, reader.language)
    return Row(reader.say("price-interest"), (reader.say("interest-points", points=points),), reader.say("reference"))


def _letters(reader: Reader, kind: CustomerKind) -> Table | None:
    """Collection letters, where their price depends on the size of the claim."""
    if not _has_letter_table(reader, kind):
        return None
    letters = _letters_of(reader, kind)
    numbers: tuple[Literal["first", "second"], ...] = ("first", "second") if letters.second else ("first",)

    def cells(principal: Money, directly: bool = False) -> tuple[str, ...]:
        fees = [
            collection_letter_fee(reader.tariff, kind, principal, letter=number, directly_enforceable=directly)
            for number in numbers
        ]
        return tuple(priced(reader, fee) for fee in fees)

    rows = _by_size(reader, _limits(letters.first, letters.second or ()), cells)
    if reader.tariff.directly_enforceable:
        nothing = reader.tariff.money(Decimal(0))
        rows.append(Row(reader.say("price-direct"), cells(nothing, directly=True), reader.say("note-direct")))
    heads = (reader.say("column-principal"), *(reader.say(f"column-{number}") for number in numbers))
    return Table(reader.say("table-letters"), heads, tuple(rows), reader.say("note-principal"))


def _plans(reader: Reader, kind: CustomerKind) -> Table | None:
    """Payment plans after the due date, where their price depends on the size of the claim or on their length."""
    plan = reader.tariff.payment_plan
    if plan is None or not _has_plan_table(reader):
        return None
    few = plan.long.instalments_over if plan.long else 1
    lengths = (few, few + 1) if plan.long else (few,)

    def cells(principal: Money) -> tuple[str, ...]:
        fees = [payment_plan_fee(reader.tariff, kind, principal, length, late=True) for length in lengths]
        return tuple(priced(reader, fee) for fee in fees)

    rows = _by_size(reader, _limits(plan.late, plan.long.late if plan.long else ()), cells)
    names = ("column-short", "column-long") if plan.long else ("column-price",)
    heads = (reader.say("column-principal"), *(reader.say(name, number=few) for name in names))
    return Table(reader.say("table-plans"), heads, tuple(rows))


def _caps(reader: Reader, kind: CustomerKind) -> Table | None:
    """The most that all letters together may cost, where the law says so."""
    cap = reader.tariff.cost_cap
    if cap is None or kind != "consumer":
        return None

    def cells(principal: Money) -> tuple[str, ...]:
        most = cost_cap(reader.tariff, kind, principal)
        return (priced(reader, most),) if most else ()

    rows = _by_size(reader, _limits(cap.consumer), cells)
    heads = (reader.say("column-principal"), reader.say("column-most"))
    return Table(reader.say("table-caps"), heads, tuple(rows), reader.say("note-caps"))


def _letters_of(reader: Reader, kind: CustomerKind) -> Letters:
    letters: Letters = getattr(reader.tariff.collection_letter, kind)
    return letters


def _has_letter_table(reader: Reader, kind: CustomerKind) -> bool:
    letters = _letters_of(reader, kind)
    return not compensated(reader, kind) and bool(len(letters.first) > 1 or letters.second)


def _has_plan_table(reader: Reader) -> bool:
    plan = reader.tariff.payment_plan
    return plan is not None and (len(plan.late) > 1 or plan.long is not None)


def _limits(*tables: Sequence[Band]) -> _Limits:
    """Where any of several prices changes, and at last None."""
    ends = {band.up_to for table in tables for band in table if band.up_to is not None}
    return (*sorted(ends), None)


def _by_size(reader: Reader, limits: _Limits, cells: Callable[[Money], tuple[str, ...]]) -> list[Row]:
    """One row per band of the principal."""
    rows, reached = [], reader.tariff.money(Decimal(0))
    for limit in limits:
        if limit is None:
            beyond = Money(amount_minor=reached.amount_minor + 1, currency=reached.currency)
            key = "above" if len(limits) > 1 else "any-size"
            rows.append(Row(reader.say(key, amount=_short(reader, reached)), cells(beyond)))
        else:
            reached = reader.tariff.money(limit)
            rows.append(Row(reader.say("up-to", amount=_short(reader, reached)), cells(reached)))
    return rows


def _short(reader: Reader, amount: Money) -> str:
    return format_money(amount, reader.language, short=True)
