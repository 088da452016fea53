"""The ledger's only queries.

Every query for invoices takes the principal and cannot be asked without one, so that what is out of scope does not
exist. Who sees what: a person the own invoices and those of valid authorizations; a company principal the one invoice
with its MyRopo ID, when a company owes it; anonymous nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Select, false, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from tools.context import Principal
from tools.ledger.claims import Access, Claim
from tools.ledger.models import Authorization, Biller, Customer, Invoice, InvoiceLine, Payment, Proposal

_REFERENCE = re.compile(r"[0-9A-ZÅÄÖÆØ][0-9A-ZÅÄÖÆØ./ -]{0,39}")

P = TypeVar("P", InvoiceLine, Payment)
ProposalRow = tuple[Proposal, Invoice, Biller]


def normalized(reference: str) -> str | None:
    """An invoice number or MyRopo ID as the ledger stores it, or None when it cannot be one."""
    text = reference.strip().lstrip("#").strip().upper()
    return text if _REFERENCE.fullmatch(text) else None


async def customer_of(session: AsyncSession, principal: Principal) -> Customer | None:
    """Whom the principal acts for: the person, or the company that owes the opened invoice."""
    match principal.kind:
        case "person":
            return await session.get(Customer, principal.key)
        case "company":
            found = select(Customer).join(Invoice, col(Invoice.customer_id) == col(Customer.id))
            return await session.scalar(found.where(_opened_by_company(principal)))
        case "anonymous":
            return None


async def all_claims(session: AsyncSession, principal: Principal, today: date) -> list[Claim]:
    """Every invoice in scope, by due date.

    Args:
        session: the caller's.
        principal: whose scope.
        today: the day on which authorizations must be valid.
    """
    return await _claims(session, principal, _in_scope(principal, today).order_by(*_by_due_date()))


async def find_claims(session: AsyncSession, principal: Principal, reference: str, today: date) -> list[Claim]:
    """The invoices in scope with this number or MyRopo ID, in any case: usually one or none."""
    wanted = normalized(reference)
    if wanted is None:
        return []
    matches = or_(col(Invoice.number) == wanted, col(Invoice.myropo_id) == wanted)
    return await _claims(session, principal, _in_scope(principal, today).where(matches).order_by(*_by_due_date()))


async def lock_claim(session: AsyncSession, principal: Principal, invoice_id: UUID, today: date) -> Claim | None:
    """One invoice in scope, locked against every other writer until the transaction ends."""
    query = _in_scope(principal, today).where(col(Invoice.id) == invoice_id)
    claims = await _claims(session, principal, query.with_for_update(of=Invoice))
    return claims[0] if claims else None


async def lock_proposal(session: AsyncSession, principal: Principal, proposal_id: UUID) -> Proposal | None:
    """The proposal, if it was made to this principal, locked until the transaction ends."""
    query = select(Proposal).where(col(Proposal.id) == proposal_id, col(Proposal.principal) == str(principal))
    return await session.scalar(query.with_for_update(), execution_options={"populate_existing": True})


async def open_proposals(session: AsyncSession, thread_id: str) -> list[ProposalRow]:
    """A thread's open proposals with their invoices and billers; some may be past their time."""
    return await _proposal_rows(session, _open(col(Proposal.thread_id) == thread_id))


async def lock_open_proposals(session: AsyncSession, thread_id: str) -> list[ProposalRow]:
    """As ``open_proposals``, locked until the transaction ends."""
    return await _proposal_rows(session, _open(col(Proposal.thread_id) == thread_id).with_for_update(of=Proposal))


async def lock_overdue_proposals(session: AsyncSession, now: datetime) -> list[ProposalRow]:
    """All open proposals whose time is over, locked; those that somebody else holds are left for the next time."""
    query = _open(col(Proposal.expires_at) <= now)
    return await _proposal_rows(session, query.with_for_update(of=Proposal, skip_locked=True))


async def proposal_row(session: AsyncSession, proposal_id: UUID) -> ProposalRow:
    """One proposal that is known to exist, with its invoice and biller."""
    return (await _proposal_rows(session, _proposals().where(col(Proposal.id) == proposal_id)))[0]


def _open(condition: ColumnElement[bool]) -> Select[Proposal, Invoice, Biller]:
    return _proposals().where(col(Proposal.status) == "open", condition)


def _proposals() -> Select[Proposal, Invoice, Biller]:
    query = select(Proposal, Invoice, Biller)
    query = query.join(Invoice, col(Invoice.id) == col(Proposal.invoice_id))
    return query.join(Biller, col(Biller.id) == col(Invoice.biller_id)).order_by(col(Proposal.created_at))


async def _proposal_rows(session: AsyncSession, query: Select[Proposal, Invoice, Biller]) -> list[ProposalRow]:
    rows = await session.execute(query, execution_options={"populate_existing": True})
    return [(proposal, invoice, biller) for proposal, invoice, biller in rows]


def _by_due_date() -> tuple[Any, Any]:
    return col(Invoice.due_date), col(Invoice.number)


def _in_scope(principal: Principal, today: date) -> Select[Invoice, Biller, Customer]:
    query = select(Invoice, Biller, Customer)
    query = query.join(Biller, col(Biller.id) == col(Invoice.biller_id))
    query = query.join(Customer, col(Customer.id) == col(Invoice.customer_id))
    return query.where(_scope(principal, today))


def _scope(principal: Principal, today: date) -> ColumnElement[bool]:
    match principal.kind:
        case "person":
            valid = or_(col(Authorization.valid_until).is_(None), col(Authorization.valid_until) >= today)
            entrusted = select(col(Authorization.invoice_id)).where(
                col(Authorization.delegate_id) == principal.key, valid
            )
            return or_(col(Invoice.customer_id) == principal.key, col(Invoice.id).in_(entrusted))
        case "company":
            return _opened_by_company(principal)
        case "anonymous":
            return false()


def _opened_by_company(principal: Principal) -> ColumnElement[bool]:
    opened = normalized(principal.key)
    return false() if opened is None else (col(Invoice.myropo_id) == opened) & (col(Customer.kind) == "company")


def _access(principal: Principal, invoice: Invoice) -> Access:
    if principal.kind == "company":
        return "company"
    return "own" if invoice.customer_id == principal.key else "delegate"


async def _claims(session: AsyncSession, principal: Principal, query: Select[Invoice, Biller, Customer]) -> list[Claim]:
    # populate_existing: a row that was locked must be read as it is now, not as the session remembers it.
    rows = (await session.execute(query, execution_options={"populate_existing": True})).all()
    ids = [invoice.id for invoice, _, _ in rows]
    lines = _by_invoice(await session.scalars(_postings(InvoiceLine, ids)))
    payments = _by_invoice(await session.scalars(_postings(Payment, ids)))
    return [
        Claim(invoice, biller, customer, _access(principal, invoice), lines[invoice.id], payments[invoice.id])
        for invoice, biller, customer in rows
    ]


def _postings(table: type[P], invoice_ids: Sequence[UUID]) -> Select[P]:
    return select(table).where(col(table.invoice_id).in_(invoice_ids)).order_by(col(table.id))


def _by_invoice(postings: Iterable[P]) -> defaultdict[UUID, list[P]]:
    grouped: defaultdict[UUID, list[P]] = defaultdict(list)
    for posting in postings:
        grouped[posting.invoice_id].append(posting)
    return grouped
