"""Articles as the help shows them: by topic, and one by one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from channels.portal.help.pages import Way, questions_path
from channels.portal.help.reader import COUNTRIES, Reader
from knowledge.articles import EVERYWHERE, TOPICS, Article, Articles, Topic, help_path, render_html
from tools.context import Language
from tools.ledger.models import Country

# Markdown aligns the columns of a table by inline styles, which pages of this host may not have.
_ALIGNED = re.compile(r' style="text-align:(left|right|center)"')


@dataclass(frozen=True)
class TopicArticles:
    """The articles about a topic, by title."""

    id: Topic
    articles: tuple[Article, ...]


def topics_of(reader: Reader, articles: Articles) -> list[TopicArticles]:
    """The topics about which there is something to read, in their order."""
    mine = articles.for_reader(reader.language, reader.country, reader.today)
    topics = [TopicArticles(topic, tuple(a for a in mine if a.topic == topic)) for topic in TOPICS]
    return [topic for topic in topics if topic.articles]


def article_place(reader: Reader, articles: Articles, article_id: str, language: Language, country: Country) -> str:
    """Where an article is found in another language or country; where it is not, the help begins there."""
    if articles.find(article_id, language, country, reader.today) is None:
        return questions_path(language, country)
    return help_path(language, article_id, country)


def article_facts(reader: Reader, articles: Articles, article: Article) -> dict[str, Any]:
    """What the page of an article shows.

    Args:
        reader: who reads it.
        articles: all of them.
        article: the version for this reader.
    """
    same_topic = next(topic for topic in topics_of(reader, articles) if topic.id == article.topic)
    return {
        "article": article,
        # The one text that is HTML already: articles are ours, and raw HTML in them is shown as text.
        "content": Markup(_ALIGNED.sub(r' class="\1"', render_html(article, reader.country))),
        "fallback": article.language != reader.language,
        "variants": _variants(reader, articles, article),
        "related": [other for other in same_topic.articles if other.id != article.id],
    }


def _variants(reader: Reader, articles: Articles, article: Article) -> list[Way]:
    """The versions for single countries, the reader's own among them; none when one text holds everywhere."""
    if article.country == EVERYWHERE:
        return []
    versions = [(place, articles.find(article.id, reader.language, place, reader.today)) for place in COUNTRIES]
    return [
        Way(reader.say(f"country-{place}"), help_path(reader.language, article.id, place), place == reader.country)
        for place, version in versions
        if version is not None
    ]
