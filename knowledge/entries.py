"""What is put into the index: an article's short answer, sections and example questions, and questions off our topic.

An entry's id ends with a hash of everything it depends on. Entries that are already stored need no work, and whatever
is stored under another id is out of date.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from knowledge.articles import FALLBACK_LANGUAGE, Article, ArticleError, Articles
from knowledge.embedding import MODEL
from knowledge.formats import LOCALES

# Raise when the shape of an entry changes, so that everything is built anew.
FORMAT = "3"
# Title, heading and the first sentences place a passage as well as all of it (measured), at a third of the time.
PASSAGE_CHARACTERS = 300
OFF_TOPIC = Path(__file__).parent / "off_topic.yaml"


@dataclass(frozen=True)
class Entry:
    """One text in the index.

    Attributes:
        id: unique, and different whenever anything about the entry differs.
        group: the article version it belongs to, or the off-topic questions of a language.
        text: what is compared with a question.
        is_question: compared as a question rather than as a passage.
        metadata: what the index filters by and gives back.
    """

    id: str
    group: str
    text: str
    is_question: bool
    metadata: dict[str, Any]


def missing_key(language: str) -> str:
    """Name of the mark on English entries whose article has no version in ``language``."""
    return f"missing_{language}"


def all_entries(articles: Articles, off_topic: Path = OFF_TOPIC) -> Iterator[Entry]:
    """The entries of all articles and the off-topic questions.

    Raises:
        ArticleError: the off-topic file is not a mapping of languages to lists of texts.
    """
    for article in articles:
        yield from _of_article(article, articles)
    lists = yaml.safe_load(off_topic.read_text(encoding="utf-8"))
    if not isinstance(lists, dict) or not all(isinstance(questions, list) for questions in lists.values()):
        raise ArticleError(f"{off_topic.name}: wants a list of questions for each language")
    for language, questions in lists.items():
        for question in questions:
            group = f"off-topic/{language}"
            yield Entry(f"{group}:{_digest([question])}", group, question, True, {"off_topic": language})


def _of_article(article: Article, articles: Articles) -> Iterator[Entry]:
    marks = {}
    if article.language == FALLBACK_LANGUAGE:
        marks = {missing_key(code): True for code in LOCALES if not articles.in_language(article, code)}
    group = f"{article.language}/{article.country}/{article.id}"
    digest = _digest([article.model_dump_json(), *marks])
    shared = {
        "article_id": article.id,
        "language": article.language,
        "country": article.country,
        "audience": article.audience,
        "valid_from": article.valid_from.toordinal(),
        "title": article.title,
        "short_answer": article.short_answer,
        "url": article.url,
        **marks,
    }
    passages = [article.short_answer, *article.sections()]
    for number, passage in enumerate(passages):
        searched = f"{article.title}\n{passage}"[:PASSAGE_CHARACTERS]
        yield Entry(f"{group}:{digest}:{number}", group, searched, False, {**shared, "text": passage})
    for number, question in enumerate(article.questions, len(passages)):
        # An example question is never shown: what it leads to is the short answer.
        yield Entry(f"{group}:{digest}:{number}", group, question, True, {**shared, "text": article.short_answer})


def _digest(parts: Iterable[str]) -> str:
    state = "\n".join([FORMAT, MODEL, *parts])
    return hashlib.sha256(state.encode()).hexdigest()[:16]
