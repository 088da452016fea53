"""Which invoice a message points at without naming it: "that one", "the other one", "the second"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.conversation import Message
from assistant.understanding.references import newest_named
from tools.context import Language
from tools.ledger.views import InvoiceView

# "Se" is "it" in Finnish and "see" in Swedish and Norwegian.
_POINTING: dict[Language, str] = {
    "en": r"(?<!about\s)that|it|this|same",
    "fi": "se|sen|sitä|sille|siitä|tuo|tuon|tämä|tämän|tästä|tää|tään|toi|ton|sama|saman",
    "sv": "den|det|denna|detta|samma",
    "nb": "den|det|denne|dette|samme",
}
_THAT = {language: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for language, words in _POINTING.items()}
# "On the other hand" and "anything other than that" point at nothing.
_OTHER = re.compile(
    r"\b(?:(?:the|my)\s+other(?!\s+(?:hand|day|way|side))(?:\s+(?:one|bill|invoice))?"
    r"|(?:se\s+)?toi(?:nen|sen|sta|selle|seen|ssa)(?!\s+(?:kysymys|asia|henkilö))|(?:den|det)\s+andra|andra(?=\s+(?:fakturan|räkningen))"
    r"|(?:den|det)\s+andre|andre(?=\s+(?:fakturaen|regningen)))\b",
    re.IGNORECASE,
)
_ORDINALS = (
    r"first(?:\s+one)?|ensimmäi\w+|(?:den\s+)?första|(?:den\s+)?første",
    r"second(?:\s+one)?|toi(?:nen|sen|sta)|(?:den\s+)?andra|(?:den\s+)?andre",
    r"third(?:\s+one)?|kolma\w+|(?:den\s+)?tredje",
    r"fourth(?:\s+one)?|neljä(?:s|nnen)|(?:den\s+)?fjärde|(?:den\s+)?fjerde",
)
# Before a date or an instalment it counts those: "the first of December", "the second reminder".
_RANKED = tuple(
    re.compile(
        rf"\b(?:{words})\b(?!\s+(?:of|päivä|instal|erä(?!päiv)|reminder|maksu|muistut|avbetal|avdrag|rate|betalning|påminn|purr|krav"
        r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\w+kuuta|payment|time|kerta|gång|gang))",
        re.IGNORECASE,
    )
    for words in _ORDINALS
)
_LAST = re.compile(
    r"\b(?:last\s+one|viimeinen|(?:den\s+)?sista|(?:den\s+)?siste)\b(?!\s+\w*(?:dag|day|päivä))", re.IGNORECASE
)


def pointed_at(
    text: str,
    language: Language,
    history: Sequence[Message],
    invoices: Sequence[InvoiceView],
    shown: Sequence[str] = (),
) -> InvoiceView | None:
    """The one invoice that a message points at, or None.

    Args:
        text: the customer's words.
        language: of the words.
        history: of the conversation, oldest first.
        invoices: those in the customer's scope.
        shown: MyRopo IDs of the invoices that the assistant has listed last, in their order.
    """
    listed = [invoice for name in shown for invoice in invoices if invoice.myropo_id == name]
    if (rank := _rank(text, len(listed))) is not None:
        return listed[rank]
    latest = newest_named(history, invoices)
    if _OTHER.search(text):
        return _other_than(latest, listed or [i for i in invoices if i.outstanding.amount_minor > 0])
    return latest if _THAT[language].search(text) else None


def _rank(text: str, count: int) -> int | None:
    if count < 2:
        return None
    # Of two, "toinen" and "den andra" are the second as well as the other.
    ranks = [rank for rank, pattern in enumerate(_RANKED[:count]) if pattern.search(text)]
    if len(ranks) == 1:
        return ranks[0]
    return count - 1 if not ranks and _LAST.search(text) else None


def _other_than(latest: InvoiceView | None, candidates: Sequence[InvoiceView]) -> InvoiceView | None:
    if latest is None:
        return None
    others = [invoice for invoice in candidates if invoice.id != latest.id]
    return others[0] if len(others) == 1 else None
