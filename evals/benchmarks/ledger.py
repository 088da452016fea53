"""What the ledger costs: a long list of invoices, a confirmation, and the daily run over very many claims."""

from __future__ import annotations

import asyncio
import resource
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock_time
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from channels.database import seed_demo, upgrade
from evals.statistics import percentile
from knowledge.rates import load_rates
from knowledge.tariffs import load_tariffs
from tools.context import Principal
from tools.database import SessionFactory, make_engine, make_session_factory
from tools.embedded_postgres import embedded_postgres
from tools.ledger import proposals
from tools.ledger.advance import advance
from tools.ledger.claims import Claim
from tools.ledger.collection import Rules
from tools.ledger.history import Amount, Entry, State
from tools.ledger.models import Biller, Customer, Invoice
from tools.ledger.service import LedgerService
from tools.ledger.terms import PostponementWish
from tools.ledger.writing import insert_all, move, rows_of

Row = tuple[str, str, str]
TODAY = date(2026, 11, 22)
NOW = datetime.combine(TODAY, clock_time(12), UTC)
_LISTED, _LISTS, _CONFIRMED, _ADVANCED, _BATCH = 1000, 30, 200, 100_000, 2000


def measure() -> list[Row]:
    """Time the ledger on a database of its own, with the disk that there is."""
    with tempfile.TemporaryDirectory(prefix="myropo-bench-") as folder:
        Path(folder).chmod(0o755)
        with embedded_postgres(Path(folder) / "postgres") as url:
            upgrade(url)
            return asyncio.run(_measure(url))


async def _measure(url: str) -> list[Row]:
    await seed_demo(url, TODAY)
    engine = make_engine(url)
    sessions = make_session_factory(engine)
    ledger = LedgerService(sessions, load_tariffs())
    await _issue(sessions, "lister", _LISTED, due=TODAY + timedelta(days=10))
    listing = await _milliseconds(_LISTS, lambda _: ledger.list_invoices(Principal("person", "lister"), TODAY))
    confirming = await _confirmations(sessions, ledger)
    await _issue(sessions, "late", _ADVANCED, due=TODAY - timedelta(days=20))
    rows = [
        (f"`list_invoices` of a customer with {_LISTED} invoices: p50", "", f"{percentile(listing, 0.5):.0f} ms"),
        (f"`confirm` of a postponement, {_CONFIRMED} times: p50", "", f"{percentile(confirming, 0.5):.1f} ms"),
        ("the same: p99", "", f"{percentile(confirming, 0.99):.1f} ms"),
        *await _advance(sessions),
    ]
    await engine.dispose()
    return rows


async def _advance(sessions: SessionFactory) -> list[Row]:
    before, started = _peak_mib(), time.perf_counter()
    rules = Rules(load_tariffs(), load_rates())
    sent = await advance(sessions, rules, first_day=TODAY, last_day=TODAY, now=NOW)
    seconds = time.perf_counter() - started
    count = sent["reminder"]
    return [
        (f"stage advance of {count} invoices, each with its letter", ">= 2000/s", f"{count / seconds:.0f}/s"),
        ("memory that the run adds at its peak", "flat", f"{_peak_mib() - before:.0f} MiB"),
    ]


async def _confirmations(sessions: SessionFactory, ledger: LedgerService) -> list[float]:
    lister = Principal("person", "lister")
    invoices = (await ledger.list_invoices(lister, TODAY))[:_CONFIRMED]
    made = []
    for invoice in invoices:
        wish = PostponementWish(new_date=TODAY + timedelta(days=20))
        made.append((await ledger.propose(lister, uuid4().hex, invoice.myropo_id, wish, NOW)).proposal)

    async def confirm(number: int) -> None:
        async with sessions.begin() as session:
            offered = made[number]
            await proposals.confirm(session, lister, offered.id, offered.hash, NOW, tariffs=ledger.tariffs)

    return await _milliseconds(len(made), confirm)


async def _milliseconds(times: int, run: Callable[[int], Awaitable[object]]) -> list[float]:
    spent = []
    for number in range(times):
        started = time.perf_counter()
        await run(number)
        spent.append((time.perf_counter() - started) * 1000)
    return spent


async def _issue(sessions: SessionFactory, customer_id: str, count: int, *, due: date) -> None:
    """Give a new customer many invoices that are due on one day."""
    async with sessions.begin() as session:
        biller = (await session.scalars(select(Biller).where(col(Biller.country) == "FI").limit(1))).one()
        customer = Customer(
            id=customer_id,
            kind="person",
            name=customer_id.title(),
            country="FI",
            language="fi",
            email=f"{customer_id}@customer.example",
        )
        session.add(customer)
    for first in range(0, count, _BATCH):
        async with sessions.begin() as session:
            await _issue_batch(session, biller, customer, range(first, min(first + _BATCH, count)), due)


async def _issue_batch(
    session: AsyncSession, biller: Biller, customer: Customer, numbers: Sequence[int], due: date
) -> None:
    invoices = [_invoice(f"{customer.id}-{number}".upper(), biller, customer, due) for number in numbers]
    written = []
    for invoice in invoices:
        entry = Entry("issued", invoice.issue_date, State.of(invoice), amounts=(Amount("principal", 8490),))
        written.append(rows_of(Claim(invoice, biller, customer, "own", "handle", ()), entry, actor="service:", now=NOW))
        move(invoice, entry)
    session.add_all(invoices)
    await session.flush()
    await insert_all(session, written)


def _invoice(number: str, biller: Biller, customer: Customer, due: date) -> Invoice:
    return Invoice(
        id=UUID(int=uuid4().int),
        number=number,
        myropo_id=f"MR-{number}",
        reference="1232",
        customer_id=customer.id,
        biller_id=biller.id,
        description="Measured",
        currency="EUR",
        issue_date=due - timedelta(days=14),
        original_due_date=due,
        due_date=due,
        interest_until=due,
    )


def _peak_mib() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
