"""What a reply may rest on, read from values and not from words: the typed results of its turn, and what is offered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from evals.grounding.figures import clock, day, money, number, readings_of
from knowledge.hours import Hours
from knowledge.money import Money, sums
from tools.context import STOCKHOLM
from tools.ledger.views import InvoiceView

# No customer reads these: digits in them must bear out nothing.
_NOT_READ = frozenset({"id", "hash", "url", "score", "authorization_id", "closed"})


def readings_in(value: object) -> Iterator[str]:
    """All readings that a value bears out, whatever it is made of.

    Args:
        value: a result of a tool, the terms of a proposal, an invoice, a time, a text ...
    """
    match value:
        case bool() | None | UUID():
            return
        case Money():
            yield from _money(value)
        case int() | float() | Decimal():
            yield number(value)
        case datetime():
            for moment in (value, value.astimezone(STOCKHOLM)):
                yield from (*day(moment), *clock(moment))
        case date():
            yield from day(value)
        case time():
            yield from clock(value)
        case str():
            yield from _text(value)
        case InvoiceView():
            yield from _fields(value)
            yield from _parts(value)
        case BaseModel():
            yield from _fields(value)
        case Mapping():
            yield from _each(inner for name, inner in value.items() if name not in _NOT_READ)
        case list() | tuple():
            yield from _each(value)
            yield from _costs_together(value)


def hours_readings(hours: Hours, country: str, now: datetime) -> Iterator[str]:
    """When people are there, which a handoff tells: next opening, and by when they answer.

    Args:
        hours: of all countries.
        country: the customer's.
        now: the present moment.
    """
    for told in (hours.next_opening, hours.expected_answer):
        yield from readings_in(told(country, now, "message_center"))


def _fields(model: BaseModel) -> Iterator[str]:
    return _each(getattr(model, name) for name in type(model).model_fields if name not in _NOT_READ)


def _each(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        yield from readings_in(value)


def _money(value: Money) -> Iterator[str]:
    yield money(value.amount_minor)
    yield number(Decimal(abs(value.amount_minor)) / 100)


def _text(value: str) -> Iterator[str]:
    yield from readings_of(value)
    if value.isdecimal():
        yield f"digits {value}"


def _parts(invoice: InvoiceView) -> Iterator[str]:
    """What a reply works out of an invoice: the bill without its costs, and the costs without interest."""
    yield from _money(invoice.total + -invoice.fees)
    yield from _money(invoice.fees + -invoice.interest)


def _costs_together(values: list[Any] | tuple[Any, ...]) -> Iterator[str]:
    """What was added to several invoices, all together: the one sum that no tool gives."""
    invoices = [one for one in values if isinstance(one, InvoiceView) and one.outstanding.amount_minor > 0]
    for total in sums(invoice.fees for invoice in invoices):
        yield from _money(total)
