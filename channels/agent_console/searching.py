"""The query behind the console's search: words of messages in any language, names, subject lines and invoices."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, cast

from sqlalchemy import ColumnElement, Select, Text, and_, case, func, literal, or_, select, text, tuple_, union
from sqlalchemy.dialects.postgresql import REGCONFIG
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from channels.errors import BadInput
from channels.message_center.models import Thread, ThreadEvent, agent_handler
from channels.message_center.records import SearchEntry
from tools.database import storable_text
from tools.ledger.models import Invoice

MARKS = ("\x02", "\x03")
"""Before and after what was found in a snippet: no text has these characters, so no text can pretend to be found."""
# The names of PostgreSQL's dictionaries; the function search_words of migration 0005 takes the same.
_DICTIONARIES = {"en": "english", "fi": "finnish", "sv": "swedish", "nb": "norwegian"}
_SIMPLE = "simple"
_FEW = 2000
_EXCLUDES = re.compile(r"(?:^|\s)-\S")
_LAST_AT = cast(ColumnElement[datetime], col(Thread.last_at))
_NEWEST = (_LAST_AT.desc(), col(Thread.id).desc())
_HEADLINE = f"StartSel={MARKS[0]}, StopSel={MARKS[1]}, MaxWords=24, MinWords=10, MaxFragments=1"


@dataclass(frozen=True)
class Wanted:
    """What is looked for; what is None does not matter.

    Attributes:
        query: words, names or numbers, as people write them for a search engine: ``-word`` excludes.
        status: open or closed.
        handler: assistant, queue, ``agent`` for anybody of customer service, or ``agent:<id>``.
        agent: id of who holds or held the thread last.
        before: see ``cursor_of``: only threads that were quiet for longer.
        limit: the most threads.
    """

    query: str | None = None
    status: Literal["open", "closed"] | None = None
    handler: str | None = None
    language: str | None = None
    country: str | None = None
    tag: str | None = None
    agent: str | None = None
    reason: str | None = None
    before: str | None = None
    limit: int = 25


async def find_threads(session: AsyncSession, wanted: Wanted) -> Sequence[Thread]:
    """The threads that fit, the one with the newest event first; one more than the limit when there are more.

    Args:
        session: in a transaction, whose way of planning is changed.
        wanted: what is looked for.

    Raises:
        BadInput: the cursor is none.
    """
    # What is common among the words decides how to search: a plan for any words would be slow for some.
    await session.execute(text("SET LOCAL plan_cache_mode = force_custom_plan"))
    page = _page(wanted)
    if not wanted.query:
        return (await session.scalars(select(Thread).where(col(Thread.id).in_(page)).order_by(*_NEWEST))).all()
    # Each by itself finds its way along an index, and can stop when it has a page.
    found = (await _said(session, wanted.query), _named(wanted.query))
    ids = union(*(page.where(condition) for condition in found)).subquery()
    query = select(Thread).where(col(Thread.id).in_(select(ids.c.id))).order_by(*_NEWEST).limit(wanted.limit + 1)
    return (await session.scalars(query)).all()


def _page(wanted: Wanted) -> Select[str]:
    """Ids of the newest threads that pass the filters, whatever they say."""
    query = select(col(Thread.id)).where(_LAST_AT.is_not(None), *_filters(wanted))
    if wanted.before:
        query = query.where(tuple_(_LAST_AT, col(Thread.id)) < tuple_(*_read_cursor(wanted.before)))
    return query.order_by(*_NEWEST).limit(wanted.limit + 1)


async def snippets(session: AsyncSession, query: str, thread_ids: Sequence[str]) -> dict[str, str]:
    """By thread, the newest message in which words were found, around them, with ``MARKS``.

    Args:
        session: for reading.
        query: as it was looked for.
        thread_ids: of the threads that are shown; those in whose messages nothing was found are left out.
    """
    if not thread_ids:
        return {}
    newest = (
        select(col(SearchEntry.thread_id), func.max(col(SearchEntry.seq)).label("seq"))
        .join(Thread, col(Thread.id) == col(SearchEntry.thread_id))
        .where(col(SearchEntry.thread_id).in_(thread_ids), _hit(query))
        .group_by(col(SearchEntry.thread_id))
        .subquery()
    )
    said = func.translate(ThreadEvent.payload["text"].astext, "".join(MARKS), "")
    headline = func.ts_headline(_dictionary(), said, _any_language(query), _HEADLINE)
    found = (
        select(newest.c.thread_id, headline)
        .join(ThreadEvent, and_(col(ThreadEvent.thread_id) == newest.c.thread_id, col(ThreadEvent.seq) == newest.c.seq))
        .join(Thread, col(Thread.id) == newest.c.thread_id)
    )
    return {thread_id: snippet for thread_id, snippet in await session.execute(found)}


def cursor_of(thread: Thread) -> str:
    """Where a page ends, for the next one to begin after."""
    assert thread.last_at is not None
    place = json.dumps([thread.last_at.isoformat(), thread.id])
    return base64.urlsafe_b64encode(place.encode()).decode().rstrip("=")


def _read_cursor(cursor: str) -> tuple[datetime, str]:
    try:
        at, thread_id = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        return datetime.fromisoformat(at), storable_text(str(thread_id))
    except (binascii.Error, ValueError, TypeError):
        raise BadInput("invalid_field", "before must be the next of an earlier answer") from None


def _filters(wanted: Wanted) -> list[ColumnElement[bool]]:
    exact: dict[Any, str | None] = {
        col(Thread.status): wanted.status,
        col(Thread.language): wanted.language,
        col(Thread.country): wanted.country,
        col(Thread.reason): wanted.reason,
        col(Thread.handler): agent_handler(wanted.agent) if wanted.agent else None,
    }
    found = [column == value for column, value in exact.items() if value is not None]
    if wanted.tag:
        found.append(col(Thread.tags).contains([wanted.tag]))
    if wanted.handler == "agent":
        found.append(col(Thread.handler).startswith(agent_handler("")))
    elif wanted.handler:
        found.append(col(Thread.handler) == wanted.handler)
    return found


async def _said(session: AsyncSession, query: str) -> ColumnElement[bool]:
    """Whether a message or note has the words.

    The server cannot tell how rare a word is that it has no statistics of: so few threads are looked up one by one,
    and where there are many, the newest threads are looked through until there are enough.
    """
    hits = select(col(SearchEntry.thread_id)).where(_hit(query))
    if _EXCLUDES.search(query):
        hits = hits.join(Thread, col(Thread.id) == col(SearchEntry.thread_id))
    few = (await session.scalars(hits.limit(_FEW + 1))).all()
    if len(few) <= _FEW:
        return col(Thread.id).in_(set(few))
    return select(SearchEntry).where(col(SearchEntry.thread_id) == col(Thread.id), _hit(query)).exists()


def _named(query: str) -> ColumnElement[bool]:
    """Whether it is a part of the customer's name, the subject line or the invoice's numbers."""
    parts = [_part(col(Thread.customer_name), query), _part(col(Thread.title), query)]
    if any(character.isdigit() for character in query):
        number = select(Invoice).where(col(Invoice.myropo_id) == col(Thread.invoice), _part(col(Invoice.number), query))
        parts += [_part(col(Thread.invoice), query), number.exists()]
    return or_(*parts)


def _part(column: Any, query: str) -> ColumnElement[bool]:
    found: ColumnElement[bool] = column.icontains(query, autoescape=True)
    return found


def _hit(query: str) -> ColumnElement[bool]:
    """Whether a message has the words, as any of the dictionaries reads them.

    A thread's first messages may be stemmed in another language than the thread turned out to be in, so a hit in any
    of them counts. What is excluded must be read in the thread's own, or another dictionary's reading would let it in.
    """
    words = col(SearchEntry.words)
    anywhere: ColumnElement[bool] = words.op("@@")(_any_language(query))
    if not _EXCLUDES.search(query):
        return anywhere
    readings = [(col(Thread.language) == code, words.op("@@")(_read_by(name, query))) for code, name in _known()]
    return and_(anywhere, case(*readings, else_=words.op("@@")(_read_by(_SIMPLE, query))))


def _any_language(query: str) -> ColumnElement[Any]:
    reading = _read_by(_SIMPLE, query)
    for _, name in _known():
        reading = reading.op("||")(_read_by(name, query))
    return reading.self_group()


def _read_by(dictionary: str, query: str) -> ColumnElement[Any]:
    return func.websearch_to_tsquery(literal(dictionary, REGCONFIG), literal(query, Text))


def _dictionary() -> ColumnElement[Any]:
    readings = [(col(Thread.language) == code, literal(name, REGCONFIG)) for code, name in _known()]
    return case(*readings, else_=literal(_SIMPLE, REGCONFIG))


def _known() -> Sequence[tuple[str, str]]:
    return tuple(_DICTIONARIES.items())
