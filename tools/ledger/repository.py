"""The ledger's queries for reading, and its locks.

Every query for invoices takes the principal and cannot be asked without one, so that what is out of scope does not
exist: see ``scope.py``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from tools.context import Principal
from tools.ledger.claims import Claim
from tools.ledger.models import Authorization, Biller, Customer, Invoice, InvoiceEvent, Letter, Posting
from tools.ledger.pending import Proposal
from tools.ledger.scope import access_of, allowed_column, granted_to, normalized, opened_by_company, valid_on, visible

ProposalRow = tuple[Proposal, Invoice, Biller]
LetterRow = tuple[Letter, Invoice, Biller]
_ClaimQuery = Select[Invoice, Biller, Customer, Any]


async def customer_of(session: AsyncSession, principal: Principal) -> Customer | None:
    """The person, or the company that owes the opened invoice; None for everybody else."""
    match principal.kind:
        case "person":
            return await session.get(Customer, principal.key)
        case "company":
            found = select(Customer).join(Invoice, col(Invoice.customer_id) == col(Customer.id))
            return await session.scalar(found.where(opened_by_company(principal)))
        case "authority":
            return await session.scalar(select(Customer).where(col(Customer.business_id) == principal.key))
        case _:
            return None


async def delegate_of(session: AsyncSession, principal: Principal, today: date) -> tuple[Authorization, Biller] | None:
    """The authorization that a delegate acts on, with the biller of its invoice, while it is valid."""
    query = select(Authorization, Biller)
    query = query.join(Invoice, col(Invoice.id) == col(Authorization.invoice_id))
    query = query.join(Biller, col(Biller.id) == col(Invoice.biller_id))
    row = (await session.execute(query.where(granted_to(principal), valid_on(today)))).first()
    return (row[0], row[1]) if row else None


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


async def lock_running(
    session: AsyncSession, principal: Principal, today: date, *, after: UUID, until: UUID, limit: int
) -> list[Claim]:
    """The next claims on their way through the stages whose due date has passed, in the order of their ids, locked.

    Claims that somebody else holds are left for the next run.
    """
    late = select(col(Invoice.id)).where(col(Invoice.stage).in_(("open", "reminder", "collection")))
    late = late.where(col(Invoice.due_date) < today, col(Invoice.id) > after, col(Invoice.id) <= until)
    # The ids first, along their index: joined in one query the server would rather sort all invoices for every batch.
    ids = (await session.scalars(late.order_by(col(Invoice.id)).limit(limit).with_for_update(skip_locked=True))).all()
    query = _in_scope(principal, today).where(col(Invoice.id).in_(ids)).order_by(col(Invoice.id))
    return await _claims(session, principal, query)


async def events_of(session: AsyncSession, invoice_id: UUID) -> Sequence[InvoiceEvent]:
    """What happened to an invoice that is known to be in scope, oldest first."""
    query = select(InvoiceEvent).where(col(InvoiceEvent.invoice_id) == invoice_id)
    return (await session.scalars(query.order_by(col(InvoiceEvent.number)))).all()


async def authorizations_of(session: AsyncSession, invoice_id: UUID, today: date) -> Sequence[Authorization]:
    """Who else may see an invoice that is known to be in scope, on a day."""
    query = select(Authorization).where(col(Authorization.invoice_id) == invoice_id, valid_on(today))
    return (await session.scalars(query.order_by(col(Authorization.name)))).all()


async def authorizations_by_invoice(
    session: AsyncSession, claims: Sequence[Claim], today: date
) -> dict[UUID, list[Authorization]]:
    """As ``authorizations_of``, for many invoices; those without any are left out."""
    ids = [claim.invoice.id for claim in claims]
    query = select(Authorization).where(col(Authorization.invoice_id).in_(ids), valid_on(today))
    grouped: defaultdict[UUID, list[Authorization]] = defaultdict(list)
    for authorization in await session.scalars(query.order_by(col(Authorization.name))):
        grouped[authorization.invoice_id].append(authorization)
    return grouped


async def letters_in_scope(
    session: AsyncSession,
    principal: Principal,
    today: date,
    *,
    invoice_id: UUID | None = None,
    letter_id: UUID | None = None,
) -> list[LetterRow]:
    """Letters about the invoices in scope, newest first: all, those of one invoice, or one letter."""
    query = select(Letter, Invoice, Biller).join(Invoice, col(Invoice.id) == col(Letter.invoice_id))
    query = query.join(Biller, col(Biller.id) == col(Invoice.biller_id))
    query = query.join(Customer, col(Customer.id) == col(Invoice.customer_id)).where(visible(principal, today))
    if invoice_id is not None:
        query = query.where(col(Letter.invoice_id) == invoice_id)
    if letter_id is not None:
        query = query.where(col(Letter.id) == letter_id)
    newest_first = (col(Letter.sent_on).desc(), col(Letter.invoice_id), col(Letter.event_number).desc())
    rows = await session.execute(query.order_by(*newest_first))
    return [(letter, invoice, biller) for letter, invoice, biller in rows]


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


async def lock_proposals_of(session: AsyncSession, thread_id: str) -> None:
    """Let one transaction at a time offer something in a thread: also the first, where there is no row to lock."""
    await session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(thread_id, 0))))


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


def _in_scope(principal: Principal, today: date) -> _ClaimQuery:
    query = select(Invoice, Biller, Customer, allowed_column(principal, today))
    query = query.join(Biller, col(Biller.id) == col(Invoice.biller_id))
    query = query.join(Customer, col(Customer.id) == col(Invoice.customer_id))
    return query.where(visible(principal, today))


async def _claims(session: AsyncSession, principal: Principal, query: _ClaimQuery) -> list[Claim]:
    # populate_existing: a row that was locked must be read as it is now, not as the session remembers it.
    rows = (await session.execute(query, execution_options={"populate_existing": True})).all()
    postings = await _postings(session, [row[0].id for row in rows])
    return [
        Claim(invoice, biller, customer, access_of(principal, invoice), allows or "handle", postings[invoice.id])
        for invoice, biller, customer, allows in rows
    ]


async def _postings(session: AsyncSession, invoice_ids: Sequence[UUID]) -> defaultdict[UUID, list[Posting]]:
    grouped: defaultdict[UUID, list[Posting]] = defaultdict(list)
    if invoice_ids:
        query = select(Posting).where(col(Posting.invoice_id).in_(invoice_ids)).order_by(col(Posting.id))
        for posting in await session.scalars(query):
            grouped[posting.invoice_id].append(posting)
    return grouped
