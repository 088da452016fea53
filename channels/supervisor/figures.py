"""What the statistics answer; every time is in whole seconds, every share between 0 and 1."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pydantic import BaseModel


class Spread(BaseModel):
    """How long something took: half of them at most ``median``, nine of ten at most ``p90``; null where there is none.

    Between two values it is interpolated, as ``percentile_cont`` of SQL does.
    """

    count: int
    median: int | None
    p90: int | None

    @classmethod
    def of(cls, seconds: Iterable[float]) -> Spread:
        """The spread of some times."""
        known = sorted(seconds)
        return cls(count=len(known), median=_percentile(known, 0.5), p90=_percentile(known, 0.9))


def _percentile(known: list[float], share: float) -> int | None:
    if not known:
        return None
    place = share * (len(known) - 1)
    below = int(place)
    above = min(below + 1, len(known) - 1)
    return round(known[below] + (known[above] - known[below]) * (place - below))


def share_of(part: int, whole: int) -> float | None:
    """A part of a whole; None of nothing."""
    return round(part / whole, 4) if whole else None


class Count(BaseModel):
    """How often something happened; ``key`` as drill-downs take it, ``text`` in words."""

    key: str
    text: str
    count: int


class Volume(BaseModel):
    """Conversations that were begun: those that stayed with the assistant, and those that reached people."""

    alone: int = 0
    person: int = 0


class HourVolume(Volume):
    """Those begun in one hour of the day, of all days together."""

    hour: int


class Promises(BaseModel):
    """What became of the promises made to those who were handed to people.

    Attributes:
        kept: answered in time.
        broken: not in time.
        waiting: not answered yet, and still in time.
        stopped: the customer left the queue, or the conversation was closed, before there was an answer.
        share: kept, of those kept and broken.
    """

    kept: int
    broken: int
    waiting: int
    stopped: int
    share: float | None


class Satisfaction(BaseModel):
    """How customers rated one part; ``scores`` from 1 to 5."""

    count: int
    mean: float | None
    scores: list[int]

    @classmethod
    def of(cls, scores: list[int]) -> Satisfaction:
        """From how often each score was given, 1 first."""
        count, points = sum(scores), sum(score * times for score, times in enumerate(scores, start=1))
        return cls(count=count, mean=round(points / count, 2) if count else None, scores=scores)


class Ended(BaseModel):
    """Conversations that ended: how many without a person, and after how many the customer came back."""

    count: int = 0
    alone: int = 0
    again: int = 0
    share_alone: float | None = None
    share_again: float | None = None


class Safety(BaseModel):
    """Turns of the assistant, those in which a safeguard replaced a model's words, those in which models failed."""

    turns: int = 0
    replaced: int = 0
    failed: int = 0


class DayFigures(BaseModel):
    """The figures of one day."""

    day: date
    begun: Volume
    ended: Ended
    resolution: Spread
    handoffs: int
    promises: Promises
    answer_wall: Spread
    answer_served: Spread
    assistant: Satisfaction
    people: Satisfaction
    safety: Safety


class Statistics(BaseModel):
    """The figures of a period.

    Attributes:
        hours: conversations begun, by hour of the day in Stockholm.
        handoffs: by reason, most frequent first.
        answer_wall: from a handoff to the first answer of a person.
        answer_served: the same, in service time only.
        resolution: from a conversation's beginning to its closing.
        replaced: by which safeguard.
        assistant: how customers rated the assistant's part; ``people`` for people's.
    """

    first: date
    last: date
    begun: Volume
    hours: list[HourVolume]
    days: list[DayFigures]
    ended: Ended
    resolution: Spread
    handoffs: list[Count]
    promises: Promises
    answer_wall: Spread
    answer_served: Spread
    assistant: Satisfaction
    people: Satisfaction
    safety: Safety
    replaced: list[Count]
