"""The Message Center over HTTP: conversations in a list, and beginning one at any hour."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import text

from channels.message_center.staff import BlockedSender
from tests.channels.conftest import Start
from tests.channels.portal import Caller, Json, Portal, assert_problem
from tests.channels.support import Office
from tests.channels.test_attachments import sent
from tests.tools.support import ANNA, ERIK

WORDS = "The reading on my October invoice is wrong."


async def begin(caller: Caller, key: str | None = None, **given: Any) -> httpx.Response:
    """A request for a conversation."""
    body = {"title": "Meter", "text": WORDS, "client_id": uuid4().hex, **given}
    return await caller.post("/threads", body, key)


async def begun(caller: Caller, **given: Any) -> Json:
    """A conversation that has begun."""
    answer = await begin(caller, **given)
    assert answer.status_code == 201, answer.text
    thread: Json = answer.json()
    return thread


async def listed(caller: Caller, **query: str) -> list[Json]:
    answer = await caller.get("/threads", **query)
    assert answer.status_code == 200, answer.text
    threads: list[Json] = answer.json()["threads"]
    return threads


class TestBeginning:
    async def test_stores_the_message_and_lets_the_assistant_answer(self, portal: Portal, office: Office) -> None:
        anna = await portal.caller()
        answer = await begun(anna)
        row = await office.row(answer["id"])
        assert (row.channel, row.title, row.handler, row.language) == ("message_center", "Meter", "assistant", "fi")
        assert [event.payload["text"] for event in await office.events(row.id)] == [WORDS]
        assert answer["expected"].startswith("Viestisi on perillä.")
        jobs = f"SELECT count(*) FROM procrastinate_jobs WHERE args->>'thread_id' = '{row.id}'"
        assert await office.count(jobs) == 1

    async def test_with_a_person_hands_over_at_once_and_says_when_the_answer_comes(
        self, portal: Portal, office: Office
    ) -> None:
        anna = await portal.caller()
        answer = await begun(anna, person=True, language="en")
        row = await office.row(answer["id"])
        assert (row.handler, row.reason) == ("queue", "asked_for_person")
        assert await office.kinds(row.id) == ["customer message", "system handoff"]
        [told] = [event.payload["text"] for event in await office.events(row.id) if event.kind == "handoff"]
        assert answer["expected"] == told
        # The demo's day is a Sunday.
        assert "closed now and opens Monday 23 November at 8:00" in told
        jobs = f"SELECT count(*) FROM procrastinate_jobs WHERE args->>'thread_id' = '{row.id}'"
        assert await office.count(jobs) == 0

    async def test_about_an_invoice_by_number_or_id_keeps_its_id_and_biller(
        self, portal: Portal, office: Office
    ) -> None:
        anna, invoice = await portal.caller(), await office.invoice("1001")
        for reference in ("1001", "#1001", invoice.myropo_id.lower()):
            row = await office.row((await begun(anna, invoice=reference))["id"])
            assert (row.invoice, row.biller) == (invoice.myropo_id, str(invoice.biller_id))

    async def test_about_an_invoice_out_of_scope_stores_nothing(self, portal: Portal, office: Office) -> None:
        anna = await portal.caller()
        assert_problem(await begin(anna, invoice="2001"), 404, "invoice_not_found")
        assert_problem(await begin(anna, invoice="9999"), 404, "invoice_not_found")
        assert await office.count("SELECT count(*) FROM thread") == 0

    async def test_with_files_sends_them_along_and_needs_no_words(self, portal: Portal, office: Office) -> None:
        anna = await portal.caller()
        file = await sent(anna)
        thread = await begun(anna, text="", attachments=[file["id"]])
        [event] = [event for event in await office.events(thread["id"]) if event.kind == "message"]
        assert event.payload == {"text": "", "attachments": [file]}
        assert_problem(await begin(anna, attachments=[file["id"]]), 404, "attachment_not_found")

    async def test_with_somebody_elses_file_stores_nothing(self, portal: Portal, office: Office) -> None:
        anna, erik = await portal.caller(), await portal.caller("erik")
        file = await sent(erik)
        assert_problem(await begin(anna, attachments=[file["id"]]), 404, "attachment_not_found")
        assert await office.count("SELECT count(*) FROM thread") == 0
        assert await office.count("SELECT count(*) FROM attachment WHERE thread_id IS NOT NULL") == 0

    @pytest.mark.parametrize(
        ("given", "status", "code"),
        [
            ({"text": ""}, 400, "message_empty"),
            ({"text": "  \x00 "}, 400, "message_empty"),
            ({"text": "x" * 4001}, 400, "message_too_long"),
            ({"client_id": ""}, 400, "invalid_field"),
            ({"title": "x" * 121}, 422, "invalid_request"),
            ({"attachments": ["x"] * 6}, 422, "invalid_request"),
            ({"attachments": ["x"]}, 404, "attachment_not_found"),
            ({"invoice": ""}, 422, "invalid_request"),
            ({"language": "da"}, 422, "invalid_request"),
            ({"channel": "widget"}, 422, "invalid_request"),
            ({"principal": "person:erik"}, 422, "invalid_request"),
        ],
        ids=str,
    )
    async def test_with_what_cannot_be_used_stores_nothing(
        self, portal: Portal, office: Office, given: dict[str, Any], status: int, code: str
    ) -> None:
        anna = await portal.caller()
        assert_problem(await begin(anna, **given), status, code)
        assert await office.count("SELECT count(*) FROM thread") == 0

    async def test_twice_with_one_client_id_begins_once(self, portal: Portal, office: Office) -> None:
        anna = await portal.caller()
        answers = await asyncio.gather(*(begin(anna, client_id="one", person=True) for _ in range(4)))
        assert {answer.status_code for answer in answers} == {201}
        assert len({str(answer.json()) for answer in answers}) == 1
        assert await office.count("SELECT count(*) FROM thread_event") == 2
        erik = await portal.caller("erik")
        assert (await begun(erik, client_id="one"))["id"] != answers[0].json()["id"]

    async def test_keeps_a_title_to_one_line_of_characters_that_are_seen(self, portal: Portal, office: Office) -> None:
        anna = await portal.caller()
        thread = await begun(anna, title=" Two\r\nlines\u202e and \x00an\u200b end ")
        assert (await office.row(thread["id"])).title == "Two lines and an end"

    async def test_by_a_blocked_customer_is_refused(self, portal: Portal, office: Office) -> None:
        async with office.sessions.begin() as session:
            session.add(BlockedSender(principal=str(ANNA), reason="abuse", agent_id="maria", at=office.clock.now()))
        assert_problem(await begin(await portal.caller()), 403, "sender_blocked")

    async def test_counts_as_a_message_for_the_limits(self, start: Start) -> None:
        address = await start(worker=False, today=None, messages_per_minute=2)
        async with AsyncExitStack() as stack:
            anna = await Portal(stack, address).caller()
            answers = [await begin(anna) for _ in range(3)]
        assert [answer.status_code for answer in answers] == [201, 201, 429]

    async def test_needs_somebody_signed_in(self, portal: Portal) -> None:
        nobody = await portal.browser()
        assert_problem(await begin(nobody), 401, "sign_in_needed")
        assert_problem(await nobody.get("/threads"), 401, "sign_in_needed")

    async def test_is_possible_for_companies(self, portal: Portal, office: Office) -> None:
        company = await portal.caller(myropo_id="MR-7040-9002")
        thread = await begun(company, invoice="MR-7040-9002", person=True)
        assert [line["id"] for line in await listed(company)] == [thread["id"]]


class TestTheList:
    async def test_shows_what_a_thread_is_about_and_where_it_stands(self, portal: Portal, office: Office) -> None:
        anna = await portal.caller()
        thread = (await begun(anna, invoice="1001", person=True))["id"]
        aino = await office.agent("aino")
        await office.desk.claim(aino, thread)
        await office.desk.post(aino, thread, "one", "I look at it.")
        [line] = await listed(anna)
        row = await office.row(thread)
        assert row.last_at is not None
        assert line == {
            "id": thread,
            "title": "Meter",
            "invoice": (await office.invoice("1001")).myropo_id,
            "channel": "message_center",
            "handler": "agent:aino",
            "status": "open",
            "agent": "Aino Laine",
            "created_at": "2026-11-22T12:00:00Z",
            "last_at": row.last_at.isoformat().replace("+00:00", "Z"),
            "last_text": "I look at it.",
            "unread": 1,
        }

    async def test_counts_what_was_not_read_and_neither_notes_nor_ones_own_words(
        self, portal: Portal, office: Office
    ) -> None:
        anna = await portal.caller()
        thread = (await begun(anna, person=True))["id"]
        assert [line["unread"] for line in await listed(anna)] == [0]
        aino = await office.agent("aino")
        await office.desk.claim(aino, thread)
        for number in range(3):
            await office.desk.post(aino, thread, f"m{number}", "word")
        await office.desk.note(aino, thread, "n1", "internal")
        assert [line["unread"] for line in await listed(anna)] == [3]
        await office.center.mark_read(ANNA, thread, (await office.row(thread)).last_seq - 2)
        assert [line["unread"] for line in await listed(anna)] == [1]
        await office.say(thread, "Thank you")
        assert [line["unread"] for line in await listed(anna)] == [0]

    async def test_is_ones_own_and_leaves_out_conversations_without_a_word(
        self, portal: Portal, office: Office
    ) -> None:
        await office.thread()
        await office.say(await office.thread(), "hello")
        await office.say(await office.thread(ERIK), "hej", ERIK)
        anna = await portal.caller()
        lines = await listed(anna)
        assert [(line["channel"], line["last_text"]) for line in lines] == [("widget", "hello")]
        assert (await anna.get("/threads")).headers["cache-control"] == "no-store"

    async def test_begins_with_the_newest_activity(self, portal: Portal, office: Office) -> None:
        first, second = await office.thread(), await office.thread()
        for thread in (first, second, first):
            await office.say(thread, "hello")
        assert [line["id"] for line in await listed(await portal.caller())] == [first, second]

    async def test_comes_in_parts_without_gaps_or_twins_also_at_one_moment(
        self, portal: Portal, office: Office
    ) -> None:
        threads = [await office.thread() for _ in range(7)]
        for thread in threads:
            await office.say(thread, "hello")
        async with office.sessions.begin() as session:
            await session.execute(text("UPDATE thread SET last_at = '2026-11-22 12:00:00.123457Z' WHERE id < 'a'"))
        anna = await portal.caller()
        whole = [line["id"] for line in await listed(anna)]
        assert sorted(whole) == sorted(threads)
        turned: list[str] = []
        query = {"limit": "2"}
        while True:
            page = (await anna.get("/threads", **query)).json()
            turned += [line["id"] for line in page["threads"]]
            if page["next"] is None:
                break
            query["before"] = page["next"]
        assert turned == whole

    @pytest.mark.parametrize("before", ["x", "1-", "-x", "9" * 30 + "-a", "9" * 18 + "-a", "²-a", "1-'", "1-\x00"])
    async def test_does_not_take_any_cursor(self, portal: Portal, before: str) -> None:
        assert_problem(await (await portal.caller()).get("/threads", before=before), 400, "invalid_field")
