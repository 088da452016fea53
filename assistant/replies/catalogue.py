"""The assistant's own words: one Fluent catalogue per language, read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from knowledge.formats import LOCALES
from tools.context import LANGUAGES, Language

_FOLDER = Path(__file__).parent


class MissingWords(KeyError):
    """A message or one of its variables is missing from a catalogue: a mistake in the program."""


def say(key: str, language: Language, **values: object) -> str:
    """A message in a language.

    Args:
        key: the message's name in the catalogues.
        language: en, fi, sv or nb.
        values: what its variables stand for; amounts and dates come formatted.

    Raises:
        MissingWords: no such message, or a variable was not given.
    """
    bundle = _bundle(language)
    try:
        pattern = bundle.get_message(key.replace("_", "-")).value
    except LookupError:
        pattern = None
    if pattern is None:
        raise MissingWords(f"{key} ({language})")
    given = {name: str(value) if not isinstance(value, int) else value for name, value in values.items()}
    text, errors = bundle.format_pattern(pattern, given)
    if errors:
        raise MissingWords(f"{key} ({language}): {errors}")
    return str(text)


def chosen(language: Language, *names: str) -> str:
    """The first of several message names that the catalogue has; the last one when it has none of them.

    Args:
        language: en, fi, sv or nb.
        names: from the most special to the most general.
    """
    known = keys(language)
    return next((name for name in names if name.replace("_", "-") in known), names[-1])


def keys(language: Language) -> set[str]:
    """The names of all messages of a language."""
    return set(_bundle(language)._messages)


@cache
def _bundle(language: Language) -> FluentBundle:
    assert language in LANGUAGES
    # Isolation marks around values confuse plain-text readers and comparisons; our four languages do not need them.
    bundle = FluentBundle([LOCALES[language].replace("_", "-")], use_isolating=False)
    bundle.add_resource(FluentResource((_FOLDER / f"{language}.ftl").read_text(encoding="utf-8")))
    return bundle
