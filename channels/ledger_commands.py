"""What ``assistant ledger`` does: look into the ledger, let time pass, and check the books."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Iterable
from datetime import date, datetime
from typing import Any, TypeVar

from rich import box
from rich.markup import escape
from rich.table import Table
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from assistant.settings import Settings
from channels.commands import clock_of, on_database, out
from channels.terminal import principal_named
from knowledge.formats import format_money
from knowledge.money import Currency, Money
from knowledge.rates import load_rates
from knowledge.tariffs import load_tariffs
from tools.context import STOCKHOLM, Clock, Principal, local_today
from tools.database import SessionFactory
from tools.ledger import repository
from tools.ledger.advance import advance
from tools.ledger.claims import Claim
from tools.ledger.collection import Rules
from tools.ledger.errors import InvoiceAmbiguous, InvoiceNotFound
from tools.ledger.history import State, replay
from tools.ledger.letters import LetterFacts
from tools.ledger.models import EventKind, Invoice, InvoiceEvent
from tools.ledger.pending import Proposal
from tools.ledger.service import LedgerService, find_one
from tools.ledger.views import InvoiceView

A = TypeVar("A")
Work = Callable[[SessionFactory, Clock], Awaitable[A]]


class CannotDo(Exception):
    """What was asked of the ledger cannot be done; the message says why."""


def show(settings: Settings, who: str, number: str | None) -> None:
    """Print a customer's invoices, or all about one of them.

    Raises:
        UnknownPerson: nobody is called so.
        CannotDo: the customer has no such invoice.
    """

    async def work(sessions: SessionFactory, clock: Clock) -> None:
        principal = await principal_named(LedgerService(sessions, load_tariffs()), who)
        async with sessions() as session:
            if number is None:
                await _print_invoices(session, principal, clock)
            else:
                await _print_invoice(session, principal, number, local_today(clock))

    _on_ledger(settings, work)


def advance_to(settings: Settings, last_day: date) -> None:
    """Send every letter that daily runs from today to a day would send.

    Raises:
        CannotDo: the day has passed.
    """
    today = local_today(clock_of(settings))
    if last_day < today:
        raise CannotDo(f"{last_day} has passed, today is {today}: no letter can be sent in the past")

    async def work(sessions: SessionFactory, clock: Clock) -> Counter[EventKind]:
        rules = Rules(load_tariffs(), load_rates())
        return await advance(sessions, rules, first_day=today, last_day=last_day, now=clock.now())

    written = _on_ledger(settings, work)
    ended = written.pop("plan_broken", 0)
    for kind, count in sorted(written.items()):
        out.print(f"{count:>6}  {_words(kind)}")
    out.print(f"{written.total()} letters were sent by {last_day}." if written else f"No letter is due by {last_day}.")
    if ended:
        out.print(f"{ended} payment plans ended, because an instalment was not paid.")


def check(settings: Settings) -> None:
    """Compare every invoice with its log of events; those that differ are named, and the exit code is then 1."""

    async def work(sessions: SessionFactory, _: Clock) -> tuple[int, list[str]]:
        return await differing(sessions)

    count, wrong = _on_ledger(settings, work)
    for complaint in wrong:
        out.print(escape(complaint))
    out.print(f"{count} invoices were checked, {len(wrong)} differ from their log of events.")
    if wrong:
        raise SystemExit(1)


async def differing(sessions: SessionFactory) -> tuple[int, list[str]]:
    """How many invoices there are, and what is wrong with those that are not what their events add up to."""
    query = select(Invoice, InvoiceEvent).join(InvoiceEvent, isouter=True)
    query = query.order_by(col(Invoice.id), col(InvoiceEvent.number)).execution_options(yield_per=1000)
    count, wrong = 0, []
    invoice, events = None, list[InvoiceEvent]()
    # One statement sees invoices and events as of one moment, whatever is written meanwhile.
    async with sessions.begin() as session:
        async for row, event in await session.stream(query):
            if invoice is None or row.id != invoice.id:
                wrong += _complaints(invoice, events)
                invoice, events, count = row, [], count + 1
            if event is not None:
                events.append(event)
    return count, [*wrong, *_complaints(invoice, events)]


def _complaints(invoice: Invoice | None, events: list[InvoiceEvent]) -> list[str]:
    if invoice is None:
        return []
    name = f"{invoice.number} ({invoice.myropo_id})"
    if [event.number for event in events] != list(range(1, invoice.version + 1)):
        return [f"{name}: version {invoice.version}, but {len(events)} events"]
    try:
        replayed = replay(event.changes for event in events)
    except ValueError as error:
        return [f"{name}: {error}"]
    held = State.of(invoice)
    fields = [field for field in State.model_fields if getattr(held, field) != getattr(replayed, field)]
    return [f"{name}: {', '.join(fields)} differ"] if fields else []


def _on_ledger(settings: Settings, work: Work[A]) -> A:
    # The embedded database is for trying out; one that somebody named gets no demo data unasked.
    seeded = settings.database_url is None
    return on_database(settings, lambda sessions: work(sessions, clock_of(settings)), seeded=seeded)


async def _print_invoices(session: AsyncSession, principal: Principal, clock: Clock) -> None:
    today = local_today(clock)
    views = [InvoiceView.of(claim, today) for claim in await repository.all_claims(session, principal, today)]
    table = _table("Invoice", "Biller", "Stage", "Due", "Total>", "Paid>", "Left>", "Plan")
    for view in views:
        table.add_row(
            view.number if view.access != "delegate" else f"{view.number} (delegate)",
            escape(view.biller.name),
            _words(view.stage),
            str(view.due_date),
            *(_money(amount) for amount in (view.total, view.paid, view.outstanding)),
            f"{len(view.plan)} left" if view.plan else "",
        )
    out.print(table if views else "No invoices.")
    for currency, minor in _owed(views).items():
        out.print(f"Owed in all: {_money(Money(amount_minor=minor, currency=currency))}")
    query = select(Proposal, Invoice).join(Invoice, col(Invoice.id) == col(Proposal.invoice_id))
    query = query.where(col(Proposal.principal) == str(principal), col(Proposal.status) == "open")
    for proposal, invoice in await session.execute(query.where(col(Proposal.expires_at) > clock.now())):
        out.print(f"Open until {_moment(proposal.expires_at)}: {_words(proposal.kind)}, invoice {invoice.number}")


async def _print_invoice(session: AsyncSession, principal: Principal, number: str, today: date) -> None:
    try:
        claim = await find_one(session, principal, number, today)
    except InvoiceNotFound:
        known = ", ".join(other.invoice.number for other in await repository.all_claims(session, principal, today))
        raise CannotDo(f"there is no invoice {number!r}; known are {known or 'none'}") from None
    except InvoiceAmbiguous as error:
        raise CannotDo(f"{error}; give its MyRopo ID: {', '.join(error.myropo_ids)}") from None
    invoice, state = claim.invoice, claim.state
    out.print(f"[bold]Invoice {invoice.number}[/bold]  {invoice.myropo_id}  {escape(claim.biller.name)}")
    out.print(f"{_words(state.stage)}, due {state.due_date}, {_money(claim.outstanding)} left\n")
    out.print(_postings(claim))
    out.print(await _letters(session, principal, claim, today))
    _print_log(await repository.events_of(session, invoice.id))


def _postings(claim: Claim) -> Table:
    table = _table("Event>", "Day", "Posting", "Text", "Amount>")
    for posting in claim.postings:
        amount = _money(claim.money([posting.amount_minor]))
        row = (str(posting.event_number), str(posting.booked_on), _words(posting.kind), escape(posting.text), amount)
        table.add_row(*row)
    return table


async def _letters(session: AsyncSession, principal: Principal, claim: Claim, today: date) -> Table:
    table = _table("Event>", "Sent", "Letter", "Language", "To pay>", "Pay by")
    rows = await repository.letters_in_scope(session, principal, today, invoice_id=claim.invoice.id)
    for letter, _, _ in reversed(rows):
        said = LetterFacts.model_validate(letter.facts)
        sent = (str(letter.event_number), str(letter.sent_on), _words(letter.kind), letter.language)
        table.add_row(*sent, _money(said.to_pay), str(said.due_date))
    return table


def _print_log(events: Iterable[InvoiceEvent]) -> None:
    for event in events:
        why = f": {event.why}" if event.why else ""
        told = f"{event.on_day}  {_words(event.kind)} by {event.actor.rstrip(':')}{why}"
        out.print(f"[bold]{event.number:>5}[/bold]  {escape(told)}  [dim]written {_moment(event.at)}[/dim]")
        for field, (old, new) in event.changes.items():
            if old != new:
                before = f"{_value(old)} -> " if old is not None else ""
                out.print(f"{'':>7}{_words(field)}: {escape(before + _value(new))}")


def _value(value: Any) -> str:
    return f"{len(value['instalments'])} instalments" if isinstance(value, dict) else str(value)


def _owed(views: Iterable[InvoiceView]) -> dict[Currency, int]:
    owed: Counter[Currency] = Counter()
    for view in views:
        # An overpaid invoice lowers no other one.
        owed[view.outstanding.currency] += max(view.outstanding.amount_minor, 0)
    return dict(owed)


def _table(*columns: str) -> Table:
    """An empty table; columns whose name ends in ``>`` hold numbers, and words in the others may be broken."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for column in columns:
        name = column.rstrip(">")
        if column != name:
            table.add_column(name, justify="right", no_wrap=True)
        else:
            table.add_column(name, no_wrap=name in ("Invoice", "Due", "Day", "Sent", "Pay by"), overflow="fold")
    return table


def _words(code: str) -> str:
    return code.replace("_", " ")


def _money(money: Money) -> str:
    return format_money(money, "en")


def _moment(moment: datetime) -> str:
    return moment.astimezone(STOCKHOLM).strftime("%Y-%m-%d %H:%M")
