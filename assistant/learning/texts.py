"""What the encoder learns from: messages with what they are about, and questions that articles answer."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from assistant.understanding import encoder
from assistant.understanding.articles import SERVED_BY_TOOLS
from assistant.understanding.encoder import NO_REASON, PLAIN, REASONS, ROUTES, SHAPES
from knowledge import ranking

MESSAGES = Path(encoder.__file__).parent / "training"
QUESTIONS = Path(ranking.__file__).parent / "training"
# Files from before reasons were told: of what people must take over there, why is not known.
_WITHOUT_REASONS = ("da", "en", "fi", "nb", "sv")
# So many of the articles' questions for every message that asks something in general.
_QUESTIONS_USED = 3_000


@dataclass(frozen=True)
class Example:
    """A message and what is to be read from it.

    Attributes:
        text: the message.
        language: of it (en, fi, sv, nb, da).
        routes: those that it may take, alike; several where it wishes several things, none where that is not known.
        reason: why a person takes over, ``none``, or None where that is not known.
        shape: ``plain``, ``follow_up`` or ``several``.
    """

    text: str
    language: str
    routes: tuple[str, ...]
    reason: str | None
    shape: str


def examples() -> list[Example]:
    """Every text once, in an order that is always the same.

    Raises:
        ValueError: a file names a route, reason or shape that does not exist.
    """
    found: dict[str, Example] = {}
    for example in (*messages(), *_questions()):
        found.setdefault(" ".join(example.text.lower().split()), example)
    return list(found.values())


def messages() -> Iterator[Example]:
    """The messages in ``training/``, with what is to be read from each.

    Raises:
        ValueError: a file names a route, reason or shape that does not exist.
    """
    for file, row in rows(MESSAGES):
        reason = row.get("reason") or NO_REASON
        if row.get("route") == "handoff" and "reason" not in row and file in _WITHOUT_REASONS:
            reason = None
        routes = tuple(row.get("wishes") or filter(None, [row.get("route")]))
        yield _checked(Example(row["text"], file[:2], routes, reason, row.get("shape") or PLAIN), file)


def _questions() -> Iterator[Example]:
    """A share of the questions that articles answer, and all that none does."""
    asked = [
        Example(row["text"], file[:2], ("knowledge",), None, PLAIN)
        for file, row in rows(QUESTIONS)
        if row["article"] not in SERVED_BY_TOOLS | {ranking.OFF_TOPIC}
    ]
    yield from random.Random(0).sample(asked, min(_QUESTIONS_USED, len(asked)))
    for file, row in rows(QUESTIONS):
        if row["article"] == ranking.OFF_TOPIC:
            yield Example(row["text"], file[:2], ("out_of_scope",), NO_REASON, PLAIN)


def _checked(example: Example, file: str) -> Example:
    unknown = {*example.routes} - {*ROUTES} | {example.shape} - {*SHAPES} | {example.reason} - {*REASONS, None}
    if unknown:
        raise ValueError(f"{file}.jsonl: {example.text!r} has {', '.join(sorted(map(str, unknown)))}")
    return example


def fingerprint(texts: Iterable[Example]) -> str:
    """A checksum of texts and what is to be read from them."""
    lines = (json.dumps(asdict(example), sort_keys=True) for example in texts)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def rows(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The lines of all files of a folder, each with its file's name without the ending."""
    for file in sorted(folder.glob("*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            yield file.stem, json.loads(line)
