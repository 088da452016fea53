"""An invoice with all that is needed to show it and to judge it, and the arithmetic on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from knowledge.money import Money
from tools.ledger.models import Biller, Customer, Invoice, InvoiceLine, Payment
from tools.ledger.policies import InvoiceFacts

Access = Literal["own", "delegate", "company"]


@dataclass(frozen=True)
class Claim:
    """One invoice as one principal sees it.

    Attributes:
        invoice: the invoice's row.
        biller: who is owed.
        customer: who owes.
        access: why the principal sees it.
        lines: what makes the total, oldest first.
        payments: what was paid, oldest first.
    """

    invoice: Invoice
    biller: Biller
    customer: Customer
    access: Access
    lines: Sequence[InvoiceLine]
    payments: Sequence[Payment]

    @property
    def total(self) -> Money:
        """All that was ever charged."""
        return self.money(line.amount_minor for line in self.lines)

    @property
    def fees(self) -> Money:
        """The part of the total that is not principal: fees and interest."""
        return self.money(line.amount_minor for line in self.lines if line.kind != "principal")

    @property
    def paid(self) -> Money:
        """All that was paid."""
        return self.money(payment.amount_minor for payment in self.payments)

    @property
    def outstanding(self) -> Money:
        """The balance: total less paid; negative when more was paid than charged."""
        return self.money((self.total.amount_minor, -self.paid.amount_minor))

    @property
    def facts(self) -> InvoiceFacts:
        """What the policies need to know."""
        return InvoiceFacts(
            stage=self.invoice.stage,
            due_date=self.invoice.due_date,
            original_due_date=self.invoice.original_due_date,
            outstanding=self.outstanding,
            customer_kind=self.customer.kind,
            postponement_days=self.biller.postponement_days,
        )

    @property
    def ground(self) -> dict[str, Any]:
        """The state a proposal rests on, as JSON: when any of it differs later, the proposal no longer holds."""
        return {
            "version": self.invoice.version,
            "stage": self.invoice.stage,
            "due_date": self.invoice.due_date.isoformat(),
            "outstanding": self.outstanding.model_dump(),
        }

    def money(self, amounts: Iterable[int]) -> Money:
        """The sum of amounts in minor units, in the invoice's currency."""
        return Money(amount_minor=sum(amounts), currency=self.invoice.currency)
