"""The published index: the only place that knows ChromaDB.

Each version of the index is a collection of its own, and a collection without entries, ``knowledge-current``, names the
version in force. A build fills a new collection beside the one that is read, and then changes that name: readers see
the old version or the new one, never a mixture, and an interrupted build is completed by the next one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

import numpy as np

from knowledge.embedding import DIMENSIONS, Vectors, embed_passages, embed_questions
from knowledge.entries import Entry, version_of
from knowledge.shipped import shipped_vectors

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection

CURRENT = "knowledge-current"
PREFIX = "knowledge-v-"
BATCH = 256
_FIELDS = ("group", "kind", "text", "shown", "article")


@dataclass(frozen=True)
class Published:
    """A version of the index, read whole.

    Attributes:
        version: names it; empty when nothing was built yet.
        entries: all of them.
        vectors: ``[entries, 384]``, unit length, in the same order.
    """

    version: str
    entries: tuple[Entry, ...]
    vectors: Vectors

    @classmethod
    def none(cls) -> Published:
        """What stands for a version before the first one."""
        return cls("", (), np.zeros((0, DIMENSIONS), np.float32))


@dataclass(frozen=True)
class Changes:
    """What an update did.

    Attributes:
        version: in force now.
        added: entries that the version before did not have.
        touched: groups (article versions) that have such entries.
        embedded: vectors that had to be computed.
    """

    version: str
    added: int
    touched: frozenset[str]
    embedded: int


class Index:
    """Versions of the index in Chroma.

    Args:
        client: an open Chroma client. A persistent folder has one owner process; several processes share a server.
    """

    def __init__(self, client: ClientAPI) -> None:
        self._client = client

    def current(self) -> str:
        """The version in force; empty when nothing was built yet."""
        metadata = self._open(CURRENT).metadata or {}
        return str(metadata.get("version", ""))

    def read(self) -> Published:
        """The version in force, whole: two or three megabytes."""
        version = self.current()
        if not version:
            return Published.none()
        return self._read(version)

    def prepare(self, entries: Iterable[Entry]) -> Published:
        """A version of exactly these entries, not stored and not in force: to try an edit before it is published."""
        wanted = list({entry.id: entry for entry in entries}.values())
        vectors, _ = self._vectors(wanted, self.read())
        return Published(version_of(wanted), tuple(wanted), np.array([vectors[e.vector_key] for e in wanted]))

    def update(self, entries: Iterable[Entry]) -> Changes:
        """Put a version of exactly these entries in force; vectors that the present one has are taken from it.

        Args:
            entries: all that is to be found afterwards.
        """
        wanted = list({entry.id: entry for entry in entries}.values())
        version = version_of(wanted)
        if version == self.current():
            return Changes(version, 0, frozenset(), 0)
        present = self.read()
        vectors, computed = self._vectors(wanted, present)
        self._store(version, wanted, vectors)
        self._open(CURRENT).modify(metadata={"version": version})
        self._remove_all_but(version, present.version)
        stored = {entry.id for entry in present.entries}
        new = [entry for entry in wanted if entry.id not in stored]
        return Changes(version, len(new), frozenset(entry.group for entry in new), computed)

    def _read(self, version: str) -> Published:
        found = self._open(PREFIX + version).get(include=["embeddings", "metadatas"])
        metadatas = cast("list[dict[str, Any]]", found["metadatas"])
        entries = tuple(Entry(**json.loads(metadata["entry"])) for metadata in metadatas)
        return Published(version, entries, np.array(found["embeddings"], np.float32))

    def _vectors(self, entries: Sequence[Entry], present: Published) -> tuple[dict[str, Vectors], int]:
        """The vectors of entries by their key, and how many of them had to be computed."""
        computed = 0
        vectors = dict(shipped_vectors())
        vectors.update((entry.vector_key, row) for entry, row in zip(present.entries, present.vectors, strict=True))
        for is_question, embed in ((True, embed_questions), (False, embed_passages)):
            new = {
                e.vector_key: e.text for e in entries if e.is_question == is_question and e.vector_key not in vectors
            }
            for start in range(0, len(new), BATCH):
                keys = list(new)[start : start + BATCH]
                vectors.update(zip(keys, embed([new[key] for key in keys]), strict=True))
            computed += len(new)
        return vectors, computed

    def _store(self, version: str, entries: Sequence[Entry], vectors: dict[str, Vectors]) -> None:
        collection = self._open(PREFIX + version)
        for start in range(0, len(entries), BATCH):
            batch = entries[start : start + BATCH]
            # Two builders of the same version write the same rows: whoever comes second changes nothing.
            collection.upsert(
                ids=[entry.id for entry in batch],
                embeddings=np.array([vectors[entry.vector_key] for entry in batch]),
                metadatas=[{"entry": _packed(entry)} for entry in batch],
            )

    def _remove_all_but(self, *versions: str) -> None:
        """Remove older versions; the one before stays for processes that still read it."""
        kept = {CURRENT, *(PREFIX + version for version in versions)}
        for collection in self._client.list_collections():
            if collection.name not in kept:
                self._client.delete_collection(collection.name)

    def _open(self, name: str) -> Collection:
        # Vectors are always passed: Chroma's own embedding function would download a model.
        return self._client.get_or_create_collection(
            name, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
        )


def open_index(data_dir: Path, chroma_url: str | None = None) -> Index:
    """Open the index, in a folder of its own or on a Chroma server.

    Args:
        data_dir: the application's data folder; a local index lies in ``chroma`` below it, made when missing.
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
        folder = data_dir / "chroma"
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


def _packed(entry: Entry) -> str:
    return json.dumps({field: getattr(entry, field) for field in _FIELDS}, ensure_ascii=False)
