"""What ``assistant notices`` does. It may run beside the application, which shows what is added at once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar

from assistant.settings import Settings
from channels.commands import clock_of, on_database, out
from tools.context import STOCKHOLM
from tools.notices import Notice, Notices

A = TypeVar("A")


def add(
    settings: Settings,
    texts: Mapping[str, str],
    kind: str,
    country: str,
    channel: str,
    topics: Sequence[str],
    starts: datetime | None,
    ends: datetime | None,
) -> None:
    """Add a notice and print its number.

    Args:
        settings: what is in force.
        texts: by language; empty ones are left out.
        kind: news or disruption.
        country: FI, SE, NO or all.
        channel: portal, chat or all.
        topics: topics of articles that it bears on.
        starts: Swedish time without a zone; None for now.
        ends: Swedish time without a zone; None until it is ended.

    Raises:
        NoticeError: see ``Notices.add``.
    """
    fields: dict[str, Any] = {"kind": kind, "country": country, "channel": channel, "topics": topics}
    begins = _moment(starts) or clock_of(settings).now()
    number = _with_notices(
        settings, lambda notices: notices.add(texts, **fields, starts_at=begins, ends_at=_moment(ends))
    )
    out.print(f"Notice {number} was added.")


def show(settings: Settings) -> None:
    """Print every notice."""
    now = clock_of(settings).now()
    notices = _with_notices(settings, lambda notices: notices.all())
    for notice in notices:
        about = f"about {', '.join(notice.topics)}" if notice.topics else "about nothing in particular"
        facts = (_state(notice, now), notice.kind, f"country {notice.country}", f"channel {notice.channel}", about)
        out.print(f"{notice.id}  {', '.join(facts)}", markup=False)
        out.print(f"   {_written(notice.starts_at)} to {_written(notice.ends_at)}", markup=False)
        for language, text in notice.texts.items():
            out.print(f"   {language}: {text}", markup=False)
    if not notices:
        out.print("There are no notices.")


def end(settings: Settings, number: int) -> None:
    """End a notice.

    Raises:
        NoticeError: there is none that could be ended.
    """
    now = clock_of(settings).now()
    _with_notices(settings, lambda notices: notices.end(number, now))
    out.print(f"Notice {number} was ended.")


def _with_notices(settings: Settings, work: Callable[[Notices], Awaitable[A]]) -> A:
    return on_database(settings, lambda sessions: work(Notices(sessions)), seeded=False)


def _moment(local: datetime | None) -> datetime | None:
    return local.replace(tzinfo=STOCKHOLM).astimezone(UTC) if local else None


def _written(moment: datetime | None) -> str:
    return f"{moment.astimezone(STOCKHOLM):%Y-%m-%d %H:%M}" if moment else "until it is ended"


def _state(notice: Notice, now: datetime) -> str:
    if notice.starts_at > now:
        return "to come"
    return "over" if notice.ends_at is not None and notice.ends_at <= now else "in force"
