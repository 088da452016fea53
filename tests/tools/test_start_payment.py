"""The tool that lets the customer pay."""

from __future__ import annotations

import pytest

from tests.tools.support import ContextOf, Desk, Provider, call, day
from tools.ledger.terms import PlanWish
from tools.payments import start_payment
from tools.results import NeedsInput, NotFound, PaymentStarted, Refused


@pytest.mark.parametrize(
    ("amount", "minor"), [(None, 8490), ("50", 5000), ("49,90 €", 4990), (20, 2000), ("fifty", 8490)]
)
async def test_begins_a_payment_and_books_nothing(
    context_of: ContextOf, desk: Desk, provider: Provider, amount: object, minor: int
) -> None:
    result = await call(start_payment, context_of("person:anna"), invoice="1001", amount=amount)
    assert isinstance(result, PaymentStarted)
    assert (result.payment.amount.amount_minor, result.payment.invoice) == (minor, "1001")
    assert [(request.id, request.amount) for request in provider.requests] == [
        (result.payment.id, result.payment.amount)
    ]
    assert (await desk.invoice("1001")).outstanding.amount_minor == 8490


async def test_means_the_next_instalment_under_a_plan_or_what_is_left_of_it(context_of: ContextOf, desk: Desk) -> None:
    await desk.agree(PlanWish(instalments=3, first_date=day(10)))
    await desk.pay("1001", 1000)
    result = await call(start_payment, context_of("person:anna"), invoice="1001")
    assert isinstance(result, PaymentStarted)
    assert result.payment.amount.amount_minor == 2830 - 1000


class TestAskingAndRefusing:
    @pytest.mark.parametrize(
        ("number", "amount", "reason"),
        [
            ("1001", "84,91", "amount_too_large"),
            ("1001", "0", "amount_too_small"),
            ("1004", None, "paid"),
            ("1004", "10", "paid"),
        ],
    )
    async def test_says_why_not(
        self, context_of: ContextOf, provider: Provider, number: str, amount: str | None, reason: str
    ) -> None:
        result = await call(start_payment, context_of("person:anna"), invoice=number, amount=amount)
        assert isinstance(result, Refused)
        assert (result.tool, result.reason, provider.requests) == ("start_payment", reason, [])

    async def test_asks_which_invoice_or_finds_none(self, context_of: ContextOf) -> None:
        asked = await call(start_payment, context_of("person:anna"))
        assert isinstance(asked, NeedsInput)
        assert (asked.what, [choice.number for choice in asked.choices]) == (
            "invoice",
            ["1003", "1002", "1005", "1001"],
        )
        assert await call(start_payment, context_of("person:anna"), invoice="2001") == NotFound(invoice="2001")
        assert await call(start_payment, context_of("person:nobody")) == NotFound()
