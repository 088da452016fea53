"""Writing down who of customer service saw and did what."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from channels.message_center.staff import AgentAction


def note_action(
    session: AsyncSession, agent_id: str, action: str, now: datetime, *, thread_id: str | None = None, **details: Any
) -> None:
    """Add an entry to the audit log, in the transaction of what it tells.

    Args:
        session: the caller's transaction.
        agent_id: who.
        action: a word for what: ``opened``, ``claimed``, ``offered``.
        now: the present moment.
        thread_id: in which conversation, where it was in one.
        details: what else is worth knowing, as JSON.
    """
    session.add(AgentAction(at=now, agent_id=agent_id, thread_id=thread_id, action=action, details=details))


async def has_opened(session: AsyncSession, agent_id: str, thread_id: str) -> bool:
    """Whether it is noted already that an agent has read a conversation.

    Args:
        session: the caller's transaction.
        agent_id: who.
        thread_id: the conversation.
    """
    noted = exists().where(
        col(AgentAction.thread_id) == thread_id,
        col(AgentAction.agent_id) == agent_id,
        col(AgentAction.action) == "opened",
    )
    return bool(await session.scalar(select(noted)))
