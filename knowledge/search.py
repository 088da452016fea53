"""Find the passages that answer a question, or honestly nothing."""

from __future__ import annotations

import asyncio
import time
from datetime import date
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from knowledge.articles import Article, Articles, Audience, Topic
from knowledge.embedding import clean, embed_question
from knowledge.fusion import Fusion, load_fusion
from knowledge.index import Index, Published, open_index
from knowledge.ranking import Candidate, Ranking

# How long a new version may go unnoticed by a process that did not build it.
_LOOK_AGAIN_SECONDS = 10.0
_READERS_KEPT = 64


class Passage(BaseModel):
    """What was found about a question, with what is needed to cite it.

    Attributes:
        article_id: of the article, the same in every language.
        topic: of the article.
        language: language code of the texts.
        title: of the article.
        short_answer: one to three sentences that answer on their own.
        text: the part of the article nearest to the question (Markdown).
        url: the help page, a path from the root of the portal.
        score: the probability that this article is what the question asks for.
        fallback: the article has no version in the asked language; this one stands in for it.
    """

    model_config = ConfigDict(frozen=True)

    article_id: str
    topic: Topic
    language: str
    title: str
    short_answer: str
    text: str
    url: str
    score: float
    fallback: bool


class KnowledgeBase:
    """Searches the published articles.

    Args:
        index: an open index.
        fusion: how measures become probabilities.
    """

    def __init__(self, index: Index, fusion: Fusion | None = None) -> None:
        self._index = index
        self._fusion = fusion or load_fusion()
        self._searcher = Searcher(Published.none(), self._fusion)
        self._looked_at = -_LOOK_AGAIN_SECONDS

    @property
    def version(self) -> str:
        """The version of the index that is searched; empty when nothing was built yet."""
        return self._newest().version

    @property
    def articles(self) -> Articles:
        """The published articles. Blocks when a new version must be read."""
        return self._newest().articles

    async def search(
        self,
        question: str,
        *,
        language: str,
        country: str,
        audience: Audience = "consumer",
        on: date,
        limit: int = 3,
    ) -> list[Passage]:
        """Find what answers a question: at most one passage per article, best first, none when nothing fits.

        Args:
            question: as the customer wrote it; any text is safe.
            language: language code of the customer; another one stands in where an article has no such version.
            country: the customer's country, ISO 3166 alpha-2.
            audience: for whom: consumer, company, delegate or authority.
            on: the customer's date today.
            limit: the most passages to return.
        """
        # Embedding takes 10 to 20 ms without the GIL: other conversations go on meanwhile.
        return await asyncio.to_thread(self._search, question, language, country, audience, on, limit)

    def _search(
        self, question: str, language: str, country: str, audience: Audience, on: date, limit: int
    ) -> list[Passage]:
        return self._newest().search(question, language, country, audience, on)[:limit]

    def _newest(self) -> Searcher:
        """The version in force; another process may have built it."""
        now = time.monotonic()
        if now - self._looked_at >= _LOOK_AGAIN_SECONDS:
            self._looked_at = now
            if self._index.current() != self._searcher.version:
                self._searcher = Searcher(self._index.read(), self._fusion)
        return self._searcher


class Searcher:
    """Searches one version of the index.

    Args:
        published: the version.
        fusion: how measures become probabilities.
    """

    def __init__(self, published: Published, fusion: Fusion) -> None:
        self._ranking = Ranking(published)
        self._fusion = fusion
        self._for_reader = lru_cache(_READERS_KEPT)(self._candidates)

    @property
    def version(self) -> str:
        """Of the index."""
        return self._ranking.version

    @property
    def articles(self) -> Articles:
        """All of them."""
        return self._ranking.articles

    def search(self, question: str, language: str, country: str, audience: Audience, on: date) -> list[Passage]:
        """All articles for a reader, likeliest first; none when it is likelier that nothing answers.

        Args: as for ``KnowledgeBase.search``. Blocks for some 20 ms.
        """
        cleaned = clean(question)
        candidates = self._for_reader(language, country, audience, on)
        if not candidates or not any(character.isalnum() for character in cleaned):
            return []
        measured = self._ranking.measure(cleaned, embed_question(cleaned), candidates)
        *shares, none = self._fusion.probabilities(measured.articles, measured.none)
        if 1 - none < self._fusion.threshold:
            return []
        ranked = sorted(zip(shares, candidates, measured.nearest, strict=True), key=lambda one: one[0], reverse=True)
        return [self._passage(one.article, row, share, language, country) for share, one, row in ranked]

    def _candidates(self, language: str, country: str, audience: Audience, on: date) -> list[Candidate]:
        return self._ranking.candidates(self.articles.for_reader(language, country, on, audience), language)

    def _passage(self, article: Article, row: int, share: float, language: str, country: str) -> Passage:
        return Passage(
            article_id=article.id,
            topic=article.topic,
            language=article.language,
            title=article.title,
            short_answer=article.short_answer,
            text=self._ranking.entries[row].shown,
            url=article.url(country),
            score=round(float(share), 4),
            fallback=article.language != language,
        )


def open_knowledge(data_dir: Path, chroma_url: str | None = None) -> KnowledgeBase:
    """Open the knowledge base for searching.

    Args:
        data_dir: the application's data folder; the index lies in ``chroma`` below it.
        chroma_url: a Chroma server to use instead, needed when several processes share the index.

    Raises:
        ValueError: the URL is no Chroma server's.
        OSError: the server does not answer.
    """
    return KnowledgeBase(open_index(data_dir, chroma_url))
