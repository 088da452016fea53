"""What was promised survives: a killed process, a lost database connection."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import psycopg
import pytest
from websockets.exceptions import ConnectionClosed

from assistant.models.scripted import ScriptedChatModel
from channels.client import SocketClient, demo_cookie
from tests.channels.conftest import Start, Visitors, opened_visitors
from tests.channels.support import HeldModel, Office, Playbook, at_work
from tools.database import conninfo

SCRIPT = Path(__file__).with_name("durable_server.py")
ROOT = Path(__file__).parents[2]


class Process:
    """A server in a process of its own, which has imported everything and waits to begin."""

    def __init__(self, running: asyncio.subprocess.Process) -> None:
        self._running = running

    async def begin(self) -> str:
        """Let it serve, and give its address."""
        assert self._running.stdin is not None
        assert self._running.stdout is not None
        self._running.stdin.write(b"\n")
        return f"http://127.0.0.1:{int(await self._running.stdout.readline())}"

    async def kill(self) -> None:
        """End it without a chance to tidy up; harmless when it has ended."""
        if self._running.returncode is None:
            self._running.send_signal(signal.SIGKILL)
        await self._running.communicate()


@asynccontextmanager
async def process(database_url: str, data_dir: Path, seconds: float) -> AsyncIterator[Process]:
    """A server that takes so long for each answer; killed at the end."""
    pipe = asyncio.subprocess.PIPE
    arguments = [str(SCRIPT), database_url, str(data_dir), str(seconds)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    running = Process(
        await asyncio.create_subprocess_exec(
            sys.executable, *arguments, stdin=pipe, stdout=pipe, cwd=data_dir, env=environment
        )
    )
    try:
        yield running
    finally:
        await running.kill()


@asynccontextmanager
async def customer_at(address: str) -> AsyncIterator[SocketClient]:
    """Anna's socket on which nothing was said yet."""
    async with SocketClient.open(address, "/ws/chat", await demo_cookie(address, customer="anna")) as client:
        yield client


async def working(office: Office) -> None:
    """Wait until a worker has begun a turn."""
    query = "SELECT count(*) FROM procrastinate_jobs WHERE status = 'doing' AND task_name = 'take_turn'"
    async with asyncio.timeout(30):
        while not await office.count(query):  # noqa: ASYNC110  # another process works: there is no event to await
            await asyncio.sleep(0.02)


@pytest.mark.slow
class TestAKilledProcess:
    async def test_leaves_an_answer_that_comes_after_the_restart_and_once(
        self, database_url: str, data_dir: Path, office: Office
    ) -> None:
        async with (
            process(database_url, data_dir, seconds=60) as slow,
            process(database_url, data_dir, seconds=0) as restarted,
        ):
            address = await slow.begin()
            async with customer_at(address) as client:
                thread = (await client.hello(language="en"))["thread"]["id"]
                await client.say("do not forget me")
                await client.until(lambda frame: frame["type"] == "ack")
                await working(office)
                await slow.kill()
            assert await office.replies(thread) == []

            async with customer_at(await restarted.begin()) as client:
                hello = await client.hello(thread_id=thread, after_seq=1)
                if not hello["events"]:
                    await client.event("message", "assistant")
                # The dead worker's job is taken up too; whatever comes of it comes before the next answer.
                await client.say("and this")
                await client.event("message", "assistant")
            assert await office.kinds(thread) == ["customer message", "assistant message"] * 2


@pytest.mark.slow
class TestALostDatabaseConnection:
    @staticmethod
    async def lose(database_url: str) -> None:
        """End every other connection to the database, as a restart of PostgreSQL does."""
        async with await psycopg.AsyncConnection.connect(conninfo(database_url), autocommit=True) as connection:
            await connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )

    async def test_stops_neither_sockets_nor_answers(self, database_url: str, visitors: Visitors) -> None:
        client, agent = await visitors.customer(), await visitors.agent()
        await self.lose(database_url)
        await client.say("still there?")
        # The acknowledgement and the event come in either order.
        answer = await client.until(lambda frame: frame["type"] in ("event", "error"))
        if answer["type"] == "error":
            assert answer["code"] == "internal"
            await client.say("still there?")
            await client.event("message", "customer")
        await client.event("message", "assistant")
        await client.send("person.request")
        await client.event("handoff")
        await agent.until(lambda frame: frame["type"] == "queue" and len(frame["queue"]) == 1)

    async def test_leaves_a_worker_that_takes_turns(self, database_url: str, office: Office) -> None:
        taken: asyncio.Queue[str] = asyncio.Queue()
        async with at_work(database_url, office, taken.put) as (jobs, worker):
            await jobs.defer_turn("before")
            async with asyncio.timeout(30):
                assert await taken.get() == "before"
                # It looks for jobs every 0.2 s: one of these finds it at that.
                for _ in range(40):
                    await self.lose(database_url)
                    await asyncio.sleep(0.05)
                assert not worker.done()
                while True:
                    await jobs.defer_turn("after")
                    with contextlib.suppress(TimeoutError):
                        assert await asyncio.wait_for(taken.get(), 1) == "after"
                        break

    async def test_does_not_leave_a_socket_that_hears_nothing(
        self, database_url: str, visitors: Visitors, office: Office
    ) -> None:
        client = await visitors.customer()
        hello = await client.hello()
        await self.lose(database_url)
        await office.say(hello["thread"]["id"], "from another window")
        try:
            await client.event("message", "customer")
        except ConnectionClosed:
            # What the socket could not read any more it leaves to the next one.
            again = await visitors.connect("/ws/chat", customer="anna")
            events = (await again.hello(after_seq=hello["last_seq"]))["events"]
            assert [event["payload"]["text"] for event in events][:1] == ["from another window"]


@pytest.mark.slow
class TestALostMessage:
    async def test_without_a_job_is_found_by_the_sweep(self, start: Start, office: Office) -> None:
        thread = await office.thread()
        await office.say(thread, "nobody was asked to answer this")
        async with opened_visitors(await start(ScriptedChatModel(script=Playbook()))) as visitors:
            client = await visitors.connect("/ws/chat", customer="anna")
            hello = await client.hello(thread_id=thread)
            if len(hello["events"]) == 1:
                await client.event("message", "assistant")
        assert await office.kinds(thread) == ["customer message", "assistant message"]


class TestAFailingTurn:
    async def test_does_not_block_the_turn_that_waits_behind_it(self, database_url: str, office: Office) -> None:
        begun, released, answered = asyncio.Event(), asyncio.Event(), asyncio.Event()

        async def take(thread_id: str) -> None:
            if begun.is_set():
                answered.set()
                return
            begun.set()
            await released.wait()
            raise ConnectionError("the database was away")

        async with at_work(database_url, office, take) as (jobs, _):
            await jobs.defer_turn("some thread")
            await begun.wait()
            await jobs.defer_turn("some thread")
            released.set()
            async with asyncio.timeout(20):
                await answered.wait()


class TestASlowModel:
    async def test_is_given_up_and_the_thread_goes_to_a_person(self, start: Start) -> None:
        model = HeldModel(script=Playbook())
        async with opened_visitors(await start(model, turn_seconds=0.05)) as visitors:
            client = await visitors.customer()
            await client.say("a sauna")
            assert (await client.event("handoff"))["payload"]["reason"] == "assistant_unavailable"
