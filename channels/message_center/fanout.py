"""Events reach every process by LISTEN/NOTIFY; readers fetch what is new themselves.

A notification carries a thread's id and a sequence number only, so it never outgrows PostgreSQL's limit and never
shows one customer's words to another's reader. Beside events there are signals: who is typing, how far somebody has
read. They are worth nothing a moment later, so they are not stored but sent along.
"""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import psycopg
import structlog
from sqlalchemy import text

from tools.database import SessionFactory, conninfo

# The channel that the trigger on the table of events notifies; see the first migration.
EVENT_CHANNEL = "thread_event"
_SIGNAL_CHANNEL = "thread_signal"
_RECONNECT_SECONDS = 1.0
EVERY_THREAD = "*"
"""What readers of all threads follow, and where signals go that are about no thread."""
Signal = dict[str, Any]

log = structlog.get_logger()


class Wake(asyncio.Event):
    """Set whenever there is news; the reader clears it and takes the signals.

    Of signals of one kind and author only the newest is kept: a slow reader finds little to catch up with.
    """

    def __init__(self) -> None:
        super().__init__()
        self._signals: dict[tuple[str, str], Signal] = {}

    def add(self, signal: Signal) -> None:
        """Keep a signal for the reader."""
        self._signals[signal["kind"], str(signal.get("who"))] = signal
        self.set()

    def take_signals(self) -> list[Signal]:
        """What has come since the last time."""
        signals, self._signals = list(self._signals.values()), {}
        return signals


async def send_signal(sessions: SessionFactory, thread_id: str, kind: str, **details: Any) -> None:
    """Tell the readers of a thread, in all processes, something that is not stored.

    Args:
        sessions: database sessions.
        thread_id: the thread; ``EVERY_THREAD`` for what concerns the whole service.
        kind: ``typing``, ``read`` or ``staff``.
        details: as JSON, a few hundred bytes at most; ``who`` tells authors apart.
    """
    payload = json.dumps({"thread": thread_id, "kind": kind, **details})
    async with sessions.begin() as session:
        await session.execute(
            text("SELECT pg_notify(:channel, :payload)"), {"channel": _SIGNAL_CHANNEL, "payload": payload}
        )


class Fanout:
    """Wakes the readers of a thread when something was committed in it.

    Args:
        url: PostgreSQL URL.
    """

    def __init__(self, url: str) -> None:
        self._conninfo = conninfo(url)
        self._readers: dict[str, set[Wake]] = defaultdict(set)

    @asynccontextmanager
    async def reader(self, thread_id: str = EVERY_THREAD) -> AsyncIterator[Wake]:
        """An event that is set whenever the thread (or any thread) has news; the reader clears it.

        A slow reader finds several notifications in one wake-up and nobody waits for it.
        """
        wake = Wake()
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
                    for channel in (EVENT_CHANNEL, _SIGNAL_CHANNEL):
                        await connection.execute(f"LISTEN {channel}".encode())
                    ready.set()
                    self._wake_all()
                    async for notification in connection.notifies():
                        if notification.channel == EVENT_CHANNEL:
                            self._wake(notification.payload.partition(":")[0])
                        else:
                            self._pass_on(json.loads(notification.payload))
            except psycopg.Error as error:
                log.warning("lost the notification connection", error=str(error))
            await asyncio.sleep(_RECONNECT_SECONDS)

    def _wake(self, thread_id: str) -> None:
        for wake in (*self._readers.get(thread_id, ()), *self._readers.get(EVERY_THREAD, ())):
            wake.set()

    def _pass_on(self, signal: Signal) -> None:
        for wake in self._readers.get(signal["thread"], ()):
            wake.add(signal)

    def _wake_all(self) -> None:
        """After a gap nobody knows what was missed: everybody looks."""
        for wakes in self._readers.values():
            for wake in wakes:
                wake.set()
