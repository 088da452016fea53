"""The provenance gate: figures in a reply must come from this turn's tools, cited passages or the customer's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assistant.understanding.dates import read_dates
from assistant.understanding.numbers import count_of

_SPACES = " \u00a0\u202f"
_ISO_DATE = re.compile(r"\b(20\d\d)-(\d\d)-(\d\d)")
_FIGURE = re.compile(
    rf"""
    MR-\d{{4}}-\d{{4}}                                      # a MyRopo ID
    | (?:\+|\b0)\d[\d{_SPACES}-]*\d                         # a telephone number
    | \d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?!\d)(?:[.,]\d{{1,2}})?   # 1 249,90
    | \d+(?:[.,:/]\d+)*
    """,
    re.VERBOSE,
)
# A small number beside one of these is a claim, not a count.
_UNIT = re.compile(
    r"\s*(?:€|%|eur|kr\b|kronor|kroner|sek|nok|per\s?cent|prosent|procent|day|week|month|päiv|viik|kuuk|dag|veck|uke|måned|månad)",
    re.IGNORECASE,
)
# A number in words beside a unit is a figure too: "ninety-nine euros", "yhdeksänkymmentä euroa".
_NUMBER_WORD = (
    r"(?:(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|twenty|(?:thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand)[- ]?(?:and\s)?)+"
    r"|(?:yksi|yhden|kaksi|kahden|kolme|neljä|viisi|viiden|kuusi|seitsemän|kahdeksan|yhdeksän|kymmenen|kymmentä|toista|sata|sataa"
    r"|tuhat|tuhatta)+"
    r"|(?:ett?|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|(?:tret|fjor|fem|sex|sjut|ar|nit)ton|tjugo|(?:tret|fyr|fem|sex"
    r"|sjut|åt|nit)tio|hundra|tusen)+"
    r"|(?:en|to|fire|seks|sju|syv|åtte|ni|ti|elleve|tolv|(?:tret|fjor|fem|seks|syt|at|nit)ten|tjue|(?:tret|før|fem|seks|syt|åt|nit)ti"
    r"|hundre)+)"
)
_IN_WORDS = re.compile(
    rf"\b(?P<words>{_NUMBER_WORD})\s*(?:€|%|euro\w*|cent\w*|kron\w+|kr\b|per\s?cent|prosent\w*|procent\w*|days?|weeks?|months?"
    r"|päiv\w+|viik\w+|kuuk\w+|dag\w*|veck\w+|uke\w*|månad\w*|måned\w*)\b",
    re.IGNORECASE,
)
_CURRENCY_BEFORE = re.compile(r"(?:€|£|\$|\beur|\bkr|\bsek|\bnok)\s*$", re.IGNORECASE)
_MOST_COUNTED = 12
_ACCOUNT = re.compile(r"\b[A-Z]{2}\d{2}(?:[ \u00a0]?\d{4}){2,7}(?:[ \u00a0]?\d{1,3})?\b")
# 15:30 and 15.30 are the same time.
_BETWEEN_DIGITS = re.compile(r"(?<=\d):(?=\d)")
_CURRENCIES = {
    "euro": re.compile(r"€|\beur", re.IGNORECASE),
    "krona": re.compile(r"\b(?:kr|sek|nok|kron\w+|kruun\w+)\b", re.IGNORECASE),
}


def ungrounded_figures(reply: str, sources: Iterable[str], today: date | None = None) -> set[str]:
    """Figures and dates that a reply states and no source does.

    Amounts are compared by value and dates by day, however they are written: "84,90 €" is grounded by "84.90 EUR",
    "10. joulukuuta" by "2026-12-10". Counts up to twelve that stand alone are let through: "two of your 3 invoices" is
    no claim, "3 €" is.

    Args:
        reply: the words about to be sent.
        sources: tool results, passages and the customer's messages.
        today: the day that "tomorrow" and a date without a year are counted from; without it, dates in words are
            compared by their figures only.
    """
    texts = list(sources)
    known = {value for text in texts for value, _ in _figures(text)}
    of_dates = {value for text in texts for value in _parts_of_dates(text, today)}
    # The 7 of a date grounds no 7 €.
    missing = {
        value
        for value, has_unit in _figures(reply)
        if value not in known and (has_unit or (value not in of_dates and not _is_count(value)))
    }
    said = " ".join(texts).lower()
    missing |= {words for words in _in_words(reply) if words not in said and str(count_of(words)) not in known}
    if today is not None:
        days = {day for text in texts for day in _days(text, today)}
        missing |= {day.isoformat() for day in _days(reply, today) - days}
    return missing


def changed_figures(source: str, result: str, today: date) -> set[str]:
    """Figures, dates, account numbers and references that only one of two texts has, which should say the same.

    Stricter than ``ungrounded_figures``: small counts count too, for "3 instalments" must not become 4. A number in
    words may become figures and the other way round; dates and times may be written differently.

    Args:
        source: what was said.
        result: the same in other words, or in another language.
        today: see ``ungrounded_figures``.
    """
    one, other = _Said.of(source, today), _Said.of(result, today)
    changed = (one.exact ^ other.exact) | {day.isoformat() for day in one.days ^ other.days}
    for here, there in ((one, other), (other, one)):
        known = there.figures | there.in_words
        changed |= {v for v, unit in here.figured if v not in known and (unit or v not in there.of_dates)}
        changed |= here.in_words - known
    return changed


@dataclass(frozen=True)
class _Said:
    """What a text states that another wording must keep.

    Attributes:
        exact: account numbers without their spaces, and the currencies of amounts.
        figured: every other figure, and whether it stands beside a unit.
        in_words: values of numbers in words beside a unit.
        days: dates.
        of_dates: figures that may be parts of those.
    """

    exact: set[str]
    figured: set[tuple[str, bool]]
    in_words: set[str]
    days: set[date]
    of_dates: set[str]

    @classmethod
    def of(cls, text: str, today: date) -> _Said:
        """Read a text."""
        accounts = {re.sub(r"\s", "", found) for found in _ACCOUNT.findall(text)}
        rest = _BETWEEN_DIGITS.sub(".", _ACCOUNT.sub(" ", text))
        currencies = {name for name, words in _CURRENCIES.items() if words.search(rest)}
        words = {str(count_of(word)) for word in _in_words(rest)}
        return cls(
            accounts | currencies, set(_figures(rest)), words, _days(rest, today), set(_parts_of_dates(rest, today))
        )

    @property
    def figures(self) -> set[str]:
        """The values alone."""
        return {value for value, _ in self.figured}


def _figures(text: str) -> Iterator[tuple[str, bool]]:
    """Every figure of a text in one way of writing, and whether it stands beside a unit."""
    for match in _FIGURE.finditer(_ISO_DATE.sub(r"\3.\2.\1", text)):
        before = match.string[max(0, match.start() - 6) : match.start()]
        has_unit = _UNIT.match(match.string, match.end()) or _CURRENCY_BEFORE.search(before)
        yield _canonical(match.group()), has_unit is not None


def _in_words(text: str) -> Iterator[str]:
    """Numbers that are written out beside a unit, other than one: "a day" is no claim."""
    for match in _IN_WORDS.finditer(text):
        if count_of(words := match["words"].strip().lower()) != 1:
            yield words


def _is_count(value: str) -> bool:
    return value.isdecimal() and int(value) <= _MOST_COUNTED


def _canonical(figure: str) -> str:
    digits = re.sub(r"\D", "", figure)
    if figure[0] in "+0M" and not re.search(r"[.,:/]", figure):
        return digits.lstrip("0") or "0"
    plain = re.sub(rf"[{_SPACES}]", "", figure)
    groups = re.split(r"[.,]", plain)
    if not all(group.isdecimal() for group in groups) or (len(groups) > 2 and len(groups[1]) < 3):
        # A time or a date: "15:30", "10.12.2026", "10/12".
        return ".".join(str(int(group)) for group in re.split(r"\D", plain))
    if len(groups) > 1 and len(groups[-1]) < 3:
        amount = Decimal(f"{''.join(groups[:-1])}.{groups[-1]}")
        return f"{amount.normalize():f}"
    return str(int("".join(groups)))


def _parts_of_dates(text: str, today: date | None) -> Iterator[str]:
    """What may be written of the dates in a text: "10.12.", "the 10th", "December 2026"."""
    days = _days(text, today) if today else {date.fromisoformat(match.group()) for match in _ISO_DATE.finditer(text)}
    for day in days:
        # "10.12" looks like an amount, and is compared as one.
        short = {f"{day.day}.{day.month}", _canonical(f"{day.day}.{day.month:02}")}
        yield from (f"{day.day}.{day.month}.{day.year}", *short, str(day.day), str(day.year))


def _days(text: str, today: date) -> set[date]:
    return set(read_dates(text, today))
