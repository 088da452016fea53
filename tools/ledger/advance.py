"""The daily run over all claims: thousands at a time, each batch in a transaction of its own."""

from __future__ import annotations

import asyncio
import gc
import logging
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from uuid import UUID

from knowledge.tariffs import TariffError
from tools.context import SERVICE
from tools.database import SessionFactory
from tools.ledger import repository
from tools.ledger.claims import Claim
from tools.ledger.collection import Rules, due_entries
from tools.ledger.models import EventKind, Posting
from tools.ledger.writing import Written, insert_all, move, rows_of, update_all

BATCH = 500

log = logging.getLogger(__name__)


async def advance(
    sessions: SessionFactory, rules: Rules, *, first_day: date, last_day: date, now: datetime
) -> Counter[EventKind]:
    """Send every letter that is due, as daily runs from the first to the last day would.

    A run that is killed goes on where it was: what a batch has sent is committed, and is not sent again.

    Args:
        sessions: where transactions come from.
        rules: fees and rates.
        first_day: the first run's day: today, in service.
        last_day: the last run's day: today, in service; later ones for demos and evaluations.
        now: the moment that the entries are written at.

    Returns:
        How many entries of each kind were written.
    """
    sent: Counter[EventKind] = Counter()

    async def lane(after: UUID, until: UUID) -> None:
        async for batch in _batches(sessions, rules, first_day, last_day, now, after=after, until=until):
            sent.update(one.event["kind"] for one in batch)

    # While the database works for one lane, we decide for the other.
    middle = UUID(int=1 << 127)
    with _rare_collections():
        await asyncio.gather(lane(UUID(int=0), middle), lane(middle, UUID(int=(1 << 128) - 1)))
    return sent


@contextmanager
def _rare_collections() -> Iterator[None]:
    """Let Python look for unreachable cycles seldom: a batch is thousands of live objects, and no cycles.

    Looking at them again and again takes a third of the time; docs/benchmarks.md has the figures.
    """
    usual = gc.get_threshold()
    gc.set_threshold(50_000, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


async def _batches(
    sessions: SessionFactory,
    rules: Rules,
    first_day: date,
    last_day: date,
    now: datetime,
    *,
    after: UUID,
    until: UUID,
) -> AsyncIterator[list[Written]]:
    while True:
        async with sessions.begin() as session:
            claims = await repository.lock_running(session, SERVICE, last_day, after=after, until=until, limit=BATCH)
            if not claims:
                return
            versions = {claim.invoice.id: claim.invoice.version for claim in claims}
            # The rows stay locked; what changes about the objects is stored below, all at once.
            session.expunge_all()
            written = [one for claim in claims for one in _safely(claim, rules, first_day, last_day, now)]
            moved = [claim.invoice for claim in claims if claim.invoice.version != versions[claim.invoice.id]]
            if written:
                await insert_all(session, written)
                await update_all(session, moved)
            after = claims[-1].invoice.id
        yield written


def _safely(claim: Claim, rules: Rules, first_day: date, last_day: date, now: datetime) -> Sequence[Written]:
    """As ``_run``; a claim for which there is no tariff or rate is left to people and holds up no other."""
    try:
        return _run(claim, rules, first_day, last_day, now)
    except TariffError:
        log.exception("no letter can be sent about an invoice", extra={"invoice": claim.invoice.myropo_id})
        return []


def _run(claim: Claim, rules: Rules, first_day: date, last_day: date, now: datetime) -> Sequence[Written]:
    """Bring one claim up to the last day, in memory."""
    written = []
    postings = list(claim.postings)
    live = Claim(claim.invoice, claim.biller, claim.customer, claim.access, claim.allows, postings)
    for entry in due_entries(live, rules, first_day, last_day):
        one = rows_of(live, entry, actor=str(SERVICE), now=now)
        written.append(one)
        move(live.invoice, entry)
        if live.invoice.due_date >= last_day:
            break
        postings += [Posting(**values) for values in one.postings]
    return written
