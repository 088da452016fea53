"""``assistant mcp``."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.cli.options import As, DataDir, Today, date_of, settings_with

app = typer.Typer()


@app.callback(invoke_without_command=True)
def mcp_serve(context: typer.Context, as_: As = "anna", today: Today = None, data_dir: DataDir = None) -> None:
    """Serve one customer's tools to other assistants: the Model Context Protocol on standard input and output."""
    if context.invoked_subcommand is None:
        from channels import mcp_commands

        mcp_commands.serve(settings_with(today=date_of(today), data_dir=data_dir), as_)


@app.command("token")
def mcp_token(
    as_: As = "anna",
    days: Annotated[int, typer.Option(min=1, max=366, help="How long it is valid.")] = 30,
    data_dir: DataDir = None,
) -> None:
    """Print a token that opens /mcp of the running application for one customer."""
    from channels import mcp_commands

    mcp_commands.token(settings_with(data_dir=data_dir), as_, days)
