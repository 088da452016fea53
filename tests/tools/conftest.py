"""Fixtures of the tools' tests."""

from __future__ import annotations

from datetime import datetime

import pytest

from knowledge.tariffs import Tariffs, load_tariffs
from tests.tools.support import ContextOf, Desk, Library, Provider
from tools.context import FrozenClock, Principal, ToolContext
from tools.database import SessionFactory
from tools.ledger.payments import Payments
from tools.ledger.service import LedgerService


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
