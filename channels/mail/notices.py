"""Noting that a customer who is away should be told of an answer."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from channels.mail.addresses import address_of
from channels.mail.outbox import Outbox
from channels.message_center.models import Thread, ThreadEvent
from channels.message_center.records import Mail
from tools.context import Principal, local_date

_ANSWERS = ("message", "proposal")


async def note_answer(session: AsyncSession, thread: Thread, event: ThreadEvent, now: datetime) -> None:
    """Write down that the customer is to be told of an answer by mail, unless it is read soon.

    A person's answers count everywhere, the assistant's in the Message Center only: who writes with it in the widget is
    there. A stretch of unread answers gets one mail. In the caller's transaction, after ``append``.

    Args:
        session: the caller's transaction.
        thread: the thread, with its lock held.
        event: the answer, already appended.
        now: the present moment of the service's clock.
    """
    if not _is_answer(thread, event):
        return
    outbox = Outbox(session)
    if await outbox.tells_of_unread(thread):
        return
    recipient = await address_of(session, Principal.parse(thread.principal), local_date(now))
    if recipient is None:
        return
    # The words are found when it is sent: language and place may have changed until then.
    waiting = Mail(thread_id=thread.id, seq=event.seq, recipient=recipient, subject="", body="", at=now)
    waiting.send_after = datetime.now(UTC)
    outbox.add(waiting)


def _is_answer(thread: Thread, event: ThreadEvent) -> bool:
    if event.kind not in _ANSWERS or event.audience != "public":
        return False
    return event.author_kind == "agent" or (event.author_kind == "assistant" and thread.channel == "message_center")
