"""What a person needs to know when taking over a conversation; written by code from what happened."""

from __future__ import annotations

from typing import Self

from pydantic import BaseModel

from assistant.conversation import Situation, ToolUse
from knowledge.formats import format_date, format_money
from tools.ledger.views import InvoiceView

_SAID = 6
_WHO = {"customer": "Customer", "assistant": "AI assistant", "agent": "Customer service"}


class Fact(BaseModel):
    """Something known, and where it comes from."""

    text: str
    source: str


class Brief(BaseModel):
    """The brief on top of the agent's screen, in English.

    Attributes:
        goal: what the customer wants, in the customer's own words.
        identity: who it is and how that is known.
        facts: what the ledger says about the invoices in question.
        tried: what the assistant has done.
        open_proposal: a card that waits for the customer's click.
        language: language of the conversation.
        last_messages: the end of the conversation, one line each.
    """

    goal: str
    identity: str
    facts: list[Fact] = []
    tried: list[str] = []
    open_proposal: str | None = None
    language: str
    last_messages: list[str] = []

    @staticmethod
    def line(author: str, text: str) -> str:
        """One line of the conversation."""
        return f"{_WHO.get(author, author)}: {text[:200]}"

    @classmethod
    def for_thread(cls, name: str, country: str, language: str, goal: str, last_messages: list[str]) -> Self:
        """A brief that knows no more than the thread itself."""
        own_words = [line for line in last_messages if line.startswith(_WHO["customer"])]
        return cls(
            goal=goal or (own_words[-1].partition(": ")[2] if own_words else "Asked for a person"),
            identity=f"{name}, {country}, signed in",
            language=language,
            last_messages=last_messages[-_SAID:],
        )

    def with_findings(self, situation: Situation, tools: list[ToolUse]) -> Self:
        """The brief with what this turn knew and did."""
        open_invoices = [invoice for invoice in situation.invoices if invoice.outstanding.amount_minor > 0]
        proposals = [f"{p.kind} of invoice {p.invoice} to {p.new_date}" for p in situation.open_proposals]
        return self.model_copy(
            update={
                "facts": [Fact(text=_sentence(i), source=f"invoice {i.number}") for i in open_invoices[:5]],
                "tried": [f"{use.name} -> {use.outcome}" for use in tools if use.name != "hand_off"],
                "open_proposal": proposals[0] if proposals else None,
            }
        )


def _sentence(invoice: InvoiceView) -> str:
    late = f", {invoice.days_late} days late" if invoice.days_late > 0 else ""
    money, due = format_money(invoice.outstanding, "en"), format_date(invoice.due_date, "en")
    return f"{invoice.biller.name}: {money} open, due {due}{late}, stage {invoice.stage}"
