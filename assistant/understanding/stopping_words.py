"""The word lists of what belongs to people, one folder per language in ``stopping/``, and how they are read.

A line of a list is a pattern in plain words (see ``told.py``): single spaces, groups that capture nothing. ``~`` stands
for up to three words, none of which denies what follows or gives it another owner ("my mother's phone died"), and
``<role>`` for the words of a role. What denies a line ("I am not going to ...") or makes a mere case of it ("what if
...") stands under ``grammar``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FOLDER = Path(__file__).parent / "stopping"
# A group that opens no lookaround; none of them captures, so that only a denial does.
_GROUP = re.compile(r"(?<!\\)\((?!\?)")
# A pattern may go on in the next line after a bar, and YAML puts a space there.
_FOLD = re.compile(r"\|\s+")


@dataclass(frozen=True)
class _Language:
    """The lists of one language, as they were read."""

    denial: str
    supposed: str
    lines: dict[str, str]


class Told:
    """What messages tell about one subject, in all our languages at once.

    Args:
        subject: a heading of the word lists.
    """

    def __init__(self, subject: str) -> None:
        languages = [_read(folder) for folder in sorted(_FOLDER.iterdir())]
        parts = (rf"(\b{known.denial})?\b(?:{known.lines[subject]})(?!\w)" for known in languages)
        self._told = re.compile("|".join(parts))
        self._supposed = re.compile("|".join(known.supposed for known in languages))

    def by(self, clause: str, *, supposed: bool = False) -> bool:
        """Whether a clause tells it, and does not deny it.

        Args:
            clause: in plain words.
            supposed: whether it counts even after a condition: "if you do not stop, I will ..." does.
        """
        found = (match for match in self._told.finditer(clause) if match.lastindex is None)
        return any(supposed or not self._supposed.search(clause[: match.start()]) for match in found)


@cache
def _read(folder: Path) -> _Language:
    data: dict[str, Any] = {}
    for file in sorted(folder.glob("*.yaml")):
        data |= yaml.safe_load(file.read_text(encoding="utf-8"))
    grammar, roles = data.pop("grammar"), data.pop("roles")
    between = rf"(?:(?!(?:{grammar['between']})\b)[\w'-]+ ){{0,3}}"

    def pattern(words: str) -> str:
        words = _FOLD.sub("|", words)
        # A role may be put together from those above it.
        for role, meaning in reversed(roles.items()):
            words = words.replace(f"<{role}>", f"({_FOLD.sub('|', meaning)})")
        return _GROUP.sub("(?:", words.replace("~", between))

    lines = {subject: "|".join(pattern(line) for line in lines) for subject, lines in data.items()}
    return _Language(pattern(grammar["denial"]), pattern(grammar["supposed"]), lines)
