"""The customer's Message Center: the conversations, and beginning one."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Body, Query, Request
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from assistant.replies.catalogue import say
from channels.attachments.service import MOST_AT_ONCE
from channels.auth.sessions import strength_of
from channels.documentation import answers
from channels.errors import AttachmentNotFound, SenderBlocked, SignInNeeded, TooManyMessages
from channels.idempotency import IdempotencyKey, IdempotentRoute
from channels.message_center.models import Channel, Thread
from channels.message_center.openings import Opening
from channels.portal.bodies import Words
from channels.portal.proposals import POSTED
from channels.portal.thread_lists import ListedThread, list_threads
from channels.portal.visits import CurrentVisit, Visit
from tools.context import Language
from tools.database import storable_text
from tools.ledger.errors import InvoiceAmbiguous, InvoiceNotFound

router = APIRouter(tags=["messages"], route_class=IdempotentRoute)

_LONGEST_TITLE = 120
_ID = "0c5f0d9a523f4e0aa559d1c6f4f9f6c2"
_LISTED = {
    "id": _ID,
    "title": "The meter was read wrong",
    "invoice": "MR-4821-1001",
    "channel": "message_center",
    "handler": "agent:aino",
    "status": "open",
    "agent": "Aino Laine",
    "created_at": "2026-11-22T12:00:00Z",
    "last_at": "2026-11-23T08:12:00Z",
    "last_text": "I have asked the biller to look at it.",
    "unread": 1,
}
_OPENING = {
    "title": "The meter was read wrong",
    "text": "The reading on my October invoice is twice what the meter shows.",
    "invoice": "1001",
    "attachments": [],
    "person": True,
    "client_id": "3f0f6a52-3f0e-4a55-9d1c-6f4f9f6c2b1e",
}
_EXPECTED = "A person in customer service will answer you here. You are first in the queue."


class ThreadAnswer(BaseModel):
    """A conversation."""

    id: str
    title: str = Field(description="The customer's own subject line, or empty.")
    invoice: str | None = Field(description="MyRopo ID of the invoice that it is about.")
    channel: Channel
    handler: str = Field(description="assistant, queue, or agent:<id>.")
    status: str = Field(description="open or closed.")
    agent: str | None = Field(description="The name of the person who holds it.")
    created_at: datetime
    last_at: datetime
    last_text: str = Field(description="How the last message begins.")
    unread: int = Field(description="Messages, cards and outcomes that the customer has not seen.")

    @classmethod
    def of(cls, line: ListedThread) -> ThreadAnswer:
        """A line of the list."""
        thread = line.thread
        stored = thread.model_dump(include=set(cls.model_fields))
        return cls.model_validate(
            {**stored, "last_at": thread.last_at or thread.created_at, "agent": line.agent, "unread": line.unread}
        )


class Threads(BaseModel):
    """Conversations, the one with the newest activity first."""

    threads: list[ThreadAnswer]
    next: str | None = Field(description="Value of ``before`` for the next part; null where there is none.")


def _title(value: str) -> str:
    shown = "".join(letter if letter.isprintable() else " " for letter in storable_text(value))
    title = " ".join(shown.split())
    if len(title) > _LONGEST_TITLE:
        raise ValueError(f"a title has at most {_LONGEST_TITLE} characters")
    return title


class ThreadRequest(BaseModel):
    """A conversation that is to begin."""

    model_config = ConfigDict(extra="forbid")

    title: Annotated[str, AfterValidator(_title)] = Field("", description="Up to 120 characters.")
    text: str = Field("", description="The first message; may be empty where files are sent.")
    invoice: Words | None = Field(None, description="Number or MyRopo ID of the invoice that it is about.")
    attachments: list[str] = Field(default_factory=list, max_length=MOST_AT_ONCE, description="Ids of uploaded files.")
    person: bool = Field(False, description="Whether people shall answer, and not the AI assistant.")
    client_id: str = Field(description="Made by the client: the same one again begins nothing new.")
    language: Language | None = Field(None, description="To begin in; null for the customer's own.")


class ThreadBegun(BaseModel):
    """A conversation that has begun."""

    id: str
    expected: str = Field(description="Who answers and when, in the thread's language, ready to be shown.")


@router.get(
    "/threads",
    summary="List conversations",
    responses=answers(200, {"threads": [_LISTED], "next": None}, SignInNeeded),
)
async def threads(
    visit: CurrentVisit,
    before: Annotated[str | None, Query(description="``next`` of an earlier answer.")] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> Threads:
    """The customer's conversations in which something was said, here and in the widget; the newest activity first."""
    async with visit.runtime.sessions() as session:
        page = await list_threads(session, visit.principal, before, limit)
    return Threads(threads=[ThreadAnswer.of(line) for line in page.threads], next=page.next)


@router.post(
    "/threads",
    summary="Begin a conversation",
    status_code=201,
    responses=answers(
        201,
        {"id": _ID, "expected": _EXPECTED},
        *POSTED,
        InvoiceNotFound,
        InvoiceAmbiguous,
        AttachmentNotFound,
        SenderBlocked,
        TooManyMessages,
    ),
)
async def begin(
    request: Request,
    visit: CurrentVisit,
    key: IdempotencyKey,
    body: Annotated[ThreadRequest, Body(openapi_examples={"to a person": {"value": _OPENING}})],
) -> ThreadBegun:
    """Write to customer service at any hour; it says when somebody answers. What is refused stores nothing."""
    given: dict[str, Any] = {**body.model_dump(), "attachments": tuple(body.attachments)}
    thread = await visit.runtime.center.begin(visit.principal, Opening(**given, strength=strength_of(request)))
    return ThreadBegun(id=thread.id, expected=await _expected(visit, thread))


async def _expected(visit: Visit, thread: Thread) -> str:
    """What the conversation itself says of who answers and when."""
    events = (await visit.runtime.center.read(visit.principal, thread.id)).events
    told = [str(event.payload["text"]) for event in events if event.kind == "handoff"]
    return told[-1] if told else say("thread-begun", thread.spoken)
