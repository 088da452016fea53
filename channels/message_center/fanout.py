"""Events reach every process by LISTEN/NOTIFY; readers fetch what is new themselves.

A notification carries a thread's id and a sequence number only, so it never outgrows PostgreSQL's limit and never
shows one customer's words to another's reader.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import psycopg
import structlog

from tools.database import conninfo

# The channel that the trigger on the table of events notifies; see the first migration.
EVENT_CHANNEL = "thread_event"
_RECONNECT_SECONDS = 1.0
EVERY_THREAD = "*"

log = structlog.get_logger()


class Fanout:
    """Wakes the readers of a thread when something was committed in it.

    Args:
        url: PostgreSQL URL.
    """

    def __init__(self, url: str) -> None:
        self._conninfo = conninfo(url)
        self._readers: dict[str, set[asyncio.Event]] = defaultdict(set)

    @asynccontextmanager
    async def reader(self, thread_id: str = EVERY_THREAD) -> AsyncIterator[asyncio.Event]:
        """An event that is set whenever the thread (or any thread) has news; the reader clears it.

        A slow reader finds several notifications in one wake-up and nobody waits for it.
        """
        wake = asyncio.Event()
        self._readers[thread_id].add(wake)
        try:
            yield wake
        finally:
            self._readers[thread_id].discard(wake)
            if not self._readers[thread_id]:
                del self._readers[thread_id]

    async def run(self, ready: asyncio.Event) -> None:
        """Listen until cancelled; reconnect when the connection is lost.

        Args:
            ready: set once the first connection listens.
        """
        while True:
            try:
                async with await psycopg.AsyncConnection.connect(self._conninfo, autocommit=True) as connection:
                    await connection.execute(f"LISTEN {EVENT_CHANNEL}".encode())
                    ready.set()
                    self._wake_all()
                    async for notification in connection.notifies():
                        self._wake(notification.payload.partition(":")[0])
            except psycopg.OperationalError as error:
                log.warning("lost the notification connection", error=str(error))
            await asyncio.sleep(_RECONNECT_SECONDS)

    def _wake(self, thread_id: str) -> None:
        for wake in (*self._readers.get(thread_id, ()), *self._readers.get(EVERY_THREAD, ())):
            wake.set()

    def _wake_all(self) -> None:
        """After a gap nobody knows what was missed: everybody looks."""
        for wakes in self._readers.values():
            for wake in wakes:
                wake.set()
