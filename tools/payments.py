"""The tool that lets the customer pay."""

from __future__ import annotations

from langchain.tools import ToolRuntime, tool

from tools.arguments import AmountText, InvoiceReference
from tools.context import ToolContext
from tools.finding import suitable_invoice
from tools.ledger.errors import PaymentUnavailable, PolicyRefused
from tools.ledger.views import InvoiceView
from tools.results import PaymentStarted, Refused, ToolResult, packed


@tool(response_format="content_and_artifact", parse_docstring=True)
async def start_payment(
    runtime: ToolRuntime[ToolContext], invoice: InvoiceReference = None, amount: AmountText = None
) -> tuple[str, ToolResult]:
    """Begin a payment: the customer gets a button to the payment page, and nothing is paid before it is used there.

    Use it when the customer wants to pay an invoice now, or a part of it. Under a payment plan it is the next
    instalment unless the customer says an amount.

    Args:
        invoice: invoice number or MyRopo ID. Leave it out when the customer did not say which.
        amount: in the invoice's currency, like "50" or "49.90". Leave it out for everything that is due.
    """
    context = runtime.context
    chosen = await suitable_invoice(context, "start_payment", invoice)
    if not isinstance(chosen, InvoiceView):
        return packed(chosen)
    if amount is None and chosen.plan:
        amount = chosen.plan[0].amount.amount_minor
    try:
        payment = await context.payments.start(
            context.principal, chosen.myropo_id, amount, context.clock.now(), thread_id=context.thread_id
        )
    except PolicyRefused as refusal:
        return packed(Refused(tool="start_payment", reason=refusal.reason, params=refusal.params, invoice=chosen))
    except PaymentUnavailable:
        return packed(Refused(tool="start_payment", reason="payment_unavailable", invoice=chosen))
    return packed(PaymentStarted(payment=payment))
