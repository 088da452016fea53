"""Dates as customers write them, in four languages, by a small grammar.

A wrong date costs money, so what cannot be read for certain is not read: the caller asks ("by two weeks" may count from
today or from the due date). Everything that was read is shown to the customer again before anything happens.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from assistant.understanding.date_words import (
    CLOCK,
    COUNT,
    CURRENCY,
    END,
    FIRST,
    LAST,
    MONTH,
    NEXT,
    NEXT_MONTH,
    NEXT_WEEK,
    ORDINAL,
    PAST,
    UNIT,
    WEEKDAY,
    YEAR_END,
)

_MONTH_UNIT = 30


def read_dates(text: str, today: date) -> list[date]:
    """All dates that a text names for certain, each once, in the order in which they stand.

    Args:
        text: the customer's words.
        today: the date that "tomorrow" and a date without a year are counted from.
    """
    return list(dict.fromkeys(day for _, day in sorted(_read(text, today))))


def without_dates(text: str, today: date) -> str:
    """A text without what ``read_dates`` reads, whose figures may look like amounts.

    Args:
        text: the customer's words.
        today: see ``read_dates``.
    """
    for (start, end), _ in sorted(_read(text, today), reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text


def _read(text: str, today: date) -> list[tuple[tuple[int, int], date]]:
    """Every date with its place."""
    found: list[tuple[tuple[int, int], date]] = []
    taken: list[tuple[int, int]] = []
    for pattern, read in _RULES:
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            day = read(match, today)
            if day is not None:
                found.append((match.span(), day))
            # What a rule has understood to be no date is no other rule's date either.
            taken.append(match.span())
    return found


def _which(match: re.Match[str], letter: str) -> int | None:
    """The number in the name of the one named group of a family that matched."""
    for name, value in match.groupdict().items():
        if value is not None and re.fullmatch(rf"{letter}\d+", name):
            return int(name[1:])
    return None


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _months_later(day: date, months: int) -> tuple[int, int]:
    """Year and month so many months after a day's."""
    years, month = divmod(day.month - 1 + months, 12)
    return day.year + years, month + 1


def _last_of(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _coming(month: int, day: int, today: date) -> date | None:
    """The next such day: this year's unless it has passed by more than a month (then next year's is meant)."""
    this_year = _made(today.year, month, day)
    if this_year is None or this_year >= today - timedelta(days=31):
        return this_year
    return _made(today.year + 1, month, day)


def _no_date(match: re.Match[str], today: date) -> None:
    """Reads what looks like a date and is none."""


def _iso(match: re.Match[str], today: date) -> date | None:
    return _made(int(match["y"]), int(match["m"]), int(match["d"]))


def _figures(match: re.Match[str], today: date) -> date | None:
    day, month = int(match["day"]), int(match["mon"])
    if not match["year"]:
        return _coming(month, day, today)
    year = int(match["year"])
    return _made(year + 2000 if year < 100 else year, month, day)


def _named_month(match: re.Match[str], today: date) -> date | None:
    month = _which(match, "m")
    if month is None:
        return None
    if match["year"]:
        return _made(int(match["year"]), month, int(match["day"]))
    return _coming(month, int(match["day"]), today)


def _in_days(match: re.Match[str], today: date) -> date | None:
    count = int(match["figure"]) if match["figure"] else _which(match, "n")
    unit = _which(match, "u")
    if not count or not unit:
        return None
    if unit != _MONTH_UNIT:
        return today + timedelta(days=count * unit)
    year, month = _months_later(today, count)
    return min(_last_of(year, month), date(year, month, 1) + timedelta(days=today.day - 1))


def _after(days: int) -> _Reader:
    return lambda match, today: today + timedelta(days=days)


def _bare_month(match: re.Match[str], today: date) -> date:
    year, month = _months_later(today, 1)
    return min(_last_of(year, month), date(year, month, 1) + timedelta(days=today.day - 1))


def _weekday(match: re.Match[str], today: date) -> date | None:
    """The coming such day; with "next", the one in next calendar week."""
    weekday, said = _which(match, "d"), match.groupdict()
    if weekday is None or said.get("past"):
        return None
    if said.get("next") or said.get("next_after"):
        monday = today + timedelta(days=7 - today.weekday())
        return monday + timedelta(days=weekday)
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _month_end(match: re.Match[str], today: date) -> date | None:
    if match["past"]:
        return None
    return _last_of(*_months_later(today, 1 if match["next"] or match["next_kuun"] else 0))


def _named_month_end(match: re.Match[str], today: date) -> date | None:
    month = _which(match, "m")
    if month is None:
        return None
    this_year = _last_of(today.year, month)
    return this_year if this_year >= today else _last_of(today.year + 1, month)


def _next_month_day(match: re.Match[str], today: date) -> date | None:
    year, month = _months_later(today, 1)
    return _made(year, month, int(match["day"] or match["day_after"]))


def _weekday_of_month(match: re.Match[str], today: date) -> date | None:
    """ "Tuesday the 1st": the coming 1st, if that is a Tuesday."""
    day = _day_of_month(match, today)
    return day if day and day.weekday() == _which(match, "d") else None


def _week_after(match: re.Match[str], today: date) -> date | None:
    """ "A week on Friday": a week after the coming Friday."""
    day = _weekday(match, today)
    return day + timedelta(days=7) if day else None


def _first_of_month(match: re.Match[str], today: date) -> date | None:
    month = _which(match, "m")
    return _coming(month, 1, today) if month else None


def _year_end(match: re.Match[str], today: date) -> date:
    return date(today.year, 12, 31)


def _day_of_month(match: re.Match[str], today: date) -> date | None:
    """The coming such day, today not included."""
    day = int(next(group for group in match.groups() if group and group.isdigit()))
    ahead = (_made(*_months_later(today, months), day) for months in (0, 1))
    return next((found for found in ahead if found and found > today), None)


_Reader = Callable[[re.Match[str], date], date | None]


def _rule(pattern: str, read: _Reader) -> tuple[re.Pattern[str], _Reader]:
    return re.compile(pattern, re.IGNORECASE), read


# Earlier rules take their words from later ones.
_RULES = (
    _rule(r"\b(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b", _iso),
    _rule(rf"\b24/7\b|\b{CLOCK}\.?\s*\d{{1,2}}[.:]\d\d\b|{CURRENCY}\s*\d+[.,]\d\d?\b", _no_date),
    _rule(rf"(?<![\d.,])\d+[.,]\d\d?\s*{CURRENCY}(?!\w)", _no_date),
    _rule(r"(?<![\d.,])(?P<day>\d{1,2})[./](?P<mon>\d{1,2})(?:[./](?P<year>20\d\d|\d\d)?)?(?![\d,]|\.\d)", _figures),
    _rule(
        rf"\b(?P<day>\d{{1,2}})(?:\.\s*|{ORDINAL}?\s+)(?:of\s+|day of\s+)?(?:{MONTH})\b\.?(?:,?\s+(?P<year>20\d\d))?",
        _named_month,
    ),
    # In Finnish only the genitive stands before a day: "marraskuussa 2 laskua" are two invoices.
    _rule(
        rf"\b(?:{MONTH})\b(?<!kuussa)(?<!kuulle)(?<!kuulta)(?<!kuu)\.?\s+(?:the\s+)?(?P<day>\d{{1,2}}){ORDINAL}?\b"
        r"(?:,?\s+(?P<year>20\d\d))?",
        _named_month,
    ),
    _rule(
        rf"\b(?:(?P<day>\d{{1,2}})(?:{ORDINAL}|\.)?\s*(?:päivä\w*\s+)?(?:of\s+|i\s+)?{NEXT_MONTH}"
        rf"|{NEXT_MONTH}\s+(?:on\s+)?(?:the\s+|den\s+)?(?P<day_after>\d{{1,2}})\b)",
        _next_month_day,
    ),
    _rule(rf"(?<!viime )(?<!edellisen )\b{YEAR_END}\b", _year_end),
    _rule(rf"\b(?:{FIRST}\s+(?:of\s+)?|(?=\w+kuun ensimmäi))(?:{MONTH})\b(?:\s+ensimmäi\w+)?", _first_of_month),
    _rule(
        rf"\b(?:(?:{END}|{LAST})\s+|(?=\w+kuun loppu|\w+kuun lopu))(?:{MONTH})\b(?:\s+lop[pu]u\w*)?", _named_month_end
    ),
    _rule(
        rf"\b(?:{END} (?:the |this |denna |denne )?(?:(?P<next>{NEXT}) )?(?:month|månad(?:en)?|måned(?:en)?)"
        rf"|(?:(?P<past>viime|edellis\w+) |(?P<next_kuun>ensi )|tämän )?(?:kuun|kuukauden) "
        r"(?:lop(?:puun|ussa|ulle)|viimei\w+ päivä\w*)"
        r"|månadsskiftet|månadsslutet|månedsskiftet|månedsslutt(?:et)?)\b",
        _month_end,
    ),
    _rule(rf"\b(?:in|om)\s+(?:{COUNT})\s+(?:{UNIT})\b", _in_days),
    _rule(r"\bin a fortnight\b", _after(14)),
    _rule(
        rf"\b(?:{COUNT})\s+(?:{UNIT})\s+(?:from (?:now|today)|från (?:i ?dag|nu)|fra (?:i ?dag|nå)"
        r"|päästä|päähän|kuluttua|fram i tiden|frem i tid)\b",
        _in_days,
    ),
    _rule(r"\bviikon (?:päästä|päähän|kuluttua)\b", _after(7)),
    _rule(r"\bkuukauden (?:päästä|päähän|kuluttua)\b", _bare_month),
    _rule(r"\ba week from tomorrow\b", _after(8)),
    _rule(rf"\b(?:a week (?:on|from)\s+)(?:{WEEKDAY})\b", _week_after),
    _rule(r"\b(?:day after tomorrow|ylihuomen(?:na|elle|een)?|ylihuomis\w+|i ?övermorgon|i ?overmorgen)\b", _after(2)),
    # "Huomenta" is a greeting.
    _rule(r"\b(?:tomorrow|huomenna|huomiseen|huomisen|huomiselle|i ?morgon|i ?morgen)\b", _after(1)),
    _rule(rf"\b(?:{WEEKDAY})\s+(?:the\s+|den\s+)?(\d{{1,2}})(?:st|nd|rd|th|:e|:a|\.)(?!\w|\d)", _weekday_of_month),
    _rule(
        rf"\b(?:(?P<past>{PAST})\s+(?:viikon\s+)?|(?P<next>{NEXT}\s+(?:viikon\s+|veckas\s+|ukes?\s+)?))?(?:{WEEKDAY})\b"
        rf"(?P<next_after>\s+(?:i\s+)?{NEXT_WEEK})?",
        _weekday,
    ),
    _rule(
        r"\b(?:by|on|until|till?|to|make\s+(?:it|that)|say|take)\s+the\s+(\d{1,2})(?:st|nd|rd|th)\b(?!\s+(?!if\b|please\b|or\b|and\b|then\b)\w)"
        r"|^\W*(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)(?=\W*$|\s+(?:works|suits|is|would)\b)"
        r"|\b(\d{1,2})\.?\s*päivä(?:nä|än|ksi|)\b"
        r"|\bden\s+(\d{1,2})(?::e|:a|\.)?(?![\w:.,]*\d)(?=\W*$|[.,!?]|\s+(?:tack|takk|om|hvis|eller|och|og|passar|funkar|går|passer)\b)",
        _day_of_month,
    ),
)
