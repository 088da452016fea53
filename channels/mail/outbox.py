"""The queries for mails. A mail that is taken is put off, so that it is tried again if whoever took it dies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from channels.message_center.models import Thread, ThreadEvent
from channels.message_center.records import Mail

WAITING, SENT, DROPPED, FAILED = "waiting", "sent", "dropped", "failed"
MOST_ATTEMPTS = 8
_LONGEST_WAIT = timedelta(hours=1)
# Who was not told of an answer for a day need not be told of it then.
_TOO_LATE = timedelta(days=1)
_LISTED = 100


@dataclass(frozen=True)
class DueMail:
    """A mail to be sent now.

    Attributes:
        mail: its row, as it was taken.
        language: the thread's.
        author: who has answered: ``agent`` or ``assistant``.
    """

    mail: Mail
    language: str
    author: str


class Outbox:
    """Mails within one transaction.

    Args:
        session: the transaction's session.
    """

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    def add(self, mail: Mail) -> None:
        """Store a new mail's row."""
        self._session.add(mail)

    async def tells_of_unread(self, thread: Thread) -> bool:
        """Whether the customer was told, or will be, of an answer that is not read yet."""
        told = exists().where(
            col(Mail.thread_id) == thread.id,
            col(Mail.seq) > thread.customer_read_seq,
            col(Mail.status).in_((WAITING, SENT)),
        )
        return bool(await self._session.scalar(select(told)))

    async def drop_needless(self, now: datetime) -> None:
        """Give up mails on what was read meanwhile, and those that nothing could send for a day."""
        read = exists().where(col(Thread.id) == col(Mail.thread_id), col(Thread.customer_read_seq) >= col(Mail.seq))
        needless = or_(read, col(Mail.send_after) < now - _TOO_LATE)
        # Those that another process has in its hands are left to it: two that wait for each other would wait for ever.
        found = select(col(Mail.id)).where(col(Mail.status) == WAITING, needless).with_for_update(skip_locked=True)
        await self._session.execute(
            update(Mail).where(col(Mail.id).in_(found)).values(status=DROPPED),
            execution_options={"synchronize_session": False},
        )

    async def take(self, now: datetime, delay: timedelta) -> DueMail | None:
        """The first mail that is due, put off until its next try; None where there is none.

        Args:
            now: by the machine's clock.
            delay: how long an answer may be unread.
        """
        due = or_(
            (col(Mail.attempts) == 0) & (col(Mail.send_after) <= now - delay),
            (col(Mail.attempts) > 0) & (col(Mail.send_after) <= now),
        )
        first = select(Mail).where(col(Mail.status) == WAITING, due).order_by(col(Mail.send_after))
        mail = await self._session.scalar(first.limit(1).with_for_update(skip_locked=True))
        if mail is None:
            return None
        mail.attempts += 1
        mail.send_after = now + min(timedelta(minutes=2 ** (mail.attempts - 1)), _LONGEST_WAIT)
        told = (
            select(col(Thread.language), col(ThreadEvent.author_kind))
            .join(ThreadEvent, col(ThreadEvent.thread_id) == col(Thread.id))
            .where(col(Thread.id) == mail.thread_id, col(ThreadEvent.seq) == mail.seq)
        )
        language, author = (await self._session.execute(told)).one()
        return DueMail(mail, language, author)

    async def settle(self, mail: Mail, status: str, sent_at: datetime | None = None) -> None:
        """Write down how a mail has ended, with its words."""
        ended = {"status": status, "subject": mail.subject, "body": mail.body, "sent_at": sent_at}
        await self._session.execute(
            update(Mail).where(col(Mail.id) == mail.id, col(Mail.status) == WAITING).values(**ended)
        )

    async def sent(self) -> Sequence[Mail]:
        """The newest hundred that were sent, newest first."""
        query = select(Mail).where(col(Mail.status) == SENT).order_by(col(Mail.id).desc()).limit(_LISTED)
        return (await self._session.scalars(query)).all()
