"""Keeping abusive senders from writing for a while: a supervisor's decision, with a reason."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Body, Response
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col

from channels.agent_console import examples
from channels.agent_console.access import SupervisorsShift
from channels.agent_console.customers import Block
from channels.agent_console.posting import SUPERVISED
from channels.documentation import answers
from channels.errors import SignInNeeded, SupervisorOnly, ThreadNotFound
from channels.idempotency import AgentsRoute, IdempotencyKey
from channels.message_center.audit import note_action
from channels.message_center.repository import ThreadRepository
from channels.message_center.staff import BlockedSender
from channels.portal.bodies import Words

router = APIRouter(route_class=AgentsRoute)

_LONGEST_DAYS = 3650
_EXAMPLES = {
    "a week": {"value": {"reason": "Threatened an agent", "days": 7}},
    "without an end": {"value": {"reason": "Sends advertisements only", "days": None}},
}


class BlockRequest(BaseModel):
    """Why, and for how long."""

    model_config = ConfigDict(extra="forbid")

    reason: Words
    days: int | None = Field(None, ge=1, le=_LONGEST_DAYS, description="Null: until somebody lifts it.")


@router.post(
    "/threads/{thread_id}/block",
    summary="Block a sender",
    status_code=201,
    responses=answers(201, examples.BLOCK, *SUPERVISED, ThreadNotFound),
)
async def block(
    shift: SupervisorsShift,
    key: IdempotencyKey,
    thread_id: str,
    body: Annotated[BlockRequest, Body(openapi_examples=_EXAMPLES)],
) -> Block:
    """Take no messages from the customer of a conversation; a new block takes the place of an old one."""
    now = shift.runtime.clock.now()
    until = now + timedelta(days=body.days) if body.days else None
    async with shift.runtime.sessions.begin() as session:
        thread = await ThreadRepository(session).get(thread_id)
        entry = {"reason": body.reason, "agent_id": shift.agent.id, "at": now, "until": until}
        adding = insert(BlockedSender).values(principal=thread.principal, **entry)
        # Of two supervisors who decide at once the later one has decided.
        await session.execute(adding.on_conflict_do_update(index_elements=["principal"], set_=entry))
        note_action(session, shift.agent.id, "blocked", now, thread_id=thread_id, reason=body.reason, days=body.days)
    return Block(reason=body.reason, at=now, until=until)


@router.delete(
    "/threads/{thread_id}/block",
    summary="Let a sender write again",
    status_code=204,
    responses=answers(204, None, SignInNeeded, SupervisorOnly, ThreadNotFound),
)
async def unblock(shift: SupervisorsShift, thread_id: str) -> Response:
    """Lift the block on the customer of a conversation; harmless where there is none."""
    async with shift.runtime.sessions.begin() as session:
        thread = await ThreadRepository(session).get(thread_id)
        lifted = await session.execute(
            delete(BlockedSender)
            .where(col(BlockedSender.principal) == thread.principal)
            .returning(col(BlockedSender.principal))
        )
        if lifted.first():
            note_action(session, shift.agent.id, "unblocked", shift.runtime.clock.now(), thread_id=thread_id)
    return Response(status_code=204)
