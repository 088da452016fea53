"""What time alone brings about in threads; run by the jobs' sweep. Every public method is one transaction."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

from sqlalchemy import select
from sqlmodel import col

from channels.message_center.models import ASSISTANT, Thread, ThreadEvent
from channels.message_center.promises import watch_promises
from channels.message_center.ratings import ask_how_it_was
from channels.message_center.repository import ThreadRepository
from tools.context import Clock
from tools.database import SessionFactory

# A customer who has not written for so long after the assistant's answer has got what there was to get.
_SILENCE = timedelta(minutes=10)
_TOO_OLD_TO_ASK = timedelta(days=1)


class Sweeps:
    """Promises that come due, threads that were put aside, and conversations that have ended by themselves.

    Args:
        sessions: database sessions.
        clock: the time.
    """

    def __init__(self, sessions: SessionFactory, clock: Clock) -> None:
        self._sessions = sessions
        self._clock = clock

    @property
    def all(self) -> tuple[Callable[[], Awaitable[None]], ...]:
        """Everything that there is to look at."""
        return self.watch_promises, self.wake_snoozed, self.ask_the_silent

    async def run(self) -> None:
        """Look at everything once."""
        for look in self.all:
            await look()

    async def watch_promises(self) -> None:
        """Warn of promises, and note the broken ones."""
        async with self._sessions.begin() as session:
            await watch_promises(session, self._clock.now())

    async def wake_snoozed(self) -> None:
        """Take up again what was put aside until now."""
        now = self._clock.now()
        async with self._sessions.begin() as session:
            due = select(Thread).where(col(Thread.snoozed_until) <= now).order_by(col(Thread.id))
            for thread in (await session.scalars(due.with_for_update(skip_locked=True))).all():
                thread.snoozed_until = None
                payload = {"status": "woken", "text": "The time to come back to this is now"}
                event = ThreadEvent.new("status", "system", payload, now, audience="internal")
                await ThreadRepository(session).append(thread, event)

    async def ask_the_silent(self) -> None:
        """Ask customers how it was who have had the assistant's answer and say nothing more."""
        now = self._clock.now()
        silent = (
            select(Thread)
            .where(col(Thread.last_at).between(now - _TOO_OLD_TO_ASK, now - _SILENCE))
            .where(col(Thread.handler) == ASSISTANT, col(Thread.status) == "open", col(Thread.rating_seq) == 0)
            .where(col(Thread.customer_seq) > 0, col(Thread.customer_seq) == col(Thread.answered_seq))
            .order_by(col(Thread.id))
        )
        async with self._sessions.begin() as session:
            for thread in (await session.scalars(silent.with_for_update(skip_locked=True))).all():
                await ask_how_it_was(session, thread, now)
