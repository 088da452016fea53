"""What a tariff file must look like: each field checked, amounts exact, bands without gaps."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from knowledge.money import Currency, Money


class TariffError(ValueError):
    """Something about a tariff is wrong."""


class TariffFileError(TariffError):
    """A tariff file cannot be used."""


class UnknownFee(TariffError):
    """There is no such tariff or fee."""


def _exact(value: object) -> object:
    if isinstance(value, float | bool):
        # Not a TypeError: pydantic turns only value errors into an error of the field.
        raise ValueError('write amounts as whole numbers or in quotes, "12.50": floats are not exact')
    return value


def _gapless(bands: tuple[Band, ...]) -> tuple[Band, ...]:
    ends = [band.up_to for band in bands]
    if not ends or ends[-1] is not None:
        raise ValueError("the last band must have no up_to, or larger amounts would have no fee")
    limits = [end for end in ends if end is not None]
    if len(limits) != len(ends) - 1:
        raise ValueError("only the last band may go without up_to")
    if limits != sorted(set(limits)):
        raise ValueError("up_to must rise from band to band")
    return bands


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


Amount = Annotated[Decimal, BeforeValidator(_exact), Field(ge=0, max_digits=9, decimal_places=2)]
Days = Annotated[int, Field(ge=1, le=365)]


class Band(_Part):
    """One step of a fee that grows with the principal; the last step has no upper end."""

    up_to: Amount | None = None
    fee: Amount


Bands = Annotated[tuple[Band, ...], AfterValidator(_gapless)]


class ByKind(_Part):
    """A fee for consumers and one for companies."""

    consumer: Amount
    company: Amount


class Reminder(ByKind):
    """What a reminder costs, and when it may be charged (days after the due date)."""

    at_most: int | None = None
    earliest_days: Days | None = None
    days_between: Days | None = None


class DueDateChange(_Part):
    """What a new due date costs before the due date and after it."""

    before_due: ByKind
    late: ByKind
    late_min_days: Days = 1


class Letters(_Part):
    """Fees of the first and the second collection letter; ``second`` is missing where none is set."""

    first: Bands
    second: Bands | None = None


class LettersByKind(_Part):
    """Collection letter fees of consumers and companies."""

    consumer: Letters
    company: Letters


class Interest(_Part):
    """Late payment interest: a published rate plus percentage points."""

    reference: str
    margin_points: float = Field(gt=0, lt=25)


class Range(_Part):
    """The least and the most that a payment plan costs."""

    lowest: Amount
    highest: Amount


class CompanyOnly(_Part):
    """An amount that only companies pay."""

    company: Amount


class CostCap(_Part):
    """The most that all voluntary collection may cost together."""

    consumer: Bands


class Tariff(_Part):
    """All fees of one country from one day on.

    Attributes:
        country: ISO 3166 alpha-2.
        currency: of every amount in it.
        valid_from: the first day on which it holds.
        source: the law or page the amounts come from.
    """

    country: Literal["FI", "SE", "NO"]
    currency: Currency
    valid_from: date
    source: str = Field(min_length=3)
    interest: Interest
    reminder: Reminder
    due_date_change: DueDateChange
    collection_letter: LettersByKind
    directly_enforceable: LettersByKind | None = None
    payment_plan: Range | None = None
    cost_cap: CostCap | None = None
    late_payment_compensation: CompanyOnly | None = None

    def money(self, amount: Decimal) -> Money:
        """Turn an amount of the file into money of this tariff's currency."""
        return Money(amount_minor=int(amount * 100), currency=self.currency)

    def value(self, path: str) -> Money | float:
        """Look up one value, for placeholders in articles.

        Args:
            path: names joined by dots, like ``reminder.consumer`` or ``interest.margin_points``. A band is chosen by
                its upper end or ``above``: ``collection_letter.consumer.first.100.fee`` (``.up_to`` for the end).

        Raises:
            UnknownFee: the path leads nowhere, or not to a number.
        """
        found: object = self
        for name in path.split("."):
            found = _child(found, name)
        if isinstance(found, Decimal):
            return self.money(found)
        if isinstance(found, int | float):
            return float(found)
        raise UnknownFee(f"the tariff of {self.country} from {self.valid_from} has no amount {path!r}")


def _child(part: object, name: str) -> object:
    if isinstance(part, tuple):
        return next((band for band in part if name == ("above" if band.up_to is None else str(band.up_to))), None)
    if isinstance(part, BaseModel) and name in type(part).model_fields:
        return getattr(part, name)
    return None
