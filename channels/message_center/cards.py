"""What a thread's log says of proposals. All in the caller's transaction, which holds the thread's lock."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from assistant.replies.cards import proposal_card, receipt_card
from assistant.replies.catalogue import say
from channels.mail.notices import note_answer
from channels.message_center.models import Thread, ThreadEvent
from channels.message_center.repository import ThreadRepository
from tools.ledger import proposals
from tools.ledger.proposal_views import ProposalView, Receipt
from tools.ledger.repository import proposal_row


async def tell_offered(
    session: AsyncSession,
    thread: Thread,
    card: ProposalView,
    now: datetime,
    *,
    author: Literal["assistant", "agent", "system"],
    name: str | None = None,
) -> None:
    """Put the card of a proposal where the customer can confirm it.

    Args:
        session: the caller's transaction.
        thread: the card's thread.
        card: the proposal.
        now: the present moment.
        author: the assistant in its turn; an agent; the system for what was asked for outside of turns.
        name: the agent's.
    """
    payload = {"proposal": proposal_card(card, thread.spoken)}
    offered = ThreadEvent.new("proposal", author, payload, now, name=name)
    await note_answer(session, thread, await ThreadRepository(session).append(thread, offered), now)


async def tell_closed(session: AsyncSession, thread: Thread, card: ProposalView, now: datetime) -> None:
    """Say where a card stands that it can no longer be confirmed.

    Args:
        session: the caller's transaction.
        thread: the card's thread.
        card: the proposal, cancelled, superseded or expired.
        now: the present moment.
    """
    text = say(f"proposal-{card.status}", thread.spoken)
    payload = {"proposal_id": str(card.id), "status": card.status, "text": text}
    await ThreadRepository(session).append(thread, ThreadEvent.new("proposal_closed", "system", payload, now))


async def withdraw_cards(session: AsyncSession, thread: Thread, now: datetime) -> None:
    """Close the thread's open cards because somebody else goes on, and say so where they stand."""
    for card in await proposals.supersede(session, thread.id, now):
        await tell_closed(session, thread, card, now)


async def tell_confirmed(session: AsyncSession, thread: Thread, receipt: Receipt, now: datetime) -> None:
    """Put the receipt of a change where its card stands."""
    card, text = receipt_card(receipt, thread.spoken)
    payload = {"proposal_id": str(receipt.proposal_id), "receipt": card, "text": text}
    await ThreadRepository(session).append(thread, ThreadEvent.new("receipt", "system", payload, now))


async def card_of(session: AsyncSession, proposal_id: UUID) -> ProposalView:
    """A proposal that is known to exist, as it stands now."""
    return ProposalView.of(*await proposal_row(session, proposal_id))
