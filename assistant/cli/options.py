"""Options that several commands share, and the settings in force."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from assistant.settings import Settings

Today = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Freeze the clock at this date.")]
Host = Annotated[str | None, typer.Option(help="Address to listen on (HOST).")]
Port = Annotated[int | None, typer.Option(help="Port to listen on (PORT); 0 takes any free one.")]
DataDir = Annotated[Path | None, typer.Option(help="Data folder (DATA_DIR).")]
As = Annotated[str, typer.Option("--as", help="Who speaks: a demo customer, or the MyRopo ID of a company invoice.")]


def settings_with(**overrides: object) -> Settings:
    """The settings of the environment, with what the command line says instead."""
    from assistant.settings import load_settings

    return load_settings(**overrides)


def date_of(moment: datetime | None) -> date | None:
    """The date that an option names."""
    return moment.date() if moment else None
