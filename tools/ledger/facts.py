"""What the policies look at, and how they say no."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from knowledge.money import Money
from knowledge.tariffs import CustomerKind
from tools.ledger.claims import Access, Claim
from tools.ledger.history import Plan, is_late
from tools.ledger.models import Allows, Biller, Stage


@dataclass(frozen=True)
class Refusal:
    """A rule says no.

    Attributes:
        reason: a code that has words in every catalogue.
        params: what is possible instead.
    """

    reason: str
    params: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class InvoiceFacts:
    """What the rules need to know of an invoice.

    Attributes:
        stage: how far the claim has come.
        due_date: the present one.
        original_due_date: the first one.
        postponements: how often the due date was moved.
        outstanding: what is still owed; negative when too much was paid.
        principal: what was invoiced.
        costs: collection costs so far.
        plan: the payment plan in force.
        customer_kind: whose claim it is, as the tariffs name it.
        access: why the asker sees it.
        allows: what the asker may do.
        biller: what its biller allows.
    """

    stage: Stage
    due_date: date
    original_due_date: date
    postponements: int
    outstanding: Money
    principal: Money
    costs: Money
    plan: Plan | None
    customer_kind: CustomerKind
    access: Access
    allows: Allows
    biller: Biller

    @classmethod
    def of(cls, claim: Claim) -> InvoiceFacts:
        """The facts of a claim."""
        invoice = claim.invoice
        return cls(
            stage=invoice.stage,
            due_date=invoice.due_date,
            original_due_date=invoice.original_due_date,
            postponements=invoice.postponements,
            outstanding=claim.outstanding,
            principal=claim.principal,
            costs=claim.costs,
            plan=claim.plan,
            customer_kind=claim.customer_kind,
            access=claim.access,
            allows=claim.allows,
            biller=claim.biller,
        )

    def is_late(self, today: date) -> bool:
        """Whether it is late on a day."""
        return is_late(self.stage, self.due_date, today)
