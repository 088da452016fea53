"""What the rules say to a change that a customer has asked for in detail: an answer in words, and no proposal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assistant.replies.catalogue import say
from assistant.understanding.arguments import Arguments
from knowledge.formats import format_date, format_money
from knowledge.money import Money
from tools.context import Language, ToolContext
from tools.ledger.facts import Refusal
from tools.ledger.policies import LEAST_INSTALMENTS, check_new_date
from tools.ledger.views import InvoiceView
from tools.proposing import refused
from tools.results import NeedsInput, Refused


@dataclass(frozen=True)
class Granted:
    """A change that the rules allow as it was asked for; the agent can offer it.

    Attributes:
        invoice: the one in question.
        fee: what it costs; may be zero.
        detail: the new due date, or how many instalments.
    """

    invoice: InvoiceView
    fee: Money
    detail: date | int

    def words(self, language: Language) -> str:
        """What is possible and what it costs, for the customer."""
        about = {"number": self.invoice.number, "biller": self.invoice.biller.name}
        if isinstance(self.detail, date):
            possible = say("copilot-postpone", language, **about, date=format_date(self.detail, language))
        else:
            possible = say("copilot-plan", language, **about, count=self.detail)
        fee = format_money(self.fee, language) if self.fee.amount_minor else "free"
        return f"{possible} {say('asks-cost', language, fee=fee)}"


async def judge(asked: NeedsInput, wished: Arguments, context: ToolContext) -> NeedsInput | Refused | Granted:
    """Hold the details of a wish against the rules.

    Args:
        asked: what a tool asks for that was not told the details.
        wished: the details as code reads them from the customer's words; there may be none.
        context: what may be read.
    """
    invoice = asked.invoice
    if invoice is None:
        return asked
    day, count = wished.get("new_date"), wished.get("instalments")
    if asked.what == "new_date" and day:
        return await _new_date(invoice, date.fromisoformat(str(day)), context) or asked
    if asked.what == "instalments" and count and asked.most and LEAST_INSTALMENTS <= count <= asked.most:
        anew = asked.tool == "change_payment_plan"
        allowed = await context.ledger.payment_plan(context.principal, invoice.myropo_id, context.today, anew=anew)
        return asked if isinstance(allowed, Refusal) else Granted(invoice, allowed.fee(count), count)
    return asked


async def _new_date(invoice: InvoiceView, day: date, context: ToolContext) -> Granted | Refused | None:
    allowed = await context.ledger.postponement(context.principal, invoice.myropo_id, context.today)
    if isinstance(allowed, Refusal):
        return None
    if refusal := check_new_date(allowed, day):
        return refused("postpone_due_date", refusal, invoice)
    return Granted(invoice, allowed.fee, day)
