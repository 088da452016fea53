"""Changes over HTTP: every kind, in every country, on the terms that were shown, once."""

from __future__ import annotations

import asyncio
import time

import httpx
import pytest

from channels.auth import sessions
from channels.client import SocketClient
from tests.channels.portal import Caller, Json, Portal, assert_problem
from tests.channels.support import Office
from tests.tools.support import ANNA, ERIK, OLLI, day
from tools.ledger.proposals import LIFETIME
from tools.ledger.terms import PostponementWish, RefundWish

IBANS = {"FI": "FI21 1234 5600 0007 85", "SE": "SE4550000000058398257466", "NO": "NO9386011117947"}
POSTPONE = {"kind": "postpone_due_date", "new_date": day(25).isoformat()}
LET_IN = {"name": "Friend", "email": "Friend@x.example"}


def nested(times: int) -> Json:
    """An object in an object in an object."""
    return {"wish": nested(times - 1)} if times else {}


async def state(caller: Caller, number: str) -> Json:
    """An invoice as it is now."""
    invoice: Json = (await caller.get(f"/invoices/{number}")).json()
    return invoice


class TestEveryKind:
    @pytest.mark.parametrize(
        ("number", "who"),
        [
            ("1001", {"customer": "anna"}),
            ("2001", {"customer": "erik"}),
            ("3001", {"customer": "ingrid"}),
            ("9001", {"myropo_id": "MR-7040-9001"}),
            ("9002", {"myropo_id": "MR-7040-9002"}),
            ("9003", {"myropo_id": "MR-7040-9003"}),
        ],
    )
    async def test_is_made_for_consumers_and_companies_of_each_country(
        self, portal: Portal, number: str, who: dict[str, str]
    ) -> None:
        caller = await portal.caller(**who)
        await caller.identify()
        first = day(20).isoformat()
        receipt = await caller.agree(number, **POSTPONE)
        invoice = await state(caller, number)
        assert receipt["due_date"] == invoice["due_date"] == day(25).isoformat()
        assert receipt["total"] == invoice["outstanding"] == receipt["terms"]["total"]
        await caller.agree(number, kind="create_payment_plan", instalments=3, first_date=first)
        await caller.agree(number, kind="change_payment_plan", instalments=2, first_date=first)
        assert len((await state(caller, number))["plan"]) == 2
        await caller.agree(number, kind="cancel_payment_plan")
        assert (await state(caller, number))["plan"] == []
        await caller.agree(number, kind="authorize_person", **LET_IN)
        [let_in] = (await state(caller, number))["authorizations"]
        assert (let_in["email"], let_in["allows"]) == ("friend@x.example", "view")
        await caller.agree(number, kind="revoke_authorization", authorization_id=let_in["id"])
        assert (await state(caller, number))["authorizations"] == []
        await caller.agree(number, kind="dispute_invoice", reason="not as agreed")
        assert (await state(caller, number))["stage"] == "disputed"

    @pytest.mark.parametrize(
        ("number", "country", "who"),
        [
            ("1001", "FI", {"customer": "anna"}),
            ("2001", "SE", {"customer": "erik"}),
            ("9003", "NO", {"myropo_id": "MR-7040-9003"}),
        ],
    )
    async def test_gives_back_what_was_paid_too_much(
        self, portal: Portal, office: Office, number: str, country: str, who: dict[str, str]
    ) -> None:
        caller = await portal.caller(**who)
        await caller.identify()
        owed = (await state(caller, number))["outstanding"]["amount_minor"]
        await office.counter.pay(number, owed + 500)
        answer = await caller.post("/refund-account", {"invoice": number, "iban": IBANS[country]})
        assert answer.json()["terms"]["refund"]["amount_minor"] == 500
        assert (await caller.confirm(answer.json())).json()["total"]["amount_minor"] == 0

    async def test_of_access_has_a_shorthand_that_only_proposes(self, portal: Portal) -> None:
        anna = await portal.caller()
        await anna.identify()
        made = await anna.post("/authorizations", {"invoice": "1001", "allows": "handle", **LET_IN})
        assert (made.status_code, made.json()["strong"]) == (201, True)
        assert (await state(anna, "1001"))["authorizations"] == []
        await anna.confirm(made.json())
        [let_in] = (await state(anna, "1001"))["authorizations"]
        made = await anna.post(f"/authorizations/{let_in['id']}/revoke", {"invoice": "1001"})
        await anna.confirm(made.json())
        assert (await state(anna, "1001"))["authorizations"] == []


class TestConfirming:
    async def test_at_once_by_several_requests_happens_once(self, portal: Portal) -> None:
        anna = await portal.caller()
        proposal = await anna.ask("1003", **POSTPONE)
        answers = await asyncio.gather(*(anna.confirm(proposal) for _ in range(4)))
        assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409]
        refused = next(answer for answer in answers if answer.status_code == 409)
        assert_problem(refused, 409, "proposal_already_confirmed")
        lines = (await state(anna, "1003"))["lines"]
        assert [line["kind"] for line in lines].count("due_date_change_fee") == 1

    async def test_needs_the_hash_and_the_own_proposal(self, portal: Portal) -> None:
        anna, erik = await portal.caller(), await portal.caller("erik")
        proposal = await anna.ask("1001", **POSTPONE)
        assert_problem(await anna.confirm({**proposal, "hash": "0"}), 409, "proposal_changed")
        assert_problem(await erik.confirm(proposal), 404, "proposal_not_found")
        assert_problem(await erik.post(f"/proposals/{proposal['id']}/cancel"), 404, "proposal_not_found")
        assert (await anna.post(f"/proposals/{proposal['id']}/cancel")).json()["status"] == "cancelled"
        assert_problem(await anna.confirm(proposal), 409, "proposal_closed")
        assert (await state(anna, "1001"))["due_date"] == day(12).isoformat()

    async def test_where_money_goes_or_who_sees_needs_strong_identification(
        self, portal: Portal, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        olli = await portal.caller("olli")
        proposal = await olli.ask("4001", kind="set_refund_account", iban=IBANS["FI"], holder="Olli Korhonen")
        assert_problem(await olli.confirm(proposal), 403, "step_up_needed")
        await olli.identify()
        with monkeypatch.context() as later:
            later.setattr(sessions, "time", type("Later", (), {"time": staticmethod(lambda: time.time() + 901)}))
            assert_problem(await olli.confirm(proposal), 403, "step_up_needed")
        assert (await olli.confirm(proposal)).status_code == 200

    async def test_is_light_again_for_who_signs_in_anew(self, portal: Portal) -> None:
        olli = await portal.caller("olli")
        await olli.identify()
        await olli.http.post("/api/v1/demo/sign-in", json={"customer": "anna"})
        proposal = await olli.ask("1001", kind="authorize_person", **LET_IN)
        assert_problem(await olli.confirm(proposal), 403, "step_up_needed")

    async def test_identification_is_for_who_is_signed_in(self, portal: Portal) -> None:
        nobody = await portal.browser()
        assert_problem(await nobody.http.post("/api/v1/demo/identify"), 401, "sign_in_needed")


class TestRefusals:
    async def test_say_why_and_what_is_possible_instead(self, portal: Portal) -> None:
        anna = await portal.caller()
        anna.http.headers["Accept-Language"] = "en"
        wish = {**POSTPONE, "new_date": day(100).isoformat()}
        body = assert_problem(await anna.post("/proposals", {"invoice": "1001", "wish": wish}), 409, "policy_refused")
        assert (body["reason"], body["params"]["latest"]) == ("too_late", day(42).isoformat())
        assert "Revontuli Energia" in body["detail"]
        body = assert_problem(await anna.post("/payments", {"invoice": "1004"}), 409, "policy_refused")
        assert body["reason"] == "paid"
        body = assert_problem(
            await anna.post("/payments", {"invoice": "1001", "amount_minor": 9000}), 409, "policy_refused"
        )
        assert body["params"]["most"] == {"amount_minor": 8490, "currency": "EUR"}

    async def test_keep_a_delegate_to_paying_and_arranging(self, portal: Portal) -> None:
        sofia = await portal.caller("sofia")
        await sofia.identify()
        for wish in (
            {"kind": "dispute_invoice", "reason": "no"},
            {"kind": "authorize_person", **LET_IN},
            {"kind": "set_refund_account", "iban": IBANS["FI"], "holder": "Sofia"},
        ):
            answer = await sofia.post("/proposals", {"invoice": "1005", "wish": wish})
            assert assert_problem(answer, 409, "policy_refused")["reason"] == "owner_only"
        wish = {"kind": "postpone_due_date", "new_date": day(15).isoformat()}
        assert (await sofia.post("/proposals", {"invoice": "1005", "wish": wish})).status_code == 201

    async def test_of_a_wish_that_means_nothing_are_of_status_422(self, portal: Portal) -> None:
        anna = await portal.caller()
        for wish in (
            None,
            {},
            {"kind": "steal"},
            {"kind": "postpone_due_date", "new_date": "soon"},
            {"kind": "dispute_invoice", "reason": " \x00 "},
            {"kind": "dispute_invoice", "reason": "x" * 1001},
            {"kind": "authorize_person", "name": "A", "email": "not an address"},
            {"kind": "authorize_person", "name": "A", "email": "friend@x.example\u200b"},
            {"kind": "authorize_person", **LET_IN, "untill": day(9).isoformat()},
            {**POSTPONE, "fee": 0},
            nested(400),
        ):
            answer = await anna.post("/proposals", {"invoice": "1001", "wish": wish})
            assert assert_problem(answer, 422, "invalid_request")["errors"]


class TestConversations:
    async def test_show_the_card_and_the_receipt_of_a_change_that_is_asked_for_there(
        self, portal: Portal, office: Office
    ) -> None:
        thread, anna = await office.thread(), await portal.caller()
        answers = []
        for offset in (20, 25):
            wish = {**POSTPONE, "new_date": day(offset).isoformat()}
            body = {"invoice": "1001", "wish": wish, "thread_id": thread}
            answers.append((await anna.post("/proposals", body)).json())
        assert (await anna.confirm(answers[1])).status_code == 200
        assert await office.kinds(thread) == [
            *("system proposal", "system proposal_closed", "system proposal", "system receipt")
        ]
        body = {"invoice": "2001", "wish": POSTPONE, "thread_id": thread}
        assert_problem(await (await portal.caller("erik")).post("/proposals", body), 404, "thread_not_found")

    async def test_go_to_a_person_with_a_dispute_that_is_confirmed_there(self, portal: Portal, office: Office) -> None:
        thread, anna = await office.thread(), await portal.caller()
        wish = {"kind": "dispute_invoice", "reason": "The meter was read wrong"}
        body = {"invoice": "1001", "wish": wish, "thread_id": thread}
        card = (await anna.post("/proposals", body)).json()
        await office.center.confirm(ANNA, thread, card["id"], card["hash"])
        assert (await office.kinds(thread))[-2:] == ["system receipt", "system handoff"]
        row = await office.row(thread)
        assert (row.handler, row.reason) == ("queue", "dispute")
        assert row.brief is not None
        assert row.brief["goal"] == "Disputes invoice 1001: The meter was read wrong"
        assert any("disputed" in fact["text"] for fact in row.brief["facts"])

    async def test_are_begun_for_a_dispute_from_outside_of_any(self, portal: Portal, office: Office) -> None:
        anna = await portal.caller()
        await anna.agree("1001", kind="dispute_invoice", reason="No")
        latest = await office.center.open_thread(ANNA, None)
        assert (latest.handler, latest.reason) == ("queue", "dispute")
        await anna.agree("1002", kind="dispute_invoice", reason="No")
        assert (await office.kinds(latest.id)).count("system handoff") == 1
        assert (await office.kinds(latest.id)).count("system receipt") == 2

    async def test_tell_of_cards_whose_time_is_over(self, office: Office) -> None:
        threads = [(await office.thread(who), who) for who in (ANNA, ERIK)]
        for (thread, who), number in zip(threads, ("1001", "2001"), strict=True):
            await office.counter.offer(number, 25, who, thread)
        outside = await office.center.offer(ANNA, None, "1002", PostponementWish(new_date=day(6)))
        office.clock.advance(LIFETIME)
        fresh = await office.thread(OLLI)
        await asyncio.gather(office.center.expire_cards(), office.center.expire_cards())
        for thread, _ in threads:
            [event] = await office.events(thread)
            assert (event.kind, event.payload["status"]) == ("proposal_closed", "expired")
            assert await office.statuses(thread) == ["expired"]
        assert await office.counter.status(outside) == "expired"
        assert await office.kinds(fresh) == []

    async def test_go_on_where_a_click_and_a_payment_meet(self, portal: Portal, office: Office) -> None:
        thread, anna = await office.thread(), await portal.caller()
        card = await office.counter.offer("1001", 25, ANNA, thread)
        begun = await anna.pay("1001", 100)
        click = office.center.confirm(ANNA, thread, str(card.id), card.hash)
        _, answer = await asyncio.gather(click, portal.report(begun), return_exceptions=True)
        assert isinstance(answer, httpx.Response)
        assert answer.status_code == 204
        # Whichever came second found the invoice as the first had left it.
        receipt = "system receipt" in await office.kinds(thread)
        assert receipt == (await office.counter.status(card) == "confirmed")
        assert "system payment" in await office.kinds(thread)


class TestTheChat:
    async def test_asks_for_strong_identification_and_goes_on_after_it(self, portal: Portal, office: Office) -> None:
        olli, thread = await portal.caller("olli"), await office.thread(OLLI)
        card = await office.counter.ask(RefundWish(iban="FI2112345600000785", holder="O"), "4001", OLLI, thread)
        click = {"proposal_id": str(card.id), "hash": card.hash}
        async with SocketClient.open(portal.address, "/ws/chat", olli.cookie) as client:
            await client.hello(thread_id=thread)
            await client.send("proposal.confirm", **click)
            error = await client.error()
            assert (error["code"], error["ref"]) == ("step_up_needed", str(card.id))
        await olli.identify()
        async with SocketClient.open(portal.address, "/ws/chat", olli.cookie) as client:
            await client.hello(thread_id=thread)
            await client.send("proposal.confirm", **click)
            assert (await client.event("receipt"))["payload"]["proposal_id"] == str(card.id)
