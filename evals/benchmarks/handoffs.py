"""Handoffs on two server processes: claimed once each and in order, and how soon consoles show them."""

from __future__ import annotations

import asyncio
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass, field

import psycopg

from assistant.settings import Settings
from channels.client import SocketClient
from channels.message_center.handoffs import hand_over
from channels.message_center.repository import ThreadRepository
from channels.message_center.staff import Agent
from channels.runtime import Runtime, open_runtime
from evals.benchmarks.processes import message_center, patient_cookie, servers
from evals.statistics import percentile
from tools.context import Principal
from tools.database import conninfo
from tools.results import HandoffReason

Row = tuple[str, str, str]
_AGENTS, _HANDOFFS = 50, 1000
_PER_SECOND, _PACED = 10, 300
_REASONS: tuple[HandoffReason, ...] = ("asked_for_person", "hardship", "dispute", "not_understood")
_CUSTOMER = Principal("person", "anna")
_PATIENCE = 120.0


def measure() -> list[Row]:
    """First at an even pace, then all at once."""
    with message_center() as (settings, url), servers(settings, url, 2) as started:
        return asyncio.run(_measure(settings, url, [address for address, _ in started]))


@dataclass
class _Console:
    """An agent's page: notes when a thread was first shown, or how many were first shown to wait."""

    client: SocketClient
    shown: dict[str, float] = field(default_factory=dict)
    counted: dict[int, float] = field(default_factory=dict)
    answered: asyncio.Queue[str | None] = field(default_factory=asyncio.Queue)

    async def read(self) -> None:
        """Take whatever comes."""
        while True:
            frame = await self.client.receive()
            self.client.frames.clear()
            if frame["type"] == "claimed.next":
                self.answered.put_nowait(frame["thread_id"])
            elif frame["type"] == "queue":
                now = time.monotonic()
                self.counted.setdefault(frame["waiting"], now)
                for line in frame["queue"]:
                    self.shown.setdefault(line["id"], now)

    async def claim_next(self) -> str | None:
        """Take the next thread."""
        await self.client.send("claim.next")
        return await self.answered.get()


async def _measure(settings: Settings, url: str, addresses: list[str]) -> list[Row]:
    async with AsyncExitStack() as stack:
        runtime = await stack.enter_async_context(open_runtime(settings, url, durable=False))
        await _hire(runtime)
        consoles = []
        for number in range(_AGENTS):
            address = addresses[number % len(addresses)]
            cookie = await patient_cookie(address, agent=f"agent{number}")
            client = await stack.enter_async_context(SocketClient.open(address, "/ws/console", cookie))
            await client.hello()
            consoles.append(_Console(client))
        reading = [asyncio.create_task(console.read()) for console in consoles]
        try:
            return [*await _paced(runtime, consoles), *await _storm(runtime, url, consoles)]
        finally:
            for task in reading:
                task.cancel()


async def _hire(runtime: Runtime) -> None:
    async with runtime.sessions.begin() as session:
        for number in range(_AGENTS):
            session.add(Agent(id=f"agent{number}", name=f"Agent {number}", languages=["en", "fi", "sv", "nb"]))


async def _hand_over(runtime: Runtime, number: int) -> tuple[str, float]:
    """A new conversation that waits for a person; when that was committed."""
    thread_id = (await runtime.center.new_thread(_CUSTOMER, "en")).id
    async with runtime.sessions.begin() as session:
        thread = await ThreadRepository(session).get(thread_id, lock=True)
        await hand_over(session, thread, _REASONS[number % len(_REASONS)], runtime.clock.now())
    return thread_id, time.monotonic()


async def _paced(runtime: Runtime, consoles: list[_Console]) -> list[Row]:
    """Ten a second; agents take them as they come."""
    committed: dict[str, float] = {}
    began = time.monotonic()
    for number in range(_PACED):
        await asyncio.sleep(max(0.0, began + number / _PER_SECOND - time.monotonic()))
        thread_id, moment = await _hand_over(runtime, number)
        committed[thread_id] = moment
        await _all_show(consoles, thread_id)
        await consoles[number % _AGENTS].claim_next()
    late = [(c.shown[each] - moment) * 1000 for each, moment in committed.items() for c in consoles]
    pace = _PACED / (time.monotonic() - began)
    what = f"{_PACED} handoffs at {pace:.0f}/s, {_AGENTS} consoles on two server processes: committed to shown"
    return [
        (f"{what}, p50", "", f"{percentile(late, 0.5):.0f} ms"),
        ("the same: p99", "<= 200 ms", f"{percentile(late, 0.99):.0f} ms"),
    ]


async def _all_show(consoles: list[_Console], thread_id: str) -> None:
    async with asyncio.timeout(_PATIENCE):
        while not all(thread_id in console.shown for console in consoles):  # noqa: ASYNC110  # other processes' news
            await asyncio.sleep(0.005)


async def _storm(runtime: Runtime, url: str, consoles: list[_Console]) -> list[Row]:
    """A thousand at once, then everybody claims until nobody waits."""
    for console in consoles:
        console.counted.clear()
    began, moments, handed = time.monotonic(), [], []
    for number in range(_HANDOFFS):
        thread_id, moment = await _hand_over(runtime, number)
        moments.append(moment)
        handed.append(thread_id)
    pace = _HANDOFFS / (time.monotonic() - began)
    late = [late for console in consoles for late in await _lateness(console, moments)]
    order = await asyncio.to_thread(_waiting_order, url)
    began = time.monotonic()
    claims = [claim for each in await asyncio.gather(*map(_claim_all, consoles)) for claim in each]
    seconds = time.monotonic() - began
    claimed = [thread_id for thread_id, _, _ in claims]
    inversions = _inversions(order, claims)
    return [
        (
            f"{_HANDOFFS} handoffs as fast as they can be written ({pace:.0f}/s): committed to counted, p99",
            "",
            f"{percentile(late, 0.99):.0f} ms",
        ),
        (
            f"these claimed by {_AGENTS} agents at once on two server processes: claimed twice, lost, out of order",
            "0, 0, 0",
            f"{len(claimed) - len(set(claimed))}, {len(set(handed) - set(claimed))}, {inversions}",
        ),
        ("the same: claims per second", "", f"{len(claimed) / seconds:.0f}/s"),
    ]


async def _lateness(console: _Console, moments: list[float]) -> list[float]:
    """How long after each handoff a console showed that so many wait, in milliseconds."""
    async with asyncio.timeout(_PATIENCE):
        while max(console.counted, default=0) < len(moments):  # noqa: ASYNC110  # another process's news
            await asyncio.sleep(0.01)
    late, first = [], float("inf")
    for count in range(len(moments), 0, -1):
        first = min(first, console.counted.get(count, first))
        late.append((first - moments[count - 1]) * 1000)
    return late


def _waiting_order(url: str) -> dict[str, tuple[int, int]]:
    """Priority and place of each waiting thread."""
    query = "SELECT id, priority FROM thread WHERE handler = 'queue' ORDER BY priority DESC, queued_at, id"
    with psycopg.connect(conninfo(url)) as connection:
        return {row[0]: (row[1], place) for place, row in enumerate(connection.execute(query))}


async def _claim_all(console: _Console) -> list[tuple[str, float, float]]:
    """Threads that an agent got, with the moments of asking and of the answer."""
    claims: list[tuple[str, float, float]] = []
    while True:
        asked = time.monotonic()
        thread_id = await console.claim_next()
        if thread_id is None:
            return claims
        claims.append((thread_id, asked, time.monotonic()))


def _inversions(order: dict[str, tuple[int, int]], claims: list[tuple[str, float, float]]) -> int:
    """How many threads were asked for only after one of their priority that stood behind them had been given away."""
    found = 0
    for priority in {each for each, _ in order.values()}:
        same = sorted((claim for claim in claims if order[claim[0]][0] == priority), key=lambda c: order[c[0]][1])
        earliest_answer = float("inf")
        for _, asked, answered in reversed(same):
            found += asked > earliest_answer
            earliest_answer = min(earliest_answer, answered)
    return found
