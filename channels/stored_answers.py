"""Keys of requests that must not run twice, and what they were answered.

A request takes its key before it runs, in a transaction of its own, so that of two at once only one runs. Its answer is
kept with the key. A request that was refused has changed nothing, and frees its key. A process that dies in between
leaves the key taken; after a while the same request may run.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, DateTime, Text, and_, delete, func, select, update
from sqlalchemy.dialects.postgresql import JSONB, insert
from sqlmodel import Field, SQLModel, col

from channels.errors import IdempotencyKeyReused, StillRunning
from tools.database import SessionFactory

KEPT = timedelta(hours=24)
"""How long an answer is kept."""
ABANDONED = timedelta(minutes=1)
"""A request that has no answer after this was cut off."""


class StoredAnswer(SQLModel, table=True):
    """A key that a client has used, and what it was answered; without a status while the request runs."""

    __tablename__ = "idempotency_key"

    principal: str = Field(primary_key=True, sa_type=Text)
    key: str = Field(primary_key=True, sa_type=Text)
    request_hash: str = Field(sa_type=Text)
    status: int | None = None
    body: Any = Field(default=None, sa_type=JSONB, nullable=True)
    created_at: datetime = Field(sa_type=DateTime(timezone=True), index=True)


async def take(sessions: SessionFactory, principal: str, key: str, request_hash: str) -> StoredAnswer | None:
    """Take a key for a request; the earlier answer when the same request had one.

    Times are the database's own: a demo's clock may stand still.

    Raises:
        IdempotencyKeyReused: the key was taken for another request.
        StillRunning: the same request has no answer yet.
    """
    fresh = {"principal": principal, "key": key, "request_hash": request_hash, "created_at": func.now()}
    abandoned = col(StoredAnswer.status).is_(None) & (col(StoredAnswer.created_at) < func.now() - ABANDONED)
    taking = (
        insert(StoredAnswer)
        .values(**fresh)
        .on_conflict_do_update(
            index_elements=["principal", "key"],
            set_={"created_at": func.now()},
            where=abandoned & (col(StoredAnswer.request_hash) == request_hash),
        )
        .returning(col(StoredAnswer.key))
    )
    async with sessions.begin() as session:
        if await session.scalar(taking) is not None:
            return None
        stored = await session.scalar(select(StoredAnswer).where(_is(principal, key)))
    if stored is not None and stored.request_hash != request_hash:
        raise IdempotencyKeyReused(key)
    if stored is None or stored.status is None:
        raise StillRunning(key)
    return stored


async def keep(sessions: SessionFactory, principal: str, key: str, status: int, body: Any) -> None:
    """Keep what the request that took a key was answered."""
    async with sessions.begin() as session:
        await session.execute(update(StoredAnswer).where(_is(principal, key)).values(status=status, body=body))


async def free(sessions: SessionFactory, principal: str, key: str) -> None:
    """Let a key be used again: the request that took it was refused."""
    async with sessions.begin() as session:
        await session.execute(delete(StoredAnswer).where(_is(principal, key)))


async def forget_old(sessions: SessionFactory) -> None:
    """Remove answers that were kept long enough."""
    async with sessions.begin() as session:
        await session.execute(delete(StoredAnswer).where(col(StoredAnswer.created_at) < func.now() - KEPT))


def _is(principal: str, key: str) -> ColumnElement[bool]:
    return and_(col(StoredAnswer.principal) == principal, col(StoredAnswer.key) == key)
