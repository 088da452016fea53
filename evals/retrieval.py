"""``assistant eval retrieval FILE``: the retriever alone, on documents and questions of any kind.

Each line of the file is a JSON object with ``id``, ``lang``, ``text`` (the question), ``doc_id`` and ``doc``. Documents
are compared as articles are: whole and in parts by their vectors, and by the pieces of words that they share with the
question. There are no example questions and no fitted weights: the measures are brought to one scale and added.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict
from rich.console import Console
from rich.table import Table

from knowledge.embedding import clean, embed_passages, embed_questions
from knowledge.entries import PASSAGE_CHARACTERS
from knowledge.lexical import LexicalIndex
from knowledge.ranking import Space

out = Console(highlight=False, soft_wrap=True)
Scores = NDArray[np.float64]


class Row(BaseModel):
    """A question and the document that answers it; other fields are let pass."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    lang: str
    text: str
    doc_id: str
    doc: str


@dataclass(frozen=True)
class Ranked:
    """Where a question's document came.

    Attributes:
        row: the question.
        rank: among the documents of its language, 1 is first.
        rank_across: among all documents.
    """

    row: Row
    rank: int
    rank_across: int


def load_rows(file: Path) -> list[Row]:
    """The rows of a file.

    Raises:
        ValueError: a line is no such object.
        OSError: the file cannot be read.
    """
    return [Row.model_validate_json(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def rank_all(rows: Sequence[Row]) -> list[Ranked]:
    """Rank every question's document.

    Args:
        rows: at least one; documents with the same ``doc_id`` are one document.
    """
    documents = {row.doc_id: row for row in rows}
    numbers = {doc_id: number for number, doc_id in enumerate(documents)}
    scores = _scores([row.text for row in rows], [row.doc for row in documents.values()])
    languages = np.array([row.lang for row in documents.values()])
    ranked = []
    for row, line in zip(rows, scores, strict=True):
        ahead = line > line[numbers[row.doc_id]]
        ranked.append(Ranked(row, 1 + int(ahead[languages == row.lang].sum()), 1 + int(ahead.sum())))
    return ranked


def run(file: Path, target: Path | None) -> None:
    """Rank, print the figures per language, and write the ranks.

    Args:
        file: see the module.
        target: one JSON object per row, with ``id``, ``rank`` and ``rank_across``; not written when None.
    """
    ranked = rank_all(load_rows(file))
    if target is not None:
        lines = [{"id": one.row.id, "rank": one.rank, "rank_across": one.rank_across} for one in ranked]
        target.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    out.print(_table(ranked))


def _scores(questions: Sequence[str], documents: Sequence[str]) -> Scores:
    """How near each question is to each document."""
    parts = [_parts(clean(document)) for document in documents]
    owners = np.repeat(np.arange(len(documents)), [len(one) for one in parts])
    whole, pieces = embed_passages(documents), embed_passages([part for one in parts for part in one])
    space = Space(np.concatenate([whole, pieces]))
    asked = space.place(embed_questions(questions))
    near_whole, near_parts = asked @ space.placed[: len(documents)].T, asked @ space.placed[len(documents) :].T
    nearest = np.full((len(questions), len(documents)), -1.0)
    for part, owner in enumerate(owners):
        nearest[:, owner] = np.maximum(nearest[:, owner], near_parts[:, part])
    lexical = LexicalIndex(documents)
    shared = np.array([lexical.scores(clean(question)) for question in questions])
    return sum((_to_scale(measure) for measure in (near_whole, nearest, shared)), start=np.zeros_like(nearest))


def _parts(document: str) -> list[str]:
    """A document cut at the ends of sentences into parts of the length that articles are compared by."""
    parts = [""]
    for sentence in re.split(r"(?<=[.!?])\s+", document):
        if parts[-1] and len(parts[-1]) + len(sentence) > PASSAGE_CHARACTERS:
            parts.append("")
        parts[-1] = f"{parts[-1]} {sentence}".strip()
    return parts


def _to_scale(measure: NDArray[np.floating]) -> Scores:
    """A measure per question with mean 0 and deviation 1."""
    scaled: Scores = (measure - measure.mean(axis=1, keepdims=True)) / (measure.std(axis=1, keepdims=True) + 1e-9)
    return scaled


def _table(ranked: Sequence[Ranked]) -> Table:
    table = Table(box=None, pad_edge=False)
    for name in ("language", "questions", "R@1 within", "R@3 within", "R@1 across", "R@3 across"):
        table.add_column(name, justify="left" if name == "language" else "right")
    groups: dict[str, list[Ranked]] = defaultdict(list)
    for one in ranked:
        groups[one.row.lang].append(one)
    for name, group in (*sorted(groups.items()), ("all", list(ranked))):
        within, across = [one.rank for one in group], [one.rank_across for one in group]
        shares = [np.mean(np.array(ranks) <= most) for ranks in (within, across) for most in (1, 3)]
        table.add_row(name, str(len(group)), *(f"{share:.3f}" for share in shares))
    return table
