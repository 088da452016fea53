"""Who is to be let in, and what they may do, read from the customer's words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from itertools import takewhile

from assistant.understanding.details import read_email, without_identifiers
from tools.context import Language

_NAME = r"[A-ZÅÄÖÆØÉÜ][\w'’]*(?:-[A-ZÅÄÖÆØÉÜ]?[\w'’]+)*"
_SEQUENCE = re.compile(rf"\b{_NAME}(?:\s+(?:(?:von|van|de|af|av)\s+)?{_NAME}){{0,3}}")
# Words that stand with a capital letter at the beginning of a sentence, or are no person's.
_NO_NAME = re.compile(
    r"i|he|she|his|her|they|my|the|this|please|let|give|grant|add|allow|authori[sz]e|remove|revoke|can|could|would|yes"
    r"|no|hi|hello|name|email|e|mail|e-mail|invoice|bill|iban|myropo"
    r"|valtuut\w*|haluan|haluaisin|voinko|voisinko|voiko|poista|peru|lisää|hän\w*|nimi|sähköposti\w*|lasku\w*|moi|hei"
    r"|kyllä|minä|minun|saako"
    r"|ge|jag|låt|kan|får|lägg|ta|återkalla|hon|han|namn\w*|e-post\w*|faktura\w*|räkning\w*|hej|ja|min|mitt|fullmakt\w*"
    r"|gi|jeg|la|legg|fjern|trekk|hun|navn\w*|regning\w*|det|den|mamma|pappa|mum|mom|dad|äiti\w*|isä\w*",
    re.IGNORECASE,
)
_VIEW = (
    r"(?:see|view|look|read|nähdä|näkemään|näkyä|katso\w*|katsella|lukea|lukemaan|titta|läsa|läsrätt|se|lese|innsyn"
    r"|insyn)"
)
_HANDLE = (
    r"(?:handle|manage|pay|act|deal|arrange|take\s+care|on\s+my\s+behalf|hoita\w*|maksa\w*|asioi\w*|puolestani"
    r"|sköta|skoter|hantera\w*|betala|betalar|ordna|handla|håndtere\w*|betale\w*|ordne|ta\s+hand|ta\s+seg\s+av)"
)
_ONLY = re.compile(rf"\b(?:only|just|vain|bara|endast|bare|kun)\W+(?:\w+\W+){{0,3}}?{_VIEW}\b", re.IGNORECASE)
_MAY_HANDLE = re.compile(rf"\b{_HANDLE}\b", re.IGNORECASE)
_MAY_VIEW = re.compile(rf"\b{_VIEW}\b", re.IGNORECASE)
_LEAST_SHARED = 3


def read_name(text: str, language: Language, no_names: Collection[str] = ()) -> str | None:
    """The only person's name in a text, in its base form where the e-mail address beside it shows that.

    Args:
        text: the customer's words.
        language: Finnish bends names.
        no_names: words with capital letters that belong to invoices, in lower case.
    """
    email = read_email(text)
    found = {name for match in _SEQUENCE.finditer(without_identifiers(text)) if (name := _person(match[0], no_names))}
    if len(found) > 1:
        # One with two parts is a person rather than a first word or a place.
        found = {name for name in found if " " in name}
    if not found and email:
        return _without_capitals(text, email)
    if len(found) != 1:
        return None
    return _base_form(found.pop(), email) if email and language == "fi" else found.pop()


def bare_name(text: str, least: int = 1) -> str | None:
    """The name that a whole message is.

    Args:
        text: the customer's words.
        least: how many words it must have.
    """
    text = text.strip(" \t\r\n.,;:!")
    name = _person(text, ()) if _SEQUENCE.fullmatch(text) else None
    return name if name and len(name.split()) >= least else None


def read_allows(text: str) -> str | None:
    """ "view" or "handle", when the words say which."""
    if _ONLY.search(text):
        return "view"
    if _MAY_HANDLE.search(text):
        return "handle"
    return "view" if _MAY_VIEW.search(text) else None


def _person(sequence: str, no_names: Collection[str]) -> str | None:
    words = sequence.split()
    # "Anna Liisa Virtaselle": in Finnish "anna" is also "give".
    if len(words) > 2 and words[0] == "Anna" and words[-1].lower().endswith("lle"):
        words = words[1:]
    while words and _NO_NAME.fullmatch(words[0]):
        words = words[1:]
    if not words or any(word.lower() in no_names for word in words) or not any(len(word) > 1 for word in words):
        return None
    return " ".join(words)


def _without_capitals(text: str, email: str) -> str | None:
    """A name written small, known by the address beside it: "anna lind, anna.lind@example.com"."""
    parts = _parts(email)
    words = [word for word in re.findall(r"[^\W\d_]+", without_identifiers(text)) if _as_in(word, parts)]
    if len(words) != len(parts) or len(parts) < 2:
        return None
    return " ".join((_as_in(word, parts) or word).title() for word in words)


def _base_form(name: str, email: str) -> str:
    """Every part of a name as the address has it: "Matti Virtaselle" and matti.virtanen@ are Matti Virtanen."""
    return " ".join(_as_in(word, _parts(email)) or word for word in name.split())


def _parts(email: str) -> list[str]:
    return [part for part in re.split(r"[._\d+-]+", email.partition("@")[0]) if part]


def _as_in(word: str, parts: list[str]) -> str | None:
    """A word with the ending that a part of an address gives it, or None where no part begins like it."""
    plain = _plain(word)
    for part in parts:
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(plain, part, strict=False)))
        if shared >= _LEAST_SHARED and shared * 2 >= len(part):
            # The beginning as it was said keeps its dots: Hämäläiselle and hamalainen are Hämäläinen.
            return word[:shared] + part[shared:]
    return None


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.lower().replace("ø", "o").replace("æ", "ae"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
