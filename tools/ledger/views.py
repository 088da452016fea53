"""What the ledger shows: plain values, detached from the database."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from textwrap import shorten
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from knowledge.hours import DayHours
from knowledge.money import Money, sums
from tools.ledger.claims import Access, Claim
from tools.ledger.instalments import Instalment
from tools.ledger.models import (
    SPOKEN,
    Allows,
    Authorization,
    Biller,
    Country,
    Customer,
    CustomerKind,
    Invoice,
    Letter,
    LetterKind,
    Posting,
    PostingKind,
    Stage,
)
from tools.ledger.pending import PaymentIntent

_LONGEST_NAME = 60


class View(BaseModel):
    """Base of all views."""

    model_config = ConfigDict(frozen=True)


def shown_name(name: str) -> str:
    """A biller's name as it is shown: cut where it goes on and on, for it stands in the assistant's own sentences.

    Args:
        name: as the biller gave it.
    """
    return shorten(name, _LONGEST_NAME, placeholder="…")


class BillerView(View):
    """Who is owed, and how to reach them about this invoice."""

    name: str
    phone: str
    email: str
    website: str

    @classmethod
    def of(cls, biller: Biller) -> BillerView:
        """Show a biller."""
        return cls(name=shown_name(biller.name), phone=biller.phone, email=biller.email, website=biller.website)


class InvoiceView(View):
    """An invoice in a list.

    Attributes:
        days_late: days since the due date while something is owed; 0 when in time.
        total: all that was charged.
        paid: all that was paid.
        outstanding: total less paid; negative when more was paid than charged.
        fees: the part of the total that is fees and interest.
        interest: the part of the fees that is interest.
        access: why the principal sees it.
        plan: what is left to pay of the payment plan in force; ``due_date`` is then the next instalment's.
    """

    id: UUID
    number: str
    myropo_id: str
    reference: str
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
    interest: Money
    access: Access
    plan: tuple[Instalment, ...] = ()

    @classmethod
    def of(cls, claim: Claim, today: date) -> InvoiceView:
        """Show a claim as it stands on a day."""
        return cls.model_validate(_invoice_fields(claim, today))


def owed(invoices: Iterable[InvoiceView]) -> tuple[Money, ...]:
    """What is owed for invoices together, one amount per currency.

    An overpaid invoice lowers no other one: that money is refunded, not set off.
    """
    return sums(invoice.outstanding for invoice in invoices if invoice.outstanding.amount_minor > 0)


def overpaid(invoices: Iterable[InvoiceView]) -> tuple[Money, ...]:
    """What was paid too much for invoices together, one amount per currency."""
    return sums(-invoice.outstanding for invoice in invoices if invoice.outstanding.amount_minor < 0)


class LineView(View):
    """One posting; ``text`` is the biller's wording and empty for fees, which their kind explains."""

    kind: PostingKind
    text: str
    amount: Money
    added_on: date

    @classmethod
    def of(cls, claim: Claim, posting: Posting) -> LineView:
        """Show a charge or a credit of a claim."""
        amount = claim.money([posting.amount_minor])
        return cls(kind=posting.kind, text=posting.text, amount=amount, added_on=posting.booked_on)


class PaymentView(View):
    """One payment, or a refund of money paid too much, which is negative."""

    amount: Money
    paid_on: date

    @classmethod
    def of(cls, claim: Claim, posting: Posting) -> PaymentView:
        """Show a payment or refund of a claim."""
        return cls(amount=claim.money([-posting.amount_minor]), paid_on=posting.booked_on)


class LetterView(View):
    """A document of the archive; ``url`` shows it."""

    id: UUID
    kind: LetterKind
    invoice: str
    biller: str
    sent_on: date
    language: str
    url: str

    @classmethod
    def of(cls, letter: Letter, invoice: Invoice, biller: Biller) -> LetterView:
        """Show a letter about an invoice of a biller."""
        return cls(
            id=letter.id,
            kind=letter.kind,
            invoice=invoice.number,
            biller=biller.name,
            sent_on=letter.sent_on,
            language=letter.language,
            url=f"/api/v1/letters/{letter.id}",
        )


class AuthorizationView(View):
    """Who else may see or handle an invoice."""

    id: UUID
    name: str
    email: str
    allows: Allows
    valid_until: date | None

    @classmethod
    def of(cls, authorization: Authorization) -> AuthorizationView:
        """Show an authorization."""
        return cls.model_validate(authorization, from_attributes=True)


class InvoiceDetails(InvoiceView):
    """An invoice with its lines, payments, letters and authorizations, oldest first."""

    lines: tuple[LineView, ...]
    payments: tuple[PaymentView, ...]
    letters: tuple[LetterView, ...] = ()
    authorizations: tuple[AuthorizationView, ...] = ()

    @classmethod
    def of_claim(
        cls,
        claim: Claim,
        today: date,
        letters: tuple[LetterView, ...] = (),
        authorizations: tuple[AuthorizationView, ...] = (),
    ) -> InvoiceDetails:
        """Show a claim in full as it stands on a day."""
        lines = tuple(LineView.of(claim, posting) for posting in claim.charges)
        payments = tuple(PaymentView.of(claim, posting) for posting in claim.movements)
        more = {"lines": lines, "payments": payments, "letters": letters, "authorizations": authorizations}
        return cls.model_validate({**_invoice_fields(claim, today), **more})


class ContactView(View):
    """Whom to ask about an invoice.

    Attributes:
        biller: for questions about what was bought.
        phone: the line that is printed on this biller's invoices, for questions about paying; None where it has none.
        hours: opening hours of that line, by weekday.
        open_now: whether somebody answers now.
    """

    invoice: str
    biller: BillerView
    phone: str | None
    hours: tuple[DayHours, ...]
    open_now: bool


class PaymentStart(View):
    """A payment that was begun: it is made on the provider's page, and nothing is paid before."""

    id: UUID
    invoice: str
    biller: str
    amount: Money
    reference: str
    url: str

    @classmethod
    def of(cls, intent: PaymentIntent, claim: Claim) -> PaymentStart:
        """Show a payment that was begun for a claim."""
        return cls(
            id=intent.id,
            invoice=claim.invoice.number,
            biller=claim.biller.name,
            amount=claim.money([intent.amount_minor]),
            reference=claim.invoice.reference,
            url=intent.url,
        )


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

    @classmethod
    def of_delegate(cls, authorization: Authorization, biller: Biller) -> CustomerView:
        """Show somebody who was let into one invoice: the biller's country is all that is known of theirs."""
        country = biller.country
        return cls(name=authorization.name, country=country, language=SPOKEN[country], kind="person")


def _invoice_fields(claim: Claim, today: date) -> dict[str, object]:
    invoice = claim.invoice
    stored = invoice.model_dump(include=(set(InvoiceView.model_fields) & set(Invoice.model_fields)) - {"plan"})
    owed = claim.outstanding.amount_minor > 0
    return {
        **stored,
        "biller": BillerView.of(claim.biller),
        "days_late": max(0, (today - invoice.due_date).days) if owed else 0,
        "total": claim.total,
        "paid": claim.paid,
        "outstanding": claim.outstanding,
        "fees": claim.fees,
        "interest": claim.interest,
        "access": claim.access,
        "plan": claim.unpaid_instalments,
    }
