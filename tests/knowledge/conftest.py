"""One index of all articles, built once for the whole run; its vectors come with the articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.articles import Articles
from knowledge.building import build, written_articles
from knowledge.hours import load_hours
from knowledge.placeholders import Figures
from knowledge.search import KnowledgeBase, open_knowledge
from knowledge.tariffs import load_tariffs
from tests.conftest import TODAY


@pytest.fixture(scope="session")
def figures() -> Figures:
    """The figures of the tests' day."""
    return Figures(load_tariffs(), load_hours(), TODAY)


@pytest.fixture(scope="session")
def articles() -> Articles:
    """All articles with the figures of the tests' day."""
    return written_articles(TODAY)


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
