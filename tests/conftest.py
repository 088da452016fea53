"""Fixtures shared by all tests: a real PostgreSQL, one fresh database per test."""

from __future__ import annotations

import gc
import itertools
import tempfile
from collections.abc import AsyncIterator, Iterator
from datetime import date
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tools.context import FrozenClock
from tools.database import SessionFactory, conninfo, make_engine, make_session_factory
from tools.embedded_postgres import embedded_postgres

TODAY = date(2026, 11, 22)
_numbers = itertools.count(1)


def pytest_collection_finish() -> None:
    """What is imported by now lives to the end: collecting garbage need not look at it each time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """URL of an embedded server that lives as long as the test run."""
    with tempfile.TemporaryDirectory(prefix="myropo-test-") as folder:
        Path(folder).chmod(0o755)
        with embedded_postgres(Path(folder) / "postgres") as url:
            with psycopg.connect(conninfo(url), autocommit=True) as connection:
                # The data is thrown away: waiting for the disk would test the disk.
                for setting in ("fsync", "full_page_writes", "synchronous_commit"):
                    connection.execute(f"ALTER SYSTEM SET {setting} = off".encode())
                connection.execute("SELECT pg_reload_conf()")
            yield url


@pytest.fixture(scope="session")
def template(postgres: str) -> str:
    """Name of a migrated and seeded database that every test's own is copied from."""
    import asyncio

    from channels.database import seed_demo, upgrade

    name = "myropo_template"
    with psycopg.connect(conninfo(postgres), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    url = _with_database(postgres, name)
    upgrade(url)
    asyncio.run(seed_demo(url, TODAY))
    return name


@pytest.fixture
def database_url(postgres: str, template: str) -> str:
    """URL of a fresh copy of the seeded database."""
    name = f"myropo_{next(_numbers)}"
    with psycopg.connect(conninfo(postgres), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}".encode())
    return _with_database(postgres, name)


@pytest.fixture
async def engine(database_url: str) -> AsyncIterator[AsyncEngine]:
    """An engine on the fresh database."""
    engine = make_engine(database_url)
    yield engine
    await engine.dispose()


@pytest.fixture
def sessions(engine: AsyncEngine) -> SessionFactory:
    """Sessions on the fresh database."""
    return make_session_factory(engine)


@pytest.fixture
def clock() -> FrozenClock:
    """A clock that stands at noon of the day the demo data was made for."""
    return FrozenClock(TODAY)


def _with_database(url: str, name: str) -> str:
    head, _, query = url.partition("?")
    return f"{head.rsplit('/', 1)[0]}/{name}?{query}"
