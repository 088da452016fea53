"""The words of the help."""

from __future__ import annotations

from pathlib import Path

from knowledge.words import Words

_WORDS = Words(Path(__file__).parent)
say, keys = _WORDS.say, _WORDS.keys
