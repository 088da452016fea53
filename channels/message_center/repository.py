"""The message center's only queries."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Select, and_, func, or_, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from channels.errors import ThreadClosed, ThreadNotFound
from channels.message_center.models import ASSISTANT, Thread, ThreadEvent
from channels.message_center.staff import Agent
from channels.message_center.texts import words_of
from tools.context import Principal
from tools.database import storable_text
from tools.ledger.pending import Proposal

PAGE = 100
"""How many events of a long thread are read at first, and with every step back."""
_SHOWN = 120


class ThreadRepository:
    """Threads and their events within one transaction.

    Args:
        session: the transaction's session.
    """

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of_customer(self, thread_id: str, principal: Principal, *, lock: bool = False) -> Thread:
        """A customer's own thread.

        Raises:
            ThreadNotFound: there is none, or it is somebody else's.
        """
        thread = await self.get(thread_id, lock=lock)
        if thread.principal != str(principal):
            raise ThreadNotFound(thread_id)
        return thread

    async def get(self, thread_id: str, *, lock: bool = False) -> Thread:
        """A thread by its id, for agents and turns; ``lock`` holds the row until the transaction ends.

        Raises:
            ThreadNotFound: there is none.
        """
        if thread_id != storable_text(thread_id):  # no text of PostgreSQL is like that: nothing can have this id
            raise ThreadNotFound(thread_id)
        query = select(Thread).where(col(Thread.id) == thread_id)
        thread = await self._session.scalar(query.with_for_update() if lock else query)
        if thread is None:
            raise ThreadNotFound(thread_id)
        return thread

    async def find(self, thread_id: str, *, lock: bool = False) -> Thread | None:
        """As ``get``, with None where there is none."""
        try:
            return await self.get(thread_id, lock=lock)
        except ThreadNotFound:
            return None

    async def latest_open(self, principal: Principal, *, lock: bool = False) -> Thread | None:
        """The customer's newest open thread of the chat: what was begun in the Message Center goes on there."""
        query = (
            select(Thread)
            .where(col(Thread.principal) == str(principal), col(Thread.status) == "open")
            .where(col(Thread.channel) == "widget")
            .order_by(col(Thread.created_at).desc())
            .limit(1)
        )
        return await self._session.scalar(query.with_for_update() if lock else query)

    async def lock_overdue(self, now: datetime) -> dict[str, Thread]:
        """Threads with a card whose time is over, by id, locked until the transaction ends."""
        overdue = select(col(Proposal.thread_id)).where(col(Proposal.status) == "open", col(Proposal.expires_at) <= now)
        query = select(Thread).where(col(Thread.id).in_(overdue)).order_by(col(Thread.id)).with_for_update()
        return {thread.id: thread for thread in await self._session.scalars(query)}

    async def lock_customer(self, principal: Principal) -> None:
        """Let nobody else begin a thread for this customer until the transaction ends."""
        await self._session.execute(
            text("SELECT pg_advisory_xact_lock(hashtextextended(:principal, 0))"), {"principal": str(principal)}
        )

    def add(self, thread: Thread) -> None:
        """Store a new thread."""
        self._session.add(thread)

    async def append(self, thread: Thread, event: ThreadEvent) -> ThreadEvent:
        """Give the event the thread's next sequence number and store it.

        The caller holds the thread's row lock, so that numbers have no gaps and no twins. A trigger of the table tells
        every process once the transaction is committed.
        """
        thread.last_seq += 1
        event.thread_id, event.seq = thread.id, thread.last_seq
        thread.last_at = event.at
        if event.kind == "message":
            thread.last_text = storable_text(words_of(event))[:_SHOWN]
        self._session.add_all([thread, event])
        await self._session.flush()
        return event

    async def by_client_id(self, thread_id: str, author_kind: str, client_id: str) -> ThreadEvent | None:
        """The event that an earlier try with this client id has made."""
        return await self._session.scalar(
            select(ThreadEvent).where(
                col(ThreadEvent.thread_id) == thread_id,
                col(ThreadEvent.author_kind) == author_kind,
                col(ThreadEvent.client_id) == client_id,
            )
        )

    async def events(self, thread_id: str, *, after: int = 0, internal: bool = False) -> Sequence[ThreadEvent]:
        """The thread's events in order, after a sequence number."""
        query = _log(thread_id, internal=internal).where(col(ThreadEvent.seq) > after)
        return (await self._session.scalars(query.order_by(col(ThreadEvent.seq)))).all()

    async def newest_events(
        self, thread_id: str, *, before: int | None = None, limit: int = PAGE, internal: bool = False
    ) -> tuple[list[ThreadEvent], bool]:
        """The end of the log, or of what lies before a sequence number, in order; and whether there is more."""
        query = _log(thread_id, internal=internal)
        if before is not None:
            query = query.where(col(ThreadEvent.seq) < before)
        found = (await self._session.scalars(query.order_by(col(ThreadEvent.seq).desc()).limit(limit + 1))).all()
        return list(reversed(found[:limit])), len(found) > limit

    async def recent_messages(self, thread_id: str, limit: int) -> list[ThreadEvent]:
        """The newest messages, oldest first."""
        query = (
            select(ThreadEvent)
            .where(col(ThreadEvent.thread_id) == thread_id, col(ThreadEvent.kind) == "message")
            .order_by(col(ThreadEvent.seq).desc())
            .limit(limit)
        )
        return list(reversed((await self._session.scalars(query)).all()))

    async def first_unanswered(self, thread: Thread) -> int | None:
        """The number of the customer's first words since the last answer; None where there are none."""
        return await self._session.scalar(
            select(func.min(col(ThreadEvent.seq))).where(
                col(ThreadEvent.thread_id) == thread.id,
                col(ThreadEvent.seq) > thread.answered_seq,
                col(ThreadEvent.kind) == "message",
                col(ThreadEvent.author_kind) == "customer",
                ThreadEvent.payload["text"].astext != "",
            )
        )

    async def written_since(self, principal: Principal, later: datetime, earlier: datetime) -> tuple[int, int]:
        """How often a customer has written or was handed to a person after each of two moments, in all threads."""
        query = (
            select(func.count().filter(col(ThreadEvent.at) > later), func.count())
            .join(Thread, col(Thread.id) == col(ThreadEvent.thread_id))
            .where(
                col(Thread.principal) == str(principal),
                or_(
                    and_(col(ThreadEvent.author_kind) == "customer", col(ThreadEvent.kind) == "message"),
                    col(ThreadEvent.kind) == "handoff",
                ),
                col(ThreadEvent.at) > earlier,
            )
        )
        after_later, after_earlier = (await self._session.execute(query)).one()
        return after_later, after_earlier

    async def unanswered(self, for_seconds: float) -> Sequence[str]:
        """Ids of threads in which the assistant has owed an answer for some time, by the machines' own clocks."""
        query = select(col(Thread.id)).where(
            col(Thread.handler) == ASSISTANT,
            col(Thread.status) == "open",
            col(Thread.customer_seq) > col(Thread.answered_seq),
            col(Thread.owed_since) < func.now() - timedelta(seconds=for_seconds),
        )
        return (await self._session.scalars(query)).all()

    async def held_by(self, handler: str) -> Sequence[Thread]:
        """Open threads of one agent, oldest first."""
        query = select(Thread).where(col(Thread.handler) == handler, col(Thread.status) == "open")
        return (await self._session.scalars(query.order_by(col(Thread.claimed_at)))).all()

    async def agent(self, agent_id: str) -> Agent | None:
        """An agent by id."""
        return await self._session.get(Agent, agent_id)

    async def agents(self) -> Sequence[Agent]:
        """All agents."""
        return (await self._session.scalars(select(Agent).order_by(col(Agent.id)))).all()


def _log(thread_id: str, *, internal: bool) -> Select[ThreadEvent]:
    query = select(ThreadEvent).where(col(ThreadEvent.thread_id) == thread_id)
    return query if internal else query.where(col(ThreadEvent.audience) == "public")


def refuse_closed(thread: Thread) -> None:
    """Raise when a conversation is over.

    Raises:
        ThreadClosed: it is.
    """
    if thread.status == "closed":
        raise ThreadClosed(thread.id)
