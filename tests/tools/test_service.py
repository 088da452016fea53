"""The ledger's questions and offers."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlmodel import col, select

from knowledge.money import Money
from tests.conftest import TODAY
from tests.tools.support import ANNA, ANONYMOUS, ERIK, NOBODY, OLLI, SOFIA, day
from tools.context import FrozenClock, Principal
from tools.database import SessionFactory
from tools.ledger.demo import COMPANY_MYROPO_ID
from tools.ledger.errors import InvoiceAmbiguous, InvoiceNotFound, PolicyRefused
from tools.ledger.models import Biller, Invoice, Proposal
from tools.ledger.policies import PostponementAllowed, PostponementRefused
from tools.ledger.proposals import LIFETIME
from tools.ledger.service import LedgerService


@pytest.fixture
def now(clock: FrozenClock) -> datetime:
    return clock.now()


class TestCustomer:
    @pytest.fixture
    def database_url(self, shared_url: str) -> str:
        """These tests only read."""
        return shared_url

    async def test_is_the_person_behind_the_principal(self, ledger: LedgerService) -> None:
        customer = await ledger.customer(ANNA)
        assert customer is not None
        assert (customer.name, customer.country, customer.language, customer.kind) == (
            *("Anna Virtanen", "FI", "fi"),
            "person",
        )

    async def test_is_the_company_behind_an_opened_invoice(self, ledger: LedgerService) -> None:
        customer = await ledger.customer(Principal("company", COMPANY_MYROPO_ID.lower()))
        assert customer is not None
        assert (customer.name, customer.kind) == ("Kahvila Aamu Oy", "company")

    @pytest.mark.parametrize("principal", [ANONYMOUS, Principal("person", "who"), Principal("company", "MR-0")])
    async def test_is_nobody_for_keys_that_mean_nothing(self, ledger: LedgerService, principal: Principal) -> None:
        assert await ledger.customer(principal) is None


class TestReading:
    @pytest.fixture
    def database_url(self, shared_url: str) -> str:
        """These tests only read."""
        return shared_url

    async def test_shows_an_invoice_with_what_is_owed_and_whom_to_call(self, ledger: LedgerService) -> None:
        invoice = await ledger.get_invoice(ANNA, "1003", TODAY)
        assert invoice.outstanding == Money(amount_minor=6490, currency="EUR")
        assert invoice.fees == Money(amount_minor=500, currency="EUR")
        assert (invoice.stage, invoice.days_late) == ("reminder", 2)
        assert invoice.biller.phone == "+358 9 4245 0103"
        assert [line.kind for line in invoice.lines] == ["principal", "reminder_fee"]

    async def test_a_paid_invoice_is_not_late(self, ledger: LedgerService) -> None:
        assert (await ledger.get_invoice(ANNA, "1004", TODAY)).days_late == 0

    async def test_a_foreign_invoice_is_not_found(self, ledger: LedgerService) -> None:
        with pytest.raises(InvoiceNotFound):
            await ledger.get_invoice(ERIK, "1001", TODAY)

    async def test_lists_the_invoices_that_can_be_postponed(self, ledger: LedgerService) -> None:
        invoices = await ledger.postponable_invoices(ANNA, TODAY)
        assert [invoice.number for invoice in invoices] == ["1003", "1002", "1005", "1001"]


class TestAmbiguity:
    async def test_says_when_a_number_means_several_invoices(
        self, ledger: LedgerService, sessions: SessionFactory
    ) -> None:
        async with sessions.begin() as session:
            invoice = (await session.scalars(select(Invoice).where(col(Invoice.number) == "1001"))).one()
            other = (await session.scalars(select(Biller).where(col(Biller.id) != invoice.biller_id))).first()
            assert other is not None
            twin = invoice.model_dump(exclude={"id", "biller_id", "myropo_id"})
            session.add(Invoice(**twin, biller_id=other.id, myropo_id="MR-TWIN"))
        with pytest.raises(InvoiceAmbiguous) as caught:
            await ledger.get_invoice(ANNA, "1001", TODAY)
        assert sorted(caught.value.myropo_ids) == sorted([invoice.myropo_id, "MR-TWIN"])
        assert (await ledger.get_invoice(ANNA, "mr-twin", TODAY)).number == "1001"


class TestOptions:
    @pytest.fixture
    def database_url(self, shared_url: str) -> str:
        """These tests only read."""
        return shared_url

    async def test_come_from_the_biller_and_the_tariff(self, ledger: LedgerService) -> None:
        assert await ledger.postponement_options(ANNA, "1003", TODAY) == PostponementAllowed(
            due_date=day(-2),
            today=TODAY,
            earliest=day(14),
            latest=day(30),
            fee=Money(amount_minor=500, currency="EUR"),
        )

    async def test_an_overpaid_invoice_has_none(self, ledger: LedgerService) -> None:
        assert await ledger.postponement_options(OLLI, "4001", TODAY) == PostponementRefused("paid")

    async def test_a_company_pays_its_own_fee(self, ledger: LedgerService) -> None:
        company = Principal("company", COMPANY_MYROPO_ID)
        options = await ledger.postponement_options(company, "9001", TODAY)
        assert isinstance(options, PostponementAllowed)
        assert options.fee == Money(amount_minor=1000, currency="EUR")


class TestProposing:
    async def test_offers_the_new_date_and_changes_nothing(self, ledger: LedgerService, now: datetime) -> None:
        proposed = await ledger.propose_postponement(ANNA, "t", "1001", day(18), now)
        offer = proposed.proposal
        assert (offer.invoice, offer.biller, offer.status) == ("1001", "Revontuli Energia", "open")
        assert (offer.old_date, offer.new_date) == (day(12), day(18))
        assert (offer.fee.amount_minor, offer.total.amount_minor) == (0, 8490)
        assert offer.expires_at == now + LIFETIME
        assert (await ledger.get_invoice(ANNA, "1001", TODAY)).due_date == day(12)

    async def test_adds_the_fee_to_the_total_when_late(self, ledger: LedgerService, now: datetime) -> None:
        offer = (await ledger.propose_postponement(ANNA, "t", "1003", day(20), now)).proposal
        assert (offer.fee.amount_minor, offer.total.amount_minor) == (500, 6990)

    async def test_a_delegate_may_ask_too(self, ledger: LedgerService, now: datetime) -> None:
        assert (await ledger.propose_postponement(SOFIA, "t", "1005", day(10), now)).proposal.invoice == "1005"

    async def test_supersedes_the_threads_open_proposal(self, ledger: LedgerService, now: datetime) -> None:
        first = (await ledger.propose_postponement(ANNA, "t", "1001", day(18), now)).proposal
        other = (await ledger.propose_postponement(ANNA, "another thread", "1001", day(18), now)).proposal
        second = await ledger.propose_postponement(ANNA, "t", "1002", day(9), now)
        assert [(closed.id, closed.status) for closed in second.closed] == [(first.id, "superseded")]
        assert [p.id for p in await ledger.open_proposals("t", now)] == [second.proposal.id]
        assert [p.id for p in await ledger.open_proposals("another thread", now)] == [other.id]

    async def test_an_expired_proposal_is_not_open(self, ledger: LedgerService, now: datetime) -> None:
        await ledger.propose_postponement(ANNA, "t", "1001", day(18), now)
        assert await ledger.open_proposals("t", now + LIFETIME) == []
        again = await ledger.propose_postponement(ANNA, "t", "1001", day(18), now + LIFETIME)
        assert [closed.status for closed in again.closed] == ["expired"]

    async def test_a_refusal_leaves_the_open_proposal_open(self, ledger: LedgerService, now: datetime) -> None:
        first = (await ledger.propose_postponement(ANNA, "t", "1001", day(18), now)).proposal
        with pytest.raises(PolicyRefused):
            await ledger.propose_postponement(ANNA, "t", "1001", day(100), now)
        assert [p.id for p in await ledger.open_proposals("t", now)] == [first.id]

    async def test_the_day_begins_at_midnight_in_stockholm(self, ledger: LedgerService, now: datetime) -> None:
        late_evening_in_utc = now + timedelta(days=12, hours=11, minutes=30)
        offer = (await ledger.propose_postponement(ANNA, "t", "1001", day(35), late_evening_in_utc)).proposal
        assert offer.fee.amount_minor == 500


class TestRefusing:
    @pytest.fixture
    def database_url(self, shared_url: str) -> str:
        """These tests store nothing."""
        return shared_url

    @pytest.mark.parametrize(
        ("reference", "offset", "reason"),
        [
            ("1001", 12, "same_date"),
            ("1001", 5, "too_early"),
            ("1001", 100, "too_late"),
            ("1001", -1, "in_the_past"),
            ("1003", 13, "too_early"),
            ("1004", 18, "paid"),
        ],
    )
    async def test_refuses_with_a_reason_and_stores_nothing(
        self,
        ledger: LedgerService,
        sessions: SessionFactory,
        now: datetime,
        reference: str,
        offset: int,
        reason: str,
    ) -> None:
        with pytest.raises(PolicyRefused) as caught:
            await ledger.propose_postponement(ANNA, "t", reference, day(offset), now)
        assert caught.value.reason == reason
        assert caught.value.params["new_date"] == day(offset)
        async with sessions() as session:
            assert (await session.scalars(select(Proposal))).all() == []

    async def test_a_refused_date_comes_with_the_possible_ones(self, ledger: LedgerService, now: datetime) -> None:
        with pytest.raises(PolicyRefused) as caught:
            await ledger.propose_postponement(ANNA, "t", "1001", day(100), now)
        assert (caught.value.params["earliest"], caught.value.params["latest"]) == (day(13), day(42))

    @pytest.mark.parametrize("principal", [ERIK, NOBODY, ANONYMOUS])
    async def test_a_foreign_invoice_is_not_found(
        self, ledger: LedgerService, now: datetime, principal: Principal
    ) -> None:
        with pytest.raises(InvoiceNotFound):
            await ledger.propose_postponement(principal, "t", "1001", day(18), now)
