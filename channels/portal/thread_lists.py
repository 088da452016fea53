"""A customer's conversations as a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from channels.errors import BadInput
from channels.message_center.models import Thread, ThreadEvent
from channels.message_center.staff import Agent
from tools.context import Principal

UNREAD_KINDS = ("message", "proposal", "handoff", "payment", "closed")
"""What there is to read: words of the assistant and of people, cards, and what has become of a matter. Who has joined
and what else goes on stands beside the thread in the list."""
_EPOCH, _TICK = datetime(1970, 1, 1, tzinfo=UTC), timedelta(microseconds=1)
_LAST_AT = func.coalesce(col(Thread.last_at), col(Thread.created_at))


@dataclass(frozen=True)
class ListedThread:
    """A line of the list.

    Attributes:
        thread: as stored.
        agent: the name of the person who holds it, if one does.
        unread: how many entries the customer has not seen.
    """

    thread: Thread
    agent: str | None
    unread: int


@dataclass(frozen=True)
class ThreadPage:
    """A part of the list.

    Attributes:
        threads: those with the newest activity first.
        next: where the next part begins; None where there is none.
    """

    threads: list[ListedThread]
    next: str | None


async def list_threads(session: AsyncSession, principal: Principal, before: str | None, limit: int) -> ThreadPage:
    """The conversations in which something was said.

    A thread in which something happens while a customer turns the pages moves to the top of the first one.

    Args:
        session: for reading.
        principal: whose they are.
        before: ``next`` of an earlier part; None for the first.
        limit: the most lines.

    Raises:
        BadInput: ``before`` is none of ours.
    """
    query = select(Thread).where(col(Thread.principal) == str(principal), col(Thread.last_seq) > 0)
    if before is not None:
        query = query.where(tuple_(_LAST_AT, col(Thread.id)) < tuple_(*_place(before)))
    found = (await session.scalars(query.order_by(_LAST_AT.desc(), col(Thread.id).desc()).limit(limit + 1))).all()
    shown = found[:limit]
    unread, agents = await _unread(session, shown), await _agents(session, shown)
    lines = [ListedThread(each, agents.get(each.agent_id or ""), unread.get(each.id, 0)) for each in shown]
    return ThreadPage(lines, _cursor(shown[-1]) if len(found) > limit else None)


async def _unread(session: AsyncSession, threads: Sequence[Thread]) -> dict[str, int]:
    query = (
        select(col(ThreadEvent.thread_id), func.count())
        .join(Thread, col(Thread.id) == col(ThreadEvent.thread_id))
        .where(
            col(ThreadEvent.thread_id).in_([thread.id for thread in threads]),
            col(ThreadEvent.seq) > col(Thread.customer_read_seq),
            col(ThreadEvent.audience) == "public",
            col(ThreadEvent.author_kind) != "customer",
            col(ThreadEvent.kind).in_(UNREAD_KINDS),
        )
        .group_by(col(ThreadEvent.thread_id))
    )
    return {thread_id: number for thread_id, number in await session.execute(query)}


async def _agents(session: AsyncSession, threads: Sequence[Thread]) -> dict[str, str]:
    """Names by id, of those who hold an open thread."""
    ids = {thread.agent_id for thread in threads if thread.agent_id and thread.status == "open"}
    query = select(col(Agent.id), col(Agent.name)).where(col(Agent.id).in_(ids))
    return {agent_id: name for agent_id, name in await session.execute(query)}


def _cursor(thread: Thread) -> str:
    return f"{((thread.last_at or thread.created_at) - _EPOCH) // _TICK}-{thread.id}"


def _place(cursor: str) -> tuple[datetime, str]:
    ticks, _, thread_id = cursor.partition("-")
    # Moments of 17 figures are of this millennium or some later one that the calendar still knows.
    if not (ticks.isascii() and ticks.isdigit() and len(ticks) < 18 and thread_id.isascii() and thread_id.isalnum()):
        raise BadInput("invalid_field", "before: must be the next of an earlier answer")
    return _EPOCH + int(ticks) * _TICK, thread_id
