"""The Python client of a conversation: whatever the network does, nothing is missed, repeated or sent twice."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import aclosing
from functools import partial

import pytest

from channels import remote_terminal
from channels.chat_client import ChatClient
from channels.client import Refused, SignedOut, demo_cookie
from channels.message_center.models import ThreadEvent
from channels.message_center.repository import ThreadRepository
from channels.protocol_schema import checked
from tests.channels.conftest import Start
from tests.channels.network import Proxy
from tests.channels.support import Office
from tests.tools.support import ANNA, day

CHECK = partial(checked, path="/ws/chat")


@pytest.fixture
async def proxy(start: Start) -> AsyncIterator[Proxy]:
    """The application behind a network that fails on demand."""
    async with Proxy.to(await start()) as proxy:
        yield proxy


async def anna(proxy: Proxy, thread_id: str | None = None) -> ChatClient:
    """Anna's conversation, not yet connected."""
    cookie = await demo_cookie(proxy.address, customer="anna")
    return ChatClient(proxy.address, cookie, thread_id=thread_id, language="en", check=CHECK)


async def commit(office: Office, thread_id: str, count: int) -> None:
    """Write an agent's messages."""
    async with office.sessions.begin() as session:
        threads = ThreadRepository(session)
        thread = await threads.get(thread_id, lock=True)
        for number in range(count):
            payload = {"text": f"line {number}"}
            await threads.append(thread, ThreadEvent.new("message", "agent", payload, office.clock.now(), name="Aino"))


async def recorded_kinds(office: Office, thread_id: str) -> list[str]:
    """The kinds of a log's events."""
    return [event.kind for event in await office.events(thread_id)]


async def stored(office: Office, thread_id: str, kind: str = "message") -> None:
    """Wait until the log holds an event of a kind."""
    async with asyncio.timeout(10):
        while kind not in await recorded_kinds(office, thread_id):  # noqa: ASYNC110  # it stands in the database
            await asyncio.sleep(0.01)


class TestAConversation:
    async def test_says_and_hears_in_order(self, proxy: Proxy) -> None:
        async with await anna(proxy) as chat:
            assert await chat.say("my radiator is cold") == 1
            reply = await chat.event("message", "assistant")
            assert reply["payload"]["text"] == "You said: my radiator is cold"
            async with aclosing(chat.events()) as events:
                assert [(await anext(events))["seq"], (await anext(events))["seq"]] == [1, 2]
            await chat.until(lambda: chat.typing is None, 10)
            assert (chat.thread["handler"], chat.cursor) == ("assistant", 2)

    async def test_confirms_and_cancels_cards(self, proxy: Proxy) -> None:
        async with await anna(proxy) as chat:
            await chat.say(f"postpone 1001 to {day(18)}")
            card = (await chat.event("proposal"))["payload"]["proposal"]
            await chat.cancel(card["id"])
            assert (await chat.event("proposal_closed"))["payload"]["status"] == "cancelled"
            last = chat.cursor
            await chat.say(f"postpone 1001 to {day(18)}")
            card = (await chat.event("proposal", after=last))["payload"]["proposal"]
            await chat.confirm(card["id"], card["hash"])
            await chat.event("receipt")
            with pytest.raises(Refused) as refused:
                await chat.confirm("nothing", card["hash"])
            assert refused.value.code == "proposal_not_found"

    async def test_asks_for_a_person(self, proxy: Proxy) -> None:
        async with await anna(proxy) as chat:
            await chat.request_person()
            assert (await chat.event("handoff"))["payload"]["reason"] == "asked_for_person"
            await chat.until(lambda: chat.thread["handler"] == "queue", 10)

    async def test_tells_what_was_refused(self, proxy: Proxy) -> None:
        async with await anna(proxy) as chat:
            with pytest.raises(Refused, match="long") as refused:
                await chat.say("x" * 4001)
            assert refused.value.code == "message_too_long"
            assert await chat.say("shorter") == 1

    async def test_begins_with_the_newest_and_pages_back_to_the_first(self, proxy: Proxy, office: Office) -> None:
        thread = await office.thread(ANNA)
        await commit(office, thread, 250)
        async with await anna(proxy, thread) as chat:
            assert ([e["seq"] for e in chat.log], chat.has_more) == (list(range(151, 251)), True)
            while await chat.history():
                pass
            assert ([e["seq"] for e in chat.log], chat.has_more) == (list(range(1, 251)), False)


class TestALostConnection:
    async def test_is_made_again_without_gap_or_repetition(self, proxy: Proxy, office: Office) -> None:
        async with await anna(proxy) as chat:
            for count in (1, 3, 7):
                proxy.drop()
                await commit(office, chat.thread["id"], count)
            await chat.until(lambda: chat.cursor == 11, 20)
            assert [event["seq"] for event in chat.log] == list(range(1, 12))
            assert chat.connections > 1

    async def test_sends_again_what_was_not_acknowledged_and_it_is_stored_once(
        self, proxy: Proxy, office: Office
    ) -> None:
        async with await anna(proxy) as chat:
            proxy.deaf = True
            saying = asyncio.create_task(chat.say("did you get this?"))
            await stored(office, chat.thread["id"])
            proxy.drop()
            assert await saying == 1
            events = await office.events(chat.thread["id"])
            assert [e.payload["text"] for e in events if e.author_kind == "customer"] == ["did you get this?"]

    async def test_keeps_the_order_of_what_is_said_meanwhile(self, proxy: Proxy) -> None:
        async with await anna(proxy) as chat:
            proxy.drop()
            words = [f"message {number}" for number in range(8)]
            seqs = await asyncio.gather(*map(chat.say, words))
            assert seqs == sorted(seqs)
            said = [e["payload"]["text"] for e in chat.log if e["author"]["kind"] == "customer"]
            await chat.until(lambda: chat.cursor >= seqs[-1], 10)
            said = [e["payload"]["text"] for e in chat.log if e["author"]["kind"] == "customer"]
            assert said == words

    async def test_a_confirmation_whose_answer_was_lost_counts_as_done(self, proxy: Proxy, office: Office) -> None:
        async with await anna(proxy) as chat:
            await chat.say(f"postpone 1001 to {day(18)}")
            card = (await chat.event("proposal"))["payload"]["proposal"]
            proxy.deaf = True
            confirming = asyncio.create_task(chat.confirm(card["id"], card["hash"]))
            await stored(office, chat.thread["id"], "receipt")
            proxy.drop()
            await confirming
            await chat.event("receipt")

    async def test_too_many_frames_come_through_in_the_end(self, proxy: Proxy) -> None:
        async with await anna(proxy) as chat:
            await chat.request_person()
            words = [f"message {number}" for number in range(70)]
            await asyncio.gather(*map(chat.say, words))
            await chat.until(lambda: chat.cursor >= 71, 30)
            said = [e["payload"]["text"] for e in chat.log if e["author"]["kind"] == "customer"]
            assert said == words


class TestWhoMayNotConnect:
    async def test_is_told_so_at_once(self, proxy: Proxy, office: Office) -> None:
        with pytest.raises(SignedOut):
            await ChatClient(proxy.address, "myropo=nonsense").__aenter__()
        with pytest.raises(Refused) as refused:
            await (await anna(proxy, "nowhere")).__aenter__()
        assert refused.value.code == "thread_not_found"

    async def test_nobody_there_is_an_error_at_the_first_try(self) -> None:
        with pytest.raises(ConnectionRefusedError):
            await ChatClient("http://127.0.0.1:1", "myropo=1").__aenter__()


class TestTheTerminal:
    async def test_talks_with_a_server(self, proxy: Proxy, monkeypatch: pytest.MonkeyPatch) -> None:
        printed: list[str] = []
        steps = iter(
            [
                ("You talk with", "my radiator is cold"),
                ("[bold]AI assistant:[/bold] You said: my radiator is cold", "/nonsense"),
                ("There is no such command", "/person"),
                ("A person in customer service will answer you", None),
            ]
        )

        def read_line() -> str | None:
            shown, line = next(steps)
            deadline = time.monotonic() + 30
            while shown not in "\n".join(printed):
                assert time.monotonic() < deadline, (shown, printed)
                time.sleep(0.01)
            return line

        monkeypatch.setattr("channels.remote_terminal.out.print", printed.append)
        monkeypatch.setattr(remote_terminal, "read_line", read_line)
        await remote_terminal.converse(proxy.address, "anna")
        assert next(steps, None) is None
