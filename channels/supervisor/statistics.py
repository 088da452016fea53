"""The figures of a period, from the facts in the database."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from assistant.replies.catalogue import say
from channels.supervisor.facts import DAY, HOUR, favour_large_reads, parameters, query, together
from channels.supervisor.figures import (
    Count,
    DayFigures,
    Ended,
    HourVolume,
    Promises,
    Safety,
    Satisfaction,
    Spread,
    Statistics,
    Volume,
    share_of,
)
from channels.supervisor.period import Period
from knowledge.served_time import served_seconds
from tools.context import Clock

# Moments become days before they are counted, and days become words afterwards: that is fast.
_DAY = f"{DAY} AS day"
_EVERY_HANDED = f"""SELECT thread_id, CAST({DAY} AS text) AS day, extract(epoch FROM at) AS at, country, reason,
    extract(epoch FROM answered_at) AS answered_at, promise FROM handed"""
_HANDED = query("handed", _EVERY_HANDED)
_CONVERSATIONS = together(
    begun=f"""SELECT CAST(day AS text), hour, person, times FROM (
        SELECT {_DAY}, {HOUR} AS hour, person, count(*) AS times FROM begun GROUP BY 1, 2, 3) counted""",
    handed=_EVERY_HANDED,
    ended=f"""SELECT CAST(day AS text), count(*) AS times, count(*) FILTER (WHERE NOT person) AS alone,
            count(*) FILTER (WHERE again) AS again, count(seconds) AS closed,
            percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS median,
            percentile_cont(0.9) WITHIN GROUP (ORDER BY seconds) AS p90
        FROM (SELECT *, {_DAY} FROM ended) dated GROUP BY GROUPING SETS ((dated.day), ())""",
)
_RATED = query(
    "rated",
    f"""SELECT CAST(day AS text), part, score, times FROM (
        SELECT {_DAY}, part, score, count(*) AS times FROM rated GROUP BY 1, 2, 3) counted""",
)
_TURNED = query(
    "turned",
    f"""SELECT CAST(day AS text), replaced, failed, times FROM (
        SELECT {_DAY}, replaced, failed, count(*) AS times FROM turned GROUP BY 1, 2, 3) counted""",
)


class Handed:
    """A conversation that was handed to people.

    Args:
        row: of ``_EVERY_HANDED``, with moments in seconds since 1970.

    Attributes:
        at: when.
        day: the same, as a date in Stockholm.
        promise: ``kept``, ``broken``, ``waiting`` or ``stopped``.
        wall: seconds until a person answered; None while nobody has.
        served: the same, in service time only.
    """

    def __init__(self, row: Any) -> None:
        self.thread_id: str = row.thread_id
        self.day: str = row.day
        self.reason: str = row.reason
        self.promise: str = row.promise
        self.at = datetime.fromtimestamp(float(row.at), UTC)
        self.wall = self.served = None
        if row.answered_at is not None:
            answered = datetime.fromtimestamp(float(row.answered_at), UTC)
            self.wall = (answered - self.at).total_seconds()
            self.served = served_seconds(row.country, self.at, answered)


async def handed_over(session: AsyncSession, period: Period, clock: Clock) -> list[Handed]:
    """All handoffs of a period."""
    return [Handed(row) for row in await session.execute(_HANDED, parameters(period, clock))]


@dataclass(frozen=True)
class _Facts:
    """What happened, in a period or on one of its days; all but handoffs as rows of how often."""

    begun: Sequence[Any]
    handed: Sequence[Handed]
    ended: Sequence[Any]
    rated: Sequence[Any]
    turned: Sequence[Any]

    def by_day(self) -> dict[str, _Facts]:
        """The same, day by day; days on which nothing happened are left out."""
        days: dict[str, dict[str, list[Any]]] = defaultdict(lambda: {name: [] for name in vars(self)})
        for name, rows in vars(self).items():
            for row in rows:
                if row.day is not None:
                    days[row.day][name].append(row)
        return {day: _Facts(**facts) for day, facts in days.items()}


_NOTHING = _Facts((), (), (), (), ())


async def statistics(session: AsyncSession, period: Period, clock: Clock) -> Statistics:
    """Every figure of a period; ``docs/measures.md`` defines them.

    Args:
        session: a transaction of its own, whose settings are changed.
        period: which days, and of which conversations.
        clock: the time.
    """
    await favour_large_reads(session)
    given = parameters(period, clock)
    begun, handed, ended = (
        [SimpleNamespace(**row) for row in rows] for rows in (await session.execute(_CONVERSATIONS, given)).one()
    )
    rated = (await session.execute(_RATED, given)).all()
    turned = (await session.execute(_TURNED, given)).all()
    facts = _Facts(begun, [Handed(row) for row in handed], ended, rated, turned)
    hours: dict[int, list[Any]] = {hour: [] for hour in range(24)}
    for row in begun:
        hours[row.hour].append(row)
    days = facts.by_day()
    whole = replace(facts, ended=[row for row in ended if row.day is None])
    return Statistics(
        first=period.first,
        last=period.last,
        hours=[HourVolume(hour=hour, **_volume(rows).model_dump()) for hour, rows in hours.items()],
        days=[_day(day, days.get(day.isoformat(), _NOTHING)) for day in period.days],
        handoffs=_reasons(facts.handed),
        replaced=_replaced(facts.turned),
        **_figures(whole),
    )


def _day(day: date, facts: _Facts) -> DayFigures:
    return DayFigures(day=day, handoffs=len(facts.handed), **_figures(facts))


def _figures(facts: _Facts) -> dict[str, Any]:
    """What a day and a whole period have alike."""
    return {
        "begun": _volume(facts.begun),
        "ended": _ended(facts.ended[0]) if facts.ended else Ended(),
        "resolution": _resolution(facts.ended[0]) if facts.ended else Spread.of([]),
        "promises": _promises(facts.handed),
        "answer_wall": _spread(each.wall for each in facts.handed),
        "answer_served": _spread(each.served for each in facts.handed),
        "assistant": _satisfaction(facts.rated, "assistant"),
        "people": _satisfaction(facts.rated, "people"),
        "safety": _safety(facts.turned),
    }


def _volume(rows: Iterable[Any]) -> Volume:
    counted: Counter[bool] = Counter()
    for row in rows:
        counted[row.person] += row.times
    return Volume(alone=counted[False], person=counted[True])


def _ended(row: Any) -> Ended:
    return Ended(
        count=row.times,
        alone=row.alone,
        again=row.again,
        share_alone=share_of(row.alone, row.times),
        share_again=share_of(row.again, row.times),
    )


def _resolution(row: Any) -> Spread:
    median, p90 = (None if value is None else round(value) for value in (row.median, row.p90))
    return Spread(count=row.closed, median=median, p90=p90)


def _reasons(handed: Sequence[Handed]) -> list[Count]:
    counted = Counter(each.reason for each in handed).most_common()
    return [Count(key=reason, text=say("reason", "en", reason=reason), count=count) for reason, count in counted]


def _promises(handed: Sequence[Handed]) -> Promises:
    of = Counter(each.promise for each in handed)
    share = share_of(of["kept"], of["kept"] + of["broken"])
    return Promises(kept=of["kept"], broken=of["broken"], waiting=of["waiting"], stopped=of["stopped"], share=share)


def _spread(seconds: Iterable[float | None]) -> Spread:
    return Spread.of(each for each in seconds if each is not None)


def _satisfaction(rows: Iterable[Any], part: str) -> Satisfaction:
    scores = [0] * 5
    for row in rows:
        if row.part == part:
            scores[row.score - 1] += row.times
    return Satisfaction.of(scores)


def _safety(rows: Sequence[Any]) -> Safety:
    return Safety(
        turns=sum(row.times for row in rows),
        replaced=sum(row.times for row in rows if row.replaced),
        failed=sum(row.times for row in rows if row.failed),
    )


def _replaced(rows: Sequence[Any]) -> list[Count]:
    counted: Counter[str] = Counter()
    for row in rows:
        if row.replaced:
            counted[row.replaced] += row.times
    return [Count(key=why, text=why[0].upper() + why[1:], count=count) for why, count in counted.most_common()]
