"""Words in four languages: a folder with one Fluent file per language, the same messages in each; read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from knowledge.formats import locale_of


class MissingWords(KeyError):
    """A message or one of its variables is missing from a catalogue: a mistake in the program."""


class Words:
    """A catalogue of messages.

    Args:
        folder: holds ``<language>.ftl``.
    """

    def __init__(self, folder: Path) -> None:
        self._bundle = cache(lambda language: _read(folder / f"{language}.ftl", language))

    def say(self, key: str, language: str, **values: object) -> str:
        """A message in a language; values that it has no place for are left out.

        Args:
            key: the message's name in the catalogue; an underscore may stand for a hyphen.
            language: en, fi, sv or nb.
            values: what its variables stand for; numbers that are counted stay numbers, all else comes formatted.

        Raises:
            MissingWords: no such message, or a variable was not given.
            ValueError: the language is not one of ours.
        """
        bundle = self._bundle(language)
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

    def keys(self, language: str) -> set[str]:
        """The names of all messages of a language."""
        return set(self._bundle(language)._messages)


def _read(file: Path, language: str) -> FluentBundle:
    # Isolation marks around values confuse plain-text readers and are copied along with numbers and names; our four
    # languages do not need them.
    bundle = FluentBundle([str(locale_of(language)).replace("_", "-")], use_isolating=False)
    bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle
