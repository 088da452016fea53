"""What a tariff file must look like: fields checked, amounts exact, bands without gaps, letters in a lawful order."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Annotated, Literal, Self, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from knowledge.money import Currency, Money

CustomerKind = Literal["consumer", "company"]
LetterKind = Literal["reminder", "collection_notice", "collection_letter", "second_collection_letter", "legal_notice"]
Stage = Literal["reminder", "collection", "legal"]
REMINDING: tuple[LetterKind, ...] = ("reminder", "collection_notice")
"""Letters that are priced as reminders and counted together with them."""


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

    @property
    def key(self) -> str:
        """Its name in the path of a value."""
        return "above" if self.up_to is None else str(self.up_to)


Bands = Annotated[tuple[Band, ...], AfterValidator(_gapless)]


class ByKind(_Part):
    """A fee for consumers and one for companies."""

    consumer: Amount
    company: Amount


class Reminder(ByKind):
    """What a reminder costs, and when it may be charged.

    Attributes:
        at_most: so many letters that remind may be sent for one claim.
        earliest_days: from the due date to the first one that is charged.
        days_between: from that one to the next that is charged.
        only_if_agreed: whether it costs something only where that was agreed when the debt arose.
    """

    at_most: int | None = None
    earliest_days: Days | None = None
    days_between: Days | None = None
    only_if_agreed: bool = False


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
    margin_points: Annotated[Decimal, BeforeValidator(_exact), Field(gt=0, lt=25)]


class LongPlan(_Part):
    """What a plan of more than ``instalments_over`` instalments costs after the due date."""

    instalments_over: int = Field(ge=1)
    late: Bands


class PaymentPlan(_Part):
    """What a payment plan costs.

    Attributes:
        lowest: the least that a plan after the due date costs.
        highest: the most.
        before_due: its fee while the invoice is not late.
        late: its fee after the due date, by principal; ``long`` is for plans of many instalments.
    """

    lowest: Amount
    highest: Amount
    before_due: Amount
    late: Bands
    long: LongPlan | None = None

    @model_validator(mode="after")
    def _within_range(self) -> Self:
        for band in self.late + (self.long.late if self.long else ()):
            if not self.lowest <= band.fee <= self.highest:
                raise ValueError(f"late: the fee {band.fee} is not within {self.lowest} and {self.highest}")
        return self


class Step(_Part):
    """One letter about an unpaid claim.

    Attributes:
        letter: its kind.
        stage: the claim's from then on.
        after_days: days after the present due date when it is sent if the claim is still unpaid.
        gives_days: days from the letter to the new due date; ``None`` for a legal notice, which sets none.
    """

    letter: LetterKind
    stage: Stage
    after_days: Days
    gives_days: Days | None = None

    @property
    def key(self) -> str:
        """Its name in the path of a value."""
        return self.letter

    @model_validator(mode="after")
    def _legal_notice_ends_it(self) -> Self:
        if not ((self.letter == "legal_notice") == (self.stage == "legal") == (self.gives_days is None)):
            raise ValueError("the legal notice, and no other letter, has the stage legal and no gives_days")
        return self


def _orderly(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    stages = get_args(Stage)
    for number, (step, following) in enumerate(pairwise(steps), start=1):
        if step.letter == "legal_notice":
            raise ValueError("only the last letter may be a legal notice")
        if stages.index(following.stage) < stages.index(step.stage):
            raise ValueError(f"{number}.stage: {following.stage} comes before {step.stage}, stages never go back")
    return steps


Steps = Annotated[tuple[Step, ...], Field(min_length=1), AfterValidator(_orderly)]


class Process(_Part):
    """The letters to consumers and to companies; these have the same ones unless a list of their own is given."""

    consumer: Steps
    company: Steps | None = None

    def of(self, kind: CustomerKind) -> Steps:
        """The letters to one kind of customer, in their order."""
        return self.company if kind == "company" and self.company else self.consumer


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
        valid_until: the last one; ``None``: until the next version begins.
        source: the law or page the amounts come from.
    """

    country: Literal["FI", "SE", "NO"]
    currency: Currency
    valid_from: date
    valid_until: date | None = None
    source: str = Field(min_length=3)
    interest: Interest
    reminder: Reminder
    due_date_change: DueDateChange
    collection_letter: LettersByKind
    directly_enforceable: LettersByKind | None = None
    payment_plan: PaymentPlan | None = None
    cost_cap: CostCap | None = None
    late_payment_compensation: CompanyOnly | None = None
    process: Process

    @model_validator(mode="after")
    def _lawful(self) -> Self:
        if self.valid_until and self.valid_until < self.valid_from:
            raise ValueError(f"valid_until: {self.valid_until} is before valid_from {self.valid_from}")
        for kind in get_args(CustomerKind):
            if getattr(self.reminder, kind):
                _check_reminders(self.process.of(kind), self.reminder, f"process.{kind}")
        return self

    def money(self, amount: Decimal) -> Money:
        """Turn an amount of the file into money of this tariff's currency."""
        return Money(amount_minor=int(amount * 100), currency=self.currency)

    def value(self, path: str) -> Money | float:
        """Look up one value, for placeholders in articles.

        Args:
            path: names joined by dots, like ``reminder.consumer`` or ``interest.margin_points``. A band is chosen by
                its upper end or ``above``: ``collection_letter.consumer.first.100.fee`` (``.up_to`` for the end); a
                step by its letter: ``process.consumer.reminder.after_days``.

        Raises:
            UnknownFee: the path leads nowhere, or not to a number.
        """
        part: object = None
        found: object = self
        for name in path.split("."):
            part, found = found, _child(found, name)
        # Percentage points are exact too, but no money.
        if isinstance(found, Decimal) and not isinstance(part, Interest):
            return self.money(found)
        if isinstance(found, int | Decimal) and not isinstance(found, bool):
            return float(found)
        raise UnknownFee(f"the tariff of {self.country} from {self.valid_from} has no amount {path!r}")


def _check_reminders(steps: Steps, rules: Reminder, place: str) -> None:
    sent = [(number, step) for number, step in enumerate(steps) if step.letter in REMINDING]
    if rules.at_most is not None and len(sent) > rules.at_most:
        raise ValueError(f"{place}: {len(sent)} letters remind, reminder.at_most is {rules.at_most}")
    for number, step in sent:
        least = (rules.earliest_days if number == sent[0][0] else rules.days_between) or 0
        since = (steps[number - 1].gives_days or 0) if number else 0
        if since + step.after_days < least:
            raise ValueError(f"{place}.{number}.after_days: a charged reminder is not due before day {least}")


def _child(part: object, name: str) -> object:
    if isinstance(part, tuple):
        return next((item for item in part if name == item.key), None)
    if isinstance(part, BaseModel) and name in type(part).model_fields:
        return getattr(part, name)
    return None
