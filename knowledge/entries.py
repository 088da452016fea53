"""What is put into the index: an article's short answer, sections and example questions, and questions off our topic.

An entry's id is a hash of everything it depends on, and the ids of all entries together make the version of the index:
what has not changed is not computed again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import yaml

from knowledge.articles import Article, ArticleError, Articles
from knowledge.embedding import MODEL

# Raise when the shape of an entry changes, so that everything is stored anew.
FORMAT = "5"
# Title, heading and the first sentences place a passage as well as all of it (measured), at a fraction of the time.
PASSAGE_CHARACTERS = 300
OFF_TOPIC = Path(__file__).parent / "off_topic.yaml"

Kind = Literal["answer", "section", "question", "off-topic"]


@dataclass(frozen=True)
class Entry:
    """One text in the index.

    Attributes:
        group: the article version it belongs to, or ``off-topic/<language>``.
        kind: the short answer, a section, an example question, or a question off our topic.
        text: what is compared with a question.
        shown: the part of the article that it stands for; a question stands for the short answer.
        article: the whole article as JSON, with its short answer only.
    """

    group: str
    kind: Kind
    text: str
    shown: str = ""
    article: str = ""

    @property
    def is_question(self) -> bool:
        """Compared as a question rather than as a passage."""
        return self.kind in ("question", "off-topic")

    @property
    def id(self) -> str:
        """Different whenever anything about the entry differs."""
        return f"{self.group}:{digest([self.kind, self.text, self.shown, self.article])}"

    @property
    def vector_key(self) -> str:
        """Equal for entries with the same vector, such as the shared texts of country variants."""
        return digest([str(self.is_question), self.text])


def all_entries(articles: Articles, off_topic: Path = OFF_TOPIC) -> Iterator[Entry]:
    """The entries of all articles and the off-topic questions.

    Raises:
        ArticleError: the off-topic file is not a mapping of languages to lists of texts.
    """
    for article in articles:
        yield from entries_of(article)
    lists = yaml.safe_load(off_topic.read_text(encoding="utf-8"))
    if not isinstance(lists, dict) or not all(isinstance(questions, list) for questions in lists.values()):
        raise ArticleError(f"{off_topic.name}: wants a list of questions for each language")
    for language, questions in lists.items():
        for question in dict.fromkeys(questions):
            yield Entry(f"off-topic/{language}", "off-topic", question)


def entries_of(article: Article) -> Iterator[Entry]:
    """The entries of one article: its short answer, its sections, its example questions."""

    def compared(passage: str) -> str:
        return f"{article.title}\n{passage}"[:PASSAGE_CHARACTERS]

    answer = article.short_answer
    yield Entry(article.key, "answer", compared(answer), answer, article.model_dump_json())
    for section in article.sections():
        yield Entry(article.key, "section", compared(section), section)
    for question in dict.fromkeys(article.questions):
        yield Entry(article.key, "question", question, answer)


def version_of(entries: Iterable[Entry]) -> str:
    """The version of an index of exactly these entries."""
    return digest(sorted(entry.id for entry in entries))


def digest(parts: Iterable[str]) -> str:
    """A short hash of texts and of what all vectors depend on."""
    return hashlib.sha256("\n".join([FORMAT, MODEL, *parts]).encode()).hexdigest()[:16]
