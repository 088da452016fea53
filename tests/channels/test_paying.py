"""Paying over HTTP: begun by the customer, reported by the provider, told in the conversation."""

from __future__ import annotations

import asyncio
import json
import time

import httpx

from channels.payments.signature import sign
from tests.channels.conftest import Start
from tests.channels.portal import API, PAYMENT_SECRET, Json, Portal, assert_problem
from tests.channels.support import Office
from tests.tools.support import ANNA, ERIK

SECRET = PAYMENT_SECRET.encode()


async def left(portal: Portal, number: str = "1001") -> int:
    """What Anna still owes for an invoice."""
    invoice: Json = (await (await portal.caller()).get(f"/invoices/{number}")).json()
    return int(invoice["outstanding"]["amount_minor"])


class TestAReport:
    async def test_books_the_payment_and_tells_the_payer(self, portal: Portal, office: Office) -> None:
        thread = await office.thread(language="fi")
        anna = await portal.caller()
        begun = await anna.pay("1001")
        assert (await portal.report(begun)).status_code == 204
        assert (await anna.get(f"/payments/{begun['id']}")).json()["status"] == "succeeded"
        assert await left(portal) == 0
        event = (await office.events(thread))[-1]
        assert (event.kind, event.author_kind) == ("payment", "system")
        assert (event.payload["invoice"], event.payload["status"]) == ("1001", "succeeded")
        assert "84,90" in event.payload["text"]

    async def test_is_told_where_the_payment_began(self, portal: Portal, office: Office) -> None:
        began, later = await office.thread(), await office.thread()
        start = await office.payments.start(ANNA, "1001", 4000, office.clock.now(), thread_id=began)
        await portal.report(start.model_dump(mode="json"))
        assert await office.kinds(began) == ["system payment"]
        assert await office.kinds(later) == []

    async def test_is_booked_where_there_is_nobody_to_tell(self, portal: Portal, office: Office) -> None:
        others = await office.thread(ERIK)
        assert (await portal.report(await (await portal.caller()).pay("1001", 90))).status_code == 204
        assert (await left(portal), await office.kinds(others)) == (8400, [])

    async def test_of_a_failure_is_told_and_books_nothing(self, portal: Portal, office: Office) -> None:
        thread = await office.thread()
        await portal.report(await (await portal.caller()).pay("1001"), status="failed")
        payload = (await office.events(thread))[-1].payload
        assert (payload["status"], await left(portal)) == ("failed", 8490)

    async def test_that_comes_again_changes_nothing(self, portal: Portal, office: Office) -> None:
        thread = await office.thread()
        begun = await (await portal.caller()).pay("1001")
        reports = [{"event_id": "e1"}, {"event_id": "e1"}, {"payment_id": "p"}, {"payment_id": "p"}]
        answers = await asyncio.gather(*(portal.report(begun, **{"payment_id": "p", **each}) for each in reports))
        assert [answer.status_code for answer in answers] == [204] * 4
        assert (await left(portal), await office.kinds(thread)) == (0, ["system payment"])

    async def test_of_another_amount_or_of_no_payment_is_a_problem(self, portal: Portal) -> None:
        begun = await (await portal.caller()).pay("1001")
        assert_problem(await portal.report(begun, amount_minor=1), 409, "payment_mismatch")
        unknown = {**begun, "id": "00000000-0000-4000-8000-000000000000"}
        assert_problem(await portal.report(unknown), 404, "payment_not_found")
        assert await left(portal) == 8490

    async def test_that_is_forged_or_old_is_refused(self, portal: Portal) -> None:
        begun = await (await portal.caller()).pay("1001")
        event = {"event_id": "e", "intent_id": begun["id"], "payment_id": "p", "status": "succeeded", **begun["amount"]}
        body = json.dumps(event).encode()
        old = sign(SECRET, body, int(time.time()) - 301)
        for signature in (None, "t=1,v1=00", sign(b"a guess", body), sign(SECRET, body + b" "), old):
            assert_problem(await portal.send(body, signature), 400, "bad_signature")
        assert await left(portal) == 8490
        assert (await portal.send(body, sign(SECRET, body))).status_code == 204

    async def test_that_means_nothing_is_a_problem(self, portal: Portal) -> None:
        for body in (b"", b"[]", b"{}", b"\xff", b'{"event_id": "\\u0000"}'):
            assert_problem(await portal.send(body, sign(SECRET, body)), 422, "invalid_request")
        begun = await (await portal.caller()).pay("1001")
        for amount in ("8490", 8490.0, True, -1):
            assert_problem(await portal.report(begun, amount_minor=amount), 422, "invalid_request")

    async def test_with_another_payments_id_is_not_taken_for_that_one(self, portal: Portal) -> None:
        anna = await portal.caller()
        paid, begun = await anna.pay("1001"), await anna.pay("1002")
        assert (await portal.report(paid, payment_id="p")).status_code == 204
        assert_problem(await portal.report(begun, payment_id="p"), 409, "payment_mismatch")
        assert (await anna.get(f"/payments/{begun['id']}")).json()["status"] == "started"


class TestTheDemoBank:
    async def test_is_paid_at_once_however_often_the_button_is_pressed(self, portal: Portal, office: Office) -> None:
        thread = await office.thread()
        anna = await portal.caller()
        begun = await anna.pay("1001", 4000)
        assert begun["url"] == f"/demo-bank/{begun['id']}"
        assert (await anna.http.get(begun["url"])).status_code == 200
        order = (await anna.get(f"/demo/bank/{begun['id']}")).json()
        assert (order["amount"], order["status"]) == ({"amount_minor": 4000, "currency": "EUR"}, "started")
        assert (order["payee"], order["invoice"]) == ("Revontuli Energia", "1001")
        assert "40" in order["amount_text"]
        for deed in ("pay", "pay", "decline"):
            assert (await anna.http.post(f"{API}/demo/bank/{begun['id']}/{deed}")).status_code == 204
        assert (await anna.get(f"/demo/bank/{begun['id']}")).json()["status"] == "succeeded"
        assert (await left(portal), await office.kinds(thread)) == (4490, ["system payment"])

    async def test_can_decline_and_be_paid_afterwards(self, portal: Portal) -> None:
        anna = await portal.caller()
        begun = await anna.pay("1001")
        for deed, status in (("decline", "failed"), ("pay", "succeeded")):
            await anna.http.post(f"{API}/demo/bank/{begun['id']}/{deed}", headers={"Host": "elsewhere.example"})
            assert (await anna.get(f"/payments/{begun['id']}")).json()["status"] == status

    async def test_knows_only_payments_that_were_begun(self, portal: Portal) -> None:
        anna = await portal.caller()
        nothing = "00000000-0000-4000-8000-000000000000"
        assert_problem(await anna.get(f"/demo/bank/{nothing}"), 404, "payment_not_found")
        assert_problem(await anna.http.post(f"{API}/demo/bank/{nothing}/pay"), 404, "payment_not_found")

    async def test_does_not_exist_outside_the_demo(self, start: Start) -> None:
        async with httpx.AsyncClient(
            base_url=await start(demo=False, worker=False), trust_env=False, verify=False
        ) as http:
            for path in ("/demo-bank/1", "/identify", f"{API}/demo/bank/1"):
                assert_problem(await http.get(path), 404, "http_404")
            assert_problem(await http.post(f"{API}/demo/identify"), 404, "http_404")
