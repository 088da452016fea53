"""What passes between a waiting customer and customer service while it happens: places, typing, reading, old pages."""

from __future__ import annotations

from typing import Any

from channels.client import Frame, SocketClient
from tests.channels.conftest import Visitors
from tests.channels.support import Office
from tests.tools.support import ANNA


async def waits(visitors: Visitors, handle: str = "anna") -> tuple[SocketClient, str]:
    """A customer's socket whose thread waits for a person."""
    client = await visitors.connect("/ws/chat", customer=handle)
    thread = (await client.hello(language="en"))["thread"]["id"]
    await client.send("person.request")
    await client.event("handoff")
    return client, thread


async def place(client: SocketClient, position: int | None) -> dict[str, Any] | None:
    """The next frame that tells this place in the queue, or that there is none any more."""
    frame = await client.until(lambda f: f["type"] == "queue" and (f["queue"] or {}).get("position") == position)
    return dict(frame["queue"]) if frame["queue"] else None


async def opened(agent: SocketClient, thread: str, **fields: object) -> Frame:
    """A thread as the console opens it."""
    await agent.send("thread.open", thread_id=thread, **fields)
    return await agent.until(lambda f: f["type"] == "thread" and f["thread"]["id"] == thread)


class TestAPlaceInTheQueue:
    async def test_is_told_and_moves_up(self, visitors: Visitors) -> None:
        _, first = await waits(visitors, "anna")
        olli, _ = await waits(visitors, "olli")
        second = await place(olli, 2)
        assert second is not None
        assert second["text"].startswith("You are number 2 in the queue.")
        aino = await visitors.agent("aino")
        await aino.send("claim", thread_id=first)
        await place(olli, 1)
        await aino.send("claim.next")
        await place(olli, None)

    async def test_is_told_again_after_a_reconnect(self, visitors: Visitors) -> None:
        _, thread = await waits(visitors)
        again = await visitors.connect("/ws/chat", customer="anna")
        hello = await again.hello(thread_id=thread)
        assert hello["queue"]["position"] == 1

    async def test_can_be_given_up(self, visitors: Visitors) -> None:
        anna, _ = await waits(visitors)
        await anna.send("queue.leave")
        assert (await anna.event("status"))["payload"]["status"] == "left_queue"
        await place(anna, None)


class TestNext:
    async def test_answers_with_the_thread_or_that_nobody_waits(self, visitors: Visitors) -> None:
        aino = await visitors.agent("aino")
        await aino.send("claim.next")
        assert (await aino.until(lambda f: f["type"] == "claimed.next"))["thread_id"] is None
        _, thread = await waits(visitors)
        await aino.send("claim.next")
        assert (await aino.until(lambda f: f["type"] == "claimed.next"))["thread_id"] == thread


class TestTypingAndReading:
    async def test_reach_the_other_side_while_a_person_holds_the_thread(self, visitors: Visitors) -> None:
        anna, thread = await waits(visitors)
        aino = await visitors.agent("aino")
        await aino.send("claim", thread_id=thread)
        await aino.until(lambda f: f["type"] == "queue" and f["mine"])
        await opened(aino, thread)
        await aino.send("typing", thread_id=thread, on=True)
        assert await anna.until(lambda f: f["type"] == "typing" and f["who"] == "agent")
        await anna.send("typing", on=True)
        typing = await aino.until(lambda f: f["type"] == "typing")
        assert (typing["who"], typing["thread_id"], typing["on"]) == ("customer", thread, True)
        await aino.send("message.send", thread_id=thread, client_id="one", text="Good day!")
        seq = (await anna.event("message", "agent"))["seq"]
        await anna.send("read", seq=seq)
        assert (await aino.until(lambda f: f["type"] == "read"))["seq"] == seq
        await anna.say("hello")
        said = (await aino.until(lambda f: f["type"] == "event" and f["event"]["kind"] == "message"))["event"]["seq"]
        await aino.send("read", thread_id=thread, seq=said)
        assert (await anna.until(lambda f: f["type"] == "read"))["seq"] == said

    async def test_of_an_agent_who_only_looks_on_is_not_shown(self, visitors: Visitors) -> None:
        anna, thread = await waits(visitors)
        aino, lars = await visitors.agent("aino"), await visitors.agent("lars")
        await aino.send("claim", thread_id=thread)
        await aino.until(lambda f: f["type"] == "queue" and f["mine"])
        await opened(lars, thread)
        await lars.send("typing", thread_id=thread, on=True)
        await lars.send("read", thread_id=thread, seq=1)
        await lars.send("ping")
        await lars.until(lambda f: f["type"] == "pong")
        await aino.send("typing", thread_id=thread, on=True)
        await anna.until(lambda f: f["type"] == "typing" and f["who"] == "agent")
        assert not [frame for frame in anna.frames if frame["type"] == "read"]
        assert len([f for f in anna.frames if f["type"] == "typing" and f["who"] == "agent"]) == 1


class TestALongThread:
    async def test_shows_its_end_first_and_the_rest_page_by_page(self, visitors: Visitors, office: Office) -> None:
        thread = await office.held_by("aino")
        for number in range(120):
            await office.say(thread, f"line {number}")
        anna = await visitors.connect("/ws/chat", customer="anna")
        hello = await anna.hello(thread_id=thread)
        assert (len(hello["events"]), hello["has_more"]) == (100, True)
        await anna.send("history", before_seq=hello["events"][0]["seq"])
        older = await anna.until(lambda f: f["type"] == "history")
        assert (older["events"][0]["seq"], older["has_more"]) == (1, False)
        seqs = [event["seq"] for event in (*older["events"], *hello["events"])]
        assert seqs == list(range(1, 123))
        aino = await visitors.agent("aino")
        shown = await opened(aino, thread)
        assert (len(shown["events"]), shown["has_more"]) == (100, True)
        await aino.send("history", thread_id=thread, before_seq=shown["events"][0]["seq"])
        assert len((await aino.until(lambda f: f["type"] == "history"))["events"]) == 22


class TestPresence:
    async def test_is_shown_to_colleagues(self, visitors: Visitors) -> None:
        aino = await visitors.agent("aino")
        lars = await visitors.agent("lars")
        await lars.send("presence.set", presence="away")

        def shows(frame: Frame, presence: str) -> bool:
            staff = {one["id"]: one["presence"] for one in frame.get("colleagues", ())}
            return frame["type"] == "colleagues" and bool(staff["lars"] == presence)

        await aino.until(lambda f: shows(f, "away"))
        await lars.send("presence.set", presence="online")
        await aino.until(lambda f: shows(f, "online"))


class TestANote:
    async def test_is_seen_by_colleagues_and_never_by_the_customer(self, visitors: Visitors, office: Office) -> None:
        anna, thread = await waits(visitors)
        aino, lars = await visitors.agent("aino"), await visitors.agent("lars")
        await opened(lars, thread)
        await aino.send("note.add", thread_id=thread, client_id="one", text="Called twice last week")
        seen = await lars.until(lambda f: f["type"] == "event" and f["event"]["kind"] == "note")
        assert seen["event"]["payload"]["text"] == "Called twice last week"
        await aino.send("claim", thread_id=thread)
        await anna.event("claimed")
        assert "note" not in str(anna.frames)
        assert "note" not in [event.kind for event in (await office.center.read(ANNA, thread)).events]
