"""``assistant eval knowledge``: how well the articles as they are written are found."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from rich.console import Console

from evals.knowledge.measure import Outcome, ask_all, table_of
from evals.knowledge.questions import MEASURING, load_questions
from knowledge.building import written_articles
from knowledge.entries import all_entries
from knowledge.fusion import load_fusion
from knowledge.index import Published, open_index
from knowledge.search import Searcher

out = Console(highlight=False, soft_wrap=True)


def published_as_written(data_dir: Path, chroma_url: str | None, on: date) -> Published:
    """A version of the index from the articles as they stand in their files; it is not put in force.

    Args:
        data_dir: known vectors are taken from the index in it.
        chroma_url: or on this server.
        on: the day whose figures the articles quote.
    """
    return open_index(data_dir, chroma_url).prepare(all_entries(written_articles(on)))


def report(data_dir: Path, chroma_url: str | None, on: date, file: Path = MEASURING, *, wrong: bool = False) -> None:
    """Print the figures of a set of questions.

    Args:
        data_dir: see ``published_as_written``.
        chroma_url: see ``published_as_written``.
        on: the day of asking.
        file: the questions.
        wrong: also print every question that was answered wrongly.
    """
    searcher = Searcher(published_as_written(data_dir, chroma_url, on), load_fusion())
    outcomes = ask_all(searcher, load_questions(file), on)
    if wrong:
        _print_wrong(outcomes)
    out.print(table_of(outcomes))


def _print_wrong(outcomes: Sequence[Outcome]) -> None:
    for outcome in outcomes:
        if not outcome.is_right:
            asked = outcome.question
            found = " ".join(outcome.found) or "not known"
            out.print(f"{asked.id}  {asked.text}\n    {asked.expect or 'off topic'}, found: {found}", markup=False)
