"""Who is behind a request or socket: read from the signed session cookie, never from what a client says."""

from __future__ import annotations

import secrets
import time
from pathlib import Path

from starlette.requests import HTTPConnection

from channels.errors import SignInNeeded
from tools.context import Principal, Strength

CUSTOMER, AGENT, STRONG_UNTIL = "customer", "agent", "strong_until"
STRONG_SECONDS = 15 * 60
"""How long a strong identification holds."""


def principal_of(connection: HTTPConnection) -> Principal:
    """The signed-in customer.

    Raises:
        SignInNeeded: nobody is signed in as a customer.
    """
    stored = connection.session.get(CUSTOMER)
    if not isinstance(stored, str):
        raise SignInNeeded("customer")
    return Principal.parse(stored)


def strength_of(connection: HTTPConnection) -> Strength:
    """How surely the session knows who the customer is, now; by the machine's clock, whatever day a demo plays on."""
    until = connection.session.get(STRONG_UNTIL)
    return "strong" if isinstance(until, int) and time.time() < until else "light"


def sign_in_customer(connection: HTTPConnection, principal: Principal) -> None:
    """Begin a customer's session; how strongly somebody was identified before is no longer of account."""
    connection.session.pop(STRONG_UNTIL, None)
    connection.session[CUSTOMER] = str(principal)


def sign_out_customer(connection: HTTPConnection) -> None:
    """End a customer's session."""
    connection.session.pop(STRONG_UNTIL, None)
    connection.session.pop(CUSTOMER, None)


def note_strong_identification(connection: HTTPConnection) -> None:
    """Let the signed-in customer count as strongly identified for a while."""
    connection.session[STRONG_UNTIL] = int(time.time()) + STRONG_SECONDS


def agent_id_of(connection: HTTPConnection) -> str:
    """The signed-in agent's id.

    Raises:
        SignInNeeded: nobody is signed in as an agent.
    """
    stored = connection.session.get(AGENT)
    if not isinstance(stored, str):
        raise SignInNeeded("agent")
    return stored


def same_origin(connection: HTTPConnection) -> bool:
    """Whether a browser's page of this very host opened the socket, or sent the form.

    Browsers send cookies with sockets that any site opens, and always name the site; programs that are no browsers send
    no origin, and have no cookie that a site could misuse.
    """
    origin = connection.headers.get("origin")
    return origin is None or origin.partition("://")[2] == connection.headers.get("host")


def session_secret(data_dir: Path) -> str:
    """The key that signs session cookies: made once, readable by this user only."""
    return _kept_secret(data_dir / "session.key")


def payment_secret(data_dir: Path) -> str:
    """The key that a payment provider's messages are signed with, kept like the other one."""
    return _kept_secret(data_dir / "payment.key")


def _kept_secret(path: Path) -> str:
    """A secret that is made once and kept in a file that only this user can read."""
    # A process that was killed while it wrote has left an empty file: an empty key would let anybody sign.
    if not path.exists() or not path.read_text():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(32))
    return path.read_text()
