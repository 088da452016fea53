"""Which language a message is in: a detector for sentences, the thread's own language for short words."""

from __future__ import annotations

import re
from functools import cache
from types import ModuleType

from tools.context import Language

# Danish is answered in Norwegian, its nearest written neighbour here; Nynorsk is detected as Norwegian.
_ANSWERED_IN: dict[str, Language] = {"en": "en", "fi": "fi", "sv": "sv", "no": "nb", "da": "nb"}
_SCANDINAVIAN = ("sv", "nb")
_SENTENCE_WORDS = 3
_SHORT_LETTERS = 12


def detect_language(text: str, current: Language) -> Language:
    """The language to answer in.

    Args:
        text: the customer's message; the first 1 000 characters decide.
        current: the thread's language. It is kept when the message says too little ("ok", "ja", a number) or is of a
            language that is not served.
    """
    words: list[str] = re.findall(r"[^\W\d_]{2,}", text[:1000])
    if not words:
        return current
    found = _ANSWERED_IN.get(str(_detector().detect(" ".join(words))), current)
    if len(words) >= _SENTENCE_WORDS:
        return found
    if sum(map(len, words)) < _SHORT_LETTERS or (found in _SCANDINAVIAN and current in _SCANDINAVIAN):
        return current
    return found


@cache
def _detector() -> ModuleType:
    import eldc

    eldc.init()
    eldc.set_languages(list(_ANSWERED_IN))
    module: ModuleType = eldc
    return module
