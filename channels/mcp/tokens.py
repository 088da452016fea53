"""Tokens that open ``/mcp`` for one principal: signed, with an end, and kept nowhere."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from itsdangerous import BadData, URLSafeTimedSerializer

from assistant.settings import Settings
from channels.auth.sessions import session_secret
from tools.context import Principal


def signing_secret(settings: Settings) -> str:
    """The key that signs session cookies and tokens, each with a salt of its own."""
    if settings.session_secret:
        return settings.session_secret.get_secret_value()
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    return session_secret(settings.data_dir)


def issue_token(secret: str, principal: Principal, days: int) -> str:
    """A token for a principal.

    Args:
        secret: of the application.
        principal: whose invoices it opens.
        days: how long it is valid, by the machine's clock, whatever day a demo plays on.
    """
    return _serializer(secret).dumps([str(principal), days])


def read_token(secret: str, token: str) -> Principal | None:
    """Whom a token is for; None when it is forged, altered or past its time."""
    try:
        (principal, days), issued_at = _serializer(secret).loads(token, return_timestamp=True)
    except BadData:
        return None
    return Principal.parse(principal) if datetime.now(UTC) < issued_at + timedelta(days=days) else None


def _serializer(secret: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(secret, salt="mcp")
