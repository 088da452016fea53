"""The archive of letters."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from pydantic import BaseModel

from channels.documentation import answers, refusals
from channels.errors import SignInNeeded
from channels.portal import examples
from channels.portal.visits import CurrentVisit
from tools.ledger.errors import InvoiceAmbiguous, InvoiceNotFound, LetterNotFound
from tools.ledger.views import LetterView
from tools.letters import render_letter

router = APIRouter(tags=["letters"])


class Letters(BaseModel):
    """Letters, newest first."""

    letters: list[LetterView]


@router.get(
    "/letters",
    summary="List letters",
    responses=answers(200, {"letters": [examples.LETTER]}, SignInNeeded, InvoiceNotFound, InvoiceAmbiguous),
)
async def letters(visit: CurrentVisit, invoice: str | None = None) -> Letters:
    """The letters about one invoice, or about all in the customer's scope."""
    return Letters(letters=await visit.runtime.ledger.letters(visit.principal, visit.today, invoice))


@router.get(
    "/letters/{letter_id}",
    summary="Read a letter",
    response_class=HTMLResponse,
    responses={
        200: {"content": {"text/html": {"example": "<!doctype html><title>Lasku 1001</title>"}}},
        **refusals(SignInNeeded, LetterNotFound),
    },
)
async def letter(visit: CurrentVisit, letter_id: UUID) -> HTMLResponse:
    """The letter as it was sent, in its own language."""
    facts, language = await visit.runtime.ledger.letter(visit.principal, letter_id, visit.today)
    return HTMLResponse(render_letter(facts, language))
