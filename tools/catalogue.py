"""All tools, and what each may do at most."""

from __future__ import annotations

from enum import StrEnum

from langchain.tools import BaseTool

from tools.account import authorize_person, revoke_authorization, set_refund_account
from tools.arrangements import (
    cancel_payment_plan,
    change_payment_plan,
    create_payment_plan,
    dispute_invoice,
    postpone_due_date,
)
from tools.articles import search_knowledge
from tools.handoff import hand_off
from tools.invoices import get_balance, get_contact, get_invoice, list_invoices, list_letters
from tools.payments import start_payment


class Effect(StrEnum):
    """The most that a tool does. There is no effect that changes an invoice: only a customer's confirmation does."""

    READ = "read"
    PROPOSE = "propose"
    ROUTE = "route"


_CATALOGUE: tuple[tuple[BaseTool, Effect], ...] = (
    (list_invoices, Effect.READ),
    (get_invoice, Effect.READ),
    (get_balance, Effect.READ),
    (list_letters, Effect.READ),
    (get_contact, Effect.READ),
    (search_knowledge, Effect.READ),
    (start_payment, Effect.PROPOSE),
    (postpone_due_date, Effect.PROPOSE),
    (create_payment_plan, Effect.PROPOSE),
    (change_payment_plan, Effect.PROPOSE),
    (cancel_payment_plan, Effect.PROPOSE),
    (set_refund_account, Effect.PROPOSE),
    (authorize_person, Effect.PROPOSE),
    (revoke_authorization, Effect.PROPOSE),
    (dispute_invoice, Effect.PROPOSE),
    (hand_off, Effect.ROUTE),
)

ALL_TOOLS: tuple[BaseTool, ...] = tuple(tool for tool, _ in _CATALOGUE)
EFFECTS: dict[str, Effect] = {tool.name: effect for tool, effect in _CATALOGUE}
"""Effect by tool name."""
