"""Payments by a provider: begun for a customer, and settled once when the provider reports the outcome."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID, uuid4

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from knowledge.money import Money
from tools.context import SERVICE, Principal, local_date
from tools.database import SessionFactory
from tools.ledger import office, policies, repository
from tools.ledger.claims import Claim
from tools.ledger.errors import PaymentMismatch, PaymentNotFound
from tools.ledger.facts import InvoiceFacts
from tools.ledger.models import Biller, Invoice
from tools.ledger.offers import allowed
from tools.ledger.pending import PaymentCallback, PaymentIntent, PaymentStatus
from tools.ledger.service import find_one
from tools.ledger.views import PaymentStart, View
from tools.ports import PaymentProvider, PaymentRequest

Outcome = Literal["succeeded", "failed"]


class Payment(View):
    """A payment that was begun, and how it stands.

    Attributes:
        reference: payment reference of the country.
        account: where it goes to.
    """

    id: UUID
    status: PaymentStatus
    invoice: str
    biller: str
    account: str
    reference: str
    amount: Money
    url: str

    @classmethod
    def of(cls, intent: PaymentIntent, invoice: Invoice, biller: Biller) -> Payment:
        """Show a payment for an invoice of a biller."""
        return cls(
            id=intent.id,
            status=intent.status,
            invoice=invoice.number,
            biller=biller.name,
            account=biller.account,
            reference=invoice.reference,
            amount=Money(amount_minor=intent.amount_minor, currency=invoice.currency),
            url=intent.url,
        )


class Settled(View):
    """What a provider's report changed, to tell the customer.

    Attributes:
        left: what is owed now; negative when too much was paid.
    """

    status: Outcome
    invoice: str
    biller: str
    amount: Money
    left: Money


class Payments:
    """Payments at one provider.

    Args:
        sessions: where transactions come from.
        provider: where customers pay.
    """

    def __init__(self, sessions: SessionFactory, provider: PaymentProvider) -> None:
        self._sessions = sessions
        self._provider = provider

    async def start(
        self, principal: Principal, reference: str, amount: int | None, now: datetime, *, thread_id: str | None = None
    ) -> PaymentStart:
        """Begin a payment; nothing is paid before the customer pays on the provider's page.

        Args:
            principal: who pays.
            reference: invoice number or MyRopo ID.
            amount: in minor units of the invoice's currency; None for all that is owed.
            now: the present moment.
            thread_id: the conversation in which it begins, to be told of the outcome.

        Raises:
            InvoiceNotFound: none in scope.
            InvoiceAmbiguous: several bear this number.
            PolicyRefused: a rule says no.
            PaymentUnavailable: the provider takes no payments now.
        """
        async with self._sessions.begin() as session:
            claim = await find_one(session, principal, reference, local_date(now))
            wanted = allowed(claim, policies.payment(InvoiceFacts.of(claim), amount))
            intent = PaymentIntent(
                id=uuid4(),
                invoice_id=claim.invoice.id,
                principal=str(principal),
                thread_id=thread_id,
                amount_minor=wanted.amount_minor,
                created_at=now,
            )
            session.add(intent)
        # The provider may be slow: no transaction waits for it, and it knows no payment that we do not.
        intent.url = await self._provider.start(_request(intent.id, claim, wanted))
        async with self._sessions.begin() as session:
            await session.execute(
                update(PaymentIntent).where(col(PaymentIntent.id) == intent.id).values(url=intent.url)
            )
        return PaymentStart.of(intent, claim)

    async def intent(self, payment_id: UUID, principal: Principal = SERVICE) -> Payment:
        """A payment that was begun; for a customer only the own ones exist.

        Raises:
            PaymentNotFound: there is none.
        """
        query = select(PaymentIntent, Invoice, Biller).where(col(PaymentIntent.id) == payment_id)
        query = query.join(Invoice, col(Invoice.id) == col(PaymentIntent.invoice_id))
        query = query.join(Biller, col(Biller.id) == col(Invoice.biller_id))
        if principal != SERVICE:
            query = query.where(col(PaymentIntent.principal) == str(principal))
        async with self._sessions() as session:
            row = (await session.execute(query)).first()
        if row is None:
            raise PaymentNotFound(str(payment_id))
        return Payment.of(row[0], row[1], row[2])

    async def payer(self, session: AsyncSession, payment_id: UUID) -> tuple[Principal, str | None]:
        """Who began a payment, and in which conversation.

        Raises:
            PaymentNotFound: there is none.
        """
        intent = await session.get(PaymentIntent, payment_id)
        if intent is None:
            raise PaymentNotFound(str(payment_id))
        return Principal.parse(intent.principal), intent.thread_id

    async def settle(
        self,
        session: AsyncSession,
        payment_id: UUID,
        event_id: str,
        status: Outcome,
        provider_payment_id: str,
        amount: Money,
        now: datetime,
    ) -> Settled | None:
        """Accept a provider's report, once, and book the payment, once.

        A success is booked whatever became of the invoice meanwhile: what is paid too much can be refunded. A failure
        after a success changes nothing, a success after a failure counts: customers try again.

        Args:
            session: the caller's transaction.
            payment_id: ours.
            event_id: the provider's own id of the report.
            status: the outcome.
            provider_payment_id: the provider's own id of the payment.
            amount: as reported.
            now: the present moment.

        Returns:
            What has changed; None when nothing has.

        Raises:
            PaymentNotFound: no such payment was begun.
            PaymentMismatch: the amount is not what was asked for, or the provider's payment was for another one.
        """
        if not await _first_time(session, event_id, now):
            return None
        intent = await session.get(PaymentIntent, payment_id, with_for_update=True, populate_existing=True)
        if intent is None:
            raise PaymentNotFound(str(payment_id))
        claim = await _locked(session, intent.invoice_id, now)
        if amount != claim.money([intent.amount_minor]):
            raise PaymentMismatch(f"payment {payment_id}: {amount} was reported")
        if status == "failed" and intent.status != "started":
            return None
        if status == "succeeded":
            source = f"{self._provider.name}:{provider_payment_id}"
            if not await _booked(session, claim, intent, source, now):
                return None
            claim = await _locked(session, intent.invoice_id, now)
        intent.status = status
        await session.flush()
        return Settled(
            status=status,
            invoice=claim.invoice.number,
            biller=claim.biller.name,
            amount=amount,
            left=claim.outstanding,
        )


def _request(payment_id: UUID, claim: Claim, amount: Money) -> PaymentRequest:
    return PaymentRequest(
        id=payment_id,
        amount=amount,
        reference=claim.invoice.reference,
        payee=claim.biller.name,
        account=claim.biller.account,
        description=f"{claim.invoice.number} {claim.invoice.description}",
    )


async def _first_time(session: AsyncSession, event_id: str, now: datetime) -> bool:
    """Note a report; of the same one twice at once, the second waits for the first one's transaction."""
    noted = insert(PaymentCallback).values(id=event_id, received_at=now).on_conflict_do_nothing()
    return await session.scalar(noted.returning(col(PaymentCallback.id))) is not None


async def _booked(session: AsyncSession, claim: Claim, intent: PaymentIntent, source: str, now: datetime) -> bool:
    """Book a payment; False when this very one was booked before.

    Raises:
        PaymentMismatch: the provider's payment has paid another one.
    """
    if await office.receive_payment(session, claim, intent.amount_minor, local_date(now), source=source, now=now):
        return True
    if intent.status != "succeeded":
        raise PaymentMismatch(f"payment {intent.id}: {source} has paid another one")
    return False


async def _locked(session: AsyncSession, invoice_id: UUID, now: datetime) -> Claim:
    claim = await repository.lock_claim(session, SERVICE, invoice_id, local_date(now))
    assert claim is not None  # a foreign key holds it
    return claim
