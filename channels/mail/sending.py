"""Sending what waits in the outbox."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

import structlog

from assistant.replies.catalogue import say
from channels.mail.outbox import FAILED, MOST_ATTEMPTS, SENT, DueMail, Outbox
from channels.mail.posts import AddressRefused, Post, PostFailed
from channels.message_center.records import Mail
from tools.database import SessionFactory

_NAME = "MyRopo"
_AT_A_TIME = 50

log = structlog.get_logger()


class Mails:
    """Tells customers who are away that they have an answer, without saying what it is.

    A mail is sent at least once: where a process dies between the server's yes and its own note, it is sent again with
    the same Message-ID.

    Args:
        sessions: database sessions.
        post: what carries mails; None to send none.
        sender: the address that they come from.
        address: where customers reach this service, without a slash at the end.
        delay: how long an answer may be unread.
    """

    def __init__(
        self, sessions: SessionFactory, post: Post | None, *, sender: str, address: str, delay: timedelta
    ) -> None:
        self._sessions = sessions
        self._post = post
        self._sender = sender
        self._address = address
        self._delay = delay
        self._sending = asyncio.Lock()

    @property
    def has_post(self) -> bool:
        """Whether mails are sent at all."""
        return self._post is not None

    async def send_due(self) -> None:
        """Send the mails that are due, each in transactions of its own; gives up for now where the server fails."""
        # A sweep need not wait for one that is held up by a slow server.
        if self._sending.locked():
            return
        async with self._sending:
            async with self._sessions.begin() as session:
                await Outbox(session).drop_needless(datetime.now(UTC))
            if self._post is None:
                return
            try:
                for _ in range(_AT_A_TIME):
                    due = await self._take()
                    if due is None or not await self._send(self._post, due):
                        break
            finally:
                await self._post.close()

    async def sent(self) -> Sequence[Mail]:
        """The newest hundred that were sent, newest first."""
        async with self._sessions() as session:
            return await Outbox(session).sent()

    async def _take(self) -> DueMail | None:
        async with self._sessions.begin() as session:
            return await Outbox(session).take(datetime.now(UTC), self._delay)

    async def _send(self, post: Post, due: DueMail) -> bool:
        """Whether to go on with the next one."""
        mail = due.mail
        mail.subject = say("mail-subject", due.language)
        who = "assistant" if due.author == "assistant" else "person"
        mail.body = say("mail-body", due.language, who=who, link=f"{self._address}/messages/{mail.thread_id}")
        try:
            await post.send(self._message(mail, due.language))
        except (AddressRefused, ValueError):  # the latter from a header that holds a line break
            log.warning("a mail cannot be sent to its address", mail=mail.id)
            await self._settle(mail, FAILED)
        except PostFailed as error:
            log.warning("a mail could not be sent", mail=mail.id, attempt=mail.attempts, error=str(error))
            if mail.attempts >= MOST_ATTEMPTS:
                await self._settle(mail, FAILED)
            return False
        else:
            await self._settle(mail, SENT, datetime.now(UTC))
        return True

    async def _settle(self, mail: Mail, status: str, sent_at: datetime | None = None) -> None:
        async with self._sessions.begin() as session:
            await Outbox(session).settle(mail, status, sent_at)

    def _message(self, mail: Mail, language: str) -> EmailMessage:
        message = EmailMessage(policy=SMTP)
        message["From"] = Address(_NAME, addr_spec=self._sender)
        message["To"] = mail.recipient
        message["Subject"] = mail.subject
        message["Date"] = format_datetime(datetime.now(UTC))
        message["Message-ID"] = f"<{mail.id}.{mail.seq}.{mail.thread_id}@{self._sender.rpartition('@')[2]}>"
        message["Content-Language"] = language
        message["Auto-Submitted"] = "auto-generated"
        message.set_content(mail.body)
        return message
