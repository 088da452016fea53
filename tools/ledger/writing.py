"""Writing an entry to an invoice's log: the one way in which an invoice changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel

from tools.database import storable_json
from tools.ledger.claims import Claim
from tools.ledger.history import Entry, State, differences
from tools.ledger.letters import letter_facts
from tools.ledger.models import Invoice, InvoiceEvent, Letter, Posting


@dataclass(frozen=True)
class Written:
    """Rows of one entry, as values to insert.

    Attributes:
        event: of ``InvoiceEvent``.
        postings: of ``Posting``.
        letter: of ``Letter``, if one is sent.
    """

    event: dict[str, Any]
    postings: list[dict[str, Any]]
    letter: dict[str, Any] | None


async def append(session: AsyncSession, claim: Claim, entry: Entry, *, actor: str, now: datetime) -> None:
    """Write one entry and bring the invoice's row to its state; the claim must be locked by the caller's transaction.

    Args:
        session: the caller's transaction.
        claim: the invoice before the entry. Its row is changed; its postings are not, read it anew to see them.
        entry: what happens.
        actor: who does it, as in ``models.InvoiceEvent``.
        now: the moment at which it is written.
    """
    written = rows_of(claim, entry, actor=actor, now=now)
    await insert_all(session, [written])
    move(claim.invoice, entry)
    await session.flush()


async def insert_all(session: AsyncSession, written: Sequence[Written]) -> None:
    """Insert the rows of many entries with one statement per table."""
    await _insert(session, InvoiceEvent, [one.event for one in written])
    await _insert(session, Posting, [posting for one in written for posting in one.postings])
    await _insert(session, Letter, [one.letter for one in written if one.letter])


async def update_all(session: AsyncSession, invoices: Sequence[Invoice]) -> None:
    """Store the state of many invoices with one statement."""
    fields = ["version", *State.model_fields]
    changed = ", ".join(f"{name} = new.{name}" for name in fields)
    rows = [{name: getattr(invoice, name) for name in ("id", *fields)} for invoice in invoices]
    update = f"UPDATE invoice SET {changed} FROM {_RECORDS.format(table='invoice')} AS new WHERE invoice.id = new.id"
    await session.execute(text(update), {"rows": storable_json(rows)})


# All rows travel as one JSON value: the server, on a core of its own, takes them apart.
_RECORDS = "jsonb_populate_recordset(NULL::{table}, CAST(:rows AS jsonb))"


async def _insert(session: AsyncSession, table: type[SQLModel], rows: Sequence[dict[str, Any]]) -> None:
    if not rows:
        return
    name, columns = table.__tablename__, ", ".join(rows[0])
    insert = f"INSERT INTO {name} ({columns}) SELECT {columns} FROM {_RECORDS.format(table=name)}"
    await session.execute(text(insert), {"rows": storable_json(rows)})


def rows_of(claim: Claim, entry: Entry, *, actor: str, now: datetime) -> Written:
    """The rows that an entry amounts to."""
    invoice = claim.invoice
    number = invoice.version + 1
    before = State.of(invoice) if invoice.version else None
    key = {"invoice_id": invoice.id}
    event = {
        **key,
        "number": number,
        "kind": entry.kind,
        "actor": actor,
        "why": entry.why,
        "on_day": entry.on,
        "at": now,
        "changes": differences(before, entry.state),
    }
    postings = [
        {
            **key,
            "event_number": number,
            "kind": amount.kind,
            "text": amount.text,
            "amount_minor": amount.minor,
            "booked_on": entry.on,
            "source": amount.source,
        }
        for amount in entry.amounts
    ]
    return Written(event, postings, _letter(claim, entry, key, number) if entry.letter else None)


def move(invoice: Invoice, entry: Entry) -> None:
    """Bring an invoice's row to the state after an entry."""
    invoice.version += 1
    for name in State.model_fields:
        value = getattr(entry.state, name)
        if name == "plan" and value is not None:
            value = value.model_dump(mode="json")
        if getattr(invoice, name) != value:
            setattr(invoice, name, value)


def _letter(claim: Claim, entry: Entry, key: dict[str, UUID], number: int) -> dict[str, Any]:
    facts = letter_facts(claim, entry)
    return {
        **key,
        "id": uuid4(),
        "event_number": number,
        "kind": facts.kind,
        "sent_on": entry.on,
        "language": claim.customer.language,
        "facts": facts.model_dump(mode="json"),
    }
