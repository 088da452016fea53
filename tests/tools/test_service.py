"""The ledger's questions and offers."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from sqlmodel import col, select

from knowledge.money import Money
from tests.conftest import TODAY
from tests.tools.support import ANNA, ANONYMOUS, COMPANY, ERIK, JOHAN, NOBODY, OLLI, SOFIA, Desk, day
from tools.context import Principal
from tools.database import SessionFactory
from tools.ledger.demo_data import COMPANY_MYROPO_ID
from tools.ledger.errors import InvoiceAmbiguous, InvoiceNotFound, LetterNotFound, PolicyRefused
from tools.ledger.facts import Refusal
from tools.ledger.models import Biller, Invoice
from tools.ledger.pending import Proposal
from tools.ledger.policies import PlanAllowed, PostponementAllowed
from tools.ledger.possible import Action
from tools.ledger.proposals import LIFETIME
from tools.ledger.service import LedgerService
from tools.ledger.terms import PostponementTerms, PostponementWish


class TestCustomer:
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

    @pytest.mark.parametrize(
        ("action", "principal", "numbers"),
        [
            ("postpone_due_date", ANNA, ["1003", "1002", "1005", "1001"]),
            ("postpone_due_date", OLLI, []),
            ("create_payment_plan", ANNA, ["1003", "1002", "1001"]),
            ("change_payment_plan", ANNA, []),
            ("cancel_payment_plan", ANNA, []),
            ("dispute_invoice", ANNA, ["1003", "1002", "1005", "1001"]),
            ("dispute_invoice", SOFIA, ["5001"]),
            ("start_payment", SOFIA, ["1005", "5001"]),
            ("start_payment", JOHAN, ["2003", "2002"]),
            ("postpone_due_date", JOHAN, ["2002"]),
            ("set_refund_account", ANNA, []),
            ("set_refund_account", OLLI, ["4001"]),
            ("authorize_person", SOFIA, ["5001"]),
            ("revoke_authorization", ANNA, ["1005"]),
            ("revoke_authorization", SOFIA, []),
        ],
    )
    async def test_lists_the_invoices_for_which_something_is_possible_and_says_why_not_of_the_others(
        self, ledger: LedgerService, action: Action, principal: Principal, numbers: list[str]
    ) -> None:
        possible = [invoice.number for invoice in await ledger.possible_invoices(principal, action, TODAY)]
        assert possible == numbers
        for invoice in await ledger.list_invoices(principal, TODAY):
            refusal = await ledger.refusal(principal, action, invoice.myropo_id, TODAY)
            assert (refusal is None) == (invoice.number in numbers)


class TestAmbiguity:
    async def test_says_when_a_number_means_several_invoices(
        self, ledger: LedgerService, sessions: SessionFactory
    ) -> None:
        async with sessions.begin() as session:
            invoice = (await session.scalars(select(Invoice).where(col(Invoice.number) == "1001"))).one()
            other = (await session.scalars(select(Biller).where(col(Biller.id) != invoice.biller_id))).first()
            assert other is not None
            twin = invoice.model_dump(exclude={"id", "biller_id", "myropo_id", "version"})
            session.add(Invoice(**twin, biller_id=other.id, myropo_id="MR-TWIN"))
        with pytest.raises(InvoiceAmbiguous) as caught:
            await ledger.get_invoice(ANNA, "1001", TODAY)
        assert sorted(caught.value.myropo_ids) == sorted([invoice.myropo_id, "MR-TWIN"])
        assert (await ledger.get_invoice(ANNA, "mr-twin", TODAY)).number == "1001"


class TestOptions:
    async def test_come_from_the_biller_and_the_tariff(self, ledger: LedgerService) -> None:
        assert await ledger.postponement(ANNA, "1003", TODAY) == PostponementAllowed(
            due_date=day(-2),
            today=TODAY,
            earliest=day(14),
            latest=day(30),
            fee=Money(amount_minor=500, currency="EUR"),
        )

    async def test_an_overpaid_invoice_has_none(self, ledger: LedgerService) -> None:
        assert await ledger.postponement(OLLI, "4001", TODAY) == Refusal("paid")

    async def test_a_company_pays_its_own_fee(self, ledger: LedgerService) -> None:
        options = await ledger.postponement(COMPANY, "9001", TODAY)
        assert isinstance(options, PostponementAllowed)
        assert options.fee == Money(amount_minor=1000, currency="EUR")

    async def test_of_a_plan_come_from_the_biller_and_the_tariff(self, ledger: LedgerService) -> None:
        options = await ledger.payment_plan(ANNA, "1003", TODAY)
        assert isinstance(options, PlanAllowed)
        assert (options.most, options.earliest, options.latest) == (4, day(1), day(31))
        assert options.fee(4) == Money(amount_minor=2000, currency="EUR")
        assert await ledger.payment_plan(ANNA, "1003", TODAY, anew=True) == Refusal("no_plan")


class TestLetters:
    async def test_are_kept_for_those_who_see_the_invoice_newest_first(self, ledger: LedgerService) -> None:
        assert [(letter.kind, letter.invoice) for letter in await ledger.letters(ERIK, TODAY)] == [
            ("collection_letter", "2001"),
            ("reminder", "2001"),
            ("invoice", "2001"),
        ]
        assert [letter.invoice for letter in await ledger.letters(SOFIA, TODAY, "1005")] == ["1005"]
        assert await ledger.letters(NOBODY, TODAY) == []

    async def test_say_what_was_owed_when_they_were_sent(self, ledger: LedgerService) -> None:
        (newest, *_) = await ledger.letters(ERIK, TODAY)
        facts, language = await ledger.letter(ERIK, newest.id, TODAY)
        assert (facts.to_pay.amount_minor, facts.due_date, language) == (124500 + 6000 + 18000, day(3), "sv")

    async def test_of_others_do_not_exist(self, ledger: LedgerService) -> None:
        (newest, *_) = await ledger.letters(ERIK, TODAY)
        for principal in (ANNA, COMPANY, ANONYMOUS, Principal("delegate", str(newest.id))):
            with pytest.raises(LetterNotFound):
                await ledger.letter(principal, newest.id, TODAY)
        with pytest.raises(InvoiceNotFound):
            await ledger.letters(ANNA, TODAY, "2001")


class TestContact:
    @pytest.mark.parametrize(
        ("language", "phone"), [("fi", "+358 9 4245 0903"), ("en", "+358 9 4245 0909"), ("nb", "+358 9 4245 0903")]
    )
    async def test_has_the_line_on_the_invoice_in_the_language_or_the_billers_own(
        self, ledger: LedgerService, now: datetime, language: str, phone: str
    ) -> None:
        contact = await ledger.contact(ANNA, "1003", language, now)
        assert (contact.phone, contact.biller.phone, contact.open_now) == (phone, "+358 9 4245 0103", False)
        assert (await ledger.contact(ANNA, "1003", language, now + timedelta(days=1))).open_now


class TestProposing:
    async def test_offers_the_new_date_and_changes_nothing(self, desk: Desk) -> None:
        offer = await desk.offer("1001", 18)
        assert (offer.invoice, offer.biller, offer.status) == ("1001", "Revontuli Energia", "open")
        assert isinstance(offer.terms, PostponementTerms)
        assert (offer.terms.old_date, offer.terms.new_date) == (day(12), day(18))
        assert (offer.terms.fee.amount_minor, offer.terms.total.amount_minor) == (0, 8490)
        assert (offer.strong, offer.expires_at) == (False, desk.now + LIFETIME)
        assert (await desk.invoice("1001")).due_date == day(12)

    async def test_adds_the_fee_to_the_total_when_late(self, desk: Desk) -> None:
        terms = (await desk.offer("1003", 20)).terms
        assert (terms.fee.amount_minor, terms.total.amount_minor) == (500, 6990)

    async def test_a_delegate_may_ask_too(self, desk: Desk) -> None:
        assert (await desk.offer("1005", 10, SOFIA)).invoice == "1005"

    async def test_supersedes_the_threads_open_proposal(self, desk: Desk, ledger: LedgerService) -> None:
        first, other = await desk.offer("1001", 18), await desk.offer("1001", 18, thread="another thread")
        second = await ledger.propose(ANNA, "t", "1002", to(day(9)), desk.now)
        assert [(closed.id, closed.status) for closed in second.closed] == [(first.id, "superseded")]
        assert [p.id for p in await ledger.open_proposals("t", desk.now)] == [second.proposal.id]
        assert [p.id for p in await ledger.open_proposals("another thread", desk.now)] == [other.id]

    async def test_an_expired_proposal_is_not_open(self, desk: Desk, ledger: LedgerService) -> None:
        await desk.offer()
        assert await ledger.open_proposals("t", desk.now + LIFETIME) == []
        again = await ledger.propose(ANNA, "t", "1001", to(day(18)), desk.now + LIFETIME)
        assert [closed.status for closed in again.closed] == ["expired"]

    async def test_a_refusal_leaves_the_open_proposal_open(self, desk: Desk, ledger: LedgerService) -> None:
        first = await desk.offer()
        with pytest.raises(PolicyRefused):
            await desk.offer("1001", 100)
        assert [p.id for p in await ledger.open_proposals("t", desk.now)] == [first.id]

    async def test_the_day_begins_at_midnight_in_stockholm(self, desk: Desk) -> None:
        desk.now += timedelta(days=12, hours=11, minutes=30)
        assert (await desk.offer("1001", 35)).terms.fee.amount_minor == 500


class TestRefusing:
    @pytest.mark.parametrize(
        ("reference", "offset", "reason"),
        [
            ("1001", 12, "same_date"),
            ("1001", 5, "too_early"),
            ("1001", 100, "too_late"),
            ("1001", -1, "in_the_past"),
            ("1003", 13, "too_early"),
        ],
    )
    async def test_refuses_a_date_with_a_reason_and_stores_nothing(
        self, desk: Desk, sessions: SessionFactory, reference: str, offset: int, reason: str
    ) -> None:
        with pytest.raises(PolicyRefused) as caught:
            await desk.offer(reference, offset)
        assert (caught.value.reason, caught.value.params["new_date"]) == (reason, day(offset))
        async with sessions() as session:
            assert (await session.scalars(select(Proposal))).all() == []

    async def test_a_refused_date_comes_with_the_possible_ones(self, desk: Desk) -> None:
        with pytest.raises(PolicyRefused) as caught:
            await desk.offer("1001", 100)
        assert (caught.value.params["earliest"], caught.value.params["latest"]) == (day(13), day(42))

    @pytest.mark.parametrize("principal", [ERIK, NOBODY, ANONYMOUS])
    async def test_a_foreign_invoice_is_not_found(self, desk: Desk, principal: Principal) -> None:
        with pytest.raises(InvoiceNotFound):
            await desk.offer("1001", 18, principal)


def to(new_date: date) -> PostponementWish:
    return PostponementWish(new_date=new_date)
