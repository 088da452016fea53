"""A POST that is sent again does nothing again: the first answer comes back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Coroutine
from typing import Annotated, Any

from fastapi import Header, Request, Response
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute
from starlette.datastructures import UploadFile

from channels import stored_answers
from channels.auth.sessions import agent_id_of, principal_of
from channels.errors import IdempotencyKeyMissing
from channels.runtime import runtime_of

HEADER = "Idempotency-Key"
_LONGEST = 200
_PIECE = 64 * 1024
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

    @staticmethod
    def asker(request: Request) -> str:
        """Whose keys they are.

        Raises:
            SignInNeeded: nobody is signed in as one who may ask.
        """
        return str(principal_of(request))

    def get_route_handler(self) -> _Handler:
        """The route's handler, run once per key."""
        handler = super().get_route_handler()
        return _once(handler, self.asker) if "POST" in (self.methods or ()) else handler


class AgentsRoute(IdempotentRoute):
    """As ``IdempotentRoute``, for requests of customer service."""

    @staticmethod
    def asker(request: Request) -> str:
        """The signed-in agent.

        Raises:
            SignInNeeded: nobody is signed in as an agent.
        """
        return f"agent:{agent_id_of(request)}"


def _once(handler: _Handler, asker: Callable[[Request], str]) -> _Handler:
    async def run(request: Request) -> Response:
        principal, key = asker(request), request.headers.get(HEADER, "")
        if not 0 < len(key) <= _LONGEST or not key.isprintable():
            raise IdempotencyKeyMissing(HEADER)
        try:
            return await _answer(handler, request, principal, key)
        finally:
            await request.close()  # a form's files are on disk until then

    return run


async def _answer(handler: _Handler, request: Request, principal: str, key: str) -> Response:
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


async def _fingerprint(request: Request) -> str:
    digest = hashlib.sha256(f"{request.method} {request.url.path}?{request.url.query}\n".encode())
    if request.headers.get("content-type", "").startswith("multipart/form-data"):
        await _add_form(request, digest)
    else:
        digest.update(await request.body())
    return digest.hexdigest()


async def _add_form(request: Request, digest: hashlib._Hash) -> None:
    """The fields and files of a form, and not its body: each try has another boundary, and files are on disk."""
    form = await request.form(max_files=1, max_fields=1)
    for name, value in form.multi_items():
        if not isinstance(value, UploadFile):
            digest.update(json.dumps([name, value]).encode())
            continue
        digest.update(json.dumps([name, value.filename, value.size]).encode())
        while piece := await value.read(_PIECE):
            digest.update(piece)
        await value.seek(0)
