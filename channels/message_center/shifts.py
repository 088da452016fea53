"""Agents come and go, and waiting customers are told. Every public method is one transaction."""

from __future__ import annotations

from datetime import datetime
from typing import get_args

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from assistant.replies.catalogue import say
from channels.errors import BadInput
from channels.message_center.assignment import assign_waiting
from channels.message_center.audit import note_action
from channels.message_center.fanout import EVERY_THREAD, send_signal
from channels.message_center.handoffs import enter_queue, wait_state
from channels.message_center.models import Thread, ThreadEvent, agent_handler
from channels.message_center.presence import Colleague, agents_there, beat, colleagues, newly_lost, silent
from channels.message_center.queue import waiting
from channels.message_center.repository import ThreadRepository
from channels.message_center.staff import Agent, Presence
from channels.message_center.wait_words import changed_wait
from tools.context import Clock
from tools.database import SessionFactory


class Shifts:
    """Who of customer service is there.

    Args:
        sessions: database sessions.
        clock: the time, for what is told; liveness is by the database's.
    """

    def __init__(self, sessions: SessionFactory, clock: Clock) -> None:
        self._sessions = sessions
        self._clock = clock

    async def arrive(self, agent_id: str) -> None:
        """A console was opened: the agent is there, as far as the agent's own choice says."""
        async with self._sessions.begin() as session:
            await beat(session, agent_id)
            await assign_waiting(session, self._clock.now())
            await tell_waiting(session, self._clock.now())
        await self._signal(agent_id)

    async def beat(self, agent_id: str) -> None:
        """A console is still open."""
        async with self._sessions.begin() as session:
            await beat(session, agent_id)

    async def choose(self, agent_id: str, presence: str) -> None:
        """Be online, away or offline; who goes offline leaves the threads that wait for an answer to others.

        Raises:
            BadInput: there is no such presence.
        """
        if presence not in get_args(Presence):
            raise BadInput("invalid_field", f"presence must be one of {', '.join(get_args(Presence))}")
        now = self._clock.now()
        async with self._sessions.begin() as session:
            agent = await session.get_one(Agent, agent_id, with_for_update={"key_share": True})
            agent.presence = presence
            note_action(session, agent_id, presence, now)
            await session.flush()
            if presence == "offline":
                await return_unanswered(session, now, col(Agent.id) == agent_id)
            await assign_waiting(session, now)
            await tell_waiting(session, now)
        await self._signal(agent_id)

    async def colleagues(self) -> list[Colleague]:
        """Everybody of customer service, and who is there."""
        async with self._sessions() as session:
            return await colleagues(session)

    async def look(self) -> None:
        """Notice who has fallen silent, give on what was theirs, and tell those who wait when that changes anything."""
        now = self._clock.now()
        async with self._sessions.begin() as session:
            lost = await newly_lost(session)
            # Not the newly lost ones only: who has been away for days may be written to today, or be given a thread.
            # Who is offline at an open console is not there for what comes then; what was taken by hand stays.
            offline = (col(Agent.presence) == "offline") & (col(Thread.waiting_since) > col(Thread.claimed_at))
            await return_unanswered(session, now, or_(silent(), offline))
            await assign_waiting(session, now)
            await tell_waiting(session, now)
        for agent in lost:
            await self._signal(agent.id)

    async def _signal(self, agent_id: str) -> None:
        """Consoles show who is there."""
        await send_signal(self._sessions, EVERY_THREAD, "staff", who=agent_id)


async def return_unanswered(session: AsyncSession, now: datetime, *of: ColumnElement[bool]) -> None:
    """Put threads in which a customer waits for an agent back into the queue, at the place of the waiting time.

    Args:
        session: the caller's transaction.
        now: the present moment.
        of: which agents' threads.
    """
    query = (
        select(Thread, Agent)
        .join(Agent, col(Thread.handler) == func.concat(agent_handler(""), col(Agent.id)))
        .where(col(Thread.status) == "open", col(Thread.waiting_since).is_not(None), *of)
        .order_by(col(Thread.id))
    )
    for thread, agent in (await session.execute(query.with_for_update(of=Thread, skip_locked=True))).all():
        await enter_queue(session, thread, now)
        payload = {"status": "returned", "text": say("returned", thread.spoken, agent=agent.name)}
        await ThreadRepository(session).append(thread, ThreadEvent.new("status", "system", payload, now))
        note_action(session, agent.id, "returned", now, thread_id=thread.id)


async def tell_waiting(session: AsyncSession, now: datetime) -> None:
    """Tell those who wait, once, when the last person for them has left or the day is over."""
    there = await agents_there(session)
    changed = [thread.id for thread in await waiting(session) if wait_state(thread, there, now) != thread.told]
    if not changed:
        return
    query = select(Thread).where(col(Thread.id).in_(changed)).order_by(col(Thread.id))
    locked = await session.scalars(
        query.with_for_update(skip_locked=True), execution_options={"populate_existing": True}
    )
    for thread in locked.all():
        state, before = wait_state(thread, there, now), thread.told
        thread.told = state
        # Who comes says so by answering, and that the day begins was promised: only what is worse is told.
        if state == "open" or (before, state) == ("closed", "unattended"):
            continue
        payload = {"state": state, "text": changed_wait(thread, state, now)}
        await ThreadRepository(session).append(thread, ThreadEvent.new("notice", "system", payload, now))
