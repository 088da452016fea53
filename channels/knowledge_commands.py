"""What ``assistant knowledge`` does."""

from __future__ import annotations

import asyncio
from contextlib import nullcontext
from typing import cast

from assistant.settings import Settings
from channels.commands import build_knowledge, clock_of, out
from channels.data_folder import owned_data_dir
from knowledge.articles import Audience
from tools.context import local_today


def build(settings: Settings) -> None:
    """Publish the articles and say what that took.

    Raises:
        AlreadyRunning: the application runs on the same data folder, whose index has one owner; it publishes the
            articles itself when it starts and every night.
    """
    # A Chroma server takes any number of writers, a folder one.
    with owned_data_dir(settings) if settings.chroma_url is None else nullcontext():
        report = build_knowledge(settings)
    new = report.articles - report.unchanged
    out.print(
        f"Version {report.version}: {report.articles} articles, {new} of them new or changed, "
        f"{report.embedded} vectors computed, {report.seconds:.1f} s"
    )


def search(settings: Settings, question: str, language: str, country: str, audience: str) -> None:
    """Print what is found for a question."""
    from knowledge.search import open_knowledge

    base = open_knowledge(settings.data_dir, settings.chroma_url)
    if not base.version:
        out.print("Nothing is published yet: run assistant knowledge build.")
        return
    found = asyncio.run(
        base.search(
            question,
            language=language,
            country=country,
            audience=cast(Audience, audience),
            on=local_today(clock_of(settings)),
        )
    )
    for passage in found:
        out.print(f"{passage.score:.3f}  {passage.title}  {passage.url}\n       {passage.short_answer}", markup=False)
    if not found:
        out.print("Nothing is likely enough: the assistant would say that it does not know.")


def lint(settings: Settings) -> bool:
    """Print what is wrong with the articles.

    Returns:
        Whether nothing is.
    """
    from knowledge.articles import article_files
    from knowledge.hours import load_hours
    from knowledge.lint import lint
    from knowledge.placeholders import Figures
    from knowledge.tariffs import load_tariffs
    from tools.catalogue import EFFECTS

    figures = Figures(load_tariffs(), load_hours(), local_today(clock_of(settings)))
    findings = lint(figures, EFFECTS)
    for finding in findings:
        out.print(str(finding), markup=False)
    out.print(f"{len(article_files())} articles, {len(findings)} things to mend")
    return not findings


def vectors(settings: Settings) -> None:
    """Store the vectors of the articles in the project."""
    from knowledge.building import ship_vectors

    stored = ship_vectors(settings.data_dir, settings.chroma_url, on=local_today(clock_of(settings)))
    out.print(f"{stored} vectors stored")
