"""``assistant ledger``."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from assistant.cli.options import DataDir, Today, date_of, settings_with

app = typer.Typer(no_args_is_help=True, help="The ledger: look into it, let time pass, check the books.")


@app.command("show")
def ledger_show(
    customer: Annotated[str, typer.Argument(help="A customer, or the MyRopo ID of a company invoice.")],
    invoice: Annotated[str | None, typer.Option(help="Number or MyRopo ID: all about this invoice.")] = None,
    today: Today = None,
    data_dir: DataDir = None,
) -> None:
    """Print a customer's invoices, or one invoice with its postings, letters and log of events."""
    from channels import ledger_commands

    ledger_commands.show(settings_with(today=date_of(today), data_dir=data_dir), customer, invoice)


@app.command("advance")
def ledger_advance(
    to: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="Day of the last run.")],
    today: Today = None,
    data_dir: DataDir = None,
) -> None:
    """Send every letter that daily runs from today to a day would send."""
    from channels import ledger_commands

    ledger_commands.advance_to(settings_with(today=date_of(today), data_dir=data_dir), to.date())


@app.command("check")
def ledger_check(data_dir: DataDir = None) -> None:
    """Compare every invoice with its log of events; exit code 1 when one differs."""
    from channels import ledger_commands

    ledger_commands.check(settings_with(data_dir=data_dir))
