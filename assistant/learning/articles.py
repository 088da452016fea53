"""Train the head of the article search: ``assistant train articles`` (some three minutes).

It learns from the questions in ``knowledge/training``, the articles' own example questions, and what is none of our
business in either or among the messages that the encoder learns from.
"""

from __future__ import annotations

from datetime import date

import numpy as np

from assistant.learning.texts import QUESTIONS, messages, rows
from knowledge import ranking
from knowledge.building import written_articles
from knowledge.embedding import embed_questions
from knowledge.entries import all_entries
from knowledge.head import train_head

_BATCH = 256
_HELD_OUT = 0.1


def train() -> float:
    """Train on nine tenths to see how well the rest is told apart, then train on all and write the head.

    Returns:
        The share of the held-out questions that were given their article.
    """
    texts = questions()
    names = sorted({name for _, name in texts})
    batches = (texts[i : i + _BATCH] for i in range(0, len(texts), _BATCH))
    vectors = np.vstack([embed_questions([text for text, _ in batch]) for batch in batches])
    classes = np.array([names.index(name) for _, name in texts])
    order = np.random.default_rng(0).permutation(len(texts))
    held_out, rest = np.split(order, [int(len(texts) * _HELD_OUT)])
    tried = train_head(vectors[rest], classes[rest], names)
    right = tried.scores(vectors[held_out]).argmax(axis=1) == classes[held_out]
    train_head(vectors, classes, names).save(ranking.HEAD_FILE)
    return float(right.mean())


def questions() -> list[tuple[str, str]]:
    """Questions with the article that answers each, or the class of what none answers."""
    texts = [(row["text"], row["article"]) for _, row in rows(QUESTIONS)]
    texts += [(message.text, ranking.OFF_TOPIC) for message in messages() if message.routes == ("out_of_scope",)]
    for entry in all_entries(written_articles(date.today())):
        if entry.is_question:
            wanted = ranking.OFF_TOPIC if entry.kind == "off-topic" else entry.group.rpartition("/")[2]
            texts.append((entry.text, wanted))
    return list(dict.fromkeys(texts))
