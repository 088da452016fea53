"""Running the web application: a socket bound early, uvicorn, and word when it is ready."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import socket
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn
from fastapi import FastAPI
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from assistant.settings import Settings
from channels.app import create_app

# Larger frames than the protocol allows still get their typed error; only far larger ones end the connection.
_LARGEST_FRAME = 1024 * 1024
_READY_POLL_SECONDS = 0.02
# A connection from which nothing comes, not even the answer to a ping, ends after the sum of both.
_PING_SECONDS = 20.0
_PONG_SECONDS = 20.0
# Twice what FrameSocket waits before it closes: who begins to read meanwhile finds the close code.
_STALLED_SECONDS = 10.0


class PortBusy(Exception):
    """Something else listens on the port."""


@contextmanager
def bound_socket(host: str, port: int) -> Iterator[socket.socket]:
    """A socket on the address, taken before anything slow begins.

    Raises:
        PortBusy: the address is taken or cannot be used.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With the protocol named: asyncio sends small packets at once only on sockets that say they are TCP.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
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


class SocketProtocol(WebSocketsSansIOProtocol):
    """WebSockets whose connection ends when the other side takes nothing any more.

    Closing alone would wait for what is still to be sent, and so for ever.
    """

    _stalled: asyncio.TimerHandle | None = None

    def pause_writing(self) -> None:
        """The other side does not keep up."""
        super().pause_writing()
        self._stalled = self.loop.call_later(_STALLED_SECONDS, self.transport.abort)

    def resume_writing(self) -> None:
        """It has taken what was waiting."""
        self._stop_waiting()
        super().resume_writing()

    def connection_lost(self, exc: Exception | None) -> None:
        """The connection has ended."""
        self._stop_waiting()
        super().connection_lost(exc)

    def _stop_waiting(self) -> None:
        if self._stalled is not None:
            self._stalled.cancel()
            self._stalled = None


def server_config(app: Any, **given: Any) -> uvicorn.Config:
    """How the web application is served, in production and in tests.

    Args:
        app: the application.
        given: options of uvicorn that win.
    """
    options = {
        "log_level": "warning",
        "ws": SocketProtocol,
        "ws_max_size": _LARGEST_FRAME,
        "ws_ping_interval": _PING_SECONDS,
        "ws_ping_timeout": _PONG_SECONDS,
        "timeout_graceful_shutdown": 5,
    }
    return uvicorn.Config(app, **{**options, **given})


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
    run_app(create_app(settings, url, demo=demo, worker=worker), listening, announce)


def run_app(app: FastAPI, listening: socket.socket, announce: Callable[[str], None] | None = None) -> None:
    """Serve an application until stopped.

    Args:
        app: the application.
        listening: the socket to serve on.
        announce: told the address once requests are answered.
    """
    server = uvicorn.Server(server_config(app))
    host, port = listening.getsockname()[:2]

    async def run() -> None:
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        while not server.started and not serving.done():  # noqa: ASYNC110  # uvicorn has no event for it
            await asyncio.sleep(_READY_POLL_SECONDS)
        if server.started:
            # What is loaded by now stays: looking through all of it for garbage would halt everybody for a moment.
            gc.collect()
            gc.freeze()
            if announce is not None:
                announce(f"http://{host}:{port}")
        with contextlib.suppress(asyncio.CancelledError):
            await serving

    run_loop(run())
