"""Service hours as people write them: ``Mon–Thu 8–18, Fri 8–12 / 13–16``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import groupby

from babel.dates import format_date, get_day_names
from babel.lists import format_list

from knowledge.formats import locale_of
from knowledge.hours import DayHours, Times


@dataclass(frozen=True)
class _Moment:
    """How a language writes a moment: on the same day, on another one, and that day."""

    today: str
    other: str
    day: str


_MOMENTS = {
    "en": _Moment("today at {clock}", "{day} at {clock}", "EEEE d MMMM"),
    "fi": _Moment("tänään klo {clock}", "{day} klo {clock}", "EEEE d.M."),
    "sv": _Moment("i dag kl. {clock}", "{day} kl. {clock}", "EEEE d MMMM"),
    "nb": _Moment("i dag kl. {clock}", "{day} kl. {clock}", "EEEE d. MMMM"),
}


def written_week(hours: Sequence[DayHours], language: str) -> str:
    """The hours of a week in short.

    Args:
        hours: the intervals of a week, in order.
        language: en, fi, sv or nb.
    """
    days = [
        (weekday, " / ".join(written_interval(one, language) for one in intervals))
        for weekday, intervals in groupby(hours, key=lambda one: one.weekday)
    ]
    # Days in a row with the same hours: their weekday less their place in the list stays the same.
    runs = groupby(enumerate(days), key=lambda placed: (placed[1][0] - placed[0], placed[1][1]))
    return ", ".join(f"{_days([weekday for _, (weekday, _) in run], language)} {written}" for (_, written), run in runs)


def written_times(times: Sequence[Times], language: str) -> str:
    """Several times of a day: ``10–13 and 15:30–16:30``.

    Args:
        times: in order.
        language: en, fi, sv or nb.
    """
    return format_list([written_interval(one, language) for one in times], locale=locale_of(language))


def written_interval(one: Times, language: str) -> str:
    """An interval of a day: ``8–17``, ``15:30–16:30``, ``15.30–16.30``."""
    return f"{written_clock(one.opens, language)}–{written_clock(one.closes, language)}"


def written_clock(clock: time, language: str) -> str:
    """A time of the day, without minutes when there are none: ``8``, ``15:30``, ``15.30``."""
    minutes = f"{'.' if language in ('fi', 'nb') else ':'}{clock.minute:02}" if clock.minute else ""
    return f"{clock.hour}{minutes}"


def written_moment(at: datetime, language: str, today: date) -> str:
    """A moment by day and clock: ``today at 15:30``, ``maanantaina 23.11. klo 8``.

    Args:
        at: in the zone of the reader.
        language: en, fi, sv or nb.
        today: the reader's date.
    """
    words = _MOMENTS[language]
    # "at 8" alone reads like a number in English.
    clock = f"{at.hour}:{at.minute:02}" if language == "en" else written_clock(at.time(), language)
    if at.date() == today:
        return words.today.format(clock=clock)
    return words.other.format(day=format_date(at.date(), words.day, locale=locale_of(language)), clock=clock)


def _days(weekdays: Sequence[int], language: str) -> str:
    names = get_day_names("abbreviated", locale=locale_of(language))
    first, last = (names[weekday].rstrip(".") for weekday in (weekdays[0], weekdays[-1]))
    return first if first == last else f"{first}–{last}"
