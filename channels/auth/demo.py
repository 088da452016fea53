"""Demo sign-in: choose who to be. Exists in demo mode only; real sign-in takes its place."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Request, Response
from pydantic import AfterValidator, BaseModel, ConfigDict, model_validator

from channels.auth.sessions import AGENT, CUSTOMER
from channels.errors import BadInput
from channels.runtime import Runtime, runtime_of
from tools.context import Principal
from tools.ledger.demo import COMPANY_MYROPO_ID, PEOPLE

router = APIRouter(prefix="/api/v1/demo", tags=["demo"])

# PostgreSQL's texts cannot contain NUL, so nobody's name does.
Name = Annotated[str, AfterValidator(lambda name: name.replace("\x00", "\ufffd"))]


class SignIn(BaseModel):
    """Who to be: exactly one of the three."""

    model_config = ConfigDict(extra="forbid")

    customer: Name | None = None
    myropo_id: Name | None = None
    agent: Name | None = None

    @model_validator(mode="after")
    def _exactly_one(self) -> SignIn:
        if sum(value is not None for value in (self.customer, self.myropo_id, self.agent)) != 1:
            raise ValueError("give exactly one of customer, myropo_id, agent")
        return self


class SignOut(BaseModel):
    """Which of the two roles to leave."""

    role: Literal["customer", "agent"]


@router.get("/people")
async def people(request: Request) -> dict[str, Any]:
    """Who can be chosen."""
    agents = await runtime_of(request).desk.agents()
    return {
        "customers": [{"handle": p.handle, "name": p.name, "country": p.country, "about": p.about} for p in PEOPLE],
        "agents": [agent.model_dump(include={"id", "name", "role", "languages"}) for agent in agents],
        "company_myropo_id": COMPANY_MYROPO_ID,
    }


@router.post("/sign-in", status_code=204)
async def sign_in(request: Request, body: SignIn) -> Response:
    """Become somebody of the demo."""
    runtime = runtime_of(request)
    if body.agent is not None:
        if await runtime.desk.agent(body.agent) is None:
            raise BadInput("invalid_field", f"no agent {body.agent!r}; see /api/v1/demo/people")
        request.session[AGENT] = body.agent
        return Response(status_code=204)
    request.session[CUSTOMER] = str(await known_principal(runtime, body.customer, body.myropo_id))
    return Response(status_code=204)


@router.post("/sign-out", status_code=204)
async def sign_out(request: Request, body: SignOut) -> Response:
    """Leave a role."""
    request.session.pop(CUSTOMER if body.role == "customer" else AGENT, None)
    return Response(status_code=204)


async def known_principal(runtime: Runtime, handle: str | None, myropo_id: str | None) -> Principal:
    """The principal of a demo customer's handle, or of a company invoice's MyRopo ID.

    Raises:
        BadInput: there is no such customer or company invoice.
    """
    if handle is not None:
        principal = Principal("person", handle)
        hint = "no such customer; known are " + ", ".join(person.handle for person in PEOPLE)
    else:
        principal = Principal("company", (myropo_id or "").strip().upper())
        hint = "no company invoice has this MyRopo ID; check it on the invoice, usually in the top right corner"
    if await runtime.ledger.customer(principal) is None:
        raise BadInput("invalid_field", hint)
    return principal
