"""The daily run in service: every letter that is due today is sent."""

from __future__ import annotations

from collections import Counter

import structlog

from knowledge.rates import Rates
from knowledge.tariffs import Tariffs
from tools.context import Clock, local_today
from tools.database import SessionFactory
from tools.ledger.advance import advance
from tools.ledger.collection import Rules
from tools.ledger.models import EventKind

log = structlog.get_logger()


async def daily_run(sessions: SessionFactory, tariffs: Tariffs, rates: Rates, clock: Clock) -> Counter[EventKind]:
    """Bring every claim up to today; a second run on the same day finds nothing to do.

    Args:
        sessions: where transactions come from.
        tariffs: the fees.
        rates: the reference rates.
        clock: the time.

    Returns:
        How many entries of each kind were written.
    """
    today = local_today(clock)
    written = await advance(sessions, Rules(tariffs, rates), first_day=today, last_day=today, now=clock.now())
    log.info("daily run", day=today.isoformat(), written=dict(written))
    return written
