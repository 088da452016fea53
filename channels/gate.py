"""What is turned away before anything reads it: other sites' requests, and bodies that are too large."""

from __future__ import annotations

from fastapi import HTTPException
from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from channels.auth.sessions import same_origin
from channels.languages import accepted_language
from channels.problems import http_problem
from tools.context import Language

LARGEST_BODY = 64 * 1024
"""The largest message, 4 000 characters each escaped, and far more than any body of the API."""
UPLOADS = "/api/v1/attachments"
LARGEST_UPLOAD = 10 * 1024 * 1024 + LARGEST_BODY
"""A file of the largest size, and what a form adds to it."""
_READING = ("GET", "HEAD", "OPTIONS")


class Gate:
    """Plain ASGI around all routes; sockets pass, they look at their origin themselves.

    Args:
        app: what is behind.
        default_language: of refusals to those who name none of ours.
    """

    def __init__(self, app: ASGIApp, default_language: Language) -> None:
        self._app = app
        self._default_language = default_language

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or answer it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = HTTPConnection(scope)
        largest = LARGEST_UPLOAD if (scope["method"], scope["path"]) == ("POST", UPLOADS) else LARGEST_BODY
        if refused := self._refusal(request, scope["method"], largest):
            await refused(scope, receive, send)
            return
        # Whatever can be read can be asked about: the server leaves the body out.
        asked = {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope
        await self._app(asked, _limited(receive, largest), send)

    def _refusal(self, request: HTTPConnection, method: str, largest: int) -> JSONResponse | None:
        language = accepted_language(request.headers.get("accept-language", "")) or self._default_language
        if method not in _READING and not _own(request):
            return http_problem(403, language)
        length = request.headers.get("content-length", "0")
        return http_problem(413, language) if length.isdecimal() and int(length) > largest else None


def _own(request: HTTPConnection) -> bool:
    """Whether a browser sent this from a page of ours, or no browser sent it.

    A cookie for the same site would come along with another origin's forms, as from another port of this host.
    """
    # Browsers compare the origins themselves where they can; a proxy that renames the host does not mislead them.
    site = request.headers.get("sec-fetch-site")
    return same_origin(request) if site is None else site in ("same-origin", "none")


def _limited(receive: Receive, largest: int) -> Receive:
    """A body that says nothing about its length, or not the truth, is cut off where it gets too large."""
    size = 0

    async def receive_some() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > largest:
            raise HTTPException(413)
        return message

    return receive_some
