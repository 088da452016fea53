"""How an invoice stands, in a model's words: what the tools of the turn do not bear out must not be said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from tools.ledger.views import InvoiceView

_SAID: dict[str, re.Pattern[str]] = {
    state: re.compile(words, re.IGNORECASE | re.VERBOSE)
    for state, words in {
        "paid": r"""
            \b(?:is|are|was|were|been)\s+(?:\w+ly\s+|now\s+|already\s+|all\s+)*(?:paid|settled)\b
            | \bon\s+(?:jo\s+|nyt\s+|kokonaan\s+)*maksettu\b
            | \b(?:är|har)\s+(?:nu\s+|redan\s+|helt\s+)*beta(?:ld|lda|lats)\b
            | \b(?:er|ble|har)\s+(?:nå\s+|allerede\s+|helt\s+)*betalt\b""",
        "late": r"""
            \b(?:is|are)\s+(?:\w+ly\s+|now\s+|already\s+)*(?:overdue|late|past\s+due)\b
            | \bon\s+(?:jo\s+|nyt\s+)*(?:erääntynyt|myöhässä)\b
            | \b(?:är|har)\s+(?:nu\s+|redan\s+)*(?:förfallen|förfallit|försenad)\b
            | \b(?:er|har)\s+(?:nå\s+|allerede\s+)*(?:forfalt|forsinket)\b""",
        "sent": r"""
            \b(?:is|are|was|were|been)\s+(?:\w+ly\s+|now\s+|already\s+)*sent\b | \bon\s+(?:jo\s+|nyt\s+)*lähetetty\b
            | \b(?:är|har)\s+(?:nu\s+|redan\s+)*skicka(?:d|ts)\b | \b(?:er|ble|har)\s+(?:nå\s+|allerede\s+)*sendt\b""",
    }.items()
}
_DENIED = re.compile(
    r"\b(?:not|n['’]t|never|unless|if|when|ei|eivät|jos|kun|inte|om|när|ikke|hvis|når)\b", re.IGNORECASE
)
_BORNE_OUT: dict[str, Callable[[InvoiceView], bool]] = {
    "paid": lambda invoice: invoice.outstanding.amount_minor <= 0,
    "late": lambda invoice: invoice.days_late > 0,
    "sent": lambda invoice: invoice.stage not in ("open", "paid"),
}


def states_said(words: str) -> bool:
    """Whether a model's words say how an invoice stands, which needs a tool's result to rest on.

    Args:
        words: the words about to be sent.
    """
    return any(_states(sentence) for sentence in _sentences(words))


def denied_states(words: str, invoices: Iterable[InvoiceView]) -> set[str]:
    """What the words say of invoices that the invoices themselves do not bear out: ``paid``, ``late`` or ``sent``.

    A sentence that names invoices speaks of those; one that names none may speak of any.

    Args:
        words: the words about to be sent.
        invoices: those that the turn's tools have looked up.
    """
    known, denied = list(invoices), set()
    for sentence in _sentences(words):
        named = [invoice for invoice in known if invoice.number in sentence] or known
        denied |= {state for state in _states(sentence) if not any(_BORNE_OUT[state](invoice) for invoice in named)}
    return denied


def _states(sentence: str) -> set[str]:
    if _DENIED.search(sentence):
        return set()
    return {state for state, words in _SAID.items() if words.search(sentence)}


def _sentences(words: str) -> list[str]:
    return re.split(r"(?<=[.!?])\s+|\n+", words)
