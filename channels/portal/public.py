"""What anybody may read, signed in or not: answers from the help, opening hours, and notices in force."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel, Field

from channels.documentation import answers
from channels.languages import language_of
from channels.portal import examples
from channels.portal.help.opening import LINES, said_moment
from channels.portal.help.reader import LONGEST_QUESTION, Reader, reader_of
from knowledge.articles import Topic
from knowledge.hours import DayHours, Hours, Line, load_hours
from knowledge.hours_words import written_week
from knowledge.search import Passage
from tools.context import Language
from tools.ledger.models import Country
from tools.notices import NoticeView

router = APIRouter(tags=["help"])


class FoundArticle(BaseModel):
    """An article that answers a question."""

    id: str = Field(description="The same in every language.")
    topic: Topic
    title: str
    short_answer: str = Field(description="One to three sentences that answer on their own.")
    url: str = Field(description="Of the page, from the root of this host.")
    language: Language = Field(description="Of the texts.")
    fallback: bool = Field(description="The article has no version in the asked language.")

    @classmethod
    def of(cls, passage: Passage) -> FoundArticle:
        """The article of a passage."""
        return cls.model_validate({**passage.model_dump(), "id": passage.article_id})


class FoundArticles(BaseModel):
    """Articles that answer a question, best first."""

    articles: list[FoundArticle]


class LineHours(BaseModel):
    """When people answer on one line; times of the day and moments are local to the country."""

    line: Line
    open_now: bool
    next_opening: datetime | None = Field(description="Now while it is open; null when that is not within a month.")
    next_opening_text: str | None = Field(description="The same in words.")
    expected_answer: datetime | None = Field(description="By when somebody answers what is sent now.")
    expected_answer_text: str | None = Field(description="The same in words.")
    weekly: list[DayHours] = Field(description="An ordinary week, weekday 0 being Monday.")
    weekly_text: str = Field(description="The same in words.")


class ServiceHours(BaseModel):
    """When people of one country's customer service answer; the AI assistant always does."""

    country: Country
    lines: list[LineHours]


async def _asking(request: Request, language: Language | None = None, country: Country | None = None) -> Reader:
    return await reader_of(request, language or await language_of(request), country)


Asking = Annotated[Reader, Depends(_asking)]
"""Who asks: without a language as for every request, without a country the signed-in customer's or the language's."""


@router.get(
    "/articles",
    summary="Search the help",
    responses=answers(200, {"articles": [examples.ARTICLE]}),
)
async def articles(
    reader: Asking,
    question: Annotated[str, Query(max_length=LONGEST_QUESTION, description="In any words.")],
) -> FoundArticles:
    """The articles that answer a question, best first; none when nothing fits."""
    return FoundArticles(articles=[FoundArticle.of(passage) for passage in await reader.search(question)])


@router.get("/hours", summary="Read the opening hours", responses=answers(200, examples.HOURS))
async def hours(reader: Asking) -> ServiceHours:
    """Whether people answer now, when they do next, and in an ordinary week."""
    known = load_hours()
    return ServiceHours(country=reader.country, lines=[_line(known, reader, line) for line in LINES])


@router.get("/notices", summary="List notices", responses=answers(200, [examples.NOTICE]))
async def notices(
    reader: Asking,
    channel: Annotated[
        Literal["portal", "chat"] | None, Query(description="Where they are to be shown; all of them without it.")
    ] = None,
) -> list[NoticeView]:
    """News and disruptions in force: disruptions first, then the newest."""
    return await reader.runtime.notices.current(
        reader.now, country=reader.country, language=reader.language, channel=channel or "all"
    )


def _line(known: Hours, reader: Reader, line: Line) -> LineHours:
    opens = known.next_opening(reader.country, reader.now, line)
    answer = known.expected_answer(reader.country, reader.now, line)
    weekly = known.weekly(reader.country, line)
    return LineHours(
        line=line,
        open_now=known.is_open(reader.country, reader.now, line),
        next_opening=opens,
        next_opening_text=said_moment(reader, opens),
        expected_answer=answer,
        expected_answer_text=said_moment(reader, answer),
        weekly=list(weekly),
        weekly_text=written_week(weekly, reader.language),
    )
