"""What a payment provider reports: booked, and told to the payer, in one transaction."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy.ext.asyncio import AsyncSession

from assistant.replies.cards import payment_failed_text, payment_text
from channels.message_center.models import Thread, ThreadEvent
from channels.message_center.repository import ThreadRepository
from knowledge.money import Currency, Money
from tools.context import Clock, Language, Principal
from tools.database import SessionFactory
from tools.ledger.payments import Payments, Settled


class ProviderEvent(BaseModel):
    """A provider's report of how a payment ended.

    Attributes:
        event_id: the provider's own id of this report: the same one is accepted once.
        intent_id: the payment as it was begun.
        payment_id: the provider's own id of the payment: the same one is booked once.
        status: how it ended.
        amount_minor: what was to be paid, in minor units.
        currency: ISO 4217.
    """

    model_config = ConfigDict(extra="ignore")

    event_id: str = Field(min_length=1, max_length=200, pattern=r"^[!-~]+$")
    intent_id: UUID
    payment_id: str = Field(min_length=1, max_length=200, pattern=r"^[!-~]+$")
    status: Literal["succeeded", "failed"]
    amount_minor: int = Field(gt=0, strict=True)
    currency: Currency


async def settle(sessions: SessionFactory, payments: Payments, clock: Clock, event: ProviderEvent) -> None:
    """Do what a genuine report asks; a report that came before changes nothing.

    Raises:
        PaymentNotFound: no such payment was begun.
        PaymentMismatch: the amount is not what was asked for.
    """
    now = clock.now()
    amount = Money(amount_minor=event.amount_minor, currency=event.currency)
    async with sessions.begin() as session:
        # The thread is locked before the invoice, as for every click on a card.
        thread = await _thread(session, *await payments.payer(session, event.intent_id))
        settled = await payments.settle(
            session, event.intent_id, event.event_id, event.status, event.payment_id, amount, now
        )
        if settled and thread:
            text = _words(settled, thread.spoken)
            payload = {"invoice": settled.invoice, "status": settled.status, "text": text}
            await ThreadRepository(session).append(thread, ThreadEvent.new("payment", "system", payload, now))


async def _thread(session: AsyncSession, payer: Principal, thread_id: str | None) -> Thread | None:
    """Where the payer is told: the conversation in which the payment began, else the latest open one, if any."""
    threads = ThreadRepository(session)
    began = await threads.find(thread_id, lock=True) if thread_id else None
    return began or await threads.latest_open(payer, lock=True)


def _words(settled: Settled, language: Language) -> str:
    if settled.status == "failed":
        return payment_failed_text(settled.invoice, settled.biller, settled.amount, language)
    return payment_text(settled.invoice, settled.biller, settled.amount, settled.left, language)
