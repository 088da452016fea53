"""The assistant's own words."""

from __future__ import annotations

from pathlib import Path

from knowledge.words import Words
from tools.context import Language

_FOLDER = Path(__file__).parent
_WORDS = Words(_FOLDER)
say, keys = _WORDS.say, _WORDS.keys


def chosen(language: Language, *names: str) -> str:
    """The first of several message names that the catalogue has; the last one when it has none of them.

    Args:
        language: en, fi, sv or nb.
        names: from the most special to the most general.
    """
    known = keys(language)
    return next((name for name in names if name.replace("_", "-") in known), names[-1])
