"""Which language a message is in: encoder and detector tell, the thread's own language is kept for short words."""

from __future__ import annotations

import re
from functools import cache
from types import ModuleType

from assistant.understanding.details import without_identifiers
from assistant.understanding.encoder import read
from tools.context import Language

# Danish is answered in Norwegian, its nearest written neighbour here; Nynorsk is detected as Norwegian.
_DETECTED: dict[str, Language] = {"en": "en", "fi": "fi", "sv": "sv", "no": "nb", "da": "nb"}
_SCANDINAVIAN = {"sv", "nb"}
_NAMES: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"english|englan\w+|engelska?"),
    "fi": re.compile(r"finnish|suome\w*|finska?"),
    "sv": re.compile(r"swedish|ruots\w+|svenska?"),
    "nb": re.compile(r"norwegian|norja\w*|norska?|bokmål"),
}
# What else stands in such a message, in all languages.
_ASKING = frozenset(
    re.findall(
        r"\w+",
        """
        i in to can could would you we please speak talk chat write answer reply continue switch change language the
        like want do it this is possible now instead with me my let us go on text voiko voisiko voimmeko voidaanko
        voitko voisitko jatkaa jatketaan puhutko puhutaan puhua vastaa vastata vaihda vaihtaa vaihdetaan kieli kieleksi
        kiitos haluan haluaisin saanko onnistuuko nyt mieluummin hei på till kan vi du ni jag vill tala prata talar
        pratar skriva svara svar byt byta språk tack fortsätta gärna hej ta det jeg dere vil snakke snakker skrive bytt
        bytte fortsette takk gjerne kunne
        """,
    )
)
# Neighbours share so many words that it takes more of them to tell.
_SENTENCE_WORDS, _LONGER_SENTENCE = 3, 5
_SHORT_LETTERS, _FEWEST_LETTERS = 12, 3
_SURE = 0.9


def detect_language(text: str, current: Language, *, first: bool = False) -> Language:
    """The language to answer in. Blocks for some 10 ms.

    Args:
        text: the customer's message; the first 1 000 characters decide.
        current: the thread's language. It is kept when the message says too little ("ok", "ja", a number) or is of a
            language that is not served.
        first: whether the conversation begins with this message: then a greeting is enough.
    """
    if asked := asked_language(text):
        return asked
    words = re.findall(r"[^\W\d_]{2,}", without_identifiers(text[:1000]))
    letters = sum(map(len, words))
    if letters < _FEWEST_LETTERS:
        return current
    found = _detected(text, " ".join(words), current)
    if first:
        return found
    neighbours = {found, current} <= _SCANDINAVIAN
    if len(words) >= (_LONGER_SENTENCE if neighbours else _SENTENCE_WORDS):
        return found
    return current if letters < _SHORT_LETTERS or neighbours else found


def _detected(text: str, words: str, current: Language) -> Language:
    """What the encoder is sure of, else what a detector by letters says: each mends what the other gets wrong."""
    reading = read(text, current)
    if reading.language_share >= _SURE:
        return reading.language
    return _DETECTED.get(str(_detector().detect(words)), current)


def asked_language(text: str) -> Language | None:
    """The language that a whole message asks to go on in ("in English please"), or None.

    Args:
        text: the customer's message.
    """
    words = re.findall(r"[^\W\d_]+", text.lower())
    named = {language for word in words for language, name in _NAMES.items() if name.fullmatch(word)}
    rest = [word for word in words if not any(name.fullmatch(word) for name in _NAMES.values())]
    return named.pop() if len(named) == 1 and all(word in _ASKING for word in rest) else None


@cache
def _detector() -> ModuleType:
    import eldc

    eldc.init()
    eldc.set_languages(list(_DETECTED))
    module: ModuleType = eldc
    return module
