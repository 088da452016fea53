"""How customer service is set up: how teams share their queue, and who is given what."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from channels.errors import BadInput, EntryNotFound
from channels.message_center.assignment import assign_waiting
from channels.message_center.audit import note_action
from channels.message_center.presence import colleagues
from channels.message_center.staff import Agent, Presence, Team, TeamMode
from tools.context import Clock, Language
from tools.database import SessionFactory, storable_text
from tools.ledger.models import Biller, Country

MOST_AT_A_TIME = 20
"""Open conversations that one person can be given."""


class TeamView(BaseModel):
    """A team; ``mode`` says whether its people claim conversations (pull) or are given them (push)."""

    model_config = ConfigDict(from_attributes=True)

    id: str
    name: str
    countries: list[Country]
    mode: TeamMode


class TeamChange(BaseModel):
    """How a team shares its queue from now on."""

    model_config = ConfigDict(extra="forbid")

    mode: TeamMode


class Skills(BaseModel):
    """What an agent is given; an empty list of countries, billers or teams means all of them.

    Attributes:
        languages: in which the agent writes.
        billers: ids of billers.
        capacity: open conversations at a time.
    """

    model_config = ConfigDict(extra="forbid")

    languages: Annotated[list[Language], Field(min_length=1)]
    countries: list[Country] = []
    billers: list[UUID] = []
    team_ids: list[Annotated[str, AfterValidator(storable_text)]] = []
    capacity: Annotated[int, Field(ge=0, le=MOST_AT_A_TIME)]


class AgentView(BaseModel):
    """Somebody of customer service."""

    model_config = ConfigDict(from_attributes=True)

    id: str
    name: str
    role: str
    languages: list[str]
    countries: list[str]
    billers: list[str]
    team_ids: list[str]
    capacity: int
    presence: Presence


class BillerName(BaseModel):
    """A biller to choose."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    name: str
    country: Country


class Staff(BaseModel):
    """Everybody of customer service, and the billers that they can be told to know."""

    agents: list[AgentView]
    billers: list[BillerName]


class Teams:
    """Reads and changes how customer service is set up. Every public method is one transaction.

    Args:
        sessions: database sessions.
        clock: the time.
    """

    def __init__(self, sessions: SessionFactory, clock: Clock) -> None:
        self._sessions = sessions
        self._clock = clock

    async def teams(self) -> list[TeamView]:
        """All teams, by name."""
        async with self._sessions() as session:
            teams = await session.scalars(select(Team).order_by(col(Team.name)))
            return [TeamView.model_validate(team) for team in teams]

    async def staff(self) -> Staff:
        """All agents by name, and all billers."""
        async with self._sessions() as session:
            agents = [_view(one.agent, one.presence) for one in await colleagues(session)]
            billers = await session.scalars(select(Biller).order_by(col(Biller.country), col(Biller.name)))
            return Staff(agents=agents, billers=[BillerName.model_validate(biller) for biller in billers])

    async def change_team(self, supervisor: str, team_id: str, change: TeamChange) -> TeamView:
        """Let a team share its queue in another way; what waits is given out at once where it now is to be.

        Raises:
            EntryNotFound: there is no such team.
        """
        now = self._clock.now()
        async with self._sessions.begin() as session:
            team = await session.get(Team, storable_text(team_id), with_for_update=True)
            if team is None:
                raise EntryNotFound(team_id)
            note_action(session, supervisor, "changed_team", now, team=team_id, old=team.mode, new=change.mode)
            team.mode = change.mode
            await session.flush()
            await assign_waiting(session, now)
            return TeamView.model_validate(team)

    async def change_agent(self, supervisor: str, agent_id: str, skills: Skills) -> AgentView:
        """Change what an agent is given; what the agent holds already stays there.

        Raises:
            EntryNotFound: there is no such agent.
            BadInput: there is no such team or biller.
        """
        now, wanted = self._clock.now(), skills.model_dump(mode="json")
        async with self._sessions.begin() as session:
            agent = await session.get(Agent, storable_text(agent_id), with_for_update={"key_share": True})
            if agent is None:
                raise EntryNotFound(agent_id)
            await _refuse_unknown(session, skills)
            old = {name: getattr(agent, name) for name in wanted}
            changed = {name: {"old": old[name], "new": new} for name, new in wanted.items() if new != old[name]}
            note_action(session, supervisor, "changed_agent", now, agent=agent_id, changed=changed)
            agent.sqlmodel_update(wanted)
            await session.flush()
            await assign_waiting(session, now)
            present = {one.agent.id: one.presence for one in await colleagues(session)}
            return _view(agent, present[agent.id])


def _view(agent: Agent, presence: Presence) -> AgentView:
    shown: Any = set(AgentView.model_fields) - {"presence"}
    return AgentView(**agent.model_dump(include=shown), presence=presence)


async def _refuse_unknown(session: AsyncSession, skills: Skills) -> None:
    for wanted, known in ((skills.team_ids, col(Team.id)), (skills.billers, col(Biller.id))):
        found = set(await session.scalars(select(known).where(known.in_(wanted))))
        if missing := [str(each) for each in wanted if each not in found]:
            raise BadInput("invalid_field", f"there is no {', '.join(missing)}")
