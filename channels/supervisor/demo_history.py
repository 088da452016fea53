"""Demo data: a past fortnight of conversations that never happened, so that the supervisors' pages show something.

Written by ``assistant demo`` alone, once, into an empty message center. All of them are closed, so that nothing that
goes on touches them. The same day gives the same fortnight.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel, col

from channels.message_center.models import Thread, ThreadEvent
from channels.message_center.records import Rating, Review, TurnRecord
from channels.message_center.staff import AgentAction
from channels.supervisor.demo_talk import Talk, Who, talks
from channels.supervisor.period import midnight
from tools.context import Clock, local_date
from tools.database import make_engine, make_session_factory
from tools.ledger.demo_data import PEOPLE
from tools.ledger.models import SPOKEN, Country, Customer

_SEED, _DAYS = 20, 14
_ON_WEEKDAYS, _ON_WEEKENDS = (11, 15), (4, 7)
# How many of those who write do so in each hour of the day, from midnight on.
_HOURS = (1, 0, 0, 0, 0, 1, 2, 5, 10, 16, 15, 11, 9, 9, 8, 7, 6, 6, 7, 9, 8, 5, 3, 2)
_WITH_PEOPLE, _IN_ENGLISH, _NAMED, _COMES_BACK = 0.32, 0.15, ("anna", "erik", "ingrid"), 0.12
_LOOKED_AT = 5
# Referenced tables first.
_ORDER = (Customer, Thread, ThreadEvent, TurnRecord, Rating, Review, AgentAction)


async def fill_demo_history(url: str, clock: Clock) -> bool:
    """Invent the past fortnight where nobody has written yet.

    Args:
        url: PostgreSQL URL of a database with the demo's customers and agents.
        clock: the time that it is past of.

    Returns:
        Whether anything was added.
    """
    engine = make_engine(url, pool_size=1)
    try:
        async with make_session_factory(engine).begin() as session:
            if await session.scalar(select(col(Thread.id)).limit(1)):
                return False
            await _write(session, invented(clock.now()))
        return True
    finally:
        await engine.dispose()


async def _write(session: AsyncSession, rows: Sequence[SQLModel]) -> None:
    for table in _ORDER:
        values = [row.model_dump() for row in rows if type(row) is table]
        # Numbers that the database gives are left to it.
        await session.execute(
            insert(table), [{k: v for k, v in row.items() if (k, v) != ("id", None)} for row in values]
        )


def invented(now: datetime) -> list[SQLModel]:
    """All rows of the fortnight before a day.

    Args:
        now: a moment of that day.
    """
    chance = random.Random(_SEED)
    visitors = _visitors()
    rows: list[SQLModel] = [customer for customer, _ in visitors]
    told = talks()
    queue = [who for _, who in visitors]
    chance.shuffle(queue)
    named = {day: who for day, who in zip((2, 5, 6, 9, 10, 12), _named() * 2, strict=True)}
    before: list[Who] = []
    for day in range(_DAYS):
        starts = midnight(local_date(now) - timedelta(days=_DAYS - day))
        weekend = starts.weekday() >= 5
        for number in range(chance.randint(*(_ON_WEEKENDS if weekend else _ON_WEEKDAYS))):
            who = named[day] if number == 0 and day in named else _next(chance, queue, before)
            began = starts + timedelta(seconds=_second(chance))
            talk = told.conversation(chance, who, began, with_people=chance.random() < _WITH_PEOPLE)
            # Who wrote when nobody answered any more would still wait.
            rows += talk if all(row.at < now for row in talk if isinstance(row, ThreadEvent)) else []
    _look_at_the_oldest(rows, now - timedelta(days=_LOOKED_AT))
    return rows


def _look_at_the_oldest(rows: Sequence[SQLModel], before: datetime) -> None:
    """The supervisor of the demo is a few days behind."""
    for row in rows:
        if isinstance(row, Review) and row.at < before:
            row.done_at, row.agent_id = row.at + timedelta(days=1), "maria"
            row.comment = "Nothing that the assistant could have done better."


def _second(chance: random.Random) -> int:
    [hour] = chance.choices(range(24), _HOURS)
    return int(timedelta(hours=hour).total_seconds()) + chance.randrange(3600)


def _next(chance: random.Random, queue: list[Who], before: list[Who]) -> Who:
    """Whoever has been silent longest, or now and then somebody who has written lately."""
    who = queue.pop(0)
    queue.append(who)
    if len(before) > 5 and chance.random() < _COMES_BACK:
        return chance.choice(before[-5:])
    before.append(who)
    return who


def _named() -> list[Who]:
    """Three of those whom one can be in the demo: each has written twice."""
    people = [person for person in PEOPLE if person.handle in _NAMED]
    return [Who(person.handle, person.name, person.country, person.language) for person in people]


def _visitors() -> list[tuple[Customer, Who]]:
    """Customers of their own, who have no invoices."""
    chance, found = random.Random(_SEED), []
    names: dict[Country, list[str]] = Talk.names()
    for country, people in names.items():
        for number, name in enumerate(people, start=1):
            language = "en" if chance.random() < _IN_ENGLISH else SPOKEN[country]
            handle = f"demo-{country.lower()}-{number}"
            email = f"{handle}@customer.example"
            customer = Customer(id=handle, kind="person", name=name, country=country, language=language, email=email)
            found.append((customer, Who(handle, name, country, language)))
    return found
