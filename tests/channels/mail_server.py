"""A mail server that keeps what it gets."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword


class MailServer:
    """What has come, and how the next ones are answered.

    Attributes:
        came: mails that were taken.
        refuse: an SMTP answer to every recipient; None to take them.
        connections: how often somebody has connected.
    """

    def __init__(self) -> None:
        self.came: list[EmailMessage] = []
        self.recipients: list[str] = []
        self.refuse: str | None = None
        self.connections = 0
        self.logins: list[tuple[bytes, bytes]] = []
        self.arrived = asyncio.Event()

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if self.refuse is not None:
            return self.refuse
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.came.append(message_from_bytes(envelope.content, policy=default))
        self.recipients += envelope.rcpt_tos
        self.arrived.set()
        return "250 OK"

    def authenticate(self, server: Any, session: Any, envelope: Any, mechanism: str, data: LoginPassword) -> AuthResult:
        """Anybody may send."""
        self.logins.append((data.login, data.password))
        return AuthResult(success=True)

    def protocol(self) -> SMTP:
        """One connection."""
        self.connections += 1
        return SMTP(self, hostname="mail.example", authenticator=self.authenticate, auth_require_tls=False)


@asynccontextmanager
async def mail_server() -> AsyncIterator[tuple[MailServer, str]]:
    """A server on a free loopback port, and its address."""
    server = MailServer()
    listening = await asyncio.get_running_loop().create_server(server.protocol, "127.0.0.1", 0)
    async with listening:
        yield server, f"127.0.0.1:{listening.sockets[0].getsockname()[1]}"
