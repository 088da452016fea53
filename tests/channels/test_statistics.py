"""The figures of a small world that was counted by hand, the conversations behind them, and their table."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime
from typing import Any

import pytest

from channels.errors import BadInput
from channels.message_center.models import Thread, ThreadEvent
from channels.message_center.records import Rating, TurnRecord
from channels.supervisor.drill_down import behind
from channels.supervisor.export import csv_of, safe
from channels.supervisor.figures import Spread, Statistics
from channels.supervisor.period import Period
from channels.supervisor.statistics import statistics
from tests.channels.support import Office
from tests.conftest import TODAY

# Sunday the 22nd is today. Stockholm is an hour ahead of UTC; people answer there from 7 to 16 UTC on weekdays.
WEEK = Period(date(2026, 11, 16), TODAY)
FORTNIGHT = Period(date(2026, 11, 9), TODAY)
Step = tuple[str, datetime] | tuple[str, datetime, str]


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November in UTC."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


def rows_of(name: str, customer: str, country: str, *steps: Step, **columns: Any) -> list[Any]:
    """A conversation that begins with its first step: "customer", "assistant", "agent", "handoff" and so on."""
    thread = Thread(
        id=name,
        principal=f"person:{customer}",
        customer_name=customer,
        country=country,
        language={"FI": "fi", "SE": "sv", "NO": "nb"}[country],
        **{"created_at": steps[0][1] if steps else None, **columns},
    )
    events: list[Any] = []
    for seq, (what, moment, *more) in enumerate(steps, start=1):
        payload = {"text": "words", **({"reason": more[0]} if what == "handoff" else {})}
        kind, author = ("message", what) if what in ("customer", "assistant", "agent") else (what, "system")
        if what in ("promise_broken", "left_queue"):
            kind, payload = "status", {"status": what, "text": "words"}
        event = ThreadEvent.new(kind, author, payload, moment)
        event.thread_id, event.seq = name, seq
        events.append(event)
        thread.last_seq, thread.last_at = seq, moment
        if what == "customer":
            thread.customer_seq = thread.answered_seq = seq
        if what == "closed":
            thread.status, thread.closed_at = "closed", moment
    return [thread, *events]


# Name, customer, country, what happens, further columns.
CONVERSATIONS: tuple[tuple[str, str, str, tuple[Step, ...], dict[str, Any]], ...] = (
    (
        "a-fee",
        "anna",
        "FI",
        (("customer", at(16, 8, 30)), ("assistant", at(16, 8, 31)), ("closed", at(16, 9, 30))),
        {},
    ),
    (
        "b-dispute",
        "erik",
        "SE",
        (
            ("customer", at(16, 9)),
            ("assistant", at(16, 9, 1)),
            ("handoff", at(16, 9, 5), "dispute"),
            ("claimed", at(16, 9, 30)),
            ("agent", at(16, 9, 35)),
            ("agent", at(16, 9, 50)),
            ("closed", at(16, 11)),
        ),
        {"handler": "agent:lars"},
    ),
    (
        "c-over-the-weekend",
        "johan",
        "SE",
        (
            ("customer", at(13, 15, 20)),
            ("handoff", at(13, 15, 30), "hardship"),
            ("promise_broken", at(16, 10, 30)),
            ("claimed", at(16, 11, 25)),
            ("agent", at(16, 11, 30)),
            ("closed", at(16, 12)),
        ),
        {"handler": "agent:lars"},
    ),
    ("d-again", "erik", "SE", (("customer", at(19, 8, 10)), ("assistant", at(19, 8, 11))), {}),
    (
        "e-after-midnight",
        "ingrid",
        "NO",
        (("customer", at(19, 23, 30)), ("handoff", at(19, 23, 31), "asked_for_person"), ("left_queue", at(19, 23, 40))),
        {},
    ),
    ("f-waits", "olli", "FI", (("handoff", at(22, 9), "asked_for_person"),), {"handler": "queue"}),
    ("g-empty", "sofia", "FI", (), {"created_at": at(18, 9)}),
    ("h-merged", "anna", "FI", (("customer", at(18, 8)), ("closed", at(18, 9))), {"merged_into": "a-fee"}),
)


@pytest.fixture
async def world(office: Office) -> Office:
    """Eight conversations, two of them of erik and two of anna."""
    rows = [row for name, who, land, steps, more in CONVERSATIONS for row in rows_of(name, who, land, *steps, **more)]
    rows += [
        Rating(thread_id="b-dispute", part="people", score=4, at=at(16, 12)),
        Rating(thread_id="b-dispute", part="assistant", score=2, at=at(16, 12)),
        Rating(thread_id="a-fee", part="assistant", score=5, at=at(17, 12)),
        TurnRecord(thread_id="a-fee", seq=2, at=at(16, 8, 31)),
        TurnRecord(thread_id="b-dispute", seq=2, replaced="ungrounded figures", at=at(16, 9, 1)),
        TurnRecord(thread_id="d-again", seq=2, failed=True, at=at(19, 8, 11)),
    ]
    async with office.sessions.begin() as session:
        for kind in (Thread, ThreadEvent, Rating, TurnRecord):
            session.add_all([row for row in rows if isinstance(row, kind)])
            await session.flush()
    return office


async def figures(world: Office, period: Period = WEEK) -> Statistics:
    async with world.sessions.begin() as session:
        return await statistics(session, period, world.clock)


async def ids(world: Office, measure: str, key: str | None = None, period: Period = WEEK) -> list[str]:
    async with world.sessions() as session:
        return [thread.id for thread in (await behind(session, period, world.clock, measure, key)).threads]


class TestVolume:
    async def test_counts_conversations_with_words_in_them_when_they_begin(self, world: Office) -> None:
        found = await figures(world)
        assert (found.begun.alone, found.begun.person) == (3, 3)  # a d h, b e f; c began before, g is empty
        by_day = {day.day.day: (day.begun.alone, day.begun.person) for day in found.days}
        assert by_day == {16: (1, 1), 17: (0, 0), 18: (1, 0), 19: (1, 0), 20: (0, 1), 21: (0, 0), 22: (0, 1)}

    async def test_counts_hours_of_the_day_in_stockholm(self, world: Office) -> None:
        hours = {each.hour: each.alone + each.person for each in (await figures(world)).hours}
        assert {hour: count for hour, count in hours.items() if count} == {0: 1, 9: 3, 10: 2}
        assert sorted(hours) == list(range(24))

    @pytest.mark.parametrize(("country", "language"), [("SE", None), (None, "sv"), ("SE", "sv")])
    async def test_of_one_country_or_language(self, world: Office, country: str | None, language: str | None) -> None:
        found = await figures(world, Period(WEEK.first, WEEK.last, country, language))
        assert (found.begun.alone, found.begun.person) == (1, 1)
        assert (found.ended.count, found.safety.turns, found.assistant.count) == (3, 2, 1)


class TestEnding:
    async def test_shares_what_ended_without_a_person(self, world: Office) -> None:
        ended = (await figures(world)).ended
        assert (ended.count, ended.alone, ended.share_alone) == (5, 2, 0.4)  # a b c d e, of these a and d

    async def test_a_conversation_that_rests_for_less_than_a_day_has_not_ended(self, world: Office) -> None:
        async with world.sessions.begin() as session:
            session.add(
                Thread(
                    id="i-rests",
                    principal="person:olli",
                    customer_name="O",
                    country="FI",
                    language="fi",
                    created_at=at(21, 12, 30),
                    last_at=at(21, 12, 30),
                    customer_seq=1,
                    answered_seq=1,
                    last_seq=2,
                )
            )
        assert (await figures(world)).ended.count == 5

    async def test_counts_who_came_back_within_a_week(self, world: Office) -> None:
        ended = (await figures(world)).ended
        assert (ended.again, ended.share_again) == (2, 0.4)  # anna wrote h after a, erik wrote d after b
        assert await ids(world, "recontacts") == ["b-dispute", "a-fee"]

    async def test_measures_from_beginning_to_closing(self, world: Office) -> None:
        # an hour, two hours, and 68 hours 40 minutes; what was never closed has no such time
        assert (await figures(world)).resolution == Spread(count=3, median=7200, p90=199_200)


class TestAnswers:
    async def test_of_a_week(self, world: Office) -> None:
        found = await figures(world)
        assert [(each.key, each.count) for each in found.handoffs] == [("asked_for_person", 2), ("dispute", 1)]
        assert found.answer_wall == Spread(count=1, median=1800, p90=1800)
        promises = found.promises
        assert (promises.kept, promises.broken, promises.waiting, promises.stopped) == (1, 0, 1, 1)
        assert promises.share == 1

    async def test_over_a_weekend_count_service_time_only(self, world: Office) -> None:
        found = await figures(world, FORTNIGHT)
        # half an hour and 68 hours by the clock; half an hour and half an hour on Friday with 4.5 hours on Monday
        assert found.answer_wall == Spread(count=2, median=123_300, p90=220_500)
        assert found.answer_served == Spread(count=2, median=9900, p90=16_380)
        assert (found.promises.kept, found.promises.broken, found.promises.share) == (1, 1, 0.5)
        assert await ids(world, "answer_served", period=FORTNIGHT) == ["c-over-the-weekend", "b-dispute"]

    async def test_belong_to_the_day_of_the_handoff(self, world: Office) -> None:
        friday = next(day for day in (await figures(world, FORTNIGHT)).days if day.day == date(2026, 11, 13))
        assert (friday.handoffs, friday.promises.broken, friday.answer_served.median) == (1, 1, 18_000)

    async def test_to_somebody_who_left_and_came_back_belong_to_the_second_handoff(self, world: Office) -> None:
        rows = rows_of(
            "j-twice",
            "sofia",
            "FI",
            ("customer", at(17, 8)),
            ("handoff", at(17, 8, 1), "anger"),
            ("left_queue", at(17, 8, 5)),
            ("customer", at(17, 8, 6)),
            ("handoff", at(17, 8, 10), "anger"),
            ("agent", at(17, 8, 20)),
            ("handed_back", at(17, 8, 30)),
            ("handoff", at(17, 9), "anger"),
            ("agent", at(17, 9, 40)),
        )
        async with world.sessions.begin() as session:
            session.add(rows[0])
            await session.flush()
            session.add_all(rows[1:])
        tuesday = next(day for day in (await figures(world)).days if day.day == date(2026, 11, 17))
        assert (tuesday.handoffs, tuesday.promises.kept, tuesday.promises.stopped) == (3, 2, 1)
        assert tuesday.answer_wall == Spread(count=2, median=1500, p90=2220)


class TestQuality:
    async def test_the_assistants_part_and_the_peoples_are_rated_apart(self, world: Office) -> None:
        found = await figures(world)
        assert (found.assistant.count, found.assistant.mean, found.assistant.scores) == (2, 3.5, [0, 1, 0, 0, 1])
        assert (found.people.count, found.people.mean, found.people.scores) == (1, 4, [0, 0, 0, 1, 0])

    async def test_replaced_words_and_failed_models_are_counted(self, world: Office) -> None:
        found = await figures(world)
        assert (found.safety.turns, found.safety.replaced, found.safety.failed) == (3, 1, 1)
        assert [(each.key, each.count) for each in found.replaced] == [("ungrounded figures", 1)]


class TestBehindAFigure:
    @pytest.mark.parametrize(
        ("measure", "key", "expected"),
        [
            ("begun", None, ["f-waits", "e-after-midnight", "d-again", "h-merged", "b-dispute", "a-fee"]),
            ("begun_hour", "9", ["d-again", "h-merged", "a-fee"]),
            ("begun_day", "2026-11-20", ["e-after-midnight"]),
            ("ended_alone", None, ["d-again", "a-fee"]),
            ("resolution", None, ["c-over-the-weekend", "b-dispute", "a-fee"]),
            ("handoffs", "dispute", ["b-dispute"]),
            ("promises", "waiting", ["f-waits"]),
            ("satisfaction", "assistant:2", ["b-dispute"]),
            ("replaced", "ungrounded figures", ["b-dispute"]),
            ("failed_day", "2026-11-19", ["d-again"]),
            ("promises_broken_day", "2026-11-16", []),
        ],
    )
    async def test_are_its_conversations(
        self, world: Office, measure: str, key: str | None, expected: list[str]
    ) -> None:
        assert await ids(world, measure, key) == expected

    async def test_a_key_that_is_missing_is_told(self, world: Office) -> None:
        with pytest.raises(BadInput, match="key"):
            await ids(world, "handoffs")


class TestTheTable:
    async def test_has_a_row_for_each_day_and_measure(self, world: Office) -> None:
        rows = list(csv.reader(io.StringIO(csv_of(await figures(world)))))
        assert rows[0] == ["day", "measure", "value"]
        monday = {measure: value for day, measure, value in rows if day == "2026-11-16"}
        assert (monday["begun"], monday["ended_without_person"], monday["promises_kept"]) == ("2", "1", "1")
        assert (monday["first_answer_median_seconds"], monday["rating_mean_people"]) == ("1800", "4.0")
        assert {day for day, *_ in rows[1:]} == {f"2026-11-{day}" for day in range(16, 23)}

    @pytest.mark.parametrize("cell", ["=1+1", "+358", "-1", "@sum", "\tx", "\rx"])
    def test_holds_nothing_that_a_spreadsheet_takes_for_a_formula(self, cell: str) -> None:
        assert safe(cell) == f"'{cell}"
        assert safe("begun") == "begun"


class TestPeriods:
    def test_are_a_year_at_most_and_not_backwards(self) -> None:
        with pytest.raises(BadInput):
            Period(TODAY, date(2026, 11, 21))
        with pytest.raises(BadInput):
            Period(date(2025, 11, 21), TODAY)

    async def test_without_anything_are_empty_and_whole(self, office: Office) -> None:
        found = await figures(office)
        assert (found.begun.alone, found.ended.share_alone, found.promises.share) == (0, None, None)
        assert len(found.days) == 7
        assert found.answer_served == Spread(count=0, median=None, p90=None)
