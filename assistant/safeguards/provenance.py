"""The provenance gate: figures in a reply must come from this turn's tools, cited passages or the customer's words."""

from __future__ import annotations

import re
from collections.abc import Iterable

_MONTHS_BY_FIGURE = re.compile(r"(20\d\d)-(\d\d)-(\d\d)")
_FIGURES = re.compile(r"\d+(?:[ \u00a0\u202f.,:/-]?\d+)*")


def ungrounded_figures(reply: str, sources: Iterable[str]) -> set[str]:
    """Figures that a reply states and no source does.

    A figure is compared by its digits alone, so "84,90 €" is grounded by "84.90 EUR" and "10.12.2026" by
    "2026-12-10". Counts up to twelve that stand alone are let through: "two of your 3 invoices" is no claim.

    Args:
        reply: the words about to be sent.
        sources: tool results, passages and the customer's messages.
    """
    known = {figure for source in sources for figure in _figures(source)}
    return {figure for figure in _figures(reply) if figure not in known and not _is_count(figure)}


def _figures(text: str) -> set[str]:
    found: set[str] = set()
    for year, month, day in _MONTHS_BY_FIGURE.findall(text):
        found |= {f"{int(day)}{int(month)}{year}", f"{int(day)}{int(month)}", str(int(day)), year}
    for figure in _FIGURES.findall(text):
        digits = re.sub(r"\D", "", figure)
        whole, _, cents = figure.replace(",", ".").rpartition(".")
        found.add(digits.lstrip("0") or "0")
        if cents == "00" and whole:
            found.add(re.sub(r"\D", "", whole))
    return found


def _is_count(figure: str) -> bool:
    return len(figure) <= 2 and int(figure) <= 12
