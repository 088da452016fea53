"""What ``assistant mcp`` does: serve one customer over standard input and output, and make tokens."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial

from mcp.server.stdio import stdio_server

from assistant.settings import Settings
from channels.commands import build_knowledge, log_to_stderr, prepared_database, stopped_by_signals
from channels.mcp.contexts import Contexts
from channels.mcp.server import make_server
from channels.mcp.tokens import issue_token, signing_secret
from channels.runtime import open_runtime
from channels.terminal import principal_named
from tools.context import Principal, ToolContext


def serve(settings: Settings, who: str) -> None:
    """Serve until the client closes the connection. Standard output carries the protocol and nothing else.

    Raises:
        UnknownPerson: nobody is called so.
    """
    log_to_stderr(logging.WARNING)
    with stopped_by_signals():
        build_knowledge(settings)
        with prepared_database(settings, seeded=settings.database_url is None) as url:
            _beside(partial(asyncio.run, _serve(settings, url, who)))


def _beside(work: Callable[[], None]) -> None:
    """Do something in a thread that is left behind when a signal ends this one: nothing else ends a read of stdin."""
    done: Future[None] = Future()

    def run() -> None:
        try:
            work()
            done.set_result(None)
        except BaseException as error:
            done.set_exception(error)

    threading.Thread(target=run, daemon=True).start()
    done.result()


async def _serve(settings: Settings, url: str, who: str) -> None:
    async with open_runtime(settings, url, durable=False) as runtime:
        principal = await principal_named(runtime.ledger, who)
        contexts = Contexts.on(runtime)
        context = await contexts.of(principal)
        assert context is not None  # the principal is known

        def of_everybody(_: object) -> ToolContext:
            return context

        server = make_server(of_everybody, contexts)
        async with stdio_server() as (read, write):
            await server.run(read, write, server.create_initialization_options())


def token(settings: Settings, who: str, days: int) -> None:
    """Print a token for a customer, and nothing else.

    Raises:
        UnknownPerson: nobody is called so.
    """

    async def named(url: str) -> Principal:
        async with open_runtime(settings, url, durable=False) as runtime:
            return await principal_named(runtime.ledger, who)

    with prepared_database(settings, seeded=settings.database_url is None) as url:
        principal = asyncio.run(named(url))
    print(issue_token(signing_secret(settings), principal, days))
