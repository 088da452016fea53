"""A conversation that begins with a message. In the caller's transaction."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from channels.message_center.models import Thread, ThreadEvent
from channels.message_center.starting import start_thread
from tools.context import Clock, Language, Principal, Strength, local_today
from tools.ledger.service import LedgerService, find_one


@dataclass(frozen=True)
class Opening:
    """What a customer begins a conversation with in the Message Center.

    Attributes:
        client_id: the client's own id of the message: sent again it begins nothing new.
        title: the subject line, fit to be stored.
        text: the first message; may be empty where there are attachments.
        invoice: number or MyRopo ID of what it is about, if that was said.
        attachments: ids of uploaded files.
        person: whether people shall answer, and not the assistant.
        language: to begin in; None for the customer's own.
        strength: how surely the customer is known.
    """

    client_id: str
    title: str
    text: str
    invoice: str | None = None
    attachments: tuple[str, ...] = ()
    person: bool = False
    language: Language | None = None
    strength: Strength = "light"


async def opened_before(session: AsyncSession, principal: Principal, client_id: str) -> Thread | None:
    """The conversation that an earlier try with this client id has begun.

    Args:
        session: the caller's transaction, which lets nobody else begin a thread of this customer.
        principal: whose it is.
        client_id: of its first message.
    """
    first = (
        select(Thread)
        .join(ThreadEvent, col(ThreadEvent.thread_id) == col(Thread.id))
        .where(
            col(Thread.principal) == str(principal),
            col(Thread.channel) == "message_center",
            col(ThreadEvent.seq) == 1,
            col(ThreadEvent.author_kind) == "customer",
            col(ThreadEvent.client_id) == client_id,
        )
    )
    return await session.scalar(first)


async def start_with(
    session: AsyncSession, ledger: LedgerService, clock: Clock, principal: Principal, opening: Opening
) -> Thread:
    """The new thread of an opening, about its invoice, with no message in it yet.

    Args:
        session: the caller's transaction.
        ledger: to know the customer's name, country and language.
        clock: the time.
        principal: whose conversation it is.
        opening: what it begins with.

    Raises:
        SignInNeeded: there is no such customer any more.
        InvoiceNotFound: no such invoice in the customer's scope.
        InvoiceAmbiguous: several bear this number.
    """
    claim = None
    if opening.invoice is not None:
        claim = await find_one(session, principal, opening.invoice, local_today(clock))
    thread = await start_thread(
        session, ledger, clock, principal, opening.language, channel="message_center", title=opening.title
    )
    thread.strength, thread.seen_at = opening.strength, clock.now()
    if claim is not None:
        thread.invoice, thread.biller = claim.invoice.myropo_id, str(claim.biller.id)
    await session.flush()
    return thread
