"""A POST that is sent again does nothing again: the first answer comes back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Coroutine
from typing import Annotated, Any

from fastapi import Header, Request, Response
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute

from channels import stored_answers
from channels.auth.sessions import principal_of
from channels.errors import IdempotencyKeyMissing
from channels.runtime import runtime_of

HEADER = "Idempotency-Key"
_LONGEST = 200
_Handler = Callable[[Request], Coroutine[Any, Any, Response]]

IdempotencyKey = Annotated[
    str,
    Header(
        alias=HEADER,
        description="Made by the client, one per wish: the same key twice with the same request does it once.",
        min_length=1,
        max_length=_LONGEST,
        examples=["3f0f6a52-3f0e-4a55-9d1c-6f4f9f6c2b1e"],
    ),
]


class IdempotentRoute(APIRoute):
    """A route whose POSTs need a key; put it on a router as its ``route_class``."""

    def get_route_handler(self) -> _Handler:
        """The route's handler, run once per key."""
        handler = super().get_route_handler()
        return _once(handler) if "POST" in (self.methods or ()) else handler


def _once(handler: _Handler) -> _Handler:
    async def run(request: Request) -> Response:
        principal, key = str(principal_of(request)), request.headers.get(HEADER, "")
        if not 0 < len(key) <= _LONGEST or not key.isprintable():
            raise IdempotencyKeyMissing(HEADER)
        sessions = runtime_of(request).sessions
        if earlier := await stored_answers.take(sessions, principal, key, await _fingerprint(request)):
            return JSONResponse(earlier.body, earlier.status or 200)
        try:
            response = await handler(request)
        except BaseException:
            await stored_answers.free(sessions, principal, key)
            raise
        await stored_answers.keep(sessions, principal, key, response.status_code, json.loads(bytes(response.body)))
        return response

    return run


async def _fingerprint(request: Request) -> str:
    what = f"{request.method} {request.url.path}?{request.url.query}\n".encode()
    return hashlib.sha256(what + await request.body()).hexdigest()
