"""A request that is sent again does nothing again."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import text

from channels.message_center.service import MessageCenter
from channels.stored_answers import forget_old
from tests.channels.portal import Portal, assert_problem
from tests.channels.support import Office

BODY = {"invoice": "1001", "amount_minor": 4000}
BEGUN = "SELECT count(*) FROM payment_intent"
KEYS = "SELECT count(*) FROM idempotency_key"


class TestTheSameKey:
    async def test_gets_the_same_answer_and_does_it_once(self, portal: Portal, office: Office) -> None:
        anna = await portal.caller()
        first, second = [await anna.post("/payments", BODY, key="k") for _ in range(2)]
        assert (first.status_code, second.status_code, first.json()) == (201, 201, second.json())
        assert second.headers["content-type"] == "application/json"
        assert await office.count(BEGUN) == 1

    async def test_confirms_once_and_gives_the_receipt_again(self, portal: Portal) -> None:
        anna = await portal.caller()
        made = await anna.ask("1003", kind="dispute_invoice", reason="no")
        path, body = f"/proposals/{made['id']}/confirm", {"hash": made["hash"]}
        answers = [await anna.post(path, body, key="k") for _ in range(2)]
        assert [answer.status_code for answer in answers] == [200, 200]
        assert answers[0].json() == answers[1].json()

    async def test_at_once_runs_once(self, portal: Portal, office: Office) -> None:
        anna = await portal.caller()
        answers = await asyncio.gather(*(anna.post("/payments", BODY, key="k") for _ in range(5)))
        codes = {answer.status_code for answer in answers}
        assert 201 in codes
        assert codes <= {201, 409}
        for answer in answers:
            if answer.status_code == 409:
                assert_problem(answer, 409, "still_running")
        assert await office.count(BEGUN) == 1

    async def test_with_another_request_is_refused(self, portal: Portal, office: Office) -> None:
        anna = await portal.caller()
        await anna.post("/payments", BODY, key="k")
        other = {**BODY, "amount_minor": 1}
        assert_problem(await anna.post("/payments", other, key="k"), 409, "idempotency_key_reused")
        assert_problem(await anna.post("/refund-account", BODY, key="k"), 409, "idempotency_key_reused")
        assert await office.count(BEGUN) == 1

    async def test_of_another_customer_is_another_key(self, portal: Portal, office: Office) -> None:
        anna, erik = await portal.caller(), await portal.caller("erik")
        await anna.post("/payments", BODY, key="k")
        assert (await erik.post("/payments", {"invoice": "2001"}, key="k")).json()["invoice"] == "2001"

    async def test_is_free_again_after_a_refusal_or_a_failure(self, portal: Portal, office: Office) -> None:
        anna = await portal.caller()
        assert_problem(await anna.post("/payments", {"invoice": "1004"}, key="k"), 409, "policy_refused")
        assert_problem(await anna.post("/payments", {}, key="k"), 422, "invalid_request")
        assert await office.count(KEYS) == 0
        assert (await anna.post("/payments", BODY, key="k")).status_code == 201


class TestAnUnexpectedFailure:
    async def test_is_a_problem_without_details_and_frees_the_key(
        self, portal: Portal, office: Office, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        anna = await portal.caller()
        anna.http.headers["Accept-Language"] = "sv"
        made = await anna.ask("1001", kind="dispute_invoice", reason="no")

        async def fail(*_: object) -> None:
            raise ZeroDivisionError("details that nobody shall see")

        monkeypatch.setattr(MessageCenter, "confirm", fail)
        answer = await anna.confirm(made)
        assert "nobody shall see" not in answer.text
        assert_problem(answer, 500, "internal")
        assert await office.count(KEYS) == 1


class TestAKey:
    async def test_is_needed(self, portal: Portal) -> None:
        anna = await portal.caller()
        for headers in ({}, {"Idempotency-Key": ""}, {"Idempotency-Key": "x" * 201}):
            answer = await anna.http.post("/api/v1/payments", json=BODY, headers=headers)
            assert_problem(answer, 400, "idempotency_key_missing")

    async def test_of_a_request_that_was_cut_off_can_be_taken_again_after_a_while(
        self, portal: Portal, office: Office
    ) -> None:
        anna = await portal.caller()
        await anna.post("/payments", BODY, key="k")
        for age, status in (("1 second", 409), ("61 seconds", 201)):
            async with office.sessions.begin() as session:
                cut_off = "UPDATE idempotency_key SET status = NULL, created_at = now() - interval '{}'"
                await session.execute(text(cut_off.format(age)))
            assert (await anna.post("/payments", BODY, key="k")).status_code == status
        assert await office.count(BEGUN) == 2

    async def test_is_forgotten_after_a_day(self, portal: Portal, office: Office) -> None:
        anna = await portal.caller()
        await anna.post("/payments", BODY, key="old")
        await anna.post("/payments", BODY, key="new")
        async with office.sessions.begin() as session:
            past = "UPDATE idempotency_key SET created_at = now() - interval '25 hours' WHERE key = 'old'"
            await session.execute(text(past))
        await forget_old(office.sessions)
        assert await office.count(KEYS) == 1
