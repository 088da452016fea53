"""Action cards that agents offer: only the customer's own click makes the change."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Body, Request
from pydantic import BaseModel, ConfigDict, Field

from channels.agent_console.access import CurrentShift
from channels.agent_console.posting import POSTED
from channels.documentation import answers
from channels.errors import NotYours, ThreadNotFound
from channels.idempotency import AgentsRoute, IdempotencyKey
from channels.message_center.offers import offer_as_agent
from channels.message_center.repository import ThreadRepository
from channels.portal import examples
from channels.portal.bodies import CleanWish, Words
from channels.problems import note_wish
from tools.context import Principal
from tools.ledger.errors import InvoiceAmbiguous, InvoiceNotFound, PolicyRefused
from tools.ledger.proposal_views import ProposalView

router = APIRouter(route_class=AgentsRoute)

_WISHES = {name: {"value": {"invoice": "1001", "wish": wish}} for name, wish in examples.WISHES.items()}


class Offer(BaseModel):
    """A change that an agent suggests to the customer."""

    model_config = ConfigDict(extra="forbid")

    invoice: Words = Field(description="Number or MyRopo ID of an invoice of this customer.")
    wish: CleanWish


@router.post(
    "/threads/{thread_id}/offers",
    summary="Offer a change",
    status_code=201,
    responses=answers(
        201, examples.PROPOSAL, *POSTED, ThreadNotFound, NotYours, InvoiceNotFound, InvoiceAmbiguous, PolicyRefused
    ),
)
async def offer(
    request: Request,
    shift: CurrentShift,
    key: IdempotencyKey,
    thread_id: str,
    body: Annotated[Offer, Body(openapi_examples=_WISHES)],
) -> ProposalView:
    """Put an action card into a conversation that you hold, in your name; the customer confirms it or does not."""
    runtime = shift.runtime
    async with runtime.sessions() as session:
        thread = await ThreadRepository(session).get(thread_id)
    note_wish(request, body.wish.kind, body.invoice, Principal.parse(thread.principal))
    return await offer_as_agent(
        runtime.sessions,
        runtime.ledger.tariffs,
        shift.agent,
        thread_id,
        body.invoice,
        body.wish,
        runtime.clock.now(),
    )
