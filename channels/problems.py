"""Every error of the HTTP API as RFC 9457 ``application/problem+json``, in the customer's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from pydantic_core import to_jsonable_python
from starlette.exceptions import HTTPException

from assistant.replies.render import render
from channels.auth.sessions import principal_of
from channels.errors import ChannelError, error_frame, error_words, status_of
from channels.languages import accepted_language, language_of
from channels.runtime import runtime_of
from tools.context import Language, Principal, local_today
from tools.ledger.errors import InvoiceAmbiguous, LedgerError, PolicyRefused
from tools.results import Refused

MEDIA_TYPE = "application/problem+json"
_WORDS = {403: "other_site", 404: "not_found", 405: "method_not_allowed", 413: "too_large"}
# A body may be wrong in thousands of places.
_MOST_ERRORS = 10


class Problem(BaseModel):
    """What went wrong, in words for the customer, with a code for programs."""

    type: str = Field(description="A URN that names the kind of problem.")
    title: str
    status: int
    detail: str
    code: str = Field(description="The last part of the type; stable.")
    reason: str | None = Field(None, description="Of policy_refused: why, as a code.")
    params: dict[str, Any] | None = Field(None, description="Of policy_refused: what is possible instead.")
    myropo_ids: list[str] | None = Field(None, description="Of invoice_ambiguous: which invoices it may be.")
    errors: list[str] | None = Field(None, description="Of invalid_request: what is wrong where, for developers.")


def problem(status: int, code: str, title: str, detail: str, **members: object) -> dict[str, Any]:
    """The body of a problem response."""
    return {
        "type": f"urn:myropo:problem:{code}",
        "title": title,
        "status": status,
        "detail": detail,
        "code": code,
        **to_jsonable_python(members),
    }


def note_wish(request: Request, action: str, reference: str, principal: Principal | None = None) -> None:
    """Remember what a request wishes, to find words if a rule refuses it.

    Args:
        request: the request.
        action: the kind of the proposal, or ``start_payment``.
        reference: of the invoice.
        principal: for whom it is wished; None for the signed-in customer.
    """
    request.state.wish = (action, reference, principal or principal_of(request))


def install_problem_responses(app: FastAPI) -> None:
    """Render every error of the HTTP API."""

    @app.exception_handler(ChannelError)
    @app.exception_handler(LedgerError)
    async def ours(request: Request, error: ChannelError | LedgerError) -> JSONResponse:
        language = await language_of(request)
        frame = error_frame(error, language)
        detail, members = frame["detail"], {}
        if isinstance(error, PolicyRefused):
            detail, members = await _refusal(request, error, language), {"reason": error.reason, "params": error.params}
        if isinstance(error, InvoiceAmbiguous):
            members = {"myropo_ids": error.myropo_ids}
        return _answer(problem(status_of(type(error)), frame["code"], frame["title"], detail, **members))

    @app.exception_handler(HTTPException)
    async def http(request: Request, error: HTTPException) -> JSONResponse:
        return http_problem(error.status_code, await language_of(request), error.headers)

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> JSONResponse:
        title, detail = error_words("invalid_field", await language_of(request))
        wrong = [f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()[:_MOST_ERRORS]]
        return _answer(problem(422, "invalid_request", title, detail, errors=wrong))

    @app.exception_handler(Exception)
    async def unexpected(request: Request, error: Exception) -> JSONResponse:
        # The database may be what failed: it is not asked for the customer's language.
        wanted = accepted_language(request.headers.get("accept-language", ""))
        title, detail = error_words("internal", wanted or runtime_of(request).settings.default_language)
        return _answer(problem(500, "internal", title, detail))


def http_body(status: int, language: Language) -> dict[str, Any]:
    """The body of a problem response to a request that no operation took: all that is known is its status."""
    return problem(status, f"http_{status}", *error_words(_WORDS.get(status, "invalid_field"), language))


def http_problem(status: int, language: Language, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """The answer to a request that no operation took."""
    return _answer(http_body(status, language), headers)


async def _refusal(request: Request, refusal: PolicyRefused, language: Language) -> str:
    """Why not, and what is possible instead, as the assistant says it."""
    runtime, (action, reference, principal) = runtime_of(request), request.state.wish
    invoice = await runtime.ledger.get_invoice(principal, reference, local_today(runtime.clock))
    refused = Refused(tool=action, reason=refusal.reason, params=refusal.params, invoice=invoice)
    return render(refused, language).text


def _answer(body: dict[str, Any], headers: Mapping[str, str] | None = None) -> JSONResponse:
    return JSONResponse(body, body["status"], media_type=MEDIA_TYPE, headers=headers)
