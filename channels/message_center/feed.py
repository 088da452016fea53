"""Queue, held threads and staff as every console of this process shows them: read once, shown to all.

Fifty agents who look at the same queue would otherwise ask the database the same thing fifty times at every change.
"""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property

import structlog
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from channels.message_center.fanout import Fanout
from channels.message_center.models import Thread, agent_handler
from channels.message_center.presence import Colleague, colleagues
from channels.message_center.queue import WITHOUT_BRIEF, waiting, waiting_order
from channels.message_center.summaries import line
from tools.database import SessionFactory

# What every console lists; all that wait are found by the search. Longer lists cost every console time at every change.
_SHOWN = 40
# Between two looks, in seconds: many changes in a moment are shown at once.
_PAUSE = 0.05

log = structlog.get_logger()


@dataclass
class Floor:
    """Customer service at one moment.

    Attributes:
        queue: the first threads that wait, in the order in which they are served.
        places: of all that wait, the place in their team's queue, from 1.
        held: open threads by the agent who holds them, oldest claim first.
        staff: everybody, and who is there.
    """

    queue: Sequence[Thread] = ()
    places: dict[str, int] = field(default_factory=dict)
    held: dict[str, list[Thread]] = field(default_factory=dict)
    staff: Sequence[Colleague] = ()
    _lines: dict[tuple[str, bool], str] = field(default_factory=dict, repr=False)

    @cached_property
    def names(self) -> dict[str, str]:
        """Names of agents, by id."""
        return {colleague.agent.id: colleague.agent.name for colleague in self.staff}

    def waiting_line(self, thread: Thread, *, suitable: bool) -> str:
        """A waiting thread as JSON, written once for all agents whom it suits and once for all others."""
        if (known := self._lines.get((thread.id, suitable))) is None:
            shown = line(thread, self.names, suitable=suitable, unread=False)
            known = self._lines[thread.id, suitable] = json.dumps(shown, ensure_ascii=False)
        return known


class Feed:
    """Follows the queue for all who look at it.

    Args:
        sessions: database sessions.
        fanout: wakes it.
    """

    def __init__(self, sessions: SessionFactory, fanout: Fanout) -> None:
        self._sessions = sessions
        self._fanout = fanout
        self._lookers: set[asyncio.Event] = set()
        self._stale = asyncio.Event()
        self.floor = Floor()

    @contextmanager
    def looker(self) -> Iterator[asyncio.Event]:
        """An event that is set whenever ``floor`` has changed; the looker clears it. It is set once soon after."""
        news = asyncio.Event()
        self._lookers.add(news)
        # What was read while nobody looked may be old.
        self._stale.set()
        try:
            yield news
        finally:
            self._lookers.discard(news)

    def refresh(self) -> None:
        """Look again soon: something has changed that is no event."""
        self._stale.set()

    async def run(self) -> None:
        """Look whenever something has happened and somebody wants to know, until cancelled."""
        async with self._fanout.reader() as wake:
            following = asyncio.create_task(self._pass_on(wake))
            try:
                while True:
                    await self._stale.wait()
                    self._stale.clear()
                    if self._lookers:
                        await self._look()
                    await asyncio.sleep(_PAUSE)
            finally:
                following.cancel()

    async def _pass_on(self, wake: asyncio.Event) -> None:
        while True:
            await wake.wait()
            wake.clear()
            self._stale.set()

    async def _look(self) -> None:
        try:
            async with self._sessions() as session:
                self.floor = await read_floor(session)
        except SQLAlchemyError as error:  # the database is away for a moment: the next change is looked at again
            log.warning("the queue could not be read", error=str(error))
            self._stale.set()
            return
        for news in self._lookers:
            news.set()


async def read_floor(session: AsyncSession) -> Floor:
    """Customer service as it is now."""
    places: dict[str, int] = {}
    counted: dict[str | None, int] = defaultdict(int)
    for thread_id, team_id in await waiting_order(session):
        counted[team_id] += 1
        places[thread_id] = counted[team_id]
    held: dict[str, list[Thread]] = defaultdict(list)
    query = (
        select(Thread)
        .options(WITHOUT_BRIEF)
        .where(col(Thread.handler).startswith(agent_handler("")), col(Thread.status) == "open")
    )
    for thread in await session.scalars(query.order_by(col(Thread.claimed_at), col(Thread.id))):
        held[thread.agent_id or ""].append(thread)
    return Floor(await waiting(session, _SHOWN), places, dict(held), await colleagues(session))
