"""The pages of the help."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from fastapi.routing import APIRoute

from channels.languages import language_of
from channels.portal.help.articles import article_facts, article_place, topics_of
from channels.portal.help.opening import opening_facts
from channels.portal.help.pages import QUESTIONS, Place, help_page, questions_path
from channels.portal.help.prices import price_parts
from channels.portal.help.reader import LONGEST_QUESTION, CurrentReader, NoSuchPage, Reader, reader_of_missing_page
from channels.portal.help.stages import stages_of
from knowledge.articles import help_path
from knowledge.formats import format_date
from tools.context import Language, local_date
from tools.ledger.models import Country
from tools.notices import NoticeView


class _HelpRoute(APIRoute):
    """What is not there is answered with a page of its own."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler of this route."""
        handle = super().get_route_handler()

        async def answered(request: Request) -> Response:
            try:
                return await handle(request)
            except NoSuchPage:
                return help_page(await reader_of_missing_page(request), "missing", questions_path, status=404)

        return answered


router = APIRouter(prefix="/help", include_in_schema=False, route_class=_HelpRoute)


@router.get("")
async def begin(request: Request) -> RedirectResponse:
    """To the questions and answers in the request's language."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"/help/{await language_of(request)}{query}", headers={"Cache-Control": "no-cache"})


@router.get("/{language}")
async def questions(reader: CurrentReader, q: str = "") -> HTMLResponse:
    """Questions and answers by topic, or what answers a question."""
    question = q.strip()[:LONGEST_QUESTION]
    found = await reader.search(question) if question else []
    topics = topics_of(reader, await reader.articles())
    return help_page(reader, QUESTIONS, partial(_asked, question), question=question, found=found, topics=topics)


@router.get("/{language}/prices")
async def prices(reader: CurrentReader) -> HTMLResponse:
    """What the tariff of a country charges."""
    return help_page(reader, "prices", _place("prices"), tariff=reader.tariff, parts=price_parts(reader))


@router.get("/{language}/stages")
async def stages(reader: CurrentReader) -> HTMLResponse:
    """What happens to an unpaid invoice, step by step."""
    return help_page(reader, "stages", _place("stages"), stages=stages_of(reader, await reader.articles()))


@router.get("/{language}/hours")
async def hours(reader: CurrentReader) -> HTMLResponse:
    """When people answer."""
    return help_page(reader, "hours", _place("hours"), **opening_facts(reader, await reader.articles()))


@router.get("/{language}/news")
async def news(reader: CurrentReader) -> HTMLResponse:
    """News and disruptions."""
    notices = await reader.runtime.notices.current(reader.now, country=reader.country, language=reader.language)
    return help_page(reader, "news", _place("news"), notices=notices, dates=partial(_dates, reader))


@router.get("/{language}/{article_id}")
async def article(reader: CurrentReader, article_id: str) -> HTMLResponse:
    """One article."""
    articles = await reader.articles()
    found = reader.find(articles, article_id)
    if found is None:
        raise NoSuchPage(article_id)
    place = partial(article_place, reader, articles, article_id)
    return help_page(reader, "article", place, **article_facts(reader, articles, found))


@router.get("/{rest:path}")
async def elsewhere(request: Request, rest: str) -> RedirectResponse:
    """A path with a slash at its end is meant without it; there are no other ones.

    Raises:
        NoSuchPage: there is no page here.
    """
    if not rest.endswith("/"):
        raise NoSuchPage(rest)
    return RedirectResponse(str(request.url.replace(path=request.url.path.rstrip("/"))))


def _place(page: str) -> Place:
    def place(language: Language, country: Country) -> str:
        return help_path(language, page, country)

    return place


def _dates(reader: Reader, notice: NoticeView) -> str:
    """From when, and until when if that is known, a notice holds."""
    begins = format_date(local_date(notice.starts_at), reader.language)
    if notice.ends_at is None:
        return reader.say("since", date=begins)
    return reader.say("until", **{"from": begins}, date=format_date(local_date(notice.ends_at), reader.language))


def _asked(question: str, language: Language, country: Country) -> str:
    query = f"&{urlencode({'q': question})}" if question else ""
    return questions_path(language, country) + query
