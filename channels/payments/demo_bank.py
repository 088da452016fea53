"""The demo's bank: what its page shows and does. Exists in demo mode only; a real provider takes its place."""

from __future__ import annotations

from typing import Literal
from uuid import UUID, uuid4

import httpx
from fastapi import APIRouter, Request, Response
from pydantic import BaseModel

from channels.documentation import answers
from channels.languages import language_of
from channels.payments.routes import CALLBACK
from channels.payments.settling import ProviderEvent
from channels.payments.signature import HEADER, sign
from channels.runtime import runtime_of
from knowledge.formats import format_money
from knowledge.money import Money
from tools.ledger.errors import PaymentNotFound
from tools.ledger.pending import PaymentStatus

router = APIRouter(prefix="/api/v1/demo/bank", tags=["demo"])

_EXAMPLE = {
    "payee": "Revontuli Energia",
    "account": "FI2112345600000785",
    "reference": "12344",
    "amount": {"amount_minor": 8490, "currency": "EUR"},
    "amount_text": "€84.90",
    "invoice": "1001",
    "status": "started",
}


class BankPayment(BaseModel):
    """A payment as the bank's page shows it."""

    payee: str
    account: str
    reference: str
    amount: Money
    amount_text: str
    invoice: str
    status: PaymentStatus


@router.get("/{payment_id}", summary="Read a payment order", responses=answers(200, _EXAMPLE, PaymentNotFound))
async def read(request: Request, payment_id: UUID) -> BankPayment:
    """What the payer is asked to pay."""
    payment = await runtime_of(request).payments.intent(payment_id)
    return BankPayment(
        payee=payment.biller,
        account=payment.account,
        reference=payment.reference,
        amount=payment.amount,
        amount_text=format_money(payment.amount, await language_of(request)),
        invoice=payment.invoice,
        status=payment.status,
    )


@router.post("/{payment_id}/pay", summary="Pay", status_code=204, responses=answers(204, None, PaymentNotFound))
async def pay(request: Request, payment_id: UUID) -> Response:
    """Make the payment, and report it as a provider does."""
    return await _report(request, payment_id, "succeeded")


@router.post("/{payment_id}/decline", summary="Decline", status_code=204, responses=answers(204, None, PaymentNotFound))
async def decline(request: Request, payment_id: UUID) -> Response:
    """Do not pay, and report that."""
    return await _report(request, payment_id, "failed")


async def _report(request: Request, payment_id: UUID, status: Literal["succeeded", "failed"]) -> Response:
    """Send the signed report to this very server, over HTTP like a real provider's."""
    payment = await runtime_of(request).payments.intent(payment_id)
    event = ProviderEvent(
        event_id=f"evt_{uuid4().hex}",
        intent_id=payment_id,
        # One order is paid once, however often the button is pressed.
        payment_id=f"pay_{payment_id.hex}",
        status=status,
        **payment.amount.model_dump(),
    )
    body = event.model_dump_json().encode()
    headers = {HEADER: sign(request.app.state.payment_secret, body), "Content-Type": "application/json"}
    # The address that this request came in by, and not its Host header, which anybody may write.
    host, port = request.scope["server"]
    address = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    # Plain HTTP within the machine: there are no certificates to read.
    async with httpx.AsyncClient(base_url=address, trust_env=False, verify=False) as http:
        (await http.post(CALLBACK, content=body, headers=headers)).raise_for_status()
    return Response(status_code=204)
