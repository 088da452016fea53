"""Where the payment provider reports how payments ended."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError

from channels.documentation import answers
from channels.payments.settling import ProviderEvent, settle
from channels.payments.signature import HEADER, verify
from channels.runtime import runtime_of
from tools.ledger.errors import BadSignature, PaymentMismatch, PaymentNotFound

CALLBACK = "/api/v1/payments/callback"

router = APIRouter(tags=["payment provider"])

_EVENT = {
    "event_id": "evt_9b1f",
    "intent_id": "5f0d9a52-3f0e-4a55-9d1c-6f4f9f6c2b1e",
    "payment_id": "pay_77c2",
    "status": "succeeded",
    "amount_minor": 8490,
    "currency": "EUR",
}
_BODY = {
    "parameters": [
        {
            "name": HEADER,
            "in": "header",
            "required": True,
            "schema": {"type": "string"},
            "description": "`t=<unix time>,v1=<HMAC-SHA256 over '<unix time>.<body>', hexadecimal>`",
            "example": f"t=1795348800,v1={'0f' * 32}",
        }
    ],
    "requestBody": {
        "required": True,
        "content": {"application/json": {"schema": ProviderEvent.model_json_schema(), "example": _EVENT}},
    },
}


@router.post(
    CALLBACK,
    summary="Report how a payment ended",
    status_code=204,
    responses=answers(204, None, BadSignature, PaymentNotFound, PaymentMismatch),
    openapi_extra=_BODY,
)
async def callback(request: Request) -> Response:
    """A genuine report that came before is answered like the first one, and changes nothing."""
    body = await request.body()
    verify(request.app.state.payment_secret, body, request.headers.get(HEADER))
    try:
        event = ProviderEvent.model_validate_json(body)
    except ValidationError as error:
        raise RequestValidationError(error.errors()) from None
    runtime = runtime_of(request)
    await settle(runtime.sessions, runtime.payments, runtime.clock, event)
    return Response(status_code=204)
