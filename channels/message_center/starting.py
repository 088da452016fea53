"""Beginning a conversation. In the caller's transaction."""

from __future__ import annotations

from uuid import uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from channels.errors import SignInNeeded
from channels.message_center.models import Channel, Thread
from channels.message_center.repository import ThreadRepository
from tools.context import Clock, Language, Principal, local_today
from tools.ledger.service import LedgerService


async def start_thread(
    session: AsyncSession,
    ledger: LedgerService,
    clock: Clock,
    principal: Principal,
    language: Language | None = None,
    *,
    channel: Channel = "widget",
    title: str = "",
) -> Thread:
    """A new thread of a customer, stored with the transaction.

    Args:
        session: the caller's transaction.
        ledger: to know the customer's name, country and language.
        clock: the time.
        principal: whose conversation it is.
        language: to begin in; by default the customer's own.
        channel: where it begins.
        title: the customer's own subject line.

    Raises:
        SignInNeeded: there is no such customer any more.
    """
    customer = await ledger.customer(principal, local_today(clock))
    if customer is None:
        raise SignInNeeded(str(principal))
    thread = Thread(
        id=uuid4().hex,
        principal=str(principal),
        customer_name=customer.name,
        country=customer.country,
        language=language or customer.language,
        channel=channel,
        title=title,
        created_at=clock.now(),
    )
    ThreadRepository(session).add(thread)
    return thread
