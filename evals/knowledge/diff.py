"""``assistant knowledge diff``: which evaluation answers an edit changes, before it is published."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

from evals.knowledge.measure import Outcome, ask_all
from evals.knowledge.questions import load_questions
from evals.knowledge.report import out, published_as_written
from knowledge.fusion import load_fusion
from knowledge.index import open_index
from knowledge.search import Searcher


def diff(data_dir: Path, chroma_url: str | None, on: date) -> None:
    """Ask every evaluation question of the published index and of the articles as they are written; print what differs.

    Args:
        data_dir: holds the published index.
        chroma_url: or this server does.
        on: the day of asking.
    """
    published = Searcher(open_index(data_dir, chroma_url).read(), load_fusion())
    if not published.version:
        out.print("Nothing is published yet: run assistant knowledge build.")
        return
    edited = Searcher(published_as_written(data_dir, chroma_url, on), load_fusion())
    if edited.version == published.version:
        out.print("The articles are published as they are written.")
        return
    questions = load_questions()
    before, after = (ask_all(searcher, questions, on) for searcher in (published, edited))
    pairs = [(old, new) for old, new in zip(before, after, strict=True) if old.found != new.found]
    for old, new in pairs:
        out.print(f"{_verdict(old, new):7} {old.question.id}  {old.question.text}", markup=False)
        out.print(f"        {_written(old)}  ->  {_written(new)}", markup=False)
    reworded = Counter(
        new.found[0]
        for old, new in zip(before, after, strict=True)
        if old.found[:1] == new.found[:1] and old.answer != new.answer
    )
    for article_id, count in reworded.items():
        out.print(f"reworded  {article_id}: {count} answers keep their article and change their words")
    better, worse = (sum(_verdict(old, new) == word for old, new in pairs) for word in ("better", "worse"))
    out.print(f"\n{len(questions)} questions: {better} better, {worse} worse, {len(pairs) - better - worse} otherwise")


def _verdict(old: Outcome, new: Outcome) -> str:
    if old.is_right == new.is_right:
        return "other"
    return "better" if new.is_right else "worse"


def _written(outcome: Outcome) -> str:
    return " ".join(outcome.found) or "not known"
