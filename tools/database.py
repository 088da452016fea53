"""The database engine and its sessions: one PostgreSQL, one dialect, one code path."""

from __future__ import annotations

import json
from contextlib import AbstractAsyncContextManager
from typing import Any

from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine


class SessionFactory:
    """Sessions on one database: ``begin()`` for a transaction, a plain call for reading.

    Objects stay readable after commit. Reading sessions take each statement by itself, which is what PostgreSQL's read
    committed isolation shows anyway, and so save two trips to the server each.

    Args:
        engine: see ``make_engine``.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self._writing = async_sessionmaker(engine, expire_on_commit=False)
        reading = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._reading = async_sessionmaker(reading, expire_on_commit=False)

    def begin(self) -> AbstractAsyncContextManager[AsyncSession]:
        """A session in a transaction that is committed at the end of the context, or rolled back by an error."""
        return self._writing.begin()

    def __call__(self) -> AsyncSession:
        """A session for reading, to be used as a context manager."""
        return self._reading()


def make_engine(url: str, *, pool_size: int = 10) -> AsyncEngine:
    """An engine for a PostgreSQL URL.

    Args:
        url: ``postgresql+psycopg://...``; the short form ``postgresql://...`` is accepted too.
        pool_size: connections kept open.
    """
    return create_async_engine(
        psycopg_url(url),
        pool_size=pool_size,
        max_overflow=10,
        pool_pre_ping=False,
        json_serializer=storable_json,
    )


def make_session_factory(engine: AsyncEngine) -> SessionFactory:
    """Sessions on an engine's database."""
    return SessionFactory(engine)


def psycopg_url(url: str) -> str:
    """The URL with SQLAlchemy's psycopg driver named in it."""
    for short in ("postgres://", "postgresql://"):
        if url.startswith(short):
            return "postgresql+psycopg://" + url.removeprefix(short)
    return url


def conninfo(url: str) -> str:
    """The URL as libpq reads it, for psycopg and procrastinate."""
    return url.replace("postgresql+psycopg://", "postgresql://", 1)


def storable_json(value: Any) -> str:
    """A value as JSON without the characters that PostgreSQL's JSONB refuses; dates and ids are written out."""
    written = json.dumps(value, default=str)
    # Few texts hold what must not be stored, and all others need not be copied.
    return json.dumps(_storable(value), default=str) if "\\u0000" in written or "\\ud" in written else written


def storable_text(value: str) -> str:
    """A text without the characters that PostgreSQL refuses: a model's words may contain any."""
    return value.replace("\x00", "").encode("utf-8", "ignore").decode()


def _storable(value: Any) -> Any:
    match value:
        case str():
            return storable_text(value)
        case dict():
            return {_storable(key): _storable(item) for key, item in value.items()}
        case list() | tuple():
            return [_storable(item) for item in value]
        case _:
            return value
