"""Find the passages that answer a question, or honestly nothing."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from knowledge.articles import FOLDER as ARTICLES
from knowledge.articles import load_articles
from knowledge.embedding import clean, embed_questions
from knowledge.entries import all_entries
from knowledge.index import Hit, Index, open_index
from knowledge.tariffs import load_tariffs

# An article is judged by several of its entries: one alone is near by chance more often.
ENTRIES_PER_ARTICLE = 3
# Short questions are near to everything. How near a question is to things that are none of our business tells how much
# of its nearness to an article means nothing; taking off half of it separates best, in every language alike.
OFF_TOPIC_ENTRIES = 2
OFF_TOPIC_WEIGHT = 0.5
# Measured, see docs/benchmarks.md; unit vectors, so scores lie between 0.3 and 0.6 in practice.
THRESHOLD = 0.435


class Passage(BaseModel):
    """What was found about a question, with what is needed to cite it.

    Attributes:
        article_id: of the article, the same in every language.
        language: language code of the texts.
        title: of the article.
        short_answer: one to three sentences that answer on their own.
        text: the part of the article nearest to the question (Markdown).
        url: the help page, a path from the root of the portal.
        score: how well it fits (without a unit; for ordering and logs).
        fallback: the article has no version in the asked language; this is the English one.
    """

    model_config = ConfigDict(frozen=True)

    article_id: str
    language: str
    title: str
    short_answer: str
    text: str
    url: str
    score: float
    fallback: bool


class KnowledgeBase:
    """Searches the articles.

    Args:
        index: an open index.
        threshold: score that the best article must reach; otherwise nothing is returned.
    """

    def __init__(self, index: Index, threshold: float = THRESHOLD) -> None:
        self._index = index
        self._threshold = threshold

    async def search(
        self,
        question: str,
        *,
        language: str,
        country: str,
        audience: str = "consumer",
        on: date,
        limit: int = 3,
    ) -> list[Passage]:
        """Find what answers a question: at most one passage per article, best first, none when nothing fits.

        Args:
            question: as the customer wrote it; any text is safe.
            language: language code of the customer; English stands in where an article has no such version.
            country: the customer's country, ISO 3166 alpha-2.
            audience: consumer or company.
            on: the customer's date today.
            limit: the most passages to return.
        """
        if not any(character.isalnum() for character in clean(question)):
            return []
        # Embedding takes 10 ms without the GIL: other conversations go on meanwhile.
        ranked = await asyncio.to_thread(self._rank, question, language, country, audience, on)
        if not ranked or ranked[0][1] < self._threshold:
            return []
        return [_passage(hit, score, language) for hit, score in ranked[:limit]]

    def _rank(self, question: str, language: str, country: str, audience: str, on: date) -> list[tuple[Hit, float]]:
        vector = embed_questions([question])[0]
        hits = self._index.nearest(vector, language=language, country=country, audience=audience, on=on)
        discounts = {
            # Compared in the language of the article: texts in another language are all farther away.
            code: OFF_TOPIC_WEIGHT * _mean(self._index.off_topic(vector, code, OFF_TOPIC_ENTRIES))
            for code in {hit.language for hit in hits}
        }
        scored = [(best, near - discounts[best.language]) for best, near in _judge(hits)]
        return sorted(scored, key=lambda pair: pair[1], reverse=True)


@dataclass(frozen=True)
class BuildReport:
    """What a build found and did.

    Attributes:
        articles: all articles, versions in each language and country counted.
        passages: entries added to the index (short answers, sections, example questions).
        unchanged: articles that were already in the index as they are.
        seconds: how long it took.
    """

    articles: int
    passages: int
    unchanged: int
    seconds: float


def open_knowledge(data_dir: Path, chroma_url: str | None = None) -> KnowledgeBase:
    """Open the knowledge base for searching.

    Args:
        data_dir: the application's data folder; the index lies in ``chroma`` below it.
        chroma_url: a Chroma server to use instead, needed when several processes share the index.

    Raises:
        ValueError: the URL is no Chroma server's.
        OSError: the server does not answer.
    """
    return KnowledgeBase(open_index(data_dir / "chroma", chroma_url))


def build(data_dir: Path, chroma_url: str | None = None, *, on: date, articles: Path = ARTICLES) -> BuildReport:
    """Bring the index up to the articles; blocks for some seconds the first time, hardly at all when nothing changed.

    Args:
        data_dir: as for ``open_knowledge``.
        chroma_url: as for ``open_knowledge``.
        on: the day whose tariffs the articles quote.
        articles: folder of the articles.

    Raises:
        ArticleError: an article is wrong; the index is left as it was.
        TariffFileError: a tariff file is wrong.
        ValueError, OSError: as for ``open_knowledge``.
    """
    began = time.perf_counter()
    loaded = load_articles(load_tariffs(), on, articles)
    changes = open_index(data_dir / "chroma", chroma_url).update(all_entries(loaded))
    touched = sum(not group.startswith("off-topic/") for group in changes.touched)
    return BuildReport(
        articles=len(loaded),
        passages=changes.added,
        unchanged=len(loaded) - touched,
        seconds=time.perf_counter() - began,
    )


def _judge(hits: Sequence[Hit]) -> list[tuple[Hit, float]]:
    """The best hit of each article, and the mean similarity of its nearest entries."""
    by_article: dict[str, list[Hit]] = {}
    for hit in hits:
        by_article.setdefault(hit.article_id, []).append(hit)
    judged = []
    for found in by_article.values():
        near = [hit.similarity for hit in found[:ENTRIES_PER_ARTICLE]]
        # Entries that were not among the nearest are at most as near as the last of them.
        near += [hits[-1].similarity] * (ENTRIES_PER_ARTICLE - len(near))
        judged.append((found[0], _mean(near)))
    return judged


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0


def _passage(hit: Hit, score: float, language: str) -> Passage:
    return Passage(
        article_id=hit.article_id,
        language=hit.language,
        title=hit.title,
        short_answer=hit.short_answer,
        text=hit.text,
        url=hit.url,
        score=round(score, 4),
        fallback=hit.language != language,
    )
