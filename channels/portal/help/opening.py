"""When people answer: now, in an ordinary week, and on the days ahead that are different."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, get_args

from babel.dates import format_date as babel_date
from babel.dates import get_day_names

from channels.portal.help.reader import Reader
from knowledge.articles import Articles
from knowledge.formats import locale_of
from knowledge.hours import Hours, Line, Times, load_hours
from knowledge.hours_words import written_interval, written_moment, written_times

LINES: tuple[Line, ...] = get_args(Line)
_AHEAD = timedelta(weeks=8)
_DAYS = {"en": "EEEE d MMMM", "fi": "cccc d.M.", "sv": "EEEE d MMMM", "nb": "EEEE d. MMMM"}
_ARTICLES = ("reach-a-person", "message-center", "phone-number")


@dataclass(frozen=True)
class LineNow:
    """One way to reach people, as it stands at a moment.

    Attributes:
        line: phone or message_center.
        open: whether somebody answers.
        opens: when somebody answers next, in words; None while it is open, or when that is not within a month.
        answer: by when somebody answers what is written now, in words; None when that cannot be told.
        week: the days of an ordinary week and their hours, in words; empty when it is closed.
    """

    line: Line
    open: bool
    opens: str | None
    answer: str | None
    week: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class OtherDay:
    """A day with other hours than usual: in words, and per line its hours; empty when it is closed."""

    day: str
    hours: tuple[str, ...]


def opening_facts(reader: Reader, articles: Articles) -> dict[str, Any]:
    """What the page of opening hours shows.

    Args:
        reader: who reads it, and when.
        articles: all of them, to link to.
    """
    hours = load_hours()
    found = [article for name in _ARTICLES if (article := reader.find(articles, name))]
    return {
        "lines": [line_now(hours, reader, line) for line in LINES],
        "busiest": written_times(hours.busiest(reader.country), reader.language),
        "other_days": _other_days(hours, reader),
        "links": [(article.title, reader.path(article.id)) for article in found],
    }


def line_now(hours: Hours, reader: Reader, line: Line) -> LineNow:
    """A line as it stands for the reader now."""
    opens = hours.next_opening(reader.country, reader.now, line)
    answer = hours.expected_answer(reader.country, reader.now, line)
    is_open = hours.is_open(reader.country, reader.now, line)
    return LineNow(
        line=line,
        open=is_open,
        opens=None if is_open else said_moment(reader, opens),
        answer=said_moment(reader, answer),
        week=_week(hours, reader, line),
    )


def said_moment(reader: Reader, moment: datetime | None) -> str | None:
    """A moment in words, as seen from the reader's day; None stays None.

    Args:
        reader: who reads it, and when.
        moment: in the zone of the reader's country.
    """
    if moment is None:
        return None
    return written_moment(moment, reader.language, reader.now.astimezone(moment.tzinfo).date())


def _week(hours: Hours, reader: Reader, line: Line) -> tuple[tuple[str, str], ...]:
    names = get_day_names("wide", "stand-alone", locale=locale_of(reader.language))
    weekly = hours.weekly(reader.country, line)
    return tuple(
        (names[weekday], _written([one for one in weekly if one.weekday == weekday], reader)) for weekday in range(7)
    )


def _other_days(hours: Hours, reader: Reader) -> list[OtherDay]:
    last = reader.today + _AHEAD
    changed = {
        line: {day.day: day.hours for day in hours.exceptions(reader.country, reader.today, last, line)}
        for line in LINES
    }
    days = sorted({day for each in changed.values() for day in each})
    return [
        OtherDay(_day(day, reader), tuple(_on(hours, reader, line, day, changed[line]) for line in LINES))
        for day in days
    ]


def _on(hours: Hours, reader: Reader, line: Line, day: date, changed: dict[date, tuple[Times, ...]]) -> str:
    """The hours of a line on a day on which at least one of them has other hours than usual."""
    usual = [one for one in hours.weekly(reader.country, line) if one.weekday == day.weekday()]
    return _written(changed.get(day, usual), reader)


def _written(times: Sequence[Times], reader: Reader) -> str:
    return ", ".join(written_interval(one, reader.language) for one in times)


def _day(day: date, reader: Reader) -> str:
    written = babel_date(day, _DAYS[reader.language], locale=locale_of(reader.language))
    return written[0].upper() + written[1:]
