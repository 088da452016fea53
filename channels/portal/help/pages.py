"""How a page of the help is put together: its frame, its words, and the ways to its other languages and countries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from channels.portal.help.reader import COUNTRIES, LONGEST_QUESTION, Reader
from knowledge.formats import format_date
from tools.context import LANGUAGES, Language
from tools.ledger.models import Country

QUESTIONS = "questions"
"""The page of questions and answers, where the help begins."""
PAGES = (QUESTIONS, "prices", "stages", "hours", "news")
_NAMES: dict[Language, str] = {"en": "English", "fi": "Suomi", "sv": "Svenska", "nb": "Norsk"}

Place = Callable[[Language, Country], str]
"""Where a page is found in a language, for a country."""


@dataclass(frozen=True)
class Way:
    """A link of the frame.

    Attributes:
        words: what it says.
        path: where it leads.
        current: whether that is where the reader is.
        code: of the language or country it leads to; empty for other pages.
    """

    words: str
    path: str
    current: bool
    code: str = ""


def questions_path(language: Language, country: Country) -> str:
    """The path of the page of questions and answers."""
    return f"/help/{language}?country={country}"


def help_page(reader: Reader, template: str, place: Place, *, status: int = 200, **facts: object) -> HTMLResponse:
    """A page as an answer.

    Args:
        reader: who reads it.
        template: its name without the ending.
        place: where it is in other languages and countries.
        status: of the answer.
        facts: what the template shows.
    """
    text = (
        _templates()
        .get_template(f"{template}.html")
        .render(
            reader=reader,
            say=reader.say,
            date=partial(format_date, language=reader.language),
            page=template,
            home=questions_path(reader.language, reader.country),
            longest_question=LONGEST_QUESTION,
            pages=_pages(reader, template),
            languages=_languages(reader, place),
            countries=_countries(reader, place),
            **facts,
        )
    )
    # Whoever signs in or out, or reads other languages, may get another page.
    return HTMLResponse(text, status, headers={"Cache-Control": "no-cache"})


def _pages(reader: Reader, template: str) -> list[Way]:
    home = questions_path(reader.language, reader.country)
    return [
        Way(reader.say(f"nav-{page}"), home if page == QUESTIONS else reader.path(page), page == template)
        for page in PAGES
    ]


def _languages(reader: Reader, place: Place) -> list[Way]:
    return [
        Way(_NAMES[language], place(language, reader.country), language == reader.language, language)
        for language in LANGUAGES
    ]


def _countries(reader: Reader, place: Place) -> list[Way]:
    return [
        Way(reader.say(f"country-{country}"), place(reader.language, country), country == reader.country, country)
        for country in COUNTRIES
    ]


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
