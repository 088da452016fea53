"""What the parts of the customers' side share."""

from __future__ import annotations

from tools.context import Clock
from tools.database import SessionFactory
from tools.ledger.service import LedgerService


class CustomerSide:
    """A part of ``MessageCenter``.

    Args:
        sessions: database sessions.
        ledger: the invoice ledger.
        clock: the time.
    """

    def __init__(self, sessions: SessionFactory, ledger: LedgerService, clock: Clock) -> None:
        self._sessions = sessions
        self._ledger = ledger
        self._clock = clock
