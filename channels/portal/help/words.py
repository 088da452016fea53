"""The words of the help: one Fluent file per language, read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from knowledge.formats import locale_of
from tools.context import Language


def say(key: str, language: Language, **values: str | int) -> str:
    """A message in a language; values that it has no place for are left out.

    Args:
        key: the message's name.
        language: en, fi, sv or nb.
        values: what its variables stand for; numbers that are counted stay numbers, all else comes formatted.

    Raises:
        LookupError: no such message, or it wants a value that was not given.
    """
    bundle = _bundle(language)
    pattern = bundle.get_message(key.replace("_", "-")).value
    assert pattern is not None  # only attributes would come without
    text, errors = bundle.format_pattern(pattern, values)
    if errors:
        raise LookupError(f"{key} ({language}): {errors}")
    return str(text)


def keys(language: Language) -> set[str]:
    """The names of all messages of a language."""
    return set(_bundle(language)._messages)


@cache
def _bundle(language: Language) -> FluentBundle:
    # Isolation marks around values would be copied along with numbers and names.
    bundle = FluentBundle([str(locale_of(language)).replace("_", "-")], use_isolating=False)
    file = Path(__file__).parent / f"{language}.ftl"
    bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle
