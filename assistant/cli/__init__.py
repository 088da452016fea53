"""The ``assistant`` command. Heavy modules are imported by the commands that need them, so that help comes at once."""

from __future__ import annotations

from typing import Annotated, NoReturn

import typer

from assistant.cli import evaluation, knowledge, ledger, mcp, notices, operation, training
from assistant.cli.options import As, DataDir, Host, Port, Today, date_of, settings_with

# By name, because their modules are heavy.
_USERS = frozenset(
    [
        "SettingsError",
        "WeightsError",
        "AlreadyRunning",
        "PortBusy",
        "UnknownPerson",
        "CannotAsk",
        "CannotDo",
        "ArticleError",
        "NoticeError",
    ]
)

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    help="The MyRopo assistant.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.add_typer(operation.db, name="db")
app.add_typer(ledger.app, name="ledger")
app.add_typer(mcp.app, name="mcp")
app.add_typer(knowledge.app, name="knowledge")
app.add_typer(notices.app, name="notices")
app.add_typer(evaluation.app, name="eval")
app.add_typer(operation.model, name="model")
app.add_typer(training.app, name="train")


@app.command()
def demo(host: Host = None, port: Port = None, data_dir: DataDir = None, today: Today = None) -> None:
    """Run everything with demo data: portal, chat widget, agent console. Anybody may choose who to be."""
    from channels import commands

    commands.demo(settings_with(host=host, port=port, data_dir=data_dir, today=date_of(today)))


@app.command()
def serve(
    host: Host = None,
    port: Port = None,
    worker: Annotated[bool, typer.Option(help="Also answer messages in this process.")] = True,
) -> None:
    """Run the web application (without demo sign-in)."""
    from channels import commands

    commands.serve(settings_with(host=host, port=port), worker=worker)


@app.command()
def worker() -> None:
    """Answer messages, beside one or more 'assistant serve --no-worker' on the same DATABASE_URL."""
    from channels import commands

    commands.worker(settings_with())


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

    terminal.ask(
        settings_with(today=date_of(today), data_dir=data_dir), as_, text, thread, as_json=json, confirm=confirm
    )


@app.command()
def chat(
    as_: As = "anna",
    url: Annotated[str | None, typer.Option(help="A demo server to talk with, instead of answering here.")] = None,
    today: Today = None,
    data_dir: DataDir = None,
) -> None:
    """Talk with the assistant in the terminal."""
    if url is not None:
        from channels import remote_terminal

        remote_terminal.chat(url, as_)
        return
    from channels import terminal

    terminal.chat(settings_with(today=date_of(today), data_dir=data_dir), as_)


@app.command()
def settings() -> None:
    """Print the settings in force, secrets masked."""
    for name, value in settings_with().masked().items():
        typer.echo(f"{name}={value}")


def main() -> None:
    """Run the command; what the user can mend is told in one line."""
    try:
        app()
    except Exception as error:
        if not _is_users(error):
            raise
        _fail(str(error))


def _is_users(error: Exception) -> bool:
    """Whether the error is about settings, files or ports, and not a mistake of the program."""
    return any(kind.__name__ in _USERS for kind in type(error).__mro__)


def _fail(message: str) -> NoReturn:
    typer.echo(f"assistant: {message}", err=True)
    raise SystemExit(2)
