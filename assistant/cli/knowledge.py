"""``assistant knowledge``: what editors do."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.cli.options import DataDir, Today, date_of, settings_with

app = typer.Typer(no_args_is_help=True, help="The knowledge base: check, build and search the articles.")


@app.command()
def build(today: Today = None, data_dir: DataDir = None) -> None:
    """Publish the articles: bring the search index up to them."""
    from channels import knowledge_commands

    knowledge_commands.build(settings_with(today=date_of(today), data_dir=data_dir))


@app.command()
def search(
    question: str,
    language: Annotated[str, typer.Option(help="en, fi, sv or nb.")] = "en",
    country: Annotated[str, typer.Option(help="FI, SE or NO.")] = "FI",
    audience: Annotated[str, typer.Option(help="consumer, company, delegate or authority.")] = "consumer",
    today: Today = None,
    data_dir: DataDir = None,
) -> None:
    """Print what the published articles say to a question."""
    from channels import knowledge_commands

    settings = settings_with(today=date_of(today), data_dir=data_dir)
    knowledge_commands.search(settings, question, language, country, audience)


@app.command()
def lint(today: Today = None) -> None:
    """Print what is wrong with the articles as they are written; exit code 1 when something is."""
    from channels import knowledge_commands

    if not knowledge_commands.lint(settings_with(today=date_of(today))):
        raise typer.Exit(1)


@app.command()
def diff(today: Today = None, data_dir: DataDir = None) -> None:
    """Print which evaluation answers would change if the articles were published as they are written."""
    from channels.commands import clock_of
    from evals.knowledge.diff import diff
    from tools.context import local_today

    settings = settings_with(today=date_of(today), data_dir=data_dir)
    diff(settings.data_dir, settings.chroma_url, local_today(clock_of(settings)))


@app.command()
def vectors(today: Today = None, data_dir: DataDir = None) -> None:
    """Store the vectors of the articles in the project, so that first starts elsewhere take seconds."""
    from channels import knowledge_commands

    knowledge_commands.vectors(settings_with(today=date_of(today), data_dir=data_dir))
