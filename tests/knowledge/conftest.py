"""One index of all articles, built once for the whole run."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from knowledge import embedding, index
from knowledge.articles import Articles, load_articles
from knowledge.search import KnowledgeBase, build, open_knowledge
from knowledge.tariffs import load_tariffs
from tests.conftest import TODAY

Embed = Callable[[Sequence[str]], embedding.Vectors]


@pytest.fixture(scope="session")
def articles() -> Articles:
    """All articles with the amounts of the tests' day."""
    return load_articles(load_tariffs(), TODAY)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the index of all articles."""
    folder = tmp_path_factory.mktemp("knowledge")
    build(folder, on=TODAY)
    return folder


@pytest.fixture(scope="session")
def knowledge(built: Path) -> KnowledgeBase:
    """The knowledge base of all articles."""
    return open_knowledge(built)


@pytest.fixture(scope="session", autouse=True)
def remembered_vectors(request: pytest.FixtureRequest) -> Iterator[None]:
    """Keep the vectors of the articles between test runs: they are the model's own, and most of the time of a build."""
    file = request.config.cache.mkdir("vectors") / f"{embedding.MODEL}.npz"
    vectors: dict[str, embedding.Vectors] = {}
    if file.exists():
        with np.load(file) as stored:
            vectors.update(zip(stored["keys"].tolist(), stored["vectors"], strict=True))
    known = len(vectors)

    def remembering(kind: str, embed: Embed) -> Embed:
        def remembered(texts: Sequence[str]) -> embedding.Vectors:
            keys = [hashlib.sha256(f"{kind}:{text}".encode()).hexdigest() for text in texts]
            new = [(key, text) for key, text in zip(keys, texts, strict=True) if key not in vectors]
            if new:
                vectors.update(zip([key for key, _ in new], embed([text for _, text in new]), strict=True))
            return np.array([vectors[key] for key in keys])

        return remembered

    with pytest.MonkeyPatch.context() as patch:
        for name in ("embed_questions", "embed_passages"):
            patch.setattr(index, name, remembering(name, getattr(embedding, name)))
        yield
    if len(vectors) > known:
        new_file = file.with_suffix(f".{os.getpid()}.npz")
        np.savez(new_file, keys=np.array(list(vectors)), vectors=np.array(list(vectors.values())))
        new_file.replace(file)
