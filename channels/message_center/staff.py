"""Tables of customer service itself: teams, agents, their texts, and what they have done."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Column, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from channels.message_center.columns import listed, number, timestamp

Presence = Literal["online", "away", "offline"]
TeamMode = Literal["pull", "push"]
SUPERVISOR = "supervisor"


class Team(SQLModel, table=True):
    """People who share a queue.

    Attributes:
        countries: whose customers come here unless somebody decides otherwise.
        mode: ``pull``: agents claim the next thread; ``push``: it is given to the suitable agent with least to do.
    """

    id: str = Field(primary_key=True)
    name: str
    countries: list[str] = listed()
    mode: str = "pull"


class Agent(SQLModel, table=True):
    """A person of customer service.

    Attributes:
        role: ``agent`` or ``supervisor``.
        languages: in which the agent writes.
        countries: whose customers the agent answers; empty for all.
        billers: ids of the billers that the agent knows; empty for all.
        team_ids: the agent's teams; empty for all.
        capacity: how many open threads at a time are given to the agent.
        presence: what the agent chose: online, away or offline.
        seen_at: when a console of this agent last gave a sign of life, by the database's clock.
        lost_at: when it was noticed that there are none any more; None while there are.
    """

    id: str = Field(primary_key=True)
    name: str
    role: str = "agent"
    languages: list[str] = Field(sa_column=Column(JSONB, nullable=False))
    countries: list[str] = listed()
    billers: list[str] = listed()
    team_ids: list[str] = listed()
    capacity: int = 4
    presence: str = "online"
    seen_at: datetime | None = timestamp(nullable=True)
    lost_at: datetime | None = timestamp(nullable=True)


class CannedAnswer(SQLModel, table=True):
    """A text that agents use again and again.

    Attributes:
        team_id: whose it is; None for everybody's.
        language: en, fi, sv or nb.
        shortcut: what an agent types to find it; unique within team and language.
        text: with placeholders such as ``{customer}``, ``{invoice}``, ``{balance}``, ``{due_date}``.
    """

    __tablename__ = "canned_answer"
    __table_args__ = (
        Index("ix_canned_answer", "team_id", "language", "shortcut", unique=True, postgresql_nulls_not_distinct=True),
    )

    id: int | None = number()
    team_id: str | None = Field(default=None, foreign_key="team.id")
    language: str
    shortcut: str
    title: str
    text: str


class AgentAction(SQLModel, table=True):
    """Who of customer service saw or did what: never changed, never deleted.

    Attributes:
        action: ``opened``, ``searched``, ``claimed``, ``closed``, ``offered`` and so on.
        details: what else is worth knowing.
    """

    __tablename__ = "agent_action"
    __table_args__ = (Index("ix_agent_action_thread", "thread_id", "at"), Index("ix_agent_action_at", "at"))

    id: int | None = number()
    at: datetime = timestamp(nullable=False)
    agent_id: str = Field(foreign_key="agent.id")
    thread_id: str | None = None
    action: str
    details: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSONB, nullable=False))


class BlockedSender(SQLModel, table=True):
    """A customer who may not write for a while, by a supervisor's decision; people still find them by phone."""

    __tablename__ = "blocked_sender"

    principal: str = Field(primary_key=True)
    reason: str
    agent_id: str = Field(foreign_key="agent.id")
    at: datetime = timestamp(nullable=False)
    until: datetime | None = timestamp(nullable=True)
