"""People of customer service at the console's HTTP API."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import httpx

from tests.channels.portal import API, Caller, Json, Portal

CONSOLE = f"{API}/console"


class Console(Caller):
    """A signed-in agent, with a browser of their own; paths are those after ``/api/v1/console``."""

    async def get(self, path: str, **query: str) -> httpx.Response:
        return await self.http.get(CONSOLE + path, params=query or None)

    async def post(self, path: str, body: Json | None = None, key: str | None = None) -> httpx.Response:
        headers = {"Idempotency-Key": key or uuid4().hex}
        return await self.http.post(CONSOLE + path, json=body, headers=headers)

    async def put(self, path: str, body: Json) -> httpx.Response:
        return await self.http.put(CONSOLE + path, json=body)

    async def delete(self, path: str) -> httpx.Response:
        return await self.http.delete(CONSOLE + path)

    async def read(self, path: str, **query: str) -> Any:
        """What a GET that succeeds is answered."""
        answer = await self.get(path, **query)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def made(self, path: str, body: Json | None = None) -> Any:
        """What a POST that succeeds is answered."""
        answer = await self.post(path, body)
        assert answer.status_code in (200, 201), answer.text
        return answer.json()


class Consoles(Portal):
    """The application as customer service, and customers, reach it."""

    async def agent(self, agent_id: str = "aino") -> Console:
        """Somebody of customer service: aino and lars are agents, maria is a supervisor."""
        return Console((await self.caller(agent=agent_id)).http)

    async def customer_at_console(self, customer: str = "anna") -> Console:
        """A customer who tries the console's API."""
        return Console((await self.caller(customer)).http)

    async def nobody_at_console(self) -> Console:
        """Somebody who is not signed in and tries the console's API."""
        return Console((await self.browser()).http)
