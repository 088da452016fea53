"""What a customer writes is stored once, in order, and only in the customer's own open thread."""

from __future__ import annotations

import asyncio

import pytest

from channels.errors import BadInput, SignInNeeded, ThreadClosed, ThreadNotFound
from channels.message_center.texts import MAX_CLIENT_ID, MAX_TEXT
from tests.channels.support import Office
from tests.tools.support import ANNA, ANONYMOUS, ERIK, SOFIA
from tools.context import Principal


class TestClientIds:
    async def test_the_same_client_id_is_stored_once(self, office: Office) -> None:
        thread = await office.thread()
        first = await office.center.post(ANNA, thread, "one", "hello")
        again = await office.center.post(ANNA, thread, "one", "hello, and something else")
        assert (again.seq, again.payload) == (first.seq, {"text": "hello"})
        assert await office.kinds(thread) == ["customer message"]

    async def test_concurrent_retries_are_stored_once(self, office: Office) -> None:
        thread = await office.thread()
        tries = await asyncio.gather(*(office.center.post(ANNA, thread, "one", "hello") for _ in range(10)))
        assert {event.seq for event in tries} == {1}
        assert await office.kinds(thread) == ["customer message"]

    async def test_a_retry_asks_for_no_second_answer(self, office: Office) -> None:
        thread = await office.thread()
        for _ in range(3):
            await office.center.post(ANNA, thread, "one", "hello")
        assert office.deferred == [thread]

    async def test_the_same_client_id_in_another_thread_is_another_message(self, office: Office) -> None:
        threads = [await office.thread(), await office.thread()]
        for thread in threads:
            await office.center.post(ANNA, thread, "one", "hello")
        assert [await office.kinds(thread) for thread in threads] == [["customer message"]] * 2

    async def test_a_retry_after_the_thread_was_closed_still_finds_its_message(self, office: Office) -> None:
        thread = await office.held_by("aino")
        event = await office.center.post(ANNA, thread, "one", "hello")
        await office.desk.close(await office.agent(), thread)
        assert (await office.center.post(ANNA, thread, "one", "hello")).seq == event.seq

    @pytest.mark.parametrize("client_id", ["", "x" * (MAX_CLIENT_ID + 1), "a\x00b", "a\nb", "\ud800"])
    async def test_a_client_id_that_cannot_be_a_key_is_refused(self, office: Office, client_id: str) -> None:
        thread = await office.thread()
        with pytest.raises(BadInput, match="client_id"):
            await office.center.post(ANNA, thread, client_id, "hello")
        assert await office.events(thread) == []


class TestSequenceNumbers:
    async def test_have_no_gaps_and_no_twins_under_concurrent_posts(self, office: Office) -> None:
        thread = await office.thread()
        posted = await asyncio.gather(*(office.say(thread, f"message {n}") for n in range(20)))
        assert sorted(event.seq for event in posted) == list(range(1, 21))
        events = await office.events(thread)
        assert [event.seq for event in events] == list(range(1, 21))
        assert {event.payload["text"] for event in events} == {f"message {n}" for n in range(20)}
        row = await office.row(thread)
        assert (row.last_seq, row.customer_seq) == (20, 20)

    async def test_a_refused_message_uses_no_number(self, office: Office) -> None:
        thread = await office.thread()
        with pytest.raises(BadInput):
            await office.say(thread, "")
        assert (await office.say(thread, "hello")).seq == 1


class TestForeignThreads:
    @pytest.mark.parametrize(
        "stranger", [ERIK, SOFIA, ANONYMOUS, Principal("company", "anna"), Principal("person", "ANNA")], ids=str
    )
    async def test_are_not_found(self, office: Office, stranger: Principal) -> None:
        thread = await office.thread()
        before = await office.picture()
        center = office.center
        for attempt in (
            center.open_thread(stranger, thread),
            center.read(stranger, thread),
            center.post(stranger, thread, "one", "hello"),
            center.request_person(stranger, thread),
            center.set_language(stranger, thread, "sv"),
            center.confirm(stranger, thread, "0" * 32, "hash"),
            center.cancel(stranger, thread, "0" * 32),
        ):
            with pytest.raises(ThreadNotFound):
                await attempt
        assert await office.picture() == before

    @pytest.mark.parametrize("thread", ["", "nonsense", "a\x00b", "' OR 1=1 --", "x" * 10_000])
    async def test_ids_that_mean_nothing_are_not_found(self, office: Office, thread: str) -> None:
        with pytest.raises(ThreadNotFound):
            await office.center.open_thread(ANNA, thread)
        with pytest.raises(ThreadNotFound):
            await office.desk.open(await office.agent(), thread)


class TestClosedThreads:
    async def test_refuse_a_message_and_a_wish_for_a_person(self, office: Office) -> None:
        thread = await office.held_by("aino")
        await office.desk.close(await office.agent(), thread)
        before = await office.picture()
        with pytest.raises(ThreadClosed):
            await office.say(thread, "hello")
        with pytest.raises(ThreadClosed):
            await office.center.request_person(ANNA, thread)
        assert await office.picture() == before


class TestTexts:
    @pytest.mark.parametrize("text", ["", " \n\t ", "\x00", "\ud800", "\x00 \ud800\udfff "])
    async def test_without_a_character_are_empty(self, office: Office, text: str) -> None:
        with pytest.raises(BadInput) as refusal:
            await office.say(await office.thread(), text)
        assert refusal.value.code == "message_empty"

    async def test_of_the_largest_size_are_stored_and_larger_ones_refused(self, office: Office) -> None:
        thread = await office.thread()
        for letter in ("x", "ä", "😀"):
            assert (await office.say(thread, letter * MAX_TEXT)).payload["text"] == letter * MAX_TEXT
            with pytest.raises(BadInput) as refusal:
                await office.say(thread, letter * (MAX_TEXT + 1))
            assert refusal.value.code == "message_too_long"

    async def test_lose_what_cannot_be_stored(self, office: Office) -> None:
        event = await office.say(await office.thread(), " a\x00b\ud800c\udfff😀 ")
        assert event.payload["text"] == "abc😀"


class TestOpeningAThread:
    async def test_resumes_the_latest_open_one(self, office: Office) -> None:
        await office.thread()
        latest = await office.thread()
        assert (await office.center.open_thread(ANNA, None)).id == latest

    async def test_goes_past_a_closed_one(self, office: Office) -> None:
        open_one = await office.thread()
        closed = await office.held_by("aino")
        await office.desk.close(await office.agent(), closed)
        assert (await office.center.open_thread(ANNA, None)).id == open_one

    async def test_begins_one_in_the_customers_language(self, office: Office) -> None:
        thread = await office.center.open_thread(ERIK, None)
        assert (thread.language, thread.country, thread.customer_name) == ("sv", "SE", "Erik Lindqvist")
        assert (thread.handler, thread.status, thread.last_seq) == ("assistant", "open", 0)

    async def test_never_finds_another_customers(self, office: Office) -> None:
        annas = await office.thread()
        assert (await office.center.open_thread(SOFIA, None)).id != annas

    @pytest.mark.parametrize("stranger", [ANONYMOUS, Principal("person", "zoe"), Principal("company", "MR-1")], ids=str)
    async def test_is_refused_to_somebody_unknown(self, office: Office, stranger: Principal) -> None:
        with pytest.raises(SignInNeeded):
            await office.center.open_thread(stranger, None)
        with pytest.raises(SignInNeeded):
            await office.center.new_thread(stranger)

    async def test_anew_goes_on_where_nothing_was_said_yet(self, office: Office) -> None:
        first = await office.center.open_thread(ANNA, None, "en")
        assert ((again := await office.center.new_thread(ANNA, "sv")).id, again.language) == (first.id, "sv")
        await office.say(first.id, "hello")
        assert (await office.center.new_thread(ANNA)).id != first.id

    async def test_by_two_windows_at_once_gives_both_the_same(self, office: Office) -> None:
        opened = await asyncio.gather(*(office.center.open_thread(ANNA, None) for _ in range(5)))
        assert len({thread.id for thread in opened}) == 1
