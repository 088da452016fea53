"""The rules of the ledger: pure functions over facts, no database, no clock.

Each answers with what is possible, or with a ``Refusal`` that has a reason code and says what is possible instead. The
same rules stand in words in ``assistant/policy.md``; whoever changes one changes the other.

An invoice is *late* when its due date has passed or a reminder or collection letter was sent. The due date that counts
is the present one: whoever keeps to an agreed new date is not late.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from knowledge.money import Money
from knowledge.tariffs import Tariff, cost_cap, due_date_change_fee, min_extension_days, payment_plan_fee
from tools.ledger.facts import InvoiceFacts, Refusal

LEAST_INSTALMENTS = 2
FIRST_INSTALMENT_DAYS = 31
"""How long after the original due date, or today when that is later, the first instalment may be due."""
AUTHORIZATION_DAYS = 365
"""How long an authorization may hold."""

Action = Literal["pay", "arrange", "refund", "authorize", "dispute"]
_DELEGATES: frozenset[Action] = frozenset({"pay", "arrange"})
_Closed = Literal["paid", "credited", "disputed", "legal"]


def may(facts: InvoiceFacts, action: Action) -> Refusal | None:
    """Who may do what: delegates who may handle an invoice pay and arrange; all else is the owner's.

    A delegate never gives an account, never authorises others and never disputes in the owner's name.
    """
    if facts.access == "delegate" or facts.access == "authority":
        if facts.allows == "view":
            return Refusal("view_only")
        if action not in _DELEGATES:
            return Refusal("owner_only")
    return None


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


def postponement(facts: InvoiceFacts, tariff: Tariff, today: date) -> PostponementAllowed | Refusal:
    """Say whether and how a due date may be moved.

    - Not when paid or credited; a disputed claim and one in legal collection are for people. A claim under a payment
      plan has the plan's dates: the plan is changed instead.
    - As often as the biller allows.
    - Not late: at no cost in every country of ours, to any later day up to the original due date plus the days the
      biller grants. Counting from the original date keeps repeated changes from adding up.
    - Late: for the tariff's fee within the cap of all costs, by at least as many days as the tariff says a charged
      extension must bring (Finnish Debt Collection Act, section 10 a: 14). The law wants the customer to gain that
      time, so it is counted from the later of today and the due date. At most up to today plus the biller's days.
    """
    if refusal := may(facts, "arrange") or _closed(facts):
        return refusal
    if facts.plan is not None:
        return Refusal("has_plan")
    if facts.biller.postponement_days == 0:
        return Refusal("not_allowed")
    if facts.postponements >= facts.biller.postponement_times:
        return Refusal("too_often")
    late = facts.is_late(today)
    earliest = max(today, facts.due_date) + timedelta(days=min_extension_days(tariff, late))
    latest = (today if late else facts.original_due_date) + timedelta(days=facts.biller.postponement_days)
    if earliest > latest:
        return Refusal("limit_reached")
    fee = _within_cap(due_date_change_fee(tariff, facts.customer_kind, late), facts, tariff)
    return PostponementAllowed(facts.due_date, today, earliest, latest, fee)


def check_new_date(allowed: PostponementAllowed, new_date: date) -> Refusal | None:
    """Say what is wrong with a wished date, or None when it is possible."""
    possible = {"earliest": allowed.earliest, "latest": allowed.latest, "fee": allowed.fee}
    if new_date < allowed.today:
        return Refusal("in_the_past", possible)
    if new_date == allowed.due_date:
        return Refusal("same_date", possible)
    return _outside(new_date, allowed.earliest, allowed.latest, possible)


@dataclass(frozen=True)
class PlanAllowed:
    """The claim may be paid in instalments.

    Attributes:
        most: most instalments.
        earliest: first possible due date of the first instalment.
        latest: last possible one, included.
        fee: what a plan of so many instalments costs.
        today: the day on which this holds.
    """

    most: int
    earliest: date
    latest: date
    fee: Callable[[int], Money]
    today: date


def payment_plan(facts: InvoiceFacts, tariff: Tariff, today: date, *, anew: bool = False) -> PlanAllowed | Refusal:
    """Say whether and how a claim may be paid in instalments.

    - Open, reminder and voluntary collection stages; as many instalments as the biller allows without a person's help,
      none smaller than the biller's least. Longer plans need a person.
    - A plan there is already is changed or cancelled, not doubled. Changing one costs as agreeing on one does.
    - Changing or ending a plan counts as moving a date does; once more than the biller allows that, and no more.
    - The first instalment is due at the latest 31 days after the original due date, or after today when that is later;
      or on the present due date. Counting from that one would let repeated changes add up.
    - Fee by the tariff within the cap of all costs; none where the biller waives it and the claim is not late.

    Args:
        facts: the invoice as it is now.
        tariff: of the biller's country on this day.
        today: the day of the plan.
        anew: whether a plan in force is to be replaced.
    """
    if refusal := may(facts, "arrange") or _closed(facts):
        return refusal
    if anew != (facts.plan is not None):
        return Refusal("no_plan" if anew else "has_plan")
    if facts.biller.plan_instalments < LEAST_INSTALMENTS:
        return Refusal("not_allowed")
    if facts.postponements > facts.biller.postponement_times:
        return Refusal("too_often")
    late = facts.is_late(today)
    waived = facts.biller.plan_free_before_due and not late

    def fee(instalments: int) -> Money:
        price = payment_plan_fee(tariff, facts.customer_kind, facts.principal, instalments, late)
        return price.model_copy(update={"amount_minor": 0}) if waived else _within_cap(price, facts, tariff)

    most = min(facts.biller.plan_instalments, facts.outstanding.amount_minor // max(1, facts.biller.plan_least_minor))
    if most < LEAST_INSTALMENTS:
        return Refusal("amount_too_small")
    latest = max(today, facts.original_due_date) + timedelta(days=FIRST_INSTALMENT_DAYS)
    return PlanAllowed(most, today + timedelta(days=1), max(latest, facts.due_date), fee, today)


def check_plan(allowed: PlanAllowed, facts: InvoiceFacts, instalments: int, first_date: date) -> Refusal | None:
    """Say what is wrong with a wished plan, or None when it is possible."""
    possible = {"most": allowed.most, "earliest": allowed.earliest, "latest": allowed.latest}
    if instalments < LEAST_INSTALMENTS:
        return Refusal("too_few_instalments", possible)
    if instalments > facts.biller.plan_instalments:
        return Refusal("too_many_instalments", possible)
    if instalments > allowed.most:
        return Refusal("instalment_too_small", possible)
    if first_date < allowed.today:
        return Refusal("in_the_past", possible)
    return _outside(first_date, allowed.earliest, allowed.latest, possible)


def plan_cancellation(facts: InvoiceFacts, today: date) -> date | Refusal:
    """The day on which the rest is due when a plan ends: the next instalment's, but not before the first due date.

    It is today when both have passed.
    """
    if refusal := may(facts, "arrange") or _closed(facts):
        return refusal
    return Refusal("no_plan") if facts.plan is None else max(today, facts.due_date, facts.original_due_date)


def payment(facts: InvoiceFacts, amount: int | None) -> Money | Refusal:
    """What is to be paid: everything that is owed, or the wished part where the biller takes parts.

    Paying is possible at every stage while something is owed, also in a dispute or in legal collection: it never makes
    the customer's position worse.

    Args:
        facts: the invoice as it is now.
        amount: the wished amount in minor units; None for all that is owed.
    """
    if refusal := may(facts, "pay"):
        return refusal
    owed = facts.outstanding
    if owed.amount_minor <= 0:
        return Refusal("credited" if facts.stage == "credited" else "paid")
    if amount is None or amount == owed.amount_minor:
        return owed
    if amount <= 0:
        return Refusal("amount_too_small", {"most": owed})
    if amount > owed.amount_minor:
        return Refusal("amount_too_large", {"most": owed})
    if not facts.biller.partial_payments and facts.plan is None:
        return Refusal("no_partial_payments", {"least": owed})
    return owed.model_copy(update={"amount_minor": amount})


def refund(facts: InvoiceFacts) -> Money | Refusal:
    """What is to be sent back: all that was paid too much."""
    if refusal := may(facts, "refund"):
        return refusal
    return -facts.outstanding if facts.outstanding.amount_minor < 0 else Refusal("nothing_to_refund")


def authorization(
    facts: InvoiceFacts, email: str, until: date | None, today: date, *, own_email: str, authorized: Sequence[str]
) -> date | Refusal:
    """Until when somebody else may be let in: the wished day, at most a year ahead.

    Args:
        facts: the invoice as it is now.
        email: of the one who is let in, lower case.
        until: the last day; None for as long as possible.
        today: the day of the authorization.
        own_email: the owner's.
        authorized: e-mail addresses of those who are let in already.
    """
    if refusal := may(facts, "authorize"):
        return refusal
    latest = today + timedelta(days=AUTHORIZATION_DAYS)
    if email == own_email:
        return Refusal("own_email")
    if email in authorized:
        return Refusal("already_authorized")
    if until is not None and until < today:
        return Refusal("until_in_the_past", {"latest": latest})
    if until is not None and until > latest:
        return Refusal("until_too_late", {"latest": latest})
    return until or latest


def dispute(facts: InvoiceFacts) -> Refusal | None:
    """A claim may be disputed while it is owed and no court or authority has it; a person examines it then."""
    return may(facts, "dispute") or _closed(facts)


def _closed(facts: InvoiceFacts) -> Refusal | None:
    closed: tuple[_Closed, ...] = ("paid", "credited", "disputed", "legal")
    if facts.stage in closed:
        return Refusal(facts.stage)
    return Refusal("paid") if facts.outstanding.amount_minor <= 0 else None


def _outside(day: date, earliest: date, latest: date, possible: dict[str, Any]) -> Refusal | None:
    if day < earliest:
        return Refusal("too_early", possible)
    return Refusal("too_late", possible) if day > latest else None


def _within_cap(fee: Money, facts: InvoiceFacts, tariff: Tariff) -> Money:
    return capped(fee, facts.costs, cost_cap(tariff, facts.customer_kind, facts.principal))


def capped(fee: Money, costs: Money, cap: Money | None) -> Money:
    """As much of a fee as the law's cap of all voluntary collection costs leaves room for.

    Args:
        fee: the tariff's.
        costs: what was charged before.
        cap: the most that all costs may come to; None where the law sets none.
    """
    if cap is None:
        return fee
    return fee.model_copy(update={"amount_minor": max(0, min(fee.amount_minor, cap.amount_minor - costs.amount_minor))})
