"""What a person needs to know when taking over a conversation; written by code from what happened."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Self

from pydantic import BaseModel

from assistant.conversation import Message
from knowledge.formats import format_date, format_money
from tools.ledger.proposal_views import ProposalView
from tools.ledger.terms import (
    AuthorizationTerms,
    DisputeTerms,
    PlanCancellationTerms,
    PlanTerms,
    PostponementTerms,
    RefundTerms,
    RevocationTerms,
    Terms,
)
from tools.ledger.views import InvoiceView

_SAID, _OWN_WORDS, _FACTS, _LONGEST = 6, 3, 5, 200
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

    @classmethod
    def write(
        cls,
        *,
        name: str,
        country: str,
        language: str,
        said: Sequence[Message],
        invoices: Sequence[InvoiceView],
        proposals: Sequence[ProposalView] = (),
        tried: Sequence[str] = (),
        goal: str = "",
    ) -> Self:
        """Write the brief from what the thread and the ledger say.

        Args:
            name: of the customer, who is signed in.
            country: of the customer.
            language: of the conversation.
            said: the end of the conversation, oldest first.
            invoices: those in the customer's scope.
            proposals: cards that wait for a click.
            tried: what was done or attempted, one line each.
            goal: what the customer wants; when empty, the customer's last words stand for it.
        """
        own_words = [m.text for m in said if m.author == "customer"]
        owed = [invoice for invoice in invoices if invoice.outstanding.amount_minor > 0]
        cards = [in_words(proposal) for proposal in proposals]
        return cls(
            goal=goal or " / ".join(own_words[-_OWN_WORDS:]) or "Pressed the button for a person",
            identity=f"{name}, {country}, signed in",
            facts=[Fact(text=_sentence(invoice), source=f"invoice {invoice.number}") for invoice in owed[:_FACTS]],
            tried=list(tried),
            open_proposal=cards[0] if cards else None,
            language=language,
            last_messages=[f"{_WHO[m.author]}: {m.text[:_LONGEST]}" for m in said[-_SAID:]],
        )


def in_words(proposal: ProposalView) -> str:
    """What a proposal would change, in English, for people and models; of an account number the last four figures.

    Args:
        proposal: that waits for the customer's click.
    """
    return f"Invoice {proposal.invoice} ({proposal.biller}): {_change(proposal.terms)}"


def _change(terms: Terms) -> str:
    match terms:
        case PostponementTerms():
            change = f"due date from {_day(terms.old_date)} to {_day(terms.new_date)}"
        case PlanTerms():
            first = terms.schedule[0]
            kind = "changed payment plan" if terms.kind == "change_payment_plan" else "payment plan"
            amount = format_money(first.amount, "en")
            change = f"{kind}, {len(terms.schedule)} instalments of {amount}, first due {_day(first.due_date)}"
        case PlanCancellationTerms():
            change = f"payment plan cancelled, all due {_day(terms.new_date)}"
        case RefundTerms():
            money = format_money(terms.refund, "en")
            change = f"refund of {money} to {terms.holder}, account ending in {terms.iban[-4:]}"
        case AuthorizationTerms():
            change = f"{terms.name} ({terms.email}) may {terms.allows} it until {_day(terms.until)}"
        case RevocationTerms():
            change = f"authorization of {terms.name} ({terms.email}) taken back"
        case DisputeTerms():
            change = f"disputed: {terms.reason[:_LONGEST]}"
    return f"{change}, fee {format_money(terms.fee, 'en')}" if terms.fee.amount_minor else change


def _day(day: date) -> str:
    return format_date(day, "en")


def _sentence(invoice: InvoiceView) -> str:
    late = f", {invoice.days_late} days late" if invoice.days_late > 0 else ""
    money, due = format_money(invoice.outstanding, "en"), format_date(invoice.due_date, "en")
    return f"{invoice.biller.name}: {money} open, due {due}{late}, stage {invoice.stage}"
