"""Servers in processes of their own on a throw-away database, and events that are committed beside them."""

from __future__ import annotations

import asyncio
import json
import logging
import multiprocessing
import random
import resource
import socket
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from uuid import uuid4

import httpx
import psycopg

from assistant.settings import Settings
from channels.app import create_app
from channels.client import demo_cookie
from channels.commands import log_to_stderr
from channels.database import seed_demo, upgrade
from channels.message_center.models import Thread, agent_handler
from channels.serving import bound_socket, run_app
from tools.database import conninfo, make_engine, make_session_factory
from tools.embedded_postgres import embedded_postgres

TODAY = date(2026, 11, 22)
_FILES = 16_384
_STOPPING_SECONDS = 15
_SPAWN = multiprocessing.get_context("spawn")


@contextmanager
def message_center(today: date | None = TODAY) -> Iterator[tuple[Settings, str]]:
    """Settings and database of a message center in which nobody answers but people: no model, no articles."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(_FILES, hard)), hard))
    with tempfile.TemporaryDirectory(prefix="myropo-bench-") as folder:
        Path(folder).chmod(0o755)
        given = {"data_dir": Path(folder), "today": today, "llm_model": "none", "session_secret": "of the benchmark"}
        with embedded_postgres(Path(folder) / "postgres") as url:
            upgrade(url)
            asyncio.run(seed_demo(url, TODAY))
            yield Settings.model_validate(given), url


@contextmanager
def servers(settings: Settings, url: str, count: int = 1) -> Iterator[list[tuple[str, int]]]:
    """Addresses and process ids of servers, each a process of its own."""
    with ExitStack() as stack:
        started = []
        for _ in range(count):
            listening = stack.enter_context(bound_socket("127.0.0.1", 0))
            listening.set_inheritable(True)
            process = _SPAWN.Process(target=_serve, args=(settings, url, listening))
            process.start()
            stack.callback(_end, process)
            started.append((f"http://127.0.0.1:{listening.getsockname()[1]}", process.pid or 0))
        yield started


def _end(process: BaseProcess) -> None:
    process.terminate()
    process.join(_STOPPING_SECONDS)
    if process.is_alive():  # with two thousand open sockets
        process.kill()
        process.join()


def _serve(settings: Settings, url: str, listening: socket.socket) -> None:
    log_to_stderr(logging.ERROR)
    run_app(create_app(settings, url, demo=True, worker=False), listening)


async def patient_cookie(address: str, **who: str) -> str:
    """Sign in once the server answers: its socket is open before it runs."""
    async with asyncio.timeout(60):
        while True:
            try:
                return await demo_cookie(address, **who)
            except httpx.TransportError:
                await asyncio.sleep(0.1)


def resident_kib(pid: int) -> int:
    """Memory of a process."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])


async def make_threads(url: str, count: int, customer: str = "person:anna") -> list[str]:
    """Threads of one customer that an agent holds: nobody else answers in them. Each begins with one event."""
    ids = [uuid4().hex for _ in range(count)]
    engine = make_engine(url, pool_size=1)
    async with make_session_factory(engine).begin() as session:
        session.add_all(
            Thread(
                id=each,
                principal=customer,
                customer_name="Anna Virtanen",
                country="FI",
                language="en",
                handler=agent_handler("maria"),
                created_at=datetime.now(UTC),
            )
            for each in ids
        )
    await engine.dispose()
    with psycopg.connect(conninfo(url)) as connection:
        for thread_id in ids:
            commit_event(connection, thread_id, "begun")
    return ids


def commit_event(connection: psycopg.Connection[tuple[int]], thread_id: str, text: str) -> int:
    """Commit an agent's message, as another process would; return its sequence number."""
    query = "UPDATE thread SET last_seq = last_seq + 1 WHERE id = %s RETURNING last_seq"
    found = connection.execute(query, (thread_id,)).fetchone()
    assert found is not None
    connection.execute(
        "INSERT INTO thread_event (thread_id, seq, kind, author_kind, author_name, audience, payload, at)"
        " VALUES (%s, %s, 'message', 'agent', 'Maria Holm', 'public', %s, now())",
        (thread_id, found[0], json.dumps({"text": text})),
    )
    connection.commit()
    return int(found[0])


class Traffic:
    """Messages that a process of its own commits at an even pace, until it is stopped.

    Args:
        url: the database.
        threads: where messages are written, at random.
        per_second: how many.
    """

    def __init__(self, url: str, threads: Sequence[str], per_second: float) -> None:
        self._here, there = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=_commit, args=(url, list(threads), per_second, there))
        self._process.start()
        self._here.recv()

    def stop(self) -> dict[tuple[str, int], float]:
        """End it; when each message was committed (monotonic seconds), by thread and sequence number."""
        self._here.send(None)
        committed: dict[tuple[str, int], float] = self._here.recv()
        self._process.join()
        return committed


def _commit(url: str, threads: list[str], per_second: float, pipe: Connection) -> None:
    chosen = random.Random(7)
    committed: dict[tuple[str, int], float] = {}
    words = "Your payment of 84.90 EUR has arrived, and invoice 1001 is paid. "
    with psycopg.connect(conninfo(url)) as connection:
        pipe.send("ready")
        began = time.monotonic()
        while not pipe.poll(max(0.0, began + len(committed) / per_second - time.monotonic())):
            thread_id = chosen.choice(threads)
            seq = commit_event(connection, thread_id, f"{len(committed)} {words * 2}")
            committed[thread_id, seq] = time.monotonic()
    pipe.send(committed)
