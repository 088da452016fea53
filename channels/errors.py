"""Errors of the channels, and the one place where any error becomes a problem response or an error frame.

ChannelError
├── SignInNeeded         401  nobody is signed in, or the session names nobody
├── ThreadNotFound       404  no such thread for this principal
├── ThreadClosed         409  the conversation was closed
├── AlreadyClaimed       409  another person holds the thread
├── NotYours             403  only the person who holds the thread may do this
└── BadInput             400  malformed, too long, unknown; ``code`` says which
"""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from assistant.replies.catalogue import say
from tools.context import Language
from tools.ledger.errors import LedgerError


class ChannelError(Exception):
    """An error with a code of the protocol and an HTTP status."""

    code = "internal"
    status = 500


class SignInNeeded(ChannelError):
    """Nobody is signed in, or the session names nobody."""

    code, status = "sign_in_needed", 401


class ThreadNotFound(ChannelError):
    """No such thread for this principal."""

    code, status = "thread_not_found", 404


class ThreadClosed(ChannelError):
    """The conversation was closed."""

    code, status = "thread_closed", 409


class AlreadyClaimed(ChannelError):
    """Another person holds the thread, or nobody waits in it."""

    code, status = "already_claimed", 409


class NotYours(ChannelError):
    """Only the person who holds the thread may do this."""

    code, status = "not_yours", 403


class BadInput(ChannelError):
    """A frame or a field that cannot be used.

    Args:
        code: the protocol's error code.
        detail: English words for developers, when the catalogue has none for the customer.
    """

    status = 400

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(detail or code)
        self.code = code
        self.detail = detail


def error_frame(error: Exception, language: Language, ref: str | None = None) -> dict[str, Any]:
    """The error as a WebSocket frame, in words the customer can use.

    Args:
        error: any exception; what is not ours is told as ``internal`` without its details.
        language: language of title and detail.
        ref: the client id, proposal id or thread id that the error is about.
    """
    code = error.code if isinstance(error, (ChannelError, LedgerError)) else "internal"
    key = code.replace("_", "-")
    detail = (isinstance(error, BadInput) and error.detail) or say(f"error-{key}-detail", language)
    return {"type": "error", "code": code, "title": say(f"error-{key}", language), "detail": detail, "ref": ref}


def install_problem_responses(app: FastAPI) -> None:
    """Render every error of the HTTP API as RFC 9457 ``application/problem+json``."""

    def problem(status: int, code: str, title: str, detail: str) -> JSONResponse:
        body = {"type": f"urn:myropo:problem:{code}", "title": title, "status": status, "detail": detail, "code": code}
        return JSONResponse(body, status, media_type="application/problem+json")

    @app.exception_handler(ChannelError)
    @app.exception_handler(LedgerError)
    async def ours(request: Request, error: ChannelError | LedgerError) -> JSONResponse:
        frame = error_frame(error, "en")
        return problem(getattr(error, "status", 400), frame["code"], frame["title"], frame["detail"])

    @app.exception_handler(HTTPException)
    async def http(request: Request, error: HTTPException) -> JSONResponse:
        return problem(error.status_code, f"http_{error.status_code}", str(error.detail), str(error.detail))

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> JSONResponse:
        detail = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        return problem(422, "invalid_request", "The request is not valid", detail)
