"""Who is behind a request or socket: read from the signed session cookie, never from what a client says."""

from __future__ import annotations

import secrets
from pathlib import Path

from starlette.requests import HTTPConnection
from starlette.websockets import WebSocket

from channels.errors import SignInNeeded
from tools.context import Principal

CUSTOMER, AGENT = "customer", "agent"


def principal_of(connection: HTTPConnection) -> Principal:
    """The signed-in customer.

    Raises:
        SignInNeeded: nobody is signed in as a customer.
    """
    stored = connection.session.get(CUSTOMER)
    if not isinstance(stored, str):
        raise SignInNeeded("customer")
    return Principal.parse(stored)


def agent_id_of(connection: HTTPConnection) -> str:
    """The signed-in agent's id.

    Raises:
        SignInNeeded: nobody is signed in as an agent.
    """
    stored = connection.session.get(AGENT)
    if not isinstance(stored, str):
        raise SignInNeeded("agent")
    return stored


def same_origin(socket: WebSocket) -> bool:
    """Whether a browser's page of this very host opened the socket.

    Browsers send cookies with sockets that any site opens, and always name the site; programs that are no browsers send
    no origin, and have no cookie that a site could misuse.
    """
    origin = socket.headers.get("origin")
    return origin is None or origin.partition("://")[2] == socket.headers.get("host")


def session_secret(data_dir: Path) -> str:
    """The key that signs session cookies: made once, readable by this user only."""
    path = data_dir / "session.key"
    # A process that was killed while it wrote has left an empty file: an empty key would sign anybody's cookie.
    if not path.exists() or not path.read_text():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(32))
    return path.read_text()
