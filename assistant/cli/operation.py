"""``assistant db`` and ``assistant model``: what operators do."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.cli.options import Today, date_of, settings_with

db = typer.Typer(no_args_is_help=True, help="The database: migrations and demo data.")
model = typer.Typer(no_args_is_help=True, help="The embedded language model.")


@db.command("upgrade")
def db_upgrade() -> None:
    """Bring the schema to the newest revision."""
    from channels import administration

    administration.db_upgrade(settings_with())


@db.command("seed")
def db_seed(today: Today = None) -> None:
    """Add the demo's customers, invoices and agents to an empty database."""
    from channels import administration

    administration.db_seed(settings_with(today=date_of(today)))


@db.command("reset")
def db_reset(yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False, today: Today = None) -> None:
    """Remove everything and seed anew."""
    from channels import administration

    if not yes:
        typer.confirm("This removes all invoices and conversations. Go on?", abort=True)
    administration.db_reset(settings_with(today=date_of(today)))


@model.command("info")
def model_info() -> None:
    """Print which model is in force, and the state of the embedded one's file."""
    from channels import administration

    administration.model_info(settings_with())


@model.command("prepare")
def model_prepare() -> None:
    """Join and check the embedded model's file."""
    from channels import administration

    administration.model_prepare(settings_with())


@model.command("serve")
def model_serve(
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8081,
    api_key: Annotated[str, typer.Option(envvar="LLM_API_KEY", help="Key that callers must send.")] = "local",
) -> None:
    """Serve the embedded model as an OpenAI-compatible endpoint, for several processes to share.

    They use it with LLM_MODEL=embedded LLM_BASE_URL=http://127.0.0.1:8081/v1 LLM_API_KEY=local.
    """
    from channels import administration

    administration.model_serve(settings_with(), port, api_key)
