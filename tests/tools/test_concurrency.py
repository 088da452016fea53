"""Two at once, on real PostgreSQL: one wins, the other is told, and the books are in order."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import date
from uuid import uuid4

import pytest
from sqlmodel import col, select

from tests.tools.book import RULES
from tests.tools.support import ANNA, ERIK, SOFIA, Desk, day
from tools.database import SessionFactory
from tools.ledger import repository
from tools.ledger.advance import advance
from tools.ledger.errors import ProposalChanged
from tools.ledger.history import State, replay
from tools.ledger.models import EventKind, Invoice, InvoiceEvent, Letter
from tools.ledger.proposal_views import Receipt
from tools.ledger.terms import AuthorizationWish, DisputeWish, PlanWish, PostponementWish, RefundWish


async def check_log(sessions: SessionFactory, number: str) -> list[str]:
    """The kinds of an invoice's events, once its log was found in order."""
    async with sessions() as session:
        invoice = (await session.scalars(select(Invoice).where(col(Invoice.number) == number))).one()
        events = await repository.events_of(session, invoice.id)
    assert [event.number for event in events] == list(range(1, invoice.version + 1))
    assert replay(event.changes for event in events) == State.of(invoice)
    return [event.kind for event in events]


async def run(sessions: SessionFactory, desk: Desk, last: date) -> Counter[EventKind]:
    return await advance(sessions, RULES, first_day=day(1), last_day=last, now=desk.now)


class TestClicks:
    @pytest.mark.parametrize(
        ("number", "wish", "change"),
        [
            ("1003", PostponementWish(new_date=day(20)), "due_date_changed"),
            ("1003", PlanWish(instalments=3, first_date=day(10)), "plan_agreed"),
            ("1003", DisputeWish(reason="not mine"), "disputed"),
            ("1003", AuthorizationWish(name="Erik", email="erik@customer.example"), "authorized"),
        ],
    )
    async def test_of_two_clicks_on_one_proposal_one_commits(
        self, desk: Desk, sessions: SessionFactory, number: str, wish: PostponementWish, change: str
    ) -> None:
        offer = await desk.ask(wish, number)
        answers = await asyncio.gather(desk.confirm(offer), desk.confirm(offer), return_exceptions=True)
        assert sorted(type(answer).__name__ for answer in answers) == ["ProposalAlreadyConfirmed", "Receipt"]
        assert Counter(await check_log(sessions, number))[change] == 1

    async def test_of_a_click_and_a_payment_both_or_only_the_payment_count(
        self, desk: Desk, sessions: SessionFactory
    ) -> None:
        for round_ in range(4):
            offer = await desk.offer("1003", 20 + round_)
            click, paid = await asyncio.gather(desk.confirm(offer), desk.pay("1003", 100), return_exceptions=True)
            assert paid is True
            assert isinstance(click, Receipt | ProposalChanged)
            if isinstance(click, Receipt):
                break
        kinds = Counter(await check_log(sessions, "1003"))
        assert kinds["due_date_changed"] == isinstance(click, Receipt)
        assert kinds["payment_received"] == round_ + 1
        fees = 500 * kinds["due_date_changed"]
        assert (await desk.invoice("1003")).outstanding.amount_minor == 6490 + fees - 100 * (round_ + 1)

    async def test_of_two_refunds_of_one_invoice_one_is_sent(self, desk: Desk, sessions: SessionFactory) -> None:
        await desk.pay("1001", 10_000)
        wish = RefundWish(iban="FI21 1234 5600 0007 85", holder="Anna")
        offers = [await desk.ask(wish, "1001", thread=thread) for thread in ("one", "another")]
        answers = await asyncio.gather(*map(desk.confirm, offers), return_exceptions=True)
        assert sorted(type(answer).__name__ for answer in answers) == ["ProposalChanged", "Receipt"]
        assert (await desk.invoice("1001")).outstanding.amount_minor == 0
        await check_log(sessions, "1001")

    async def test_of_the_owners_and_a_delegates_click_one_commits(self, desk: Desk, sessions: SessionFactory) -> None:
        mine = await desk.offer("1005", 10)
        theirs = await desk.offer("1005", 11, SOFIA, thread="another")
        answers = await asyncio.gather(
            desk.confirm(mine), desk.confirm(theirs, principal=SOFIA), return_exceptions=True
        )
        assert sorted(type(answer).__name__ for answer in answers) == ["ProposalChanged", "Receipt"]
        await check_log(sessions, "1005")


class TestPayments:
    async def test_of_two_payments_of_one_source_one_is_booked(self, desk: Desk, sessions: SessionFactory) -> None:
        source = str(uuid4())
        booked = await asyncio.gather(*(desk.pay("1001", 1000, source) for _ in range(4)))
        assert sorted(booked) == [False, False, False, True]
        assert (await desk.invoice("1001")).outstanding.amount_minor == 7490
        await check_log(sessions, "1001")

    async def test_two_payments_that_each_pay_all_leave_one_to_be_refunded(
        self, desk: Desk, sessions: SessionFactory
    ) -> None:
        assert all(await asyncio.gather(desk.pay("1001", 8490), desk.pay("1001", 8490)))
        invoice = await desk.invoice("1001")
        assert (invoice.stage, invoice.outstanding.amount_minor) == ("paid", -8490)
        await check_log(sessions, "1001")


class TestDailyRun:
    async def test_two_runs_side_by_side_send_each_letter_once(self, desk: Desk, sessions: SessionFactory) -> None:
        runs = await asyncio.gather(*(run(sessions, desk, day(60)) for _ in range(3)))
        sent = sum(runs, Counter[EventKind]())
        async with sessions() as session:
            rows = (await session.execute(select(col(Letter.invoice_id), col(Letter.kind)))).all()
            events = (await session.scalars(select(InvoiceEvent).where(col(InvoiceEvent.on_day) > day(0)))).all()
            numbers = (await session.scalars(select(col(Invoice.number)))).all()
        assert len(rows) == len(set(rows))
        assert Counter(event.kind for event in events) == sent
        assert sent.total() > 10
        for number in numbers:
            await check_log(sessions, number)
        assert not await run(sessions, desk, day(60))

    async def test_a_run_and_a_click_do_not_both_change_what_was_agreed_on(
        self, desk: Desk, sessions: SessionFactory
    ) -> None:
        offer = await desk.offer("2001", 25, ERIK)
        click, sent = await asyncio.gather(
            desk.confirm(offer, principal=ERIK), run(sessions, desk, day(40)), return_exceptions=True
        )
        assert isinstance(sent, Counter)
        kinds = await check_log(sessions, "2001")
        moved, legal = kinds.count("due_date_changed"), kinds.count("legal_notice")
        assert isinstance(click, Receipt if moved else ProposalChanged)
        assert moved + legal == 1

    async def test_an_open_transaction_of_somebody_else_holds_up_nobody(
        self, desk: Desk, sessions: SessionFactory
    ) -> None:
        async with desk.locked("1003") as (session, _):
            async with asyncio.timeout(5):
                sent = await run(sessions, desk, day(40))
            assert sent["reminder"] > 0
            await session.rollback()
        assert (await check_log(sessions, "1003")).count("collection_letter") == 0
        assert (await run(sessions, desk, day(40)))["collection_letter"] == 1

    async def test_a_payment_that_arrives_meanwhile_is_neither_lost_nor_held_against_the_customer(
        self, desk: Desk, sessions: SessionFactory
    ) -> None:
        paid, _ = await asyncio.gather(desk.pay("1003", 6490), run(sessions, desk, day(40)))
        assert paid
        kinds = await check_log(sessions, "1003")
        assert (await desk.invoice("1003", ANNA)).stage == ("collection" if "collection_letter" in kinds else "paid")
