"""Another system that webhooks are sent to: a real HTTP server that answers as it is told."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI, Request, Response

from channels.payments.signature import HEADER, verify
from tests.channels.support import served


@dataclass(frozen=True)
class Delivery:
    """A request that came."""

    id: str
    body: bytes
    headers: dict[str, str]

    @property
    def told(self) -> dict[str, Any]:
        """What it says."""
        return dict(json.loads(self.body))

    @property
    def thread(self) -> str:
        """Of which thread."""
        return str(self.told["thread"]["id"])

    @property
    def seq(self) -> int:
        """Of which event."""
        return int(self.told["event"]["seq"])

    def verify(self, secret: str) -> None:
        """Check the signature as a receiver does."""
        verify(secret.encode(), self.body, self.headers[HEADER.lower()])


class Receiver:
    """Keeps what comes; ``answer`` decides on the status, 204 unless a test says otherwise."""

    def __init__(self) -> None:
        self.came: list[Delivery] = []
        self.taken: list[Delivery] = []
        self.answer: Callable[[Delivery], int] = lambda _: 204
        self.held: asyncio.Event | None = None
        self.url = ""
        self._news = asyncio.Event()

    @classmethod
    @asynccontextmanager
    async def open(cls) -> AsyncIterator[Receiver]:
        """A receiver that runs while the context is open."""
        receiver, app = cls(), FastAPI()
        app.post("/hook")(receiver._take)
        async with served(app) as address:
            receiver.url = f"{address}/hook"
            yield receiver

    async def _take(self, request: Request) -> Response:
        delivery = Delivery(request.headers["myropo-delivery"], await request.body(), dict(request.headers))
        self.came.append(delivery)
        if self.held is not None:
            await self.held.wait()
        status = self.answer(delivery)
        if status < 300:
            self.taken.append(delivery)
        self._news.set()
        return Response(status_code=status, headers={"location": self.url} if status == 307 else None)

    async def until(self, condition: Callable[[], object], seconds: float = 15) -> None:
        """Wait until what has come is enough."""
        async with asyncio.timeout(seconds):
            while not condition():
                self._news.clear()
                await self._news.wait()

    def seqs(self, thread_id: str) -> list[int]:
        """What was taken of a thread, as it came."""
        return [each.seq for each in self.taken if each.thread == thread_id]
