"""A client of the chat and console sockets, frame by frame; ``chat_client.py`` has one for whole conversations."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, Self
from uuid import uuid4

import httpx
from websockets.asyncio.client import ClientConnection, connect

Frame = dict[str, Any]
Check = Callable[[Frame], None]
_PATIENCE = 30.0


class Refused(Exception):
    """The server would not do what was asked; the message is its words for the customer.

    Attributes:
        code: the protocol's error code.
    """

    def __init__(self, error: Frame) -> None:
        super().__init__(f"{error['title']}. {error['detail']}")
        self.code = str(error["code"])


class SignedOut(Exception):
    """The server does not know, or not accept, who connects: coming back would not help."""


async def demo_cookie(base_url: str, **who: str) -> str:
    """Sign in at a demo server and return the session cookie.

    Args:
        base_url: ``http://127.0.0.1:8000``.
        who: ``customer``, ``myropo_id`` or ``agent``.
    """
    # Reading the certificates of all authorities takes longer than the sign-in.
    secured = base_url.startswith("https")
    async with httpx.AsyncClient(base_url=base_url, trust_env=False, verify=secured) as http:
        answer = await http.post("/api/v1/demo/sign-in", json=who)
        answer.raise_for_status()
        return answer.headers["set-cookie"].partition(";")[0]


class SocketClient:
    """One socket; keeps every frame that has come.

    Args:
        connection: an open connection.
        check: looks at every frame that comes, and raises where it is not as it should be.
    """

    def __init__(self, connection: ClientConnection, check: Check | None = None) -> None:
        self.connection = connection
        self.frames: list[Frame] = []
        self._check = check

    @classmethod
    @asynccontextmanager
    async def open(cls, base_url: str, path: str, cookie: str, check: Check | None = None) -> AsyncIterator[Self]:
        """Connect to ``/ws/chat`` or ``/ws/console`` with a session cookie."""
        url = base_url.replace("http", "ws", 1) + path
        headers = {"Cookie": cookie}
        # A server that a thousand others come back to at the same moment takes a while.
        opening = connect(url, additional_headers=headers, proxy=None, max_size=None, open_timeout=_PATIENCE)
        async with opening as connection:
            yield cls(connection, check)

    async def send(self, type: str, **fields: Any) -> None:
        """Send one frame."""
        await self.connection.send(json.dumps({"type": type, **fields}))

    async def say(self, text: str) -> str:
        """Send a message and return its client id."""
        client_id = uuid4().hex
        await self.send("message.send", client_id=client_id, text=text)
        return client_id

    async def receive(self) -> Frame:
        """The next frame."""
        frame: Frame = json.loads(await self.connection.recv())
        if self._check is not None:
            self._check(frame)
        self.frames.append(frame)
        return frame

    async def until(self, wanted: Callable[[Frame], bool], seconds: float = _PATIENCE) -> Frame:
        """The next frame that is wanted; others are kept in ``frames``.

        Raises:
            TimeoutError: none came in time.
        """
        async with asyncio.timeout(seconds):
            while not wanted(frame := await self.receive()):
                pass
            return frame

    async def event(self, kind: str, author: str | None = None, seconds: float = _PATIENCE) -> Frame:
        """The next event of a kind (and of an author's kind), without its envelope."""
        frame = await self.until(
            lambda f: (
                f["type"] == "event" and f["event"]["kind"] == kind and author in (None, f["event"]["author"]["kind"])
            ),
            seconds,
        )
        event: Frame = frame["event"]
        return event

    async def hello(self, **fields: Any) -> Frame:
        """Say hello and return the answer."""
        await self.send("hello", **fields)
        return await self.until(lambda f: f["type"] == "hello.ok")

    async def error(self) -> Frame:
        """The next error."""
        return await self.until(lambda f: f["type"] == "error")
