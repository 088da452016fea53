"""Many customers' sockets on one server process: memory, how soon an event is shown, and storms of reconnections."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import TypeVar

import psycopg

from assistant.settings import Settings
from channels.chat_client import ChatClient
from channels.client import Frame, SocketClient
from evals.benchmarks.processes import (
    Traffic,
    commit_event,
    make_threads,
    message_center,
    patient_cookie,
    resident_kib,
    servers,
)
from evals.statistics import percentile
from tools.database import conninfo

Row = tuple[str, str, str]
A = TypeVar("A")
B = TypeVar("B")
_WIDGETS, _MESSAGES_PER_SECOND, _SECONDS = 2000, 200, 20
_STORMED, _STORM_THREADS, _STORMS, _STORM_MESSAGES_PER_SECOND = 1000, 200, 5, 50
_EVENTS, _OPENINGS = 2000, 30
_AT_ONCE = 50
_PATIENCE = 120.0


def measure() -> list[Row]:
    """All three, each on a server of its own."""
    rows: list[Row] = []
    for one in (_fan_out, _storm, _long_thread):
        with message_center() as (settings, url), servers(settings, url) as [(address, pid)]:
            rows += asyncio.run(one(settings, url, address, pid))
    return rows


@dataclass
class _Widget:
    """A customer's page: notes when each event came."""

    client: SocketClient
    thread_id: str
    came: dict[tuple[str, int], float] = field(default_factory=dict)

    async def read(self) -> None:
        while True:
            frame = await self.client.receive()
            self.client.frames.clear()
            if frame["type"] == "event":
                self.came[self.thread_id, frame["event"]["seq"]] = time.monotonic()


async def _fan_out(settings: Settings, url: str, address: str, pid: int) -> list[Row]:
    threads = await make_threads(url, _WIDGETS)
    cookie = await patient_cookie(address, customer="anna")
    async with AsyncExitStack() as stack:

        async def connect(thread_id: str) -> _Widget:
            client = await stack.enter_async_context(SocketClient.open(address, "/ws/chat", cookie))
            await client.hello(thread_id=thread_id)
            return _Widget(client, thread_id)

        # The first ones load what the process needs anyway.
        widgets = await _few_at_a_time(connect, threads[:_AT_ONCE])
        before = resident_kib(pid)
        widgets += await _few_at_a_time(connect, threads[_AT_ONCE:])
        each = (resident_kib(pid) - before) / (_WIDGETS - _AT_ONCE)
        reading = [asyncio.create_task(widget.read()) for widget in widgets]
        traffic = await asyncio.to_thread(Traffic, url, threads, _MESSAGES_PER_SECOND)
        await asyncio.sleep(_SECONDS)
        committed = await asyncio.to_thread(traffic.stop)
        came: dict[tuple[str, int], float] = {}
        async with asyncio.timeout(_PATIENCE):
            while len(came) < len(committed):
                await asyncio.sleep(0.1)
                came = {event: moment for widget in widgets for event, moment in widget.came.items()}
        for task in reading:
            task.cancel()
    late = [(came[event] - moment) * 1000 for event, moment in committed.items()]
    pace = len(committed) / _SECONDS
    return [
        (f"{_WIDGETS} connected widgets on one server process: memory per socket", "", f"{each:.0f} KiB"),
        (
            f"the same at {pace:.0f} messages/s for {_SECONDS} s: committed to shown, p50",
            "",
            f"{percentile(late, 0.5):.0f} ms",
        ),
        ("the same: p99", "<= 100 ms", f"{percentile(late, 0.99):.0f} ms"),
    ]


async def _storm(settings: Settings, url: str, address: str, pid: int) -> list[Row]:
    threads = await make_threads(url, _STORM_THREADS)
    cookie = await patient_cookie(address, customer="anna")
    async with AsyncExitStack() as stack:

        async def connect(number: int) -> ChatClient:
            thread_id = threads[number % _STORM_THREADS]
            return await stack.enter_async_context(ChatClient(address, cookie, thread_id=thread_id))

        clients = await _few_at_a_time(connect, range(_STORMED))
        traffic = await asyncio.to_thread(Traffic, url, threads, _STORM_MESSAGES_PER_SECOND)
        took = []
        for _ in range(_STORMS):
            began = time.monotonic()
            await asyncio.gather(*map(_again, clients))
            took.append(time.monotonic() - began)
        committed = await asyncio.to_thread(traffic.stop)
        logs = await asyncio.to_thread(_logs, url)
        await asyncio.gather(*(_caught_up(client, len(logs[client.thread["id"]])) for client in clients))
        same = sum(_seen(client.log) == logs[client.thread["id"]] for client in clients)
    return [
        (
            f"{_STORMED} sockets dropped and resumed {_STORMS} times while {len(committed)} messages came:"
            " clients whose log is the database's",
            f"{_STORMED}",
            f"{same}",
        ),
        ("the same: until the last one was back, longest", "", f"{max(took):.1f} s"),
    ]


async def _again(client: ChatClient) -> None:
    before = client.connections
    client.reconnect()
    await client.until(lambda: client.connections > before, _PATIENCE)


async def _caught_up(client: ChatClient, last: int) -> None:
    await client.until(lambda: client.cursor >= last, _PATIENCE)


def _seen(log: Sequence[Frame]) -> list[tuple[int, str]]:
    return [(event["seq"], event["payload"]["text"]) for event in log]


def _logs(url: str) -> dict[str, list[tuple[int, str]]]:
    """Every thread's log."""
    logs: dict[str, list[tuple[int, str]]] = {}
    with psycopg.connect(conninfo(url)) as connection:
        query = "SELECT thread_id, seq, payload ->> 'text' FROM thread_event ORDER BY thread_id, seq"
        for thread_id, seq, words in connection.execute(query):
            logs.setdefault(thread_id, []).append((seq, words))
    return logs


async def _long_thread(settings: Settings, url: str, address: str, pid: int) -> list[Row]:
    [thread_id] = await make_threads(url, 1)
    with psycopg.connect(conninfo(url)) as connection:
        for number in range(1, _EVENTS):
            commit_event(connection, thread_id, f"{number} Your payment of 84.90 EUR has arrived. " * 3)
    cookies = await patient_cookie(address, customer="anna"), await patient_cookie(address, agent="maria")
    async with (
        SocketClient.open(address, "/ws/chat", cookies[0]) as customer,
        SocketClient.open(address, "/ws/console", cookies[1]) as agent,
    ):
        await agent.hello()

        async def widget() -> None:
            await customer.hello(thread_id=thread_id)

        async def console() -> None:
            await agent.send("thread.open", thread_id=thread_id)
            await agent.until(lambda frame: frame["type"] == "thread")

        rows = []
        for who, opened in (("the widget", widget), ("the console", console)):
            spent = []
            for _ in range(_OPENINGS):
                began = time.monotonic()
                await opened()
                spent.append((time.monotonic() - began) * 1000)
                await asyncio.sleep(0.1)  # people do not open as fast as they can
            what = f"opening a thread of {_EVENTS} events in {who}, {_OPENINGS} times: p50, longest"
            rows.append((what, "<= 200 ms", f"{percentile(spent, 0.5):.0f} ms, {max(spent):.0f} ms"))
        return rows


async def _few_at_a_time(make: Callable[[A], Awaitable[B]], wanted: Sequence[A]) -> list[B]:
    """Make all, as many at a time as connect in practice."""
    made: list[B] = []
    for first in range(0, len(wanted), _AT_ONCE):
        made += await asyncio.gather(*map(make, wanted[first : first + _AT_ONCE]))
    return made
