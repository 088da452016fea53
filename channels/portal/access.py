"""Shorthands for two kinds of changes: who sees an invoice, and where money goes back to. They propose, no more."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Body, Request

from channels.idempotency import IdempotencyKey, IdempotentRoute
from channels.portal.bodies import AuthorizationRequest, RefundRequest, RevocationRequest
from channels.portal.examples import WISHES
from channels.portal.proposals import OFFERED, offer
from channels.portal.visits import CurrentVisit
from tools.ledger.proposal_views import ProposalView
from tools.ledger.terms import AuthorizationWish, RefundWish, RevocationWish

router = APIRouter(tags=["changes"], route_class=IdempotentRoute)


def _example(name: str, *fields: str) -> dict[str, dict[str, dict[str, object]]]:
    return {name: {"value": {"invoice": "1001", **{field: WISHES[name][field] for field in fields}}}}


@router.post("/authorizations", summary="Ask to let somebody in", status_code=201, responses=OFFERED)
async def authorize(
    request: Request,
    visit: CurrentVisit,
    key: IdempotencyKey,
    body: Annotated[
        AuthorizationRequest, Body(openapi_examples=_example("authorize", "name", "email", "allows", "until"))
    ],
) -> ProposalView:
    """A proposal that, once confirmed, lets somebody see or handle the invoice."""
    wish = AuthorizationWish(name=body.name, email=body.email, allows=body.allows, until=body.until)
    return await offer(request, visit, body.invoice, wish)


@router.post(
    "/authorizations/{authorization_id}/revoke",
    summary="Ask to take an access back",
    status_code=201,
    responses=OFFERED,
)
async def revoke(
    request: Request,
    visit: CurrentVisit,
    key: IdempotencyKey,
    authorization_id: UUID,
    body: Annotated[RevocationRequest, Body(openapi_examples=_example("revoke"))],
) -> ProposalView:
    """A proposal that, once confirmed, ends somebody's access to the invoice."""
    return await offer(request, visit, body.invoice, RevocationWish(authorization_id=authorization_id))


@router.post("/refund-account", summary="Ask for money back", status_code=201, responses=OFFERED)
async def refund(
    request: Request,
    visit: CurrentVisit,
    key: IdempotencyKey,
    body: Annotated[RefundRequest, Body(openapi_examples=_example("refund", "iban", "holder"))],
) -> ProposalView:
    """A proposal that, once confirmed, sends what was paid too much to the account."""
    customer = await visit.runtime.ledger.customer(visit.principal, visit.today)
    holder = body.holder or (customer.name if customer else "")
    return await offer(request, visit, body.invoice, RefundWish(iban=body.iban, holder=holder))
