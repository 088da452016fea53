"""Whether an article answers a message better than any tool would.

The encoder tells wishes apart and is sometimes wrong about questions; the article search tells questions apart and is
seldom wrong when it is sure (see docs/benchmarks.md). So where it is sure of an article whose matter no tool serves, it
decides, unless the encoder is surer of something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.conversation import Situation
from assistant.understanding.cue_words import DISPUTED, FRAUD, HARDSHIP, ORDERS
from assistant.understanding.cues import cued_choice
from assistant.understanding.details import read_email, read_iban
from assistant.understanding.encoder import Reading, Route, likely_routes
from assistant.understanding.references import find_invoices, named_exactly, unknown_reference
from assistant.understanding.requests import asks
from knowledge.articles import Topic
from knowledge.search import Passage

SERVED_BY_TOOLS = frozenset(
    {
        "about-assistant",
        "authorise-someone",
        "cannot-pay",
        "change-payment-plan",
        "contact-biller-or-us",
        "copy-of-letter",
        "dispute-an-invoice",
        "how-to-pay",
        "myropo-portal",
        "not-my-invoice",
        "paid-twice",
        "partial-payment",
        "payment-not-visible",
        "payment-plan",
        "payment-receipt",
        "phone-number",
        "postpone-due-date",
        "reach-a-person",
        "refund-overpayment",
        "several-invoices",
    }
)
"""Articles about what a tool does or shows: whoever asks for that wants it done. The encoder decides these."""

_SURE = 0.8
# What the encoder takes for none of our business is often a question in words that it does not know; what it takes for
# a call for people, and has no word of one, is too. A warning does no harm.
_LESS_SURE = 0.6
# An encoder that is surer than this of something else is right more often than the search.
_SURER = 0.9
# Trades and billers are named in questions of all kinds; here they name an invoice that something is to be done with.
_ABOUT_INVOICES: set[Route] = {"invoices", "pay", "plan", "postpone", "bank_account"}
# What is told in such words belongs to people (policy.md, "When a person takes over"); what is asked does not.
_TOLD: dict[Topic, re.Pattern[str]] = {"disputes": DISPUTED, "hardship": HARDSHIP, "safety": FRAUD}
_OF_ONES_OWN = {"balance", "contact"}


def article_answers(best: Passage, reading: Reading, situation: Situation) -> bool:
    """Whether to answer a message from an article, whatever the encoder takes it for.

    Args:
        best: the likeliest passage.
        reading: of the message by the encoder.
        situation: the message and what is known around it.
    """
    text, routes = situation.text, likely_routes(reading)
    (likeliest, share), warns = reading.routes[0], best.topic == "safety"
    if likeliest != "knowledge" and share >= _SURER and not warns:
        return False
    if _is_about_something_own(situation, routes) or ORDERS.search(text) or _is_told(text, best.topic):
        return False
    out_of_scope = list(routes) == ["out_of_scope"]
    if best.article_id in SERVED_BY_TOOLS and (not out_of_scope or find_invoices(text, situation.invoices)):
        return False
    # "How much of what I owe are fees" is asked of the invoices, not of the price list.
    if routes[0] == "invoices" and cued_choice(text, "invoices") in _OF_ONES_OWN:
        return False
    less = out_of_scope or routes[0] == "handoff" or warns
    return best.score >= (_LESS_SURE if less else _SURE)


def _is_told(text: str, topic: Topic) -> bool:
    """Whether something that people must hear is told and not asked."""
    cue = _TOLD.get(topic)
    return cue is not None and cue.search(text) is not None and not asks(text)


def _is_about_something_own(situation: Situation, routes: Sequence[Route]) -> bool:
    """Whether an invoice, an account or an address is named: then something is to be looked up or done."""
    text, invoices = situation.text, situation.invoices
    if read_iban(text) or read_email(text) or unknown_reference(text, invoices) is not None:
        return True
    if named_exactly(text, invoices):
        return True
    return routes[0] in _ABOUT_INVOICES and bool(find_invoices(text, invoices))
