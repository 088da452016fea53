"""From the files of the articles to a published index."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge.articles import FOLDER, Articles, load_articles
from knowledge.entries import all_entries
from knowledge.hours import load_hours
from knowledge.index import open_index
from knowledge.placeholders import Figures
from knowledge.shipped import ship
from knowledge.tariffs import load_tariffs


@dataclass(frozen=True)
class BuildReport:
    """What a build found and did.

    Attributes:
        version: of the index that is in force now.
        articles: all articles, versions in each language and country counted.
        unchanged: articles that were already in the index as they are.
        entries: entries added to the index (short answers, sections, example questions).
        embedded: entries whose vectors had to be computed.
        seconds: how long it took.
    """

    version: str
    articles: int
    unchanged: int
    entries: int
    embedded: int
    seconds: float


def written_articles(on: date, folder: Path = FOLDER) -> Articles:
    """The articles as they stand in their files, with the figures of a day; see ``load_articles``.

    Args:
        on: the day whose tariffs are quoted.
        folder: of the articles.

    Raises:
        ArticleError: an article is wrong.
        TariffFileError, HoursFileError: a file of figures is wrong.
    """
    return load_articles(Figures(load_tariffs(), load_hours(), on), folder)


def build(data_dir: Path, chroma_url: str | None = None, *, on: date, articles: Path = FOLDER) -> BuildReport:
    """Publish the articles; blocks for a minute the first time, hardly at all when nothing changed.

    Args:
        data_dir: as for ``open_knowledge``.
        chroma_url: as for ``open_knowledge``.
        on: the day whose tariffs the articles quote.
        articles: folder of the articles.

    Raises:
        ArticleError: an article is wrong; the index is left as it was.
        TariffFileError, HoursFileError: a file of figures is wrong.
        ValueError, OSError: as for ``open_knowledge``.
    """
    began = time.perf_counter()
    written = written_articles(on, articles)
    changes = open_index(data_dir, chroma_url).update(all_entries(written))
    touched = sum(not group.startswith("off-topic/") for group in changes.touched)
    return BuildReport(
        version=changes.version,
        articles=len(written),
        unchanged=len(written) - touched,
        entries=changes.added,
        embedded=changes.embedded,
        seconds=time.perf_counter() - began,
    )


def ship_vectors(data_dir: Path, chroma_url: str | None = None, *, on: date) -> int:
    """Store the vectors of the articles as they are written beside them, for first starts elsewhere.

    Args:
        data_dir: known vectors are taken from the index in it.
        chroma_url: or on this server.
        on: the day whose tariffs the articles quote.

    Returns:
        How many were stored.

    Raises:
        ArticleError: an article is wrong.
    """
    published = open_index(data_dir, chroma_url).prepare(all_entries(written_articles(on)))
    vectors = {entry.vector_key: row for entry, row in zip(published.entries, published.vectors, strict=True)}
    ship(vectors)
    return len(vectors)
