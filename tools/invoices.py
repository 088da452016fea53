"""Tools that read the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from langchain.tools import ToolRuntime, tool

from knowledge.money import Currency, Money
from tools.arguments import InvoiceReference, kindly
from tools.context import ToolContext
from tools.ledger.errors import InvoiceAmbiguous, InvoiceNotFound
from tools.ledger.views import InvoiceDetails, InvoiceView
from tools.results import InvoiceDetailsResult, InvoiceList, InvoiceStatus, NeedsInput, NotFound, ToolResult, packed

_ECHO = 40


@tool(response_format="content_and_artifact", parse_docstring=True)
async def list_invoices(
    runtime: ToolRuntime[ToolContext], status: Annotated[InvoiceStatus, kindly("open")] = "open"
) -> tuple[str, ToolResult]:
    """List the customer's invoices with amounts, due dates and stages, and what is owed in all.

    Use it for "what do I owe", "my invoices", "when is my bill due", "have I paid everything".

    Args:
        status: "open" for invoices with something left to pay, "paid" for the others, "all" for both.
    """
    invoices = await _invoices(runtime.context)
    shown = [i for i in invoices if status == "all" or (i.outstanding.amount_minor > 0) == (status == "open")]
    return packed(InvoiceList(status=status, invoices=tuple(shown), outstanding=_owed(shown)))


@tool(response_format="content_and_artifact", parse_docstring=True)
async def get_invoice(runtime: ToolRuntime[ToolContext], invoice: InvoiceReference = None) -> tuple[str, ToolResult]:
    """Get one invoice in full: what it is for, fees, payments, stage, and the biller's phone, e-mail and website.

    Use it for questions about one invoice: why so much, what is this fee, did my payment arrive, whom do I call.

    Args:
        invoice: invoice number or MyRopo ID. Leave it out when the customer did not say which.
    """
    context = runtime.context
    found = await find_invoice(context, invoice) if invoice else await _only_invoice(context)
    return packed(InvoiceDetailsResult(invoice=found) if isinstance(found, InvoiceDetails) else found)


async def find_invoice(context: ToolContext, reference: str) -> InvoiceDetails | NotFound | NeedsInput:
    """Look an invoice up by what a customer or a model called it.

    Args:
        context: of the turn.
        reference: invoice number or MyRopo ID.
    """
    try:
        return await context.ledger.get_invoice(context.principal, reference, context.today)
    except InvoiceNotFound:
        return NotFound(invoice=reference[:_ECHO])
    except InvoiceAmbiguous as error:
        alike = [invoice for invoice in await _invoices(context) if invoice.myropo_id in error.myropo_ids]
        return NeedsInput(what="invoice", choices=tuple(alike))


async def _only_invoice(context: ToolContext) -> InvoiceDetails | NotFound | NeedsInput:
    """The one that must be meant: the only open invoice, or else the only invoice."""
    invoices = await _invoices(context)
    likely = [invoice for invoice in invoices if invoice.outstanding.amount_minor > 0] or invoices
    if not likely:
        return NotFound()
    if len(likely) > 1:
        return NeedsInput(what="invoice", choices=tuple(likely))
    return await find_invoice(context, likely[0].myropo_id)


async def _invoices(context: ToolContext) -> list[InvoiceView]:
    return await context.ledger.list_invoices(context.principal, context.today)


def _owed(invoices: Sequence[InvoiceView]) -> tuple[Money, ...]:
    # An overpaid invoice lowers no other one: that money is refunded, not set off.
    sums: dict[Currency, int] = {}
    for owed in (invoice.outstanding for invoice in invoices if invoice.outstanding.amount_minor > 0):
        sums[owed.currency] = sums.get(owed.currency, 0) + owed.amount_minor
    return tuple(Money(amount_minor=amount, currency=currency) for currency, amount in sums.items())
