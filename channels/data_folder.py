"""The folder that a server keeps its data in, and the database that may live there."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from assistant.settings import Settings
from tools.database import psycopg_url
from tools.embedded_postgres import embedded_postgres


class AlreadyRunning(Exception):
    """Another instance owns the data folder."""


@contextmanager
def database_url(settings: Settings) -> Iterator[str]:
    """The database that the settings name; an embedded one runs while the context is open."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    if settings.database_url is not None:
        yield psycopg_url(settings.database_url.get_secret_value())
        return
    with embedded_postgres(settings.data_dir.resolve() / "postgres") as url:
        yield url


@contextmanager
def owned_data_dir(settings: Settings) -> Iterator[None]:
    """Make this process the only server on the data folder.

    Raises:
        AlreadyRunning: another one is.
    """
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    with (settings.data_dir / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunning(
                f"Another instance runs on the data folder {settings.data_dir.resolve()}. "
                "Stop it first, or give this one a folder of its own with DATA_DIR."
            ) from None
        yield
