"""The tools that offer a new due date, a payment plan or a dispute."""

from __future__ import annotations

import json
from datetime import date

import pytest
from langchain.tools import BaseTool

from knowledge.money import Money
from tests.conftest import TODAY
from tests.tools.support import ANNA, ERIK, JOHAN, ContextOf, Desk, call, call_message, day
from tools.arrangements import (
    cancel_payment_plan,
    change_payment_plan,
    create_payment_plan,
    dispute_invoice,
    postpone_due_date,
)
from tools.ledger.terms import PlanTerms, PlanWish, PostponementTerms
from tools.results import NeedsInput, NotFound, ProposalMade, Refused


class TestProposing:
    async def test_offers_and_changes_nothing(self, context_of: ContextOf) -> None:
        context = context_of("person:anna")
        result = await call(postpone_due_date, context, invoice="1001", new_date=day(18).isoformat())
        assert isinstance(result, ProposalMade)
        assert isinstance(result.proposal.terms, PostponementTerms)
        assert (result.proposal.terms.new_date, result.proposal.terms.fee.amount_minor) == (day(18), 0)
        assert (await context.ledger.get_invoice(ANNA, "1001", TODAY)).due_date == day(12)
        assert [p.id for p in await context.ledger.open_proposals(context.thread_id, context.clock.now())] == [
            result.proposal.id
        ]

    async def test_says_which_proposals_it_replaced(self, context_of: ContextOf) -> None:
        context = context_of("person:anna")
        first = await call(postpone_due_date, context, invoice="1001", new_date=day(18))
        second = await call(postpone_due_date, context, invoice="1001", new_date=day(19))
        assert isinstance(first, ProposalMade)
        assert isinstance(second, ProposalMade)
        assert second.closed == (first.proposal.id,)

    async def test_takes_the_only_invoice_that_can_be_postponed(self, context_of: ContextOf) -> None:
        result = await call(postpone_due_date, context_of("person:erik"), new_date=day(20))
        assert isinstance(result, ProposalMade)
        assert (result.proposal.invoice, result.proposal.terms.fee) == ("2001", Money(amount_minor=0, currency="SEK"))

    async def test_the_model_does_not_see_what_confirms_a_proposal(self, context_of: ContextOf) -> None:
        message = await call_message(
            postpone_due_date, context_of("person:anna"), invoice="1003", new_date=day(20).isoformat()
        )
        proposal = json.loads(message.text)["proposal"]
        assert (proposal["terms"]["fee"], proposal["terms"]["total"]) == ("5.00 EUR", "69.90 EUR")
        assert not {"id", "hash"} & proposal.keys()


class TestAskingBack:
    @pytest.mark.parametrize("new_date", [None, "next Friday", "", "2026-13-45", 10, "10", ["2026-12-10"]])
    async def test_a_date_that_cannot_be_read_is_asked_for(self, context_of: ContextOf, new_date: object) -> None:
        result = await call(postpone_due_date, context_of("person:anna"), invoice="1003", new_date=new_date)
        assert isinstance(result, NeedsInput)
        assert result.what == "new_date"
        assert (result.earliest, result.latest) == (day(14), day(30))
        assert result.fee == Money(amount_minor=500, currency="EUR")
        assert result.invoice is not None
        assert result.invoice.number == "1003"

    @pytest.mark.parametrize("invoice", [None, "", "  "])
    async def test_asks_which_invoice_with_those_that_can_be_postponed(
        self, context_of: ContextOf, invoice: str | None
    ) -> None:
        result = await call(postpone_due_date, context_of("person:anna"), invoice=invoice, new_date=day(18))
        assert isinstance(result, NeedsInput)
        assert (result.what, [choice.number for choice in result.choices]) == (
            "invoice",
            ["1003", "1002", "1005", "1001"],
        )


class TestRefusing:
    async def test_a_date_too_far_away_comes_with_the_possible_ones(self, context_of: ContextOf) -> None:
        result = await call(postpone_due_date, context_of("person:anna"), invoice="1002", new_date="2031-01-01")
        assert isinstance(result, Refused)
        assert (result.reason, result.params["earliest"], result.params["latest"]) == ("too_late", day(4), day(24))
        assert result.invoice is not None

    @pytest.mark.parametrize("new_date", [None, "2026-12-10"])
    async def test_a_paid_invoice_is_refused_with_or_without_a_date(
        self, context_of: ContextOf, new_date: str | None
    ) -> None:
        result = await call(postpone_due_date, context_of("person:anna"), invoice="1004", new_date=new_date)
        assert isinstance(result, Refused)
        assert result.reason == "paid"

    async def test_the_only_invoice_has_its_own_reason_why_not(self, context_of: ContextOf) -> None:
        result = await call(postpone_due_date, context_of("person:olli"))
        assert isinstance(result, Refused)
        assert (result.reason, result.invoice and result.invoice.number) == ("paid", "4001")

    @pytest.mark.parametrize("tool", [change_payment_plan, cancel_payment_plan], ids=lambda tool: tool.name)
    async def test_of_several_invoices_none_allows_it(self, context_of: ContextOf, tool: BaseTool) -> None:
        result = await call(tool, context_of("person:anna"))
        assert result == Refused(tool=tool.name, reason="nothing_possible")

    async def test_without_any_invoices_none_is_found(self, context_of: ContextOf) -> None:
        assert await call(postpone_due_date, context_of("person:nobody")) == NotFound()

    async def test_another_customers_invoice_is_not_found(self, context_of: ContextOf) -> None:
        result = await call(postpone_due_date, context_of("person:erik"), invoice="1001", new_date=day(18))
        assert result == NotFound(invoice="1001")


class TestLegalCollection:
    async def test_refuses_every_arrangement_in_legal_collection(self, context_of: ContextOf, desk: Desk) -> None:
        context = context_of(str(JOHAN))
        for tool in (postpone_due_date, create_payment_plan, change_payment_plan, cancel_payment_plan, dispute_invoice):
            result = await call(tool, context, invoice="2003")
            assert isinstance(result, Refused)
            assert (result.tool, result.reason) == (tool.name, "legal")


class TestPlans:
    @pytest.mark.parametrize(
        ("number", "first"), [("1003", date(2026, 12, 7)), ("1001", date(2026, 12, 4)), ("1002", day(3))]
    )
    async def test_begins_on_the_due_date_or_in_two_weeks(
        self, context_of: ContextOf, number: str, first: date
    ) -> None:
        result = await call(create_payment_plan, context_of("person:anna"), invoice=number, instalments="2")
        assert isinstance(result, ProposalMade)
        assert isinstance(result.proposal.terms, PlanTerms)
        assert result.proposal.terms.schedule[0].due_date == first

    async def test_is_agreed_changed_and_ended(self, context_of: ContextOf, desk: Desk) -> None:
        context = context_of("person:anna")
        for tool, arguments, kind in (
            (create_payment_plan, {"instalments": 3}, "create_payment_plan"),
            (change_payment_plan, {"instalments": 2, "first_date": day(20)}, "change_payment_plan"),
            (cancel_payment_plan, {}, "cancel_payment_plan"),
        ):
            result = await call(tool, context, invoice="1001", **arguments)
            assert isinstance(result, ProposalMade)
            assert (await desk.confirm(result.proposal)).kind == kind
        invoice = await desk.invoice("1001")
        assert (invoice.due_date, invoice.plan) == (date(2026, 12, 14), ())

    async def test_takes_the_only_plan_there_is(self, context_of: ContextOf, desk: Desk) -> None:
        await desk.agree(PlanWish(instalments=3, first_date=day(10)))
        result = await call(cancel_payment_plan, context_of("person:anna"))
        assert isinstance(result, ProposalMade)
        assert result.proposal.invoice == "1001"


class TestDisputes:
    async def test_a_dispute_is_confirmed_and_nothing_happens_before(self, context_of: ContextOf, desk: Desk) -> None:
        result = await call(dispute_invoice, context_of("person:erik"), reason="I never had it \x00")
        assert isinstance(result, ProposalMade)
        assert (await desk.invoice("2001", ERIK)).stage == "collection"
        await desk.confirm(result.proposal, principal=ERIK)
        assert (await desk.invoice("2001", ERIK)).stage == "disputed"


class TestAskingAndRefusing:
    async def test_asks_how_many_instalments_and_says_what_is_possible(self, context_of: ContextOf) -> None:
        for count in (None, "many", 2.5):
            result = await call(create_payment_plan, context_of("person:anna"), invoice="1003", instalments=count)
            assert isinstance(result, NeedsInput)
            assert (result.what, result.most, result.earliest, result.latest) == ("instalments", 4, day(1), day(31))
            assert result.fee == Money(amount_minor=2000, currency="EUR")

    async def test_asks_for_the_reason_in_the_customers_words(self, context_of: ContextOf) -> None:
        result = await call(dispute_invoice, context_of("person:erik"), reason="  ")
        assert isinstance(result, NeedsInput)
        assert (result.what, result.invoice and result.invoice.number) == ("reason", "2001")

    @pytest.mark.parametrize(
        ("principal", "number", "reason"), [("anna", "1004", "paid"), ("sofia", "1005", "owner_only")]
    )
    async def test_asks_no_reason_for_what_is_refused_anyway(
        self, context_of: ContextOf, principal: str, number: str, reason: str
    ) -> None:
        result = await call(dispute_invoice, context_of(f"person:{principal}"), invoice=number)
        assert isinstance(result, Refused)
        assert result.reason == reason

    @pytest.mark.parametrize(
        ("tool", "arguments"),
        [
            (postpone_due_date, {"new_date": "2026-12-10"}),
            (create_payment_plan, {"instalments": 3}),
            (change_payment_plan, {"instalments": 3}),
            (cancel_payment_plan, {}),
            (dispute_invoice, {"reason": "not mine"}),
        ],
    )
    async def test_anothers_invoice_is_not_found(
        self, context_of: ContextOf, tool: BaseTool, arguments: dict[str, object]
    ) -> None:
        for principal in ("person:erik", "anonymous:", "delegate:nobody"):
            result = await call(tool, context_of(principal), invoice="1001", **arguments)
            assert result == NotFound(invoice="1001")
