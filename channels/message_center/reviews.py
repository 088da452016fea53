"""What a supervisor should look at, noted in the transaction that gives reason for it."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from channels.message_center.records import Review

Cause = Literal["rating", "gate"]


async def note_review(session: AsyncSession, thread_id: str, cause: Cause, now: datetime) -> None:
    """Put a conversation into the queue of reviews; harmless where it waits there already, for whatever cause.

    Args:
        session: the caller's transaction, which holds the thread's lock.
        thread_id: the conversation.
        cause: a bad rating, or words of a model that a safeguard has replaced.
        now: the present moment.
    """
    waits = select(col(Review.id)).where(col(Review.thread_id) == thread_id, col(Review.done_at).is_(None))
    if await session.scalar(waits.limit(1)) is None:
        session.add(Review(thread_id=thread_id, cause=cause, at=now))
