"""Fixtures shared by all tests: a real PostgreSQL, its database as new for each test."""

from __future__ import annotations

import gc
import tempfile
from collections.abc import AsyncIterator, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tools.context import FrozenClock
from tools.database import SessionFactory, conninfo, make_engine, make_session_factory
from tools.embedded_postgres import embedded_postgres

TODAY = date(2026, 11, 22)


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
def seeded(postgres: str) -> tuple[str, bytes]:
    """URL of the migrated and seeded database of all tests, and the statements that make it again as it was."""
    import asyncio

    from channels.database import seed_demo, upgrade

    url = new_database(postgres, "myropo_seeded")
    upgrade(url)
    asyncio.run(seed_demo(url, TODAY))
    with psycopg.connect(conninfo(url), autocommit=True) as connection:
        return url, _restoring(connection)


def _restoring(connection: psycopg.Connection[Any]) -> bytes:
    """Remember every table's rows and where its numbers are; returns what puts them back."""
    tables = [name for (name,) in connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]
    # Without triggers there is no order among tables. Emptying small tables row by row is quicker than TRUNCATE.
    statements = ["SET session_replication_role = replica", *(f"DELETE FROM {table}" for table in tables)]
    connection.execute("CREATE SCHEMA pristine")
    for table in tables:
        if connection.execute(f"SELECT FROM {table} LIMIT 1".encode()).rowcount:
            connection.execute(f"CREATE TABLE pristine.{table} AS TABLE {table}".encode())
            statements.append(f"INSERT INTO {table} SELECT * FROM pristine.{table}")
    sequences = connection.execute(
        "SELECT sequencename, coalesce(last_value, 1), last_value IS NOT NULL FROM pg_sequences"
    )
    statements += [f"SELECT setval('{name}', {value}, {called})" for name, value, called in sequences]
    return ";".join(statements).encode()


@pytest.fixture
def database_url(seeded: tuple[str, bytes]) -> str:
    """URL of the seeded database, as it was at the beginning."""
    url, restoring = seeded
    with psycopg.connect(conninfo(url)) as connection:
        connection.execute(restoring)
    return url


@pytest.fixture
async def engine(database_url: str) -> AsyncIterator[AsyncEngine]:
    """An engine on the database."""
    engine = make_engine(database_url)
    yield engine
    await engine.dispose()


@pytest.fixture
def sessions(engine: AsyncEngine) -> SessionFactory:
    """Sessions on the database."""
    return make_session_factory(engine)


@pytest.fixture
def clock() -> FrozenClock:
    """A clock that stands at noon of the day the demo data was made for."""
    return FrozenClock(TODAY)


def new_database(postgres: str, name: str) -> str:
    """URL of an empty database beside all others."""
    with psycopg.connect(conninfo(postgres), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    head, _, query = postgres.partition("?")
    return f"{head.rsplit('/', 1)[0]}/{name}?{query}"
