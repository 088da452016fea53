"""Notices: dated news and disruptions that customers are told while they last.

A notice is shown as a banner in the portal, in the chat or in both, and the assistant adds it to its answers about what
the notice bears on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Literal, get_args

from pydantic import BaseModel, ConfigDict
from sqlalchemy import CheckConstraint, DateTime, Text, or_, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel, col

from knowledge.articles import TOPICS, Topic
from tools.context import LANGUAGES, Language
from tools.database import SessionFactory, storable_text

NoticeKind = Literal["news", "disruption"]
NoticeCountry = Literal["all", "FI", "SE", "NO"]
NoticeChannel = Literal["all", "portal", "chat"]
LONGEST_NOTICE = 300
_STANDS_IN: Language = "en"


class NoticeError(ValueError):
    """A notice cannot be added or ended; the message says what to do."""


class Notice(SQLModel, table=True):
    """One notice.

    Attributes:
        id: counts up.
        kind: news, or a disruption of the service.
        country: whom it is for.
        channel: where its banner is shown.
        topics: topics of articles that it bears on; the assistant tells it with answers about them.
        texts: one or two sentences by language; English stands in for a missing one.
        starts_at: from this moment on.
        ends_at: up to this moment; None until somebody ends it.
    """

    __tablename__ = "notice"
    __table_args__ = (
        CheckConstraint(f"kind IN {get_args(NoticeKind)}", "notice_kind"),
        CheckConstraint(f"country IN {get_args(NoticeCountry)}", "notice_country"),
        CheckConstraint(f"channel IN {get_args(NoticeChannel)}", "notice_channel"),
        CheckConstraint("ends_at > starts_at", "notice_ends_after_start"),
    )

    id: int | None = Field(default=None, primary_key=True)
    kind: str = Field(sa_type=Text)
    country: str = Field(sa_type=Text)
    channel: str = Field(sa_type=Text)
    topics: list[str] = Field(sa_type=JSONB)
    texts: dict[str, str] = Field(sa_type=JSONB)
    starts_at: datetime = Field(sa_type=DateTime(timezone=True))
    ends_at: datetime | None = Field(default=None, sa_type=DateTime(timezone=True))


class NoticeView(BaseModel):
    """A notice in one language.

    Attributes:
        id: of the notice.
        kind: news, or a disruption of the service.
        topics: topics of articles that it bears on.
        text: one or two sentences.
        language: of the text; English where the notice has no text in the asked language.
        starts_at: with time zone.
        ends_at: with time zone; None while its end is not known.
    """

    model_config = ConfigDict(frozen=True)

    id: int
    kind: NoticeKind
    topics: tuple[Topic, ...]
    text: str
    language: Language
    starts_at: datetime
    ends_at: datetime | None


class Notices:
    """All notices, past, present and to come.

    Args:
        sessions: database sessions.
    """

    def __init__(self, sessions: SessionFactory) -> None:
        self._sessions = sessions

    async def add(
        self,
        texts: Mapping[str, str],
        *,
        kind: NoticeKind,
        country: NoticeCountry = "all",
        channel: NoticeChannel = "all",
        topics: Sequence[str] = (),
        starts_at: datetime,
        ends_at: datetime | None = None,
    ) -> int:
        """Add a notice.

        Args:
            texts: one or two sentences by language, at most 300 characters each; English at least.
            kind: news or disruption.
            country: FI, SE, NO or all.
            channel: portal, chat or all.
            topics: topics of articles that it bears on.
            starts_at: with time zone.
            ends_at: with time zone; None while its end is not known.

        Returns:
            Its number.

        Raises:
            NoticeError: the English text is missing, a text is too long, a language, country, channel, kind or topic is
                unknown, or it ends before it starts.
        """
        cleaned = {language: " ".join(storable_text(text).split()) for language, text in texts.items() if text.strip()}
        if problem := _problem(cleaned, kind, country, channel, topics, starts_at, ends_at):
            raise NoticeError(problem)
        notice = Notice(
            kind=kind,
            country=country,
            channel=channel,
            topics=list(dict.fromkeys(topics)),
            texts=cleaned,
            starts_at=starts_at,
            ends_at=ends_at,
        )
        async with self._sessions.begin() as session:
            session.add(notice)
            await session.flush()
        assert notice.id is not None
        return notice.id

    async def end(self, number: int, at: datetime) -> None:
        """End a notice; one that is yet to begin is removed.

        Args:
            number: of the notice.
            at: the moment, with time zone.

        Raises:
            NoticeError: there is no such notice, or it has ended already.
        """
        async with self._sessions.begin() as session:
            notice = await session.get(Notice, number, with_for_update=True)
            if notice is None or (notice.ends_at is not None and notice.ends_at <= at):
                raise NoticeError(f"there is no notice {number} that could be ended; see: assistant notices list")
            if notice.starts_at >= at:
                await session.delete(notice)
            else:
                notice.ends_at = at

    async def all(self) -> list[Notice]:
        """Every notice, newest first."""
        async with self._sessions() as session:
            return list(await session.scalars(select(Notice).order_by(col(Notice.starts_at).desc(), col(Notice.id))))

    async def current(
        self, at: datetime, *, country: str, language: Language, channel: NoticeChannel = "all"
    ) -> list[NoticeView]:
        """What is told at a moment, disruptions first, then the newest.

        Args:
            at: the moment, with time zone.
            country: of the customer.
            language: of the customer.
            channel: portal or chat; ``all`` gives those of every channel.
        """
        wanted = select(Notice).where(
            col(Notice.starts_at) <= at,
            or_(col(Notice.ends_at).is_(None), col(Notice.ends_at) > at),
            col(Notice.country).in_(["all", country]),
        )
        if channel != "all":
            wanted = wanted.where(col(Notice.channel).in_(["all", channel]))
        async with self._sessions() as session:
            found = await session.scalars(wanted.order_by(col(Notice.kind), col(Notice.starts_at).desc()))
            return [_view(notice, language) for notice in found]


def _problem(
    texts: Mapping[str, str],
    kind: str,
    country: str,
    channel: str,
    topics: Sequence[str],
    starts_at: datetime,
    ends_at: datetime | None,
) -> str | None:
    known: tuple[tuple[str, Sequence[Any], Sequence[Any]], ...] = (
        ("language", list(texts), LANGUAGES),
        ("kind", [kind], get_args(NoticeKind)),
        ("country", [country], get_args(NoticeCountry)),
        ("channel", [channel], get_args(NoticeChannel)),
        ("topic", topics, TOPICS),
    )
    for name, given, allowed in known:
        if unknown := [one for one in given if one not in allowed]:
            return f"unknown {name} {unknown[0]!r}; known: {', '.join(allowed)}"
    if _STANDS_IN not in texts:
        return "an English text is needed: it stands in for languages without one"
    if long := [language for language, text in texts.items() if len(text) > LONGEST_NOTICE]:
        return f"the text in {long[0]!r} is longer than {LONGEST_NOTICE} characters"
    if ends_at is not None and ends_at <= starts_at:
        return "a notice must end after it starts"
    return None


def _view(notice: Notice, language: Language) -> NoticeView:
    spoken = language if language in notice.texts else _STANDS_IN
    return NoticeView.model_validate(
        {
            "id": notice.id,
            "kind": notice.kind,
            "topics": notice.topics,
            "text": notice.texts[spoken],
            "language": spoken,
            "starts_at": notice.starts_at,
            "ends_at": notice.ends_at,
        }
    )
