"""How a payment plan divides an amount, and when each part is due."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from pydantic import BaseModel, ConfigDict

from knowledge.bank_days import next_bank_day
from knowledge.money import Money


class Instalment(BaseModel):
    """One payment of a plan.

    Attributes:
        due_date: a bank day.
        amount: to be paid by then.
    """

    model_config = ConfigDict(frozen=True)

    due_date: date
    amount: Money


def split(total: Money, count: int) -> tuple[Money, ...]:
    """Divide an amount into equal parts of whole minor units; the last part takes what remains of the division.

    Args:
        total: to divide.
        count: how many parts.

    Raises:
        ValueError: a part would have less than one minor unit, or there would be no part.
    """
    if not 1 <= count <= total.amount_minor:
        raise ValueError(f"{total.amount_minor} minor units cannot be paid in {count} parts")
    part = total.amount_minor // count
    last = total.amount_minor - part * (count - 1)
    return tuple(Money(amount_minor=amount, currency=total.currency) for amount in [part] * (count - 1) + [last])


def schedule(total: Money, count: int, first: date, country: str) -> tuple[Instalment, ...]:
    """Divide an amount into monthly instalments.

    Each is due on the first one's day of the month, or on the last day of a shorter month; where that is no bank day,
    on the next one. A date that was moved moves no other.

    Args:
        total: to divide.
        count: how many instalments.
        first: when the first one is due, before it is moved to a bank day.
        country: FI, SE or NO, for the bank days.

    Raises:
        ValueError: another country, or no such division.
    """
    return tuple(
        Instalment(due_date=next_bank_day(country, _months_later(first, months)), amount=amount)
        for months, amount in enumerate(split(total, count))
    )


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
