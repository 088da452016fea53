"""Networks that fail, and clients that do not behave."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlsplit

from websockets.asyncio.client import ClientConnection, connect

_SMALL = 4096


class Proxy:
    """Passes connections on to a server; drops them, or loses what the server says, when told to.

    Args:
        address: of the server.
    """

    def __init__(self, address: str) -> None:
        self._to = urlsplit(address)
        self._writers: set[asyncio.StreamWriter] = set()
        self.deaf = False
        """Whether what the server says gets lost."""
        self.address = ""

    @classmethod
    @asynccontextmanager
    async def to(cls, address: str) -> AsyncIterator[Proxy]:
        """A proxy that runs while the context is open."""
        proxy = cls(address)
        server = await asyncio.start_server(proxy._connected, "127.0.0.1", 0)
        proxy.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        try:
            yield proxy
        finally:
            server.close()
            proxy.drop()

    def drop(self) -> None:
        """End all connections at once, without a word."""
        for writer in self._writers:
            writer.transport.abort()
        self._writers.clear()
        self.deaf = False

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        to_server = await asyncio.open_connection(self._to.hostname, self._to.port)
        self._writers |= {writer, to_server[1]}
        with contextlib.suppress(OSError):
            await asyncio.gather(self._pass(reader, to_server[1]), self._pass(to_server[0], writer, answers=True))

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, answers: bool = False) -> None:
        while data := await reader.read(65536):
            if not (answers and self.deaf):
                writer.write(data)
                await writer.drain()
        writer.close()


@asynccontextmanager
async def reluctant(address: str, path: str, cookie: str) -> AsyncIterator[ClientConnection]:
    """A connection that takes next to nothing from the network while nobody calls ``recv``."""
    connected = _small_socket(address)
    url = address.replace("http", "ws", 1) + path
    headers = {"Cookie": cookie}
    async with connect(
        url, sock=connected, additional_headers=headers, proxy=None, compression=None, max_queue=1, close_timeout=0.1
    ) as connection:
        yield connection


async def heard_in_silence(address: str, path: str, cookie: str, **hello: Any) -> bytes:
    """All that comes, until the end, on a connection that says hello and then nothing at all, not even pongs."""
    reading, writing = await asyncio.open_connection(urlsplit(address).hostname, urlsplit(address).port)
    key = base64.b64encode(os.urandom(16)).decode()
    lines = [f"GET {path} HTTP/1.1", "Host: server", "Upgrade: websocket", "Connection: Upgrade", f"Cookie: {cookie}"]
    lines += [f"Sec-WebSocket-Key: {key}", "Sec-WebSocket-Version: 13", "", ""]
    writing.write("\r\n".join(lines).encode())
    await reading.readuntil(b"\r\n\r\n")
    body = json.dumps({"type": "hello", **hello}).encode()
    assert len(body) < 126
    # A client's frame is masked; nobody says that the mask must not be nought.
    writing.write(bytes([0x81, 0x80 | len(body), 0, 0, 0, 0]) + body)
    everything = await reading.read()
    writing.close()
    return everything


def _small_socket(address: str) -> socket.socket:
    made = socket.socket()
    made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _SMALL)
    made.connect((urlsplit(address).hostname, urlsplit(address).port))
    return made
