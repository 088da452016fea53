"""The words of letters: one Fluent file per language, read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from knowledge.formats import locale_of


def say(key: str, language: str, **values: str) -> str:
    """A message in a language; values that it has no place for are left out.

    Raises:
        LookupError: no such message, or it wants a value that was not given.
        ValueError: the language is not one of ours.
    """
    bundle = _bundle(language)
    pattern = bundle.get_message(key.replace("_", "-")).value
    assert pattern is not None  # only attributes would come without
    text, errors = bundle.format_pattern(pattern, values)
    if errors:
        raise LookupError(f"{key} ({language}): {errors}")
    return str(text)


@cache
def _bundle(language: str) -> FluentBundle:
    # Isolation marks around values would be copied along with numbers and names.
    bundle = FluentBundle([str(locale_of(language)).replace("_", "-")], use_isolating=False)
    file = Path(__file__).parent / f"{language}.ftl"
    bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle
