"""The customer's socket on a real server: nothing is missed, nothing comes twice, nothing is somebody else's."""

from __future__ import annotations

import asyncio

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

from assistant.models.scripted import ScriptedChatModel
from channels.client import Frame, SocketClient, demo_cookie
from channels.message_center.models import ThreadEvent
from channels.message_center.repository import ThreadRepository
from tests.channels.conftest import Start, Visitors, opened_visitors
from tests.channels.support import HeldModel, Office, Playbook
from tests.tools.support import ANNA, day


async def closed_with(url: str, **headers: str) -> int | None:
    """The code that the server closes a connection with."""
    async with connect(url, additional_headers=headers, proxy=None) as connection:
        with pytest.raises(ConnectionClosed) as closing:
            await connection.recv()
        return closing.value.rcvd.code if closing.value.rcvd else None


async def pong(client: SocketClient) -> list[Frame]:
    """All frames until the answer to a ping."""
    await client.send("ping")
    seen = len(client.frames)
    await client.until(lambda frame: frame["type"] == "pong")
    return client.frames[seen:]


def seqs(frames: list[Frame]) -> list[int]:
    """Sequence numbers of the events among frames."""
    return [frame["event"]["seq"] for frame in frames if frame["type"] == "event"]


async def answered(client: SocketClient, words: str) -> None:
    """Say something and wait until the assistant has answered and is at rest."""
    await client.say(words)
    await client.event("message", "assistant")
    await client.until(lambda frame: frame["type"] == "typing" and not frame["on"])


class TestConnecting:
    @pytest.mark.parametrize("path", ["/ws/chat", "/ws/console"])
    async def test_without_a_session_is_closed_with_4401(self, address: str, path: str) -> None:
        url = address.replace("http", "ws") + path
        assert await closed_with(url) == 4401
        assert await closed_with(url, Cookie="myropo=nonsense") == 4401
        assert await closed_with(url, Cookie="myropo=eyJhZ2VudCI6ICJhaW5vIn0=.forged.signature") == 4401

    @pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1", "http://127.0.0.1:1"])
    async def test_from_another_sites_page_is_closed_with_4403(self, address: str, origin: str) -> None:
        for path, who in (("/ws/chat", {"customer": "anna"}), ("/ws/console", {"agent": "aino"})):
            cookie = await demo_cookie(address, **who)
            url = address.replace("http", "ws") + path
            assert await closed_with(url, Cookie=cookie, Origin=origin) == 4403

    async def test_from_its_own_page_is_served(self, address: str) -> None:
        cookie = await demo_cookie(address, customer="anna")
        headers = {"Cookie": cookie, "Origin": address}
        async with connect(
            address.replace("http", "ws") + "/ws/chat", additional_headers=headers, proxy=None
        ) as connection:
            assert (await SocketClient(connection).hello())["thread"]["handler"] == "assistant"

    async def test_a_customers_session_opens_no_console_and_an_agents_no_chat(self, address: str) -> None:
        url = address.replace("http", "ws")
        assert await closed_with(url + "/ws/console", Cookie=await demo_cookie(address, customer="anna")) == 4401
        assert await closed_with(url + "/ws/chat", Cookie=await demo_cookie(address, agent="aino")) == 4401


class TestHello:
    async def test_begins_a_thread_and_says_its_state(self, visitors: Visitors) -> None:
        client = await visitors.connect("/ws/chat", customer="erik")
        hello = await client.hello()
        state = {key: hello["thread"][key] for key in ("language", "handler", "status", "agent")}
        assert state == {"language": "sv", "handler": "assistant", "status": "open", "agent": None}
        assert (hello["events"], hello["last_seq"], hello["typing"]) == ([], 0, None)

    async def test_resumes_with_exactly_what_was_missed(self, visitors: Visitors) -> None:
        client = await visitors.customer()
        for words in ("one thing", "another thing", "a third thing"):
            await answered(client, words)
        for after in range(7):
            later = await visitors.connect("/ws/chat", customer="anna")
            hello = await later.hello(after_seq=after)
            assert [event["seq"] for event in hello["events"]] == list(range(after + 1, 7))
            assert (hello["last_seq"], seqs(await pong(later))) == (6, [])

    async def test_during_a_stream_of_messages_misses_and_repeats_nothing(self, visitors: Visitors) -> None:
        writer, reader = await visitors.customer(), await visitors.connect("/ws/chat", customer="anna")
        seen: list[int] = []

        async def read() -> None:
            for _ in range(12):
                hello = await reader.hello(after_seq=seen[-1] if seen else 0)
                seen.extend(event["seq"] for event in hello["events"])
                before = len(reader.frames)
                await pong(reader)
                seen.extend(seqs(reader.frames[before:]))

        await asyncio.gather(read(), *(writer.say(f"message {n}") for n in range(20)))
        await writer.until(lambda f: f["type"] == "event" and "message 19" in str(f["event"]["payload"].get("text")))
        hello = await reader.hello(after_seq=seen[-1] if seen else 0)
        seen.extend(event["seq"] for event in hello["events"])
        assert seen == list(range(1, len(seen) + 1))
        assert len(seen) >= 20

    async def test_tells_a_returning_customer_who_holds_the_thread(self, visitors: Visitors) -> None:
        client, agent = await visitors.customer(), await visitors.agent()
        await client.send("person.request")
        await client.event("handoff")
        thread = (await client.hello())["thread"]["id"]
        await agent.send("claim", thread_id=thread)
        claimed = await client.event("claimed")
        hello = await client.hello(thread_id=thread, after_seq=claimed["seq"])
        assert (hello["thread"]["agent"], hello["thread"]["handler"]) == ("Aino Laine", "agent:aino")

    async def test_from_the_future_still_gets_what_comes(self, visitors: Visitors) -> None:
        client = await visitors.customer()
        await client.hello(after_seq=1000)
        await client.say("hello there")
        assert (await client.event("message", "customer"))["seq"] == 1

    async def test_to_a_new_thread_leaves_the_old_one(self, visitors: Visitors) -> None:
        old, client = await visitors.customer(), await visitors.customer()
        first = (await client.hello())["thread"]["id"]
        await answered(client, "something to leave behind")
        await client.send("thread.new")
        hello = await client.until(lambda frame: frame["type"] == "hello.ok")
        assert hello["thread"]["id"] != first
        assert hello["thread"]["language"] == "en"
        await answered(old, "something in the old thread")
        assert seqs(await pong(client)) == []


class TestTalking:
    async def test_a_message_is_acknowledged_and_answered(self, visitors: Visitors) -> None:
        client = await visitors.customer()
        client_id = await client.say("a sauna")
        ack = await client.until(lambda frame: frame["type"] == "ack")
        assert ack == {"type": "ack", "client_id": client_id, "seq": 1}
        reply = await client.event("message", "assistant")
        assert (reply["seq"], reply["payload"]["text"]) == (2, "You said: a sauna")

    async def test_typing_goes_on_and_off_around_the_answer(self, start: Start) -> None:
        model = HeldModel(script=Playbook())
        async with opened_visitors(await start(model)) as visitors:
            client = await visitors.customer()
            await client.say("a sauna")
            assert await client.until(lambda f: f["type"] == "typing") == {
                "type": "typing",
                "who": "assistant",
                "on": True,
            }
            later = await visitors.connect("/ws/chat", customer="anna")
            assert (await later.hello())["typing"] == "assistant"
            model.released.set()
            for socket in (client, later):
                await socket.event("message", "assistant")
                off = await socket.until(lambda f: f["type"] == "typing")
                assert off["on"] is False

    async def test_a_retry_is_acknowledged_with_the_same_number(self, visitors: Visitors) -> None:
        client = await visitors.customer()
        for _ in range(2):
            await client.send("message.send", client_id="one", text="a sauna")
            assert (await client.until(lambda frame: frame["type"] == "ack"))["seq"] == 1
        # The answer may have come before the second acknowledgement.
        answered = [f for f in client.frames if f["type"] == "event" and f["event"]["author"]["kind"] == "assistant"]
        if not answered:
            await client.event("message", "assistant")
        assert (await client.hello())["last_seq"] == 2

    async def test_two_windows_of_one_thread_both_get_everything(self, visitors: Visitors) -> None:
        one, two = await visitors.customer(), await visitors.customer()
        await one.say("a sauna")
        for client in (one, two):
            assert (await client.event("message", "customer"))["payload"]["text"] == "a sauna"
            assert (await client.event("message", "assistant"))["seq"] == 2

    async def test_a_card_is_confirmed_and_the_invoice_list_shows_it(self, visitors: Visitors, office: Office) -> None:
        client = await visitors.customer()
        await client.say(f"postpone 1001 to {day(18)}")
        card = (await client.event("proposal", "assistant"))["payload"]["proposal"]
        await client.send("proposal.confirm", proposal_id=card["id"], hash=card["hash"])
        receipt = await client.event("receipt")
        assert receipt["payload"]["proposal_id"] == card["id"]
        assert (await office.invoice("1001")).due_date == day(18)

    async def test_a_card_is_cancelled(self, visitors: Visitors) -> None:
        client = await visitors.customer()
        await client.say(f"postpone 1001 to {day(18)}")
        card = (await client.event("proposal"))["payload"]["proposal"]
        await client.send("proposal.cancel", proposal_id=card["id"])
        assert (await client.event("proposal_closed"))["payload"]["status"] == "cancelled"

    async def test_the_language_can_be_chosen(self, visitors: Visitors) -> None:
        client = await visitors.customer()
        await client.send("language.set", language="fi")
        await pong(client)
        assert (await client.hello())["thread"]["language"] == "fi"


class TestSecrets:
    async def test_internal_events_never_reach_the_customer(self, visitors: Visitors, office: Office) -> None:
        client, agent = await visitors.customer(), await visitors.agent()
        thread = (await client.hello())["thread"]["id"]
        await agent.send("thread.open", thread_id=thread)
        await agent.until(lambda frame: frame["type"] == "thread")
        async with office.sessions.begin() as session:
            threads = ThreadRepository(session)
            note = ThreadEvent.new("message", "agent", {"text": "a note"}, office.clock.now())
            note.audience = "internal"
            await threads.append(await threads.get(thread, lock=True), note)
        assert (await agent.event("message"))["payload"]["text"] == "a note"
        await client.say("a sauna")
        await client.event("message", "assistant")
        assert seqs(client.frames) == [2, 3]
        resumed = await client.hello(after_seq=0)
        assert [event["seq"] for event in resumed["events"]] == [2, 3]

    async def test_events_of_other_threads_never_reach_the_customer(self, visitors: Visitors) -> None:
        annas, sofias = await visitors.customer("anna"), await visitors.customer("sofia")
        await answered(annas, "a secret of mine")
        await answered(sofias, "something else")
        assert "secret" not in str(sofias.frames)
        assert "something else" not in str(annas.frames + await pong(annas))

    async def test_the_model_is_given_the_own_thread_only(self, start: Start, office: Office) -> None:
        book = Playbook()
        async with opened_visitors(await start(ScriptedChatModel(script=book))) as visitors:
            await answered(await visitors.customer("anna"), "a secret of mine")
            await answered(await visitors.customer("sofia"), "something else")
        assert "secret" not in book.words()
        assert ANNA.key not in book.words()
