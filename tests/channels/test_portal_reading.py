"""What the portal's API shows: the own, in full, and nothing else."""

from __future__ import annotations

import pytest

from channels.errors import error_words
from channels.languages import accepted_language
from tests.channels.portal import Portal, assert_problem
from tests.channels.support import Office
from tests.tools.support import day
from tools.context import Language

NOWHERE = "00000000-0000-4000-8000-000000000000"


class TestAnInvoice:
    async def test_is_shown_in_full(self, portal: Portal) -> None:
        anna = await portal.caller()
        invoice = (await anna.get("/invoices/1003")).json()
        assert [line["kind"] for line in invoice["lines"]] == ["principal", "reminder_fee"]
        assert [letter["kind"] for letter in invoice["letters"]] == ["invoice", "reminder"]
        assert (await anna.get(f"/invoices/{invoice['myropo_id'].lower()}")).json() == invoice

    async def test_has_a_contact_a_balance_and_authorizations(self, portal: Portal) -> None:
        anna = await portal.caller()
        contact = (await anna.get("/contact/1001")).json()
        assert (contact["phone"], contact["biller"]["name"]) == ("+358 9 4245 0901", "Revontuli Energia")
        one, everything = (await anna.get("/balance", invoice="1001")).json(), (await anna.get("/balance")).json()
        assert one["outstanding"] == [{"amount_minor": 8490, "currency": "EUR"}]
        assert sorted(i["number"] for i in everything["invoices"]) == ["1001", "1002", "1003", "1005"]
        people = (await anna.get("/invoices/1005/authorizations")).json()["authorizations"]
        assert [(person["name"], person["allows"]) for person in people] == [("Sofia Lindholm", "handle")]
        olli = await portal.caller("olli")
        assert (await olli.get("/balance")).json()["overpaid"] == [{"amount_minor": 9240, "currency": "EUR"}]

    async def test_has_letters_that_can_be_read(self, portal: Portal) -> None:
        erik = await portal.caller("erik")
        letters = (await erik.get("/letters", invoice="2001")).json()["letters"]
        assert [letter["kind"] for letter in letters] == ["collection_letter", "reminder", "invoice"]
        assert (await erik.get("/letters")).json()["letters"] == letters
        answer = await erik.http.get(letters[0]["url"])
        assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
        assert "Fjällkraft El" in answer.text
        assert "<script" not in answer.text


class TestScope:
    async def test_of_another_customer_holds_nothing(self, portal: Portal) -> None:
        anna, erik = await portal.caller(), await portal.caller("erik")
        letter = (await anna.get("/letters", invoice="1001")).json()["letters"][0]
        payment = await anna.pay("1001")
        for path, code in [
            ("/invoices/1001", "invoice_not_found"),
            ("/invoices/1001/authorizations", "invoice_not_found"),
            ("/contact/1001", "invoice_not_found"),
            ("/balance?invoice=1001", "invoice_not_found"),
            ("/letters?invoice=1001", "invoice_not_found"),
            (f"/letters/{letter['id']}", "letter_not_found"),
            (f"/payments/{payment['id']}", "payment_not_found"),
            (f"/letters/{NOWHERE}", "letter_not_found"),
            (f"/payments/{NOWHERE}", "payment_not_found"),
            ("/invoices/1001/nothing", "invoice_not_found"),
            ("/invoices/%00", "invoice_not_found"),
        ]:
            assert_problem(await erik.get(path), 404, code)
        assert_problem(await erik.post("/payments", {"invoice": "1001"}), 404, "invoice_not_found")
        wish = {"kind": "dispute_invoice", "reason": "not mine"}
        assert_problem(await erik.post("/proposals", {"invoice": "1001", "wish": wish}), 404, "invoice_not_found")
        assert (await erik.get("/letters")).json()["letters"][0]["invoice"] == "2001"

    async def test_of_nobody_is_a_problem_of_status_401(self, portal: Portal) -> None:
        nobody = await portal.browser()
        for path in ("/invoices/1001", "/balance", "/letters", f"/letters/{NOWHERE}", "/contact/1", "/payments/x"):
            assert (await nobody.get(path)).status_code in (401, 422), path
        for path in ("/payments", "/proposals", "/authorizations", f"/proposals/{NOWHERE}/confirm"):
            assert_problem(await nobody.post(path, {}), 401, "sign_in_needed")

    async def test_of_a_delegate_who_is_no_customer_is_the_one_invoice(self, portal: Portal, office: Office) -> None:
        guest = await office.counter.let_in("1002", name="Guest", allows="view")
        delegate = await portal.caller(authorization=guest.key)
        assert [i["number"] for i in (await delegate.get("/invoices")).json()["invoices"]] == ["1002"]
        assert (await delegate.get("/invoices/1002")).json()["authorizations"] == []
        assert (await delegate.get("/me")).json()["principal"]["name"] == "Guest"
        assert_problem(await delegate.get("/invoices/1001"), 404, "invoice_not_found")
        answer = await delegate.post("/payments", {"invoice": "1002"})
        assert assert_problem(answer, 409, "policy_refused")["reason"] == "view_only"

    async def test_of_an_authorization_that_ended_is_no_sign_in(self, portal: Portal, office: Office) -> None:
        guest = await office.counter.let_in("1002", valid_until=day(-1))
        browser = await portal.browser()
        for key in (guest.key, NOWHERE):
            answer = await browser.http.post("/api/v1/demo/sign-in", json={"authorization": key})
            assert_problem(answer, 400, "invalid_field")


class TestProblems:
    async def test_are_told_in_the_language_that_is_asked_for_or_else_the_customers(self, portal: Portal) -> None:
        wanted: list[tuple[str, str, Language]] = [
            ("anna", "", "fi"),
            ("anna", "en-GB,en;q=0.9", "en"),
            ("erik", "de", "sv"),
            ("erik", "no;q=0.5", "nb"),
        ]
        for customer, accept, language in wanted:
            caller = await portal.caller(customer)
            caller.http.headers["Accept-Language"] = accept
            body = assert_problem(await caller.get("/invoices/0"), 404, "invoice_not_found")
            assert (body["title"], body["detail"]) == error_words("invoice_not_found", language)

    async def test_of_a_number_that_several_invoices_bear_name_them(self, portal: Portal, office: Office) -> None:
        sofia = await portal.caller("sofia")
        async with office.counter.locked("1005") as (_, claim):
            claim.invoice.number = "5001"
        ids = assert_problem(await sofia.get("/invoices/5001"), 409, "invoice_ambiguous")["myropo_ids"]
        assert len(ids) == 2
        assert (await sofia.get(f"/invoices/{ids[0]}")).status_code == 200

    async def test_of_a_body_that_is_no_json_are_of_status_422(self, portal: Portal) -> None:
        anna = await portal.caller()
        headers = {"Idempotency-Key": "k", "Content-Type": "text/plain"}
        answer = await anna.http.post("/api/v1/payments", content='{"invoice": "1001"}', headers=headers)
        assert_problem(answer, 422, "invalid_request")


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", None),
        ("de, fr;q=0.9", None),
        ("sv", "sv"),
        ("fi;q=0.2, sv;q=0.7, en;q=0.1", "sv"),
        ("nn-NO, en;q=0.5", "nb"),
        ("EN-us;q=0, fi;q=nan, nb;q=x", None),
        ("*", None),
        (";;,=;q=1,", None),
    ],
)
def test_a_header_names_the_language(header: str, language: str | None) -> None:
    assert accepted_language(header) == language
