"""``assistant eval``: how well it does."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from assistant.cli.options import DataDir, Today, date_of, settings_with

app = typer.Typer(no_args_is_help=True, help="Evaluations: conversations, articles, retrieval, choice of tools.")
File = Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="JSON lines.")]
Out = Annotated[Path | None, typer.Option(help="Where a line per row is written.")]


@app.command()
def scenarios() -> None:
    """Play every conversation and look at the state it leaves behind; exit code 1 when one is not as it must be."""
    from evals.__main__ import main

    if main():
        raise typer.Exit(1)


@app.command()
def knowledge(
    wrong: Annotated[bool, typer.Option("--wrong", help="Also print what was answered wrongly.")] = False,
    file: Annotated[Path | None, typer.Option(exists=True, dir_okay=False, help="Other questions.")] = None,
    today: Today = None,
    data_dir: DataDir = None,
) -> None:
    """How many questions find the right article, per language, of the articles as they are written."""
    from channels.commands import clock_of
    from evals.knowledge.questions import MEASURING
    from evals.knowledge.report import report
    from tools.context import local_today

    settings = settings_with(today=date_of(today), data_dir=data_dir)
    on = local_today(clock_of(settings))
    report(settings.data_dir, settings.chroma_url, on, file or MEASURING, wrong=wrong)


@app.command()
def calibrate(
    threshold: Annotated[float, typer.Option(help="Probability below which the answer is not known.")] = 0.25,
    today: Today = None,
    data_dir: DataDir = None,
) -> None:
    """Fit the weights of the search to the calibration questions."""
    from channels.commands import clock_of
    from evals.knowledge.calibrate import calibrate
    from tools.context import local_today

    settings = settings_with(today=date_of(today), data_dir=data_dir)
    calibrate(settings.data_dir, settings.chroma_url, local_today(clock_of(settings)), threshold)


@app.command()
def retrieval(file: File, out: Out = None) -> None:
    """Rank the document of every question: lines with id, lang, text, doc_id and doc."""
    from evals.retrieval import run

    run(file, out)


@app.command()
def routing(
    file: File,
    out: Out = None,
    limit: Annotated[int | None, typer.Option(help="Ask only so many, chosen by chance.")] = None,
) -> None:
    """Which tool every message leads to: lines with id, lang, text, expect and also_ok."""
    from evals.routing import run

    run(file, out, limit)
