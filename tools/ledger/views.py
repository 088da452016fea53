"""What the ledger shows: plain values, detached from the database."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from knowledge.money import Money
from tools.ledger.claims import Access, Claim
from tools.ledger.models import (
    Biller,
    Country,
    Customer,
    CustomerKind,
    Invoice,
    InvoiceLine,
    LineKind,
    Payment,
    Proposal,
    ProposalKind,
    ProposalStatus,
    Stage,
)


class View(BaseModel):
    """Base of all views."""

    model_config = ConfigDict(frozen=True)


class BillerView(View):
    """Who is owed, and how to reach them about this invoice."""

    name: str
    phone: str
    email: str
    website: str

    @classmethod
    def of(cls, biller: Biller) -> BillerView:
        """Show a biller."""
        return cls(name=biller.name, phone=biller.phone, email=biller.email, website=biller.website)


class InvoiceView(View):
    """An invoice in a list.

    Attributes:
        days_late: days since the due date while something is owed; 0 when in time.
        total: all that was charged.
        paid: all that was paid.
        outstanding: total less paid; negative when more was paid than charged.
        fees: the part of the total that is fees and interest.
        access: why the principal sees it.
    """

    id: UUID
    number: str
    myropo_id: str
    biller: BillerView
    description: str
    stage: Stage
    issue_date: date
    due_date: date
    original_due_date: date
    days_late: int
    total: Money
    paid: Money
    outstanding: Money
    fees: Money
    access: Access

    @classmethod
    def of(cls, claim: Claim, today: date) -> InvoiceView:
        """Show a claim as it stands on a day."""
        return cls.model_validate(_invoice_fields(claim, today))


class LineView(View):
    """One posting; ``text`` is the biller's wording and empty for fees, which their kind explains."""

    kind: LineKind
    text: str
    amount: Money
    added_on: date

    @classmethod
    def of(cls, claim: Claim, line: InvoiceLine) -> LineView:
        """Show a line of a claim."""
        return cls(kind=line.kind, text=line.text, amount=claim.money([line.amount_minor]), added_on=line.added_on)


class PaymentView(View):
    """One payment."""

    amount: Money
    paid_on: date

    @classmethod
    def of(cls, claim: Claim, payment: Payment) -> PaymentView:
        """Show a payment of a claim."""
        return cls(amount=claim.money([payment.amount_minor]), paid_on=payment.paid_on)


class InvoiceDetails(InvoiceView):
    """An invoice with its lines and payments, oldest first."""

    lines: tuple[LineView, ...]
    payments: tuple[PaymentView, ...]

    @classmethod
    def of(cls, claim: Claim, today: date) -> InvoiceDetails:
        """Show a claim in full as it stands on a day."""
        lines = tuple(LineView.of(claim, line) for line in claim.lines)
        payments = tuple(PaymentView.of(claim, payment) for payment in claim.payments)
        return cls.model_validate({**_invoice_fields(claim, today), "lines": lines, "payments": payments})


class CustomerView(View):
    """Whom the principal acts for."""

    name: str
    country: Country
    language: str
    kind: CustomerKind

    @classmethod
    def of(cls, customer: Customer) -> CustomerView:
        """Show a customer."""
        return cls(name=customer.name, country=customer.country, language=customer.language, kind=customer.kind)


class PostponementTerms(View):
    """What a customer agrees to with a new due date: also the JSON in ``Proposal.terms``.

    Attributes:
        old_date: the present due date.
        new_date: the wished one.
        fee: what the change costs; may be zero.
        total: what is owed after the change, the fee included.
    """

    old_date: date
    new_date: date
    fee: Money
    total: Money


class ProposalView(PostponementTerms):
    """A proposal with the hash that its confirmation must return."""

    id: UUID
    hash: str
    kind: ProposalKind
    status: ProposalStatus
    invoice: str
    biller: str
    expires_at: datetime

    @classmethod
    def of(cls, proposal: Proposal, invoice: Invoice, biller: Biller) -> ProposalView:
        """Show a proposal for an invoice of a biller."""
        return cls(
            **dict(PostponementTerms.model_validate(proposal.terms)),
            id=proposal.id,
            hash=proposal.hash,
            kind=proposal.kind,
            status=proposal.status,
            invoice=invoice.number,
            biller=biller.name,
            expires_at=proposal.expires_at,
        )


class Receipt(PostponementTerms):
    """Proof of a committed change, read from the ledger's rows."""

    proposal_id: UUID
    kind: ProposalKind
    invoice: str
    biller: str
    committed_at: datetime

    @classmethod
    def of(cls, proposal: Proposal, claim: Claim, committed_at: datetime) -> Receipt:
        """Show what a confirmed proposal changed; the new date and the total are the claim's own."""
        agreed = PostponementTerms.model_validate(proposal.terms)
        return cls(
            old_date=agreed.old_date,
            new_date=claim.invoice.due_date,
            fee=agreed.fee,
            total=claim.outstanding,
            proposal_id=proposal.id,
            kind=proposal.kind,
            invoice=claim.invoice.number,
            biller=claim.biller.name,
            committed_at=committed_at,
        )


def _invoice_fields(claim: Claim, today: date) -> dict[str, object]:
    invoice = claim.invoice
    stored = invoice.model_dump(include=set(InvoiceView.model_fields) & set(Invoice.model_fields))
    owed = claim.outstanding.amount_minor > 0
    return {
        **stored,
        "biller": BillerView.of(claim.biller),
        "days_late": max(0, (today - invoice.due_date).days) if owed else 0,
        "total": claim.total,
        "paid": claim.paid,
        "outstanding": claim.outstanding,
        "fees": claim.fees,
        "access": claim.access,
    }
