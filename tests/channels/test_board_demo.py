"""The demo's past fortnight: believable, over, always the same, and written only where nobody has written yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlalchemy import func, select, text
from sqlmodel import col

from channels.message_center.models import Thread, ThreadEvent
from channels.supervisor.demo_history import fill_demo_history, invented
from channels.supervisor.period import Period
from channels.supervisor.statistics import statistics
from tests.channels.support import Office
from tests.conftest import TODAY
from tests.tools.support import ANNA
from tools.context import FrozenClock
from tools.database import SessionFactory

CLOCK = FrozenClock(TODAY)
PAST = Period(TODAY - timedelta(days=14), TODAY)


@pytest.fixture
async def filled(database_url: str, sessions: SessionFactory) -> AsyncIterator[str]:
    """The database with a past; the invented customers leave again, for other tests share the ledger's."""
    assert await fill_demo_history(database_url, CLOCK)
    yield database_url
    async with sessions.begin() as session:
        await session.execute(text("DELETE FROM customer WHERE id LIKE 'demo-%'"))


class TestTheDemosPast:
    async def test_is_over(self, filled: str, office: Office) -> None:
        async with office.sessions() as session:
            threads = (await session.scalars(select(Thread))).all()
        assert 120 <= len(threads) <= 180
        assert {thread.status for thread in threads} == {"closed"}
        assert all(thread.created_at < (thread.closed_at or CLOCK.now()) < CLOCK.now() for thread in threads)
        assert {thread.language for thread in threads} == {"en", "fi", "sv", "nb"}

    async def test_leaves_those_alone_whom_one_can_be(self, filled: str, office: Office) -> None:
        async with office.sessions() as session:
            counted = Counter(await session.scalars(select(col(Thread.principal))))
        assert {who: count for who, count in counted.items() if "demo-" not in who} == {
            "person:anna": 2,
            "person:erik": 2,
            "person:ingrid": 2,
        }
        fresh = await office.center.open_thread(ANNA, None)
        assert fresh.last_seq == 0

    async def test_has_gapless_logs_in_order(self, filled: str, office: Office) -> None:
        async with office.sessions() as session:
            query = select(
                func.count(), func.max(ThreadEvent.seq), func.bool_and(col(Thread.last_seq) >= col(ThreadEvent.seq))
            ).join(Thread, col(Thread.id) == col(ThreadEvent.thread_id))
            rows = (await session.execute(query.group_by(col(ThreadEvent.thread_id)))).all()
        assert all(count == last and fine for count, last, fine in rows)

    async def test_gives_every_chart_something_to_show(self, filled: str, office: Office) -> None:
        async with office.sessions.begin() as session:
            found = await statistics(session, PAST, CLOCK)
        assert found.begun.alone > found.begun.person > 20
        assert len(found.handoffs) >= 4
        assert found.promises.broken >= 1
        assert (found.promises.share or 0) > 0.8
        assert found.assistant.count > 20 < found.assistant.count + found.people.count
        assert 0 < (found.ended.share_again or 0) < 0.3
        assert found.safety.replaced
        assert found.safety.failed

    async def test_is_invented_once(self, filled: str) -> None:
        assert not await fill_demo_history(filled, CLOCK)

    def test_is_the_same_for_the_same_day(self) -> None:
        one, two = ([row.model_dump() for row in invented(CLOCK.now())] for _ in range(2))
        assert one == two
