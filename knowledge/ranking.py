"""How near a question is to each article of a published index, measured in several ways.

Everything is computed exactly over all entries, some thousands of short vectors, in about a millisecond: an approximate
neighbour search would save nothing, and the measures need every article and not only the nearest ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.articles import Article, Articles
from knowledge.embedding import Vectors
from knowledge.entries import Entry
from knowledge.fusion import Numbers
from knowledge.head import Head
from knowledge.index import Published
from knowledge.lexical import LexicalIndex

# Sentence vectors of one model lie in a narrow cone. Scaling their directions to even spread (whitening, here softened
# by the mean variance) makes the differences count: Su et al., "Whitening sentence representations", 2021.
_SOFTENING = 1.0
_SEVERAL = 3

Rows = NDArray[np.intp]

OFF_TOPIC = "off-topic"
"""The head's class of questions that no article answers."""
HEAD_FILE = Path(__file__).parent / "head.npz"


@cache
def article_head() -> Head:
    """The head that was trained on the questions in ``training/``."""
    return Head.load(HEAD_FILE)


@dataclass(frozen=True)
class Candidate:
    """An article that a reader may be given, and where its texts stand in the index.

    Attributes:
        article: the version for the reader.
        questions: rows of its example questions, and of those that its other variants have in the reader's language.
        passages: rows of its short answer and sections.
        siblings: rows of the example questions of its versions in other languages.
    """

    article: Article
    questions: Rows
    passages: Rows
    siblings: Rows


@dataclass(frozen=True)
class Measured:
    """One question, measured.

    Attributes:
        candidates: what the measures are of.
        articles: ``[candidates, measures]``, see ``fusion.ARTICLE_MEASURES``.
        none: ``[measures]``, see ``fusion.NONE_MEASURES``.
        nearest: per candidate, the row of the entry that is nearest to the question.
    """

    candidates: Sequence[Candidate]
    articles: Numbers
    none: Numbers
    nearest: Sequence[int]


class Space:
    """Sentence vectors with their directions evened out.

    Args:
        vectors: ``[texts, 384]`` of the texts that are to be told apart; at least one.
    """

    def __init__(self, vectors: Vectors) -> None:
        self._centre = vectors.mean(axis=0)
        self._spread = _whitening(vectors - self._centre)
        self.placed = self.place(vectors)
        """The same texts in this space."""

    def place(self, vectors: Vectors) -> Vectors:
        """Other vectors in this space, unit length."""
        spread = (vectors - self._centre) @ self._spread
        placed: Vectors = spread / np.maximum(np.linalg.norm(spread, axis=1, keepdims=True), 1e-9)
        return placed


class Ranking:
    """A published index, ready to be measured against.

    Args:
        published: the version.
        head: trained to tell articles apart; by default the one in the project.
    """

    def __init__(self, published: Published, head: Head | None = None) -> None:
        self._head = head or article_head()
        self.version = published.version
        self.entries = published.entries
        self.articles = Articles(
            Article.model_validate_json(entry.article) for entry in published.entries if entry.article
        )
        self._lexical = LexicalIndex([entry.text for entry in self.entries])
        self._groups = _rows_by(self.entries)
        self._questions = {
            group: [row for row in rows if self.entries[row].kind == "question"] for group, rows in self._groups.items()
        }
        self._off_topic = _rows([i for i, entry in enumerate(self.entries) if entry.kind == "off-topic"])
        if self.entries:
            self._space = Space(published.vectors)

    def candidates(self, articles: Sequence[Article], language: str) -> list[Candidate]:
        """Where the texts of some articles stand in the index.

        Args:
            articles: the versions for one reader.
            language: of the reader, who asks as the readers of other countries' variants do.
        """
        return [self._candidate(article, language) for article in articles]

    def measure(self, question: str, vector: Vectors, candidates: Sequence[Candidate]) -> Measured:
        """Measure how near a question is to some articles, and to what is off our topic.

        Args:
            question: cleaned.
            vector: of the question, unit length.
            candidates: see ``candidates``.
        """
        placed = self._space.place(vector[np.newaxis])[0]
        near, shared = self._space.placed @ placed, self._lexical.scores(question)
        learned, learned_none = self._sounds_like(vector, candidates)
        rows = [np.concatenate([one.questions, one.passages]) for one in candidates]
        measures = [
            (
                near[one.questions].max(initial=-1),
                _best(near, one.questions),
                near[one.passages].max(initial=-1),
                _best(near, one.siblings),
                shared[own].max(initial=0),
                sounds,
            )
            for one, own, sounds in zip(candidates, rows, learned, strict=True)
        ]
        off = self._off_topic
        none = (near[off].max(initial=-1), _best(near, off), shared[off].max(initial=0), learned_none)
        nearest = [int(own[near[own].argmax()]) for own in rows]
        return Measured(candidates, np.array(measures, np.float64), np.array(none, np.float64), nearest)

    def _candidate(self, article: Article, language: str) -> Candidate:
        own = self._groups[article.key]
        asked = {group: rows for group, rows in self._questions.items() if group.endswith(f"/{article.id}")}
        near = [row for group, rows in asked.items() if _language(group) == language for row in rows]
        return Candidate(
            article,
            questions=_rows(sorted({*self._questions[article.key], *near})),
            passages=_rows([row for row in own if self.entries[row].kind != "question"]),
            siblings=_rows([row for group, rows in asked.items() if _language(group) != language for row in rows]),
        )

    def _sounds_like(self, vector: Vectors, candidates: Sequence[Candidate]) -> tuple[list[float], float]:
        """What the trained head says of each candidate, and of "none of them".

        An article that is newer than the head gets the benefit of the doubt: as much as the best known one, so that the
        other measures decide.
        """
        scores = dict(zip(self._head.names, self._head.scores(vector[np.newaxis])[0].tolist(), strict=True))
        none = scores.pop(OFF_TOPIC)
        known = [scores[one.article.id] for one in candidates if one.article.id in scores]
        return [scores.get(one.article.id, max(known, default=none)) for one in candidates], none


def _whitening(centred: Vectors) -> Vectors:
    variances, directions = np.linalg.eigh(centred.T @ centred / len(centred))
    scale = 1 / np.sqrt(np.maximum(variances, 0) + _SOFTENING * variances.mean() + 1e-9)
    whitening: Vectors = ((directions * scale) @ directions.T).astype(np.float32)
    return whitening


def _best(near: Vectors, rows: Rows) -> float:
    """The mean of the nearest few; one alone is near by chance more often."""
    return float(np.sort(near[rows])[-_SEVERAL:].mean()) if len(rows) else -1.0


def _rows_by(entries: Sequence[Entry]) -> dict[str, list[int]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for row, entry in enumerate(entries):
        groups[entry.group].append(row)
    return groups


def _language(group: str) -> str:
    return group.partition("/")[0]


def _rows(rows: Sequence[int]) -> Rows:
    return np.array(rows, np.intp)
