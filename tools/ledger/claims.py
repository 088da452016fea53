"""An invoice with all that is needed to show it and to judge it, and the arithmetic on it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from knowledge.money import Money
from knowledge.tariffs import CustomerKind
from tools.ledger.history import CHARGES, COSTS, Plan, State
from tools.ledger.instalments import Instalment
from tools.ledger.models import Allows, Biller, Customer, Invoice, Posting, PostingKind

Access = Literal["own", "delegate", "company", "authority"]


@dataclass(frozen=True)
class Claim:
    """One invoice as one principal sees it.

    Attributes:
        invoice: the invoice's row.
        biller: who is owed.
        customer: who owes.
        access: why the principal sees it.
        allows: what the principal may do with it.
        postings: all amounts, oldest first.
    """

    invoice: Invoice
    biller: Biller
    customer: Customer
    access: Access
    allows: Allows
    postings: Sequence[Posting]

    @property
    def state(self) -> State:
        """What its events add up to."""
        return State.of(self.invoice)

    @property
    def customer_kind(self) -> CustomerKind:
        """Whose claim it is, as the tariffs name it."""
        return "consumer" if self.customer.kind == "person" else "company"

    @property
    def charges(self) -> list[Posting]:
        """What makes the total: principal, costs, interest and credits."""
        return [posting for posting in self.postings if posting.kind in CHARGES]

    @property
    def movements(self) -> list[Posting]:
        """Money that moved: payments and refunds."""
        return [posting for posting in self.postings if posting.kind not in CHARGES]

    @property
    def total(self) -> Money:
        """All that was charged, less what was credited."""
        return self._sum(CHARGES)

    @property
    def principal(self) -> Money:
        """What was invoiced, without costs and interest."""
        return self._sum({"principal"})

    @property
    def interest(self) -> Money:
        """Late payment interest."""
        return self._sum({"interest"})

    @property
    def fees(self) -> Money:
        """All that was added to the principal: costs and interest."""
        return self._sum({*COSTS, "interest"})

    @property
    def costs(self) -> Money:
        """Collection costs, which the law caps."""
        return self._sum(COSTS)

    @property
    def paid(self) -> Money:
        """All that was paid and not sent back."""
        return self.money(-posting.amount_minor for posting in self.movements)

    @property
    def outstanding(self) -> Money:
        """The balance, the sum of all postings; negative when too much was paid."""
        return self.money(posting.amount_minor for posting in self.postings)

    @property
    def plan(self) -> Plan | None:
        """The payment plan in force."""
        return Plan.model_validate(self.invoice.plan) if self.invoice.plan else None

    @property
    def unpaid_instalments(self) -> tuple[Instalment, ...]:
        """What is left to pay of the plan in force; empty without one."""
        plan = self.plan
        return plan.unpaid(self.outstanding.amount_minor) if plan else ()

    @property
    def principal_movements(self) -> list[tuple[date, int]]:
        """What raised and lowered the unpaid principal, for interest.

        Payments are set against the principal first, then interest, then costs: the order of section 11 a of the
        Finnish Debt Collection Act, used everywhere because it lets interest end soonest.
        """
        counted = {"principal", "credit", "payment", "refund"}
        return [(p.booked_on, p.amount_minor) for p in self.postings if p.kind in counted]

    def money(self, amounts: Iterable[int]) -> Money:
        """The sum of amounts in minor units, in the invoice's currency."""
        return Money(amount_minor=sum(amounts), currency=self.invoice.currency)

    def _sum(self, kinds: Collection[PostingKind]) -> Money:
        return self.money(posting.amount_minor for posting in self.postings if posting.kind in kinds)
