"""Other systems follow threads: in order, once where all goes well, again where it does not, and never a note."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from pydantic import TypeAdapter

from channels.message_center.models import Audience, ThreadEvent
from channels.message_center.records import WebhookEndpoint
from channels.message_center.repository import ThreadRepository
from channels.webhooks.repository import WebhookRepository
from channels.webhooks.service import Pace, Webhooks
from channels.wire.webhook import WebhookDelivery
from tests.channels.receiver import Receiver
from tests.channels.support import Office
from tests.tools.support import ANNA, ERIK
from tools.ledger.errors import BadSignature

_QUICK = Pace(sweep_seconds=0.05, retry_seconds=0.02, most_failures=4)
_DOCUMENTED: TypeAdapter[WebhookDelivery] = TypeAdapter(WebhookDelivery)
AddEndpoint = Callable[..., Awaitable[WebhookEndpoint]]


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    """Another system."""
    async with Receiver.open() as receiver:
        yield receiver


@pytest.fixture
def follow(office: Office) -> AddEndpoint:
    """Adds an endpoint."""

    async def follow(url: str, *kinds: str) -> WebhookEndpoint:
        endpoint = WebhookEndpoint(id=uuid4(), url=url, secret="shared", kinds=[*kinds], at=datetime.now(UTC))
        async with office.sessions.begin() as session:
            await WebhookRepository(session).add(endpoint)
        return endpoint

    return follow


@asynccontextmanager
async def working(office: Office, database_url: str, workers: int = 1, pace: Pace = _QUICK) -> AsyncIterator[None]:
    """Processes that deliver."""
    async with AsyncExitStack() as stack:
        for _ in range(workers):
            webhooks = Webhooks(database_url, office.sessions, private=True, pace=pace)
            task = asyncio.create_task(webhooks.run())
            stack.push_async_callback(asyncio.wait, [task])
            stack.callback(task.cancel)
        yield


async def write(
    office: Office, thread_id: str, count: int = 1, kind: str = "message", audience: Audience = "public"
) -> None:
    """Events of an agent, each in a transaction of its own."""
    for _ in range(count):
        async with office.sessions.begin() as session:
            threads = ThreadRepository(session)
            thread = await threads.get(thread_id, lock=True)
            event = ThreadEvent.new(
                kind, "agent", {"text": "words"}, office.clock.now(), name="Aino", audience=audience
            )
            await threads.append(thread, event)


async def active(office: Office) -> list[bool]:
    """Which endpoints are served."""
    async with office.sessions() as session:
        return [endpoint.active for endpoint in await WebhookRepository(session).endpoints()]


class TestDelivering:
    async def test_sends_each_event_in_order_signed_and_as_documented(
        self, office: Office, database_url: str, receiver: Receiver, follow: AddEndpoint
    ) -> None:
        endpoint = await follow(receiver.url)
        async with working(office, database_url):
            threads = [await office.thread(ANNA), await office.thread(ERIK)]
            await asyncio.gather(*(write(office, thread, 20) for thread in threads))
            await receiver.until(lambda: len(receiver.taken) == 40)
        for thread in threads:
            assert receiver.seqs(thread) == list(range(1, 21))
        first = receiver.taken[0]
        first.verify("shared")
        with pytest.raises(BadSignature):
            first.verify("another")
        assert first.id == f"{endpoint.id}:{first.thread}:1"
        assert _DOCUMENTED.validate_python(first.told, strict=True) == first.told
        assert first.told["endpoint"] == str(endpoint.id)

    async def test_begins_now_and_replays_nothing(
        self, office: Office, database_url: str, receiver: Receiver, follow: AddEndpoint
    ) -> None:
        old = await office.thread()
        await write(office, old, 5)
        await follow(receiver.url)
        async with working(office, database_url):
            new = await office.thread()
            await write(office, new, 2)
            await write(office, old)
            await receiver.until(lambda: len(receiver.taken) == 3)
        assert (receiver.seqs(old), receiver.seqs(new)) == ([6], [1, 2])

    async def test_catches_up_with_what_happened_while_nobody_worked(
        self, office: Office, database_url: str, receiver: Receiver, follow: AddEndpoint
    ) -> None:
        await follow(receiver.url)
        thread = await office.thread()
        await write(office, thread, 120)
        async with working(office, database_url):
            await receiver.until(lambda: len(receiver.taken) == 120)
        assert receiver.seqs(thread) == list(range(1, 121))

    async def test_by_several_workers_sends_nothing_twice(
        self, office: Office, database_url: str, receiver: Receiver, follow: AddEndpoint
    ) -> None:
        await follow(receiver.url)
        async with working(office, database_url, workers=3):
            threads = [await office.thread() for _ in range(4)]
            await asyncio.gather(*(write(office, thread, 10) for thread in threads))
            await receiver.until(lambda: len(receiver.taken) == 40)
        assert len({each.id for each in receiver.came}) == len(receiver.came) == 40
        for thread in threads:
            assert receiver.seqs(thread) == list(range(1, 11))


class TestWhatIsSent:
    async def test_is_public_unless_kinds_say_otherwise_and_never_a_note(
        self, office: Office, database_url: str, follow: AddEndpoint
    ) -> None:
        async with Receiver.open() as everything, Receiver.open() as chosen:
            await follow(everything.url)
            await follow(chosen.url, "status", "closed", "note")
            thread = await office.thread()
            await write(office, thread, kind="message")
            await write(office, thread, kind="note", audience="internal")
            await write(office, thread, kind="status", audience="internal")
            await write(office, thread, kind="closed")
            async with working(office, database_url):
                await everything.until(lambda: len(everything.taken) == 2)
                await chosen.until(lambda: len(chosen.taken) == 2)
            assert (everything.seqs(thread), chosen.seqs(thread)) == ([1, 4], [3, 4])


class TestFailures:
    async def test_are_tried_again_before_anything_later_is_sent(
        self, office: Office, database_url: str, receiver: Receiver, follow: AddEndpoint
    ) -> None:
        await follow(receiver.url)
        failures = iter([500, 307, 404])
        receiver.answer = lambda each: next(failures, 204) if each.seq == 2 else 204
        async with working(office, database_url):
            thread = await office.thread()
            await write(office, thread, 3)
            await receiver.until(lambda: len(receiver.taken) == 3)
        assert [each.seq for each in receiver.came] == [1, 2, 2, 2, 2, 3]
        assert receiver.seqs(thread) == [1, 2, 3]

    async def test_of_one_endpoint_or_thread_hold_up_no_others(
        self, office: Office, database_url: str, follow: AddEndpoint
    ) -> None:
        async with Receiver.open() as dead, Receiver.open() as healthy:
            dead.held = asyncio.Event()
            await follow(dead.url)
            await follow(healthy.url)
            bad, *good = [await office.thread() for _ in range(6)]
            healthy.answer = lambda each: 500 if each.thread == bad else 204
            async with working(office, database_url, pace=Pace(0.05, 0.02, 1000)):
                await asyncio.gather(*(write(office, thread, 3) for thread in (bad, *good)))
                await healthy.until(lambda: len(healthy.taken) == 15)
                assert dead.taken == []
                dead.held.set()
                await dead.until(lambda: len(dead.taken) == 18)
            for thread in good:
                assert healthy.seqs(thread) == dead.seqs(thread) == [1, 2, 3]

    async def test_switch_the_endpoint_off_in_the_end(
        self, office: Office, database_url: str, receiver: Receiver, follow: AddEndpoint
    ) -> None:
        await follow(receiver.url)
        receiver.answer = lambda _: 503
        async with working(office, database_url):
            thread = await office.thread()
            await write(office, thread)
            await receiver.until(lambda: len(receiver.came) == 4)
            async with asyncio.timeout(10):
                while await active(office) != [False]:  # noqa: ASYNC110  # it stands in the database
                    await asyncio.sleep(0.01)
            await write(office, thread)
        assert len(receiver.came) == 4

    def test_are_tried_for_about_a_day(self) -> None:
        pace = Pace()
        seconds = sum(pace.retry_seconds * 2**n for n in range(pace.most_failures - 1))
        assert 20 * 3600 < seconds < 24 * 3600
