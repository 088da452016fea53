"""Contents are stored whole or not at all, once, and as long as anybody has sent them."""

from __future__ import annotations

import asyncio
import tempfile
from datetime import timedelta
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import Any

import obstore
import pytest
from fastapi import FastAPI
from obstore.store import MemoryStore

from channels.attachments.blobs import Blobs, open_blobs
from channels.attachments.service import Attachments, attach
from channels.errors import AttachmentNotFound, AttachmentsUnavailable, BadInput, SenderBlocked
from channels.message_center.records import Attachment
from channels.message_center.repository import ThreadRepository
from channels.message_center.staff import BlockedSender
from tests.channels.bucket import Bucket
from tests.channels.files import pdf, png
from tests.channels.support import Office, served
from tests.tools.support import ANNA, ERIK
from tools.context import Principal


def spooled(content: bytes) -> SpooledTemporaryFile[bytes]:
    file: SpooledTemporaryFile[bytes] = tempfile.SpooledTemporaryFile(max_size=1024)  # noqa: SIM115  # the test ends soon
    file.write(content)
    return file


class Shelf:
    """Files on a store in memory."""

    def __init__(self, office: Office) -> None:
        self.office, self.store = office, MemoryStore()
        self.files = Attachments(office.sessions, Blobs(self.store), office.clock)

    async def upload(self, content: bytes = b"", principal: Principal = ANNA) -> Attachment:
        return await self.files.receive(principal, spooled(content or pdf()), "a.pdf")

    async def send(self, *ids: object, uploader: str = "customer", thread: str | None = None) -> list[dict[str, Any]]:
        thread = thread or await self.office.thread()
        async with self.office.sessions.begin() as session:
            row = await ThreadRepository(session).get(thread, lock=True)
            return await attach(session, row, [str(each) for each in ids], uploader)

    def contents(self) -> set[str]:
        return {entry["path"].rpartition("/")[2] for page in obstore.list(self.store) for entry in page}


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys of a bucket, as its tools read them."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "the-key")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "the-secret")


@pytest.fixture
def shelf(office: Office) -> Shelf:
    return Shelf(office)


class TestAttaching:
    async def test_gives_the_entries_in_the_order_of_the_ids_each_once(self, shelf: Shelf) -> None:
        first, second = await shelf.upload(), await shelf.upload(png())
        entries = await shelf.send(second.id, first.id, second.id)
        assert [entry["id"] for entry in entries] == [str(second.id), str(first.id)]
        assert entries[1] == {
            "id": str(first.id),
            "name": "a.pdf",
            "media_type": "application/pdf",
            "size": len(pdf()),
            "url": f"/api/v1/attachments/{first.id}",
        }

    async def test_takes_five_and_not_six(self, shelf: Shelf) -> None:
        ids = [(await shelf.upload()).id for _ in range(6)]
        with pytest.raises(BadInput, match="at most 5"):
            await shelf.send(*ids)
        assert len(await shelf.send(*ids[:5])) == 5

    async def test_again_in_the_same_thread_is_allowed_and_in_another_not(self, shelf: Shelf, office: Office) -> None:
        file, thread = await shelf.upload(), await office.thread()
        assert await shelf.send(file.id, thread=thread) == await shelf.send(file.id, thread=thread)
        with pytest.raises(AttachmentNotFound):
            await shelf.send(file.id)

    @pytest.mark.parametrize(
        "bad", ["", "x", "../../etc/passwd", "\x00", "6e921247-3d30-4a19-96a0-e37df0bc66b9", "\ud800"]
    )
    async def test_what_does_not_exist_is_not_found_and_nothing_is_bound(self, shelf: Shelf, bad: str) -> None:
        file = await shelf.upload()
        with pytest.raises(AttachmentNotFound):
            await shelf.send(file.id, bad)
        assert await shelf.send(file.id)

    async def test_takes_only_ones_own_for_this_customer(self, shelf: Shelf, office: Office) -> None:
        eriks, annas, thread = await shelf.upload(principal=ERIK), await shelf.upload(), await office.thread()
        ainos = await shelf.files.receive_from_agent("aino", thread, spooled(pdf()), "a.pdf")
        eriks_thread = await office.thread(ERIK)
        tries = [
            (eriks, "customer", thread),
            (ainos, "customer", thread),
            (annas, "agent:aino", thread),
            (ainos, "agent:lars", thread),
            (ainos, "agent:aino", eriks_thread),
        ]
        for file, uploader, place in tries:
            with pytest.raises(AttachmentNotFound):
                await shelf.send(file.id, uploader=uploader, thread=place)
        assert await shelf.send(ainos.id, uploader="agent:aino", thread=thread)

    async def test_by_two_messages_at_once_binds_to_one_thread(self, shelf: Shelf) -> None:
        file = await shelf.upload()
        tries = await asyncio.gather(*(shelf.send(file.id) for _ in range(5)), return_exceptions=True)
        assert sum(isinstance(each, list) for each in tries) == 1
        assert sum(isinstance(each, AttachmentNotFound) for each in tries) == 4


class TestForgetting:
    async def test_takes_what_was_not_sent_for_a_day_with_its_content(self, shelf: Shelf, office: Office) -> None:
        forgotten, sent = await shelf.upload(pdf(b"forgotten")), await shelf.upload(pdf(b"sent"))
        await shelf.send(sent.id)
        office.clock.advance(timedelta(hours=23))
        fresh = await shelf.upload(pdf(b"fresh"))
        await shelf.files.forget_unsent()
        assert len(shelf.contents()) == 3
        office.clock.advance(timedelta(hours=2))
        await shelf.files.forget_unsent()
        assert shelf.contents() == {sent.sha256, fresh.sha256}
        with pytest.raises(AttachmentNotFound):
            await shelf.files.open_for_customer(ANNA, forgotten.id)

    async def test_leaves_a_content_that_somebody_else_names(self, shelf: Shelf, office: Office) -> None:
        await shelf.upload(principal=ERIK)
        sent = await shelf.upload()
        await shelf.send(sent.id)
        office.clock.advance(timedelta(days=2))
        await shelf.files.forget_unsent()
        assert shelf.contents() == {sent.sha256}
        assert await office.count("SELECT count(*) FROM attachment") == 1

    async def test_at_the_moment_of_a_new_upload_loses_nothing(self, shelf: Shelf, office: Office) -> None:
        for _ in range(10):
            await shelf.upload()
            office.clock.advance(timedelta(days=2))
            _, file = await asyncio.gather(shelf.files.forget_unsent(), shelf.upload())
            assert shelf.contents() == {file.sha256}

    async def test_is_tried_again_where_the_store_failed(self, office: Office, keys: None) -> None:
        bucket = Bucket()
        async with served(_as_fastapi(bucket)) as address:
            files = Attachments(office.sessions, _at(address), office.clock)
            await files.receive(ANNA, spooled(pdf()), "a.pdf")
            office.clock.advance(timedelta(days=2))
            bucket.down = True
            await files.forget_unsent()
            assert await office.count("SELECT count(*) FROM attachment") == 1
            bucket.down = False
            await files.forget_unsent()
        assert await office.count("SELECT count(*) FROM attachment") == 0
        assert bucket.objects == {}


class TestABucket:
    async def test_holds_contents_below_its_prefix_and_is_asked_with_a_signature(
        self, office: Office, keys: None
    ) -> None:
        bucket = Bucket()
        async with served(_as_fastapi(bucket)) as address:
            files = Attachments(office.sessions, _at(address), office.clock)
            large = pdf(padding=9_000_000)
            kept = [await files.receive(ANNA, spooled(content), "a.pdf") for content in (pdf(), large, large)]
            places = [f"files/of/myropo/{file.sha256[:2]}/{file.sha256}" for file in kept[:2]]
            assert bucket.objects == {places[0]: pdf(), places[1]: large}
            assert all(each.startswith("AWS4-HMAC-SHA256 Credential=the-key") for each in bucket.signed)
            opened = await files.open_for_customer(ANNA, kept[1].id)
            assert b"".join([piece async for piece in opened.content]) == large

    async def test_that_does_not_answer_leaves_nothing_behind(self, office: Office, keys: None) -> None:
        bucket = Bucket()
        bucket.down = True
        async with served(_as_fastapi(bucket)) as address:
            files = Attachments(office.sessions, _at(address), office.clock)
            with pytest.raises(AttachmentsUnavailable):
                await files.receive(ANNA, spooled(pdf()), "a.pdf")
        assert await office.count("SELECT count(*) FROM attachment") == 0


class TestAFolder:
    async def test_never_shows_a_part_of_a_content(self, office: Office, tmp_path: Path) -> None:
        folder = tmp_path / "attachments"
        blobs = open_blobs(folder)
        with pytest.raises(AttachmentsUnavailable):
            await blobs.keep("ab" * 32, _Torn(), 8_000_000)
        assert [path for path in folder.rglob("*") if path.is_file()] == []
        with pytest.raises(AttachmentNotFound):
            await blobs.read("ab" * 32)


class TestABlockedSender:
    async def test_uploads_nothing(self, shelf: Shelf, office: Office) -> None:
        async with office.sessions.begin() as session:
            session.add(
                BlockedSender(principal=str(ANNA), reason="abuse", agent_id="maria", at=office.clock.now(), until=None)
            )
        with pytest.raises(SenderBlocked):
            await shelf.upload()
        assert shelf.contents() == set()


class _Torn(SpooledTemporaryFile[bytes]):
    """A file whose disk fails after some megabytes."""

    def __init__(self) -> None:
        super().__init__()
        self._read = 0

    def read(self, *_: object) -> bytes:
        self._read += 1
        if self._read > 12:
            raise OSError("the disk is gone")
        return bytes(512 * 1024)


def _as_fastapi(bucket: Bucket) -> FastAPI:
    app = FastAPI()
    app.mount("/", bucket.app)
    return app


def _at(address: str) -> Blobs:
    return open_blobs(Path("/nowhere"), "s3://files/of/myropo", address)
