"""Fixtures of the tools' tests."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict

from knowledge.tariffs import Tariffs, load_tariffs
from tests.conftest import _with_database
from tests.tools.support import ContextOf, Desk, Library, Provider
from tools.context import FrozenClock, Principal, ToolContext
from tools.database import SessionFactory, conninfo
from tools.ledger.payments import Payments
from tools.ledger.service import LedgerService


@pytest.fixture(scope="session")
def shared_url(postgres: str, template: str) -> str:
    """URL of one copy of the seeded database for all tests that only read; a fresh one takes a tenth of a second."""
    with psycopg.connect(conninfo(postgres), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE myropo_shared TEMPLATE {template}".encode())
    return _with_database(postgres, "myropo_shared")


@pytest.fixture
def database_url(postgres: str, database_url: str) -> Iterator[str]:
    """A fresh copy that goes when its test is over: hundreds of them would take long to clear away together."""
    yield database_url
    with psycopg.connect(conninfo(postgres), autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {conninfo_to_dict(conninfo(database_url))['dbname']} WITH (FORCE)".encode())


@pytest.fixture(scope="session")
def tariffs() -> Tariffs:
    """The real tariffs."""
    return load_tariffs()


@pytest.fixture
def now(clock: FrozenClock) -> datetime:
    """Noon of the tests' today."""
    return clock.now()


@pytest.fixture
def ledger(sessions: SessionFactory, tariffs: Tariffs) -> LedgerService:
    """The ledger on the seeded database."""
    return LedgerService(sessions, tariffs)


@pytest.fixture
def desk(sessions: SessionFactory, ledger: LedgerService, tariffs: Tariffs, now: datetime) -> Desk:
    """Where customers ask for changes, click, and pay."""
    return Desk(sessions, ledger, tariffs, now)


@pytest.fixture
def library() -> Library:
    """What the tools search."""
    return Library()


@pytest.fixture
def provider() -> Provider:
    """Where customers pay."""
    return Provider()


@pytest.fixture
def context_of(
    sessions: SessionFactory, ledger: LedgerService, library: Library, provider: Provider, clock: FrozenClock
) -> ContextOf:
    """Makes the context of a turn, for a principal given as text such as ``person:anna``."""

    def make(principal: str) -> ToolContext:
        return ToolContext(
            principal=Principal.parse(principal),
            ledger=ledger,
            payments=Payments(sessions, provider),
            knowledge=library,  # type: ignore[arg-type]  # a stand-in with the same search
            clock=clock,
            thread_id=f"thread of {principal}",
            language="en",
            country="FI",
        )

    return make
