"""Placeholders of canned answers: which there are, and what stands in their place in one conversation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from channels.errors import BadInput
from channels.message_center.models import Thread
from channels.message_center.staff import Agent
from knowledge.formats import format_date, format_money
from knowledge.hours import load_hours
from knowledge.hours_words import written_moment, written_week
from tools.context import Principal
from tools.ledger.views import InvoiceView

PLACEHOLDERS = (
    "customer",
    "first_name",
    "agent",
    "invoice",
    "biller",
    "balance",
    "due_date",
    "reference",
    "opening_hours",
    "expected_answer",
)
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class Filled:
    """A text as far as it could be filled.

    Attributes:
        text: what could not be filled stands in it as it was.
        missing: names of those placeholders, each once.
    """

    text: str
    missing: list[str]


def refuse_unknown(text: str) -> None:
    """Raise when a text has placeholders that nobody could fill.

    Raises:
        BadInput: it has, or a brace of its own; the detail names those that are known.
    """
    named = dict.fromkeys(_PLACEHOLDER.findall(text))
    unknown = [f"{{{name}}}" for name in named if name not in PLACEHOLDERS]
    if not unknown and re.search(r"[{}]", _PLACEHOLDER.sub("", text)):
        unknown = ["a brace without its other half"]
    if unknown:
        known = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
        raise BadInput("unknown_placeholder", f"Unknown: {', '.join(unknown)}. Known are {known}.")


def fill(text: str, values: dict[str, str]) -> Filled:
    """Put values in the place of placeholders.

    Args:
        text: with placeholders.
        values: by name; what has none is missing.
    """
    missing = [name for name in dict.fromkeys(_PLACEHOLDER.findall(text)) if name not in values]
    return Filled(_PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), text), missing)


def values_for(thread: Thread, agent: Agent, invoices: Sequence[InvoiceView], now: datetime) -> dict[str, str]:
    """What can be said in a conversation, in its language.

    Args:
        thread: the conversation.
        agent: who writes.
        invoices: in the customer's scope.
        now: the present moment.
    """
    person = Principal.parse(thread.principal).kind == "person"
    names = {
        "customer": thread.customer_name,
        "first_name": thread.customer_name.split()[0] if person and thread.customer_name else thread.customer_name,
        "agent": agent.name,
    }
    invoice = _meant(thread, invoices)
    return names | _of_hours(thread, now) | (_of_invoice(invoice, thread.language) if invoice else {})


def _meant(thread: Thread, invoices: Sequence[InvoiceView]) -> InvoiceView | None:
    """The conversation's invoice, else the only one that is not paid."""
    if thread.invoice is not None:
        return next((invoice for invoice in invoices if invoice.myropo_id == thread.invoice), None)
    owed = [invoice for invoice in invoices if invoice.outstanding.amount_minor > 0]
    return owed[0] if len(owed) == 1 else None


def _of_invoice(invoice: InvoiceView, language: str) -> dict[str, str]:
    known = {"invoice": invoice.number, "biller": invoice.biller.name, "reference": invoice.reference}
    if invoice.outstanding.amount_minor < 0:
        return known
    known["balance"] = format_money(invoice.outstanding, language)
    if invoice.outstanding.amount_minor > 0:  # what is paid is not due any more
        known["due_date"] = format_date(invoice.due_date, language)
    return known


def _of_hours(thread: Thread, now: datetime) -> dict[str, str]:
    hours, country, language = load_hours(), thread.country, thread.language
    known = {"opening_hours": written_week(hours.weekly(country), language)}
    if answer := hours.expected_answer(country, now):
        known["expected_answer"] = written_moment(answer, language, now.astimezone(answer.tzinfo).date())
    return known
