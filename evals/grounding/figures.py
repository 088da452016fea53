"""Figures in a text, each with all that it may mean: a reader of its own, apart from the safeguard that it checks.

A figure has readings such as ``money 84.9``, ``day 2026-12-10`` or ``number 1001``. Where the writing leaves open what
is meant ("10.12" is a day, a time or a number), it has several, and is borne out by a source that has one of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

Readings = frozenset[str]

# How the months begin in English, Finnish, Swedish and Norwegian, in order.
_MONTHS = (
    *("jan|tammi", "feb|helmi", "mar(?!ras)|maalis", "apr|huhti", "ma[yji]|touko", "jun|kesä"),
    *("jul|heinä", "aug|elo", "sep|syys", "o[ck]t|loka", "nov|marras", "de[cs]|joulu"),
)
_MONTH_NAME = rf"(?:{'|'.join(_MONTHS)})\w*\.?"
_CURRENCY = r"(?:€|EUR\b|SEK\b|NOK\b|kr\b|euro\w*|kron\w*)"
_GAP = "[ \u00a0\u202f]"
_NUMBER = rf"\d{{1,3}}(?:(?:{_GAP}|[.,])\d{{3}})+(?:[.,]\d{{1,2}})?(?!\d)|\d+(?:[.,]\d+)?"
_FIGURE = re.compile(
    rf"""
    (?P<iban>(?-i:\b[A-Z]{{2}}\d{{2}}(?:{_GAP}?[\dA-Z]{{4}}){{2,7}}(?:{_GAP}?\d{{1,3}})?\b))
    | (?P<masked>\b[A-Z]{{2}}•+{_GAP}•+{_GAP}[\dA-Z]{{4}}\b)
    | (?P<id>\bMR-\d{{4}}-\d{{4}}\b)
    | (?P<phone>\+\d[\d{_GAP[1:-1]}-]{{6,}}\d)
    | (?P<clock>\b\d{{1,2}}:\d{{2}}\b)
    | (?P<iso>\b\d{{4}}-\d{{2}}-\d{{2}}\b)
    | (?P<numeric>\b\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}\b)
    | (?P<named>\b\d{{1,2}}(?:\.|st|nd|rd|th)?{_GAP}(?:of{_GAP})?{_MONTH_NAME}(?:{_GAP}\d{{4}}\b)?)
    | (?P<english>\b{_MONTH_NAME}{_GAP}\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?{_GAP}\d{{4}}\b)?)
    | (?P<percent>(?:{_NUMBER}){_GAP}?(?:%|per{_GAP}?cent|prosent|procent))
    | (?P<money>(?:(?:€|\b(?:EUR|SEK|NOK|kr)\b){_GAP}?(?:{_NUMBER}))|(?:(?:{_NUMBER}){_GAP}?{_CURRENCY}))
    | (?P<grouped>\b\d{{2,6}}(?:{_GAP}\d{{2,6}})+\b)
    | (?P<plain>(?:{_NUMBER}))
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Counts as people say them need no source.
_MOST_COUNTED = 12


@dataclass(frozen=True)
class Figure:
    """One figure.

    Attributes:
        shown: as it is written.
        readings: all that it may mean.
    """

    shown: str
    readings: Readings


def figures_in(text: str) -> Iterator[Figure]:
    """Every figure of a text, in order."""
    for match in _FIGURE.finditer(text):
        kind = str(match.lastgroup)
        yield Figure(match.group(), frozenset(_READERS[kind](match.group())))


def readings_of(text: str, *, spoken: bool = False) -> Iterator[str]:
    """All that a source's text bears out.

    Args:
        text: of the source.
        spoken: whether a customer says it, who may mean an amount by a plain number.
    """
    for figure in figures_in(text):
        yield from figure.readings
        yield from (f"date {reading[-5:]}" for reading in figure.readings if reading.startswith("day "))
        for value in _values(figure.shown):
            yield f"number {value}"
            if spoken:
                yield f"money {value}"


def is_borne_out(figure: Figure, known: Set[str]) -> bool:
    """Whether a source has one of a figure's meanings, or each of the numbers that stand side by side in it.

    Args:
        figure: of a reply.
        known: the readings of all sources. A bare count of up to twelve needs none: "two of your 3 invoices".
    """
    if figure.shown.isdecimal() and int(figure.shown) <= _MOST_COUNTED:
        return True
    if not figure.readings.isdisjoint(known):
        return True
    apart = [f"number {value}" for value in figure.shown.split() if value.isdecimal()]
    return len(apart) > 1 and set(apart) <= known and len(apart) == len(figure.shown.split())


def money(amount_minor: int) -> str:
    """The reading of an amount; its sign says which way it goes, and is not read."""
    return f"money {_plain(Decimal(abs(amount_minor)) / 100)}"


def number(value: int | float | Decimal) -> str:
    """The reading of a number."""
    return f"number {_plain(Decimal(str(value)))}"


def day(value: date) -> Iterator[str]:
    """The readings of a date: with its year, without it, and the year alone."""
    yield f"day {value:%Y-%m-%d}"
    yield f"date {value:%m-%d}"
    yield number(value.year)


def clock(value: time | datetime) -> Iterator[str]:
    """The readings of a time of the day; whole hours are written without minutes."""
    yield f"time {value:%H:%M}"
    yield number(value.hour)


def _values(shown: str) -> list[str]:
    """The numbers in a figure, each by itself."""
    return [_plain(_decimal(match.group())) for match in re.finditer(_NUMBER, shown)]


def _day(shown: str) -> Iterator[str]:
    """From figures: 10.12.2026 and 10/12/2026."""
    day, month, year = (int(part) for part in re.split(r"[./]", shown))
    yield f"day {year:04}-{month:02}-{day:02}"


def _named_day(shown: str) -> Iterator[str]:
    """From a month's name: the day of the year, and the year where it is written."""
    month = next(place for place, names in enumerate(_MONTHS, 1) if re.search(rf"\b(?:{names})", shown, re.IGNORECASE))
    day, *year = (int(digits) for digits in re.findall(r"\d+", shown))
    yield f"day {year[0]:04}-{month:02}-{day:02}" if year else f"date {month:02}-{day:02}"


def _bare(shown: str) -> Iterator[str]:
    yield f"number {_plain(_decimal(shown))}"
    if parts := re.fullmatch(r"(\d{1,2})[.:/](\d{1,2})", shown):
        first, second = int(parts[1]), int(parts[2])
        yield f"time {first:02}:{second:02}"
        yield f"date {second:02}-{first:02}"


def _grouped(shown: str) -> Iterator[str]:
    """A long number in groups: a reference; in a text it may also be several numbers, or one amount."""
    yield f"digits {re.sub(r'[^0-9]', '', shown)}"
    if re.fullmatch(_NUMBER, shown):
        yield f"number {_plain(_decimal(shown))}"


def _letters(kind: str) -> Callable[[str], Iterator[str]]:
    def read(shown: str) -> Iterator[str]:
        yield f"{kind} {re.sub(r'[^0-9A-Z]', '', shown.upper())}"

    return read


def _iban(shown: str) -> Iterator[str]:
    whole = re.sub(r"\s", "", shown.upper())
    yield f"iban {whole}"
    yield f"masked {whole[:2]}{whole[-4:]}"


def _valued(kind: str) -> Callable[[str], Iterator[str]]:
    def read(shown: str) -> Iterator[str]:
        found = re.search(_NUMBER, shown)
        assert found is not None
        yield f"{kind} {_plain(_decimal(found.group()))}"

    return read


def _decimal(shown: str) -> Decimal:
    """A number however its thousands and decimals are set apart."""
    groups = re.split(rf"{_GAP}|[.,]", shown)
    if len(groups) > 1 and len(groups[-1]) < 3:
        return Decimal(f"{''.join(groups[:-1])}.{groups[-1]}")
    return Decimal("".join(groups))


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


_READERS: dict[str, Callable[[str], Iterator[str]]] = {
    "iban": _iban,
    "masked": _letters("masked"),
    "id": _letters("id"),
    "phone": _letters("phone"),
    "clock": lambda shown: iter([f"time {shown:0>5}"]),
    "iso": lambda shown: iter([f"day {shown}"]),
    "numeric": _day,
    "named": _named_day,
    "english": _named_day,
    "percent": _valued("percent"),
    "money": _valued("money"),
    "grouped": _grouped,
    "plain": _bare,
}
