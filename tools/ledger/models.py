"""The ledger's tables.

Amounts are integers in minor units of the invoice's currency. A balance is never stored: it is the sum of the
invoice's lines less its payments, so it cannot disagree with them. Codes are text under a check constraint and not
PostgreSQL enums: a new stage is then one constraint in a migration.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal, get_args
from uuid import UUID, uuid4

from sqlalchemy import BigInteger, CheckConstraint, DateTime, Index, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from knowledge.money import Currency

CustomerKind = Literal["person", "company"]
Country = Literal["FI", "SE", "NO"]
Stage = Literal["open", "reminder", "collection", "legal", "paid", "disputed", "credited"]
LineKind = Literal["principal", "reminder_fee", "collection_fee", "interest", "due_date_change_fee"]
ProposalKind = Literal["postpone_due_date"]
ProposalStatus = Literal["open", "confirmed", "cancelled", "superseded", "expired"]


def _one_of(column: str, values: Any) -> CheckConstraint:
    """A check that a text column holds one of a Literal's values; named ``<column>_known``."""
    listed = ", ".join(f"'{value}'" for value in get_args(values))
    return CheckConstraint(f"{column} IN ({listed})", name=f"{column}_known")


class Customer(SQLModel, table=True):
    """A person or a company that receives invoices."""

    __tablename__ = "customer"
    __table_args__ = (_one_of("kind", CustomerKind), _one_of("country", Country))

    id: str = Field(primary_key=True, sa_type=Text)
    """A handle such as ``anna``."""
    kind: CustomerKind = Field(sa_type=Text)
    name: str = Field(sa_type=Text)
    country: Country = Field(sa_type=Text)
    language: str = Field(sa_type=Text)
    email: str = Field(sa_type=Text)


class Biller(SQLModel, table=True):
    """Who sells the service and is owed the money; questions about what was bought belong to it."""

    __tablename__ = "biller"
    __table_args__ = (_one_of("country", Country),)

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    name: str = Field(sa_type=Text)
    country: Country = Field(sa_type=Text)
    phone: str = Field(sa_type=Text)
    email: str = Field(sa_type=Text)
    website: str = Field(sa_type=Text)
    postponement_days: int
    """How far a due date may be moved, in days; 0 means not at all."""


class Invoice(SQLModel, table=True):
    """One claim of a biller on a customer, through all its stages."""

    __tablename__ = "invoice"
    __table_args__ = (
        _one_of("stage", Stage),
        # References are compared in upper case; storing them so lets plain unique indexes serve the look-ups.
        CheckConstraint("number = upper(number) AND myropo_id = upper(myropo_id)", name="references_upper_case"),
        # Each biller numbers its own invoices; only the MyRopo ID is one of a kind.
        UniqueConstraint("number", "biller_id"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    number: str = Field(sa_type=Text)
    myropo_id: str = Field(unique=True, sa_type=Text)
    customer_id: str = Field(foreign_key="customer.id", index=True, sa_type=Text)
    biller_id: UUID = Field(foreign_key="biller.id", index=True)
    description: str = Field(sa_type=Text)
    stage: Stage = Field(default="open", sa_type=Text)
    issue_date: date
    due_date: date
    original_due_date: date
    currency: Currency = Field(sa_type=Text)
    version: int = 1
    """Grows by one with every change, so that a proposal can tell whether its ground has moved."""


class InvoiceLine(SQLModel, table=True):
    """One posting that makes the customer owe more; lines are appended, never changed."""

    __tablename__ = "invoice_line"
    __table_args__ = (_one_of("kind", LineKind),)

    id: int | None = Field(default=None, primary_key=True, sa_type=BigInteger)
    invoice_id: UUID = Field(foreign_key="invoice.id", index=True)
    kind: LineKind = Field(sa_type=Text)
    text: str = Field(sa_type=Text)
    amount_minor: int = Field(sa_type=BigInteger)
    added_on: date


class Payment(SQLModel, table=True):
    """One payment received for an invoice."""

    __tablename__ = "payment"

    id: int | None = Field(default=None, primary_key=True, sa_type=BigInteger)
    invoice_id: UUID = Field(foreign_key="invoice.id", index=True)
    amount_minor: int = Field(sa_type=BigInteger)
    paid_on: date


class Authorization(SQLModel, table=True):
    """Lets another person handle one invoice, until the end of a day or until it is taken back."""

    __tablename__ = "invoice_authorization"

    delegate_id: str = Field(foreign_key="customer.id", primary_key=True, sa_type=Text)
    invoice_id: UUID = Field(foreign_key="invoice.id", primary_key=True, index=True)
    valid_until: date | None = None


class Proposal(SQLModel, table=True):
    """A change that was offered to a customer: nothing happens until the customer confirms it."""

    __tablename__ = "proposal"
    __table_args__ = (
        _one_of("kind", ProposalKind),
        _one_of("status", ProposalStatus),
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
    terms: dict[str, Any] = Field(sa_type=JSONB)
    """What the customer agrees to."""
    hash: str = Field(sa_type=Text)
    """SHA-256 of who, what, the terms and the expiry: the customer's click returns it."""
    ground: dict[str, Any] = Field(sa_type=JSONB)
    """The state of the invoice that the terms rest on."""
    status: ProposalStatus = Field(default="open", sa_type=Text)
    created_at: datetime = Field(sa_type=DateTime(timezone=True))
    expires_at: datetime = Field(sa_type=DateTime(timezone=True))
    committed_at: datetime | None = Field(default=None, sa_type=DateTime(timezone=True))
