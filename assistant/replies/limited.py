"""Replies without a language model: what a message may be about is offered as buttons, and the customer is told why."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.conversation import Message, Reply
from assistant.replies.buttons import MOST_BUTTONS, person_button, suggested
from assistant.replies.catalogue import everywhere, say

# What the button of each choice says; the choices that no button stands for need words of the customer's own.
_KEYS = {
    "my_invoices": "suggest-list",
    "paid_invoices": "suggest-paid",
    "one_invoice": "suggest-one",
    "balance": "suggest-invoices",
    "letters": "suggest-letters",
    "contact": "suggest-contact",
    "pay": "suggest-pay",
    "postpone": "suggest-postpone",
    "plan": "suggest-plan",
    "change_plan": "suggest-change-plan",
    "cancel_plan": "suggest-end-plan",
    "refund": "suggest-refund",
    "authorize": "suggest-authorize",
    "revoke": "suggest-revoke",
    "dispute": "suggest-dispute",
    "hardship": "suggest-hardship",
    "fraud": "suggest-fraud",
    "person": "person-button",
}


def pressed_choice(text: str) -> str | None:
    """The choice whose button says exactly this, in any language."""
    said = text.strip()
    return next((name for name, key in _KEYS.items() if said in everywhere(key)), None)


def offer_choices(reply: Reply, open_choices: Sequence[str], history: Sequence[Message], *, searched: bool) -> None:
    """Make a reply of code that leaves something open a question with buttons, and tell once that today it is limited.

    Args:
        reply: is changed; what it cites stands as the answer.
        open_choices: names of what the message may be about.
        history: earlier messages.
        searched: whether the reply is what the articles say; its own buttons lead to some of them then.
    """
    language = reply.language
    offered = suggested(language, *(_KEYS[name] for name in open_choices))
    if offered:
        reply.text = reply.text if reply.citations else say("not-understood", language)
        buttons = [*offered, *(reply.quick_replies if searched else ()), person_button(language)]
        reply.quick_replies = [b for i, b in enumerate(buttons) if b not in buttons[:i]][:MOST_BUTTONS]
    told = everywhere("limited-today")
    if not reply.citations and not any(words in message.text for words in told for message in history):
        reply.text = f"{reply.text} {say('limited-today', language)}"
