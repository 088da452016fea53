"""Which invoice a message is about, by code: its number, biller, purpose, amount or rank, or "that one"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.conversation import Message
from tools.ledger.views import InvoiceView

_WORD = re.compile(r"[^\W\d_]{3,}")
_AMOUNT = re.compile(r"(?<![\d.,])(\d{1,6})[.,](\d{2})(?![\d])")
_STEM = 5

_BIGGEST = re.compile(
    r"\b(?:biggest|largest|highest|suurin|suurimma\w*|isoin|isoimma\w*|största|største)\b", re.IGNORECASE
)
_LATEST = re.compile(
    r"\b(?:latest|newest|most recent|viimeisin|viimeisimmä\w*|uusin|uusimma\w*|senaste|nyaste|siste|nyeste)\b",
    re.IGNORECASE,
)
_OVERDUE = re.compile(
    r"\b(?:overdue|late one|erääntyn\w*|myöhässä|myöhästyn\w*|förfall(?:en|na)|forfalte?)\b", re.IGNORECASE
)
_THAT = re.compile(
    r"\b(?:that|it|this|se|sen|sitä|sille|tuo|tuon|tämä|tämän|den|det|denna|denne|dette)\b", re.IGNORECASE
)


def find_invoices(text: str, invoices: Sequence[InvoiceView]) -> list[InvoiceView]:
    """The invoices that a message names; none when it names none, several when it fits several.

    Args:
        text: the customer's words.
        invoices: those in the customer's scope.
    """
    for find in _WAYS:
        if found := find(text, invoices):
            return found
    return []


def last_mentioned(text: str, history: Sequence[Message], invoices: Sequence[InvoiceView]) -> InvoiceView | None:
    """The invoice that "it" or "that one" means: the only one named in the newest message that names any."""
    if not _THAT.search(text):
        return None
    for message in reversed(history):
        named = _by_number(message.text, invoices)
        if named:
            return named[0] if len(named) == 1 else None
    return None


def _by_number(text: str, invoices: Sequence[InvoiceView]) -> list[InvoiceView]:
    tokens = set(re.findall(r"[A-Z0-9][A-Z0-9-]*", text.upper()))
    return [i for i in invoices if i.number in tokens or i.myropo_id in tokens]


def _by_amount(text: str, invoices: Sequence[InvoiceView]) -> list[InvoiceView]:
    amounts = {int(whole) * 100 + int(cents) for whole, cents in _AMOUNT.findall(text)}
    return [i for i in invoices if {i.outstanding.amount_minor, i.total.amount_minor} & amounts]


def _by_words(text: str, invoices: Sequence[InvoiceView]) -> list[InvoiceView]:
    """Biller and description, compared by the beginnings of words: Finnish bends the ends."""
    said = _stems(text)
    scores = {i.number: len(said & _stems(f"{i.biller.name} {i.description}")) for i in invoices}
    best = max(scores.values(), default=0)
    return [i for i in invoices if scores[i.number] == best] if best else []


def _stems(text: str) -> set[str]:
    """The beginnings of the telling words, and of the words that other languages have for the same trade."""
    stems = {word[:_STEM].lower() for word in _WORD.findall(text)} - _TOO_COMMON
    for sector in _SECTORS:
        if any(stem.startswith(tuple(sector)) for stem in stems):
            stems |= sector
    return stems


def _by_superlative(text: str, invoices: Sequence[InvoiceView]) -> list[InvoiceView]:
    owed = [i for i in invoices if i.outstanding.amount_minor > 0]
    if not owed:
        return []
    if _BIGGEST.search(text):
        return [max(owed, key=lambda i: i.outstanding.amount_minor)]
    if _LATEST.search(text):
        return [max(invoices, key=lambda i: i.issue_date)]
    if _OVERDUE.search(text):
        return [i for i in owed if i.days_late > 0]
    return []


# What is sold, as the four languages begin the word: an invoice described in one is asked for in another.
_SECTORS: tuple[set[str], ...] = (
    {"elect", "power", "energ", "sähkö", "strøm", "ström"},
    {"phone", "mobil", "tele", "puhel", "liitt", "broad", "bredb", "laaja"},
    {"denta", "denti", "tooth", "hamma", "tand", "tannl", "tandl"},
    {"gym", "fitne", "train", "kunto", "trenin", "traen"},
    {"rent", "housi", "vuokr", "hyra", "husle", "asunt", "boend"},
    {"water", "vesi", "vatte", "vann"},
    {"insur", "vakuu", "försä", "forsi"},
    {"parki", "pysäk"},
)

# Words that stand in many descriptions and tell no invoice from another.
_TOO_COMMON = {"lasku", "invoi", "faktu", "rekni", "räkni", "regni", "month", "kuuka", "månad", "måned", "maksu"}

_WAYS: tuple[Callable[[str, Sequence[InvoiceView]], list[InvoiceView]], ...] = (
    _by_number,
    _by_amount,
    _by_words,
    _by_superlative,
)
