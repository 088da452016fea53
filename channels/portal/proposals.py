"""Changes: offered on terms, and made only when the customer confirms these very terms."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Body, Request

from channels.auth.sessions import strength_of
from channels.documentation import answers
from channels.errors import (
    IdempotencyKeyMissing,
    IdempotencyKeyReused,
    SignInNeeded,
    StillRunning,
    ThreadClosed,
    ThreadNotFound,
)
from channels.idempotency import IdempotencyKey, IdempotentRoute
from channels.portal import examples
from channels.portal.bodies import Confirmation, ProposalRequest
from channels.portal.visits import CurrentVisit, Visit
from channels.problems import note_wish
from tools.ledger.errors import (
    InvoiceAmbiguous,
    InvoiceNotFound,
    PolicyRefused,
    ProposalAlreadyConfirmed,
    ProposalChanged,
    ProposalClosed,
    ProposalExpired,
    ProposalNotFound,
    StepUpNeeded,
)
from tools.ledger.proposal_views import ProposalView, Receipt
from tools.ledger.terms import Wish

router = APIRouter(tags=["changes"], route_class=IdempotentRoute)

POSTED = (SignInNeeded, IdempotencyKeyMissing, IdempotencyKeyReused, StillRunning)
"""What every POST of the portal's API may be answered."""
OFFERED = answers(201, examples.PROPOSAL, *POSTED, InvoiceNotFound, InvoiceAmbiguous, PolicyRefused)
"""What every POST that makes a proposal is answered."""
_WISHES = {name: {"value": {"invoice": "1001", "wish": wish}} for name, wish in examples.WISHES.items()}


async def offer(request: Request, visit: Visit, invoice: str, wish: Wish, thread_id: str | None = None) -> ProposalView:
    """Offer what a customer wishes, with words at hand for a refusal."""
    note_wish(request, wish.kind, invoice)
    return await visit.runtime.center.offer(visit.principal, thread_id, invoice, wish)


@router.post(
    "/proposals",
    summary="Ask for a change",
    status_code=201,
    responses=answers(
        201,
        examples.PROPOSAL,
        *POSTED,
        InvoiceNotFound,
        ThreadNotFound,
        InvoiceAmbiguous,
        PolicyRefused,
        ThreadClosed,
    ),
)
async def propose(
    request: Request,
    visit: CurrentVisit,
    key: IdempotencyKey,
    body: Annotated[ProposalRequest, Body(openapi_examples=_WISHES)],
) -> ProposalView:
    """The terms on which it can be done; nothing changes before they are confirmed, within half an hour."""
    return await offer(request, visit, body.invoice, body.wish, body.thread_id)


@router.post(
    "/proposals/{proposal_id}/confirm",
    summary="Confirm a change",
    responses=answers(
        200,
        examples.RECEIPT,
        *POSTED,
        StepUpNeeded,
        ProposalNotFound,
        ProposalExpired,
        ProposalChanged,
        ProposalAlreadyConfirmed,
        ProposalClosed,
    ),
)
async def confirm(
    request: Request,
    visit: CurrentVisit,
    key: IdempotencyKey,
    proposal_id: UUID,
    body: Annotated[Confirmation, Body(openapi_examples={"agree": {"value": {"hash": examples.PROPOSAL["hash"]}}})],
) -> Receipt:
    """Make the change, once, on the terms that the hash stands for."""
    center, strength = visit.runtime.center, strength_of(request)
    return await center.confirm(visit.principal, None, str(proposal_id), body.hash, strength)


@router.post(
    "/proposals/{proposal_id}/cancel",
    summary="Decline a change",
    responses=answers(
        200,
        {**examples.PROPOSAL, "status": "cancelled"},
        *POSTED,
        ProposalNotFound,
        ProposalExpired,
        ProposalAlreadyConfirmed,
        ProposalClosed,
    ),
)
async def cancel(visit: CurrentVisit, key: IdempotencyKey, proposal_id: UUID) -> ProposalView:
    """Close a proposal without a change."""
    return await visit.runtime.center.cancel(visit.principal, None, str(proposal_id))
