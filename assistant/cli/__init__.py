"""The ``assistant`` command. Heavy modules are imported by the commands that need them, so that help comes at once."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated, NoReturn

import typer

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    help="The MyRopo assistant.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
db = typer.Typer(no_args_is_help=True, help="The database: migrations and demo data.")
knowledge = typer.Typer(no_args_is_help=True, help="The knowledge base: build the index, search it.")
model = typer.Typer(no_args_is_help=True, help="The embedded language model.")
ledger = typer.Typer(no_args_is_help=True, help="The ledger: look into it, let time pass, check the books.")
mcp = typer.Typer()
app.add_typer(db, name="db")
app.add_typer(ledger, name="ledger")
app.add_typer(mcp, name="mcp")
app.add_typer(knowledge, name="knowledge")
app.add_typer(model, name="model")

Today = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Freeze the clock at this date.")]
Host = Annotated[str | None, typer.Option(help="Address to listen on (HOST).")]
Port = Annotated[int | None, typer.Option(help="Port to listen on (PORT); 0 takes any free one.")]
DataDir = Annotated[Path | None, typer.Option(help="Data folder (DATA_DIR).")]
As = Annotated[str, typer.Option("--as", help="Who speaks: a demo customer, or the MyRopo ID of a company invoice.")]


@app.command()
def demo(host: Host = None, port: Port = None, data_dir: DataDir = None, today: Today = None) -> None:
    """Run everything with demo data: portal, chat widget, agent console. Anybody may choose who to be."""
    from channels import commands

    commands.demo(_settings(host=host, port=port, data_dir=data_dir, today=_date(today)))


@app.command()
def serve(
    host: Host = None,
    port: Port = None,
    worker: Annotated[bool, typer.Option(help="Also answer messages in this process.")] = True,
) -> None:
    """Run the web application (without demo sign-in)."""
    from channels import commands

    commands.serve(_settings(host=host, port=port), worker=worker)


@app.command()
def worker() -> None:
    """Answer messages, beside one or more 'assistant serve --no-worker' on the same DATABASE_URL."""
    from channels import commands

    commands.worker(_settings())


@app.command()
def ask(
    text: Annotated[str, typer.Argument(help="What the customer writes.")],
    as_: As = "anna",
    thread: Annotated[str | None, typer.Option(help="Go on with this thread.")] = None,
    confirm: Annotated[bool, typer.Option("--confirm", help="Confirm the card that comes back.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    today: Today = None,
    data_dir: DataDir = None,
) -> None:
    """Ask one thing and print the answer."""
    from channels import terminal

    terminal.ask(_settings(today=_date(today), data_dir=data_dir), as_, text, thread, as_json=json, confirm=confirm)


@app.command()
def chat(as_: As = "anna", today: Today = None, data_dir: DataDir = None) -> None:
    """Talk with the assistant in the terminal."""
    from channels import terminal

    terminal.chat(_settings(today=_date(today), data_dir=data_dir), as_)


@app.command()
def settings() -> None:
    """Print the settings in force, secrets masked."""
    for name, value in _settings().masked().items():
        typer.echo(f"{name}={value}")


@db.command("upgrade")
def db_upgrade() -> None:
    """Bring the schema to the newest revision."""
    from channels import administration

    administration.db_upgrade(_settings())


@db.command("seed")
def db_seed(today: Today = None) -> None:
    """Add the demo's customers, invoices and agents to an empty database."""
    from channels import administration

    administration.db_seed(_settings(today=_date(today)))


@db.command("reset")
def db_reset(yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False, today: Today = None) -> None:
    """Remove everything and seed anew."""
    from channels import administration

    if not yes:
        typer.confirm("This removes all invoices and conversations. Go on?", abort=True)
    administration.db_reset(_settings(today=_date(today)))


@ledger.command("show")
def ledger_show(
    customer: Annotated[str, typer.Argument(help="A customer, or the MyRopo ID of a company invoice.")],
    invoice: Annotated[str | None, typer.Option(help="Number or MyRopo ID: all about this invoice.")] = None,
    today: Today = None,
    data_dir: DataDir = None,
) -> None:
    """Print a customer's invoices, or one invoice with its postings, letters and log of events."""
    from channels import ledger_commands

    ledger_commands.show(_settings(today=_date(today), data_dir=data_dir), customer, invoice)


@ledger.command("advance")
def ledger_advance(
    to: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="Day of the last run.")],
    today: Today = None,
    data_dir: DataDir = None,
) -> None:
    """Send every letter that daily runs from today to a day would send."""
    from channels import ledger_commands

    ledger_commands.advance_to(_settings(today=_date(today), data_dir=data_dir), to.date())


@ledger.command("check")
def ledger_check(data_dir: DataDir = None) -> None:
    """Compare every invoice with its log of events; exit code 1 when one differs."""
    from channels import ledger_commands

    ledger_commands.check(_settings(data_dir=data_dir))


@mcp.callback(invoke_without_command=True)
def mcp_serve(context: typer.Context, as_: As = "anna", today: Today = None, data_dir: DataDir = None) -> None:
    """Serve one customer's tools to other assistants: the Model Context Protocol on standard input and output."""
    if context.invoked_subcommand is None:
        from channels import mcp_commands

        mcp_commands.serve(_settings(today=_date(today), data_dir=data_dir), as_)


@mcp.command("token")
def mcp_token(
    as_: As = "anna",
    days: Annotated[int, typer.Option(min=1, max=366, help="How long it is valid.")] = 30,
    data_dir: DataDir = None,
) -> None:
    """Print a token that opens /mcp of the running application for one customer."""
    from channels import mcp_commands

    mcp_commands.token(_settings(data_dir=data_dir), as_, days)


@knowledge.command("build")
def knowledge_build(today: Today = None) -> None:
    """Bring the search index up to the articles."""
    from channels import administration

    administration.knowledge_build(_settings(today=_date(today)))


@knowledge.command("search")
def knowledge_search(
    question: str,
    language: Annotated[str, typer.Option(help="en, fi, sv or nb.")] = "en",
    country: Annotated[str, typer.Option(help="FI, SE or NO.")] = "FI",
    today: Today = None,
) -> None:
    """Print what the knowledge base finds for a question."""
    from channels import administration

    administration.knowledge_search(_settings(today=_date(today)), question, language, country)


@model.command("info")
def model_info() -> None:
    """Print which model is in force, and the state of the embedded one's file."""
    from channels import administration

    administration.model_info(_settings())


@model.command("prepare")
def model_prepare() -> None:
    """Join and check the embedded model's file."""
    from channels import administration

    administration.model_prepare(_settings())


@model.command("serve")
def model_serve(
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8081,
    api_key: Annotated[str, typer.Option(envvar="LLM_API_KEY", help="Key that callers must send.")] = "local",
) -> None:
    """Serve the embedded model as an OpenAI-compatible endpoint, for several processes to share.

    They use it with LLM_MODEL=embedded LLM_BASE_URL=http://127.0.0.1:8081/v1 LLM_API_KEY=local.
    """
    from channels import administration

    administration.model_serve(_settings(), port, api_key)


def main() -> None:
    """Run the command; what the user can mend is told in one line."""
    try:
        app()
    except Exception as error:
        if not _is_users(error):
            raise
        _fail(str(error))


def _settings(**overrides: object):  # type: ignore[no-untyped-def]  # Settings, imported late
    from assistant.settings import load_settings

    return load_settings(**overrides)


def _is_users(error: Exception) -> bool:
    """Whether the error is about settings, files or ports, and not a mistake of the program."""
    names = {"SettingsError", "WeightsError", "AlreadyRunning", "PortBusy", "UnknownPerson", "CannotAsk", "CannotDo"}
    return any(kind.__name__ in names for kind in type(error).__mro__)


def _fail(message: str) -> NoReturn:
    typer.echo(f"assistant: {message}", err=True)
    raise SystemExit(2)


def _date(moment: datetime | None) -> object:
    return moment.date() if moment else None


if __name__ == "__main__":
    main()
