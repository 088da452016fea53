"""What is going on in customer service right now."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import BaseModel
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from channels.message_center.models import agent_handler
from channels.message_center.presence import colleagues
from channels.message_center.queue import load_of
from channels.message_center.staff import Presence
from channels.supervisor.period import midnight
from tools.context import Clock, local_date

# What nobody has written in is no conversation yet. An event moves last_at, which is what the index is for.
_OPEN = text(
    """
    SELECT language,
        count(*) FILTER (WHERE handler = 'assistant') AS assistant,
        count(*) FILTER (WHERE handler = 'queue') AS queue,
        count(*) FILTER (WHERE handler NOT IN ('assistant', 'queue')) AS people
    FROM thread WHERE status = 'open' AND last_seq > 0 GROUP BY language ORDER BY count(*) DESC, language
    """
)
_WAITING = text(
    """
    SELECT count(*) AS waiting, min(coalesce(waiting_since, queued_at)) AS since,
        count(*) FILTER (WHERE breached_at IS NOT NULL OR promised_at <= :now) AS late
    FROM thread WHERE status = 'open' AND handler = 'queue'
    """
)
_TODAY = text(
    """
    SELECT count(*) FILTER (WHERE event.kind = 'closed') AS closed,
        count(*) FILTER (WHERE event.kind = 'status') AS broken
    FROM thread JOIN thread_event event ON event.thread_id = thread.id
    WHERE thread.last_at >= :today AND event.at >= :today
        AND (event.kind = 'closed' OR event.kind = 'status' AND event.payload ->> 'status' = 'promise_broken')
    """
)


class OnShift(BaseModel):
    """Somebody of customer service, and how many open conversations they hold."""

    id: str
    name: str
    role: str
    languages: list[str]
    presence: Presence
    load: int
    capacity: int


class OpenIn(BaseModel):
    """Open conversations in one language, by who is to answer."""

    language: str
    assistant: int
    queue: int
    people: int


class Board(BaseModel):
    """The present moment.

    Attributes:
        waiting: conversations that wait for a person.
        longest_minutes: how long the first of them has waited; null where nobody waits.
        late: how many of them were promised an answer earlier.
        broken_today: promises that were broken today.
        closed_today: conversations that were closed today.
    """

    at: datetime
    waiting: int
    longest_minutes: int | None
    late: int
    broken_today: int
    closed_today: int
    agents: list[OnShift]
    open: list[OpenIn]


async def board(session: AsyncSession, clock: Clock) -> Board:
    """What is going on now.

    Args:
        session: to read with.
        clock: the time; who is there is told by the database's own.
    """
    now = clock.now()
    queue = (await session.execute(_WAITING, {"now": now})).one()
    today = (await session.execute(_TODAY, {"today": midnight(local_date(now))})).one()
    opened = (await session.execute(_OPEN)).all()
    return Board(
        at=now,
        waiting=queue.waiting,
        longest_minutes=_minutes(queue.since, now),
        late=queue.late,
        broken_today=today.broken,
        closed_today=today.closed,
        agents=await _agents(session),
        open=[OpenIn.model_validate(row, from_attributes=True) for row in opened],
    )


def _minutes(since: datetime | None, now: datetime) -> int | None:
    return None if since is None else int((now - since).total_seconds() // 60)


async def _agents(session: AsyncSession) -> list[OnShift]:
    present = await colleagues(session)
    loads = await load_of(session, [agent_handler(one.agent.id) for one in present])
    shown: Any = {"id", "name", "role", "languages", "capacity"}
    return [
        OnShift(
            **one.agent.model_dump(include=shown),
            presence=one.presence,
            load=loads.get(agent_handler(one.agent.id), 0),
        )
        for one in present
    ]
