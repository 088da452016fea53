"""Statistics as a table for spreadsheets: one row per day and measure."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from channels.supervisor.figures import DayFigures, Spread, Statistics

# What spreadsheets take for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_HEAD = ("day", "measure", "value")


def csv_of(statistics: Statistics) -> str:
    """The days of a period: day, measure, value. Times are in seconds; a figure that a day has not is left out."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_HEAD)
    for day in statistics.days:
        writer.writerows([safe(day.day.isoformat()), safe(name), safe(str(value))] for name, value in _rows(day))
    return out.getvalue()


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _rows(day: DayFigures) -> Iterator[tuple[str, float]]:
    yield "begun", day.begun.alone + day.begun.person
    yield "begun_without_person", day.begun.alone
    yield "ended", day.ended.count
    yield "ended_without_person", day.ended.alone
    yield "came_back_within_7_days", day.ended.again
    yield from _spread("resolution", day.resolution)
    yield "handoffs", day.handoffs
    yield "promises_kept", day.promises.kept
    yield "promises_broken", day.promises.broken
    yield from _spread("first_answer", day.answer_wall)
    yield from _spread("first_answer_in_service_time", day.answer_served)
    for part, ratings in (("assistant", day.assistant), ("people", day.people)):
        yield f"ratings_{part}", ratings.count
        if ratings.mean is not None:
            yield f"rating_mean_{part}", ratings.mean
    yield "turns", day.safety.turns
    yield "words_replaced", day.safety.replaced
    yield "models_failed", day.safety.failed


def _spread(name: str, spread: Spread) -> Iterator[tuple[str, float]]:
    if spread.median is not None and spread.p90 is not None:
        yield f"{name}_median_seconds", spread.median
        yield f"{name}_p90_seconds", spread.p90
