"""Action cards that agents offer: the same rules as the assistant's, and only the customer's own click."""

from __future__ import annotations

from typing import Any

import pytest

from tests.channels.console import Consoles
from tests.channels.portal import assert_problem
from tests.channels.support import Office
from tests.tools.support import day

_WISH = {"kind": "postpone_due_date", "new_date": day(18).isoformat()}


class TestOffers:
    async def test_the_card_appears_in_the_agents_name(self, consoles: Consoles, office: Office) -> None:
        thread, aino = await office.held_by(), await consoles.agent()
        made = await aino.made(f"/threads/{thread}/offers", {"invoice": "1001", "wish": _WISH})
        event = (await office.events(thread))[-1]
        assert (event.kind, event.author_kind, event.author_name) == ("proposal", "agent", "Aino Laine")
        assert event.payload["proposal"]["id"] == made["id"]
        assert (await office.invoice("1001")).due_date == day(12)

    async def test_only_the_customers_own_click_makes_the_change(self, consoles: Consoles, office: Office) -> None:
        thread, aino, anna = await office.held_by(), await consoles.agent(), await consoles.caller()
        made = await aino.made(f"/threads/{thread}/offers", {"invoice": "1001", "wish": _WISH})
        path, body = f"/api/v1/proposals/{made['id']}/confirm", {"hash": made["hash"]}
        answer = await aino.http.post(path, json=body, headers={"Idempotency-Key": "a"})
        assert_problem(answer, 401, "sign_in_needed")
        sofia = await consoles.caller("sofia")
        assert_problem(await sofia.confirm(made), 404, "proposal_not_found")
        assert (await anna.confirm(made)).status_code == 200
        assert (await office.invoice("1001")).due_date == day(18)
        assert (await office.kinds(thread))[-1] == "system receipt"

    async def test_is_for_who_holds_the_conversation(self, consoles: Consoles, office: Office) -> None:
        for thread in (await office.held_by("lars"), await office.thread()):
            for agent_id in ("aino", "maria"):
                agent = await consoles.agent(agent_id)
                answer = await agent.post(f"/threads/{thread}/offers", {"invoice": "1001", "wish": _WISH})
                assert_problem(answer, 403, "not_yours")
        assert await office.count("SELECT count(*) FROM proposal") == 0

    async def test_a_rule_says_no_and_what_is_possible_instead(self, consoles: Consoles, office: Office) -> None:
        thread, aino = await office.held_by(), await consoles.agent()
        aino.http.headers["accept-language"] = "fi"
        wish = {"kind": "postpone_due_date", "new_date": day(200).isoformat()}
        answer = await aino.post(f"/threads/{thread}/offers", {"invoice": "1001", "wish": wish})
        body = assert_problem(answer, 409, "policy_refused")
        assert body["reason"] == "too_late"
        assert body["params"]["latest"] == day(42).isoformat()
        assert "3 January 2027" in body["detail"]
        assert "proposal" not in " ".join(await office.kinds(thread))

    async def test_an_invoice_out_of_the_customers_scope_does_not_exist(
        self, consoles: Consoles, office: Office
    ) -> None:
        thread, aino = await office.held_by(), await consoles.agent()
        answer = await aino.post(f"/threads/{thread}/offers", {"invoice": "2001", "wish": _WISH})
        assert_problem(answer, 404, "invoice_not_found")

    async def test_takes_the_place_of_an_earlier_card(self, consoles: Consoles, office: Office) -> None:
        thread, aino = await office.held_by(), await consoles.agent()
        for offset in (15, 16):
            wish = {"kind": "postpone_due_date", "new_date": day(offset).isoformat()}
            await aino.made(f"/threads/{thread}/offers", {"invoice": "1001", "wish": wish})
        assert (await office.kinds(thread))[-3:] == ["agent proposal", "system proposal_closed", "agent proposal"]
        assert await office.statuses(thread) == ["superseded", "open"]

    async def test_the_same_request_again_makes_no_second_card(self, consoles: Consoles, office: Office) -> None:
        thread, aino = await office.held_by(), await consoles.agent()
        body = {"invoice": "1001", "wish": _WISH}
        first, again = [await aino.post(f"/threads/{thread}/offers", body, key="same") for _ in range(2)]
        assert first.json() == again.json()
        assert (await office.kinds(thread)).count("agent proposal") == 1

    @pytest.mark.parametrize(
        "wish", [{}, {"kind": "pay"}, {"kind": "postpone_due_date"}, {"kind": "dispute_invoice", "reason": "\x00"}, 7]
    )
    async def test_a_wish_that_is_none_is_refused(self, consoles: Consoles, office: Office, wish: Any) -> None:
        thread, aino = await office.held_by(), await consoles.agent()
        answer = await aino.post(f"/threads/{thread}/offers", {"invoice": "1001", "wish": wish})
        assert_problem(answer, 422, "invalid_request")

    async def test_is_noted(self, consoles: Consoles, office: Office) -> None:
        thread, aino, maria = await office.held_by(), await consoles.agent(), await consoles.agent("maria")
        await aino.made(f"/threads/{thread}/offers", {"invoice": "1001", "wish": _WISH})
        newest = (await maria.read(f"/threads/{thread}/audit"))["actions"][0]
        assert (newest["agent_id"], newest["action"]) == ("aino", "offered")
        assert newest["details"]["kind"] == "postpone_due_date"
