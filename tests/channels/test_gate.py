"""What is turned away before any operation sees it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from channels.errors import error_words
from channels.gate import LARGEST_BODY
from tests.channels.portal import API, Portal, assert_problem

IDENTIFY = f"{API}/demo/identify"
ELSEWHERE = "https://elsewhere.example"


class TestOtherSites:
    @pytest.mark.parametrize(
        "headers",
        [
            {"Origin": ELSEWHERE},
            {"Origin": "null"},
            {"Sec-Fetch-Site": "cross-site"},
            # Another port of the same host gets the cookie, whatever SameSite says.
            {"Sec-Fetch-Site": "same-site"},
        ],
        ids=str,
    )
    async def test_can_send_nothing_in_a_customers_name(self, portal: Portal, headers: dict[str, str]) -> None:
        anna = await portal.caller()
        for path in (IDENTIFY, f"{API}/payments", "/mcp"):
            answer = await anna.http.post(path, headers={**headers, "Accept-Language": "sv"})
            assert assert_problem(answer, 403, "http_403")["title"] == error_words("other_site", "sv")[0]
        refund = await anna.post("/authorizations", {"invoice": "1001", "name": "A", "email": "a@x.example"})
        assert_problem(await anna.confirm(refund.json()), 403, "step_up_needed")

    async def test_may_lead_here(self, portal: Portal) -> None:
        anna = await portal.caller()
        answer = await anna.http.get(f"{API}/me", headers={"Sec-Fetch-Site": "cross-site", "Origin": ELSEWHERE})
        assert answer.status_code == 200

    async def test_are_not_the_own_pages_behind_a_proxy_or_none(self, portal: Portal) -> None:
        anna = await portal.caller()
        own = str(anna.http.base_url).rstrip("/")
        for headers in ({"Origin": own}, {"Origin": ELSEWHERE, "Sec-Fetch-Site": "same-origin"}, {}):
            assert (await anna.http.post(IDENTIFY, headers=headers)).status_code == 204


class TestLargeBodies:
    @pytest.mark.parametrize("path", [f"{API}/payments", f"{API}/payments/callback", f"{API}/demo/sign-in"])
    async def test_are_a_problem_whether_they_say_how_large_they_are_or_not(self, portal: Portal, path: str) -> None:
        anna = await portal.caller()
        headers = {"Idempotency-Key": "k", "Content-Type": "application/json", "Accept-Language": "nb"}
        for body in (b" " * (LARGEST_BODY + 1), _pieces()):
            answer = await anna.http.post(path, content=body, headers=headers)
            assert assert_problem(answer, 413, "http_413")["title"] == error_words("too_large", "nb")[0]

    async def test_of_the_largest_size_are_read(self, portal: Portal) -> None:
        anna = await portal.caller()
        headers = {"Idempotency-Key": "k", "Content-Type": "application/json"}
        body = b'{"invoice": "1001"}'.ljust(LARGEST_BODY)
        answer = await anna.http.post(f"{API}/payments", content=body, headers=headers)
        assert answer.status_code == 201


async def _pieces() -> AsyncIterator[bytes]:
    for _ in range(LARGEST_BODY // 8192 + 1):
        yield b" " * 8192
