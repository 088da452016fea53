"""Who reads the help: in which language, for which country, and when."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, get_args

from fastapi import Depends, Request

from channels.auth.sessions import CUSTOMER
from channels.languages import language_of
from channels.portal.help.words import say
from channels.runtime import Runtime, runtime_of
from knowledge.articles import Article, Articles, help_path
from knowledge.search import Passage
from knowledge.tariffs import Tariff
from tools.context import LANGUAGES, Language, Principal, local_date
from tools.ledger.models import Country

COUNTRIES: tuple[Country, ...] = get_args(Country)
LONGEST_QUESTION = 1000
_AT_HOME: dict[Language, Country] = {"en": "FI", "fi": "FI", "sv": "SE", "nb": "NO"}
_FOUND_AT_MOST = 5


class NoSuchPage(Exception):
    """There is no such page of the help."""


@dataclass(frozen=True)
class Reader:
    """One request of somebody who need not be signed in.

    Attributes:
        runtime: what serves it.
        language: of the page.
        country: whose prices, hours and articles are shown.
        now: the present moment.
    """

    runtime: Runtime
    language: Language
    country: Country
    now: datetime

    @property
    def today(self) -> date:
        """The date where the reader is."""
        return local_date(self.now)

    @property
    def tariff(self) -> Tariff:
        """What holds in the reader's country today."""
        return self.runtime.ledger.tariffs.of(self.country, self.today)

    async def articles(self) -> Articles:
        """The published articles."""
        # Opening the index, and reading a new version of it, blocks.
        return await asyncio.to_thread(lambda: self.runtime.knowledge.articles)

    async def search(self, question: str) -> list[Passage]:
        """The articles that answer a question, best first; none when nothing fits."""
        knowledge = await asyncio.to_thread(lambda: self.runtime.knowledge)
        return await knowledge.search(
            question, language=self.language, country=self.country, on=self.today, limit=_FOUND_AT_MOST
        )

    def find(self, articles: Articles, article_id: str) -> Article | None:
        """The version of an article for this reader."""
        return articles.find(article_id, self.language, self.country, self.today)

    def path(self, page: str) -> str:
        """The path of a page of the help."""
        return help_path(self.language, page, self.country)

    def say(self, key: str, **values: str | int) -> str:
        """A message in the reader's language; ``$country`` is always known."""
        return say(key, self.language, country=self.country, **values)


async def reader_of(request: Request, language: Language, country: str | None) -> Reader:
    """The reader of a request.

    Args:
        request: the request.
        language: in which it is answered.
        country: which one was asked for, if any; an unknown one counts as none.
    """
    runtime = runtime_of(request)
    known = next((one for one in COUNTRIES if country is not None and one == country.upper()), None)
    return Reader(runtime, language, known or await _usual_country(request, language), runtime.clock.now())


async def _usual_country(request: Request, language: Language) -> Country:
    """The signed-in customer's, else the one where the language is at home."""
    runtime = runtime_of(request)
    if stored := request.session.get(CUSTOMER):
        customer = await runtime.ledger.customer(Principal.parse(stored), local_date(runtime.clock.now()))
        if customer is not None:
            return customer.country
    return _AT_HOME[language]


async def _reader(request: Request, language: str, country: str | None = None) -> Reader:
    spoken = next((known for known in LANGUAGES if known == language), None)
    if spoken is None:
        raise NoSuchPage(language)
    return await reader_of(request, spoken, country)


CurrentReader = Annotated[Reader, Depends(_reader)]
"""The reader of a page whose path names the language."""


async def reader_of_missing_page(request: Request) -> Reader:
    """The reader of a page that is not there, which may be because its path names no language."""
    parts = request.url.path.split("/")
    spoken = next((known for known in LANGUAGES if known in parts[2:3]), None)
    return await reader_of(request, spoken or await language_of(request), request.query_params.get("country"))
