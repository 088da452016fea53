"""Where the contents of files lie, by their SHA-256: a folder, or a bucket of an S3-compatible store."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING

import structlog
from obstore.exceptions import BaseError, NotFoundError
from obstore.store import LocalStore, ObjectStore, S3Store

from channels.errors import AttachmentNotFound, AttachmentsUnavailable

if TYPE_CHECKING:
    from obstore.store import ClientConfig, RetryConfig

_CHUNK = 512 * 1024
_PART = 5 * 1024 * 1024
_ABSENT = (NotFoundError, FileNotFoundError)
_FAILED = (BaseError, OSError)

log = structlog.get_logger()


class Blobs:
    """Contents under names that say what they are, so that none is stored twice and none is ever changed.

    Args:
        store: a store of objects.
    """

    def __init__(self, store: ObjectStore) -> None:
        self._store = store

    async def keep(self, sha256: str, file: SpooledTemporaryFile[bytes], size: int) -> None:
        """Store a content unless it is there already; nobody ever sees a part of it.

        Args:
            sha256: of the content.
            file: holds it from its beginning.
            size: how many bytes of the file it is.

        Raises:
            AttachmentsUnavailable: the store does not take it.
        """
        try:
            if not await self._has(sha256):
                pieces = _pieces(file, size)
                # One part at a time: two are the most that is in memory.
                await self._store.put_async(_place(sha256), pieces, chunk_size=_PART, max_concurrency=1)
        except _FAILED as error:
            raise _unavailable(error) from error

    async def read(self, sha256: str) -> AsyncIterator[bytes]:
        """A content, piece by piece; the store is asked before this returns.

        Raises:
            AttachmentNotFound: the store does not have it.
            AttachmentsUnavailable: the store does not answer.
        """
        try:
            found = await self._store.get_async(_place(sha256))
        except _ABSENT:
            raise AttachmentNotFound(sha256) from None
        except _FAILED as error:
            raise _unavailable(error) from error
        return (bytes(piece) async for piece in found.stream(_CHUNK))

    async def forget(self, sha256: str) -> None:
        """Delete a content; harmless when it is not there.

        Raises:
            AttachmentsUnavailable: the store does not answer.
        """
        try:
            await self._store.delete_async(_place(sha256))
        except _ABSENT:
            return
        except _FAILED as error:
            raise _unavailable(error) from error

    async def _has(self, sha256: str) -> bool:
        try:
            await self._store.head_async(_place(sha256))
        except _ABSENT:
            return False
        return True


def open_blobs(folder: Path, url: str | None = None, endpoint: str | None = None) -> Blobs:
    """The contents in a folder, or in a bucket.

    A bucket's keys come from the environment, in the variables that all its tools read (``AWS_ACCESS_KEY_ID`` ...).

    Args:
        folder: made where it is missing; nobody else may look into it.
        url: of a bucket in place of the folder: ``s3://bucket/prefix``.
        endpoint: of an S3-compatible store that is not Amazon's.
    """
    if url is None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return Blobs(LocalStore(folder))
    # Somebody waits for the answer.
    retries: RetryConfig = {"max_retries": 3, "retry_timeout": timedelta(seconds=15)}
    options: ClientConfig = {"connect_timeout": timedelta(seconds=5), "timeout": timedelta(seconds=30)}
    if endpoint is None:
        return Blobs(S3Store.from_url(url, client_options=options, retry_config=retries))
    options["allow_http"] = endpoint.startswith("http://")
    return Blobs(S3Store.from_url(url, endpoint=endpoint, client_options=options, retry_config=retries))


def _unavailable(error: Exception) -> AttachmentsUnavailable:
    # The first line says it; the others are the library's own.
    told = str(error).partition("\n")[0]
    log.warning("the store of files has failed", error=told)
    return AttachmentsUnavailable(told)


def _place(sha256: str) -> str:
    # Folders with a million files are slow to list.
    return f"{sha256[:2]}/{sha256}"


async def _pieces(file: SpooledTemporaryFile[bytes], size: int) -> AsyncIterator[bytes]:
    await asyncio.to_thread(file.seek, 0)
    left = size
    while left and (piece := await asyncio.to_thread(file.read, min(left, _CHUNK))):
        left -= len(piece)
        yield piece
