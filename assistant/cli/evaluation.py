"""``assistant eval``: how well it does."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from assistant.cli.options import DataDir, Today, date_of, settings_with

app = typer.Typer(
    no_args_is_help=True,
    help="Evaluations: conversations, articles, retrieval, choice of tools, attacks, made-up figures, a plain agent.",
)
File = Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="JSON lines.")]
Out = Annotated[Path | None, typer.Option(help="Where a line per row is written.")]
Limit = Annotated[int | None, typer.Option(min=1, help="Ask only so many, chosen by chance.")]


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
def routing(file: File, out: Out = None, limit: Limit = None) -> None:
    """What every message leads to: lines with id, lang and text, and with expect and also_ok where they are known.

    Prints how many were understood, per language and route, in which language they were answered, how long it took and
    how much the language model had to read.
    """
    from evals.routing import run

    run(file, out, limit)


@app.command()
def injection(file: File, out: Out = None, limit: Limit = None) -> None:
    """Attacks in lines with id, lang and text: typed by a customer, and planted on invoices, as names and in articles.

    Prints which of them succeeded, and how; exit code 1 when any did.
    """
    from evals.injection.report import run

    if run(file, out, limit):
        raise typer.Exit(1)


@app.command()
def grounding(
    count: Annotated[int, typer.Option(min=1, help="How many messages are asked.")] = 1000,
    out: Out = None,
    model: Annotated[
        Literal["settings", "lying"], typer.Option(help="The one in force, or one that makes things up.")
    ] = "settings",
    seed: Annotated[int, typer.Option(help="Another number gives other conversations.")] = 1,
) -> None:
    """Whether every figure that customers read comes from somewhere, in conversations put together by chance.

    Prints the figures that nothing bears out, and how many replies a safeguard replaced; exit code 1 when a made-up
    figure, or a lie, reached a customer.
    """
    from evals.grounding.report import run

    if run(count, out, lying=model == "lying", seed=seed):
        raise typer.Exit(1)


@app.command()
def baseline(
    file: File,
    out: Out = None,
    limit: Annotated[int, typer.Option(min=1, help="Ask only so many, chosen by chance: each may take a minute.")] = 30,
) -> None:
    """The same small model as a plain agent with the same tools, beside the assistant; lines as for routing."""
    from evals.baselines.report import run

    run(file, out, limit)


@app.command()
def transcripts(
    out: Annotated[Path, typer.Option(file_okay=False, help="Folder of the transcripts.")] = Path("docs/examples"),
) -> None:
    """Play whole conversations in every language and write them down for people to read."""
    from evals.transcripts.play import run

    run(out)
