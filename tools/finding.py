"""Which invoice a tool is about: what a customer called it, or the only one that can be meant."""

from __future__ import annotations

from tools.context import ToolContext
from tools.ledger.errors import InvoiceAmbiguous, InvoiceNotFound
from tools.ledger.possible import Action
from tools.ledger.views import InvoiceDetails, InvoiceView
from tools.results import NeedsInput, NotFound, Refused

_ECHO = 40


async def find_invoice(context: ToolContext, tool: str, reference: str) -> InvoiceDetails | NotFound | NeedsInput:
    """Look an invoice up by what a customer or a model called it.

    Args:
        context: of the turn.
        tool: the tool that asks.
        reference: invoice number or MyRopo ID.
    """
    try:
        return await context.ledger.get_invoice(context.principal, reference, context.today)
    except InvoiceNotFound:
        return NotFound(invoice=reference[:_ECHO])
    except InvoiceAmbiguous as error:
        alike = [invoice for invoice in await invoices_of(context) if invoice.myropo_id in error.myropo_ids]
        return NeedsInput(what="invoice", tool=tool, choices=tuple(alike))


async def likely_invoice(context: ToolContext, tool: str) -> InvoiceDetails | NotFound | NeedsInput:
    """The one that must be meant by a question: the only open invoice, or else the only invoice."""
    invoices = await invoices_of(context)
    likely = [invoice for invoice in invoices if invoice.outstanding.amount_minor > 0] or invoices
    if not likely:
        return NotFound()
    if len(likely) > 1:
        return NeedsInput(what="invoice", tool=tool, choices=tuple(likely))
    return await find_invoice(context, tool, likely[0].myropo_id)


async def suitable_invoice(
    context: ToolContext, action: Action, reference: str | None
) -> InvoiceView | NotFound | NeedsInput | Refused:
    """The invoice that a change is wished for: the named one, or the only one for which it is possible.

    Args:
        context: of the turn.
        action: what is wished; the name of its tool.
        reference: invoice number or MyRopo ID; None when the customer named none.
    """
    if reference:
        return await find_invoice(context, action, reference)
    possible = await context.ledger.possible_invoices(context.principal, action, context.today)
    if len(possible) == 1:
        return possible[0]
    if possible:
        return NeedsInput(what="invoice", tool=action, choices=tuple(possible))
    invoices = await invoices_of(context)
    if not invoices:
        return NotFound()
    owed = [invoice for invoice in invoices if invoice.outstanding.amount_minor > 0] or invoices
    # The only open invoice is what the customer means: it has its own reason why not.
    return owed[0] if len(owed) == 1 else Refused(tool=action, reason="nothing_possible")


async def invoices_of(context: ToolContext) -> list[InvoiceView]:
    """All invoices that the customer may see, by due date."""
    return await context.ledger.list_invoices(context.principal, context.today)
