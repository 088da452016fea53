"""Demo sign-in and identification: choose who to be. Exists in demo mode only; the real ones take its place."""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Body, Request, Response
from pydantic import AfterValidator, BaseModel, ConfigDict, model_validator

from channels.auth.sessions import (
    AGENT,
    note_strong_identification,
    principal_of,
    sign_in_customer,
    sign_out_customer,
)
from channels.documentation import answers
from channels.errors import BadInput, SignInNeeded
from channels.portal.account import AgentAnswer
from channels.runtime import Runtime, runtime_of
from tools.context import Principal, local_today
from tools.database import storable_text
from tools.ledger.demo_data import COMPANY_MYROPO_ID, PEOPLE

router = APIRouter(prefix="/api/v1/demo", tags=["demo"])

# What PostgreSQL's texts cannot contain is in nobody's name.
Name = Annotated[str, AfterValidator(lambda name: name if storable_text(name) == name else "")]


class SignIn(BaseModel):
    """Who to be: exactly one of the four.

    Attributes:
        customer: handle of a person.
        myropo_id: of a company's invoice.
        authorization: id of an authorization: whoever was let into one invoice need not be a customer.
        agent: id of somebody in customer service.
    """

    model_config = ConfigDict(extra="forbid")

    customer: Name | None = None
    myropo_id: Name | None = None
    authorization: UUID | None = None
    agent: Name | None = None

    @model_validator(mode="after")
    def _exactly_one(self) -> SignIn:
        if sum(value is not None for _, value in self) != 1:
            raise ValueError(f"give exactly one of {', '.join(SignIn.model_fields)}")
        return self


class SignOut(BaseModel):
    """Which of the two roles to leave."""

    role: Literal["customer", "agent"]


class DemoCustomer(BaseModel):
    """A customer to choose; ``about`` says what there is to try."""

    handle: str
    name: str
    country: str
    about: str


class DemoPeople(BaseModel):
    """Who can be chosen."""

    customers: list[DemoCustomer]
    agents: list[AgentAnswer]
    company_myropo_id: str


_PEOPLE = {
    "customers": [{"handle": "anna", "name": "Anna Virtanen", "country": "FI", "about": "Five invoices"}],
    "agents": [{"id": "aino", "name": "Aino Laine", "role": "agent", "languages": ["fi", "en", "sv"]}],
    "company_myropo_id": COMPANY_MYROPO_ID,
}
_SIGN_INS = {
    "person": {"value": {"customer": "anna"}},
    "company": {"value": {"myropo_id": COMPANY_MYROPO_ID}},
    "delegate": {"value": {"authorization": "5f0d9a52-3f0e-4a55-9d1c-6f4f9f6c2b1e"}},
    "agent": {"value": {"agent": "aino"}},
}


@router.get("/people", summary="List whom to be", responses=answers(200, _PEOPLE))
async def people(request: Request) -> DemoPeople:
    """Who can be chosen."""
    agents = await runtime_of(request).desk.agents()
    return DemoPeople(
        customers=[DemoCustomer.model_validate(person, from_attributes=True) for person in PEOPLE],
        agents=[AgentAnswer.model_validate(agent, from_attributes=True) for agent in agents],
        company_myropo_id=COMPANY_MYROPO_ID,
    )


@router.post("/sign-in", summary="Become somebody", status_code=204, responses=answers(204, None))
async def sign_in(request: Request, body: Annotated[SignIn, Body(openapi_examples=_SIGN_INS)]) -> Response:
    """Become somebody of the demo; customer and agent may be two at once."""
    runtime = runtime_of(request)
    if body.agent is None:
        sign_in_customer(request, await _known(runtime, body))
    elif await runtime.desk.agent(body.agent) is None:
        raise BadInput("invalid_field", f"no agent {body.agent!r}; see /api/v1/demo/people")
    else:
        request.session[AGENT] = body.agent
    return Response(status_code=204)


@router.post("/sign-out", summary="Leave a role", status_code=204, responses=answers(204, None))
async def sign_out(
    request: Request, body: Annotated[SignOut, Body(openapi_examples={"customer": {"value": {"role": "customer"}}})]
) -> Response:
    """The other role is kept."""
    if body.role == "customer":
        sign_out_customer(request)
    else:
        request.session.pop(AGENT, None)
    return Response(status_code=204)


@router.post("/identify", summary="Identify strongly", status_code=204, responses=answers(204, None, SignInNeeded))
async def identify(request: Request) -> Response:
    """Stand in for a bank's identification; it holds for a quarter of an hour."""
    principal_of(request)
    note_strong_identification(request)
    return Response(status_code=204)


async def _known(runtime: Runtime, who: SignIn) -> Principal:
    """The principal that somebody wants to be.

    Raises:
        BadInput: there is no such customer, company invoice or authorization.
    """
    if who.customer is not None:
        principal = Principal("person", who.customer)
        hint = "no such customer; known are " + ", ".join(person.handle for person in PEOPLE)
    elif who.authorization is not None:
        principal, hint = Principal("delegate", str(who.authorization)), "no such authorization, or not valid today"
    else:
        principal = Principal("company", (who.myropo_id or "").strip().upper())
        hint = "no company invoice has this MyRopo ID; check it on the invoice, usually in the top right corner"
    if await runtime.ledger.customer(principal, local_today(runtime.clock)) is None:
        raise BadInput("invalid_field", hint)
    return principal
