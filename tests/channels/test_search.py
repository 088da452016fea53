"""Search over all threads: words in every language, names and invoices, filters, pages."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import update
from sqlmodel import col

from channels.message_center.models import Thread
from tests.channels.console import Console, Consoles
from tests.channels.portal import assert_problem
from tests.channels.support import Office
from tests.tools.support import ANNA, ERIK, INGRID
from tools.context import Language, Principal


@pytest.fixture
async def aino(consoles: Consoles) -> Console:
    return await consoles.agent()


async def _found(console: Console, **wanted: str) -> list[str]:
    return [thread["id"] for thread in (await console.read("/threads", **wanted))["threads"]]


async def _thread(office: Office, words: str, language: Language = "en", principal: Principal = ANNA) -> str:
    thread_id = await office.thread(principal, language)
    await office.say(thread_id, words, principal)
    return thread_id


async def _change(office: Office, thread_id: str, **values: Any) -> None:
    async with office.sessions.begin() as session:
        await session.execute(update(Thread).where(col(Thread.id) == thread_id).values(**values))


class TestWords:
    @pytest.mark.parametrize(
        ("language", "said", "looked_for"),
        [
            ("fi", "Maksoin jo sähkölaskuni", "sähkölasku"),
            ("fi", "Voinko siirtää laskujen eräpäiviä?", "eräpäivä lasku"),
            ("sv", "Jag har betalat räkningarna", "räkning"),
            ("nb", "Jeg har betalt regningene", "regning"),
            ("en", "I have been paying my invoices", "invoice paid"),
        ],
    )
    async def test_are_found_in_other_forms_of_their_language(
        self, aino: Console, office: Office, language: Language, said: str, looked_for: str
    ) -> None:
        thread = await _thread(office, said, language)
        await _thread(office, "Hello there", language)
        if looked_for != "invoice paid":
            assert await _found(aino, query=looked_for) == [thread]
        assert await _found(aino, query=looked_for.split()[0]) == [thread]

    async def test_are_found_whatever_language_the_thread_turned_out_to_be_in(
        self, aino: Console, office: Office
    ) -> None:
        thread = await _thread(office, "Voinko siirtää eräpäivää?", "en")
        await _change(office, thread, language="fi")
        assert await _found(aino, query="eräpäivää") == [thread]

    async def test_must_stand_in_one_message_all_of_them(self, aino: Console, office: Office) -> None:
        both = await _thread(office, "The reminder came before the invoice")
        await _thread(office, "A reminder came")
        assert await _found(aino, query="reminder invoice") == [both]

    async def test_can_be_excluded_in_the_threads_own_language(self, aino: Console, office: Office) -> None:
        await _thread(office, "Lasku on jo maksettu", "fi")
        other = await _thread(office, "Lasku on liian suuri", "fi")
        assert await _found(aino, query="lasku -maksetut") == [other]

    async def test_of_notes_and_of_the_assistant_are_found_too(self, aino: Console, office: Office) -> None:
        thread = await office.held_by("aino")
        await office.desk.post(await office.agent(), thread, "c", "The kangaroo is on its way")
        assert await _found(aino, query="kangaroo") == [thread]

    async def test_show_where_they_stand(self, aino: Console, office: Office) -> None:
        await _thread(office, "First something else. Then I got a second reminder about my electricity.")
        [thread] = (await aino.read("/threads", query="reminders"))["threads"]
        assert "second \x02reminder\x03 about" in thread["snippet"]

    async def test_a_message_cannot_pretend_to_be_found(self, aino: Console, office: Office) -> None:
        await _thread(office, "a \x02false\x03 reminder")
        [thread] = (await aino.read("/threads", query="reminder"))["threads"]
        assert thread["snippet"].count("\x02") == thread["snippet"].count("\x03") == 1

    @pytest.mark.parametrize(
        "query", ["'", '"', "a & | ! ( <->", ":*", "%", "\\", "-", "\x00", "💥", "or and not", "_"]
    )
    async def test_may_be_anything(self, aino: Console, office: Office, query: str) -> None:
        await _thread(office, "Nothing of that kind")
        assert (await aino.get("/threads", query=query)).status_code == 200

    async def test_a_percent_sign_is_no_wildcard(self, aino: Console, office: Office) -> None:
        await _thread(office, "Hello")
        assert await _found(aino, query="An%a") == []
        assert await _found(aino, query="____") == []


class TestNamesAndInvoices:
    async def test_part_of_a_name_is_enough_in_any_case(self, aino: Console, office: Office) -> None:
        anna, erik = await _thread(office, "Hello"), await _thread(office, "Hello", principal=ERIK)
        assert await _found(aino, query="virta") == [anna]
        assert await _found(aino, query="LINDQ") == [erik]

    async def test_the_subject_line_is_looked_through(self, aino: Console, office: Office) -> None:
        thread = await _thread(office, "Hello")
        await _change(office, thread, title="About my gym membership")
        [found] = (await aino.read("/threads", query="gym memb"))["threads"]
        assert (found["id"], found["snippet"]) == (thread, None)

    @pytest.mark.parametrize("number", ["1001", "{myropo_id}", "{lower}"])
    async def test_the_invoices_number_and_myropo_id_find_its_threads(
        self, aino: Console, office: Office, number: str
    ) -> None:
        myropo_id = (await office.invoice("1001")).myropo_id
        thread = await _thread(office, "Hello")
        await _thread(office, "Hello")
        await _change(office, thread, invoice=myropo_id)
        query = number.format(myropo_id=myropo_id, lower=myropo_id.lower())
        assert await _found(aino, query=query) == [thread]


class TestFilters:
    async def test_narrow_what_is_found(self, aino: Console, office: Office) -> None:
        finnish = await _thread(office, "Lasku", "fi")
        norwegian = await _thread(office, "Faktura", "nb", INGRID)
        held = await office.held_by("lars", ERIK)
        await _change(office, finnish, status="closed", tags=["fees", "payment"])
        assert await _found(aino, status="closed") == [finnish]
        assert await _found(aino, status="open") == [held, norwegian]
        assert await _found(aino, language="nb") == [norwegian]
        assert await _found(aino, country="SE") == [held]
        assert await _found(aino, tag="fees") == [finnish]
        assert await _found(aino, tag="refund") == []
        assert await _found(aino, agent="lars") == [held]
        assert await _found(aino, handler="agent") == [held]
        assert await _found(aino, handler="agent:aino") == []
        assert await _found(aino, handler="assistant") == [norwegian, finnish]
        assert await _found(aino, reason="asked_for_person") == [held]
        assert await _found(aino, query="faktura", country="FI") == []

    @pytest.mark.parametrize(
        "wrong",
        [{"status": "x"}, {"language": "da"}, {"country": "DK"}, {"tag": "x"}, {"reason": "x"}, {"limit": "0"}],
    )
    async def test_that_are_none_are_refused(self, aino: Console, wrong: dict[str, str]) -> None:
        assert_problem(await aino.get("/threads", **wrong), 422, "invalid_request")

    async def test_lines_are_those_of_the_consoles_lists(self, aino: Console, office: Office) -> None:
        thread = await office.held_by("aino")
        await office.say(thread, "Are you there?")
        [line] = (await aino.read("/threads"))["threads"]
        assert (line["agent"], line["last_text"], line["unread"]) == ("Aino Laine", "Are you there?", True)


class TestPages:
    async def test_follow_each_other_newest_first_without_gap_or_twin(self, aino: Console, office: Office) -> None:
        threads = [await _thread(office, f"invoice {number}") for number in range(7)]
        for query in ({}, {"query": "invoice"}):
            seen: list[str] = []
            page = await aino.read("/threads", limit="3", **query)
            while True:
                seen += [thread["id"] for thread in page["threads"]]
                if page["next"] is None:
                    break
                page = await aino.read("/threads", limit="3", before=page["next"], **query)
            assert seen == list(reversed(threads))

    @pytest.mark.parametrize("cursor", ["x", "%%%", "bnVsbA", "WzEsMl0", "WyJ4IiwgIngiXQ", "é"])
    async def test_a_cursor_that_is_none_is_refused(self, aino: Console, cursor: str) -> None:
        assert_problem(await aino.get("/threads", before=cursor), 400, "invalid_field")

    async def test_a_thread_in_which_nothing_was_said_is_not_found(self, aino: Console, office: Office) -> None:
        await office.thread()
        assert await _found(aino) == []


async def test_every_search_is_noted_with_its_words(aino: Console, consoles: Consoles, office: Office) -> None:
    await _thread(office, "Hello")
    await aino.read("/threads", query="hello", status="open")
    [noted] = (await (await consoles.agent("maria")).read("/audit"))["actions"]
    assert (noted["agent_id"], noted["action"]) == ("aino", "searched")
    assert noted["details"] == {"query": "hello", "status": "open", "limit": 25, "found": 1}
