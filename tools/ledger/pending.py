"""Tables of what was begun and waits: proposals for the customer's click, payments for the provider's report."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal
from uuid import UUID, uuid4

from sqlalchemy import BigInteger, CheckConstraint, Index, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from tools.ledger.models import moment, one_of

ProposalKind = Literal[
    "postpone_due_date",
    "create_payment_plan",
    "change_payment_plan",
    "cancel_payment_plan",
    "set_refund_account",
    "authorize_person",
    "revoke_authorization",
    "dispute_invoice",
]
ProposalStatus = Literal["open", "confirmed", "cancelled", "superseded", "expired"]
PaymentStatus = Literal["started", "succeeded", "failed"]


class Proposal(SQLModel, table=True):
    """A change that was offered to a customer: nothing happens until the customer confirms it."""

    __tablename__ = "proposal"
    __table_args__ = (
        one_of("kind", ProposalKind),
        one_of("status", ProposalStatus),
        CheckConstraint("(status = 'confirmed') = (committed_at IS NOT NULL)", name="committed_when_confirmed"),
        # A "yes" in words must have one possible meaning: a thread has at most one open proposal.
        Index("ix_proposal_open_thread", "thread_id", unique=True, postgresql_where=text("status = 'open'")),
        # The periodic expiry looks at open proposals only, however many closed ones there are.
        Index("ix_proposal_open_expires_at", "expires_at", postgresql_where=text("status = 'open'")),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    kind: ProposalKind = Field(sa_type=Text)
    principal: str = Field(sa_type=Text)
    """``str(Principal)`` of the one that may confirm it."""
    thread_id: str = Field(sa_type=Text)
    invoice_id: UUID = Field(foreign_key="invoice.id", index=True)
    wish: dict[str, Any] = Field(sa_type=JSONB)
    """What the customer asked for; asked again when it is confirmed."""
    terms: dict[str, Any] = Field(sa_type=JSONB)
    """What the customer agrees to."""
    hash: str = Field(sa_type=Text)
    """SHA-256 of who, what, the terms and the expiry: the customer's click returns it."""
    ground: int
    """Version of the invoice that the terms rest on."""
    status: ProposalStatus = Field(default="open", sa_type=Text)
    created_at: datetime = moment()
    expires_at: datetime = moment()
    committed_at: datetime | None = moment(default=None)


class PaymentIntent(SQLModel, table=True):
    """A payment that a customer began at a payment provider."""

    __tablename__ = "payment_intent"
    __table_args__ = (one_of("status", PaymentStatus), CheckConstraint("amount_minor > 0", name="amount_positive"))

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    invoice_id: UUID = Field(foreign_key="invoice.id", index=True)
    principal: str = Field(sa_type=Text)
    """``str(Principal)`` of the payer."""
    thread_id: str | None = Field(default=None, sa_type=Text)
    """The conversation in which it began, to be told of the outcome."""
    amount_minor: int = Field(sa_type=BigInteger)
    status: PaymentStatus = Field(default="started", sa_type=Text)
    url: str = Field(default="", sa_type=Text)
    """The provider's page."""
    created_at: datetime = moment()


class PaymentCallback(SQLModel, table=True):
    """A message of a payment provider that was accepted: the same one is not accepted again."""

    __tablename__ = "payment_callback"

    id: str = Field(primary_key=True, sa_type=Text)
    """The provider's own id of the message."""
    received_at: datetime = moment()
