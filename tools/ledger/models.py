"""The ledger's tables.

Amounts are integers in minor units of the invoice's currency. What happened to an invoice is a gapless, append-only log
of events; each says who, when and why, what it changed and what it posted. A balance is never stored: it is the sum of
the postings, so it cannot disagree with them. The invoice's own row is the log's latest state, kept for queries; see
``history.py``. Codes are text under a check constraint and not PostgreSQL enums: a new one is then one constraint in a
migration.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal, get_args
from uuid import UUID, uuid4

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    DateTime,
    ForeignKeyConstraint,
    Identity,
    Index,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from knowledge.money import Currency
from knowledge.tariff_schema import LetterKind as CollectionLetterKind

CustomerKind = Literal["person", "company", "authority"]
Country = Literal["FI", "SE", "NO"]
SPOKEN: dict[Country, str] = {"FI": "fi", "SE": "sv", "NO": "nb"}
"""The language of a country, where nothing else is known."""
Stage = Literal["open", "reminder", "collection", "legal", "paid", "disputed", "credited"]
PostingKind = Literal[
    "principal",
    "reminder_fee",
    "collection_fee",
    "late_payment_compensation",
    "interest",
    "due_date_change_fee",
    "payment_plan_fee",
    "credit",
    "payment",
    "refund",
]
LetterKind = Literal["invoice"] | CollectionLetterKind
EventKind = Literal[
    "issued",
    "reminder",
    "collection_notice",
    "collection_letter",
    "second_collection_letter",
    "legal_notice",
    "due_date_changed",
    "plan_agreed",
    "plan_changed",
    "plan_cancelled",
    "plan_broken",
    "payment_received",
    "credited",
    "refunded",
    "disputed",
    "dispute_settled",
    "authorized",
    "authorization_revoked",
]
Allows = Literal["view", "handle"]


def one_of(column: str, *values: Any) -> CheckConstraint:
    """A check that a text column holds one of a Literal's values; named ``<column>_known``."""
    listed = ", ".join(f"'{value}'" for literal in values for value in get_args(literal))
    return CheckConstraint(f"{column} IN ({listed})", name=f"{column}_known")


def moment(**options: Any) -> Any:
    """A column for a moment in time, with its zone."""
    return Field(sa_type=DateTime(timezone=True), **options)


class Customer(SQLModel, table=True):
    """A person, a company or an authority that receives invoices or acts for somebody who does."""

    __tablename__ = "customer"
    __table_args__ = (
        one_of("kind", CustomerKind),
        one_of("country", Country),
        CheckConstraint("email = lower(email)", name="email_lower_case"),
    )

    id: str = Field(primary_key=True, sa_type=Text)
    """A handle such as ``anna``."""
    kind: CustomerKind = Field(sa_type=Text)
    name: str = Field(sa_type=Text)
    country: Country = Field(sa_type=Text)
    language: str = Field(sa_type=Text)
    email: str = Field(index=True, sa_type=Text)
    business_id: str | None = Field(default=None, sa_type=Text)


class Biller(SQLModel, table=True):
    """Who sells the service and is owed the money; questions about what was bought belong to it.

    ``phone``, ``email`` and ``website`` are the biller's own; ``phone_lines`` are for questions about paying.
    """

    __tablename__ = "biller"
    __table_args__ = (one_of("country", Country),)

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    name: str = Field(sa_type=Text)
    country: Country = Field(sa_type=Text)
    phone: str = Field(sa_type=Text)
    email: str = Field(sa_type=Text)
    website: str = Field(sa_type=Text)
    phone_lines: dict[str, str] = Field(default_factory=dict, sa_type=JSONB)
    """Numbers of customer service as printed on this biller's invoices and letters, by language."""
    account: str = Field(default="", sa_type=Text)
    """Where customers pay to: an IBAN, or a bankgiro number in Sweden."""
    postponement_days: int
    """How far a due date may be moved, in days; 0 means not at all."""
    postponement_times: int = 3
    """How often the due date of one invoice may be moved."""
    plan_instalments: int = 0
    """Most instalments of a plan without a person's help; 0 means that the biller allows no plans."""
    plan_least_minor: int = Field(default=0, sa_type=BigInteger)
    """The smallest instalment, in minor units."""
    plan_free_before_due: bool = False
    """Whether a plan that is agreed before the invoice is late costs nothing."""
    partial_payments: bool = True
    """Whether less than what is owed may be paid without a plan."""
    reminder_fee_agreed: bool = True
    """Whether customers agreed to reminder fees when the debt arose; Swedish law asks for that."""


class Invoice(SQLModel, table=True):
    """One claim of a biller on a customer, through all its stages: what it is, and its latest state."""

    __tablename__ = "invoice"
    __table_args__ = (
        one_of("stage", Stage),
        # References are compared in upper case; storing them so lets plain unique indexes serve the look-ups.
        CheckConstraint("number = upper(number) AND myropo_id = upper(myropo_id)", name="references_upper_case"),
        # Each biller numbers its own invoices; only the MyRopo ID is one of a kind.
        UniqueConstraint("number", "biller_id"),
        # The daily run looks at claims that may be late, in the order of their ids.
        Index("ix_invoice_running", "id", postgresql_where=text("stage IN ('open', 'reminder', 'collection')")),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    number: str = Field(sa_type=Text)
    myropo_id: str = Field(unique=True, sa_type=Text)
    reference: str = Field(default="", sa_type=Text)
    """Payment reference of the country: viitenumero, OCR or KID."""
    customer_id: str = Field(foreign_key="customer.id", index=True, sa_type=Text)
    biller_id: UUID = Field(foreign_key="biller.id", index=True)
    description: str = Field(sa_type=Text)
    currency: Currency = Field(sa_type=Text)
    directly_enforceable: bool = False
    """Finland: whether the claim can be enforced without a judgment."""
    issue_date: date
    original_due_date: date
    version: int = 0
    """Number of the last event, so that a proposal can tell whether its ground has moved."""

    stage: Stage = Field(default="open", sa_type=Text)
    resume_stage: Stage | None = Field(default=None, sa_type=Text)
    """The stage that a disputed claim goes back to."""
    due_date: date
    interest_until: date
    """Interest is posted for the days up to this one; before the claim is late, its due date."""
    letter: LetterKind = Field(default="invoice", sa_type=Text)
    """The last letter that was sent about it."""
    postponements: int = 0
    """How often a date was moved, or a plan changed or ended, at the customer's wish."""
    plan: dict[str, Any] | None = Field(default=None, sa_type=JSONB)
    """The payment plan in force; see ``history.Plan``."""


class InvoiceEvent(SQLModel, table=True):
    """Something that happened to an invoice; events are appended, never changed."""

    __tablename__ = "invoice_event"
    __table_args__ = (one_of("kind", EventKind),)

    invoice_id: UUID = Field(foreign_key="invoice.id", primary_key=True)
    number: int = Field(primary_key=True)
    """1, 2, 3 ... without gaps: two writers cannot both write the next one."""
    kind: EventKind = Field(sa_type=Text)
    actor: str = Field(sa_type=Text)
    """Who: a principal such as ``person:anna``, ``agent:aino``, ``bank`` or ``service``."""
    why: str = Field(default="", sa_type=Text)
    on_day: date
    """The day on which it counts."""
    at: datetime = moment()
    """The moment at which it was written."""
    changes: dict[str, Any] = Field(sa_type=JSONB)
    """Fields of the state, each with its old and its new value."""


class Posting(SQLModel, table=True):
    """One amount on an invoice: positive makes the customer owe more, negative less. Appended, never changed."""

    __tablename__ = "posting"
    __table_args__ = (
        one_of("kind", PostingKind),
        CheckConstraint("(amount_minor < 0) = (kind IN ('credit', 'payment'))", name="sign_of_kind"),
        ForeignKeyConstraint(["invoice_id", "event_number"], ["invoice_event.invoice_id", "invoice_event.number"]),
        Index("ix_posting_invoice", "invoice_id", "event_number"),
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=BigInteger, sa_column_args=(Identity(),))
    invoice_id: UUID
    event_number: int
    kind: PostingKind = Field(sa_type=Text)
    text: str = Field(default="", sa_type=Text)
    """The biller's wording; empty for what the kind explains."""
    amount_minor: int = Field(sa_type=BigInteger)
    booked_on: date
    source: str | None = Field(default=None, unique=True, sa_type=Text)
    """The payer's bank's own reference: a payment that arrives twice counts once."""


class Letter(SQLModel, table=True):
    """One document that was sent to the customer; what it says was settled when it was sent."""

    __tablename__ = "letter"
    __table_args__ = (
        one_of("kind", *get_args(LetterKind)),
        ForeignKeyConstraint(["invoice_id", "event_number"], ["invoice_event.invoice_id", "invoice_event.number"]),
        Index("ix_letter_invoice", "invoice_id", "event_number"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    invoice_id: UUID
    event_number: int
    kind: LetterKind = Field(sa_type=Text)
    sent_on: date
    language: str = Field(sa_type=Text)
    facts: dict[str, Any] = Field(sa_type=JSONB)
    """What it says: see ``letters.LetterFacts``."""


class Authorization(SQLModel, table=True):
    """Lets somebody else see or handle one invoice, until the end of a day or until it is taken back."""

    __tablename__ = "invoice_authorization"
    __table_args__ = (one_of("allows", Allows), CheckConstraint("email = lower(email)", name="email_lower_case"))

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    invoice_id: UUID = Field(foreign_key="invoice.id", index=True)
    name: str = Field(sa_type=Text)
    email: str = Field(index=True, sa_type=Text)
    business_id: str | None = Field(default=None, index=True, sa_type=Text)
    """Of an authority or organisation; None for a person."""
    allows: Allows = Field(sa_type=Text)
    valid_until: date | None = None
    revoked_on: date | None = None


class RefundAccount(SQLModel, table=True):
    """The account that an overpaid amount of one invoice was sent to."""

    __tablename__ = "refund_account"
    __table_args__ = (
        ForeignKeyConstraint(["invoice_id", "event_number"], ["invoice_event.invoice_id", "invoice_event.number"]),
    )

    invoice_id: UUID = Field(primary_key=True)
    event_number: int = Field(primary_key=True)
    iban: str = Field(sa_type=Text)
    holder: str = Field(sa_type=Text)
