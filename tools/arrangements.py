"""Tools that propose when and how to pay, or that a claim is wrong. Only the customer's own confirmation changes it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from langchain.tools import ToolRuntime, tool

from tools.arguments import Count, InvoiceReference, NewDate, Words
from tools.context import ToolContext
from tools.finding import suitable_invoice
from tools.ledger.facts import Refusal
from tools.ledger.policies import PlanAllowed
from tools.ledger.terms import DisputeWish, PlanCancellationWish, PlanWish, PostponementWish
from tools.ledger.views import InvoiceView
from tools.proposing import ask_for, propose, refused
from tools.results import NeedsInput, ToolResult, packed

_FIRST_INSTALMENT_DAYS = 14


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
    chosen = await suitable_invoice(context, "postpone_due_date", invoice)
    if not isinstance(chosen, InvoiceView):
        return packed(chosen)
    if new_date is not None:
        return packed(await propose(context, chosen, PostponementWish(new_date=new_date)))
    options = await context.ledger.postponement(context.principal, chosen.myropo_id, context.today)
    if isinstance(options, Refusal):
        return packed(refused("postpone_due_date", options, chosen))
    return packed(
        NeedsInput(
            what="new_date",
            tool="postpone_due_date",
            invoice=chosen,
            earliest=options.earliest,
            latest=options.latest,
            fee=options.fee,
        )
    )


@tool(response_format="content_and_artifact", parse_docstring=True)
async def create_payment_plan(
    runtime: ToolRuntime[ToolContext],
    invoice: InvoiceReference = None,
    instalments: Count = None,
    first_date: NewDate = None,
) -> tuple[str, ToolResult]:
    """Propose to pay an invoice in monthly instalments; the customer confirms the plan with a button.

    Use it when the customer wants to pay in parts or asks how many instalments are possible and what they cost.

    Args:
        invoice: invoice number or MyRopo ID. Leave it out when the customer did not say which.
        instalments: how many. Leave it out when the customer did not say.
        first_date: when the first instalment is due, YYYY-MM-DD. Leave it out when the customer did not say.
    """
    return packed(await _plan(runtime.context, "create_payment_plan", invoice, instalments, first_date))


@tool(response_format="content_and_artifact", parse_docstring=True)
async def change_payment_plan(
    runtime: ToolRuntime[ToolContext],
    invoice: InvoiceReference = None,
    instalments: Count = None,
    first_date: NewDate = None,
) -> tuple[str, ToolResult]:
    """Propose other instalments for what is left of a payment plan; the customer confirms with a button.

    Args:
        invoice: invoice number or MyRopo ID. Leave it out when the customer did not say which.
        instalments: how many from now on. Leave it out when the customer did not say.
        first_date: when the next instalment is due, YYYY-MM-DD. Leave it out when the customer did not say.
    """
    return packed(await _plan(runtime.context, "change_payment_plan", invoice, instalments, first_date))


@tool(response_format="content_and_artifact", parse_docstring=True)
async def cancel_payment_plan(
    runtime: ToolRuntime[ToolContext], invoice: InvoiceReference = None
) -> tuple[str, ToolResult]:
    """Propose to end a payment plan, so that the rest is due at once; the customer confirms with a button.

    Args:
        invoice: invoice number or MyRopo ID. Leave it out when the customer did not say which.
    """
    chosen = await suitable_invoice(runtime.context, "cancel_payment_plan", invoice)
    if not isinstance(chosen, InvoiceView):
        return packed(chosen)
    return packed(await propose(runtime.context, chosen, PlanCancellationWish()))


@tool(response_format="content_and_artifact", parse_docstring=True)
async def dispute_invoice(
    runtime: ToolRuntime[ToolContext], invoice: InvoiceReference = None, reason: Words = None
) -> tuple[str, ToolResult]:
    """Propose to dispute an invoice: collection pauses and a person examines it, once the customer confirms.

    Use it when the customer says that an invoice is wrong, not theirs, paid already elsewhere, or for something that
    was not delivered.

    Args:
        invoice: invoice number or MyRopo ID. Leave it out when the customer did not say which.
        reason: what is wrong, in the customer's own words. Leave it out when the customer gave no reason.
    """
    context = runtime.context
    chosen = await suitable_invoice(context, "dispute_invoice", invoice)
    if not isinstance(chosen, InvoiceView):
        return packed(chosen)
    if reason is None:
        return packed(await ask_for(context, "dispute_invoice", chosen, "reason"))
    return packed(await propose(context, chosen, DisputeWish(reason=reason)))


PlanTool = Literal["create_payment_plan", "change_payment_plan"]


async def _plan(
    context: ToolContext, action: PlanTool, reference: str | None, instalments: int | None, first_date: date | None
) -> ToolResult:
    chosen = await suitable_invoice(context, action, reference)
    if not isinstance(chosen, InvoiceView):
        return chosen
    anew = action == "change_payment_plan"
    options = await context.ledger.payment_plan(context.principal, chosen.myropo_id, context.today, anew=anew)
    if isinstance(options, Refusal):
        return refused(action, options, chosen)
    if instalments is None:
        return NeedsInput(
            what="instalments",
            tool=action,
            invoice=chosen,
            earliest=options.earliest,
            latest=options.latest,
            most=options.most,
            fee=options.fee(options.most),
        )
    first = first_date or _usual_first_date(options, chosen)
    return await propose(context, chosen, PlanWish(kind=action, instalments=instalments, first_date=first))


def _usual_first_date(options: PlanAllowed, invoice: InvoiceView) -> date:
    """The due date while it lies ahead, and in two weeks when it does not."""
    usual = invoice.due_date if invoice.due_date > options.today else options.today + timedelta(_FIRST_INSTALMENT_DAYS)
    return min(max(usual, options.earliest), options.latest)
