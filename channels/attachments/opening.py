"""Wiring files as the settings say."""

from __future__ import annotations

from assistant.settings import Settings
from channels.attachments.blobs import open_blobs
from channels.attachments.limits import UploadLimits
from channels.attachments.service import Attachments
from tools.context import Clock
from tools.database import SessionFactory

_MEGABYTE = 1024 * 1024


def open_attachments(settings: Settings, sessions: SessionFactory, clock: Clock) -> Attachments:
    """Files in the data folder, or in the bucket that the settings name.

    Args:
        settings: what is in force.
        sessions: database sessions.
        clock: the time.
    """
    folder = settings.data_dir.resolve() / "attachments"
    blobs = open_blobs(folder, settings.attachments_url, settings.attachments_endpoint)
    limits = UploadLimits(settings.attachments_per_hour, settings.attachments_mb_per_hour * _MEGABYTE)
    # A clock that stands still knows no hours.
    return Attachments(sessions, blobs, clock, None if settings.today else limits)
