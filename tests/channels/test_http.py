"""The HTTP API, the pages and what every answer carries."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from channels.errors import BadInput, ChannelError, error_frame, error_words, status_of
from tests.channels.conftest import Start
from tests.channels.portal import assert_problem
from tests.conftest import TODAY
from tests.tools.support import day
from tools.context import LANGUAGES
from tools.ledger.demo_data import COMPANY_MYROPO_ID
from tools.ledger.errors import InvoiceAmbiguous, LedgerError, PolicyRefused


@pytest.fixture
async def http(address: str) -> AsyncIterator[httpx.AsyncClient]:
    """A browser without a session."""
    async with httpx.AsyncClient(base_url=address, trust_env=False, verify=False) as client:
        yield client


async def sign_in(http: httpx.AsyncClient, **who: str) -> None:
    """Become somebody."""
    assert (await http.post("/api/v1/demo/sign-in", json=who)).status_code == 204


class TestWithoutASession:
    async def test_me_is_nobody(self, http: httpx.AsyncClient) -> None:
        body = (await http.get("/api/v1/me")).json()
        assert body == {"principal": None, "agent": None, "demo": True, "today": TODAY.isoformat()}

    async def test_invoices_are_a_problem_of_status_401(self, http: httpx.AsyncClient) -> None:
        assert_problem(await http.get("/api/v1/invoices"), 401, "sign_in_needed")

    async def test_a_forged_or_foreign_cookie_is_no_session(self, http: httpx.AsyncClient) -> None:
        for value in ("nonsense", "eyJjdXN0b21lciI6ICJwZXJzb246YW5uYSJ9.aaaa.bbbb", "", "a" * 4000):
            answer = await http.get("/api/v1/invoices", headers={"Cookie": f"myropo={value}"})
            assert_problem(answer, 401, "sign_in_needed")


class TestSignIn:
    @pytest.mark.parametrize(
        "who",
        [
            {"customer": "zoe"},
            {"customer": ""},
            {"customer": "a\x00b"},
            {"customer": "kahvila-aamu'; --"},
            {"myropo_id": "MR-0000-0000"},
            {"myropo_id": ""},
            {"myropo_id": "\x00"},
            {"agent": "anna"},
            {"agent": "a\x00b"},
            {"customer": "anna\ud800"},
            {"agent": "aino\ud800"},
            {"myropo_id": "\ud800"},
        ],
        ids=str,
    )
    async def test_as_somebody_unknown_is_refused(self, http: httpx.AsyncClient, who: dict[str, str]) -> None:
        # Escaped, as no client library writes a lone surrogate by itself.
        answer = await http.post(
            "/api/v1/demo/sign-in", content=json.dumps(who), headers={"Content-Type": "application/json"}
        )
        assert_problem(answer, 400, "invalid_field")
        me = (await http.get("/api/v1/me")).json()
        assert (me["principal"], me["agent"]) == (None, None)

    async def test_with_the_myropo_id_of_a_persons_invoice_is_refused(self, http: httpx.AsyncClient) -> None:
        await sign_in(http, customer="anna")
        persons = (await http.get("/api/v1/invoices")).json()["invoices"][0]["myropo_id"]
        answer = await http.post("/api/v1/demo/sign-in", json={"myropo_id": persons})
        assert_problem(answer, 400, "invalid_field")

    @pytest.mark.parametrize(
        "body",
        [{}, {"customer": "anna", "agent": "aino"}, {"customer": 5}, {"admin": "yes"}, [], "anna", None],
        ids=str,
    )
    async def test_with_a_wrong_body_is_a_problem(self, http: httpx.AsyncClient, body: object) -> None:
        assert_problem(await http.post("/api/v1/demo/sign-in", json=body), 422, "invalid_request")

    async def test_gives_a_cookie_that_scripts_cannot_read(self, http: httpx.AsyncClient) -> None:
        answer = await http.post("/api/v1/demo/sign-in", json={"customer": "anna"})
        attributes = answer.headers["set-cookie"].lower()
        assert "httponly" in attributes
        assert "samesite=lax" in attributes

    async def test_roles_are_kept_and_left_apart(self, http: httpx.AsyncClient) -> None:
        await sign_in(http, customer="anna")
        await sign_in(http, agent="lars")
        me = (await http.get("/api/v1/me")).json()
        assert me["principal"] == {"kind": "person", "name": "Anna Virtanen", "country": "FI", "language": "fi"}
        assert me["agent"] == {"id": "lars", "name": "Lars Berg", "role": "agent", "languages": ["sv", "nb", "en"]}
        await http.post("/api/v1/demo/sign-out", json={"role": "customer"})
        me = (await http.get("/api/v1/me")).json()
        assert (me["principal"], me["agent"]["id"]) == (None, "lars")

    async def test_people_can_be_chosen_from_a_list(self, http: httpx.AsyncClient) -> None:
        body = (await http.get("/api/v1/demo/people")).json()
        assert [person["handle"] for person in body["customers"]][:2] == ["anna", "erik"]
        assert [agent["id"] for agent in body["agents"]] == ["aino", "lars", "maria"]
        assert body["company_myropo_id"] == COMPANY_MYROPO_ID


class TestInvoices:
    async def invoices(self, http: httpx.AsyncClient, **who: str) -> list[dict[str, Any]]:
        await sign_in(http, **who)
        found: list[dict[str, Any]] = (await http.get("/api/v1/invoices")).json()["invoices"]
        return found

    async def test_of_a_person_are_the_own_ones(self, http: httpx.AsyncClient) -> None:
        found = await self.invoices(http, customer="anna")
        assert sorted(invoice["number"] for invoice in found) == ["1001", "1002", "1003", "1004", "1005"]
        assert {invoice["access"] for invoice in found} == {"own"}
        first = next(invoice for invoice in found if invoice["number"] == "1001")
        assert first["outstanding"] == {"amount_minor": 8490, "currency": "EUR"}
        assert (first["due_date"], first["stage"]) == (day(12).isoformat(), "open")
        assert set(first["biller"]) >= {"name", "phone", "email", "website"}

    async def test_of_a_delegate_are_the_own_and_the_entrusted_one(self, http: httpx.AsyncClient) -> None:
        found = await self.invoices(http, customer="sofia")
        assert {(i["number"], i["access"]) for i in found} == {("5001", "own"), ("1005", "delegate")}

    async def test_of_a_company_are_the_one_that_was_opened(self, http: httpx.AsyncClient) -> None:
        found = await self.invoices(http, myropo_id=f" {COMPANY_MYROPO_ID.lower()} ")
        assert [(i["number"], i["access"]) for i in found] == [("9001", "company")]
        assert (await http.get("/api/v1/me")).json()["principal"]["kind"] == "company"

    async def test_of_somebody_without_any_are_an_empty_list(self, http: httpx.AsyncClient) -> None:
        assert await self.invoices(http, customer="nobody") == []


class TestOperation:
    async def test_health_readiness_and_metrics_answer(self, http: httpx.AsyncClient) -> None:
        assert (await http.get("/healthz")).json() == {"status": "ok"}
        assert (await http.get("/readyz")).json() == {"status": "ready"}
        assert "python_info" in (await http.get("/metrics")).text

    async def test_every_answer_carries_the_security_headers(self, http: httpx.AsyncClient) -> None:
        for path in ("/healthz", "/api/v1/me", "/api/v1/invoices", "/nowhere", "/help/en/contact-biller-or-us"):
            headers = (await http.get(path)).headers
            assert "frame-ancestors 'none'" in headers["content-security-policy"]
            assert "'unsafe-inline'" not in headers["content-security-policy"]
            assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "same-origin")

    async def test_what_does_not_exist_is_a_problem(self, http: httpx.AsyncClient) -> None:
        assert_problem(await http.get("/nowhere"), 404, "http_404")
        assert_problem(await http.delete("/api/v1/me"), 405, "http_405")

    async def test_a_method_that_is_not_taken_is_said_in_the_readers_language(self, http: httpx.AsyncClient) -> None:
        answer = await http.put("/api/v1/me", headers={"Accept-Language": "fi"})
        body = assert_problem(answer, 405, "http_405")
        assert (body["title"], body["detail"]) == error_words("method_not_allowed", "fi")
        assert answer.headers["allow"] == "GET"

    async def test_what_can_be_read_can_be_asked_about(self, http: httpx.AsyncClient) -> None:
        for path in ("/", "/healthz", "/api/v1/me"):
            asked, read = await http.head(path), await http.get(path)
            assert (asked.status_code, asked.content) == (200, b""), path
            assert asked.headers["content-length"] == read.headers["content-length"], path

    async def test_nothing_of_the_api_stays_in_a_browsers_cache(self, http: httpx.AsyncClient) -> None:
        for path in ("/api/v1/me", "/api/v1/letters", "/api/v1/nowhere"):
            assert (await http.get(path)).headers["cache-control"] == "no-store"


class TestPages:
    @pytest.mark.parametrize("path", ["/", "/console", "/sign-in", "/docs"])
    async def test_load_nothing_from_elsewhere(self, http: httpx.AsyncClient, path: str) -> None:
        answer = await http.get(path)
        assert answer.status_code == 200
        loaded = re.findall(r'(?:src|href)="([^"]+)"', answer.text)
        assert loaded
        assert [address for address in loaded if not address.startswith("/")] == []


class TestOutsideTheDemo:
    async def test_nobody_can_choose_who_to_be(self, start: Start) -> None:
        async with httpx.AsyncClient(
            base_url=await start(demo=False, worker=False), trust_env=False, verify=False
        ) as http:
            assert_problem(await http.get("/api/v1/demo/people"), 404, "http_404")
            answer = await http.post("/api/v1/demo/sign-in", json={"customer": "anna"})
            assert_problem(answer, 404, "http_404")
            assert_problem(await http.get("/sign-in"), 404, "http_404")
            assert (await http.get("/api/v1/me")).json()["demo"] is False


class TestErrorWords:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_every_error_can_be_told_in_every_language(self, language: Any) -> None:
        codes = ["bad_frame", "unknown_type", "invalid_field", "too_large", "hello_first"]
        errors: list[Exception] = [BadInput(code) for code in [*codes, "message_empty", "message_too_long"]]
        errors += [kind("x") for kind in _below(ChannelError) if kind is not BadInput]
        errors += [InvoiceAmbiguous("1", []), PolicyRefused("paid", {})]
        errors += [kind("x") for kind in _below(LedgerError) if kind not in (InvoiceAmbiguous, PolicyRefused)]
        errors.append(ZeroDivisionError("details that nobody shall see"))
        for error in errors:
            frame = error_frame(error, language)
            assert frame["title"]
            assert "nobody shall see" not in str(frame)

    def test_every_error_has_its_status(self) -> None:
        assert {kind.__name__: status_of(kind) for kind in _below(LedgerError)} == {
            **dict.fromkeys(("NotFound", "InvoiceNotFound", "ProposalNotFound", "LetterNotFound"), 404),
            **dict.fromkeys(("PaymentNotFound",), 404),
            **dict.fromkeys(("ProposalRefused", "ProposalExpired", "ProposalChanged", "ProposalClosed"), 409),
            **dict.fromkeys(("ProposalAlreadyConfirmed", "InvoiceAmbiguous", "PolicyRefused", "PaymentMismatch"), 409),
            **{"StepUpNeeded": 403, "PaymentUnavailable": 503, "BadSignature": 400},
        }


def _below(kind: type[Any]) -> list[type[Any]]:
    """All kinds of an error."""
    return [found for child in kind.__subclasses__() for found in [child, *_below(child)]]
