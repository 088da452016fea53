"""What stood in the ledger before it kept a history is found in it afterwards."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, date, datetime
from uuid import UUID

import psycopg
import pytest
from sqlmodel import col, select

from channels import database
from tests.conftest import new_database
from tests.tools.book import RULES
from tests.tools.support import ANNA, SOFIA, Desk
from tools.context import Principal
from tools.database import SessionFactory, conninfo
from tools.ledger import repository
from tools.ledger.advance import advance
from tools.ledger.history import State, replay
from tools.ledger.models import Invoice

BILLER = "10000000-0000-4000-8000-000000000000"
DUE, TODAY = date(2026, 11, 20), date(2026, 11, 22)
BEFORE = f"""
INSERT INTO biller (id, name, country, phone, email, website, postponement_days)
VALUES ('{BILLER}', 'Revontuli Energia', 'FI', '+358 9 4245 0101', 'l@x.example', 'https://x.example', 30);
INSERT INTO customer (id, kind, name, country, language, email)
VALUES ('anna', 'person', 'Anna Virtanen', 'FI', 'fi', 'anna@customer.example'),
       ('sofia', 'person', 'Sofia Lindholm', 'FI', 'sv', 'sofia@customer.example');
INSERT INTO invoice (id, number, myropo_id, customer_id, biller_id, description, stage, issue_date, due_date,
                     original_due_date, currency, version)
SELECT ('20000000-0000-4000-8000-00000000' || number)::uuid, number, 'MR-' || number, 'anna', '{BILLER}', 'Sähkö',
       stage, '2026-10-20', '2026-11-20', due, 'EUR', version
FROM (VALUES ('1001', 'open', '2026-11-20'::date, 1), ('1002', 'reminder', '2026-10-30'::date, 7),
             ('1003', 'paid', '2026-11-20'::date, 3), ('1004', 'disputed', '2026-11-20'::date, 2),
             ('1005', 'open', '2026-11-05'::date, 2)) AS drafts (number, stage, due, version);
INSERT INTO invoice_line (id, invoice_id, kind, text, amount_minor, added_on)
SELECT row_number() OVER (), id, 'principal', 'Sähkö', 8490, '2026-10-20' FROM invoice;
INSERT INTO invoice_line (id, invoice_id, kind, text, amount_minor, added_on)
SELECT 100, id, 'reminder_fee', '', 500, '2026-11-13' FROM invoice WHERE number = '1002';
INSERT INTO payment (id, invoice_id, amount_minor, paid_on)
SELECT row_number() OVER (), id, amount, '2026-11-15' FROM invoice
JOIN (VALUES ('1002', 1000), ('1002', 490), ('1003', 8490), ('1003', 8490)) AS paid (of, amount) ON of = number;
INSERT INTO invoice_authorization (delegate_id, invoice_id, valid_until)
SELECT 'sofia', id, '2027-01-31' FROM invoice WHERE number = '1002';
INSERT INTO proposal (id, kind, principal, thread_id, invoice_id, terms, hash, ground, status, created_at, expires_at)
SELECT id, 'postpone_due_date', 'person:anna', 't', id, '{json.dumps({})}', '', '{json.dumps({})}', 'open', now(), now()
FROM invoice WHERE number = '1001';
"""


def migrated(postgres: str, name: str, before: str) -> str:
    """The URL of a database of the first revision with some rows, brought to the newest one."""
    url = new_database(postgres, name)
    database.upgrade(url, "0001")
    with psycopg.connect(conninfo(url), autocommit=True) as connection:
        connection.execute(before.encode())
    database.upgrade(url)
    return url


@pytest.fixture(scope="module")
def migrated_url(postgres: str) -> str:
    """One migrated database for all tests of this module."""
    return migrated(postgres, "myropo_before", BEFORE)


@pytest.fixture
def database_url(migrated_url: str) -> str:
    """These tests share a database."""
    return migrated_url


async def test_balances_are_the_same(desk: Desk) -> None:
    invoices = await desk.ledger.list_invoices(ANNA, TODAY)
    assert {i.number: (i.total.amount_minor, i.paid.amount_minor, i.stage) for i in invoices} == {
        "1001": (8490, 0, "open"),
        "1002": (8990, 1490, "reminder"),
        "1003": (8490, 16980, "paid"),
        "1004": (8490, 0, "disputed"),
        "1005": (8490, 0, "open"),
    }


async def test_every_history_replays_to_its_invoice(sessions: SessionFactory) -> None:
    async with sessions() as session:
        for invoice in (await session.scalars(select(Invoice))).all():
            events = await repository.events_of(session, invoice.id)
            assert [event.number for event in events] == [invoice.version] == [1]
            assert replay(event.changes for event in events) == State.of(invoice)


async def test_the_delegate_still_sees_the_one_invoice_and_may_handle_it(desk: Desk) -> None:
    (invoice,) = await desk.ledger.list_invoices(SOFIA, TODAY)
    assert (invoice.number, invoice.access) == ("1002", "delegate")
    (authorization,) = (await desk.invoice("1002")).authorizations
    assert (authorization.name, authorization.email) == ("Sofia Lindholm", "sofia@customer.example")
    assert (authorization.allows, authorization.valid_until) == ("handle", date(2027, 1, 31))
    principal = Principal("delegate", str(authorization.id))
    assert [i.number for i in await desk.ledger.list_invoices(principal, TODAY)] == ["1002"]


async def test_interest_counts_from_the_due_date_that_was_agreed_in_time(sessions: SessionFactory) -> None:
    async with sessions() as session:
        rows = (await session.execute(select(col(Invoice.number), col(Invoice.interest_until)))).all()
    assert {number: day for number, day in rows} == {
        "1001": DUE,
        "1002": date(2026, 10, 30),
        "1003": DUE,
        "1004": DUE,
        "1005": DUE,
    }


async def test_collection_goes_on_with_the_next_letter_and_sends_none_again(sessions: SessionFactory) -> None:
    now = datetime(2026, 12, 4, 12, tzinfo=UTC)
    sent = await advance(sessions, RULES, first_day=TODAY, last_day=date(2026, 12, 4), now=now)
    assert sent == {"collection_letter": 1, "reminder": 2}
    async with sessions() as session:
        events = await repository.events_of(session, UUID("20000000-0000-4000-8000-000000001002"))
    assert [event.kind for event in events] == ["issued", "collection_letter"]


def test_an_address_in_capitals_is_carried_over(postgres: str) -> None:
    migrated(postgres, "myropo_capitals", BEFORE.replace("anna@customer", "Anna@Customer"))


def test_an_empty_database_is_migrated_and_seeded_once(postgres: str) -> None:
    url = new_database(postgres, "myropo_empty")
    database.upgrade(url)
    database.upgrade(url)
    assert asyncio.run(database.seed_demo(url, TODAY))
    assert not asyncio.run(database.seed_demo(url, TODAY))
