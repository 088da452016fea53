"""From a wish to a proposal, for every tool that proposes."""

from __future__ import annotations

from typing import Literal

from tools.context import ToolContext
from tools.ledger.errors import PolicyRefused
from tools.ledger.facts import Refusal
from tools.ledger.pending import ProposalKind
from tools.ledger.terms import Wish
from tools.ledger.views import InvoiceView
from tools.results import NeedsInput, ProposalMade, Refused


async def propose(context: ToolContext, invoice: InvoiceView, wish: Wish) -> ProposalMade | Refused:
    """Offer a change to the customer; nothing is changed before the customer confirms it.

    Args:
        context: of the turn.
        invoice: the one in question.
        wish: what the customer asks for.
    """
    try:
        proposed = await context.ledger.propose(
            context.principal, context.thread_id, invoice.myropo_id, wish, context.clock.now()
        )
    except PolicyRefused as refusal:
        return Refused(tool=wish.kind, reason=refusal.reason, params=refusal.params, invoice=invoice)
    return ProposalMade(proposal=proposed.proposal, closed=tuple(closed.id for closed in proposed.closed))


async def ask_for(
    context: ToolContext, action: ProposalKind, invoice: InvoiceView, what: Literal["account", "person", "reason"]
) -> NeedsInput | Refused:
    """Ask for what a wish still lacks; where it would be refused anyway, nobody gives an account number in vain.

    Args:
        context: of the turn.
        action: what is wished; the name of its tool.
        invoice: the one in question.
        what: is missing.
    """
    refusal = await context.ledger.refusal(context.principal, action, invoice.myropo_id, context.today)
    return refused(action, refusal, invoice) if refusal else NeedsInput(what=what, tool=action, invoice=invoice)


def refused(action: ProposalKind, refusal: Refusal, invoice: InvoiceView) -> Refused:
    """A rule's no to a wish about an invoice."""
    about = {"invoice": invoice.number, "due_date": invoice.due_date}
    return Refused(tool=action, reason=refusal.reason, params={**about, **refusal.params}, invoice=invoice)
