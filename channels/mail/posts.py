"""What carries mails: a mail server, or in the demo nothing, as its mailbox is the table itself."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from email.message import EmailMessage
from typing import Protocol
from urllib.parse import unquote, urlsplit

from aiosmtplib import SMTP, SMTPException, SMTPRecipientRefused, SMTPRecipientsRefused

_SECONDS_PER_COMMAND, _SECONDS_PER_MAIL = 10.0, 30.0
_HERE = ("localhost", "127.0.0.1", "::1")
_FOR_EVER = 500


class PostFailed(Exception):
    """The mail was not taken; it may be tried again."""


class AddressRefused(Exception):
    """The server says that the address does not exist: to try again is no use."""


class Post(Protocol):
    """Carries mails."""

    async def send(self, message: EmailMessage) -> None:
        """Hand a mail over.

        Raises:
            PostFailed: it may be tried again.
            AddressRefused: it is no use.
        """
        ...

    async def close(self) -> None:
        """No more mails for now."""
        ...


class LocalMailbox:
    """The demo's: a mail that is marked as sent has arrived."""

    async def send(self, message: EmailMessage) -> None:
        """There is nothing to do."""

    async def close(self) -> None:
        """There is nothing to do."""


class SmtpPost:
    """A mail server; connected with the first mail, and until ``close``.

    Args:
        url: ``smtp://user:password@host:587`` (encrypted with STARTTLS where the server offers it, and always before a
            password is sent to another machine) or ``smtps://user:password@host:465``.
    """

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        secret = parts.password is not None and parts.hostname not in _HERE
        self._client = SMTP(
            hostname=parts.hostname,
            port=parts.port or (465 if parts.scheme == "smtps" else 587),
            username=unquote(parts.username) if parts.username else None,
            password=unquote(parts.password) if parts.password else None,
            use_tls=parts.scheme == "smtps",
            start_tls=True if secret and parts.scheme == "smtp" else None,
            timeout=_SECONDS_PER_COMMAND,
        )

    async def send(self, message: EmailMessage) -> None:
        """Hand a mail over.

        Raises:
            PostFailed: the server cannot be reached, or does not take it now.
            AddressRefused: the server says that there is no such address.
        """
        try:
            async with asyncio.timeout(_SECONDS_PER_MAIL):
                if not self._client.is_connected:
                    await self._client.connect()
                await self._client.send_message(message)
        except SMTPRecipientsRefused as error:
            refused = [each for each in error.recipients if isinstance(each, SMTPRecipientRefused)]
            kind = AddressRefused if refused and all(each.code >= _FOR_EVER for each in refused) else PostFailed
            raise kind(type(error).__name__) from error
        except (SMTPException, OSError, TimeoutError, ValueError) as error:
            self._client.close()
            # The words of an error may quote the address.
            raise PostFailed(type(error).__name__) from error

    async def close(self) -> None:
        """Say goodbye to the server."""
        with suppress(SMTPException, OSError, TimeoutError):
            if self._client.is_connected:
                await self._client.quit()
