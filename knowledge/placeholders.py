"""What an article asks for instead of typing it: amounts and numbers of the tariffs, and service hours.

{{ fee reminder.consumer }}             in an article of one country
{{ number interest.margin_points SE }}  the country said, needed in an article for all
{{ hours phone }}, {{ hours busy }}     when a line answers, and its busiest times
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from knowledge.formats import format_money, format_number
from knowledge.hours import Hours
from knowledge.hours_words import written_times, written_week
from knowledge.money import Money
from knowledge.tariffs import Tariffs, UnknownFee

PLACEHOLDER = re.compile(r"\{\{\s*(?P<kind>\w+)\s+(?P<path>[\w.]+)(?:\s+(?P<country>[A-Z]{2}))?\s*\}\}")


class PlaceholderError(ValueError):
    """A placeholder leads nowhere; the message quotes it."""


@dataclass(frozen=True)
class Figures:
    """Where placeholders take their values from.

    Attributes:
        tariffs: every amount, percentage and deadline.
        hours: the service hours.
        on: the day whose tariffs are quoted.
    """

    tariffs: Tariffs
    hours: Hours
    on: date

    def fill(self, text: str, language: str, country: str) -> str:
        """Replace every placeholder of a text.

        Args:
            text: of an article.
            language: in which values are written.
            country: whose values hold where a placeholder names no country; ``all`` has none.

        Raises:
            PlaceholderError: one of them is not well formed, or there is no such value.
        """
        filled = PLACEHOLDER.sub(lambda match: self._value(match, language, match["country"] or country), text)
        if "{{" in filled or "}}" in filled:
            raise PlaceholderError("a placeholder is not well formed")
        return filled

    def _value(self, match: re.Match[str], language: str, country: str) -> str:
        kind, path = match["kind"], match["path"]
        if kind == "hours":
            return self._hours(match.group(), path, language, country)
        try:
            value = self.tariffs.of(country, self.on).value(path)
        except UnknownFee as error:
            raise PlaceholderError(f"{match.group()}: {error}") from error
        if kind == "fee" and isinstance(value, Money):
            return format_money(value, language, short=True)
        if kind == "number" and not isinstance(value, Money):
            return format_number(value, language)
        raise PlaceholderError(f"{match.group()}: write fee for amounts, number for other values, hours for hours")

    def _hours(self, placeholder: str, path: str, language: str, country: str) -> str:
        try:
            if path == "busy":
                return written_times(self.hours.busiest(country), language)
            return written_week(self.hours.weekly(country, path), language)
        except KeyError as error:
            raise PlaceholderError(f"{placeholder}: no hours are known for {error}") from error
