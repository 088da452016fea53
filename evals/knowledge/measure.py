"""Ask every question of a set, and say per language how many were answered rightly."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qs, urlsplit

from rich.table import Table

from evals.knowledge.questions import Question
from evals.statistics import percentile
from knowledge.articles import Articles
from knowledge.search import Passage, Searcher

MOST_PASSAGES = 3


@dataclass(frozen=True)
class Outcome:
    """What a question led to.

    Attributes:
        question: that was asked.
        found: ids of the passages' articles, best first; none for "I do not know".
        answer: the short answer that the customer would read; empty for "I do not know".
        cited: whether the citation leads to a page in the customer's language that says the same.
        milliseconds: of the search.
    """

    question: Question
    found: tuple[str, ...]
    answer: str
    cited: bool
    milliseconds: float

    @property
    def is_right(self) -> bool:
        """Answered from the right article, or rightly not answered."""
        return self.found[0] in self.question.right if self.found else not self.question.expect

    @property
    def is_among(self) -> bool:
        """The right article is among those found."""
        return bool(self.question.right.intersection(self.found))


def ask_all(searcher: Searcher, questions: Iterable[Question], on: date) -> list[Outcome]:
    """Ask every question.

    Args:
        searcher: of one version of the index.
        questions: to ask.
        on: the day of asking.
    """
    return [_ask(searcher, question, on) for question in questions]


def _ask(searcher: Searcher, question: Question, on: date) -> Outcome:
    began = time.perf_counter()
    passages = searcher.search(question.text, question.lang, question.country, question.audience, on)[:MOST_PASSAGES]
    return Outcome(
        question=question,
        found=tuple(passage.article_id for passage in passages),
        answer=passages[0].short_answer if passages else "",
        cited=bool(passages) and _leads_there(passages[0], searcher.articles, question, on),
        milliseconds=(time.perf_counter() - began) * 1000,
    )


def _leads_there(passage: Passage, articles: Articles, question: Question, on: date) -> bool:
    """Whether the page behind a citation is in the customer's language and holds the answer."""
    address = urlsplit(passage.url)
    _, _, language, article_id = address.path.split("/")
    country = parse_qs(address.query)["country"][0]
    page = articles.find(article_id, language, country, on)
    return page is not None and page.language == question.lang and page.short_answer == passage.short_answer


def table_of(outcomes: Sequence[Outcome]) -> Table:
    """The figures per language, and of all together."""
    table = Table(box=None, pad_edge=False)
    columns = ("language", "questions", "hit@1", "hit@3", "not known", "off topic", "answered wrongly", "cited rightly")
    for name in (*columns, "p50 ms", "p95 ms"):
        table.add_column(name, justify="left" if name == "language" else "right")
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        groups[outcome.question.lang].append(outcome)
    for name, group in (*groups.items(), ("all", list(outcomes))):
        table.add_row(name, *_figures(group))
    return table


def _figures(outcomes: Sequence[Outcome]) -> list[str]:
    on_topic = [outcome for outcome in outcomes if outcome.question.expect]
    off_topic = [outcome for outcome in outcomes if not outcome.question.expect]
    answered = [outcome for outcome in outcomes if outcome.found]
    milliseconds = [outcome.milliseconds for outcome in outcomes]
    return [
        str(len(on_topic)),
        _share(sum(outcome.is_right for outcome in on_topic), len(on_topic)),
        _share(sum(outcome.is_among for outcome in on_topic), len(on_topic)),
        str(sum(not outcome.found for outcome in on_topic)),
        str(len(off_topic)),
        str(sum(bool(outcome.found) for outcome in off_topic)),
        _share(sum(outcome.cited for outcome in answered), len(answered)),
        f"{percentile(milliseconds, 0.5):.1f}",
        f"{percentile(milliseconds, 0.95):.1f}",
    ]


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"
