"""Whether an article answers a message better than any tool would.

The router tells wishes apart and is often wrong about questions; the article search tells questions apart and is
seldom wrong when it is sure (see docs/benchmarks.md). So where it is sure of an article whose matter no tool serves, it
decides.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.conversation import Situation
from assistant.understanding.cue_words import ORDERS
from assistant.understanding.details import read_email, read_iban
from assistant.understanding.references import find_invoices, unknown_reference
from assistant.understanding.router import Route
from knowledge.articles import Topic
from knowledge.search import Passage

SERVED_BY_TOOLS = frozenset(
    {
        "about-assistant",
        "authorise-someone",
        "biller-correction",
        "cannot-pay",
        "change-payment-plan",
        "complain-about-us",
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
"""Articles about what a tool does or shows: whoever asks for that wants it done. The router decides these."""

# What sounds like one of these is left to people when it also sounds like a call for them.
_FOR_PEOPLE: set[Topic] = {"disputes", "hardship", "safety"}
_SURE = 0.8
# What the router takes for none of our business is often a question in words that it does not know.
_SURE_AGAINST: dict[Route, float] = {"out_of_scope": 0.6}


def article_answers(best: Passage, routes: Sequence[Route], situation: Situation) -> bool:
    """Whether to answer a message from an article, whatever the router takes it for.

    Args:
        best: the likeliest passage.
        routes: what the router takes the message for: one when it is sure, else several, likeliest first.
        situation: the message and what is known around it.
    """
    if _is_about_something_own(situation) or ORDERS.search(situation.text):
        return False
    sure_of: Route | None = routes[0] if len(routes) == 1 else None
    if best.article_id in SERVED_BY_TOOLS and sure_of != "out_of_scope":
        return False
    if routes[0] == "handoff" and best.topic in _FOR_PEOPLE:
        return False
    return best.score >= (_SURE_AGAINST.get(sure_of, _SURE) if sure_of else _SURE)


def _is_about_something_own(situation: Situation) -> bool:
    """Whether an invoice, an account or an address is named: then something is to be looked up or done."""
    text = situation.text
    named = find_invoices(text, situation.invoices) or unknown_reference(text, situation.invoices) is not None
    return bool(named or read_iban(text) or read_email(text))
