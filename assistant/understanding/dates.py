"""Dates as customers write them, in four languages, by a small grammar.

A wrong date costs money, so what cannot be read for certain is not read: the caller asks ("by two weeks" may count from
today or from the due date). Everything that was read is shown to the customer again before anything happens.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

_MONTHS = (
    "jan(?:uary|uari|uar)?|tammiku\\w*",
    "feb(?:ruary|ruari|ruar)?|helmiku\\w*",
    "mar(?:ch|s)?|maalisku\\w*",
    "apr(?:il)?|huhtiku\\w*",
    "may|maj|mai|toukoku\\w*",
    "june?|juni|kesäku\\w*",
    "july?|juli|heinäku\\w*",
    "aug(?:ust|usti)?|elok\\w*",
    "sep(?:t|tember)?|syysku\\w*",
    "o[ck]t(?:ober)?|lokaku\\w*",
    "nov(?:ember)?|marrasku\\w*",
    "de[cs](?:ember)?|jouluku\\w*",
)
_WEEKDAYS = (
    "monday|maanantai\\w*|måndag(?:en)?|mandag(?:en)?",
    "tuesday|tiistai\\w*|tisdag(?:en)?|tirsdag(?:en)?",
    "wednesday|keskiviik\\w*|onsdag(?:en)?",
    "thursday|torstai\\w*|torsdag(?:en)?",
    "friday|perjantai\\w*|fredag(?:en)?",
    "saturday|lauantai\\w*|lördag(?:en)?|lørdag(?:en)?",
    "sunday|sunnuntai\\w*|söndag(?:en)?|søndag(?:en)?",
)
_NUMBERS = (
    "a|an|one|yhden|en|ett|én|ei|et",
    "two|kahden|två|to",
    "three|kolmen|tre",
    "four|neljän|fyra|fire",
    "five|viiden|fem",
    "six|kuuden|sex|seks",
)
_UNITS = {
    "days?|päivän|dagar|dag|dager": 1,
    "weeks?|viikon|veckor|vecka|uker|uke": 7,
}
_MONTH = "|".join(f"(?P<m{i}>{words})" for i, words in enumerate(_MONTHS, 1))
_WEEKDAY = "|".join(f"(?P<d{i}>{words})" for i, words in enumerate(_WEEKDAYS))
_COUNT = "|".join([r"(?P<figure>\d{1,2})", *(f"(?P<n{i}>{words})" for i, words in enumerate(_NUMBERS, 1))])
_UNIT = "|".join(f"(?P<u{days}>{words})" for words, days in _UNITS.items())
_NEXT = r"(?:next|ensi|nästa|neste)"


def read_dates(text: str, today: date) -> list[date]:
    """All dates that a text names for certain, in the order in which they stand.

    Args:
        text: the customer's words.
        today: the date that "tomorrow" and a date without a year are counted from.
    """
    found: dict[int, date] = {}
    taken: list[tuple[int, int]] = []
    for pattern, read in _RULES:
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            day = read(match, today)
            if day is not None:
                found[match.start()] = day
                taken.append(match.span())
    return [found[start] for start in sorted(found)]


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


def _coming(month: int, day: int, today: date) -> date | None:
    """The next such day: this year's unless it has passed by more than a month (then next year's is meant)."""
    this_year = _made(today.year, month, day)
    if this_year is None or this_year >= today - timedelta(days=31):
        return this_year
    return _made(today.year + 1, month, day)


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
    days = _which(match, "u")
    return today + timedelta(days=count * days) if count and days else None


def _bare_week(match: re.Match[str], today: date) -> date:
    return today + timedelta(days=7)


def _tomorrow(match: re.Match[str], today: date) -> date:
    return today + timedelta(days=1)


def _weekday(match: re.Match[str], today: date) -> date | None:
    """The coming such day; with "next", the one in next calendar week."""
    weekday = _which(match, "d")
    if weekday is None:
        return None
    if match["next"]:
        monday = today + timedelta(days=7 - today.weekday())
        return monday + timedelta(days=weekday)
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _month_end(match: re.Match[str], today: date) -> date | None:
    months = 2 if match["next"] else 1
    first = date(today.year + (today.month + months - 1) // 12, (today.month + months - 1) % 12 + 1, 1)
    return first - timedelta(days=1)


def _next_month_day(match: re.Match[str], today: date) -> date | None:
    year, month = today.year + today.month // 12, today.month % 12 + 1
    return _made(year, month, int(match["day"] or match["day_after"]))


_Reader = Callable[[re.Match[str], date], date | None]


def _rule(pattern: str, read: _Reader) -> tuple[re.Pattern[str], _Reader]:
    return re.compile(pattern, re.IGNORECASE), read


_RULES = (
    _rule(r"\b(?P<y>20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b", _iso),
    _rule(r"(?<![\d.,])(?P<day>\d{1,2})[./](?P<mon>\d{1,2})(?:[./](?P<year>20\d\d|\d\d)?)?(?![\d,]|\.\d)", _figures),
    _rule(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.|:e|:a)?\s+(?:of\s+|day of\s+)?(?:{_MONTH})\b\.?(?:,?\s+(?P<year>20\d\d))?",
        _named_month,
    ),
    _rule(rf"\b(?:{_MONTH})\s+(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year>20\d\d))?", _named_month),
    _rule(
        r"\b(?:(?P<day>\d{1,2})(?:st|nd|rd|th|\.|:e|:a)?\s*(?:päivä\w*\s+)?(?:of\s+|i\s+)?(?:next month|ensi kuu\w*|nästa månad|neste måned)"
        r"|(?:next month|ensi kuun|nästa månad|neste måned)\s+(?:on\s+)?(?:the\s+|den\s+)?(?P<day_after>\d{1,2})\b)",
        _next_month_day,
    ),
    _rule(
        r"\b(?:(?:the\s+)?end of (?:the |this )?(?P<next>next )?month|(?:tämän )?kuun loppuun|kuun lopussa|kuun lopulle"
        r"|slutet av månaden|månadsskiftet|slutten av måneden|månedsskiftet)\b",
        _month_end,
    ),
    _rule(rf"\b(?:in|om)\s+(?:{_COUNT})\s+(?:{_UNIT})\b", _in_days),
    _rule(
        rf"\b(?:{_COUNT})\s+(?:{_UNIT})\s+(?:from (?:now|today)|päästä|päähän|kuluttua|fram i tiden|frem i tid)\b",
        _in_days,
    ),
    _rule(r"\bviikon (?:päästä|päähän|kuluttua)\b", _bare_week),
    _rule(r"\b(?:tomorrow|huomen\w*|huomiseen|i ?morgon|i ?morgen)\b", _tomorrow),
    _rule(rf"\b(?P<next>{_NEXT}\s+(?:viikon\s+|veckas\s+|ukes?\s+)?)?(?:{_WEEKDAY})\b", _weekday),
)
