"""All tools, and what each may do at most."""

from __future__ import annotations

from enum import StrEnum

from langchain.tools import BaseTool

from tools.arrangements import postpone_due_date
from tools.articles import search_knowledge
from tools.handoff import hand_off
from tools.invoices import get_invoice, list_invoices


class Effect(StrEnum):
    """The most that a tool does. There is no effect that changes an invoice: only a customer's confirmation does."""

    READ = "read"
    PROPOSE = "propose"
    ROUTE = "route"


_CATALOGUE: tuple[tuple[BaseTool, Effect], ...] = (
    (list_invoices, Effect.READ),
    (get_invoice, Effect.READ),
    (search_knowledge, Effect.READ),
    (postpone_due_date, Effect.PROPOSE),
    (hand_off, Effect.ROUTE),
)

ALL_TOOLS: tuple[BaseTool, ...] = tuple(tool for tool, _ in _CATALOGUE)
EFFECTS: dict[str, Effect] = {tool.name: effect for tool, effect in _CATALOGUE}
"""Effect by tool name."""
