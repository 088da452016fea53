"""Managing webhook endpoints, for supervisors. The secret is shown once, when an endpoint is added."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Annotated, Literal, get_args
from uuid import UUID, uuid4

from fastapi import APIRouter, Body, Response
from pydantic import BaseModel, ConfigDict, Field

from channels.agent_console.access import SupervisorsShift
from channels.agent_console.posting import SUPERVISED
from channels.documentation import answers
from channels.errors import BadInput, EntryNotFound, SignInNeeded, SupervisorOnly
from channels.idempotency import AgentsRoute, IdempotencyKey
from channels.message_center.audit import note_action
from channels.message_center.records import WebhookEndpoint
from channels.webhooks.addresses import LONGEST_URL, BadAddress, UnknownHost, address_of
from channels.webhooks.repository import WebhookRepository

router = APIRouter(prefix="/api/v1/console/webhooks", tags=["webhooks"], route_class=AgentsRoute)

Kind = Literal[
    "message",
    "proposal",
    "proposal_closed",
    "receipt",
    "payment",
    "handoff",
    "claimed",
    "transferred",
    "handed_back",
    "closed",
    "status",
    "notice",
    "rating_request",
    "rating",
]
_REQUEST = {"url": "https://crm.example.com/hooks/myropo", "kinds": ["message", "handoff", "closed"]}
_ENDPOINT = {
    "id": "0b0a3c54-0f0c-4c1e-9a57-0f4b0e7f3c1d",
    **_REQUEST,
    "active": True,
    "at": "2026-11-22T12:00:00Z",
}
_FAILURE = {"thread_id": "5f0d9a523f0e4a559d1c6f4f9f6c2b1e", "attempts": 2, "error": "answered with 503"}
_FAILING = {**_FAILURE, "next_at": "2026-11-22T12:00:20Z"}
_LISTED = {"webhooks": [{**_ENDPOINT, "failing": [_FAILING]}]}
_ADDED = {**_ENDPOINT, "secret": "3qGZQ2vS1mX0l8cI7cQmYpX4t6bq0C5p9r1wJz2uKfE"}
_MOST_ENDPOINTS = 20


class EndpointRequest(BaseModel):
    """Where to send what."""

    model_config = ConfigDict(extra="forbid")

    url: str = Field(max_length=LONGEST_URL, description="http or https; https outside of tests.")
    kinds: list[Kind] = Field(
        default_factory=list,
        max_length=len(get_args(Kind)),
        description="Kinds of events, the internal ones of them too; empty for all public events.",
    )


class Failure(BaseModel):
    """A thread whose next event could not be delivered yet."""

    thread_id: str
    attempts: int
    error: str | None
    next_at: datetime


class Endpoint(BaseModel):
    """An endpoint; ``active`` is false once it has failed for a day."""

    id: UUID
    url: str
    kinds: list[str]
    active: bool
    at: datetime


class WatchedEndpoint(Endpoint):
    """An endpoint and what stands in its way."""

    failing: list[Failure]


class AddedEndpoint(Endpoint):
    """A new endpoint with the secret that signs what is sent there."""

    secret: str


class Endpoints(BaseModel):
    """All endpoints, oldest first."""

    webhooks: list[WatchedEndpoint]


@router.get("", summary="List webhooks", responses=answers(200, _LISTED, SignInNeeded, SupervisorOnly))
async def listed(shift: SupervisorsShift) -> Endpoints:
    """All endpoints, with the threads in which they are behind."""
    async with shift.runtime.sessions() as session:
        webhooks = WebhookRepository(session)
        endpoints, failing = await webhooks.endpoints(), await webhooks.failing()
    behind: dict[UUID, list[Failure]] = {endpoint.id: [] for endpoint in endpoints}
    for cursor in failing:
        if cursor.endpoint_id in behind:
            behind[cursor.endpoint_id].append(Failure(**cursor.model_dump(include=set(Failure.model_fields))))
    return Endpoints(webhooks=[WatchedEndpoint(**_told(each), failing=behind[each.id]) for each in endpoints])


@router.post("", summary="Add a webhook", status_code=201, responses=answers(201, _ADDED, *SUPERVISED, BadInput))
async def add(
    shift: SupervisorsShift,
    key: IdempotencyKey,
    body: Annotated[EndpointRequest, Body(openapi_examples={"three kinds": {"value": _REQUEST}})],
) -> AddedEndpoint:
    """Send what happens from now on to another system, in order per thread, signed with the secret in the answer."""
    runtime, now = shift.runtime, shift.runtime.clock.now()
    await _check(body.url, private=runtime.settings.webhooks_private)
    kinds = list(dict.fromkeys(body.kinds))
    endpoint = WebhookEndpoint(id=uuid4(), url=body.url, secret=secrets.token_urlsafe(32), kinds=[*kinds], at=now)
    async with runtime.sessions.begin() as session:
        webhooks = WebhookRepository(session)
        if len(await webhooks.endpoints()) >= _MOST_ENDPOINTS:
            raise BadInput("invalid_field", f"there are {_MOST_ENDPOINTS} endpoints already")
        await webhooks.add(endpoint)
        note_action(session, shift.agent.id, "webhook_added", now, webhook=str(endpoint.id))
    return AddedEndpoint(**_told(endpoint), secret=endpoint.secret)


@router.delete(
    "/{webhook_id}",
    summary="Remove a webhook",
    status_code=204,
    responses=answers(204, None, SignInNeeded, SupervisorOnly, EntryNotFound),
)
async def remove(shift: SupervisorsShift, webhook_id: UUID) -> Response:
    """Send nothing there any more; what was not delivered yet is not delivered."""
    async with shift.runtime.sessions.begin() as session:
        if await WebhookRepository(session).remove(webhook_id) is None:
            raise EntryNotFound(str(webhook_id))
        note_action(session, shift.agent.id, "webhook_removed", shift.runtime.clock.now(), webhook=str(webhook_id))
    return Response(status_code=204)


async def _check(url: str, *, private: bool) -> None:
    """Refuse what will never be delivered; a host that is not known today may be tomorrow.

    Raises:
        BadInput: the URL cannot be used.
    """
    try:
        await address_of(url, private=private)
    except UnknownHost:
        pass
    except BadAddress as error:
        raise BadInput("invalid_field", f"url: {error}") from None


def _told(endpoint: WebhookEndpoint) -> dict[str, object]:
    return endpoint.model_dump(include=set(Endpoint.model_fields))
