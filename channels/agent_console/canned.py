"""Canned answers: texts that agents use again and again, per team and language, filled from the ledger."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Body, Query, Response
from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from channels.agent_console import examples
from channels.agent_console.access import CurrentShift, SupervisorsShift
from channels.agent_console.placeholders import fill, refuse_unknown, values_for
from channels.agent_console.posting import SUPERVISED
from channels.documentation import answers
from channels.errors import AnswerNotFound, BadInput, ShortcutTaken, SignInNeeded, SupervisorOnly, ThreadNotFound
from channels.idempotency import AgentsRoute, IdempotencyKey
from channels.message_center.audit import note_action
from channels.message_center.models import Thread
from channels.message_center.repository import ThreadRepository
from channels.message_center.staff import Agent, CannedAnswer, Team
from channels.message_center.texts import clean_text
from channels.portal.bodies import Words
from tools.context import Language, Principal, local_date
from tools.database import storable_text

router = APIRouter(route_class=AgentsRoute)

_LARGEST_ID = 2**63 - 1
Shortcut = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")]
_EXAMPLE = {"thanks": {"value": {name: value for name, value in examples.CANNED.items() if name != "id"}}}


class AnswerRequest(BaseModel):
    """A canned answer as a supervisor writes it."""

    model_config = ConfigDict(extra="forbid")

    team_id: str | None = Field(None, max_length=100, description="Whose it is; null for everybody's.")
    language: Language
    shortcut: Shortcut = Field(description="What an agent types to find it; unique within team and language.")
    title: Words
    text: str = Field(max_length=4000, description="With placeholders such as {first_name} and {due_date}.")


class Answer(AnswerRequest):
    """A stored one."""

    model_config = ConfigDict(extra="ignore")

    id: int
    title: str
    shortcut: str


class Answers(BaseModel):
    """By language, then by shortcut."""

    answers: list[Answer]


class FilledAnswer(BaseModel):
    """One that is ready for a conversation."""

    id: int
    shortcut: str
    title: str
    text: str = Field(description="Filled; what is missing stands in it as it was.")
    missing: list[str] = Field(description="Placeholders that nobody could fill here.")


@router.get("/canned", summary="List canned answers", responses=answers(200, examples.ALL_CANNED, SignInNeeded))
async def listed(
    shift: CurrentShift,
    language: Language | None = None,
    team: Annotated[str | None, Query(max_length=100, description="Those of a team, and everybody's.")] = None,
) -> Answers:
    """All of them, or those of a language or a team, unfilled."""
    conditions: list[ColumnElement[bool]] = [] if language is None else [col(CannedAnswer.language) == language]
    if team is not None:
        conditions.append(_for_teams([storable_text(team)]))
    async with shift.runtime.sessions() as session:
        return Answers(answers=[_shown(answer) for answer in await _stored(session, *conditions)])


@router.get(
    "/threads/{thread_id}/canned",
    summary="List canned answers for a conversation",
    responses=answers(200, [examples.FILLED], SignInNeeded, ThreadNotFound),
)
async def for_thread(shift: CurrentShift, thread_id: str) -> list[FilledAnswer]:
    """Those in the conversation's language that its team or yours has, filled from the ledger and the service hours."""
    runtime, now = shift.runtime, shift.runtime.clock.now()
    async with runtime.sessions() as session:
        thread = await ThreadRepository(session).get(thread_id)
        found = await _stored(session, col(CannedAnswer.language) == thread.language, *_teams_of(thread, shift.agent))
    invoices = await runtime.ledger.list_invoices(Principal.parse(thread.principal), local_date(now))
    values = values_for(thread, shift.agent, invoices, now)
    # A team's own answer stands before everybody's of the same shortcut.
    kept = {answer.shortcut: answer for answer in sorted(found, key=lambda answer: answer.team_id is not None)}
    return [
        FilledAnswer(id=answer.id or 0, shortcut=answer.shortcut, title=answer.title, **vars(fill(answer.text, values)))
        for _, answer in sorted(kept.items())
    ]


@router.post(
    "/canned",
    summary="Add a canned answer",
    status_code=201,
    responses=answers(201, examples.CANNED, *SUPERVISED, BadInput, ShortcutTaken),
)
async def add(
    shift: SupervisorsShift, key: IdempotencyKey, body: Annotated[AnswerRequest, Body(openapi_examples=_EXAMPLE)]
) -> Answer:
    """A new text for a team or for everybody; unknown placeholders are refused."""
    return await _save(shift, CannedAnswer(**_checked(body)), "canned_added")


@router.put(
    "/canned/{answer_id}",
    summary="Change a canned answer",
    responses=answers(200, examples.CANNED, SignInNeeded, SupervisorOnly, BadInput, AnswerNotFound, ShortcutTaken),
)
async def change(
    shift: SupervisorsShift, answer_id: int, body: Annotated[AnswerRequest, Body(openapi_examples=_EXAMPLE)]
) -> Answer:
    """Another text, title, shortcut, language or team in place of the old one."""
    await _known(shift, answer_id)
    return await _save(shift, CannedAnswer(id=answer_id, **_checked(body)), "canned_changed")


@router.delete(
    "/canned/{answer_id}",
    summary="Remove a canned answer",
    status_code=204,
    responses=answers(204, None, SignInNeeded, SupervisorOnly, AnswerNotFound),
)
async def remove(shift: SupervisorsShift, answer_id: int) -> Response:
    """For good; what was sent with it stays sent."""
    answer = await _known(shift, answer_id)
    async with shift.runtime.sessions.begin() as session:
        await session.delete(await session.merge(answer))
        _note(session, shift, "canned_removed", answer)
    return Response(status_code=204)


def _checked(body: AnswerRequest) -> dict[str, Any]:
    text = clean_text(body.text)
    refuse_unknown(text)
    return {**body.model_dump(), "text": text}


async def _known(shift: SupervisorsShift, answer_id: int) -> CannedAnswer:
    async with shift.runtime.sessions() as session:
        answer = await session.get(CannedAnswer, answer_id) if 0 < answer_id <= _LARGEST_ID else None
    if answer is None:
        raise AnswerNotFound(str(answer_id))
    return answer


async def _save(shift: SupervisorsShift, answer: CannedAnswer, action: str) -> Answer:
    try:
        async with shift.runtime.sessions.begin() as session:
            if answer.team_id is not None and await session.get(Team, storable_text(answer.team_id)) is None:
                raise BadInput("invalid_field", f"no team {answer.team_id!r}")
            stored = await session.merge(answer)
            await session.flush()
            _note(session, shift, action, stored)
    except IntegrityError as error:
        raise ShortcutTaken(answer.shortcut) from error
    return _shown(stored)


def _note(session: AsyncSession, shift: SupervisorsShift, action: str, answer: CannedAnswer) -> None:
    about = {"language": answer.language, "shortcut": answer.shortcut, "team": answer.team_id}
    note_action(session, shift.agent.id, action, shift.runtime.clock.now(), **about)


async def _stored(session: AsyncSession, *conditions: ColumnElement[bool]) -> list[CannedAnswer]:
    order = (col(CannedAnswer.language), col(CannedAnswer.shortcut), col(CannedAnswer.team_id).nulls_first())
    return list(await session.scalars(select(CannedAnswer).where(*conditions).order_by(*order)))


def _teams_of(thread: Thread, agent: Agent) -> list[ColumnElement[bool]]:
    """Of the thread's team and the agent's; an agent without teams belongs to all."""
    if not agent.team_ids:
        return []
    return [_for_teams([*agent.team_ids, *([thread.team_id] if thread.team_id else [])])]


def _for_teams(teams: list[str]) -> ColumnElement[bool]:
    return or_(col(CannedAnswer.team_id).is_(None), col(CannedAnswer.team_id).in_(teams))


def _shown(answer: CannedAnswer) -> Answer:
    return Answer.model_validate(answer, from_attributes=True)
