"""A proposal is committed once, by the one it was made to, on the ground it was made on; on a real PostgreSQL."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlmodel import col, select

from tests.conftest import TODAY
from tests.tools.support import ANNA, ERIK, OLLI, SOFIA, Desk, day
from tools.context import Principal
from tools.database import SessionFactory
from tools.ledger import proposals, repository
from tools.ledger.errors import (
    LedgerError,
    ProposalAlreadyConfirmed,
    ProposalChanged,
    ProposalClosed,
    ProposalExpired,
    ProposalNotFound,
    StepUpNeeded,
)
from tools.ledger.models import Authorization, Invoice
from tools.ledger.pending import Proposal
from tools.ledger.proposal_views import ProposalView, Receipt
from tools.ledger.terms import AuthorizationWish, DisputeWish, PostponementTerms, RefundWish, Wish


class TestConfirming:
    async def test_moves_the_due_date_and_gives_a_receipt(self, desk: Desk) -> None:
        offer = await desk.offer()
        receipt = await desk.confirm(offer)
        assert (receipt.proposal_id, receipt.invoice, receipt.biller) == (offer.id, "1001", "Revontuli Energia")
        assert isinstance(receipt.terms, PostponementTerms)
        assert (receipt.terms.old_date, receipt.terms.new_date, receipt.due_date) == (day(12), day(18), day(18))
        assert receipt.committed_at == desk.now + timedelta(minutes=1)
        assert await desk.status(offer) == "confirmed"
        invoice = await desk.invoice()
        assert (invoice.due_date, invoice.original_due_date) == (day(18), day(12))
        assert [line.kind for line in invoice.lines] == ["principal"]

    async def test_charges_the_fee_once_when_late(self, desk: Desk) -> None:
        receipt = await desk.confirm(await desk.offer("1003", 20))
        assert (receipt.terms.fee.amount_minor, receipt.total.amount_minor) == (500, 6990)
        invoice = await desk.invoice("1003")
        assert [line.kind for line in invoice.lines] == ["principal", "reminder_fee", "due_date_change_fee"]
        assert (invoice.outstanding, invoice.lines[-1].added_on) == (receipt.total, TODAY)

    async def test_raises_the_invoices_version(self, desk: Desk, sessions: SessionFactory) -> None:
        await desk.confirm(await desk.offer())
        async with sessions() as session:
            invoice = (await session.scalars(select(Invoice).where(col(Invoice.number) == "1001"))).one()
            events = await repository.events_of(session, invoice.id)
        assert invoice.version == 2
        assert [(event.number, event.kind, event.actor) for event in events] == [
            (1, "issued", "service:"),
            (2, "due_date_changed", "person:anna"),
        ]

    async def test_a_second_click_is_told_so_and_changes_nothing(self, desk: Desk) -> None:
        offer = await desk.offer("1003", 20)
        await desk.confirm(offer)
        with pytest.raises(ProposalAlreadyConfirmed):
            await desk.confirm(offer)
        assert (await desk.invoice("1003")).outstanding.amount_minor == 6990

    async def test_of_concurrent_clicks_exactly_one_commits(self, desk: Desk) -> None:
        offer = await desk.offer("1003", 20)
        answers = await asyncio.gather(*(desk.confirm(offer) for _ in range(5)), return_exceptions=True)
        assert sorted(type(answer).__name__ for answer in answers) == ["ProposalAlreadyConfirmed"] * 4 + ["Receipt"]
        assert (await desk.invoice("1003")).outstanding.amount_minor == 6990

    async def test_of_two_proposals_for_one_invoice_only_one_holds(self, desk: Desk) -> None:
        offers = [await desk.offer("1003", 20), await desk.offer("1003", 21, thread="another")]
        answers = await asyncio.gather(*map(desk.confirm, offers), return_exceptions=True)
        assert sorted(type(answer).__name__ for answer in answers) == ["ProposalChanged", "Receipt"]
        assert (await desk.invoice("1003")).outstanding.amount_minor == 6990

    async def test_nothing_is_kept_when_the_callers_transaction_fails(
        self, desk: Desk, sessions: SessionFactory
    ) -> None:
        offer = await desk.offer()
        with pytest.raises(ZeroDivisionError):  # noqa: PT012  # the transaction is the point
            async with sessions.begin() as session:
                now = desk.now
                await proposals.confirm(session, ANNA, offer.id, offer.hash, now, tariffs=desk.tariffs)
                raise ZeroDivisionError
        assert (await desk.invoice()).due_date == day(12)
        assert await desk.status(offer) == "open"


class TestRefusedClicks:
    async def test_an_unknown_proposal_is_not_found(self, desk: Desk) -> None:
        offer = await desk.offer()
        with pytest.raises(ProposalNotFound):
            await desk.confirm(offer.model_copy(update={"id": uuid4()}))

    async def test_another_customers_proposal_is_not_found(self, desk: Desk) -> None:
        offer = await desk.offer("1005", 10)
        for principal in (ERIK, SOFIA, Principal("anonymous"), Principal("company", "anna")):
            with pytest.raises(ProposalNotFound):
                await desk.confirm(offer, principal=principal)
            with pytest.raises(ProposalNotFound):
                await desk.cancel(offer, principal)

    async def test_a_wrong_hash_is_a_changed_proposal(self, desk: Desk) -> None:
        offer = await desk.offer()
        for hash in ("", "0" * 64, offer.hash.upper(), "\x00", "ä\ud800", "x" * 100_000):
            with pytest.raises(ProposalChanged):
                await desk.confirm(offer, hash=hash)
        assert await desk.status(offer) == "open"

    async def test_terms_altered_in_the_database_do_not_pass(self, desk: Desk, sessions: SessionFactory) -> None:
        offer = await desk.offer()
        async with sessions.begin() as session:
            row = (await session.scalars(select(Proposal).where(col(Proposal.id) == offer.id))).one()
            row.terms = {**row.terms, "new_date": day(19).isoformat()}
        with pytest.raises(ProposalChanged):
            await desk.confirm(offer)

    async def test_an_expired_proposal_is_refused(self, desk: Desk) -> None:
        offer = await desk.offer()
        with pytest.raises(ProposalExpired):
            await desk.confirm(offer, after=proposals.LIFETIME)
        await desk.confirm(offer, after=proposals.LIFETIME - timedelta(seconds=1))

    async def test_a_payment_meanwhile_changes_the_ground(self, desk: Desk) -> None:
        offer = await desk.offer()
        await desk.pay("1001", 1)
        with pytest.raises(ProposalChanged):
            await desk.confirm(offer)

    @pytest.mark.parametrize("values", [{"stage": "legal"}, {"due_date": day(13)}, {}])
    async def test_any_change_of_the_invoice_changes_the_ground(self, desk: Desk, values: dict[str, object]) -> None:
        offer = await desk.offer()
        await desk.change("1001", **values)
        with pytest.raises(ProposalChanged):
            await desk.confirm(offer)

    async def test_the_rules_are_asked_again_when_the_day_has_changed(self, desk: Desk) -> None:
        desk.now += timedelta(days=12, hours=10, minutes=50)  # 23:50 in Stockholm, on the due date
        offer = await desk.offer(offset=35)
        assert offer.terms.fee.amount_minor == 0
        with pytest.raises(ProposalChanged):
            await desk.confirm(offer, after=timedelta(minutes=15))

    @pytest.mark.parametrize(
        ("wish", "number", "principal"),
        [
            (RefundWish(iban="fi21 1234 5600 0007 85", holder="Olli Korhonen"), "4001", OLLI),
            (AuthorizationWish(name="Erik", email="Erik@customer.example", allows="view"), "1001", ANNA),
        ],
    )
    async def test_money_and_access_want_strong_identification_and_wait_for_it(
        self, desk: Desk, wish: Wish, number: str, principal: Principal
    ) -> None:
        offer = await desk.ask(wish, number, principal)
        assert offer.strong
        with pytest.raises(StepUpNeeded):
            await desk.confirm(offer, principal=principal, strength="light")
        assert await desk.status(offer) == "open"
        assert (await desk.confirm(offer, principal=principal)).kind == wish.kind

    @pytest.mark.parametrize("reason", ["not mine \x00", "n\ud800ot mine", "not mine 🙈", "ei ole minun\n" * 500])
    async def test_any_words_of_a_customer_can_be_confirmed(self, desk: Desk, reason: str) -> None:
        offer = await desk.ask(DisputeWish(reason=reason))
        assert (await desk.confirm(offer)).terms == offer.terms
        assert (await desk.invoice()).stage == "disputed"

    async def test_a_delegate_whose_authorization_ended_finds_nothing(
        self, desk: Desk, sessions: SessionFactory
    ) -> None:
        offer = await desk.offer("1005", 10, principal=SOFIA)
        async with sessions.begin() as session:
            await session.delete((await session.scalars(select(Authorization))).one())
        with pytest.raises(ProposalNotFound):
            await desk.confirm(offer, principal=SOFIA)

    async def test_the_codes_are_those_of_the_chat_protocol(self) -> None:
        refusals: list[type[LedgerError]] = [
            ProposalNotFound,
            ProposalExpired,
            ProposalChanged,
            ProposalAlreadyConfirmed,
            ProposalClosed,
            StepUpNeeded,
        ]
        assert [refusal.code for refusal in refusals] == [
            "proposal_not_found",
            "proposal_expired",
            "proposal_changed",
            "proposal_already_confirmed",
            "proposal_closed",
            "step_up_needed",
        ]


class TestClosing:
    async def test_a_cancelled_proposal_cannot_be_confirmed(self, desk: Desk) -> None:
        offer = await desk.offer()
        assert (await desk.cancel(offer)).status == "cancelled"
        with pytest.raises(ProposalClosed):
            await desk.confirm(offer)
        with pytest.raises(ProposalClosed):
            await desk.cancel(offer)

    async def test_a_confirmed_proposal_cannot_be_cancelled(self, desk: Desk) -> None:
        offer = await desk.offer()
        await desk.confirm(offer)
        with pytest.raises(ProposalAlreadyConfirmed):
            await desk.cancel(offer)

    async def test_a_superseded_proposal_cannot_be_confirmed(self, desk: Desk, sessions: SessionFactory) -> None:
        offer = await desk.offer()
        async with sessions.begin() as session:
            closed = await proposals.supersede(session, "t", desk.now)
        assert [(view.id, view.status) for view in closed] == [(offer.id, "superseded")]
        with pytest.raises(ProposalClosed):
            await desk.confirm(offer)

    async def test_a_click_and_a_superseding_message_do_not_both_win(
        self, desk: Desk, sessions: SessionFactory
    ) -> None:
        offer = await desk.offer("1003", 20)

        async def supersede() -> list[ProposalView]:
            async with sessions.begin() as session:
                return await proposals.supersede(session, "t", desk.now)

        click, closed = await asyncio.gather(desk.confirm(offer), supersede(), return_exceptions=True)
        assert isinstance(closed, list)
        assert isinstance(click, Receipt) == (not closed)

    async def test_expiry_closes_only_what_is_over(self, desk: Desk, sessions: SessionFactory) -> None:
        old = await desk.offer(thread="old")
        desk.now += proposals.LIFETIME
        await desk.offer(thread="new")
        async with sessions.begin() as session:
            expired = await proposals.expire(session, desk.now)
        assert [(thread, view.id, view.status) for thread, view in expired] == [("old", old.id, "expired")]
        with pytest.raises(ProposalExpired):
            await desk.confirm(old)
