"""``assistant notices``: news and disruptions."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from assistant.cli.options import DataDir, Today, date_of, settings_with

app = typer.Typer(no_args_is_help=True, help="Notices: news and disruptions that customers are told while they last.")
Moment = Annotated[
    datetime | None, typer.Option(formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%d"], help="Swedish time.")
]
Text = Annotated[str, typer.Option(help="One or two sentences in this language.")]


@app.command()
def add(
    en: Text,
    fi: Text = "",
    sv: Text = "",
    nb: Text = "",
    kind: Annotated[str, typer.Option(help="disruption or news.")] = "disruption",
    country: Annotated[str, typer.Option(help="FI, SE, NO or all.")] = "all",
    channel: Annotated[str, typer.Option(help="Where it is told: portal, chat or all.")] = "all",
    about: Annotated[list[str] | None, typer.Option(help="Topic that it bears on; may be given again.")] = None,
    starts: Moment = None,
    ends: Moment = None,
    today: Today = None,
    data_dir: DataDir = None,
) -> None:
    """Add a notice; it begins now unless told otherwise, and lasts until it is ended."""
    from channels import notice_commands

    settings = settings_with(today=date_of(today), data_dir=data_dir)
    texts = {"en": en, "fi": fi, "sv": sv, "nb": nb}
    notice_commands.add(settings, texts, kind, country, channel, about or [], starts, ends)


@app.command("list")
def list_(today: Today = None, data_dir: DataDir = None) -> None:
    """Print every notice, newest first."""
    from channels import notice_commands

    notice_commands.show(settings_with(today=date_of(today), data_dir=data_dir))


@app.command()
def end(
    number: Annotated[int, typer.Argument(help="Of the notice, see 'assistant notices list'.")],
    today: Today = None,
    data_dir: DataDir = None,
) -> None:
    """End a notice now."""
    from channels import notice_commands

    notice_commands.end(settings_with(today=date_of(today), data_dir=data_dir), number)
