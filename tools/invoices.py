"""Tools that read the ledger."""

from __future__ import annotations

from typing import Annotated

from langchain.tools import ToolRuntime, tool

from tools.arguments import InvoiceReference, kindly
from tools.context import ToolContext
from tools.finding import find_invoice, invoices_of, likely_invoice
from tools.ledger.views import InvoiceDetails, overpaid, owed
from tools.results import (
    Balance,
    Contact,
    InvoiceDetailsResult,
    InvoiceList,
    InvoiceStatus,
    Letters,
    NeedsInput,
    NotFound,
    ToolResult,
    packed,
)


@tool(response_format="content_and_artifact", parse_docstring=True)
async def list_invoices(
    runtime: ToolRuntime[ToolContext], status: Annotated[InvoiceStatus, kindly("open")] = "open"
) -> tuple[str, ToolResult]:
    """List the customer's invoices with amounts, due dates and stages, and what is owed in all.

    Use it for "what do I owe", "my invoices", "when is my bill due", "have I paid everything".

    Args:
        status: "open" for invoices with something left to pay, "paid" for the others, "all" for both.
    """
    invoices = await invoices_of(runtime.context)
    shown = [i for i in invoices if status == "all" or (i.outstanding.amount_minor > 0) == (status == "open")]
    return packed(InvoiceList(status=status, invoices=tuple(shown), outstanding=owed(shown)))


@tool(response_format="content_and_artifact", parse_docstring=True)
async def get_invoice(runtime: ToolRuntime[ToolContext], invoice: InvoiceReference = None) -> tuple[str, ToolResult]:
    """Get one invoice in full: what it is for, fees, payments, letters, stage, payment plan and payment reference.

    Use it for questions about one invoice: why so much, what is this fee, did my payment arrive, when is it due.

    Args:
        invoice: invoice number or MyRopo ID. Leave it out when the customer did not say which.
    """
    found = await _one(runtime.context, "get_invoice", invoice)
    return packed(InvoiceDetailsResult(invoice=found) if isinstance(found, InvoiceDetails) else found)


@tool(response_format="content_and_artifact", parse_docstring=True)
async def get_balance(runtime: ToolRuntime[ToolContext], invoice: InvoiceReference = None) -> tuple[str, ToolResult]:
    """Say what is owed and of what it is made: principal, fees, interest, payments; and what was paid too much.

    Use it for "what is my balance", "why is it so much", "how much of this is fees", "do I get money back".

    Args:
        invoice: invoice number or MyRopo ID for one invoice. Leave it out for all of them.
    """
    context = runtime.context
    if invoice is None:
        shown = [each for each in await invoices_of(context) if each.outstanding.amount_minor]
    else:
        found = await find_invoice(context, "get_balance", invoice)
        if not isinstance(found, InvoiceDetails):
            return packed(found)
        shown = [found]
    return packed(Balance(invoices=tuple(shown), outstanding=owed(shown), overpaid=overpaid(shown)))


@tool(response_format="content_and_artifact", parse_docstring=True)
async def list_letters(runtime: ToolRuntime[ToolContext], invoice: InvoiceReference = None) -> tuple[str, ToolResult]:
    """List the letters that were sent to the customer: invoices, reminders, collection letters; each can be opened.

    Use it for "show me the reminder", "what letters have you sent", "I lost the invoice", "a copy of the letter".

    Args:
        invoice: invoice number or MyRopo ID for the letters about one invoice. Leave it out for all letters.
    """
    context = runtime.context
    if invoice is None:
        return packed(Letters(letters=tuple(await context.ledger.letters(context.principal, context.today))))
    found = await find_invoice(context, "list_letters", invoice)
    if not isinstance(found, InvoiceDetails):
        return packed(found)
    return packed(Letters(letters=tuple(reversed(found.letters)), invoice=found.number))


@tool(response_format="content_and_artifact", parse_docstring=True)
async def get_contact(runtime: ToolRuntime[ToolContext], invoice: InvoiceReference = None) -> tuple[str, ToolResult]:
    """Get whom to call or write about one invoice: customer service's number on it with its hours, and the biller.

    Use it for "what is the phone number", "when are you open", "whom do I ask about my contract or what I bought".

    Args:
        invoice: invoice number or MyRopo ID. Leave it out when the customer did not say which.
    """
    context = runtime.context
    found = await _one(context, "get_contact", invoice)
    if not isinstance(found, InvoiceDetails):
        return packed(found)
    now = context.clock.now()
    return packed(
        Contact(contact=await context.ledger.contact(context.principal, found.myropo_id, context.language, now))
    )


async def _one(context: ToolContext, tool: str, reference: str | None) -> InvoiceDetails | NotFound | NeedsInput:
    return await (find_invoice(context, tool, reference) if reference else likely_invoice(context, tool))
