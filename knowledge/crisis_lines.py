"""Whom to call in a crisis, country by country: data in ``crisis_lines.yaml``, read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field

from knowledge.data_files import checked

FILE = Path(__file__).parent / "crisis_lines.yaml"


class CrisisFileError(ValueError):
    """The file of crisis lines cannot be used: the message names the country and the field."""


class CrisisLine(BaseModel):
    """A telephone line of people who listen.

    Attributes:
        name: its own name, said in every language.
        phone: as it is dialled within the country.
        languages: in which it answers.
        always: whether it answers day and night.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    phone: str = Field(pattern=r"^\d[\d ]+$")
    languages: tuple[str, ...] = Field(min_length=1)
    always: bool


class CrisisHelp(BaseModel):
    """The help of one country.

    Attributes:
        source: where the numbers are published.
        emergency: numbers for danger to life, the first one to call first.
        lines: in the order in which they are named.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: str
    emergency: tuple[str, ...] = Field(min_length=1)
    lines: tuple[CrisisLine, ...] = Field(min_length=1)

    def line(self, language: str) -> CrisisLine:
        """The line that speaks a language, else the first one.

        Args:
            language: of the customer.
        """
        return next((line for line in self.lines if language in line.languages), self.lines[0])


@cache
def crisis_help(country: str) -> CrisisHelp:
    """The help of the country that a customer is in.

    Args:
        country: FI, SE or NO.

    Raises:
        CrisisFileError: the file is no YAML, lacks a field or has one too many.
        KeyError: the country has no entry.
    """
    data = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return checked(CrisisHelp, data[country], FILE, CrisisFileError, at=country)
