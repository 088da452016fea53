"""A proposal is committed once, by the one it was made to, on the ground it was made on; on a real PostgreSQL."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from sqlmodel import col, select

from knowledge.tariffs import Tariffs
from tests.conftest import TODAY
from tests.tools.support import ANNA, ERIK, SOFIA, change, day
from tools.context import FrozenClock, Principal
from tools.database import SessionFactory
from tools.ledger import proposals
from tools.ledger.errors import (
    LedgerError,
    ProposalAlreadyConfirmed,
    ProposalChanged,
    ProposalClosed,
    ProposalExpired,
    ProposalNotFound,
)
from tools.ledger.models import Authorization, Invoice, Payment, Proposal
from tools.ledger.service import LedgerService
from tools.ledger.views import InvoiceDetails, ProposalView, Receipt


class Desk:
    """Proposals for a principal and clicks on them, each click in a transaction of its own."""

    def __init__(self, sessions: SessionFactory, ledger: LedgerService, tariffs: Tariffs, now: datetime) -> None:
        self.sessions, self.ledger, self.tariffs, self.now = sessions, ledger, tariffs, now

    async def offer(
        self, number: str = "1001", offset: int = 18, principal: Principal = ANNA, thread: str = "t"
    ) -> ProposalView:
        made = await self.ledger.propose_postponement(principal, thread, number, day(offset), self.now)
        return made.proposal

    async def confirm(
        self,
        offer: ProposalView,
        *,
        principal: Principal = ANNA,
        hash: str | None = None,
        after: timedelta | None = None,
    ) -> Receipt:
        now = self.now + (after or timedelta(minutes=1))
        async with self.sessions.begin() as session:
            wanted = offer.hash if hash is None else hash
            return await proposals.confirm(session, principal, offer.id, wanted, now, tariffs=self.tariffs)

    async def cancel(self, offer: ProposalView, principal: Principal = ANNA) -> ProposalView:
        async with self.sessions.begin() as session:
            return await proposals.cancel(session, principal, offer.id, self.now)

    async def invoice(self, number: str = "1001") -> InvoiceDetails:
        return await self.ledger.get_invoice(ANNA, number, TODAY)

    async def status(self, offer: ProposalView) -> str:
        async with self.sessions() as session:
            return (await session.scalars(select(Proposal).where(col(Proposal.id) == offer.id))).one().status


@pytest.fixture
def customer(sessions: SessionFactory, ledger: LedgerService, tariffs: Tariffs, clock: FrozenClock) -> Desk:
    return Desk(sessions, ledger, tariffs, clock.now())


class TestConfirming:
    async def test_moves_the_due_date_and_gives_a_receipt(self, customer: Desk) -> None:
        offer = await customer.offer()
        receipt = await customer.confirm(offer)
        assert (receipt.proposal_id, receipt.invoice, receipt.biller) == (offer.id, "1001", "Revontuli Energia")
        assert (receipt.old_date, receipt.new_date) == (day(12), day(18))
        assert receipt.committed_at == customer.now + timedelta(minutes=1)
        assert await customer.status(offer) == "confirmed"
        invoice = await customer.invoice()
        assert (invoice.due_date, invoice.original_due_date) == (day(18), day(12))
        assert [line.kind for line in invoice.lines] == ["principal"]

    async def test_charges_the_fee_once_when_late(self, customer: Desk) -> None:
        receipt = await customer.confirm(await customer.offer("1003", 20))
        assert (receipt.fee.amount_minor, receipt.total.amount_minor) == (500, 6990)
        invoice = await customer.invoice("1003")
        assert [line.kind for line in invoice.lines] == ["principal", "reminder_fee", "due_date_change_fee"]
        assert (invoice.outstanding, invoice.lines[-1].added_on) == (receipt.total, TODAY)

    async def test_raises_the_invoices_version(self, customer: Desk, sessions: SessionFactory) -> None:
        await customer.confirm(await customer.offer())
        async with sessions() as session:
            invoice = (await session.scalars(select(Invoice).where(col(Invoice.number) == "1001"))).one()
        assert invoice.version == 2

    async def test_a_second_click_is_told_so_and_changes_nothing(self, customer: Desk) -> None:
        offer = await customer.offer("1003", 20)
        await customer.confirm(offer)
        with pytest.raises(ProposalAlreadyConfirmed):
            await customer.confirm(offer)
        assert (await customer.invoice("1003")).outstanding.amount_minor == 6990

    async def test_of_concurrent_clicks_exactly_one_commits(self, customer: Desk) -> None:
        offer = await customer.offer("1003", 20)
        answers = await asyncio.gather(*(customer.confirm(offer) for _ in range(5)), return_exceptions=True)
        assert sorted(type(answer).__name__ for answer in answers) == ["ProposalAlreadyConfirmed"] * 4 + ["Receipt"]
        assert (await customer.invoice("1003")).outstanding.amount_minor == 6990

    async def test_of_two_proposals_for_one_invoice_only_one_holds(self, customer: Desk) -> None:
        offers = [await customer.offer("1003", 20), await customer.offer("1003", 21, thread="another")]
        answers = await asyncio.gather(*map(customer.confirm, offers), return_exceptions=True)
        assert sorted(type(answer).__name__ for answer in answers) == ["ProposalChanged", "Receipt"]
        assert (await customer.invoice("1003")).outstanding.amount_minor == 6990

    async def test_nothing_is_kept_when_the_callers_transaction_fails(
        self, customer: Desk, sessions: SessionFactory
    ) -> None:
        offer = await customer.offer()
        with pytest.raises(ZeroDivisionError):  # noqa: PT012  # the transaction is the point
            async with sessions.begin() as session:
                now = customer.now
                await proposals.confirm(session, ANNA, offer.id, offer.hash, now, tariffs=customer.tariffs)
                raise ZeroDivisionError
        assert (await customer.invoice()).due_date == day(12)
        assert await customer.status(offer) == "open"


class TestRefusedClicks:
    async def test_an_unknown_proposal_is_not_found(self, customer: Desk) -> None:
        offer = await customer.offer()
        with pytest.raises(ProposalNotFound):
            await customer.confirm(offer.model_copy(update={"id": uuid4()}))

    async def test_another_customers_proposal_is_not_found(self, customer: Desk) -> None:
        offer = await customer.offer("1005", 10)
        for principal in (ERIK, SOFIA, Principal("anonymous"), Principal("company", "anna")):
            with pytest.raises(ProposalNotFound):
                await customer.confirm(offer, principal=principal)
            with pytest.raises(ProposalNotFound):
                await customer.cancel(offer, principal)

    async def test_a_wrong_hash_is_a_changed_proposal(self, customer: Desk) -> None:
        offer = await customer.offer()
        for hash in ("", "0" * 64, offer.hash.upper(), "\x00", "ä\ud800", "x" * 100_000):
            with pytest.raises(ProposalChanged):
                await customer.confirm(offer, hash=hash)
        assert await customer.status(offer) == "open"

    async def test_terms_altered_in_the_database_do_not_pass(self, customer: Desk, sessions: SessionFactory) -> None:
        offer = await customer.offer()
        async with sessions.begin() as session:
            row = (await session.scalars(select(Proposal).where(col(Proposal.id) == offer.id))).one()
            row.terms = {**row.terms, "new_date": day(19).isoformat()}
        with pytest.raises(ProposalChanged):
            await customer.confirm(offer)

    async def test_an_expired_proposal_is_refused(self, customer: Desk) -> None:
        offer = await customer.offer()
        with pytest.raises(ProposalExpired):
            await customer.confirm(offer, after=proposals.LIFETIME)
        await customer.confirm(offer, after=proposals.LIFETIME - timedelta(seconds=1))

    async def test_a_payment_meanwhile_changes_the_ground(self, customer: Desk, sessions: SessionFactory) -> None:
        offer = await customer.offer()
        async with sessions.begin() as session:
            invoice_id = (await customer.invoice()).id
            session.add(Payment(invoice_id=invoice_id, amount_minor=1, paid_on=TODAY))
        with pytest.raises(ProposalChanged):
            await customer.confirm(offer)

    @pytest.mark.parametrize("values", [{"stage": "legal"}, {"due_date": day(13)}, {}])
    async def test_any_change_of_the_invoice_changes_the_ground(
        self, customer: Desk, sessions: SessionFactory, values: dict[str, object]
    ) -> None:
        offer = await customer.offer()
        await change(sessions, "1001", **values)
        with pytest.raises(ProposalChanged):
            await customer.confirm(offer)

    async def test_the_rules_are_asked_again_when_the_day_has_changed(self, customer: Desk) -> None:
        customer.now += timedelta(days=12, hours=10, minutes=50)  # 23:50 in Stockholm, on the due date
        offer = await customer.offer(offset=35)
        assert offer.fee.amount_minor == 0
        with pytest.raises(ProposalChanged):
            await customer.confirm(offer, after=timedelta(minutes=15))

    async def test_a_delegate_whose_authorization_ended_finds_nothing(
        self, customer: Desk, sessions: SessionFactory
    ) -> None:
        offer = await customer.offer("1005", 10, principal=SOFIA)
        async with sessions.begin() as session:
            await session.delete((await session.scalars(select(Authorization))).one())
        with pytest.raises(ProposalNotFound):
            await customer.confirm(offer, principal=SOFIA)

    async def test_the_codes_are_those_of_the_chat_protocol(self) -> None:
        refusals: list[type[LedgerError]] = [
            ProposalNotFound,
            ProposalExpired,
            ProposalChanged,
            ProposalAlreadyConfirmed,
            ProposalClosed,
        ]
        assert [refusal.code for refusal in refusals] == [
            "proposal_not_found",
            "proposal_expired",
            "proposal_changed",
            "proposal_already_confirmed",
            "proposal_closed",
        ]


class TestClosing:
    async def test_a_cancelled_proposal_cannot_be_confirmed(self, customer: Desk) -> None:
        offer = await customer.offer()
        assert (await customer.cancel(offer)).status == "cancelled"
        with pytest.raises(ProposalClosed):
            await customer.confirm(offer)
        with pytest.raises(ProposalClosed):
            await customer.cancel(offer)

    async def test_a_confirmed_proposal_cannot_be_cancelled(self, customer: Desk) -> None:
        offer = await customer.offer()
        await customer.confirm(offer)
        with pytest.raises(ProposalAlreadyConfirmed):
            await customer.cancel(offer)

    async def test_a_superseded_proposal_cannot_be_confirmed(self, customer: Desk, sessions: SessionFactory) -> None:
        offer = await customer.offer()
        async with sessions.begin() as session:
            closed = await proposals.supersede(session, "t", customer.now)
        assert [(view.id, view.status) for view in closed] == [(offer.id, "superseded")]
        with pytest.raises(ProposalClosed):
            await customer.confirm(offer)

    async def test_a_click_and_a_superseding_message_do_not_both_win(
        self, customer: Desk, sessions: SessionFactory
    ) -> None:
        offer = await customer.offer("1003", 20)

        async def supersede() -> list[ProposalView]:
            async with sessions.begin() as session:
                return await proposals.supersede(session, "t", customer.now)

        click, closed = await asyncio.gather(customer.confirm(offer), supersede(), return_exceptions=True)
        assert isinstance(closed, list)
        assert isinstance(click, Receipt) == (not closed)

    async def test_expiry_closes_only_what_is_over(self, customer: Desk, sessions: SessionFactory) -> None:
        old = await customer.offer(thread="old")
        customer.now += proposals.LIFETIME
        await customer.offer(thread="new")
        async with sessions.begin() as session:
            expired = await proposals.expire(session, customer.now)
        assert [(thread, view.id, view.status) for thread, view in expired] == [("old", old.id, "expired")]
        with pytest.raises(ProposalExpired):
            await customer.confirm(old)
