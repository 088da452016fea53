"""Customers who write much: how much is taken, and one reply to what is written in one go."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from time import monotonic

import pytest

from channels.errors import TooManyMessages
from channels.message_center.limits import MessageLimits
from channels.message_center.models import ThreadEvent
from channels.message_center.service import MessageCenter
from channels.message_center.texts import pause_after
from tests.channels.conftest import Start, opened_visitors
from tests.channels.support import Office, at_work
from tests.tools.support import ANNA, ERIK

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


@pytest.fixture
def limited(office: Office) -> MessageCenter:
    """A message center that takes three messages a minute and five an hour."""

    async def no_turn(thread_id: str) -> None:
        """Nobody answers here."""

    return MessageCenter(office.sessions, office.ledger, office.clock, no_turn, MessageLimits(3, 5))


class TestHowMuchIsTaken:
    async def test_in_a_minute_and_in_an_hour(self, office: Office, limited: MessageCenter) -> None:
        thread = await office.thread()

        async def write(*words: str) -> None:
            for word in words:
                await limited.post(ANNA, thread, word, word)

        await write("one", "two", "three")
        with pytest.raises(TooManyMessages):
            await write("four")
        office.clock.advance(MINUTE)
        await write("four", "five")
        office.clock.advance(MINUTE)
        with pytest.raises(TooManyMessages):
            await write("six")
        office.clock.advance(HOUR)
        await write("six")
        assert await office.kinds(thread) == ["customer message"] * 6

    async def test_counts_all_conversations_of_one_customer(self, office: Office, limited: MessageCenter) -> None:
        for number in range(3):
            await limited.post(ANNA, await office.thread(), f"m{number}", "hello")
        with pytest.raises(TooManyMessages):
            await limited.post(ANNA, await office.thread(), "m4", "hello")
        await limited.post(ERIK, await office.thread(ERIK), "m1", "hello")

    async def test_counts_a_message_once_however_often_it_is_sent(self, office: Office, limited: MessageCenter) -> None:
        thread = await office.thread()
        for _ in range(9):
            await limited.post(ANNA, thread, "one", "hello")
        for name in ("two", "three"):
            await limited.post(ANNA, thread, name, "hello")
        # What was taken is found again, however much was written since.
        assert (await limited.post(ANNA, thread, "one", "hello")).seq == 1

    async def test_counts_each_time_a_person_was_asked_for(self, office: Office, limited: MessageCenter) -> None:
        thread = await office.thread()
        for _ in range(3):
            await limited.request_person(ANNA, thread)
            await limited.leave_queue(ANNA, thread)
        with pytest.raises(TooManyMessages):
            await limited.request_person(ANNA, thread)
        assert (await office.kinds(thread)).count("system handoff") == 3

    async def test_counts_nothing_that_others_wrote(self, office: Office, limited: MessageCenter) -> None:
        thread = await office.thread()
        for word in ("one", "two"):
            await office.talk(thread, word)
        await limited.post(ANNA, thread, "three", "three")

    async def test_is_told_on_the_socket_and_can_be_tried_again(self, start: Start) -> None:
        async with opened_visitors(await start(worker=False, today=None, messages_per_minute=2)) as visitors:
            client = await visitors.customer("erik", language="sv")
            for name in ("one", "two", "three"):
                await client.send("message.send", client_id=name, text="hej")
            refused = await client.until(lambda frame: frame["type"] == "error")
            assert (refused["code"], refused["ref"]) == ("too_many_messages", "three")
            assert refused["title"] == "Det kom många meddelanden på kort tid"
            await client.send("ping")
            await client.until(lambda frame: frame["type"] == "pong")

    async def test_is_not_limited_where_the_clock_stands_still(self, start: Start) -> None:
        async with opened_visitors(await start(worker=False, messages_per_minute=1)) as visitors:
            client = await visitors.customer()
            for name in ("one", "two"):
                await client.send("message.send", client_id=name, text="hello")
                await client.until(lambda frame: frame["type"] == "ack")


def message(author: str, text: str, *buttons: str) -> ThreadEvent:
    event = ThreadEvent(thread_id="t", seq=1, kind="message", author_kind=author, payload={"text": text})
    event.payload["quick_replies"] = [{"label": button, "text": button} for button in buttons]
    return event


class TestThePause:
    @pytest.mark.parametrize("text", ["hi", "I have a question", "invoice 1001,", "wait:"])
    def test_is_whole_where_somebody_may_go_on(self, text: str) -> None:
        assert pause_after([message("customer", text)], 1.0) == 1.0

    @pytest.mark.parametrize("text", ["What do I owe?", "Hei.", "Hej!", "well…"])
    def test_is_shorter_after_a_sentence(self, text: str) -> None:
        assert pause_after([message("customer", text)], 1.0) < 0.5

    def test_is_none_after_a_button(self) -> None:
        asked = message("assistant", "Which one?", "1001", "1002")
        assert pause_after([asked, message("customer", "1001")], 1.0) == 0
        assert pause_after([asked, message("customer", "1003")], 1.0) > 0


class TestABurst:
    async def test_gets_one_answer_after_its_last_message(self, database_url: str, office: Office) -> None:
        taken: list[float] = []

        async def take(thread_id: str) -> None:
            taken.append(monotonic())
            await office.turn().take(thread_id)

        thread = await office.thread()
        async with at_work(database_url, office, take, pause=0.8) as (jobs, _):
            for words in ("Hello", "I have a question", "about my invoice"):
                await office.say(thread, words)
                await jobs.defer_turn(thread)
                last = monotonic()
                await asyncio.sleep(0.3)
            async with asyncio.timeout(10):
                while not await office.replies(thread):  # noqa: ASYNC110  # the worker has no event for it
                    await asyncio.sleep(0.05)
            await asyncio.sleep(0.5)
        assert await office.replies(thread) == ["You said: Hello\nI have a question\nabout my invoice"]
        assert len(taken) == 1
        assert 0.75 < taken[0] - last < 2

    async def test_of_one_button_is_answered_at_once(self, database_url: str, office: Office) -> None:
        done = asyncio.Event()

        async def take(thread_id: str) -> None:
            done.set()

        thread = await office.thread()
        await office.talk(thread, "postpone 1001 to ")
        async with office.sessions.begin() as session:
            event = (await office.events(thread))[-1]
            event.payload = {**event.payload, "quick_replies": [{"label": "Yes", "text": "Yes"}]}
            await session.merge(event)
        await office.say(thread, "Yes")
        async with at_work(database_url, office, take, pause=60) as (jobs, _):
            await jobs.defer_turn(thread)
            async with asyncio.timeout(10):
                await done.wait()
