"""The conversations behind a figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import BaseModel
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from channels.errors import BadInput
from channels.message_center.models import Thread
from channels.supervisor.facts import DAY, HOUR, parameters, query
from channels.supervisor.period import Period
from channels.supervisor.statistics import Handed, handed_over
from tools.context import Clock
from tools.database import storable_text

MOST = 200
"""Conversations in one list; what is more is counted, not listed."""


class Behind(BaseModel):
    """A conversation behind a figure.

    Attributes:
        at: when what was counted happened.
        seconds: how long it took, where a time was measured.
    """

    id: str
    customer: str
    country: str
    language: str
    status: str
    handler: str
    outcome: str | None
    title: str
    last_text: str
    at: datetime
    seconds: int | None = None


class BehindList(BaseModel):
    """The conversations behind a figure, and how many there are: ``total`` may be more than are listed."""

    total: int
    threads: list[Behind]


@dataclass(frozen=True)
class _Counted:
    """Which facts a measure counts; ``condition`` may use ``:key``, and does where the measure ``wants_key``."""

    kind: str
    condition: str = "true"
    wants_key: bool = False
    seconds: str = "NULL"


_MEASURES = {
    "begun": _Counted("begun"),
    "begun_hour": _Counted("begun", f"CAST({HOUR} AS text) = :key", wants_key=True),
    "begun_day": _Counted("begun", f"CAST({DAY} AS text) = :key", wants_key=True),
    "begun_alone": _Counted("begun", "NOT person"),
    "begun_person": _Counted("begun", "person"),
    "ended": _Counted("ended"),
    "ended_alone": _Counted("ended", "NOT person"),
    "recontacts": _Counted("ended", "again"),
    "resolution": _Counted("ended", "seconds IS NOT NULL", seconds="seconds"),
    "handoffs": _Counted("handed", "reason = :key", wants_key=True),
    "handoffs_day": _Counted("handed", f"CAST({DAY} AS text) = :key", wants_key=True),
    "promises": _Counted("handed", "promise = :key", wants_key=True),
    "promises_broken_day": _Counted("handed", f"promise = 'broken' AND CAST({DAY} AS text) = :key", wants_key=True),
    "satisfaction": _Counted("rated", "part || ':' || score = :key", wants_key=True),
    "replaced": _Counted("turned", "replaced = :key", wants_key=True),
    "replaced_day": _Counted("turned", f"replaced IS NOT NULL AND CAST({DAY} AS text) = :key", wants_key=True),
    "failed": _Counted("turned", "failed"),
    "failed_day": _Counted("turned", f"failed AND CAST({DAY} AS text) = :key", wants_key=True),
}
_ANSWERS = ("answer_wall", "answer_served")
MEASURES = (*_MEASURES, *_ANSWERS)
"""What can be asked for."""


async def behind(session: AsyncSession, period: Period, clock: Clock, measure: str, key: str | None) -> BehindList:
    """The conversations behind a figure: the slowest first where a time was measured, else the newest.

    Args:
        session: to read with.
        period: which days, and of which conversations.
        clock: the time.
        measure: one of ``MEASURES``.
        key: which part of it: an hour, a day, a reason, ``kept`` or ``broken``, ``assistant:2``.

    Raises:
        BadInput: there is no such measure, or its key is missing.
    """
    if measure in _ANSWERS:
        rows = _slowest(await handed_over(session, period, clock), measure)
        return await _listed(session, len(rows), rows[:MOST])
    counted = _MEASURES.get(measure)
    if counted is None:
        raise BadInput("invalid_field", f"measure must be one of {', '.join(MEASURES)}")
    if counted.wants_key and key is None:
        raise BadInput("invalid_field", f"{measure} needs a key")
    found = query(
        counted.kind,
        f"""SELECT thread_id, max(at) AS at, max({counted.seconds}) AS seconds, count(*) OVER () AS total
        FROM {counted.kind} WHERE {counted.condition} GROUP BY thread_id
        ORDER BY seconds DESC NULLS LAST, at DESC, thread_id LIMIT {MOST}""",
    )
    named = {"key": storable_text(key or "")} if counted.wants_key else {}
    result = (await session.execute(found, {**parameters(period, clock), **named})).all()
    rows = [(row.thread_id, row.at, row.seconds) for row in result]
    return await _listed(session, result[0].total if result else 0, rows)


def _slowest(handed: list[Handed], measure: str) -> list[tuple[str, datetime, float | None]]:
    taken = [(h.thread_id, h.at, h.wall if measure == "answer_wall" else h.served) for h in handed]
    return sorted((row for row in taken if row[2] is not None), key=lambda row: row[2] or 0, reverse=True)


async def _listed(session: AsyncSession, total: int, rows: Sequence[tuple[str, datetime, Any]]) -> BehindList:
    wanted = select(Thread).where(col(Thread.id).in_([thread_id for thread_id, _, _ in rows]))
    threads = {thread.id: thread for thread in await session.scalars(wanted)}
    return BehindList(total=total, threads=[_line(threads[id_], at, seconds) for id_, at, seconds in rows])


def _line(thread: Thread, at: datetime, seconds: float | None) -> Behind:
    shown = ("id", "country", "language", "status", "handler", "outcome", "title", "last_text")
    told = None if seconds is None else round(seconds)
    return Behind(**thread.model_dump(include=set(shown)), customer=thread.customer_name, at=at, seconds=told)
