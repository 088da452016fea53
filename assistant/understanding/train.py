"""Train both heads: ``python -m assistant.understanding.train`` (three minutes).

The router's head learns from the messages in ``training/``. The head of the article search learns from the questions in
``knowledge/training/``, the articles' own example questions, and what is off our topic in either.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from assistant.understanding.router import HEAD, ROUTES
from knowledge import ranking
from knowledge.building import written_articles
from knowledge.embedding import embed_questions
from knowledge.entries import all_entries
from knowledge.head import Head, train_head

MESSAGES = Path(__file__).parent / "training"
QUESTIONS = Path(ranking.__file__).parent / "training"
_BATCH = 256
_HELD_OUT = 0.1

Texts = list[tuple[str, str]]
"""Texts with the class of each."""


def messages() -> Texts:
    """Messages with the route that each should take."""
    return [(row["text"], row["route"]) for row in _rows(MESSAGES)]


def questions() -> Texts:
    """Questions with the article that answers each, or the class of what none answers."""
    texts = [(row["text"], row["article"]) for row in _rows(QUESTIONS)]
    texts += [(text, ranking.OFF_TOPIC) for text, route in messages() if route == "out_of_scope"]
    for entry in all_entries(written_articles(date.today())):
        if entry.is_question:
            wanted = ranking.OFF_TOPIC if entry.kind == "off-topic" else entry.group.rpartition("/")[2]
            texts.append((entry.text, wanted))
    return list(dict.fromkeys(texts))


def train(texts: Texts, names: Sequence[str]) -> Head:
    """Train on nine tenths, say how well the rest is told apart, then train on all.

    Args:
        texts: with the class of each.
        names: of all classes.
    """
    batches = (texts[i : i + _BATCH] for i in range(0, len(texts), _BATCH))
    vectors = np.vstack([embed_questions([text for text, _ in batch]) for batch in batches])
    classes = np.array([names.index(name) for _, name in texts])
    order = np.random.default_rng(0).permutation(len(texts))
    cut = int(len(texts) * _HELD_OUT)
    held_out, rest = order[:cut], order[cut:]
    tried = train_head(vectors[rest], classes[rest], names)
    right = tried.scores(vectors[held_out]).argmax(axis=1) == classes[held_out]
    print(f"{len(texts)} texts, {len(names)} classes: right on {right.mean():.3f} of {cut} held out")
    return train_head(vectors, classes, names)


def _rows(folder: Path) -> list[dict[str, Any]]:
    return [
        json.loads(line) for file in sorted(folder.glob("*.jsonl")) for line in file.read_text("utf-8").splitlines()
    ]


def main() -> None:
    """Train and write both heads."""
    train(messages(), ROUTES).save(HEAD)
    asked = questions()
    train(asked, sorted({name for _, name in asked})).save(ranking.HEAD_FILE)


if __name__ == "__main__":
    main()
