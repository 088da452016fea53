"""Customers of the portal's HTTP API, and a payment provider that reports to it."""

from __future__ import annotations

import json
from contextlib import AsyncExitStack
from typing import Any
from uuid import uuid4

import httpx

from channels.payments.routes import CALLBACK
from channels.payments.signature import HEADER, sign

Json = dict[str, Any]
API = "/api/v1"
PAYMENT_SECRET = "secret of the tests' provider"


def assert_problem(answer: httpx.Response, status: int, code: str) -> Json:
    """An RFC 9457 problem response; gives its body."""
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json"), answer.text
    body: Json = answer.json()
    assert (body["status"], body["code"]) == (status, code)
    assert body["type"] == f"urn:myropo:problem:{code}"
    assert body["title"]
    assert body["detail"]
    return body


class Caller:
    """Somebody signed in, with a browser of their own."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http

    @property
    def cookie(self) -> str:
        """The session, for a socket."""
        return f"myropo={self.http.cookies['myropo']}"

    async def get(self, path: str, **query: str) -> httpx.Response:
        return await self.http.get(API + path, params=query or None)

    async def post(self, path: str, body: Json | None = None, key: str | None = None) -> httpx.Response:
        headers = {"Idempotency-Key": key or uuid4().hex}
        return await self.http.post(API + path, json=body, headers=headers)

    async def identify(self) -> None:
        assert (await self.http.post(API + "/demo/identify")).status_code == 204

    async def ask(self, invoice: str, **wish: object) -> Json:
        """A proposal."""
        answer = await self.post("/proposals", {"invoice": invoice, "wish": wish})
        assert answer.status_code == 201, answer.text
        made: Json = answer.json()
        return made

    async def confirm(self, proposal: Json) -> httpx.Response:
        return await self.post(f"/proposals/{proposal['id']}/confirm", {"hash": proposal["hash"]})

    async def agree(self, invoice: str, **wish: object) -> Json:
        """A receipt."""
        answer = await self.confirm(await self.ask(invoice, **wish))
        assert answer.status_code == 200, answer.text
        receipt: Json = answer.json()
        return receipt

    async def pay(self, invoice: str, amount_minor: int | None = None) -> Json:
        """A payment that is begun."""
        answer = await self.post("/payments", {"invoice": invoice, "amount_minor": amount_minor})
        assert answer.status_code == 201, answer.text
        begun: Json = answer.json()
        return begun


class Portal:
    """The application as customers and the payment provider reach it."""

    def __init__(self, stack: AsyncExitStack, address: str) -> None:
        self._stack, self.address = stack, address

    async def browser(self) -> Caller:
        """Somebody who is not signed in."""
        client = httpx.AsyncClient(base_url=self.address, trust_env=False, verify=False, timeout=30)
        return Caller(await self._stack.enter_async_context(client))

    async def caller(self, customer: str = "anna", **who: str) -> Caller:
        """Somebody who is signed in."""
        caller = await self.browser()
        answer = await caller.http.post(API + "/demo/sign-in", json=who or {"customer": customer})
        assert answer.status_code == 204, answer.text
        return caller

    async def report(self, payment: Json, **changed: Any) -> httpx.Response:
        """A provider's report of a success, unless something else is said."""
        event = {
            "event_id": uuid4().hex,
            "intent_id": payment["id"],
            "payment_id": uuid4().hex,
            "status": "succeeded",
            **payment["amount"],
            **changed,
        }
        body = json.dumps(event).encode()
        return await self.send(body, sign(PAYMENT_SECRET.encode(), body))

    async def send(self, body: bytes, signature: str | None) -> httpx.Response:
        """A message to where the provider reports."""
        headers = {} if signature is None else {HEADER: signature}
        return await (await self.browser()).http.post(CALLBACK, content=body, headers=headers)
