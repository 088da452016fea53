"""The life of a proposal: made for a customer, and then confirmed once, cancelled, superseded or expired.

Every function works in the caller's transaction and never commits: the caller writes the event that tells about the
change beside the change itself, so that both happen or neither.
"""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from knowledge.tariffs import Tariffs
from tools.context import Principal, Strength, local_date
from tools.ledger import repository
from tools.ledger.claims import Claim
from tools.ledger.errors import (
    PolicyRefused,
    ProposalAlreadyConfirmed,
    ProposalChanged,
    ProposalClosed,
    ProposalExpired,
    ProposalNotFound,
    StepUpNeeded,
)
from tools.ledger.offers import Ground, carry_out, offer
from tools.ledger.pending import Proposal
from tools.ledger.proposal_views import STRONG, ProposalView, Receipt
from tools.ledger.terms import TERMS, WISHES, Terms, Wish

LIFETIME = timedelta(minutes=30)
"""How long a customer may think about a proposal."""


async def make(
    session: AsyncSession, principal: Principal, thread_id: str, ground: Ground, wish: Wish, now: datetime
) -> ProposalView:
    """Store a proposal; the thread must have no other open one.

    Args:
        session: the caller's transaction.
        principal: who may confirm it.
        thread_id: the conversation it belongs to.
        ground: the invoice as it is now, and the rules of today.
        wish: what the customer asks for.
        now: the present moment.

    Raises:
        PolicyRefused: a rule says no.
    """
    terms, claim = offer(ground, wish), ground.claim
    proposal = Proposal(
        id=uuid4(),
        kind=wish.kind,
        principal=str(principal),
        thread_id=thread_id,
        invoice_id=claim.invoice.id,
        wish=wish.model_dump(mode="json"),
        terms=terms.model_dump(mode="json"),
        hash="",
        ground=claim.invoice.version,
        created_at=now,
        expires_at=now + LIFETIME,
    )
    proposal.hash = seal(proposal)
    session.add(proposal)
    await session.flush()
    return ProposalView.of(proposal, claim.invoice, claim.biller)


async def confirm(
    session: AsyncSession,
    principal: Principal,
    proposal_id: UUID,
    hash: str,
    now: datetime,
    *,
    tariffs: Tariffs,
    strength: Strength = "light",
) -> Receipt:
    """Carry out what the customer agreed to, once.

    Proposal and invoice stay locked until the caller's transaction ends: of two concurrent confirmations the second
    one waits, and then finds the proposal confirmed. The receipt is read back from the changed rows.

    Args:
        session: the caller's transaction.
        principal: who confirms.
        proposal_id: the proposal the customer was shown.
        hash: its hash as the customer was shown it.
        now: the present moment.
        tariffs: fees, to ask the policy again.
        strength: how surely the session knows who confirms.

    Raises:
        ProposalNotFound: there is none, or it was made to somebody else.
        ProposalAlreadyConfirmed, ProposalClosed: it was committed before; it was cancelled or superseded.
        ProposalExpired: its time is over.
        ProposalChanged: the hash differs, or the invoice or the rules moved since.
        StepUpNeeded: it wants strong identification first, and stays open for that.
    """
    proposal = await _lock_open(session, principal, proposal_id, now)
    # The row is sealed anew, so that terms altered in the database do not pass either.
    if hash != seal(proposal):
        raise ProposalChanged("the hash is not this proposal's")
    if proposal.kind in STRONG and strength != "strong":
        raise StepUpNeeded(f"proposal {proposal_id} wants strong identification")
    claim = await _lock_claim(session, principal, proposal, now)
    ground = await ground_of(session, claim, tariffs, local_date(now))
    terms = _agreed_terms(proposal, ground)
    await carry_out(session, ground, terms, actor=str(principal), now=now)
    proposal.status, proposal.committed_at = "confirmed", now
    await session.flush()
    return Receipt.of(proposal, await _lock_claim(session, principal, proposal, now), now)


async def cancel(session: AsyncSession, principal: Principal, proposal_id: UUID, now: datetime) -> ProposalView:
    """Close a proposal that the customer does not want.

    Raises:
        ProposalNotFound: there is none, or it was made to somebody else.
        ProposalAlreadyConfirmed: it was committed before.
        ProposalClosed: it was cancelled or superseded before.
        ProposalExpired: its time is over.
    """
    proposal = await _lock_open(session, principal, proposal_id, now)
    proposal.status = "cancelled"
    await session.flush()
    return ProposalView.of(*await repository.proposal_row(session, proposal_id))


async def supersede(session: AsyncSession, thread_id: str, now: datetime) -> list[ProposalView]:
    """Close a thread's open proposals because the conversation went on; says which, for the events.

    One whose time is over becomes ``expired`` instead.
    """
    rows = await repository.lock_open_proposals(session, thread_id)
    for proposal, _, _ in rows:
        proposal.status = "expired" if proposal.expires_at <= now else "superseded"
    await session.flush()
    return [ProposalView.of(*row) for row in rows]


async def expire(session: AsyncSession, now: datetime) -> list[tuple[str, ProposalView]]:
    """Close all open proposals whose time is over; says which, each after its thread's id, for the events."""
    rows = await repository.lock_overdue_proposals(session, now)
    for proposal, _, _ in rows:
        proposal.status = "expired"
    await session.flush()
    return [(row[0].thread_id, ProposalView.of(*row)) for row in rows]


def seal(proposal: Proposal) -> str:
    """The hash of all that a customer agrees to: who, what, on which terms, and until when."""
    agreed = {
        "id": str(proposal.id),
        "kind": proposal.kind,
        "principal": proposal.principal,
        "thread": proposal.thread_id,
        "invoice": str(proposal.invoice_id),
        "terms": proposal.terms,
        "expires_at": proposal.expires_at.astimezone(UTC).isoformat(),
    }
    return hashlib.sha256(json.dumps(agreed, sort_keys=True).encode()).hexdigest()


async def _lock_open(session: AsyncSession, principal: Principal, proposal_id: UUID, now: datetime) -> Proposal:
    proposal = await repository.lock_proposal(session, principal, proposal_id)
    if proposal is None:
        raise ProposalNotFound(f"no proposal {proposal_id}")
    match proposal.status:
        case "confirmed":
            raise ProposalAlreadyConfirmed(f"proposal {proposal_id} was confirmed before")
        case "cancelled" | "superseded":
            raise ProposalClosed(f"proposal {proposal_id} is {proposal.status}")
        case _:
            if proposal.status == "expired" or proposal.expires_at <= now:
                raise ProposalExpired(f"proposal {proposal_id} expired at {proposal.expires_at}")
            return proposal


async def _lock_claim(session: AsyncSession, principal: Principal, proposal: Proposal, now: datetime) -> Claim:
    claim = await repository.lock_claim(session, principal, proposal.invoice_id, local_date(now))
    if claim is None:
        # An authorization ended meanwhile: what is out of scope does not exist.
        raise ProposalNotFound(f"no proposal {proposal.id}")
    return claim


async def ground_of(session: AsyncSession, claim: Claim, tariffs: Tariffs, today: date) -> Ground:
    """What offers about a claim rest on, on a day."""
    authorizations = await repository.authorizations_of(session, claim.invoice.id, today)
    return Ground(claim, tariffs.of(claim.biller.country, today), today, authorizations)


def _agreed_terms(proposal: Proposal, ground: Ground) -> Terms:
    """The terms that the customer saw, when they are still the ones that would be offered."""
    if ground.claim.invoice.version != proposal.ground:
        raise ProposalChanged("the invoice changed since the proposal was made")
    agreed = TERMS.validate_python(proposal.terms)
    # The same invoice may be under other rules by now: it is late after midnight, or a new tariff holds.
    try:
        offered = offer(ground, WISHES.validate_python(proposal.wish))
    except PolicyRefused as refusal:
        raise ProposalChanged(f"it is no longer possible: {refusal.reason}") from refusal
    if offered != agreed:
        raise ProposalChanged("the terms no longer hold")
    return agreed
