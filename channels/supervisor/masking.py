"""Takes what is personal out of what customers write: rather a word too many than a name too few.

A text is cut into pieces, and each rule looks at the pieces that no rule has decided on yet. So what one rule has put
in is never read again by another, and what one has kept (a date, an amount) is not taken for a number by the next.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

NAME, ADDRESS, PHONE, NUMBER, NATIONAL_ID = "[name]", "[address]", "[phone]", "[number]", "[national id]"
BIRTH_DATE, LINK = "[date]", "[link]"
_BORN_BEFORE = 2015
_LEGAL_FORMS = {"oy", "ab", "as", "asa", "oyj", "ky", "tmi", "hb", "kb", "ans", "da", "enk"}
_SHOUTS = 0.6

_EMAIL = re.compile(r"[\w.+'-]+\s?@\s?[\w-]+(?:\.[\w-]+)+")
_URL = re.compile(r"(?:https?://|www\.)\S+", re.I)
# Two capitals may stand apart from the figures; small letters that do are a word before a number.
_IBAN = re.compile(
    r"\b(?:[A-Z]{2}\s?|[A-Za-z]{2})\d{2}(?=(?:[\s-]?[A-Za-z0-9]){11})(?:[\s-]?[A-Z]{4}\b)?(?:[\s-]?\d{1,4})+"
)
_MYROPO = re.compile(r"\bmr[\s-]?\d{4}[\s-]?\d{4}\b", re.I)
_NATIONAL = re.compile(r"\b\d{6}[-+a-fu-y]\d{3}[0-9a-z]\b|\b(?:19|20)?\d{6}[-+\s]?\d{4}\b|\b\d{6}\s?\d{5}\b", re.I)
_STREET_ENDS = (
    "katu|tie|kuja|polku|raitti|väylä|kaari|rinne|aukio|tori|penger|ranta|puisto|mäki|kallio|niemi|"
    "gatan|vägen|gränd|stigen|torget|backen|allén|leden|gata|gate|gaten|veien|vegen|vei|veg|plass|stien|bakken|allé|tunet"
)
_STREET_WORDS = "street|st|road|rd|avenue|ave|lane|drive|way|square|close|court|terrace"
_PLACE = r"(?:,?\s*(?:[a-z]{2}-?)?\d{3}\s?\d{1,2}\s+[^\W\d_]+)?"
_ADDRESS = re.compile(
    rf"\b(?:(?-i:[A-ZÅÄÖÆØ])[^\W\d_]+[\s-]){{0,2}}[^\W\d_]*(?:{_STREET_ENDS})\s+\d+\s?[a-z]?\b(?:\s?[a-z]?\s?\d{{1,3}}\b)?{_PLACE}"
    rf"|\b\d+[a-z]?\s(?:[^\W\d_]+\s){{1,3}}(?:{_STREET_WORDS})\b\.?{_PLACE}",
    re.I,
)
_POSTAL = re.compile(r"\b(?:\d{5}|\d{3}\s\d{2}|\d{4})\s+[A-ZÅÄÖÆØ][^\W\d_]{2,}(?:\s[A-ZÅÄÖÆØ][^\W\d_]+)?")
_DATE = re.compile(r"\b(\d{4})-\d{2}-\d{2}\b|\b\d{1,2}\s?[./]\s?\d{1,2}(?:[./]\s?(\d{4}|\d{2}))?\b\.?")
_AMOUNT = re.compile(
    r"(?:[€$£]|\b(?:eur|sek|nok|kr))\s?\d{1,3}(?:[\s.,\u00a0]?\d{3})*(?:[.,]\d{1,2})?\b"
    r"|\b\d{1,3}(?:[\s.\u00a0]?\d{3})*(?:[.,]\d{1,2}|:-)?\s?(?:€|eur\w*|kr\w*|sek|nok)(?!\w)"
    r"|\b\d{1,6}[.,]\d{2}\b(?![.\d])",
    re.I,
)
_LONG = re.compile(r"\+?\(?\d(?:[\s().\u00a0/-]{0,2}\d){6,}")
_SHORT = re.compile(r"\d{4,}")
_YEAR = re.compile(r"20[1-4]\d")
_WORD = re.compile(r"[^\W\d_](?:[^\W_]|['’-](?=\w))*")
_SENTENCE_ENDS = re.compile(r"(?:^|[.!?:;\n(\"“”»«\-–•*])\s*$")
_SURNAME_ENDS = (
    "nen|la|lä|sson|sen|berg|lund|ström|strøm|qvist|kvist|gren|dal|vik|stad|mäki|niemi|maa|ranta|man|ek|haug|ås"
)
_SURNAME = rf"(?:[\s-]+[^\W\d_]*(?:{_SURNAME_ENDS})\b)?"


@dataclass(frozen=True)
class StandIn:
    """Somebody of the demo who takes the customer's place.

    Attributes:
        who: as scenarios name them.
        invoice: number of one of their invoices; ``myropo_id`` is its MyRopo ID.
        iban: an account.
    """

    who: str
    name: str
    email: str
    invoice: str
    myropo_id: str
    iban: str


@dataclass(frozen=True)
class _Piece:
    text: str
    settled: bool = False


_Rule = Callable[[re.Match[str]], str | None]


class Masker:
    """Masks the texts of one conversation.

    Args:
        stand_in: who takes the customer's place.
        names: that are known: the customer's, and of those who act for them.
        invoices: number of the customer's invoices in the ledger -> number to write instead.
        kept: names that may stand: of billers who are in the demo too.
    """

    def __init__(
        self, stand_in: StandIn, *, names: Iterable[str], invoices: dict[str, str], kept: Iterable[str] = ()
    ) -> None:
        self._rules: list[tuple[re.Pattern[str], _Rule]] = [
            (_EMAIL, lambda _: stand_in.email),
            (_URL, lambda _: LINK),
            (_MYROPO, lambda _: stand_in.myropo_id),
            (_IBAN, lambda _: stand_in.iban),
            (_NATIONAL, lambda _: NATIONAL_ID),
            *((re.compile(rf"\b{re.escape(name)}\w{{0,3}}", re.I), lambda found: found[0]) for name in kept),
            *((pattern, lambda _: stand_in.name) for pattern in _known(names)),
            *((re.compile(rf"(?<!\d){re.escape(old)}(?!\d)"), _always(new)) for old, new in invoices.items()),
            (_introduced(), lambda found: f"{found[1]}{NAME}"),
            (_first_names(), lambda _: NAME),
            (_ADDRESS, lambda _: ADDRESS),
            (_DATE, _date),
            (_AMOUNT, lambda found: found[0]),
            (_POSTAL, lambda _: ADDRESS),
            (_LONG, lambda found: PHONE if found[0][0] in "+(0" else NUMBER),
            (_SHORT, lambda found: found[0] if _YEAR.fullmatch(found[0]) else stand_in.invoice),
        ]

    def __call__(self, text: str) -> str:
        """The text without what is personal."""
        pieces = [_Piece(text)]
        for pattern, rule in self._rules:
            pieces = [part for piece in pieces for part in _applied(piece, pattern, rule)]
        return _without_capitals(pieces, text)


def _always(words: str) -> _Rule:
    return lambda _: words


def _applied(piece: _Piece, pattern: re.Pattern[str], rule: _Rule) -> Sequence[_Piece]:
    if piece.settled:
        return [piece]
    parts, at = [], 0
    for found in pattern.finditer(piece.text):
        new = rule(found)
        if new is not None:
            parts += [_Piece(piece.text[at : found.start()]), _Piece(new, settled=True)]
            at = found.end()
    return [part for part in (*parts, _Piece(piece.text[at:])) if part.text]


def _date(found: re.Match[str]) -> str:
    """A date says something about the invoice; one of long ago is somebody's birthday."""
    year = found[1] or found[2]
    return BIRTH_DATE if year and len(year) == 4 and int(year) < _BORN_BEFORE else found[0]


def _known(names: Iterable[str]) -> list[re.Pattern[str]]:
    """Names of the ledger: as they stand there however they are written, and with endings where they have a capital."""
    parts = {part for name in names for part in re.split(r"[\s-]+", name.strip()) if len(part) > 1}
    parts = {part for part in parts if part.lower() not in _LEGAL_FORMS}
    if not parts:
        return []
    forms = sorted((form for part in parts for form in _forms(part)), key=len, reverse=True)
    one = f"(?:{'|'.join(forms)})"
    return [re.compile(rf"\b{one}(?:[\s-]+{one})*", re.UNICODE)]


def _forms(part: str) -> list[str]:
    stem = part[: len(part) - (3 if part.lower().endswith("nen") else 1 if len(part) > 4 else 0)]
    inflected = rf"{re.escape(stem[0].upper() + stem[1:])}\w{{0,6}}\b|{re.escape(stem.upper())}\w{{0,6}}\b"
    return [rf"(?i:{re.escape(part)})(?i:s|n|in|en|a|ä|lle|lla|llä|lta|ltä|sta|stä)?\b", inflected]


@cache
def _words() -> dict[str, Any]:
    words: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("masking_words.yaml").read_text(encoding="utf-8"))
    return words


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(_words()[name].split())


@cache
def _introduced() -> re.Pattern[str]:
    cues = "|".join(re.escape(cue) for cue in sorted(_words()["before_names"], key=len, reverse=True))
    name = r"[^\W\d_]+(?:['’-]\w+)*"
    return re.compile(
        rf"(?i:((?<![\w'’])(?:{cues})(?!\w)[\s.,:!-]*))(?!\[)(?:{name}(?:[ \t]+{name})?)(?:[ \t]+[A-ZÅÄÖÆØ][^\W\d_]+)*"
    )


@cache
def _first_names() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(_words()["first_names"].split(), key=len, reverse=True))
    return re.compile(rf"\b(?:{names})(?:s|n|in|lle|lla|llä|lta|ltä)?\b{_SURNAME}", re.I)


def _without_capitals(pieces: list[_Piece], whole: str) -> str:
    """The pieces as one text, in which words with a capital inside a sentence are taken for names."""
    letters = [letter for letter in whole if letter.isalpha()]
    shouts = len(letters) > 3 and sum(letter.isupper() for letter in letters) > _SHOUTS * len(letters)
    written = ""
    for piece in pieces:
        if piece.settled or shouts:
            written += piece.text
            continue
        at = 0
        for word in _WORD.finditer(piece.text):
            written += piece.text[at : word.start()]
            at = word.end()
            written = _with_word(written, word[0])
        written += piece.text[at:]
    return re.sub(r"(\[name\])(?:[\s-]+\[name\])+", NAME, written)


def _with_word(before: str, word: str) -> str:
    kept, starts = _listed("kept"), _listed("starts")
    if not word[0].isupper() or word in kept or word.split("'")[0] in kept:
        return before + word
    if _SENTENCE_ENDS.search(before):
        return before + word
    # A sentence that begins with two such words begins with a name, unless the first is how sentences begin.
    first = re.search(r"(?:^|[.!?:;\n(\"“”»«]\s*)([A-ZÅÄÖÆØ][^\W\d_]+)\s+$", before)
    if first and first[1] not in starts:
        before = before[: first.start(1)]
    return before + NAME
