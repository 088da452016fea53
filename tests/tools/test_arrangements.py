"""The tool that offers a new due date."""

from __future__ import annotations

import json

import pytest

from knowledge.money import Money
from tests.conftest import TODAY
from tests.tools.support import ANNA, ERIK, ContextOf, call, call_message, change, day
from tools.arrangements import postpone_due_date
from tools.database import SessionFactory
from tools.results import NeedsInput, NotFound, ProposalMade, Refused


class TestProposing:
    async def test_offers_and_changes_nothing(self, context_of: ContextOf) -> None:
        context = context_of("person:anna")
        result = await call(postpone_due_date, context, invoice="1001", new_date=day(18).isoformat())
        assert isinstance(result, ProposalMade)
        assert (result.proposal.new_date, result.proposal.fee.amount_minor) == (day(18), 0)
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
        assert (result.proposal.invoice, result.proposal.fee) == ("2001", Money(amount_minor=0, currency="SEK"))

    async def test_the_model_does_not_see_what_confirms_a_proposal(self, context_of: ContextOf) -> None:
        message = await call_message(
            postpone_due_date, context_of("person:anna"), invoice="1003", new_date=day(20).isoformat()
        )
        proposal = json.loads(message.text)["proposal"]
        assert (proposal["fee"], proposal["total"]) == ("5.00 EUR", "69.90 EUR")
        assert not {"id", "hash"} & proposal.keys()


class TestAskingBack:
    @pytest.fixture
    def database_url(self, shared_url: str) -> str:
        """These tests only read."""
        return shared_url

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
    @pytest.fixture
    def database_url(self, shared_url: str) -> str:
        """These tests only read."""
        return shared_url

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

    async def test_without_open_invoices_there_is_nothing_to_postpone(self, context_of: ContextOf) -> None:
        result = await call(postpone_due_date, context_of("person:olli"))
        assert result == Refused(reason="nothing_to_postpone")

    async def test_without_any_invoices_none_is_found(self, context_of: ContextOf) -> None:
        assert await call(postpone_due_date, context_of("person:nobody")) == NotFound()

    async def test_another_customers_invoice_is_not_found(self, context_of: ContextOf) -> None:
        result = await call(postpone_due_date, context_of("person:erik"), invoice="1001", new_date=day(18))
        assert result == NotFound(invoice="1001")


class TestLegalCollection:
    async def test_refuses_postponement_in_legal_collection(
        self, context_of: ContextOf, sessions: SessionFactory
    ) -> None:
        await change(sessions, "2001", stage="legal")
        context = context_of(str(ERIK))
        for arguments in ({}, {"invoice": "2001"}, {"invoice": "2001", "new_date": day(20)}):
            result = await call(postpone_due_date, context, **arguments)
            assert isinstance(result, Refused)
            assert result.reason == "legal"
