"""Tools that propose where money goes back to, and who else sees an invoice. Strong identification comes with them."""

from __future__ import annotations

from typing import Annotated

from langchain.tools import ToolRuntime, tool

from tools.arguments import InvoiceReference, NewDate, Words, is_email, kindly
from tools.context import ToolContext
from tools.finding import find_invoice, suitable_invoice
from tools.ledger.models import Allows
from tools.ledger.terms import AuthorizationWish, RefundWish, RevocationWish
from tools.ledger.views import AuthorizationView, InvoiceDetails, InvoiceView
from tools.proposing import ask_for, propose
from tools.results import NeedsInput, Refused, ToolResult, packed

_TELLING = 3


@tool(response_format="content_and_artifact", parse_docstring=True)
async def set_refund_account(
    runtime: ToolRuntime[ToolContext],
    invoice: InvoiceReference = None,
    iban: Words = None,
    holder: Words = None,
) -> tuple[str, ToolResult]:
    """Propose to send what was paid too much to a bank account; confirmed by the customer, strongly identified.

    Use it when the customer paid too much or twice, wants money back, or gives an account number.

    Args:
        invoice: the overpaid invoice's number or MyRopo ID. Leave it out when the customer did not say which.
        iban: the account number as the customer wrote it. Leave it out when the customer gave none.
        holder: who holds the account. Leave it out when it is the customer.
    """
    context = runtime.context
    chosen = await suitable_invoice(context, "set_refund_account", invoice)
    if not isinstance(chosen, InvoiceView):
        return packed(chosen)
    if iban is None:
        return packed(await ask_for(context, "set_refund_account", chosen, "account"))
    customer = await context.ledger.customer(context.principal, context.today)
    name = holder or (customer.name if customer else "")
    return packed(await propose(context, chosen, RefundWish(iban=iban, holder=name)))


@tool(response_format="content_and_artifact", parse_docstring=True)
async def authorize_person(
    runtime: ToolRuntime[ToolContext],
    invoice: InvoiceReference = None,
    name: Words = None,
    email: Words = None,
    allows: Annotated[Allows, kindly("view")] = "view",
    until: NewDate = None,
) -> tuple[str, ToolResult]:
    """Propose to let another person see or handle one invoice; confirmed by the customer, strongly identified.

    Args:
        invoice: invoice number or MyRopo ID. Leave it out when the customer did not say which.
        name: the person's name. Leave it out when the customer did not say it.
        email: the person's e-mail address. Leave it out when the customer did not say it.
        allows: "view" to see the invoice, "handle" to pay and arrange it too.
        until: the last day, YYYY-MM-DD. Leave it out when the customer did not say one.
    """
    context = runtime.context
    chosen = await suitable_invoice(context, "authorize_person", invoice)
    if not isinstance(chosen, InvoiceView):
        return packed(chosen)
    if name is None or email is None:
        return packed(await ask_for(context, "authorize_person", chosen, "person"))
    if not is_email(email):
        return packed(Refused(tool="authorize_person", reason="email_invalid", invoice=chosen))
    wish = AuthorizationWish(name=name, email=email, allows=allows, until=until)
    return packed(await propose(context, chosen, wish))


@tool(response_format="content_and_artifact", parse_docstring=True)
async def revoke_authorization(
    runtime: ToolRuntime[ToolContext], invoice: InvoiceReference = None, person: Words = None
) -> tuple[str, ToolResult]:
    """Propose to end another person's access to an invoice; the customer confirms with a button.

    Args:
        invoice: invoice number or MyRopo ID. Leave it out when the customer did not say which.
        person: name or e-mail address of the person. Leave it out when the customer did not say it.
    """
    context = runtime.context
    chosen = await suitable_invoice(context, "revoke_authorization", invoice)
    if not isinstance(chosen, InvoiceView):
        return packed(chosen)
    details = await find_invoice(context, "revoke_authorization", chosen.myropo_id)
    if not isinstance(details, InvoiceDetails):
        return packed(details)
    meant = [each for each in details.authorizations if person is None or _is(each, person)]
    if not meant:
        return packed(Refused(tool="revoke_authorization", reason="no_such_authorization", invoice=chosen))
    if len(meant) > 1:
        asked = NeedsInput(
            what="authorization", tool="revoke_authorization", invoice=chosen, authorizations=tuple(meant)
        )
        return packed(asked)
    return packed(await propose(context, chosen, RevocationWish(authorization_id=meant[0].id)))


def _is(authorization: AuthorizationView, person: str) -> bool:
    """Whether somebody is called so: by e-mail address, or by a part of the name, which may be bent ("Sofia's")."""
    said = person.lower()
    parts = [part for part in authorization.name.lower().split() if len(part) >= _TELLING]
    return said == authorization.email or any(word.startswith(part) for word in said.split() for part in parts)
