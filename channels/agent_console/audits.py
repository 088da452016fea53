"""Who of customer service saw and did what, for supervisors."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field
from sqlalchemy import select
from sqlmodel import col

from channels.agent_console import examples
from channels.agent_console.access import Shift, SupervisorsShift
from channels.documentation import answers
from channels.errors import SignInNeeded, SupervisorOnly, ThreadNotFound
from channels.message_center.repository import ThreadRepository
from channels.message_center.staff import Agent, AgentAction
from tools.database import storable_text

router = APIRouter()

_MOST, _USUAL = 200, 50
_LARGEST_ID = 2**63 - 1
Before = Annotated[int | None, Query(ge=0, le=_LARGEST_ID, description="The next of an earlier answer.")]
Limit = Annotated[int, Query(ge=1, le=_MOST)]


class Action(BaseModel):
    """One thing that somebody saw or did."""

    id: int
    at: datetime
    agent_id: str
    agent: str = Field(description="The name.")
    thread_id: str | None
    action: str = Field(description="A word for it: searched, opened, claimed, offered, blocked and so on.")
    details: dict[str, Any]


class Actions(BaseModel):
    """Newest first; ``next`` goes into ``before`` for those that came earlier."""

    actions: list[Action]
    next: int | None


@router.get(
    "/threads/{thread_id}/audit",
    summary="Read who did what in a conversation",
    responses=answers(200, examples.ACTIONS, SignInNeeded, SupervisorOnly, ThreadNotFound),
)
async def of_thread(shift: SupervisorsShift, thread_id: str, before: Before = None, limit: Limit = _USUAL) -> Actions:
    """What people of customer service saw and did in one conversation."""
    async with shift.runtime.sessions() as session:
        await ThreadRepository(session).get(thread_id)
    return await _actions(shift, before, limit, thread_id=thread_id)


@router.get(
    "/audit", summary="Read who did what", responses=answers(200, examples.ACTIONS, SignInNeeded, SupervisorOnly)
)
async def of_all(
    shift: SupervisorsShift,
    before: Before = None,
    limit: Limit = _USUAL,
    agent: Annotated[str | None, Query(max_length=100, description="Id of one of them.")] = None,
    action: Annotated[str | None, Query(max_length=100)] = None,
) -> Actions:
    """What people of customer service saw and did anywhere."""
    return await _actions(shift, before, limit, agent_id=agent, action=action)


async def _actions(shift: Shift, before: int | None, limit: int, **exact: str | None) -> Actions:
    query = select(AgentAction, col(Agent.name)).join(Agent, col(Agent.id) == col(AgentAction.agent_id))
    for name, value in exact.items():
        if value is not None:
            query = query.where(getattr(AgentAction, name) == storable_text(value))
    if before is not None:
        query = query.where(col(AgentAction.id) < before)
    query = query.order_by(col(AgentAction.id).desc()).limit(limit + 1)
    async with shift.runtime.sessions() as session:
        rows = (await session.execute(query)).all()
    shown = [Action(**row.model_dump(), agent=name) for row, name in rows[:limit]]
    return Actions(actions=shown, next=shown[-1].id if len(rows) > limit else None)
