"""The console's HTTP API: who may use it, the customer column, blocking, the audit."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from pydantic import BaseModel, TypeAdapter

from channels.agent_console import examples
from channels.agent_console.audits import Actions
from channels.agent_console.canned import Answer, FilledAnswer
from channels.agent_console.copilot import Lines, Offered, SuggestedReply
from channels.agent_console.customers import Block, CustomerColumn
from channels.agent_console.search import FoundThreads
from channels.errors import SenderBlocked
from tests.channels.console import Console, Consoles
from tests.channels.portal import assert_problem
from tests.channels.support import Office
from tests.tools.support import COMPANY, ERIK, JOHAN, SOFIA, day

_ANSWER = {"language": "en", "shortcut": "hi", "title": "Hi", "text": "Hi {first_name}!"}
_AGENTS: list[tuple[str, str, dict[str, Any] | None]] = [
    ("GET", "/threads", None),
    ("GET", "/threads/{thread}/customer", None),
    ("POST", "/threads/{thread}/offers", {"invoice": "1001", "wish": {"kind": "dispute_invoice", "reason": "Wrong"}}),
    ("GET", "/copilot", None),
    ("POST", "/threads/{thread}/copilot/suggest", None),
    ("POST", "/threads/{thread}/copilot/translate", {"text": "Hello", "to": "fi"}),
    ("POST", "/threads/{thread}/copilot/rewrite", {"text": "Hello", "how": "kinder"}),
    ("POST", "/threads/{thread}/copilot/summary", None),
    ("GET", "/canned", None),
    ("GET", "/threads/{thread}/canned", None),
]
_SUPERVISORS: list[tuple[str, str, dict[str, Any] | None]] = [
    ("POST", "/canned", _ANSWER),
    ("PUT", "/canned/1", _ANSWER),
    ("DELETE", "/canned/1", None),
    ("POST", "/threads/{thread}/block", {"reason": "Threats", "days": 7}),
    ("DELETE", "/threads/{thread}/block", None),
    ("GET", "/threads/{thread}/audit", None),
    ("GET", "/audit", None),
]


async def _ask(console: Console, method: str, path: str, body: dict[str, Any] | None) -> Any:
    headers = {"Idempotency-Key": uuid4().hex}
    return await console.http.request(method, f"/api/v1/console{path}", json=body, headers=headers)


class TestWhoMayUseIt:
    async def test_nobody_and_no_customer(self, consoles: Consoles, office: Office) -> None:
        thread = await office.thread()
        for outsider in (await consoles.nobody_at_console(), await consoles.customer_at_console()):
            for method, path, body in [*_AGENTS, *_SUPERVISORS]:
                answer = await _ask(outsider, method, path.format(thread=thread), body)
                assert_problem(answer, 401, "sign_in_needed")
        assert await office.count("SELECT count(*) FROM agent_action") == 0

    async def test_what_is_for_supervisors_no_agent(self, consoles: Consoles, office: Office) -> None:
        thread, aino = await office.thread(), await consoles.agent()
        for method, path, body in _SUPERVISORS:
            assert_problem(await _ask(aino, method, path.format(thread=thread), body), 403, "supervisor_only")
        assert await office.count("SELECT count(*) FROM blocked_sender") == 0
        assert await office.count("SELECT count(*) FROM canned_answer") == 0

    async def test_agents_and_supervisors_all_else(self, consoles: Consoles, office: Office) -> None:
        thread = await office.held_by("lars", ERIK)
        for agent_id in ("aino", "maria"):
            console = await consoles.agent(agent_id)
            for method, path, body in _AGENTS:
                answer = await _ask(console, method, path.format(thread=thread), body)
                refused = {"offers": 403, "translate": 409, "rewrite": 409}.get(path.rpartition("/")[2])
                assert answer.status_code == (refused or 200), (path, answer.text)

    async def test_a_thread_that_is_not_there_is_not_found(self, consoles: Consoles) -> None:
        maria = await consoles.agent("maria")
        for method, path, body in [*_AGENTS, *_SUPERVISORS]:
            if "{thread}" in path and "translate" not in path and "rewrite" not in path:
                for thread in ("none", "%00", "%F0%9F%92%A5"):
                    answer = await _ask(maria, method, path.format(thread=thread), body)
                    assert_problem(answer, 404, "thread_not_found")

    async def test_problems_are_told_in_english_whatever_a_browser_asks_for(self, consoles: Consoles) -> None:
        aino = await consoles.agent()
        aino.http.headers["accept-language"] = "fi"
        assert_problem(await aino.get("/audit"), 403, "supervisor_only")
        assert (await aino.get("/audit")).json()["title"] == "Only a supervisor may do this"


class TestTheCustomerColumn:
    async def test_says_who_it_is_and_how_that_is_known(self, consoles: Consoles, office: Office) -> None:
        column = await (await consoles.agent()).read(f"/threads/{await office.thread()}/customer")
        assert column["identity"] == {
            "name": "Anna Virtanen",
            "kind": "person",
            "country": "FI",
            "language": "en",
            "email": "a•••@customer.example",
            "strength": "light",
            "strength_at": column["identity"]["strength_at"],
            "blocked": None,
        }

    async def test_shows_the_invoices_as_the_customer_sees_them(self, consoles: Consoles, office: Office) -> None:
        aino, anna = await consoles.agent(), await consoles.caller()
        column = await aino.read(f"/threads/{await office.thread()}/customer")
        seen = (await anna.get("/invoices")).json()["invoices"]
        assert [{k: v for k, v in one.items() if k != "possible"} for one in column["invoices"]] == seen

    async def test_says_what_the_rules_would_allow(self, consoles: Consoles, office: Office) -> None:
        lars = await consoles.agent("lars")
        anna = await lars.read(f"/threads/{await office.thread()}/customer")
        possible = {invoice["number"]: set(invoice["possible"]) for invoice in anna["invoices"]}
        assert {"postpone_due_date", "create_payment_plan", "dispute_invoice"} <= possible["1001"]
        assert "create_payment_plan" not in possible["1005"]  # its biller grants none
        assert possible["1004"] == {"authorize_person"}  # it is paid
        johan = await lars.read(f"/threads/{await office.thread(JOHAN)}/customer")
        in_court = next(invoice for invoice in johan["invoices"] if invoice["stage"] == "legal")
        assert in_court["possible"] == ["authorize_person"]

    async def test_what_it_does_not_name_cannot_be_offered(self, consoles: Consoles, office: Office) -> None:
        thread, aino = await office.held_by(), await consoles.agent()
        wishes: dict[str, dict[str, Any]] = {
            "postpone_due_date": {"new_date": day(18).isoformat()},
            "create_payment_plan": {"instalments": 2, "first_date": day(10).isoformat()},
            "cancel_payment_plan": {},
            "dispute_invoice": {"reason": "Never ordered"},
        }
        column = await aino.read(f"/threads/{thread}/customer")
        for invoice in column["invoices"][:4]:
            for kind, details in wishes.items():
                body = {"invoice": invoice["myropo_id"], "wish": {"kind": kind, **details}}
                answer = await aino.post(f"/threads/{thread}/offers", body)
                if kind not in invoice["possible"]:
                    assert answer.status_code == 409, (invoice["number"], kind)

    async def test_lists_the_other_conversations_newest_first(self, consoles: Consoles, office: Office) -> None:
        first, second, third = [await office.thread() for _ in range(3)]
        await office.thread(SOFIA)
        await office.say(second, "Thank you")
        column = await (await consoles.agent()).read(f"/threads/{first}/customer")
        assert [thread["id"] for thread in column["threads"]] == [third, second]
        assert column["threads"][1]["last_text"] == "Thank you"

    async def test_knows_companies_and_people_who_were_let_in(self, consoles: Consoles, office: Office) -> None:
        aino = await consoles.agent()
        company = await aino.read(f"/threads/{await office.thread(COMPANY)}/customer")
        assert (company["identity"]["kind"], company["identity"]["email"]) == ("company", "t•••@kahvila-aamu.example")
        guest = await office.counter.let_in("1001", email="guest@elsewhere.example")
        let_in = await aino.read(f"/threads/{await office.thread(guest)}/customer")
        assert (let_in["identity"]["kind"], let_in["identity"]["email"]) == ("delegate", "g•••@elsewhere.example")
        assert [invoice["access"] for invoice in let_in["invoices"]] == ["delegate"]

    async def test_that_it_was_looked_at_is_noted(self, consoles: Consoles, office: Office) -> None:
        thread, aino, maria = await office.thread(), await consoles.agent(), await consoles.agent("maria")
        await aino.read(f"/threads/{thread}/customer")
        noted = (await maria.read(f"/threads/{thread}/audit"))["actions"]
        assert [(action["agent"], action["action"]) for action in noted] == [("Aino Laine", "looked_at_customer")]


class TestBlocking:
    async def test_a_blocked_customer_cannot_write_and_is_told_of_the_phone(
        self, consoles: Consoles, office: Office
    ) -> None:
        thread, maria = await office.thread(), await consoles.agent("maria")
        await maria.made(f"/threads/{thread}/block", {"reason": "Threats", "days": 7})
        with pytest.raises(SenderBlocked):
            await office.say(thread, "Hello")
        await office.say(await office.thread(SOFIA), "Hello", SOFIA)

    async def test_ends_by_itself_or_by_a_supervisor(self, consoles: Consoles, office: Office) -> None:
        thread, maria = await office.thread(), await consoles.agent("maria")
        blocked = await maria.made(f"/threads/{thread}/block", {"reason": "Threats", "days": 1})
        office.clock.advance(timedelta(days=1, seconds=1))
        await office.say(thread, "Hello again")
        assert blocked["until"] is not None
        forever = await maria.made(f"/threads/{thread}/block", {"reason": "Threats again"})
        assert forever["until"] is None
        office.clock.advance(timedelta(days=4000))
        with pytest.raises(SenderBlocked):
            await office.say(thread, "And again")
        assert (await maria.delete(f"/threads/{thread}/block")).status_code == 204
        await office.say(thread, "Thank you")
        assert (await maria.delete(f"/threads/{thread}/block")).status_code == 204

    async def test_stands_in_the_customer_column_and_in_the_audit(self, consoles: Consoles, office: Office) -> None:
        thread, maria = await office.thread(), await consoles.agent("maria")
        await maria.made(f"/threads/{thread}/block", {"reason": "Threats", "days": 7})
        column = await maria.read(f"/threads/{thread}/customer")
        assert column["identity"]["blocked"]["reason"] == "Threats"
        await maria.delete(f"/threads/{thread}/block")
        noted = [action["action"] for action in (await maria.read(f"/threads/{thread}/audit"))["actions"]]
        assert noted == ["unblocked", "looked_at_customer", "blocked"]

    @pytest.mark.parametrize("body", [{}, {"reason": " "}, {"reason": "x", "days": 0}, {"reason": "x", "days": -1}])
    async def test_needs_a_reason_and_whole_days(
        self, consoles: Consoles, office: Office, body: dict[str, Any]
    ) -> None:
        thread, maria = await office.thread(), await consoles.agent("maria")
        assert_problem(await maria.post(f"/threads/{thread}/block", body), 422, "invalid_request")


class TestTheAudit:
    async def test_is_read_in_pages_newest_first(self, consoles: Consoles, office: Office) -> None:
        maria, aino = await consoles.agent("maria"), await consoles.agent()
        for number in range(5):
            await aino.read("/threads", query=f"word{number}")
        seen: list[str] = []
        page = await maria.read("/audit", limit="2")
        while True:
            seen += [action["details"]["query"] for action in page["actions"]]
            if page["next"] is None:
                break
            page = await maria.read("/audit", limit="2", before=str(page["next"]))
        assert seen == [f"word{number}" for number in reversed(range(5))]

    async def test_can_be_narrowed_to_an_agent_and_an_action(self, consoles: Consoles, office: Office) -> None:
        maria, aino = await consoles.agent("maria"), await consoles.agent()
        await aino.read("/threads")
        await maria.read("/threads")
        await aino.read(f"/threads/{await office.thread()}/customer")
        of_aino = (await maria.read("/audit", agent="aino"))["actions"]
        assert [action["action"] for action in of_aino] == ["looked_at_customer", "searched"]
        searched = (await maria.read("/audit", action="searched"))["actions"]
        assert [action["agent_id"] for action in searched] == ["maria", "aino"]
        assert (await maria.read("/audit", agent="\x00"))["actions"] == []


class TestExamples:
    @pytest.mark.parametrize(
        ("model", "example"),
        [
            (CustomerColumn, examples.CUSTOMER),
            (Answer, examples.CANNED),
            (FilledAnswer, examples.FILLED),
            (Block, examples.BLOCK),
            (Actions, examples.ACTIONS),
            (Offered, examples.COPILOT),
            (SuggestedReply, examples.SUGGESTION),
            (Lines, examples.SUMMARY),
        ],
    )
    def test_are_what_the_api_answers(self, model: type[BaseModel], example: dict[str, Any]) -> None:
        assert model.model_validate(example).model_dump(mode="json") == example

    def test_of_searches_too(self) -> None:
        adapter = TypeAdapter(FoundThreads)
        assert adapter.dump_python(adapter.validate_python(examples.FOUND), mode="json") == examples.FOUND
