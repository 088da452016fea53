"""Who of customer service is there.

A console gives a sign of life every few seconds as long as its socket is open. An agent who gives none for half a
minute counts as away, whatever was chosen, and the threads in which a customer waits for that agent's words go back to
the queue. All of this is by the database's clock: liveness is nothing that a demo may freeze.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import cast

from sqlalchemy import ColumnElement, func, select, true, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from channels.message_center.staff import Agent, Presence

BEAT_SECONDS = 10.0
LOST_AFTER = timedelta(seconds=30)


@dataclass(frozen=True)
class Colleague:
    """An agent and whether the agent is there.

    Attributes:
        agent: who.
        presence: as chosen; ``away`` where the console gives no sign of life.
    """

    agent: Agent
    presence: Presence

    @property
    def online(self) -> bool:
        """Whether new threads may come."""
        return self.presence == "online"


async def beat(session: AsyncSession, agent_id: str) -> None:
    """Note a sign of life."""
    await session.execute(update(Agent).where(col(Agent.id) == agent_id).values(seen_at=func.now(), lost_at=None))


async def colleagues(session: AsyncSession) -> list[Colleague]:
    """Everybody of customer service."""
    alive = func.coalesce(col(Agent.seen_at) > func.now() - LOST_AFTER, False)
    rows = await session.execute(select(Agent, alive).order_by(col(Agent.name)))
    return [Colleague(agent, _effective(agent, alive=seen)) for agent, seen in rows]


def _effective(agent: Agent, *, alive: bool) -> Presence:
    if alive:
        return cast(Presence, agent.presence)
    return "away" if agent.presence == "online" and agent.seen_at is not None else "offline"


def silent() -> ColumnElement[bool]:
    """Of agents whose consoles give no sign of life."""
    return func.coalesce(col(Agent.seen_at) < func.now() - LOST_AFTER, true())


async def agents_there(session: AsyncSession) -> list[Agent]:
    """Who takes new threads at this moment."""
    return [colleague.agent for colleague in await colleagues(session) if colleague.online]


async def newly_lost(session: AsyncSession) -> Sequence[Agent]:
    """Agents who have just fallen silent, marked so that they are found once."""
    lost = (
        update(Agent)
        .where(col(Agent.seen_at) < func.now() - LOST_AFTER, col(Agent.lost_at).is_(None))
        .values(lost_at=func.now())
        .returning(Agent)
    )
    return (await session.scalars(lost, execution_options={"populate_existing": True})).all()
