"""The supervisors' HTTP API: the board, statistics, reviews, and how customer service is set up."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, get_args

from fastapi import APIRouter, Body, Depends, Query, Response
from pydantic import BaseModel

from assistant.replies.catalogue import say
from channels.agent_console.access import SupervisorsShift
from channels.documentation import Responses, answers, refusals
from channels.errors import BadInput, EntryNotFound, SignInNeeded, SupervisorOnly
from channels.message_center.audit import note_action
from channels.supervisor import examples
from channels.supervisor.board import Board, board
from channels.supervisor.drill_down import MEASURES, BehindList, behind
from channels.supervisor.export import csv_of
from channels.supervisor.figures import Statistics
from channels.supervisor.period import LONGEST, Period
from channels.supervisor.reviews import Judgement, ReviewList, Reviews, ReviewView
from channels.supervisor.scenarios import scenarios_of_reviews
from channels.supervisor.statistics import statistics
from channels.supervisor.teams import AgentView, Skills, Staff, TeamChange, Teams, TeamView
from tools.catalogue import EFFECTS
from tools.context import Language
from tools.ledger.models import Country
from tools.results import GivenReason

router = APIRouter(prefix="/api/v1/console", tags=["supervisors"])
_MOST_KEY = 100


class Reason(BaseModel):
    """Why a person may have to take over."""

    key: str
    text: str


class Choices(BaseModel):
    """What may be marked as the right thing to do."""

    tools: list[str]
    reasons: list[Reason]


def _told(example: Any, *errors: Any) -> Responses:
    return answers(200, example, SignInNeeded, SupervisorOnly, *errors)


def _text(media_type: str, example: str) -> Responses:
    content = {media_type: {"schema": {"type": "string"}, "example": example}}
    return {200: {"content": content}, **refusals(SignInNeeded, SupervisorOnly, BadInput)}


@router.get("/board", summary="What is going on now", responses=_told(examples.BOARD))
async def now(shift: SupervisorsShift) -> Board:
    """Who waits, who is there, and what happened today; cheap enough to be asked every few seconds."""
    async with shift.runtime.sessions() as session:
        return await board(session, shift.runtime.clock)


def asked_period(
    first: Annotated[date, Query(alias="from", description="The first day, in Stockholm.")],
    last: Annotated[date, Query(alias="to", description=f"The last day; at most {LONGEST} days.")],
    country: Country | None = None,
    language: Language | None = None,
) -> Period:
    """The days that a request asks about.

    Raises:
        BadInput: the first comes after the last, or they are too many.
    """
    return Period(first, last, country, language)


AskedPeriod = Annotated[Period, Depends(asked_period)]


@router.get("/statistics", summary="The figures of a period", responses=_told(examples.STATISTICS, BadInput))
async def figures(shift: SupervisorsShift, period: AskedPeriod) -> Statistics:
    """Every figure of some days; docs/measures.md says what each counts."""
    async with shift.runtime.sessions.begin() as session:
        return await statistics(session, period, shift.runtime.clock)


@router.get(
    "/statistics.csv",
    summary="The days of a period as a table",
    response_class=Response,
    responses=_text("text/csv", examples.CSV),
)
async def table(shift: SupervisorsShift, period: AskedPeriod) -> Response:
    """One row per day and measure, for spreadsheets."""
    async with shift.runtime.sessions.begin() as session:
        found = await statistics(session, period, shift.runtime.clock)
        note_action(session, shift.agent.id, "exported_statistics", shift.runtime.clock.now(), days=len(period.days))
    return _file(csv_of(found), "text/csv", f"statistics-{period.first}-{period.last}.csv")


@router.get(
    "/statistics/threads",
    summary="The conversations behind a figure",
    responses=_told(examples.BEHIND, BadInput),
)
async def threads(
    shift: SupervisorsShift,
    period: AskedPeriod,
    measure: Annotated[str, Query(max_length=_MOST_KEY, description=", ".join(MEASURES))],
    key: Annotated[
        str | None, Query(max_length=_MOST_KEY, description="An hour, a day, a reason, kept, broken.")
    ] = None,
    country: Country | None = None,
    language: Language | None = None,
) -> BehindList:
    """At most 200, the slowest first where a time was measured, else the newest."""
    async with shift.runtime.sessions() as session:
        return await behind(session, period, shift.runtime.clock, measure, key)


@router.get("/reviews", summary="List the reviews", responses=_told(examples.REVIEWS))
async def reviews(shift: SupervisorsShift, done: bool = False) -> ReviewList:
    """Those that wait for somebody to look, or those that are done."""
    return await _reviews(shift).list(done=done)


# Before the reviews by number: a path is matched in the order of these.
@router.get(
    "/reviews/scenarios.yaml",
    summary="What should have happened, as scenarios",
    response_class=Response,
    responses=_text("application/yaml", examples.SCENARIOS),
)
async def scenarios(shift: SupervisorsShift) -> Response:
    """The reviews that are done, for ``evals/scenarios``, with personal data masked."""
    async with shift.runtime.sessions.begin() as session:
        written = await scenarios_of_reviews(session, shift.runtime.clock)
        note_action(session, shift.agent.id, "exported_scenarios", shift.runtime.clock.now())
    return _file(written, "application/yaml", "reviews.yaml")


@router.get("/reviews/choices", summary="What can be marked", responses=_told(examples.CHOICES))
async def choices(shift: SupervisorsShift) -> Choices:
    """Tools, and reasons for a person."""
    reasons = [Reason(key=reason, text=say("reason", "en", reason=reason)) for reason in get_args(GivenReason)]
    return Choices(tools=list(EFFECTS), reasons=reasons)


@router.get("/reviews/{review_id}", summary="Open a review", responses=_told(examples.REVIEW, EntryNotFound))
async def review(shift: SupervisorsShift, review_id: int) -> ReviewView:
    """With its conversation."""
    return await _reviews(shift).read(shift.agent.id, review_id)


@router.put("/reviews/{review_id}", summary="Judge a conversation", responses=_told(examples.REVIEW, EntryNotFound))
async def judge(
    shift: SupervisorsShift,
    review_id: int,
    judgement: Annotated[Judgement, Body(openapi_examples={"judged": {"value": examples.JUDGEMENT}})],
) -> ReviewView:
    """Say what should have followed which message; the same twice changes nothing more."""
    return await _reviews(shift).judge(shift.agent.id, review_id, judgement)


@router.get("/teams", summary="List the teams", responses=_told([examples.TEAM]))
async def teams(shift: SupervisorsShift) -> list[TeamView]:
    """And how each shares its queue."""
    return await _teams(shift).teams()


@router.put("/teams/{team_id}", summary="Change a team", responses=_told(examples.TEAM, EntryNotFound))
async def change_team(
    shift: SupervisorsShift,
    team_id: str,
    change: Annotated[TeamChange, Body(openapi_examples={"push": {"value": {"mode": "push"}}})],
) -> TeamView:
    """Let people claim conversations (pull), or give them out (push)."""
    return await _teams(shift).change_team(shift.agent.id, team_id, change)


@router.get("/agents", summary="List the agents", responses=_told(examples.STAFF))
async def agents(shift: SupervisorsShift) -> Staff:
    """What each is given, and the billers that there are."""
    return await _teams(shift).staff()


@router.put("/agents/{agent_id}", summary="Change an agent", responses=_told(examples.AGENT, EntryNotFound))
async def change_agent(
    shift: SupervisorsShift,
    agent_id: str,
    skills: Annotated[Skills, Body(openapi_examples={"skills": {"value": examples.SKILLS}})],
) -> AgentView:
    """Which conversations an agent is given, and how many at a time."""
    return await _teams(shift).change_agent(shift.agent.id, agent_id, skills)


def _reviews(shift: SupervisorsShift) -> Reviews:
    return Reviews(shift.runtime.sessions, shift.runtime.clock)


def _teams(shift: SupervisorsShift) -> Teams:
    return Teams(shift.runtime.sessions, shift.runtime.clock)


def _file(written: str, media_type: str, name: str) -> Response:
    return Response(written, media_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'})
