"""Canned answers: who may change them, which are offered where, and what stands in their placeholders."""

from __future__ import annotations

import re
from typing import Any

import pytest
from sqlalchemy import update
from sqlmodel import col

from channels.agent_console.canned_seed import demo_answers
from channels.agent_console.placeholders import PLACEHOLDERS, fill, refuse_unknown
from channels.message_center.models import Thread
from knowledge.formats import plain_spaces
from tests.channels.console import Console, Consoles
from tests.channels.portal import assert_problem
from tests.channels.support import Office
from tests.tools.support import ANNA, COMPANY, ERIK, OLLI
from tools.context import LANGUAGES, Language, Principal

_TEXT = "|".join(f"{{{name}}}" for name in PLACEHOLDERS)


@pytest.fixture
async def maria(consoles: Consoles) -> Console:
    return await consoles.agent("maria")


def _answer(shortcut: str = "hello", **given: Any) -> dict[str, Any]:
    return {"language": "en", "shortcut": shortcut, "title": "A title", "text": "Hello {first_name}", **given}


async def _offered(console: Console, thread: str) -> list[dict[str, Any]]:
    offered: list[dict[str, Any]] = await console.read(f"/threads/{thread}/canned")
    return offered


async def _about(office: Office, number: str, principal: Principal = ANNA, language: Language = "en") -> str:
    """A thread about an invoice."""
    thread_id = await office.thread(principal, language)
    async with office.sessions.begin() as session:
        myropo_id = (await office.invoice(number)).myropo_id
        await session.execute(update(Thread).where(col(Thread.id) == thread_id).values(invoice=myropo_id))
    return thread_id


class TestKeepingThem:
    async def test_a_supervisor_adds_changes_and_removes(self, maria: Console, consoles: Consoles) -> None:
        made = await maria.made("/canned", _answer())
        changed = await maria.put(f"/canned/{made['id']}", _answer(text="Hi {customer}", team_id="finland"))
        assert (changed.status_code, changed.json()["text"]) == (200, "Hi {customer}")
        aino = await consoles.agent()
        assert [a["team_id"] for a in (await aino.read("/canned"))["answers"]] == ["finland"]
        assert (await maria.delete(f"/canned/{made['id']}")).status_code == 204
        assert (await aino.read("/canned"))["answers"] == []
        noted = [action["action"] for action in (await maria.read("/audit"))["actions"]]
        assert noted == ["canned_removed", "canned_changed", "canned_added"]

    async def test_unknown_placeholders_are_refused_and_the_known_ones_named(self, maria: Console) -> None:
        answer = await maria.post("/canned", _answer(text="Hi {name}, {due_date}"))
        detail = assert_problem(answer, 400, "unknown_placeholder")["detail"]
        assert "{name}" in detail
        assert all(f"{{{known}}}" in detail for known in PLACEHOLDERS)
        for stray in ("Hi {first_name", "Hi }", "{{customer}}"):
            assert_problem(await maria.post("/canned", _answer(text=stray)), 400, "unknown_placeholder")

    async def test_a_shortcut_is_unique_within_team_and_language(self, maria: Console) -> None:
        await maria.made("/canned", _answer())
        assert_problem(await maria.post("/canned", _answer()), 409, "shortcut_taken")
        await maria.made("/canned", _answer(language="fi"))
        other = await maria.made("/canned", _answer(team_id="finland"))
        assert_problem(await maria.put(f"/canned/{other['id']}", _answer()), 409, "shortcut_taken")

    @pytest.mark.parametrize(
        "wrong", [{"language": "da"}, {"shortcut": "Two words"}, {"title": ""}, {"text": 7}, {"text": "x" * 4001}]
    )
    async def test_what_cannot_be_stored_is_refused(self, maria: Console, wrong: dict[str, Any]) -> None:
        assert_problem(await maria.post("/canned", _answer(**wrong)), 422, "invalid_request")

    async def test_an_empty_text_and_an_unknown_team_are_refused(self, maria: Console) -> None:
        assert_problem(await maria.post("/canned", _answer(text=" ")), 400, "message_empty")
        assert_problem(await maria.post("/canned", _answer(team_id="nobody")), 400, "invalid_field")
        assert_problem(await maria.post("/canned", _answer(team_id="\x00")), 400, "invalid_field")

    @pytest.mark.parametrize("number", ["0", "99", str(2**70)])
    async def test_what_is_not_there_is_not_found(self, maria: Console, number: str) -> None:
        assert_problem(await maria.put(f"/canned/{number}", _answer()), 404, "not_found")
        assert_problem(await maria.delete(f"/canned/{number}"), 404, "not_found")

    async def test_are_listed_by_team_and_language(self, maria: Console) -> None:
        for given in ({"team_id": "finland"}, {"team_id": "scandinavia"}, {}, {"language": "fi"}):
            await maria.made("/canned", _answer(**given))
        listed = (await maria.read("/canned", language="en", team="finland"))["answers"]
        assert [answer["team_id"] for answer in listed] == [None, "finland"]
        assert len((await maria.read("/canned"))["answers"]) == 4


class TestInAConversation:
    async def test_placeholders_are_filled_in_its_language(self, maria: Console, office: Office) -> None:
        await maria.made("/canned", _answer("all", language="fi", text=_TEXT))
        [offered] = await _offered(maria, await _about(office, "1003", language="fi"))
        assert offered["missing"] == []
        invoice = await office.invoice("1003")
        assert plain_spaces(offered["text"]).split("|") == [
            "Anna Virtanen",
            "Anna",
            "Maria Holm",
            "1003",
            "Kuntokeskus Tähti",
            "64,90 €",
            "20.11.2026",
            invoice.reference,
            "ma–pe 8–17",
            "maanantaina 23.11. klo 12",
        ]

    async def test_the_only_unpaid_invoice_is_meant_where_none_is_named(self, maria: Console, office: Office) -> None:
        await maria.made("/canned", _answer("due", language="sv", text="{invoice}: {balance}, {due_date}"))
        [offered] = await _offered(maria, await office.thread(ERIK, "sv"))
        assert plain_spaces(offered["text"]) == "2001: 1 485,00 kr, 25 november 2026"

    async def test_of_several_invoices_none_is_guessed(self, maria: Console, office: Office) -> None:
        await maria.made("/canned", _answer("due", text="Dear {first_name}, {due_date} {due_date} {balance}"))
        [offered] = await _offered(maria, await office.thread())
        assert offered["text"] == "Dear Anna, {due_date} {due_date} {balance}"
        assert offered["missing"] == ["due_date", "balance"]

    async def test_what_is_paid_is_not_due_and_what_is_overpaid_has_no_balance(
        self, maria: Console, office: Office
    ) -> None:
        await maria.made("/canned", _answer("due", text="{invoice} {balance} {due_date}"))
        [paid] = await _offered(maria, await _about(office, "1004"))
        assert (paid["text"], paid["missing"]) == ("1004 €0.00 {due_date}", ["due_date"])
        [overpaid] = await _offered(maria, await _about(office, "4001", OLLI))
        assert overpaid["missing"] == ["balance", "due_date"]

    async def test_a_company_is_not_called_by_its_first_word(self, maria: Console, office: Office) -> None:
        await maria.made("/canned", _answer())
        [offered] = await _offered(maria, await office.thread(COMPANY))
        assert offered["text"] == "Hello Kahvila Aamu Oy"

    async def test_a_teams_own_answer_stands_before_everybodys(
        self, maria: Console, consoles: Consoles, office: Office
    ) -> None:
        await maria.made("/canned", _answer(text="Everybody's"))
        await maria.made("/canned", _answer(text="Finland's", team_id="finland"))
        await maria.made("/canned", _answer(text="Scandinavia's", team_id="scandinavia"))
        thread = await office.thread()
        said = [a["text"] for a in await _offered(await consoles.agent("aino"), thread)]
        assert said == ["Finland's"]
        assert [a["text"] for a in await _offered(await consoles.agent("lars"), thread)] == ["Scandinavia's"]

    async def test_values_are_not_read_as_placeholders(self) -> None:
        assert fill("{customer}", {"customer": "{due_date}"}).text == "{due_date}"


class TestTheDemosAnswers:
    def test_are_there_in_every_language_with_the_same_placeholders(self) -> None:
        answers = demo_answers()
        by_shortcut: dict[str, dict[str, str]] = {}
        for answer in answers:
            refuse_unknown(answer.text)
            by_shortcut.setdefault(answer.shortcut, {})[answer.language] = answer.text
        assert len(by_shortcut) >= 8
        for shortcut, texts in by_shortcut.items():
            assert set(texts) == set(LANGUAGES), shortcut
            assert len({frozenset(re.findall(r"\{\w+\}", text)) for text in texts.values()}) == 1, shortcut

    async def test_are_seeded_and_filled(self, maria: Console, office: Office) -> None:
        async with office.sessions.begin() as session:
            session.add_all(demo_answers())
        for language in LANGUAGES:
            offered = await _offered(maria, await _about(office, "1001", language=language))
            assert [answer["missing"] for answer in offered] == [[]] * len(offered)
            assert len(offered) >= 8
