"""Sends threads' events to endpoints: in order per thread, again after failures, each endpoint by itself."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from uuid import UUID

import psycopg
import structlog

from channels.message_center.fanout import EVENT_CHANNEL
from channels.message_center.models import Thread, ThreadEvent
from channels.message_center.records import WebhookCursor, WebhookEndpoint
from channels.webhooks.delivery import TIMEOUT_SECONDS, DeliveryFailed, Post, wants
from channels.webhooks.repository import WebhookRepository
from tools.database import SessionFactory, conninfo

_THREADS_AT_A_TIME = 4
_EVENTS_AT_A_TIME = 50
_FOUND_AT_A_TIME = 1000
# Renewed before each delivery; a worker that dies keeps others waiting for that long.
_LEASE_SECONDS = 3 * TIMEOUT_SECONDS

log = structlog.get_logger()


@dataclass(frozen=True)
class Pace:
    """When things are tried.

    Attributes:
        sweep_seconds: how often what is due is looked for, beside what the database tells of.
        retry_seconds: pause after the first failure; each one doubles it.
        most_failures: in a row in one thread, before the endpoint is switched off: with the pauses of 5 seconds, 10, 20
            and so on, the fifteenth comes after almost a day.
    """

    sweep_seconds: float = 5.0
    retry_seconds: float = 5.0
    most_failures: int = 15


class Webhooks:
    """Any number of processes may run it: a cursor is delivered from by one of them at a time.

    Args:
        url: PostgreSQL URL.
        sessions: database sessions.
        private: whether loopback and private addresses are allowed.
        pace: when things are tried.
    """

    def __init__(self, url: str, sessions: SessionFactory, *, private: bool = False, pace: Pace | None = None) -> None:
        self._conninfo = conninfo(url)
        self._sessions = sessions
        self._private = private
        self._pace = pace or Pace()
        self._lines: dict[UUID, _Line] = {}

    async def run(self) -> None:
        """Deliver until cancelled."""
        async with Post.open(private=self._private) as post:
            try:
                async with asyncio.TaskGroup() as group:
                    group.create_task(self._listen())
                    group.create_task(self._sweep(post))
            finally:
                await asyncio.gather(*(line.stop() for line in self._lines.values()))

    async def _listen(self) -> None:
        """Hear of news at once; what is missed is found by the sweep."""
        while True:
            try:
                async with await psycopg.AsyncConnection.connect(self._conninfo, autocommit=True) as connection:
                    await connection.execute(f"LISTEN {EVENT_CHANNEL}".encode())
                    async for notification in connection.notifies():
                        for line in self._lines.values():
                            line.add(notification.payload.partition(":")[0])
            except psycopg.Error as error:
                log.warning("webhooks lost the notification connection", error=str(error))
            await asyncio.sleep(self._pace.sweep_seconds)

    async def _sweep(self, post: Post) -> None:
        """Look which endpoints there are, and what is due for them."""
        while True:
            try:
                await self._look(post)
            except Exception:  # the database may be away for a while
                log.exception("webhooks could not look what is due")
            await asyncio.sleep(self._pace.sweep_seconds)

    async def _look(self, post: Post) -> None:
        async with self._sessions() as session:
            webhooks = WebhookRepository(session)
            endpoints = {endpoint.id: endpoint for endpoint in await webhooks.endpoints(active=True)}
            due = {each: await webhooks.due(each, _FOUND_AT_A_TIME) for each in endpoints}
        for gone in self._lines.keys() - endpoints.keys():
            await self._lines.pop(gone).stop()
        for endpoint_id, endpoint in endpoints.items():
            if endpoint_id not in self._lines:
                self._lines[endpoint_id] = _Line(_Delivering(endpoint, self._sessions, post, self._pace).catch_up)
            for thread_id in due[endpoint_id]:
                self._lines[endpoint_id].add(thread_id)


class _Line:
    """Threads that one endpoint is to hear of: a few at a time, each once at a time."""

    def __init__(self, catch_up: Callable[[str], Awaitable[None]]) -> None:
        self._catch_up = catch_up
        self._waiting: dict[str, None] = {}
        self._running: dict[str, asyncio.Task[None]] = {}

    def add(self, thread_id: str) -> None:
        """Catch up with a thread, again when that is being done: it may have looked already."""
        self._waiting[thread_id] = None
        self._start()

    async def stop(self) -> None:
        """Give up what is being done; it is found again."""
        self._waiting.clear()
        tasks = list(self._running.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _start(self) -> None:
        free = _THREADS_AT_A_TIME - len(self._running)
        for thread_id in list(islice((each for each in self._waiting if each not in self._running), free)):
            del self._waiting[thread_id]
            self._running[thread_id] = asyncio.create_task(self._run(thread_id))

    async def _run(self, thread_id: str) -> None:
        try:
            await self._catch_up(thread_id)
        except Exception:  # the database's trouble; the sweep finds the thread again
            log.exception("webhook delivery broke off", thread=thread_id)
        finally:
            del self._running[thread_id]
            self._start()


@dataclass(frozen=True)
class _Delivering:
    """Brings one endpoint up to date."""

    endpoint: WebhookEndpoint
    sessions: SessionFactory
    post: Post
    pace: Pace

    async def catch_up(self, thread_id: str) -> None:
        """Send what a thread's cursor has before it, in order, until the end or the first failure."""
        async with self.sessions.begin() as session:
            cursor = await WebhookRepository(session).claim(self.endpoint.id, thread_id, _LEASE_SECONDS)
        if cursor is None:
            return
        try:
            seq = cursor.seq
            while (part := await self._next(thread_id, seq))[1]:
                seq = await self._send_all(cursor, *part)
        except DeliveryFailed as failure:
            await self._failed(cursor, str(failure))
        else:
            await self._advance(cursor, seq, 0)

    async def _next(self, thread_id: str, after: int) -> tuple[Thread | None, Sequence[ThreadEvent]]:
        async with self.sessions() as session:
            return await WebhookRepository(session).events(thread_id, after, _EVENTS_AT_A_TIME)

    async def _send_all(self, cursor: WebhookCursor, thread: Thread | None, events: Sequence[ThreadEvent]) -> int:
        assert thread is not None  # events have one
        for event in events:
            if wants(self.endpoint.kinds, event):
                await self.post.send(self.endpoint, thread, event)
                await self._advance(cursor, event.seq, _LEASE_SECONDS)
                cursor.attempts = 0
        return events[-1].seq

    async def _advance(self, cursor: WebhookCursor, seq: int, keep_seconds: float) -> None:
        async with self.sessions.begin() as session:
            await WebhookRepository(session).advance(cursor, seq, keep_seconds)

    async def _failed(self, cursor: WebhookCursor, error: str) -> None:
        attempts = cursor.attempts + 1
        about = {"endpoint": str(self.endpoint.id), "thread": cursor.thread_id, "attempts": attempts, "error": error}
        async with self.sessions.begin() as session:
            webhooks = WebhookRepository(session)
            await webhooks.fail(cursor, attempts, self.pace.retry_seconds * 2 ** (attempts - 1), error)
            if attempts >= self.pace.most_failures:
                await webhooks.switch_off(self.endpoint.id)
        if attempts >= self.pace.most_failures:
            log.error("webhook endpoint is switched off", **about)
        else:
            log.warning("webhook was not delivered", **about)
