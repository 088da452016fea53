"""Invoices: what is owed, for what, and whom to ask."""

from __future__ import annotations

from fastapi import APIRouter, Request
from pydantic import BaseModel

from channels.documentation import answers
from channels.errors import SignInNeeded
from channels.languages import language_of
from channels.portal import examples
from channels.portal.visits import CurrentVisit
from knowledge.money import Money
from tools.ledger.errors import InvoiceAmbiguous, InvoiceNotFound
from tools.ledger.views import AuthorizationView, ContactView, InvoiceDetails, InvoiceView, overpaid, owed

router = APIRouter(tags=["invoices"])


class Invoices(BaseModel):
    """Invoices in the customer's scope, by due date."""

    invoices: list[InvoiceView]


class Balance(BaseModel):
    """What is owed, and what was paid too much, with the invoices that it is made of; one amount per currency."""

    invoices: list[InvoiceView]
    outstanding: tuple[Money, ...]
    overpaid: tuple[Money, ...]


class Authorizations(BaseModel):
    """Who else may see or handle an invoice."""

    authorizations: tuple[AuthorizationView, ...]


@router.get(
    "/invoices", summary="List invoices", responses=answers(200, {"invoices": [examples.INVOICE]}, SignInNeeded)
)
async def invoices(visit: CurrentVisit) -> Invoices:
    """All invoices in the signed-in customer's scope, by due date."""
    return Invoices(invoices=await visit.runtime.ledger.list_invoices(visit.principal, visit.today))


@router.get(
    "/invoices/{reference:path}/authorizations",
    summary="List who else has access",
    responses=answers(
        200, {"authorizations": [examples.AUTHORIZATION]}, SignInNeeded, InvoiceNotFound, InvoiceAmbiguous
    ),
)
async def authorizations(visit: CurrentVisit, reference: str) -> Authorizations:
    """Who else may see or handle an invoice; empty for all but its owner."""
    found = await visit.runtime.ledger.get_invoice(visit.principal, reference, visit.today)
    return Authorizations(authorizations=found.authorizations)


@router.get(
    "/invoices/{reference:path}",
    summary="Read an invoice",
    responses=answers(200, examples.DETAILS, SignInNeeded, InvoiceNotFound, InvoiceAmbiguous),
)
async def invoice(visit: CurrentVisit, reference: str) -> InvoiceDetails:
    """One invoice in full, by its number or MyRopo ID."""
    return await visit.runtime.ledger.get_invoice(visit.principal, reference, visit.today)


@router.get(
    "/balance",
    summary="Read the balance",
    responses=answers(200, examples.BALANCE, SignInNeeded, InvoiceNotFound, InvoiceAmbiguous),
)
async def balance(visit: CurrentVisit, invoice: str | None = None) -> Balance:
    """What is owed: for one invoice, or for all with something owed or paid too much."""
    ledger = visit.runtime.ledger
    counted: list[InvoiceView]
    if invoice is None:
        found = await ledger.list_invoices(visit.principal, visit.today)
        counted = [each for each in found if each.outstanding.amount_minor]
    else:
        details = await ledger.get_invoice(visit.principal, invoice, visit.today)
        counted = [InvoiceView.model_validate(details.model_dump())]
    return Balance(invoices=counted, outstanding=owed(counted), overpaid=overpaid(counted))


@router.get(
    "/contact/{reference:path}",
    summary="Whom to ask about an invoice",
    responses=answers(200, examples.CONTACT, SignInNeeded, InvoiceNotFound, InvoiceAmbiguous),
)
async def contact(request: Request, visit: CurrentVisit, reference: str) -> ContactView:
    """The phone line for questions about paying with its hours, and the biller for all others."""
    return await visit.runtime.ledger.contact(visit.principal, reference, await language_of(request), visit.now)
