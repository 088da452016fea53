"""Payments by a provider: begun without booking anything, and booked once; on a real PostgreSQL."""

from __future__ import annotations

import asyncio
from datetime import datetime
from uuid import UUID, uuid4

import pytest

from knowledge.money import Money
from tests.tools.support import ANNA, COMPANY, ERIK, OLLI, SOFIA, Desk, Provider, day
from tools.context import SERVICE, Principal
from tools.database import SessionFactory
from tools.ledger.errors import InvoiceNotFound, PaymentMismatch, PaymentNotFound, PolicyRefused
from tools.ledger.payments import Outcome, Payments, Settled
from tools.ledger.terms import DisputeWish, PlanWish, RefundWish
from tools.ledger.views import PaymentStart
from tools.ports import PaymentRequest


class Till:
    """Payments of customers, and reports of the provider, each in a transaction of its own."""

    def __init__(self, sessions: SessionFactory, provider: Provider, now: datetime) -> None:
        self.sessions, self.provider, self.now = sessions, provider, now
        self.payments = Payments(sessions, provider)

    async def start(self, number: str = "1001", amount: int | None = None, who: Principal = ANNA) -> PaymentStart:
        return await self.payments.start(who, number, amount, self.now, thread_id="t")

    async def report(
        self,
        begun: PaymentStart,
        status: Outcome = "succeeded",
        *,
        event: str | None = None,
        payment: str | None = None,
        amount: Money | None = None,
        id: UUID | None = None,
    ) -> Settled | None:
        async with self.sessions.begin() as session:
            return await self.payments.settle(
                session,
                id or begun.id,
                event or uuid4().hex,
                status,
                payment or uuid4().hex,
                amount or begun.amount,
                self.now,
            )

    async def status(self, begun: PaymentStart) -> str:
        return (await self.payments.intent(begun.id)).status


@pytest.fixture
def till(sessions: SessionFactory, provider: Provider, now: datetime) -> Till:
    return Till(sessions, provider, now)


def _euros(minor: int) -> Money:
    return Money(amount_minor=minor, currency="EUR")


class TestBeginning:
    async def test_asks_the_provider_and_books_nothing(self, till: Till, desk: Desk) -> None:
        begun = await till.start()
        invoice = await desk.invoice()
        [request] = till.provider.requests
        assert (request.id, request.amount, request.reference) == (begun.id, _euros(8490), invoice.reference)
        assert (request.payee, request.account[:2]) == ("Revontuli Energia", "FI")
        assert begun.url == f"https://pay.example/{begun.id}"
        assert (invoice.outstanding, invoice.payments) == (_euros(8490), ())
        assert (await till.payments.intent(begun.id, ANNA)).url == begun.url

    async def test_of_a_part_is_possible(self, till: Till) -> None:
        assert (await till.start(amount=1)).amount == _euros(1)

    async def test_happens_in_no_transaction_that_waits_for_the_provider(
        self, sessions: SessionFactory, now: datetime
    ) -> None:
        class Curious(Provider):
            async def start(self, request: PaymentRequest) -> str:
                assert (await payments.intent(request.id)).amount == request.amount
                return await super().start(request)

        payments = Payments(sessions, Curious())
        await payments.start(ANNA, "1001", None, now)

    @pytest.mark.parametrize(
        ("number", "amount", "who", "reason"),
        [
            ("1001", 8491, ANNA, "amount_too_large"),
            ("1001", 0, ANNA, "amount_too_small"),
            ("1001", -5, ANNA, "amount_too_small"),
            ("1001", 10**30, ANNA, "amount_too_large"),
            ("1004", None, ANNA, "paid"),
            ("4001", None, OLLI, "paid"),
        ],
    )
    async def test_that_a_rule_forbids_is_refused(
        self, till: Till, number: str, amount: int | None, who: Principal, reason: str
    ) -> None:
        with pytest.raises(PolicyRefused) as refusal:
            await till.start(number, amount, who)
        assert (refusal.value.reason, refusal.value.params["invoice"]) == (reason, number)
        assert till.provider.requests == []

    async def test_of_another_customers_invoice_is_not_found(self, till: Till) -> None:
        with pytest.raises(InvoiceNotFound):
            await till.start("2001")

    async def test_by_a_delegate_needs_more_than_a_view(self, till: Till, desk: Desk) -> None:
        assert (await till.start("1005", who=SOFIA)).amount == _euros(44500)
        viewer = await desk.let_in("1002", allows="view")
        with pytest.raises(PolicyRefused, match="view_only"):
            await till.start("1002", who=viewer)


class TestReading:
    async def test_shows_a_payment_to_who_began_it(self, till: Till) -> None:
        begun = await till.start("9001", who=COMPANY)
        assert (await till.payments.intent(begun.id, COMPANY)).status == "started"
        for stranger in (ANNA, ERIK, Principal("anonymous")):
            with pytest.raises(PaymentNotFound):
                await till.payments.intent(begun.id, stranger)
        with pytest.raises(PaymentNotFound):
            await till.payments.intent(uuid4(), SERVICE)


class TestSettling:
    async def test_books_the_payment_and_says_what_is_left(self, till: Till, desk: Desk) -> None:
        begun = await till.start(amount=4000)
        settled = await till.report(begun)
        assert settled is not None
        assert (settled.status, settled.invoice, settled.amount) == ("succeeded", "1001", _euros(4000))
        assert (settled.left, await till.status(begun)) == (_euros(4490), "succeeded")
        assert (await desk.invoice()).outstanding == _euros(4490)

    async def test_of_the_same_report_again_changes_nothing(self, till: Till, desk: Desk) -> None:
        begun = await till.start()
        assert await till.report(begun, event="e1") is not None
        assert await till.report(begun, event="e1") is None
        assert await till.report(begun, "failed", event="e1") is None
        assert ((await desk.invoice()).outstanding, await till.status(begun)) == (_euros(0), "succeeded")

    async def test_of_one_payment_in_several_reports_at_once_counts_once(self, till: Till, desk: Desk) -> None:
        begun = await till.start()
        answers = await asyncio.gather(*(till.report(begun, payment="p1") for _ in range(4)))
        assert sum(answer is not None for answer in answers) == 1
        answers = await asyncio.gather(*(till.report(begun, event="e2") for _ in range(4)))
        assert sum(answer is not None for answer in answers) == 1
        assert len((await desk.invoice()).payments) == 2

    async def test_of_a_payment_for_what_was_paid_meanwhile_can_be_refunded(self, till: Till, desk: Desk) -> None:
        first, second = await till.start(), await till.start()
        await till.report(first)
        settled = await till.report(second)
        assert settled is not None
        assert settled.left == _euros(-8490)
        receipt = await desk.agree(RefundWish(iban="FI2112345600000785", holder="Anna Virtanen"))
        assert receipt.total == _euros(0)

    async def test_of_a_failure_is_told_once_and_a_later_success_counts(self, till: Till, desk: Desk) -> None:
        begun = await till.start()
        failed = await till.report(begun, "failed")
        assert failed is not None
        assert (failed.status, failed.left, await till.status(begun)) == ("failed", _euros(8490), "failed")
        assert await till.report(begun, "failed") is None
        assert await till.report(begun) is not None
        assert await till.report(begun, "failed") is None
        assert ((await desk.invoice()).stage, await till.status(begun)) == ("paid", "succeeded")

    @pytest.mark.parametrize("amount", [_euros(8489), Money(amount_minor=8490, currency="SEK")], ids=str)
    async def test_of_another_amount_is_refused(self, till: Till, desk: Desk, amount: Money) -> None:
        begun = await till.start()
        with pytest.raises(PaymentMismatch):
            await till.report(begun, event="e1", amount=amount)
        assert ((await desk.invoice()).payments, await till.status(begun)) == ((), "started")
        assert await till.report(begun, event="e1") is not None

    async def test_of_a_payment_that_nobody_began_is_not_found_and_uses_up_no_report(self, till: Till) -> None:
        begun = await till.start()
        with pytest.raises(PaymentNotFound):
            await till.report(begun, event="e1", id=uuid4())
        assert await till.report(begun, event="e1") is not None

    async def test_moves_a_plan_on_to_its_next_instalment(self, till: Till, desk: Desk) -> None:
        await desk.agree(PlanWish(instalments=2, first_date=day(10)))
        plan = (await desk.invoice()).plan
        await till.report(await till.start(amount=plan[0].amount.amount_minor))
        after = await desk.invoice()
        assert (after.plan, after.due_date) == (plan[1:], plan[1].due_date)

    async def test_leaves_a_dispute_to_people(self, till: Till, desk: Desk) -> None:
        await desk.agree(DisputeWish(reason="never ordered"))
        settled = await till.report(await till.start())
        assert settled is not None
        assert ((await desk.invoice()).stage, settled.left) == ("disputed", _euros(0))
