"""The webhooks' only queries. ``next_at`` of a cursor is also a lease: who has moved it on delivers alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete, func, insert, literal, or_, select, update
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from channels.message_center.models import Thread, ThreadEvent
from channels.message_center.records import WebhookCursor, WebhookEndpoint

_ENDPOINT, _THREAD = col(WebhookCursor.endpoint_id), col(WebhookCursor.thread_id)
_SEQ, _NEXT_AT = col(WebhookCursor.seq), col(WebhookCursor.next_at)


class WebhookRepository:
    """Endpoints and their cursors within one transaction.

    Args:
        session: the transaction's session.
    """

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def add(self, endpoint: WebhookEndpoint) -> None:
        """Store an endpoint that follows from now on: what is already said in any thread counts as sent."""
        self._session.add(endpoint)
        await self._session.flush()
        said = select(literal(endpoint.id), col(Thread.id), col(Thread.last_seq), literal(0), func.now())
        names = ["endpoint_id", "thread_id", "seq", "attempts", "next_at"]
        await self._session.execute(insert(WebhookCursor).from_select(names, said))

    async def remove(self, endpoint_id: UUID) -> WebhookEndpoint | None:
        """Forget an endpoint and its cursors; None where there is none."""
        gone = delete(WebhookEndpoint).where(col(WebhookEndpoint.id) == endpoint_id).returning(WebhookEndpoint)
        return await self._session.scalar(gone)

    async def endpoints(self, *, active: bool = False) -> Sequence[WebhookEndpoint]:
        """All endpoints, or those that are to be served; oldest first."""
        query = select(WebhookEndpoint).order_by(col(WebhookEndpoint.at), col(WebhookEndpoint.id))
        return (await self._session.scalars(query.where(col(WebhookEndpoint.active)) if active else query)).all()

    async def failing(self) -> Sequence[WebhookCursor]:
        """Cursors that could not go on at the last try."""
        query = select(WebhookCursor).where(col(WebhookCursor.attempts) > 0)
        return (await self._session.scalars(query.order_by(_NEXT_AT))).all()

    async def due(self, endpoint_id: UUID, most: int) -> Sequence[str]:
        """Ids of threads with events that were not sent, and that nobody is sending."""
        of_endpoint = (col(Thread.id) == _THREAD) & (endpoint_id == _ENDPOINT)
        query = (
            select(col(Thread.id))
            .outerjoin(WebhookCursor, of_endpoint)
            .where(col(Thread.last_seq) > func.coalesce(_SEQ, 0), or_(_NEXT_AT.is_(None), func.now() >= _NEXT_AT))
        )
        return (await self._session.scalars(query.limit(most))).all()

    async def claim(self, endpoint_id: UUID, thread_id: str, seconds: float) -> WebhookCursor | None:
        """Take a cursor for a while; None when somebody else has it, or it is not yet to be tried again."""
        lease = func.now() + timedelta(seconds=seconds)
        query = (
            postgresql.insert(WebhookCursor)
            .values(endpoint_id=endpoint_id, thread_id=thread_id, seq=0, attempts=0, next_at=lease)
            .on_conflict_do_update(
                index_elements=["endpoint_id", "thread_id"], set_={"next_at": lease}, where=func.now() >= _NEXT_AT
            )
            .returning(WebhookCursor)
        )
        return await self._session.scalar(query)

    async def advance(self, cursor: WebhookCursor, seq: int, seconds: float) -> None:
        """Note how far an endpoint has got; keep the cursor for so many seconds more."""
        moved = {"seq": func.greatest(_SEQ, seq), "attempts": 0, "error": None}
        await self._write(cursor, next_at=func.now() + timedelta(seconds=seconds), **moved)

    async def fail(self, cursor: WebhookCursor, attempts: int, seconds: float, error: str) -> None:
        """Note a failure, and when to try again."""
        await self._write(cursor, next_at=func.now() + timedelta(seconds=seconds), attempts=attempts, error=error)

    async def switch_off(self, endpoint_id: UUID) -> None:
        """Serve an endpoint no longer."""
        await self._session.execute(
            update(WebhookEndpoint).where(col(WebhookEndpoint.id) == endpoint_id).values(active=False)
        )

    async def events(self, thread_id: str, after: int, most: int) -> tuple[Thread | None, Sequence[ThreadEvent]]:
        """A thread and its next events, internal ones too."""
        thread = await self._session.get(Thread, thread_id)
        query = select(ThreadEvent).where(col(ThreadEvent.thread_id) == thread_id, col(ThreadEvent.seq) > after)
        return thread, (await self._session.scalars(query.order_by(col(ThreadEvent.seq)).limit(most))).all()

    async def _write(self, cursor: WebhookCursor, **values: object) -> None:
        this_one = _ENDPOINT.in_([cursor.endpoint_id]) & _THREAD.in_([cursor.thread_id])
        await self._session.execute(update(WebhookCursor).where(this_one).values(**values))
