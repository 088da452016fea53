"""What keeps a model's words from an agent: the turn's own safeguards, and stricter ones for rewording.

A customer's words ground nothing here. In a turn they may be repeated to the one who wrote them; a suggestion goes out
in a person's name, so an amount or an address that only the customer has written must not be in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from assistant.safeguards.claims import claims_action
from assistant.safeguards.provenance import changed_figures, ungrounded_figures
from assistant.safeguards.states import denied_states
from tools.ledger.views import InvoiceView

_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.\S+|\b[\w-]+\.(?:com|net|org|info|io|fi|se|no|eu|ru|example)\b\S*", re.I
)
_ENDS = ".,;:!?)(<>\"'*_`"
# That something owed need not be paid is for the ledger and the articles to say.
_FORGIVES = re.compile(
    r"\b(?:need\s+not|don['’]t\s+(?:have|need)\s+to|do\s+not\s+(?:have|need)\s+to|needn['’]t)\s+pay\b"
    r"|\b(?:owe|owes)\s+(?:us\s+)?nothing\b|\b(?:is|are)\s+(?:cancell?ed|waived|forgiven|void)\b"
    r"|\bei\s+(?:sinun\s+|tarvitse\s+|tartte\s+)*maksaa\b|\bmitätöity\b|\banteeksi\s+annettu\b"
    r"|\bbehöver\s+(?:du\s+)?inte\s+betala\b|\b(?:avskriven|avskrivits|efterskänkt)\b"
    r"|\b(?:trenger|behøver)\s+(?:du\s+)?ikke\s+(?:å\s+)?betale\b|\b(?:slettet|ettergitt)\b",
    re.IGNORECASE,
)
_SHORT = 40
AS_LONG = (0.45, 2.2)
"""How much shorter or longer a translation may be."""


def objection_to_reply(words: str, sources: Iterable[str], invoices: Sequence[InvoiceView], today: date) -> str | None:
    """Why a suggested reply must not be shown; None when it may.

    Args:
        words: the model's.
        sources: tool results, passages and the agent's own words: never the customer's.
        invoices: those that may be spoken of.
        today: the date where the customer is.
    """
    known = list(sources)
    together = "\n".join(known).lower()
    if claims_action(words):
        return "claims an action"
    if denied_states(words, invoices):
        return "states a fact that the invoices deny"
    if _FORGIVES.search(words) and not _FORGIVES.search(together):
        return "says that something need not be paid"
    if any(address not in together for address in _addresses(words)):
        return "names an address that no source has"
    if ungrounded_figures(words, known, today):
        return "ungrounded figures"
    return None


def objection_to_rewording(source: str, result: str, today: date, length: tuple[float, float] = AS_LONG) -> str | None:
    """Why other words for a text must not be shown; None when they may.

    Args:
        source: the text.
        result: what a model has made of it.
        today: the date where the customer is.
        length: how long it may be at least and at most, by the length of the source.
    """
    if changed_figures(source, result, today):
        return "a figure, date or reference is not the same"
    if _addresses(source) != _addresses(result):
        return "an address is not the same"
    # Whoever obeys a text instead of translating it says far less, or far more.
    least, most = length
    if len(source) >= _SHORT and not least <= len(result) / len(source) <= most:
        return "too much was left out or added"
    return None


def _addresses(text: str) -> set[str]:
    return {found.strip(_ENDS).lower() for found in _ADDRESS.findall(text)}
