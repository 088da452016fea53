"""Files are uploaded once, sent in one conversation, and read by those whom it concerns."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from channels.attachments.examining import LARGEST_FILE
from channels.gate import LARGEST_UPLOAD
from tests.channels.conftest import Start
from tests.channels.files import JPEG, archive, pdf, png
from tests.channels.portal import API, Caller, Json, Portal, assert_problem
from tests.channels.support import Office
from tests.tools.support import ANNA

UPLOADS = f"{API}/attachments"
HTML = b"<!doctype html><script>alert(1)</script>"
ROWS = "SELECT count(*) FROM attachment"


async def send(
    caller: Caller, content: bytes = b"", name: str = "meter.pdf", key: str | None = None, **query: str
) -> httpx.Response:
    """An upload."""
    return await caller.http.post(
        UPLOADS,
        params=query or None,
        files={"file": (name, content or pdf(), "text/html")},
        headers={"Idempotency-Key": key or uuid4().hex},
    )


async def sent(caller: Caller, content: bytes = b"", name: str = "meter.pdf", **query: str) -> Json:
    """A file that was taken."""
    answer = await send(caller, content, name, **query)
    assert answer.status_code == 201, answer.text
    taken: Json = answer.json()
    return taken


async def post_with(office: Office, *ids: str) -> str:
    """A message of Anna's with files, in a new thread."""
    thread = await office.thread()
    await office.center.post(ANNA, thread, uuid4().hex, "Here it is", ids)
    return thread


class TestAnUpload:
    async def test_answers_what_the_file_is_by_its_content(self, portal: Portal) -> None:
        anna = await portal.caller()
        answer = await sent(anna, png(), "holiday.exe")
        assert {**answer, "id": "", "url": ""} == {
            "id": "",
            "url": "",
            "name": "holiday.exe.png",
            "media_type": "image/png",
            "size": len(png()),
        }
        assert answer["url"] == f"{UPLOADS}/{answer['id']}"

    @pytest.mark.parametrize("content", [HTML, archive(), b"%PDF-1.4\n" + HTML, pdf() + archive()], ids=range(4))
    async def test_of_anything_else_is_refused_whatever_its_name(
        self, portal: Portal, office: Office, content: bytes
    ) -> None:
        anna = await portal.caller()
        assert_problem(await send(anna, content, "invoice.pdf"), 415, "attachment_refused")
        assert await office.count(ROWS) == 0

    async def test_of_nothing_is_refused(self, portal: Portal) -> None:
        anna = await portal.caller()
        files = {"file": ("empty.pdf", b"", "application/pdf")}
        headers = {"Idempotency-Key": "k", "Accept-Language": "fi"}
        answer = await anna.http.post(UPLOADS, files=files, headers=headers)
        assert assert_problem(answer, 400, "attachment_empty")["title"] == "Tiedosto on tyhjä"

    async def test_without_a_file_or_with_two_is_refused(self, portal: Portal) -> None:
        anna = await portal.caller()
        two = [("file", ("a.pdf", pdf())), ("file", ("b.pdf", pdf()))]
        answer = await anna.http.post(UPLOADS, files=two, headers={"Idempotency-Key": "k"})
        assert_problem(answer, 400, "http_400")
        answer = await anna.http.post(UPLOADS, files={"other": ("a", pdf())}, headers={"Idempotency-Key": "k"})
        assert_problem(answer, 422, "invalid_request")
        assert_problem(await anna.http.post(UPLOADS, headers={"Idempotency-Key": "k"}), 422, "invalid_request")

    async def test_may_have_ten_megabytes_and_no_more(self, portal: Portal, office: Office) -> None:
        anna = await portal.caller()
        largest = pdf(padding=LARGEST_FILE - len(pdf()) - 7)
        assert (await sent(anna, largest))["size"] == len(largest)
        too_large = pdf(padding=LARGEST_FILE)
        assert_problem(await send(anna, too_large), 413, "attachment_too_large")
        assert await office.count(ROWS) == 1

    async def test_that_hides_its_length_is_cut_off(self, portal: Portal, office: Office) -> None:
        anna = await portal.caller()
        taken = 0

        async def endless() -> AsyncIterator[bytes]:
            nonlocal taken
            yield b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4'
            while taken < 4 * LARGEST_UPLOAD:
                taken += 256 * 1024
                yield bytes(256 * 1024)

        headers = {"Idempotency-Key": "k", "Content-Type": "multipart/form-data; boundary=b"}
        answer = await anna.http.post(UPLOADS, content=endless(), headers=headers)
        assert_problem(answer, 413, "http_413")
        assert await office.count(ROWS) == 0

    async def test_is_the_only_request_that_may_be_so_large(self, portal: Portal) -> None:
        anna = await portal.caller()
        headers = {"Idempotency-Key": "k"}
        for path in ("/threads", "/attachments/", "/attachments/x", "/payments"):
            answer = await anna.http.post(API + path, content=bytes(70_000), headers=headers)
            assert_problem(answer, 413, "http_413")

    async def test_needs_somebody_signed_in(self, portal: Portal) -> None:
        nobody = await portal.browser()
        assert_problem(await send(nobody), 401, "sign_in_needed")
        assert_problem(await send(await portal.caller(), thread_id="x"), 401, "sign_in_needed")

    async def test_with_a_broken_form_is_refused(self, portal: Portal) -> None:
        anna = await portal.caller()
        for content_type in ("multipart/form-data", "multipart/form-data; boundary=x"):
            headers = {"Idempotency-Key": "k", "Content-Type": content_type}
            answer = await anna.http.post(UPLOADS, content=b"nothing like a form", headers=headers)
            assert answer.status_code in (400, 422)


class TestAKey:
    async def test_stores_a_file_once(self, portal: Portal, office: Office) -> None:
        anna = await portal.caller()
        first, second = [await send(anna, key="k") for _ in range(2)]
        assert (first.status_code, second.status_code, second.json()) == (201, 201, first.json())
        assert await office.count(ROWS) == 1

    async def test_of_another_file_or_name_is_refused(self, portal: Portal) -> None:
        anna = await portal.caller()
        await send(anna, key="k")
        for content, name in ((pdf(b"other"), "meter.pdf"), (pdf(), "other.pdf")):
            assert_problem(await send(anna, content, name, key="k"), 409, "idempotency_key_reused")

    async def test_is_free_again_after_a_refusal(self, portal: Portal) -> None:
        anna = await portal.caller()
        assert_problem(await send(anna, HTML, key="k"), 415, "attachment_refused")
        assert (await send(anna, key="k")).status_code == 201

    async def test_works_for_agents_too(self, portal: Portal, office: Office) -> None:
        thread = await office.thread()
        aino = await portal.caller(agent="aino")
        first, second = [await send(aino, key="k", thread_id=thread) for _ in range(2)]
        assert first.json() == second.json()
        assert await office.count(ROWS) == 1


class TestTheSameContent:
    async def test_lies_in_the_store_once(self, portal: Portal, office: Office, data_dir: Path) -> None:
        content = pdf(uuid4().hex.encode())
        before = _blobs(data_dir)
        callers = [await portal.caller(), await portal.caller("erik")]
        files = await asyncio.gather(*(sent(caller, content) for caller in callers for _ in range(3)))
        assert len({file["id"] for file in files}) == 6
        [blob] = _blobs(data_dir) - before
        assert blob.read_bytes() == content
        assert blob.parent.parent.stat().st_mode & 0o077 == 0


class TestReading:
    async def test_a_document_is_saved_and_a_picture_shown_and_neither_is_run(self, portal: Portal) -> None:
        anna = await portal.caller()
        for content, name, disposition in ((pdf(), "räkning.pdf", "attachment"), (JPEG, "a.jpg", "inline")):
            file = await sent(anna, content, name)
            answer = await anna.http.get(file["url"])
            assert (answer.status_code, answer.content) == (200, content)
            headers = answer.headers
            assert headers["content-type"] == file["media_type"]
            assert headers["content-disposition"].startswith(f"{disposition}; filename=")
            assert headers.get_list("content-security-policy") == ["sandbox; default-src 'none'"]
            assert headers.get_list("x-content-type-options") == ["nosniff"]
            assert headers.get_list("cache-control") == ["private, max-age=600, immutable"]
            assert headers["content-length"] == str(len(content))

    async def test_is_for_the_customer_whose_file_it_is(self, portal: Portal, office: Office) -> None:
        anna, erik = await portal.caller(), await portal.caller("erik")
        file = await sent(anna)
        assert_problem(await erik.http.get(file["url"]), 404, "attachment_not_found")
        await post_with(office, file["id"])
        assert (await anna.http.get(file["url"])).status_code == 200
        assert_problem(await erik.http.get(file["url"]), 404, "attachment_not_found")
        assert_problem(await (await portal.browser()).http.get(file["url"]), 401, "sign_in_needed")

    @pytest.mark.parametrize("file_id", ["6e921247-3d30-4a19-96a0-e37df0bc66b9", "x", "..%2f..%2fsession.key", "%00"])
    async def test_of_what_does_not_exist_is_not_found(self, portal: Portal, file_id: str) -> None:
        anna = await portal.caller()
        assert (await anna.http.get(f"{UPLOADS}/{file_id}")).status_code in (404, 422)

    async def test_by_an_agent_is_written_down(self, portal: Portal, office: Office) -> None:
        anna, aino = await portal.caller(), await portal.caller(agent="aino")
        file = await sent(anna)
        thread = await post_with(office, file["id"])
        assert (await aino.http.get(file["url"])).content == pdf()
        noted = f"SELECT count(*) FROM agent_action WHERE agent_id = 'aino' AND thread_id = '{thread}'"
        assert await office.count(f"{noted} AND action = 'read_file' AND details->>'attachment' = '{file['id']}'") == 1
        assert (await anna.http.get(file["url"])).status_code == 200
        assert await office.count("SELECT count(*) FROM agent_action WHERE action = 'read_file'") == 1

    async def test_by_an_agent_waits_until_the_customer_has_sent_it(self, portal: Portal, office: Office) -> None:
        anna, aino = await portal.caller(), await portal.caller(agent="aino")
        file = await sent(anna)
        assert_problem(await aino.http.get(file["url"]), 404, "attachment_not_found")
        assert await office.count("SELECT count(*) FROM agent_action WHERE action = 'read_file'") == 0

    async def test_by_the_customer_waits_until_the_agent_has_sent_it(self, portal: Portal, office: Office) -> None:
        thread = await office.held_by("aino")
        anna, aino = await portal.caller(), await portal.caller(agent="aino")
        file = await sent(aino, thread_id=thread)
        assert_problem(await anna.http.get(file["url"]), 404, "attachment_not_found")
        assert (await aino.http.get(file["url"])).status_code == 200
        agent = await office.agent("aino")
        event = await office.desk.post(agent, thread, "one", "Here", [file["id"]])
        assert event.payload["attachments"] == [file]
        assert (await anna.http.get(file["url"])).content == pdf()

    async def test_whoever_is_both_reads_as_the_customer_where_that_is_enough(
        self, portal: Portal, office: Office
    ) -> None:
        anna, both = await portal.caller(), await portal.caller("erik")
        await both.http.post(f"{API}/demo/sign-in", json={"agent": "aino"})
        own, others = await sent(both), await sent(anna)
        await post_with(office, others["id"])
        for file in (own, others):
            assert (await both.http.get(file["url"])).status_code == 200
        assert await office.count("SELECT count(*) FROM agent_action WHERE action = 'read_file'") == 1


class TestAnAgentsUpload:
    async def test_is_for_the_customer_of_a_thread(self, portal: Portal, office: Office) -> None:
        thread = await office.thread()
        aino = await portal.caller(agent="aino")
        assert_problem(await send(aino, thread_id="nowhere"), 404, "thread_not_found")
        await sent(aino, thread_id=thread)
        owned = "SELECT count(*) FROM attachment WHERE principal = 'person:anna' AND uploaded_by = 'agent:aino'"
        assert await office.count(owned) == 1
        assert_problem(await send(aino), 401, "sign_in_needed")


class TestLimits:
    async def test_are_counted_per_customer_and_not_for_agents(self, start: Start, office: Office) -> None:
        address = await start(worker=False, today=None, attachments_per_hour=2)
        async with AsyncExitStack() as stack:
            portal = Portal(stack, address)
            anna, erik, aino = await portal.caller(), await portal.caller("erik"), await portal.caller(agent="aino")
            answers = await asyncio.gather(*(send(anna, key=f"k{n}") for n in range(5)))
            assert sorted(answer.status_code for answer in answers) == [201, 201, 429, 429, 429]
            refused = next(answer for answer in answers if answer.status_code == 429)
            assert_problem(refused, 429, "too_many_attachments")
            await sent(erik)
            thread = await office.thread()
            for _ in range(3):
                await sent(aino, thread_id=thread)

    async def test_count_bytes(self, start: Start) -> None:
        address = await start(worker=False, today=None, attachments_mb_per_hour=10)
        async with AsyncExitStack() as stack:
            anna = await Portal(stack, address).caller()
            await sent(anna, pdf(padding=6_000_000))
            assert_problem(await send(anna, pdf(b"2", padding=6_000_000)), 429, "too_many_attachments")
            await sent(anna, pdf(padding=1_000_000))


def _blobs(data_dir: Path) -> set[Path]:
    return {path for path in (data_dir / "attachments").rglob("*") if path.is_file()}


class TestAForm:
    async def test_where_none_is_expected_is_refused_and_frees_the_key(self, portal: Portal, office: Office) -> None:
        anna = await portal.caller()
        answer = await anna.http.post(
            f"{API}/payments", files={"file": ("a.pdf", pdf())}, headers={"Idempotency-Key": "k"}
        )
        assert answer.status_code in (400, 422)
        assert await office.count("SELECT count(*) FROM idempotency_key") == 0
