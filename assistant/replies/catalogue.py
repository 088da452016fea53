"""The assistant's own words."""

from __future__ import annotations

from pathlib import Path

from knowledge.words import Words
from tools.context import LANGUAGES, Language

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


def everywhere(key: str) -> set[str]:
    """A message without variables in all our languages: what was said may have been in any.

    Args:
        key: the message's name.
    """
    return {say(key, language) for language in LANGUAGES}
