"""Making one person responsible for a thread. All in the caller's transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from assistant.replies.catalogue import say
from channels.message_center.audit import note_action
from channels.message_center.cards import withdraw_cards
from channels.message_center.models import ASSISTANT, QUEUE, Thread, ThreadEvent, agent_handler
from channels.message_center.presence import agents_there
from channels.message_center.promises import promise_answer
from channels.message_center.queue import load_of, lock_queue, suits, waiting
from channels.message_center.repository import ThreadRepository
from channels.message_center.staff import Agent, Team

TAKING = ("claimed", "given", "stepped_in")
"""How an agent becomes responsible for a thread, as the audit calls it."""


async def take(
    session: AsyncSession, thread: Thread, agent: Agent, now: datetime, *, stepped_in: bool = False, given: bool = False
) -> None:
    """Make an agent the one who answers, and tell the customer so.

    Args:
        session: the caller's transaction, which holds the thread's lock.
        thread: the thread to take.
        agent: who takes it.
        now: the present moment.
        stepped_in: whether nobody had asked for a person.
        given: whether the queue has chosen the agent, not the agent the thread.
    """
    thread.handler, thread.claimed_at = agent_handler(agent.id), now
    thread.queued_at = thread.snoozed_until = None
    thread.pending, thread.subject, thread.answered_seq = None, None, thread.customer_seq
    if stepped_in:
        promise_answer(thread, now)
    text = say("claimed", thread.spoken, agent=agent.name)
    payload = {"agent": agent.name, "text": text, "stepped_in": stepped_in}
    await ThreadRepository(session).append(thread, ThreadEvent.new("claimed", "system", payload, now))
    how = "stepped_in" if stepped_in else "given" if given else "claimed"
    note_action(session, agent.id, how, now, thread_id=thread.id)


async def take_over(session: AsyncSession, thread: Thread, agent: Agent, now: datetime) -> None:
    """As ``take``, whoever has it: from the assistant its open cards go too."""
    stepped_in = thread.handler == ASSISTANT
    if stepped_in:
        await withdraw_cards(session, thread, now)
    await take(session, thread, agent, now, stepped_in=stepped_in)


async def assign_waiting(session: AsyncSession, now: datetime) -> None:
    """Give what waits in teams that work by push to the suitable people with least to do, as far as they have room.

    Args:
        session: the caller's transaction. It must not wait for a thread's lock afterwards: it holds the queue's.
        now: the present moment.
    """
    push = (await session.scalars(select(col(Team.id)).where(col(Team.mode) == "push"))).all()
    if not push:
        return
    await lock_queue(session)
    there = await agents_there(session)
    load = await load_of(session, [agent_handler(agent.id) for agent in there])
    for thread in await waiting(session):
        if thread.team_id not in push or (agent := _least_busy(there, load, thread)) is None:
            continue
        # Somebody may be claiming it by hand at this very moment.
        if await _lock_waiting(session, thread.id):
            await take(session, thread, agent, now, given=True)
            load[thread.handler] = load.get(thread.handler, 0) + 1


def _least_busy(there: Sequence[Agent], load: dict[str, int], thread: Thread) -> Agent | None:
    def share(agent: Agent) -> tuple[float, str]:
        return load.get(agent_handler(agent.id), 0) / agent.capacity, agent.id

    able = [a for a in there if suits(a, thread) and load.get(agent_handler(a.id), 0) < a.capacity]
    return min(able, key=share, default=None)


async def _lock_waiting(session: AsyncSession, thread_id: str) -> bool:
    """Lock a thread if it still waits and nobody else holds its lock; what the session knows of it is read anew."""
    query = select(Thread).where(
        col(Thread.id) == thread_id, col(Thread.handler) == QUEUE, col(Thread.status) == "open"
    )
    found = await session.scalar(query.with_for_update(skip_locked=True), execution_options={"populate_existing": True})
    return found is not None
