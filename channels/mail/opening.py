"""Wiring mails as the settings say."""

from __future__ import annotations

from datetime import timedelta

from assistant.settings import Settings
from channels.mail.posts import LocalMailbox, Post, SmtpPost
from channels.mail.sending import Mails
from tools.database import SessionFactory

_SECONDS, _DEMO_SECONDS = 120.0, 20.0
_NOBODY = "no-reply@myropo.example"


def open_mails(settings: Settings, sessions: SessionFactory, *, demo: bool) -> Mails:
    """Mails over the mail server that the settings name, else into the demo's mailbox, else nowhere.

    Args:
        settings: what is in force.
        sessions: database sessions.
        demo: whether this is the demo.
    """
    post: Post | None = LocalMailbox() if demo else None
    if settings.smtp_url is not None:
        post = SmtpPost(settings.smtp_url.get_secret_value())
    seconds = settings.mail_delay_seconds
    delay = timedelta(seconds=(_DEMO_SECONDS if demo else _SECONDS) if seconds is None else seconds)
    return Mails(sessions, post, sender=settings.mail_from or _NOBODY, address=settings.public_address, delay=delay)
