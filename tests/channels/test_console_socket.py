"""The agents' socket on a real server: who waits, who holds what, and a conversation from claim to close."""

from __future__ import annotations

from typing import Any

from channels.client import Frame, SocketClient
from tests.channels.conftest import Start, Visitors
from tests.channels.support import Office
from tests.tools.support import ANNA, ERIK, SOFIA


def ids(lines: list[dict[str, Any]]) -> list[str]:
    """The threads of a list."""
    return [line["id"] for line in lines]


async def queue(agent: SocketClient, waiting: list[str], mine: list[str]) -> Frame:
    """The next snapshot of the lists that shows these threads."""
    return await agent.until(lambda f: f["type"] == "queue" and (ids(f["queue"]), ids(f["mine"])) == (waiting, mine))


async def waiting_customer(visitors: Visitors, handle: str = "anna") -> tuple[SocketClient, str]:
    """A customer's socket whose thread waits for a person."""
    client = await visitors.connect("/ws/chat", customer=handle)
    thread = (await client.hello(language="en"))["thread"]["id"]
    await client.send("person.request")
    await client.event("handoff")
    return client, thread


class TestTheQueue:
    async def test_is_shown_oldest_first_with_reason_and_waiting_time(self, visitors: Visitors, office: Office) -> None:
        threads = []
        for principal in (SOFIA, ANNA, ERIK):
            threads.append(await office.thread(principal))
            await office.center.request_person(principal, threads[-1])
        agent = await visitors.connect("/ws/console", agent="aino")
        hello = await agent.hello()
        assert hello["agent"] == {"id": "aino", "name": "Aino Laine", "role": "agent", "languages": ["fi", "en", "sv"]}
        shown = await queue(agent, threads, [])
        line = shown["queue"][1]
        assert (line["customer"], line["country"], line["handler"]) == ("Anna Virtanen", "FI", "queue")
        assert (line["reason"], line["reason_text"]) == ("asked_for_person", "Asked for a person")
        assert line["queued_at"] is not None

    async def test_is_sent_anew_whenever_it_changes(self, visitors: Visitors) -> None:
        aino, lars = await visitors.agent("aino"), await visitors.agent("lars")
        _, first = await waiting_customer(visitors, "anna")
        _, second = await waiting_customer(visitors, "erik")
        both = sorted([first, second], key=[first, second].index)
        for agent in (aino, lars):
            shown = await agent.until(lambda f: f["type"] == "queue" and len(f["queue"]) == 2)
            assert sorted(ids(shown["queue"])) == sorted(both)
        await aino.send("claim", thread_id=first)
        await queue(aino, [second], [first])
        await queue(lars, [second], [])
        await aino.send("close", thread_id=first)
        await queue(aino, [second], [])

    async def test_follows_the_last_words_of_a_waiting_customer(self, visitors: Visitors) -> None:
        agent = await visitors.agent()
        client, _ = await waiting_customer(visitors)
        await client.say("are you there?")
        await agent.until(lambda f: f["type"] == "queue" and "are you there?" in str(f["queue"]))


class TestAConversation:
    async def test_goes_from_claim_over_answers_back_to_the_assistant(self, visitors: Visitors) -> None:
        agent = await visitors.agent()
        client = await visitors.customer()
        await client.say("my radiator is cold")
        await client.event("message", "assistant")
        _, thread = await waiting_customer(visitors)
        await agent.send("thread.open", thread_id=thread)
        opened = await agent.until(lambda f: f["type"] == "thread")
        assert [event["kind"] for event in opened["events"]] == ["message", "message", "handoff"]
        brief = opened["thread"]["brief"]
        assert (brief["goal"], brief["language"]) == ("my radiator is cold", "en")

        await agent.send("claim", thread_id=thread)
        assert (await client.event("claimed"))["payload"]["agent"] == "Aino Laine"
        assert (await agent.event("claimed"))["kind"] == "claimed"

        await agent.send("message.send", thread_id=thread, client_id="one", text="Which room?")
        assert (await agent.until(lambda f: f["type"] == "ack"))["client_id"] == "one"
        words = await client.event("message", "agent")
        assert (words["author"]["name"], words["payload"]["text"]) == ("Aino Laine", "Which room?")

        await client.say("the kitchen")
        assert (await agent.event("message", "customer"))["payload"]["text"] == "the kitchen"
        await agent.send("message.send", thread_id=thread, client_id="two", text="Somebody will come")
        await client.event("message", "agent")

        await agent.send("hand_back", thread_id=thread)
        await client.event("handed_back")
        await client.say("thank god, a machine")
        assert (await client.event("message", "assistant"))["payload"]["text"] == "You said: thank god, a machine"

    async def test_the_assistant_is_silent_while_a_person_holds_the_thread(self, visitors: Visitors) -> None:
        agent = await visitors.agent()
        client, thread = await waiting_customer(visitors)
        await agent.send("claim", thread_id=thread)
        await client.event("claimed")
        await client.say("one")
        await client.say("two")
        await client.until(lambda f: f["type"] == "event" and f["event"]["payload"].get("text") == "two")
        await agent.send("message.send", thread_id=thread, client_id="one", text="I see")
        await agent.send("hand_back", thread_id=thread)
        await client.event("handed_back")
        await client.say("three")
        reply = await client.event("message", "assistant")
        assert reply["payload"]["text"] == "You said: three"
        said = [f["event"]["author"]["kind"] for f in client.frames if f["type"] == "event"]
        assert said.count("assistant") == 1
        assert not [f for f in client.frames if f["type"] == "typing" and f["on"]][1:]

    async def test_can_be_closed_by_the_agent(self, visitors: Visitors) -> None:
        agent = await visitors.agent()
        client, thread = await waiting_customer(visitors)
        await agent.send("claim", thread_id=thread)
        await agent.send("close", thread_id=thread)
        closed = await client.until(lambda f: f["type"] == "event" and f["event"]["kind"] == "closed")
        assert (closed["thread"]["status"], closed["thread"]["agent"]) == ("closed", None)
        assert (await client.hello())["thread"]["id"] != thread

    async def test_is_taken_by_one_of_two_agents_and_the_other_is_told(self, visitors: Visitors) -> None:
        aino, lars = await visitors.agent("aino"), await visitors.agent("lars")
        _, thread = await waiting_customer(visitors)
        for agent in (aino, lars):
            await agent.send("claim", thread_id=thread)
        answers = [await a.until(lambda f: f["type"] == "error" or bool(f.get("mine"))) for a in (aino, lars)]
        assert sorted(answer["type"] for answer in answers) == ["error", "queue"]
        error = next(answer for answer in answers if answer["type"] == "error")
        assert (error["code"], error["ref"]) == ("already_claimed", thread)

    async def test_is_resumed_after_a_number(self, visitors: Visitors) -> None:
        agent = await visitors.agent()
        client, thread = await waiting_customer(visitors)
        await client.say("more")
        await client.until(lambda f: f["type"] == "ack")
        await agent.send("thread.open", thread_id=thread, after_seq=1)
        opened = await agent.until(lambda f: f["type"] == "thread")
        assert [event["seq"] for event in opened["events"]] == [2]
        await client.say("even more")
        assert (await agent.event("message"))["seq"] == 3


class TestTwoProcesses:
    """A second application without a worker, on the same database."""

    async def test_events_reach_the_sockets_of_the_other(self, start: Start, visitors: Visitors) -> None:
        there = await start(worker=False)
        near = await visitors.customer()
        far = await visitors.connect("/ws/chat", there, customer="anna")
        far_agent = await visitors.connect("/ws/console", there, agent="aino")
        await far.hello()
        await far_agent.hello()
        await far.say("said over there")
        for client in (near, far):
            assert (await client.event("message", "customer"))["payload"]["text"] == "said over there"
            assert (await client.event("message", "assistant"))["seq"] == 2
        await near.send("person.request")
        assert (await far.event("handoff"))["payload"]["position"] == 1
        await far_agent.until(lambda f: f["type"] == "queue" and len(f["queue"]) == 1)

    async def test_a_message_at_a_process_without_a_worker_is_answered_by_the_other(
        self, start: Start, visitors: Visitors
    ) -> None:
        there = await start(worker=False)
        far = await visitors.connect("/ws/chat", there, customer="sofia")
        await far.hello(language="en")
        await far.say("hello over there")
        assert (await far.event("message", "assistant"))["payload"]["text"] == "You said: hello over there"
