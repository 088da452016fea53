"""The words of letters."""

from __future__ import annotations

from pathlib import Path

from knowledge.words import Words

say = Words(Path(__file__).parent).say
