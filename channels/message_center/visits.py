"""How customers see their threads. Every public method is one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from channels.errors import BadInput
from channels.message_center.customer_side import CustomerSide
from channels.message_center.models import Thread, ThreadEvent
from channels.message_center.repository import ThreadRepository
from channels.message_center.starting import start_thread
from tools.context import LANGUAGES, Language, Principal, Strength

_VISITS_APART = timedelta(minutes=1)


@dataclass(frozen=True)
class ThreadLogPart:
    """A thread and a stretch of its log.

    Attributes:
        thread: the thread.
        events: in order, those that the customer may see.
        has_more: whether there are earlier ones.
    """

    thread: Thread
    events: Sequence[ThreadEvent]
    has_more: bool = False


class Visits(CustomerSide):
    """Opening and reading threads; a part of ``MessageCenter``."""

    async def open_thread(
        self,
        principal: Principal,
        thread_id: str | None,
        language: Language | None = None,
        strength: Strength | None = None,
    ) -> Thread:
        """The thread asked for, or the customer's latest open one, or a new one.

        Args:
            principal: who asks.
            thread_id: the thread asked for.
            language: of a new one.
            strength: how surely the customer is known; None to leave no trace of a visit.

        Raises:
            ThreadNotFound: ``thread_id`` is not one of this customer's.
        """
        async with self._sessions.begin() as session:
            thread = await self._opened(session, principal, thread_id, language)
            if strength is not None:
                self._note_visit(thread, strength)
            return thread

    async def _opened(
        self, session: AsyncSession, principal: Principal, thread_id: str | None, language: Language | None
    ) -> Thread:
        threads = ThreadRepository(session)
        if thread_id is not None:
            return await threads.of_customer(thread_id, principal)
        if latest := await threads.latest_open(principal):
            return latest
        # Two windows that open at once shall share one conversation.
        await threads.lock_customer(principal)
        latest = await threads.latest_open(principal)
        return latest or await start_thread(session, self._ledger, self._clock, principal, language)

    def _note_visit(self, thread: Thread, strength: Strength) -> None:
        """Agents see how surely they know whom they write with; a reconnecting page is no new visit."""
        now = self._clock.now()
        if thread.strength != strength or thread.seen_at is None or now - thread.seen_at > _VISITS_APART:
            thread.strength, thread.seen_at = strength, now

    async def new_thread(
        self, principal: Principal, language: Language | None = None, strength: Strength | None = None
    ) -> Thread:
        """Begin a new conversation, or go on in the latest one where nothing was said yet; see ``open_thread``."""
        async with self._sessions.begin() as session:
            threads = ThreadRepository(session)
            await threads.lock_customer(principal)
            thread = await threads.latest_open(principal, lock=True)
            if thread is None or thread.last_seq > 0:
                thread = await start_thread(session, self._ledger, self._clock, principal, language)
            thread.language = language or thread.language
            if strength is not None:
                self._note_visit(thread, strength)
            return thread

    async def read(self, principal: Principal, thread_id: str, *, after: int | None = None) -> ThreadLogPart:
        """A thread and what happened in it after a sequence number, as the customer may see it; else its end.

        Raises:
            ThreadNotFound: the thread is not one of this customer's.
        """
        async with self._sessions() as session:
            threads = ThreadRepository(session)
            # The thread first: an event committed in between is then in the events, and a later wake-up is harmless.
            thread = await threads.of_customer(thread_id, principal)
            if after is not None:
                return ThreadLogPart(thread, await threads.events(thread_id, after=after))
            return ThreadLogPart(thread, *await threads.newest_events(thread_id))

    async def history(self, principal: Principal, thread_id: str, before: int) -> ThreadLogPart:
        """What lies before a sequence number.

        Raises:
            ThreadNotFound: the thread is not one of this customer's.
        """
        async with self._sessions() as session:
            threads = ThreadRepository(session)
            thread = await threads.of_customer(thread_id, principal)
            return ThreadLogPart(thread, *await threads.newest_events(thread_id, before=before))

    async def mark_read(self, principal: Principal, thread_id: str, seq: int) -> bool:
        """Note how far the customer has read.

        Returns:
            Whether that is news.

        Raises:
            ThreadNotFound: the thread is not one of this customer's.
        """
        async with self._sessions.begin() as session:
            thread = await ThreadRepository(session).of_customer(thread_id, principal, lock=True)
            seen = min(seq, thread.last_seq)
            if seen <= thread.customer_read_seq:
                return False
            thread.customer_read_seq = seen
            return True

    async def set_language(self, principal: Principal, thread_id: str, language: str) -> None:
        """Change the thread's language at the customer's wish.

        Raises:
            BadInput: the language is not served.
        """
        if language not in LANGUAGES:
            raise BadInput("invalid_field", f"language must be one of {', '.join(LANGUAGES)}")
        async with self._sessions.begin() as session:
            thread = await ThreadRepository(session).of_customer(thread_id, principal, lock=True)
            thread.language = language
