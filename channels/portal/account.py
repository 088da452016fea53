"""Who is signed in."""

from __future__ import annotations

from datetime import date

from fastapi import APIRouter, Request
from pydantic import BaseModel

from channels.auth.sessions import AGENT, CUSTOMER
from channels.documentation import answers
from channels.portal.examples import ME
from channels.runtime import runtime_of
from tools.context import Principal, PrincipalKind, local_today
from tools.ledger.models import Country

router = APIRouter(tags=["account"])


class PrincipalAnswer(BaseModel):
    """Whom the signed-in customer acts for."""

    kind: PrincipalKind
    name: str
    country: Country
    language: str


class AgentAnswer(BaseModel):
    """A person of customer service."""

    id: str
    name: str
    role: str
    languages: list[str]


class Me(BaseModel):
    """Who is signed in, as a customer and as an agent, and the service's idea of today."""

    principal: PrincipalAnswer | None
    agent: AgentAnswer | None
    demo: bool
    today: date


@router.get("/me", summary="Who is signed in", responses=answers(200, ME))
async def me(request: Request) -> Me:
    """Nobody is no error here."""
    runtime = runtime_of(request)
    today = local_today(runtime.clock)
    stored, agent_id = request.session.get(CUSTOMER), request.session.get(AGENT)
    principal = Principal.parse(stored) if stored else None
    customer = await runtime.ledger.customer(principal, today) if principal else None
    agent = await runtime.desk.agent(agent_id) if agent_id else None
    shown = {"name", "country", "language"}
    return Me(
        principal=PrincipalAnswer(kind=principal.kind, **customer.model_dump(include=shown))
        if principal and customer
        else None,
        agent=AgentAnswer.model_validate(agent, from_attributes=True) if agent else None,
        demo=request.app.state.demo,
        today=today,
    )
