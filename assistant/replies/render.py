"""Replies made by code from tool results: what states facts is never a model's own wording with the embedded model.

The replies about invoices stand in ``invoices``, those from articles in ``articles``, letters, contacts and payment in
``services``, questions back in ``asking``, refusals in ``refusals``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from assistant.conversation import HandoffRequest, Reply
from assistant.replies.articles import render_answer
from assistant.replies.asking import render_needs_input
from assistant.replies.buttons import Button, suggested
from assistant.replies.catalogue import say
from assistant.replies.invoices import render_balance, render_invoice, render_invoice_list
from assistant.replies.refusals import render_refused
from assistant.replies.services import render_contact, render_letters, render_payment_started
from tools.context import Language
from tools.results import (
    Balance,
    Contact,
    HandedOff,
    InvoiceDetailsResult,
    InvoiceList,
    KnowledgeAnswer,
    Letters,
    NeedsInput,
    NotFound,
    PaymentStarted,
    ProposalMade,
    Refused,
    ToolResult,
)

_ASKED_MOST = ("suggest-invoices", "suggest-pay", "suggest-postpone", "suggest-plan", "suggest-fees", "person-button")


def render(result: ToolResult, language: Language) -> Reply:
    """One tool result as a reply in a language."""
    renderer: Callable[[Any, Language], Reply] = _RENDERERS[type(result)]
    return renderer(result, language)


def render_all(results: Sequence[ToolResult], language: Language) -> Reply:
    """Several results as one reply, in their order; a card, a question or a handoff of any of them is kept.

    What a model asked for twice is said once, and who goes over to a person gets no card to confirm.
    """
    reply = render(results[0], language)
    said = [results[0]]
    for result in results[1:]:
        if result in said:
            continue
        said.append(result)
        other = render(result, language)
        reply.text = "\n\n".join(part for part in (reply.text, other.text) if part)
        reply.citations += [c for c in other.citations if c not in reply.citations]
        reply.quick_replies = other.quick_replies or reply.quick_replies
        reply.table = reply.table or other.table
        reply.link = other.link or reply.link
        reply.proposal = other.proposal or reply.proposal
        reply.handoff = other.handoff or reply.handoff
        reply.pending = other.pending or reply.pending
    if reply.handoff:
        reply.proposal = None
    return reply


def clarify(language: Language) -> Reply:
    """Say that the message was not understood, and offer what is asked most."""
    return Reply(say("not-understood", language), language, quick_replies=suggestions(language))


def suggestions(language: Language) -> list[Button]:
    """Buttons for what is asked most, and for a person."""
    return suggested(language, *_ASKED_MOST)


def _proposal(result: ProposalMade, language: Language) -> Reply:
    text = say(f"proposed-{result.proposal.kind}", language)
    if result.proposal.strong:
        text = f"{text} {say('step-up-first', language)}"
    return Reply(text, language, proposal=result.proposal)


def _not_found(result: NotFound, language: Language) -> Reply:
    if not result.invoice:
        return Reply(say("invoices-none-of-any-kind", language), language)
    buttons = suggested(language, "suggest-invoices", "person-button")
    return Reply(say("invoice-not-found", language), language, quick_replies=buttons)


def _handed_off(result: HandedOff, language: Language) -> Reply:
    # No words of its own: the sentence is written from the thread's state once it stands in the queue.
    return Reply("", language, handoff=HandoffRequest(result.reason, result.goal))


_RENDERERS: dict[type, Callable[[Any, Language], Reply]] = {
    InvoiceList: render_invoice_list,
    InvoiceDetailsResult: render_invoice,
    Balance: render_balance,
    Letters: render_letters,
    Contact: render_contact,
    PaymentStarted: render_payment_started,
    KnowledgeAnswer: render_answer,
    ProposalMade: _proposal,
    NeedsInput: render_needs_input,
    Refused: render_refused,
    NotFound: _not_found,
    HandedOff: _handed_off,
}
