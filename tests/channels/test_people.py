"""Handing over to people and back: who may speak when, and what is said about it."""

from __future__ import annotations

import asyncio

import pytest

from assistant.models.scripted import ScriptedChatModel
from channels.errors import AlreadyClaimed, BadInput, NotYours, ThreadClosed, ThreadNotFound
from channels.message_center.handoffs import hand_over
from channels.message_center.models import Thread
from tests.channels.support import Office, Playbook
from tests.tools.support import ANNA, ERIK
from tools.context import Principal

OLLI = Principal("person", "olli")


class TestAskingForAPerson:
    async def test_moves_the_thread_to_the_queue_and_says_the_place(self, office: Office) -> None:
        elsewhere, other, thread = await office.thread(ERIK), await office.thread(OLLI), await office.thread()
        await office.center.request_person(ERIK, elsewhere)
        await office.center.request_person(OLLI, other)
        await office.center.request_person(ANNA, thread)
        event = (await office.events(thread))[-1]
        assert (event.kind, event.payload["position"], event.payload["reason"]) == ("handoff", 2, "asked_for_person")
        assert event.payload["text"] == (
            "A person in customer service will answer you here. You are number 2 in the queue. "
            "You may close this window; the answer waits here. Customer service is closed now and opens Monday "
            "23 November at 8:00. You will usually have an answer by Monday 23 November at 12:00."
        )

    async def test_is_understood_in_words_without_a_model(self, office: Office) -> None:
        thread = await office.thread()
        await office.talk(thread, "I want to talk to a real person")
        assert (await office.row(thread)).reason == "asked_for_person"
        assert "You are first in the queue" in (await office.events(thread))[-1].payload["text"]

    async def test_in_danger_names_the_help_of_the_country(self, office: Office) -> None:
        thread = await office.thread(language="sv")
        async with office.sessions.begin() as session:
            row = await session.get(Thread, thread)
            assert row is not None
            await hand_over(session, row, "self_harm", office.clock.now())
        text = (await office.events(thread))[-1].payload["text"]
        assert "ring 112 nu" in text
        assert "MIELI Kristelefon, 09 2525 0112" in text

    async def test_twice_is_harmless(self, office: Office) -> None:
        thread = await office.thread()
        await asyncio.gather(*(office.center.request_person(ANNA, thread) for _ in range(4)))
        assert await office.kinds(thread) == ["system handoff"]
        await office.desk.claim(await office.agent(), thread)
        await office.center.request_person(ANNA, thread)
        assert await office.kinds(thread) == ["system handoff", "system claimed"]

    async def test_leaves_a_brief_in_the_customers_words(self, office: Office) -> None:
        thread = await office.thread()
        await office.say(thread, "my invoice is strange")
        await office.center.request_person(ANNA, thread)
        brief = (await office.row(thread)).brief
        assert brief is not None
        assert (brief["goal"], brief["identity"]) == ("my invoice is strange", "Anna Virtanen, FI, signed in")
        assert brief["last_messages"] == ["Customer: my invoice is strange"]

    async def test_two_at_once_are_told_different_places(self, office: Office) -> None:
        threads = [await office.thread() for _ in range(5)]
        await asyncio.gather(*(office.center.request_person(ANNA, thread) for thread in threads))
        places = [(await office.events(thread))[-1].payload["position"] for thread in threads]
        assert sorted(places) == [1, 2, 3, 4, 5]


class TestClaiming:
    async def test_by_two_agents_at_once_gives_the_thread_to_exactly_one(self, office: Office) -> None:
        thread = await office.thread()
        await office.center.request_person(ANNA, thread)
        agents = [await office.agent(name) for name in ("aino", "lars", "maria")]
        tries = await asyncio.gather(*(office.desk.claim(a, thread) for a in agents), return_exceptions=True)
        assert sorted(map(type, tries), key=str) == [type(None), AlreadyClaimed, AlreadyClaimed] or (
            sum(result is None for result in tries) == 1 and sum(isinstance(r, AlreadyClaimed) for r in tries) == 2
        )
        winner = agents[tries.index(None)]
        assert (await office.row(thread)).handler == f"agent:{winner.id}"
        assert await office.kinds(thread) == ["system handoff", "system claimed"]
        assert winner.name in (await office.events(thread))[-1].payload["text"]

    async def test_twice_by_the_same_agent_is_harmless(self, office: Office) -> None:
        thread = await office.held_by("aino")
        await office.desk.claim(await office.agent("aino"), thread)
        assert (await office.kinds(thread)).count("system claimed") == 1

    async def test_is_refused_while_the_assistant_holds_the_thread(self, office: Office) -> None:
        with pytest.raises(AlreadyClaimed):
            await office.desk.claim(await office.agent(), await office.thread())

    async def test_of_no_thread_is_not_found(self, office: Office) -> None:
        with pytest.raises(ThreadNotFound):
            await office.desk.claim(await office.agent(), "nowhere")

    async def test_takes_the_thread_from_the_queue_to_the_agents_own(self, office: Office) -> None:
        first, second = await office.thread(), await office.thread(ERIK)
        await office.center.request_person(ERIK, second)
        await office.center.request_person(ANNA, first)
        assert [thread.id for thread in (await office.floor()).queue] == [second, first]
        await office.desk.claim(await office.agent("aino"), second)
        floor = await office.floor()
        assert [thread.id for thread in floor.queue] == [first]
        assert {who: [thread.id for thread in threads] for who, threads in floor.held.items()} == {"aino": [second]}


class TestWhileAPersonHoldsTheThread:
    async def test_the_assistant_is_silent(self, office: Office) -> None:
        thread = await office.held_by("aino")
        office.deferred.clear()
        await office.say(thread, "are you there?")
        assert office.deferred == []
        assert await office.turn().take(thread) is None
        assert await office.replies(thread) == []

    async def test_only_that_person_may_answer_hand_back_or_close(self, office: Office) -> None:
        thread, lars = await office.held_by("aino"), await office.agent("lars")
        before = await office.picture()
        for attempt in (
            office.desk.post(lars, thread, "one", "hello"),
            office.desk.hand_back(lars, thread),
            office.desk.close(lars, thread),
        ):
            with pytest.raises(NotYours):
                await attempt
        assert await office.picture() == before

    async def test_nobody_may_write_before_claiming(self, office: Office) -> None:
        thread, aino = await office.thread(), await office.agent()
        for _ in range(2):
            with pytest.raises(NotYours):
                await office.desk.post(aino, thread, "one", "hello")
            await office.center.request_person(ANNA, thread)

    async def test_an_answer_is_stored_once_per_client_id(self, office: Office) -> None:
        thread, aino = await office.held_by("aino"), await office.agent()
        posts = await asyncio.gather(*(office.desk.post(aino, thread, "one", "hello") for _ in range(5)))
        assert len({event.seq for event in posts}) == 1
        event = (await office.events(thread))[-1]
        assert (event.author_kind, event.author_name, event.payload["text"]) == ("agent", "Aino Laine", "hello")

    async def test_the_customers_client_ids_do_not_collide_with_the_agents(self, office: Office) -> None:
        thread, aino = await office.held_by("aino"), await office.agent()
        await office.center.post(ANNA, thread, "one", "question")
        await office.desk.post(aino, thread, "one", "answer")
        assert (await office.kinds(thread))[-2:] == ["customer message", "agent message"]

    @pytest.mark.parametrize("text", ["", "\x00", "x" * 4001])
    async def test_an_answer_is_checked_like_a_question(self, office: Office, text: str) -> None:
        with pytest.raises(BadInput):
            await office.desk.post(await office.agent(), await office.held_by("aino"), "one", text)


class TestHandingBack:
    async def test_the_assistant_answers_only_the_next_message(self, office: Office) -> None:
        thread, aino = await office.held_by("aino"), await office.agent()
        await office.say(thread, "said to the person")
        await office.desk.post(aino, thread, "one", "answered by the person")
        await office.desk.hand_back(aino, thread)
        assert await office.turn().take(thread) is None
        assert await office.replies(thread) == []
        await office.talk(thread, "What do I owe?")
        assert await office.replies(thread) == ["You said: What do I owe?"]

    async def test_a_new_episode_begins_without_what_was_said_before(self, office: Office) -> None:
        thread, aino = await office.thread(), await office.agent()
        await office.talk(thread, "an old secret")
        await office.center.request_person(ANNA, thread)
        await office.desk.claim(aino, thread)
        await office.desk.post(aino, thread, "one", "words of a person")
        await office.desk.hand_back(aino, thread)
        book = Playbook()
        for words in ("something new", "something newer"):
            await office.say(thread, words)
            await office.turn(ScriptedChatModel(script=book)).take(thread)
        assert "something new" in book.words()
        assert "an old secret" not in book.words()
        assert "words of a person" not in book.words()

    async def test_leaves_no_trace_of_the_queue(self, office: Office) -> None:
        thread = await office.held_by("aino")
        await office.desk.hand_back(await office.agent(), thread)
        row = await office.row(thread)
        assert (row.handler, row.reason, row.brief, row.queued_at, row.claimed_at) == ("assistant", *[None] * 4)
        assert (await office.kinds(thread))[-1] == "system handed_back"

    async def test_a_thread_can_go_to_a_person_again(self, office: Office) -> None:
        thread = await office.held_by("aino")
        await office.desk.hand_back(await office.agent(), thread)
        await office.center.request_person(ANNA, thread)
        await office.desk.claim(await office.agent("lars"), thread)
        assert (await office.row(thread)).handler == "agent:lars"


class TestClosing:
    async def test_ends_the_conversation_for_everybody(self, office: Office) -> None:
        thread, aino = await office.held_by("aino"), await office.agent()
        await office.desk.close(aino, thread)
        assert (await office.row(thread)).status == "closed"
        assert (await office.kinds(thread))[-1] == "system closed"
        with pytest.raises(ThreadClosed):
            await office.say(thread, "hello")
        for attempt in (office.desk.post(aino, thread, "one", "hello"), office.desk.hand_back(aino, thread)):
            with pytest.raises(NotYours):
                await attempt
        floor = await office.floor()
        assert (floor.queue, floor.held) == ([], {})
