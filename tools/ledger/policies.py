"""The rules of the ledger: pure functions over facts, no database, no clock.

The same rules stand in words in ``assistant/policy.md``; whoever changes one changes the other.

Postponing a due date:

- Nothing to postpone when the invoice is paid or credited; a disputed claim and one in legal collection are for people.
- An invoice is *late* when its due date has passed or a reminder or collection letter was sent. The due date that
  counts is the present one: whoever keeps to an agreed new date is not late.
- Not late: at no cost in every country of ours, to any later day up to the original due date plus the days the biller
  grants. Counting from the original date keeps repeated changes from adding up.
- Late: for the tariff's fee, by at least as many days as the tariff says a charged extension must bring. The law
  wants the customer to gain that time, so it is counted from the later of today and the due date. At most up to today
  plus the days the biller grants.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from knowledge.money import Money
from knowledge.tariffs import Tariff, due_date_change_fee, min_extension_days
from tools.ledger.models import CustomerKind, Stage

RefusalReason = Literal["paid", "legal", "disputed", "credited", "limit_reached"]
DateReason = Literal["too_early", "too_late", "same_date", "in_the_past"]


@dataclass(frozen=True)
class InvoiceFacts:
    """What the rules need to know of an invoice.

    Attributes:
        stage: how far the claim has come.
        due_date: the present one.
        original_due_date: the first one.
        outstanding: what is still owed; zero or negative when nothing is.
        customer_kind: who owes.
        postponement_days: how far the biller lets a due date be moved, in days.
    """

    stage: Stage
    due_date: date
    original_due_date: date
    outstanding: Money
    customer_kind: CustomerKind
    postponement_days: int


@dataclass(frozen=True)
class PostponementAllowed:
    """The due date may be moved.

    Attributes:
        due_date: the present one.
        today: the day on which this holds.
        earliest: first possible new due date.
        latest: last possible new due date, included.
        fee: what it costs; may be zero.
    """

    due_date: date
    today: date
    earliest: date
    latest: date
    fee: Money


@dataclass(frozen=True)
class PostponementRefused:
    """The due date stays.

    Attributes:
        reason: why.
    """

    reason: RefusalReason


Postponement = PostponementAllowed | PostponementRefused


def postponement(invoice: InvoiceFacts, tariff: Tariff, today: date) -> Postponement:
    """Say whether and how a due date may be moved.

    Args:
        invoice: the invoice as it is now.
        tariff: of the biller's country on this day.
        today: the day of the change.
    """
    if reason := _closed(invoice):
        return PostponementRefused(reason)
    late = is_late(invoice.stage, invoice.due_date, today)
    first_day = max(today, invoice.due_date)
    earliest = first_day + timedelta(days=min_extension_days(tariff, late))
    latest = (today if late else invoice.original_due_date) + timedelta(days=invoice.postponement_days)
    if earliest > latest:
        return PostponementRefused("limit_reached")
    kind: Literal["consumer", "company"] = "company" if invoice.customer_kind == "company" else "consumer"
    fee = due_date_change_fee(tariff, kind, late)
    return PostponementAllowed(invoice.due_date, today, earliest, latest, fee)


def check_new_date(allowed: PostponementAllowed, new_date: date) -> DateReason | None:
    """Say what is wrong with a wished date, or None when it is possible."""
    if new_date < allowed.today:
        return "in_the_past"
    if new_date == allowed.due_date:
        return "same_date"
    if new_date < allowed.earliest:
        return "too_early"
    if new_date > allowed.latest:
        return "too_late"
    return None


def is_late(stage: Stage, due_date: date, today: date) -> bool:
    """Whether a claim that is still owed is late: see the rules above."""
    return stage in ("reminder", "collection", "legal") or today > due_date


def _closed(invoice: InvoiceFacts) -> RefusalReason | None:
    match invoice.stage:
        case "paid" | "credited" | "disputed" | "legal":
            return invoice.stage
        case _:
            return "paid" if invoice.outstanding.amount_minor <= 0 else None
