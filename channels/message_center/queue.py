"""The queue: who comes next, for whom, and at which place.

Threads wait in the order of their priority, then of their time of entry. An agent is suited by team, language, country
and biller; what only a supervisor may take suits no one else. Everybody may take any thread by hand, so that nobody is
left to people who are not there.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select, text, true
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import defer
from sqlmodel import col

from channels.message_center.models import QUEUE, Thread
from channels.message_center.staff import SUPERVISOR, Agent, Team

_WAITS = and_(col(Thread.handler) == QUEUE, col(Thread.status) == "open")
WITHOUT_BRIEF = defer(Thread.brief)  # type: ignore[arg-type]  # SQLModel types it as its value
"""Lists need none of it, and it is the most of a thread."""
_ORDER = (col(Thread.priority).desc(), col(Thread.queued_at), col(Thread.id))


def suits(agent: Agent, thread: Thread) -> bool:
    """Whether a thread is for this agent: the same rule as ``_for``, for one that is read already."""
    return (
        thread.language in agent.languages
        and (not agent.team_ids or thread.team_id is None or thread.team_id in agent.team_ids)
        and (not agent.countries or thread.country in agent.countries)
        and (not agent.billers or thread.biller is None or thread.biller in agent.billers)
        and (not thread.for_supervisor or agent.role == SUPERVISOR)
    )


def _for(agent: Agent) -> ColumnElement[bool]:
    """Threads for this agent."""

    def among(column: Any, known: Sequence[str]) -> ColumnElement[bool]:
        return or_(column.is_(None), column.in_(known)) if known else true()

    return and_(
        col(Thread.language).in_(agent.languages),
        among(col(Thread.team_id), agent.team_ids),
        among(col(Thread.country), agent.countries),
        among(col(Thread.biller), agent.billers),
        true() if agent.role == SUPERVISOR else col(Thread.for_supervisor).is_(False),
    )


async def lock_queue(session: AsyncSession) -> None:
    """Let nobody else enter the queue, or be given a thread, until the transaction ends."""
    await session.execute(text("SELECT pg_advisory_xact_lock(hashtextextended('queue', 0))"))


async def after_all(session: AsyncSession, now: datetime) -> datetime:
    """A time of entry behind everybody's: who came in at the same moment has the lock of the queue one after another.

    Args:
        session: the caller's transaction, which holds the queue's lock.
        now: the present moment.
    """
    latest = await session.scalar(select(func.max(col(Thread.queued_at))).where(_WAITS))
    return now if latest is None or latest < now else latest + timedelta(microseconds=1)


async def waiting(session: AsyncSession, limit: int | None = None) -> Sequence[Thread]:
    """Threads in the order in which they are served, without their briefs."""
    query = select(Thread).options(WITHOUT_BRIEF).where(_WAITS).order_by(*_ORDER)
    return (await session.scalars(query.limit(limit))).all()


async def waiting_order(session: AsyncSession) -> Sequence[tuple[str, str | None]]:
    """Id and team of everything that waits, in the order in which it is served."""
    found = await session.execute(select(col(Thread.id), col(Thread.team_id)).where(_WAITS).order_by(*_ORDER))
    return [(thread_id, team_id) for thread_id, team_id in found]


async def next_for(session: AsyncSession, agent: Agent) -> Thread | None:
    """The first thread for this agent, locked; one that somebody else is taking at this moment is passed over."""
    query = select(Thread).where(_WAITS, _for(agent)).order_by(*_ORDER).limit(1)
    return await session.scalar(query.with_for_update(skip_locked=True))


async def position(session: AsyncSession, thread: Thread) -> int:
    """The place of a waiting thread in its team's queue, from 1."""
    ahead = or_(
        col(Thread.priority) > thread.priority,
        and_(
            col(Thread.priority) == thread.priority,
            or_(
                col(Thread.queued_at) < thread.queued_at,
                and_(col(Thread.queued_at) == thread.queued_at, col(Thread.id) < thread.id),
            ),
        ),
    )
    same = col(Thread.team_id).is_not_distinct_from(thread.team_id)
    return 1 + (await session.scalar(select(func.count()).select_from(Thread).where(_WAITS, same, ahead)) or 0)


async def team_for(session: AsyncSession, country: str) -> str | None:
    """The team that customers of a country come to; None where none is named for it."""
    query = select(col(Team.id)).where(col(Team.countries).contains([country])).order_by(col(Team.id)).limit(1)
    return await session.scalar(query)


async def load_of(session: AsyncSession, handlers: Sequence[str]) -> dict[str, int]:
    """How many open threads each handler holds, those put aside left out."""
    query = (
        select(col(Thread.handler), func.count())
        .where(col(Thread.handler).in_(handlers), col(Thread.status) == "open", col(Thread.snoozed_until).is_(None))
        .group_by(col(Thread.handler))
    )
    return {handler: count for handler, count in await session.execute(query)}
