"""Tools that propose a change. None writes to an invoice: the customer's own confirmation does."""

from __future__ import annotations

from datetime import date

from langchain.tools import ToolRuntime, tool

from tools.arguments import InvoiceReference, NewDate
from tools.context import ToolContext
from tools.invoices import find_invoice
from tools.ledger.errors import PolicyRefused
from tools.ledger.policies import PostponementRefused
from tools.ledger.views import InvoiceView
from tools.results import NeedsInput, NotFound, ProposalMade, Refused, ToolResult, packed


@tool(response_format="content_and_artifact", parse_docstring=True)
async def postpone_due_date(
    runtime: ToolRuntime[ToolContext], invoice: InvoiceReference = None, new_date: NewDate = None
) -> tuple[str, ToolResult]:
    """Propose a later due date for an invoice; the customer confirms it with a button, and only then it is changed.

    Use it when the customer wants to pay later, asks for more time, or asks how far or at what cost a due date can be
    moved. It says which dates are possible and what they cost.

    Args:
        invoice: invoice number or MyRopo ID. Leave it out when the customer did not say which.
        new_date: the wished due date, YYYY-MM-DD. Leave it out when the customer did not say one.
    """
    context = runtime.context
    chosen = await find_invoice(context, invoice) if invoice else await _only_postponable(context)
    if not isinstance(chosen, InvoiceView):
        return packed(chosen)
    return packed(await (_propose(context, chosen, new_date) if new_date else _ask_for_date(context, chosen)))


async def _only_postponable(context: ToolContext) -> InvoiceView | NotFound | NeedsInput | Refused:
    possible = await context.ledger.postponable_invoices(context.principal, context.today)
    if len(possible) == 1:
        return possible[0]
    if possible:
        return NeedsInput(what="invoice", choices=tuple(possible))
    invoices = await context.ledger.list_invoices(context.principal, context.today)
    if not invoices:
        return NotFound()
    owed = [invoice for invoice in invoices if invoice.outstanding.amount_minor > 0]
    # The only open invoice is what the customer means: it has its own reason why not.
    return owed[0] if len(owed) == 1 else Refused(reason="nothing_to_postpone")


async def _ask_for_date(context: ToolContext, invoice: InvoiceView) -> NeedsInput | Refused:
    options = await context.ledger.postponement_options(context.principal, invoice.myropo_id, context.today)
    if isinstance(options, PostponementRefused):
        about = {"invoice": invoice.number, "due_date": invoice.due_date}
        return Refused(reason=options.reason, params=about, invoice=invoice)
    return NeedsInput(
        what="new_date", invoice=invoice, earliest=options.earliest, latest=options.latest, fee=options.fee
    )


async def _propose(context: ToolContext, invoice: InvoiceView, new_date: date) -> ProposalMade | Refused:
    try:
        proposed = await context.ledger.propose_postponement(
            context.principal, context.thread_id, invoice.myropo_id, new_date, context.clock.now()
        )
    except PolicyRefused as refusal:
        return Refused(reason=refusal.reason, params=refusal.params, invoice=invoice)
    return ProposalMade(proposal=proposed.proposal, closed=tuple(closed.id for closed in proposed.closed))
