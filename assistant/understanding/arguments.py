"""Arguments of tools, read from the customer's words by code."""

from __future__ import annotations

from typing import Any

from assistant.conversation import Situation
from assistant.understanding.dates import read_dates
from assistant.understanding.references import find_invoices, last_mentioned


def arguments_for(tool: str, situation: Situation) -> dict[str, Any]:
    """What the message says about a tool's arguments; what it does not say is left out, and the tool asks.

    Args:
        tool: name of the tool.
        situation: the customer's message and what is known around it.
    """
    match tool:
        case "get_invoice":
            return _invoice(situation)
        case "postpone_due_date":
            return {**_invoice(situation), **_new_date(situation)}
        case "search_knowledge":
            return {"question": situation.text}
        case "hand_off":
            return {"goal": situation.text}
        case _:
            return {}


def _invoice(situation: Situation) -> dict[str, Any]:
    named = find_invoices(situation.text, situation.invoices)
    if len(named) == 1:
        return {"invoice": named[0].number}
    meant = last_mentioned(situation.text, situation.history, situation.invoices)
    return {"invoice": meant.number} if meant and not named else {}


def _new_date(situation: Situation) -> dict[str, Any]:
    days = read_dates(situation.text, situation.today)
    # Two dates may be "from the 5th to the 20th": the due date of an invoice is not the wish.
    wished = [day for day in days if all(day != invoice.due_date for invoice in situation.invoices)]
    return {"new_date": wished[0].isoformat()} if len(wished) == 1 else {}
