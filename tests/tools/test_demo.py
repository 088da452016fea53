"""The demo's data is what its people are said to have, on any day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import delete
from sqlmodel import SQLModel, col, select

from knowledge.tariffs import Tariffs
from tests.conftest import TODAY
from tests.tools.book import RULES, noon
from tests.tools.support import OLLI, day
from tools.context import Principal
from tools.database import SessionFactory
from tools.ledger.advance import advance
from tools.ledger.demo import seed
from tools.ledger.demo_data import COMPANY_MYROPO_ID, PEOPLE
from tools.ledger.models import Authorization, Biller, Customer, Invoice, InvoiceEvent, Letter, Posting
from tools.ledger.service import LedgerService

TABLES: Sequence[type[SQLModel]] = (Authorization, Posting, Letter, InvoiceEvent, Invoice, Biller, Customer)


async def stages(ledger: LedgerService, handle: str) -> list[tuple[str, date]]:
    return [(i.stage, i.due_date) for i in await ledger.list_invoices(Principal("person", handle), TODAY)]


async def test_anna_has_one_of_each(ledger: LedgerService) -> None:
    assert await stages(ledger, "anna") == [
        ("paid", day(-36)),
        ("reminder", day(-2)),
        ("open", day(3)),
        ("open", day(6)),
        ("open", day(12)),
    ]


async def test_erik_and_ingrid_are_late(ledger: LedgerService) -> None:
    assert [stage for stage, _ in await stages(ledger, "erik")] == ["collection"]
    assert [stage for stage, _ in await stages(ledger, "ingrid")] == ["reminder", "collection"]


async def test_olli_paid_twice_and_nobody_has_nothing(ledger: LedgerService) -> None:
    (invoice,) = await ledger.list_invoices(OLLI, TODAY)
    assert invoice.outstanding.amount_minor == -invoice.total.amount_minor
    assert await stages(ledger, "nobody") == []


async def test_the_company_opens_its_invoice_by_myropo_id(ledger: LedgerService) -> None:
    (invoice,) = await ledger.list_invoices(Principal("company", COMPANY_MYROPO_ID), TODAY)
    assert invoice.access == "company"


async def test_everybody_in_the_chooser_exists(ledger: LedgerService) -> None:
    for person in PEOPLE:
        customer = await ledger.customer(Principal("person", person.handle))
        assert customer is not None
        assert (customer.name, customer.country) == (person.name, person.country)


async def test_billers_of_three_countries_have_their_own_lines(sessions: SessionFactory) -> None:
    async with sessions() as session:
        billers = (await session.scalars(select(Biller))).all()
    assert {biller.country for biller in billers} == {"FI", "SE", "NO"}
    assert len({biller.phone for biller in billers}) == len({biller.email for biller in billers}) == len(billers) >= 5
    assert all(biller.email.endswith(".example") for biller in billers)


async def test_fees_are_those_of_the_tariffs(sessions: SessionFactory, tariffs: Tariffs) -> None:
    async with sessions() as session:
        rows = await session.execute(
            select(Biller.country, Customer.kind, Posting.amount_minor)
            .join(Invoice, col(Invoice.biller_id) == col(Biller.id))
            .join(Customer, col(Customer.id) == col(Invoice.customer_id))
            .join(Posting, col(Posting.invoice_id) == col(Invoice.id))
            .where(col(Posting.kind) == "reminder_fee")
        )
        for country, kind, amount in rows:
            fee = tariffs.of(country, TODAY).reminder
            assert amount == (fee.company if kind == "company" else fee.consumer) * 100


async def test_two_seedings_of_a_day_are_alike(sessions: SessionFactory) -> None:
    async def everything() -> list[dict[str, object]]:
        rows = [row for table in TABLES for row in (await session.scalars(select(table))).all()]
        chance = {Posting: {"id"}, Letter: {"id"}, Authorization: {"id"}}
        return sorted((row.model_dump(exclude=chance.get(type(row))) for row in rows), key=str)

    async with sessions.begin() as session:
        before = await everything()
        for table in TABLES:
            await session.execute(delete(table))
        session.expunge_all()
        await seed(session, TODAY)
        assert await everything() == before
        await session.rollback()


async def test_is_at_rest_on_its_day(sessions: SessionFactory) -> None:
    assert not await advance(sessions, RULES, first_day=TODAY, last_day=TODAY, now=noon(TODAY))
