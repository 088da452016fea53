"""The queries for files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, exists, func, or_, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from channels.message_center.records import Attachment

CUSTOMER = "customer"
"""Who has uploaded a file, where it was no agent."""
_AT_A_TIME = 100


class AttachmentRepository:
    """Files within one transaction.

    Args:
        session: the transaction's session.
    """

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    def add(self, file: Attachment) -> None:
        """Store a new file's row."""
        self._session.add(file)

    async def get(self, file_id: UUID) -> Attachment | None:
        """A file by its id, for whoever may see it."""
        return await self._session.get(Attachment, file_id)

    async def lock_for_thread(
        self, ids: Sequence[UUID], principal: str, uploader: str, thread_id: str
    ) -> dict[UUID, Attachment]:
        """Those of an uploader's files for a customer that can be sent in a thread, by id, locked."""
        query = select(Attachment).where(
            col(Attachment.id).in_(ids),
            col(Attachment.principal) == principal,
            col(Attachment.uploaded_by) == uploader,
            or_(col(Attachment.thread_id).is_(None), col(Attachment.thread_id) == thread_id),
        )
        rows = await self._session.scalars(query.order_by(col(Attachment.id)).with_for_update())
        return {row.id: row for row in rows}

    async def lock_content(self, sha256: str) -> None:
        """Let nobody else begin or cease to name a content until the transaction ends."""
        await self._session.execute(
            text("SELECT pg_advisory_xact_lock(hashtextextended(:content, 0))"), {"content": f"content {sha256}"}
        )

    async def is_named(self, sha256: str) -> bool:
        """Whether any file has this content."""
        return bool(await self._session.scalar(select(exists().where(col(Attachment.sha256) == sha256))))

    async def uploaded_since(self, principal: str, since: datetime) -> tuple[int, int]:
        """How many files a customer has uploaded after a moment, and how many bytes."""
        query = select(func.count(), func.coalesce(func.sum(col(Attachment.size)), 0)).where(
            col(Attachment.principal) == principal,
            col(Attachment.uploaded_by) == CUSTOMER,
            col(Attachment.at) > since,
        )
        files, size = (await self._session.execute(query)).one()
        return int(files), int(size)

    async def unsent_before(self, moment: datetime) -> list[tuple[UUID, str]]:
        """Id and content of files from before a moment that were never sent: the oldest hundred."""
        query = select(col(Attachment.id), col(Attachment.sha256)).where(
            col(Attachment.thread_id).is_(None), col(Attachment.at) < moment
        )
        rows = await self._session.execute(query.order_by(col(Attachment.at)).limit(_AT_A_TIME))
        return [(file_id, sha256) for file_id, sha256 in rows]

    async def delete_unsent(self, file_id: UUID) -> None:
        """Forget a file, unless it was sent meanwhile."""
        await self._session.execute(
            delete(Attachment).where(col(Attachment.id) == file_id, col(Attachment.thread_id).is_(None))
        )
