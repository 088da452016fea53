"""Money in integer minor units: the one way amounts travel through the project."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pydantic import BaseModel, ConfigDict

Currency = Literal["EUR", "SEK", "NOK"]


class Money(BaseModel):
    """An amount of money.

    Attributes:
        amount_minor: the amount in minor units (cents, öre, øre); may be negative.
        currency: ISO 4217 code.
    """

    model_config = ConfigDict(frozen=True)

    amount_minor: int
    currency: Currency

    def __add__(self, other: Money) -> Money:
        """Add two amounts of one currency.

        Raises:
            ValueError: the currencies differ.
        """
        if other.currency != self.currency:
            raise ValueError(f"cannot add {other.currency} to {self.currency}")
        return Money(amount_minor=self.amount_minor + other.amount_minor, currency=self.currency)

    def __neg__(self) -> Money:
        """The same amount the other way."""
        return Money(amount_minor=-self.amount_minor, currency=self.currency)


def sums(amounts: Iterable[Money]) -> tuple[Money, ...]:
    """Amounts added up, one sum per currency."""
    totals: dict[Currency, int] = {}
    for money in amounts:
        totals[money.currency] = totals.get(money.currency, 0) + money.amount_minor
    return tuple(Money(amount_minor=amount, currency=currency) for currency, amount in totals.items())
