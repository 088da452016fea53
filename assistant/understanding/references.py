"""Which invoice a message names, by code: by its number, biller, purpose, amount or rank."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.conversation import Message
from assistant.understanding.date_words import MONTH_WORD
from tools.ledger.views import InvoiceView

_WORD = re.compile(r"[^\W\d_]{3,}")
_AMOUNT = re.compile(
    r"(?<![\d.,])(?P<whole>\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?!\d)|\d{1,6})"
    r"(?:[.,](?P<cents>\d{2})(?!\d)|(?=\s*(?:€|eur|kr|sek|nok)))",
    re.IGNORECASE,
)
# What is asked with these words is no invoice's own trade: a month in a date, a phone number to call.
_ASIDE = re.compile(
    rf"\b\d{{1,2}}(?:\.\s*|:[ea]\s+|st\s+|nd\s+|rd\s+|th\s+|\s+)(?:of\s+)?{MONTH_WORD}|\b{MONTH_WORD}\s+\d{{1,2}}\b"
    r"|\bphone\s+number|\bpuhelinnumero\w*|\btelefonn(?:ummer|umre)\w*",
    re.IGNORECASE,
)
_STEM = 5
_CALLED = re.compile(
    r"\b(?:invoice|bill|lasku\w*|faktura\w*|räkning\w*|regning\w*)\s+(?:(?:number|numero\w*|nummer|no|nro|nr)\b\.?\s*)?#?"
    r"(?P<number>MR-\d{4}-\d{4}|\d{3,10})\b(?!\s*(?:€|eur|kr|sek|nok|[.,]\d))",
    re.IGNORECASE,
)

_BIGGEST = re.compile(
    r"\b(?:biggest|largest|highest|most expensive|suurin|suurimma\w*|isoin|isoimma\w*|kallein|kalleimma\w*|största"
    r"|dyraste|største|dyreste)\b",
    re.IGNORECASE,
)
# "Latest" may also be said of a day: "what is the latest date?"
_LATEST = re.compile(
    r"\b(?:latest|newest|most recent|viimeisin|viimeisimmä\w*|uusin|uusimma\w*|senaste|nyaste|siste|nyeste)\b"
    r"(?!\s+(?:possible|mahdollinen|möjliga|mulige|date|day|päivä|datum|dag|dato|frist|time))",
    re.IGNORECASE,
)
_OVERDUE = re.compile(
    r"\b(?:overdue|past due|late one|erääntyn\w*|myöhässä|myöhästyn\w*|förfall(?:en|na|it)|försenad\w*|forfalte?"
    r"|forsinke(?:t|de))\b",
    re.IGNORECASE,
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


def named_exactly(text: str, invoices: Sequence[InvoiceView]) -> bool:
    """Whether a message names an invoice by its number, its MyRopo ID or what is left to pay of it."""
    return bool(_by_number(text, invoices) or _by_amount(text, invoices))


def newest_named(history: Sequence[Message], invoices: Sequence[InvoiceView]) -> InvoiceView | None:
    """The only invoice named in the newest message that names any by number."""
    for message in reversed(history):
        named = _by_number(message.text, invoices)
        if named:
            return named[0] if len(named) == 1 else None
    return None


def reference_of(invoice: InvoiceView, invoices: Sequence[InvoiceView]) -> str:
    """What to call an invoice by: its number, or the MyRopo ID where another biller has used the same number.

    Args:
        invoice: one of the customer's.
        invoices: all in the customer's scope.
    """
    return invoice.myropo_id if sum(i.number == invoice.number for i in invoices) > 1 else invoice.number


def unknown_reference(text: str, invoices: Sequence[InvoiceView]) -> str | None:
    """A number that a message calls an invoice's, and that is none of the customer's invoices.

    Args:
        text: the customer's words.
        invoices: those in the customer's scope.
    """
    match = _CALLED.search(text)
    known = {name for invoice in invoices for name in (invoice.number, invoice.myropo_id)}
    return match["number"].upper() if match and match["number"].upper() not in known else None


def without_references(text: str, invoices: Sequence[InvoiceView]) -> str:
    """A text without the words and numbers that name invoices: what is left is about something else.

    Args:
        text: the customer's words.
        invoices: those in the customer's scope.
    """
    names = {name for invoice in invoices for name in (invoice.number, invoice.myropo_id)}
    own = {stem for invoice in invoices for stem in _stems(f"{invoice.biller.name} {invoice.description}")}
    kept = (
        token
        for token in text.split()
        if not {token.strip(".,:;!?#()").upper(), token.upper().partition("-")[0].lstrip("#")} & names
        and not _stems(token) & own
    )
    return " ".join(kept)


def _by_number(text: str, invoices: Sequence[InvoiceView]) -> list[InvoiceView]:
    tokens = set(re.findall(r"[A-Z0-9][A-Z0-9-]*", text.upper()))
    # "1001-laskun": Finnish joins a number and a noun by a hyphen.
    tokens |= {token.partition("-")[0] for token in tokens if token[0].isdigit()}
    return [i for i in invoices if i.number in tokens or i.myropo_id in tokens]


def _by_amount(text: str, invoices: Sequence[InvoiceView]) -> list[InvoiceView]:
    amounts = {
        int(re.sub(r"\D", "", match["whole"])) * 100 + int(match["cents"] or 0) for match in _AMOUNT.finditer(text)
    }
    return [i for i in invoices if {i.outstanding.amount_minor, i.total.amount_minor} & amounts]


def _by_words(text: str, invoices: Sequence[InvoiceView]) -> list[InvoiceView]:
    """Biller and description, compared by the beginnings of words: Finnish bends the ends."""
    said = _stems(_ASIDE.sub(" ", text))
    scores = {i.number: len(said & _stems(f"{i.biller.name} {i.description}")) for i in invoices}
    best = max(scores.values(), default=0)
    return [i for i in invoices if scores[i.number] == best] if best else []


def _stems(text: str) -> set[str]:
    """The beginnings of the telling words, and the trades that the words belong to in any language."""
    words = {word.lower() for word in _WORD.findall(text)}
    trades = {trade for trade, pattern in _TRADES.items() if any(pattern.match(word) for word in words)}
    return ({word[:_STEM] for word in words} - _TOO_COMMON) | trades


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
_TRADES = {
    trade: re.compile(words)
    for trade, words in {
        "<power>": "elect|power|energ|sähkö|strøm|ström|el(?:räk|fak|för|avt|nät)",
        "<phone>": "phone|mobi|telef|telec|puhel|liittym|kännyk|matkapuh",
        "<network>": "broad|bredb|laajak|internet|netti|wifi",
        "<dentist>": "dent|tooth|hamma|tand|tann",
        "<gym>": "gym|fitne|train|kunto|treni|träni|sali(?:n|lla|lta|lle|lasku|jäse|maksu)?$",
        "<home>": "rent(?:s|al)?$|housi|flat$|vuokr|hyra|hyres|husle|leien?$|asun|boend|bostad|bolig",
        "<water>": "water|vesi|veden|vettä|vatte|vann",
        "<insurance>": "insur|vakuu|försäk|forsik",
        "<parking>": "parki|parke|pysäk",
        "<childcare>": "kinder|nurser|daycare|päiväko|päiväho|försko|dagis|barneh",
    }.items()
}

# Words that stand in many descriptions and tell no invoice from another.
_TOO_COMMON = {"lasku", "invoi", "faktu", "rekni", "räkni", "regni", "month", "kuuka", "månad", "måned", "maksu"} | {
    *("and", "the", "for", "from", "sekä", "och", "för", "från", "med", "til", "till", "fra", "bill", "bills")
}

_WAYS: tuple[Callable[[str, Sequence[InvoiceView]], list[InvoiceView]], ...] = (
    _by_number,
    _by_amount,
    _by_words,
    _by_superlative,
)
