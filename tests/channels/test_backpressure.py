"""Clients that do not read, do not answer or send too much are cut off; nobody else notices, and they may come back."""

from __future__ import annotations

import asyncio
import json

import pytest
from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

from assistant.models.scripted import ScriptedChatModel
from channels import serving, sockets
from channels.app import create_app
from channels.client import SocketClient, demo_cookie
from channels.message_center.models import ThreadEvent
from channels.message_center.repository import ThreadRepository
from channels.sockets import FrameAllowance
from tests.channels.conftest import SettingsOf, Start, Visitors, opened_visitors
from tests.channels.network import heard_in_silence, reluctant
from tests.channels.support import Office, Playbook, served

_MANY, _AT_ONCE = 5000, 250
_LONG = "".join(chr(0x4E00 + n * 37 % 20_000) for n in range(700))


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Servers that wait half a second for a reader, and two for what is left to be taken."""
    monkeypatch.setattr(sockets, "SEND_SECONDS", 0.5)
    monkeypatch.setattr(serving, "_STALLED_SECONDS", 2.0)


async def commit_many(office: Office, thread_id: str, count: int) -> None:
    """Write an agent's messages, two kilobytes each, until the log has so many events."""
    for _ in range(0, count, _AT_ONCE):
        async with office.sessions.begin() as session:
            thread = await ThreadRepository(session).get(thread_id, lock=True)
            for number in range(thread.last_seq, min(thread.last_seq + _AT_ONCE, count)):
                payload = {"text": f"{number} {_LONG}"}
                event = ThreadEvent.new("message", "agent", payload, office.clock.now(), name="Aino Laine")
                thread.last_seq += 1
                event.thread_id, event.seq = thread_id, thread.last_seq
                session.add(event)


async def seen_by(client: SocketClient, last: int) -> list[int]:
    """Sequence numbers of the events that a client gets, up to the last one."""
    await client.until(lambda f: f["type"] == "event" and f["event"]["seq"] == last, seconds=60)
    return [frame["event"]["seq"] for frame in client.frames if frame["type"] == "event"]


async def read_on(connection: ClientConnection) -> tuple[list[int], ConnectionClosed]:
    """Read until the connection ends: sequence numbers of the events, and how it ended."""
    seqs: list[int] = []
    while True:
        try:
            frame = json.loads(await connection.recv())
        except ConnectionClosed as closed:
            return seqs, closed
        if frame["type"] == "event":
            seqs.append(frame["event"]["seq"])


@pytest.mark.usefixtures("impatient")
class TestAReaderThatDoesNotRead:
    @pytest.mark.slow
    async def test_is_cut_off_while_others_get_everything_and_resumes_without_gap(
        self, visitors: Visitors, office: Office
    ) -> None:
        reader = await visitors.customer()
        thread = (await reader.hello())["thread"]["id"]
        await commit_many(office, thread, 1)
        await reader.event("message", "agent")
        cookie = await demo_cookie(visitors.address, customer="anna")
        async with reluctant(visitors.address, "/ws/chat", cookie) as sleeper:
            await sleeper.send(json.dumps({"type": "hello", "thread_id": thread}))
            assert json.loads(await sleeper.recv())["type"] == "hello.ok"
            seen, _ = await asyncio.gather(seen_by(reader, _MANY), commit_many(office, thread, _MANY))
            assert seen == list(range(1, _MANY + 1))
            before, _ = await asyncio.wait_for(read_on(sleeper), 20)
        assert before == list(range(2, len(before) + 2))
        assert before[-1] < _MANY
        back = await visitors.connect("/ws/chat", customer="anna")
        hello = await back.hello(thread_id=thread, after_seq=before[-1])
        assert [event["seq"] for event in hello["events"]] == list(range(before[-1] + 1, _MANY + 1))

    async def test_finds_the_close_code_when_it_reads_again_in_time(
        self, address: str, office: Office, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(serving, "_STALLED_SECONDS", 60.0)
        thread = await office.thread()
        await commit_many(office, thread, 1)
        cut = asyncio.Event()
        monkeypatch.setattr(sockets.FrameSocket, "_close", _noted(cut))
        cookie = await demo_cookie(address, customer="anna")
        async with reluctant(address, "/ws/chat", cookie) as sleeper:
            await sleeper.send(json.dumps({"type": "hello", "thread_id": thread}))
            assert json.loads(await sleeper.recv())["type"] == "hello.ok"
            await commit_many(office, thread, 2000)
            await asyncio.wait_for(cut.wait(), 20)
            before, closed = await read_on(sleeper)
        assert closed.rcvd is not None
        assert (closed.rcvd.code, closed.rcvd.reason) == (1013, "too slow: connect again and resume")
        assert before == list(range(2, len(before) + 2))


def _noted(cut: asyncio.Event) -> object:
    """``FrameSocket._close`` that also tells that it was called."""
    close = sockets.FrameSocket._close

    def noted(self: sockets.FrameSocket, code: int, reason: str) -> None:
        cut.set()
        close(self, code, reason)

    return noted


class TestAClientThatAnswersNoPings:
    async def test_is_taken_for_dead_and_one_that_does_lives_on(
        self, database_url: str, settings_of: SettingsOf
    ) -> None:
        model = ScriptedChatModel(script=Playbook())
        app = create_app(settings_of(), database_url, demo=True, worker=False, model=model)
        async with (
            served(app, ws_ping_interval=0.2, ws_ping_timeout=0.2) as address,
            opened_visitors(address) as visitors,
        ):
            lively = await visitors.customer()
            cookie = await demo_cookie(address, customer="erik")
            everything = await asyncio.wait_for(heard_in_silence(address, "/ws/chat", cookie), 10)
            assert b"hello.ok" in everything
            assert b"keepalive ping timeout" in everything
            await lively.send("ping")
            await lively.until(lambda frame: frame["type"] == "pong")

    def test_has_forty_seconds(self) -> None:
        config = serving.server_config(None)
        assert (config.ws_ping_interval, config.ws_ping_timeout) == (20.0, 20.0)


class TestAClientThatSendsTooMuch:
    async def test_is_told_once_and_cut_off_when_it_goes_on(self, start: Start) -> None:
        async with opened_visitors(await start(worker=False)) as visitors:
            client, other = await visitors.customer(), await visitors.customer("erik")
            for _ in range(1000):
                try:
                    await client.send("ping")
                except ConnectionClosed:
                    break
            with pytest.raises(ConnectionClosed) as closing:
                await client.until(lambda frame: False)
            assert closing.value.rcvd is not None
            assert closing.value.rcvd.code == 1008
            errors = [frame["code"] for frame in client.frames if frame["type"] == "error"]
            assert errors == ["too_many_frames"]
            await other.send("ping")
            await other.until(lambda frame: frame["type"] == "pong")

    def test_may_go_on_when_it_has_paused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        now = 0.0
        monkeypatch.setattr("channels.sockets.time.monotonic", lambda: now)
        allowance = FrameAllowance(per_second=20, at_once=60)
        assert [allowance.take() for _ in range(61)] == [True] * 60 + [False]
        now = 1.0
        assert [allowance.take() for _ in range(21)] == [True] * 20 + [False]
        assert allowance.refused == 2
        now = 10.0
        assert [allowance.take() for _ in range(60)] == [True] * 60
        assert allowance.refused == 0
