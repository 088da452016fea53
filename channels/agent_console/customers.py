"""Who the customer of a conversation is, what they owe, what could be done about it, and what else they wrote."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, Field
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from channels.agent_console import examples
from channels.agent_console.access import CurrentShift
from channels.documentation import answers
from channels.errors import SignInNeeded, ThreadNotFound
from channels.message_center.audit import note_action
from channels.message_center.blocking import block_of
from channels.message_center.models import Thread
from channels.message_center.repository import ThreadRepository
from channels.message_center.tags import Outcome
from tools.context import Principal, PrincipalKind, Strength, local_date
from tools.ledger import repository
from tools.ledger.models import Country
from tools.ledger.pending import ProposalKind
from tools.ledger.views import InvoiceView

router = APIRouter()

_OTHERS = 20


class Block(BaseModel):
    """Why and until when a customer may not write."""

    reason: str
    at: datetime
    until: datetime | None = Field(description="Null: without an end.")


class Identity(BaseModel):
    """Who somebody is, and how that is known."""

    name: str
    kind: PrincipalKind
    country: Country
    language: str = Field(description="Of the conversation.")
    email: str | None = Field(description="Masked: enough to compare with what the customer says.")
    strength: Strength = Field(description="How surely the customer was known at the last visit.")
    strength_at: datetime | None = Field(description="When that was.")
    blocked: Block | None = None


class CustomerInvoice(InvoiceView):
    """An invoice as the customer sees it, with the kinds of changes that the rules would allow now."""

    possible: list[ProposalKind]


class OtherThread(BaseModel):
    """Another conversation of the same customer."""

    id: str
    title: str
    status: str
    last_at: datetime | None
    outcome: Outcome | None
    last_text: str


class CustomerColumn(BaseModel):
    """What stands beside a conversation."""

    identity: Identity
    invoices: list[CustomerInvoice]
    threads: list[OtherThread] = Field(description="Newest first, at most 20.")


@router.get(
    "/threads/{thread_id}/customer",
    summary="Read who the customer is",
    responses=answers(200, examples.CUSTOMER, SignInNeeded, ThreadNotFound),
)
async def customer(shift: CurrentShift, thread_id: str) -> CustomerColumn:
    """The customer's identity, invoices with what is possible, and other conversations; that it was read is noted."""
    runtime, now = shift.runtime, shift.runtime.clock.now()
    today = local_date(now)
    async with runtime.sessions.begin() as session:
        thread = await ThreadRepository(session).get(thread_id)
        identity = await _identity(session, thread, now, today)
        others = await _others(session, thread)
        note_action(session, shift.agent.id, "looked_at_customer", now, thread_id=thread_id)
    known = await runtime.ledger.possible_changes(Principal.parse(thread.principal), today)
    return CustomerColumn(
        identity=identity,
        invoices=[CustomerInvoice(**dict(invoice), possible=possible) for invoice, possible in known],
        threads=[OtherThread.model_validate(other, from_attributes=True) for other in others],
    )


def masked_email(email: str) -> str:
    """An address of which only the first letter and the host are seen: ``a•••@example.com``."""
    name, _, host = email.partition("@")
    return f"{name[:1]}•••@{host}"


async def _identity(session: AsyncSession, thread: Thread, now: datetime, today: date) -> Identity:
    principal = Principal.parse(thread.principal)
    email = await _email_of(session, principal, today)
    block = await block_of(session, thread.principal, now)
    told: dict[str, Any] = {"name": thread.customer_name, "country": thread.country, "language": thread.language}
    return Identity(
        **told,
        kind=principal.kind,
        email=masked_email(email) if email else None,
        strength=thread.identified,
        strength_at=thread.seen_at,
        blocked=Block.model_validate(block, from_attributes=True) if block else None,
    )


async def _email_of(session: AsyncSession, principal: Principal, today: date) -> str | None:
    if principal.kind == "delegate":
        entrusted = await repository.delegate_of(session, principal, today)
        return entrusted[0].email if entrusted else None
    found = await repository.customer_of(session, principal)
    return found.email if found else None


async def _others(session: AsyncSession, thread: Thread) -> list[Thread]:
    query = (
        select(Thread)
        .where(col(Thread.principal) == thread.principal, col(Thread.id) != thread.id)
        .order_by(col(Thread.created_at).desc())
        .limit(_OTHERS)
    )
    return list(await session.scalars(query))
