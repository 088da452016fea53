"""Files that customers and agents send: stored once by their content, bound to one thread, read by who may."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from tempfile import SpooledTemporaryFile
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from channels.attachments.blobs import Blobs
from channels.attachments.examining import examine
from channels.attachments.limits import UploadLimits
from channels.attachments.names import safe_name
from channels.attachments.repository import CUSTOMER, AttachmentRepository
from channels.errors import AttachmentNotFound, AttachmentsUnavailable, BadInput
from channels.message_center.audit import note_action
from channels.message_center.blocking import refuse_blocked
from channels.message_center.models import Thread, agent_handler
from channels.message_center.records import Attachment
from channels.message_center.repository import ThreadRepository
from tools.context import Clock, Principal
from tools.database import SessionFactory

MOST_AT_ONCE = 5
_UNSENT = timedelta(days=1)


async def attach(session: AsyncSession, thread: Thread, ids: Sequence[str], uploader: str) -> list[dict[str, Any]]:
    """Bind uploaded files to a thread, in the caller's transaction.

    Args:
        session: the caller's transaction.
        thread: where they are sent; the caller holds its lock.
        ids: of the uploaded files, at most five; one that is named twice is sent once.
        uploader: ``customer`` or ``agent:<id>``, see ``agent_handler``.

    Returns:
        The entries of the message's payload, in the order of the ids: ``id``, ``name``, ``media_type``, ``size`` in
        bytes, ``url``.

    Raises:
        AttachmentNotFound: one does not exist, is not this uploader's for this customer, or was sent elsewhere.
        BadInput: more than five.
    """
    if len(ids) > MOST_AT_ONCE:
        raise BadInput("invalid_field", f"attachments: at most {MOST_AT_ONCE}")
    wanted = list(dict.fromkeys(map(_uuid, ids)))
    if not wanted:
        return []
    files = await AttachmentRepository(session).lock_for_thread(wanted, thread.principal, uploader, thread.id)
    if missing := [file_id for file_id in wanted if file_id not in files]:
        raise AttachmentNotFound(str(missing[0]))
    for file in files.values():
        file.thread_id = thread.id
    return [entry_of(files[file_id]) for file_id in wanted]


def entry_of(file: Attachment) -> dict[str, Any]:
    """A file as messages and answers show it."""
    return {
        "id": str(file.id),
        "name": file.name,
        "media_type": file.media_type,
        "size": file.size,
        "url": f"/api/v1/attachments/{file.id}",
    }


@dataclass(frozen=True)
class OpenedFile:
    """A file that may be read.

    Attributes:
        file: what is known of it.
        content: its bytes, piece by piece.
    """

    file: Attachment
    content: AsyncIterator[bytes]


class Attachments:
    """Uploads and downloads.

    Args:
        sessions: database sessions.
        blobs: where contents lie.
        clock: the time.
        limits: how much a customer may upload; None for as much as they like.
    """

    def __init__(
        self, sessions: SessionFactory, blobs: Blobs, clock: Clock, limits: UploadLimits | None = None
    ) -> None:
        self._sessions = sessions
        self._blobs = blobs
        self._clock = clock
        self._limits = limits

    async def receive(self, principal: Principal, upload: SpooledTemporaryFile[bytes], name: str | None) -> Attachment:
        """Take a customer's file, to be sent with a message within a day.

        Raises:
            AttachmentEmpty: nothing is in it.
            AttachmentRefused: it is no PDF, PNG or JPEG.
            AttachmentTooLarge: more than 10 MB.
            AttachmentsUnavailable: the store does not take it; nothing was stored.
            SenderBlocked: the customer may not write for a while.
            TooManyAttachments: the customer has uploaded too much in an hour.
        """
        file = await self._examined(str(principal), CUSTOMER, upload, name)
        async with self._sessions.begin() as session:
            await refuse_blocked(session, principal, file.at)
            if self._limits is not None:
                await ThreadRepository(session).lock_customer(principal)
                await self._limits.check(AttachmentRepository(session), str(principal), file.size, file.at)
            await self._add(session, file)
        return await self._kept(file, upload)

    async def receive_from_agent(
        self, agent_id: str, thread_id: str, upload: SpooledTemporaryFile[bytes], name: str | None
    ) -> Attachment:
        """Take an agent's file for the customer of a thread.

        Raises:
            ThreadNotFound: there is no such thread.
            AttachmentEmpty: and the others, as ``receive``.
        """
        async with self._sessions() as session:
            principal = (await ThreadRepository(session).get(thread_id)).principal
        file = await self._examined(principal, agent_handler(agent_id), upload, name)
        async with self._sessions.begin() as session:
            await self._add(session, file)
        return await self._kept(file, upload)

    async def open_for_customer(self, principal: Principal, file_id: UUID) -> OpenedFile:
        """A file that the customer has uploaded, or that was sent in a thread of theirs.

        Raises:
            AttachmentNotFound: there is none, or it is somebody else's.
            AttachmentsUnavailable: the store does not answer.
        """
        async with self._sessions() as session:
            file = await AttachmentRepository(session).get(file_id)
        if file is None or file.principal != str(principal):
            raise AttachmentNotFound(str(file_id))
        # What an agent has uploaded is the customer's once it was sent.
        if file.thread_id is None and file.uploaded_by != CUSTOMER:
            raise AttachmentNotFound(str(file_id))
        return OpenedFile(file, await self._blobs.read(file.sha256))

    async def open_for_agent(self, agent_id: str, file_id: UUID) -> OpenedFile:
        """A file that was sent in any thread, or that an agent has uploaded; noted in the audit.

        Raises:
            AttachmentNotFound: there is none, or its customer has not sent it.
            AttachmentsUnavailable: the store does not answer.
        """
        async with self._sessions.begin() as session:
            file = await AttachmentRepository(session).get(file_id)
            if file is None or (file.thread_id is None and file.uploaded_by == CUSTOMER):
                raise AttachmentNotFound(str(file_id))
            details = {"attachment": str(file.id), "name": file.name}
            note_action(session, agent_id, "read_file", self._clock.now(), thread_id=file.thread_id, **details)
        return OpenedFile(file, await self._blobs.read(file.sha256))

    async def forget_unsent(self) -> None:
        """Remove files that were uploaded more than a day ago and never sent; one transaction each.

        Where the store does not answer, what is left is taken up the next time.
        """
        async with self._sessions() as session:
            forgotten = await AttachmentRepository(session).unsent_before(self._clock.now() - _UNSENT)
        with suppress(AttachmentsUnavailable):
            for file_id, sha256 in forgotten:
                await self._forget(file_id, sha256)

    async def _examined(
        self, principal: str, uploader: str, upload: SpooledTemporaryFile[bytes], name: str | None
    ) -> Attachment:
        found = await asyncio.to_thread(examine, upload)
        return Attachment(
            id=uuid4(),
            principal=principal,
            uploaded_by=uploader,
            sha256=found.sha256,
            name=safe_name(name, found.media_type),
            media_type=found.media_type,
            size=found.size,
            at=self._clock.now(),
        )

    async def _add(self, session: AsyncSession, file: Attachment) -> None:
        files = AttachmentRepository(session)
        await files.lock_content(file.sha256)
        files.add(file)

    async def _kept(self, file: Attachment, upload: SpooledTemporaryFile[bytes]) -> Attachment:
        """Store the content of a file whose row is there: from then on nobody deletes it as one that nobody names."""
        try:
            await self._blobs.keep(file.sha256, upload, file.size)
        except AttachmentsUnavailable:
            await self._forget(file.id, None)
            raise
        return file

    async def _forget(self, file_id: UUID, sha256: str | None) -> None:
        """Delete a file that was not sent, and its content where that is given and nobody else names it."""
        async with self._sessions.begin() as session:
            files = AttachmentRepository(session)
            if sha256 is not None:
                await files.lock_content(sha256)
            await files.delete_unsent(file_id)
            # Within the lock: who uploads the same content now waits, and then stores it anew.
            if sha256 is not None and not await files.is_named(sha256):
                await self._blobs.forget(sha256)


def _uuid(file_id: str) -> UUID:
    try:
        return UUID(file_id)
    except (ValueError, AttributeError, TypeError):
        raise AttachmentNotFound(str(file_id)[:64]) from None
