"""Running the web application: a socket bound early, uvicorn, and word when it is ready."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn

from assistant.settings import Settings
from channels.app import create_app

# Larger frames than the protocol allows still get their typed error; only far larger ones end the connection.
_LARGEST_FRAME = 1024 * 1024
_READY_POLL_SECONDS = 0.02


class PortBusy(Exception):
    """Something else listens on the port."""


@contextmanager
def bound_socket(host: str, port: int) -> Iterator[socket.socket]:
    """A socket on the address, taken before anything slow begins.

    Raises:
        PortBusy: the address is taken or cannot be used.
    """
    listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(1024)
    except OSError as error:
        listening.close()
        raise PortBusy(
            f"Cannot listen on {host}:{port} ({error.strerror}). Choose another with --port or PORT."
        ) from None
    with listening:
        yield listening


def run_loop(main: Coroutine[Any, Any, None]) -> None:
    """Run a server's coroutine on uvloop where there is one: a third less time per turn than the standard loop."""
    try:
        import uvloop
    except ModuleNotFoundError:  # there is none for Windows
        asyncio.run(main)
    else:
        uvloop.run(main)


def run_server(
    settings: Settings,
    url: str,
    listening: socket.socket,
    *,
    demo: bool,
    worker: bool,
    announce: Callable[[str], None],
) -> None:
    """Serve until stopped.

    Args:
        settings: what is in force.
        url: the migrated database.
        listening: the socket to serve on.
        demo: whether anybody may choose who to be.
        worker: whether this process also runs turns.
        announce: told the address once requests are answered.
    """
    app = create_app(settings, url, demo=demo, worker=worker)
    config = uvicorn.Config(
        app, log_level="warning", ws="websockets-sansio", ws_max_size=_LARGEST_FRAME, timeout_graceful_shutdown=5
    )
    host, port = listening.getsockname()[:2]

    async def run() -> None:
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        while not server.started and not serving.done():  # noqa: ASYNC110  # uvicorn has no event for it
            await asyncio.sleep(_READY_POLL_SECONDS)
        if server.started:
            announce(f"http://{host}:{port}")
        with contextlib.suppress(asyncio.CancelledError):
            await serving

    run_loop(run())
