"""The vector index: the only place that knows ChromaDB."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

import numpy as np

from knowledge.articles import EVERYWHERE, FALLBACK_LANGUAGE
from knowledge.embedding import Vectors, embed_passages, embed_questions
from knowledge.entries import Entry, missing_key
from knowledge.formats import LOCALES

if TYPE_CHECKING:
    from datetime import date

    from chromadb.api import ClientAPI

COLLECTION = "knowledge"
# Entries of one article crowd the nearest ones; enough are fetched for several articles to show.
NEAREST = 60
BATCH = 64


@dataclass(frozen=True)
class Hit:
    """One entry near a question; ``similarity`` is the cosine."""

    article_id: str
    language: str
    title: str
    short_answer: str
    text: str
    url: str
    similarity: float


@dataclass(frozen=True)
class Changes:
    """What an update did.

    Attributes:
        added: entries embedded and stored.
        removed: entries that were out of date.
        touched: groups (article versions) that had to be stored, wholly or in part.
    """

    added: int
    removed: int
    touched: frozenset[str]


class Index:
    """All entries in one Chroma collection.

    Args:
        client: an open Chroma client. A persistent folder has one owner process; several processes share a server.
    """

    def __init__(self, client: ClientAPI) -> None:
        # Vectors are always passed: Chroma's own embedding function would download a model.
        self._collection = client.get_or_create_collection(
            COLLECTION, embedding_function=None, configuration={"hnsw": {"space": "cosine", "ef_search": 200}}
        )

    def update(self, entries: Iterable[Entry]) -> Changes:
        """Bring the index to exactly these entries; an interrupted update is completed by the next one.

        Args:
            entries: all that is to be found afterwards.
        """
        wanted = {entry.id: entry for entry in entries}
        stored = set(self._collection.get(include=[])["ids"])
        new = [entry for key, entry in wanted.items() if key not in stored]
        vectors = _embed(new)
        for start in range(0, len(new), BATCH):
            batch = new[start : start + BATCH]
            self._collection.add(
                ids=[entry.id for entry in batch],
                embeddings=np.array([vectors[entry.text, entry.is_question] for entry in batch]),
                metadatas=[entry.metadata for entry in batch],
            )
        # Last, so that searches find the old text until the new one is there.
        if obsolete := sorted(stored - wanted.keys()):
            self._collection.delete(ids=obsolete)
        return Changes(len(new), len(obsolete), frozenset(entry.group for entry in new))

    def nearest(self, vector: Vectors, *, language: str, country: str, audience: str, on: date) -> list[Hit]:
        """The article entries nearest to a question: in the language, or in English where it has no version.

        Args:
            vector: of the question.
            language: language code of the reader.
            country: country of the reader; variants of other countries are left out.
            audience: consumer or company.
            on: articles that begin later are left out.

        Returns:
            Best first.
        """
        found = self._query(
            vector,
            {
                "$and": [
                    {"$or": [{"language": language}, _stands_in_for(language)]},
                    {"country": {"$in": [country, EVERYWHERE]}},
                    {"audience": audience},
                    {"valid_from": {"$lte": on.toordinal()}},
                ]
            },
            NEAREST,
        )
        fields = ("article_id", "language", "title", "short_answer", "text", "url")
        return [Hit(**{field: data[field] for field in fields}, similarity=near) for data, near in found]

    def off_topic(self, vector: Vectors, language: str, limit: int) -> list[float]:
        """Similarities of the off-topic questions of a language that are nearest to a question, best first."""
        return [similarity for _, similarity in self._query(vector, {"off_topic": language}, limit)]

    def _query(self, vector: Vectors, where: dict[str, Any], limit: int) -> list[tuple[dict[str, Any], float]]:
        found = self._collection.query(
            query_embeddings=vector[np.newaxis], n_results=limit, where=where, include=["metadatas", "distances"]
        )
        metadatas = cast("list[list[dict[str, Any]]]", found["metadatas"])[0]
        distances = cast("list[list[float]]", found["distances"])[0]
        return [(data, 1 - distance) for data, distance in zip(metadatas, distances, strict=True)]


def open_index(folder: Path, chroma_url: str | None = None) -> Index:
    """Open the index, in a folder of its own or on a Chroma server.

    Args:
        folder: where a local index is kept; made when missing.
        chroma_url: like ``http://127.0.0.1:8001``; the folder is not used then.

    Raises:
        ValueError: the URL is not http or https, or has no host.
        OSError: the server does not answer.
    """
    # Late, because importing it takes a second.
    import chromadb
    from chromadb.config import Settings

    settings = Settings(anonymized_telemetry=False)
    if chroma_url is None:
        folder.mkdir(parents=True, exist_ok=True)
        return Index(chromadb.PersistentClient(folder, settings))
    url = urlsplit(chroma_url)
    if url.scheme not in ("http", "https") or not url.hostname:
        raise ValueError(f"not the URL of a Chroma server: {chroma_url!r}")
    secure = url.scheme == "https"
    port = url.port or (443 if secure else 80)
    try:
        return Index(chromadb.HttpClient(url.hostname, port, ssl=secure, settings=settings))
    except ValueError as error:  # what Chroma raises when nobody answers
        raise ConnectionError(f"no Chroma server at {chroma_url}: {error}") from error


def _embed(entries: Sequence[Entry]) -> dict[tuple[str, bool], Vectors]:
    """Vectors by text and kind; country variants share most of their texts."""
    vectors: dict[tuple[str, bool], Vectors] = {}
    for is_question, embed in ((True, embed_questions), (False, embed_passages)):
        texts = list({entry.text: None for entry in entries if entry.is_question == is_question})
        for start in range(0, len(texts), BATCH):
            batch = texts[start : start + BATCH]
            vectors.update(((text, is_question), vector) for text, vector in zip(batch, embed(batch), strict=True))
    return vectors


def _stands_in_for(language: str) -> dict[str, Any]:
    """The English entries shown to readers of a language: all, or those without a version in it."""
    if language in LOCALES and language != FALLBACK_LANGUAGE:
        return {missing_key(language): True}
    return {"language": FALLBACK_LANGUAGE}
