"""Paying."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Body, Request

from channels.documentation import answers
from channels.errors import SignInNeeded
from channels.idempotency import IdempotencyKey, IdempotentRoute
from channels.portal import examples
from channels.portal.bodies import PaymentStartRequest
from channels.portal.proposals import POSTED
from channels.portal.visits import CurrentVisit
from channels.problems import note_wish
from tools.ledger.errors import InvoiceAmbiguous, InvoiceNotFound, PaymentNotFound, PaymentUnavailable, PolicyRefused
from tools.ledger.payments import Payment
from tools.ledger.views import PaymentStart

router = APIRouter(tags=["payments"], route_class=IdempotentRoute)

_EXAMPLES = {
    "everything": {"value": {"invoice": "1001", "amount_minor": None}},
    "a part": {"value": {"invoice": "1001", "amount_minor": 4000}},
}


@router.post(
    "/payments",
    summary="Begin a payment",
    status_code=201,
    responses=answers(
        201,
        examples.PAYMENT_START,
        *POSTED,
        InvoiceNotFound,
        InvoiceAmbiguous,
        PolicyRefused,
        PaymentUnavailable,
    ),
)
async def start(
    request: Request,
    visit: CurrentVisit,
    key: IdempotencyKey,
    body: Annotated[PaymentStartRequest, Body(openapi_examples=_EXAMPLES)],
) -> PaymentStart:
    """The page on which to pay; nothing is paid before."""
    note_wish(request, "start_payment", body.invoice)
    return await visit.runtime.payments.start(visit.principal, body.invoice, body.amount_minor, visit.now)


@router.get(
    "/payments/{payment_id}",
    summary="Read a payment",
    responses=answers(200, examples.PAYMENT, SignInNeeded, PaymentNotFound),
)
async def payment(visit: CurrentVisit, payment_id: UUID) -> Payment:
    """How a payment that the customer began stands."""
    return await visit.runtime.payments.intent(payment_id, visit.principal)
