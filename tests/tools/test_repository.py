"""Who sees which invoices."""

from __future__ import annotations

import pytest
from sqlmodel import col, select

from tests.conftest import TODAY
from tests.tools.support import ANNA, ANONYMOUS, COMPANY, ERIK, NOBODY, SOFIA, day
from tools.context import Principal
from tools.database import SessionFactory
from tools.ledger import repository
from tools.ledger.demo_data import COMPANY_MYROPO_ID
from tools.ledger.models import Authorization, Invoice


async def numbers(sessions: SessionFactory, principal: Principal) -> list[str]:
    async with sessions() as session:
        return [claim.invoice.number for claim in await repository.all_claims(session, principal, TODAY)]


async def found(sessions: SessionFactory, principal: Principal, reference: str) -> list[str]:
    async with sessions() as session:
        claims = await repository.find_claims(session, principal, reference, TODAY)
        return [claim.invoice.number for claim in claims]


class TestScope:
    async def test_a_person_sees_the_own_invoices_by_due_date(self, sessions: SessionFactory) -> None:
        assert await numbers(sessions, ANNA) == ["1004", "1003", "1002", "1005", "1001"]

    async def test_a_delegate_sees_exactly_the_entrusted_invoice_besides_the_own(
        self, sessions: SessionFactory
    ) -> None:
        async with sessions() as session:
            claims = await repository.all_claims(session, SOFIA, TODAY)
        assert [(claim.invoice.number, claim.access) for claim in claims] == [("1005", "delegate"), ("5001", "own")]

    @pytest.mark.parametrize(("last_day", "visible"), [(0, True), (-1, False)])
    async def test_an_authorization_ends_with_its_last_day(
        self, sessions: SessionFactory, last_day: int, visible: bool
    ) -> None:
        async with sessions.begin() as session:
            authorization = (await session.scalars(select(Authorization))).one()
            authorization.valid_until = day(last_day)
            await session.flush()
            claims = await repository.all_claims(session, SOFIA, TODAY)
            assert ("1005" in [claim.invoice.number for claim in claims]) is visible
            await session.rollback()

    async def test_a_company_sees_the_one_invoice_that_was_opened(self, sessions: SessionFactory) -> None:
        async with sessions() as session:
            (claim,) = await repository.all_claims(session, COMPANY, TODAY)
        assert (claim.invoice.number, claim.access) == ("9001", "company")

    async def test_a_persons_invoice_cannot_be_opened_as_a_company(self, sessions: SessionFactory) -> None:
        async with sessions() as session:
            myropo_id = await session.scalar(select(col(Invoice.myropo_id)).where(col(Invoice.number) == "1001"))
        assert await numbers(sessions, Principal("company", str(myropo_id))) == []

    @pytest.mark.parametrize("principal", [NOBODY, ANONYMOUS, Principal("person"), Principal("company")])
    async def test_others_see_nothing(self, sessions: SessionFactory, principal: Principal) -> None:
        assert await numbers(sessions, principal) == []


class TestReferences:
    @pytest.mark.parametrize("reference", ["1001", " 1001 ", "#1001", "# 1001"])
    async def test_finds_by_number(self, sessions: SessionFactory, reference: str) -> None:
        assert await found(sessions, ANNA, reference) == ["1001"]

    @pytest.mark.parametrize("reference", [COMPANY_MYROPO_ID, COMPANY_MYROPO_ID.lower()])
    async def test_finds_by_myropo_id_in_any_case(self, sessions: SessionFactory, reference: str) -> None:
        assert await found(sessions, COMPANY, reference) == ["9001"]

    async def test_another_customers_invoice_is_not_found(self, sessions: SessionFactory) -> None:
        assert await found(sessions, ERIK, "1001") == []

    @pytest.mark.parametrize(
        "reference", ["", "   ", "9999", "10\x0001", "\ud800", "1001' OR '1'='1", "%", "1" * 100_000, "1001\n1002"]
    )
    async def test_what_is_no_reference_is_not_found(self, sessions: SessionFactory, reference: str) -> None:
        assert await found(sessions, ANNA, reference) == []


class TestBalance:
    async def test_is_the_sum_of_the_lines_less_the_payments(self, sessions: SessionFactory) -> None:
        async with sessions() as session:
            (claim,) = await repository.find_claims(session, ANNA, "1005", TODAY)
        assert (claim.total.amount_minor, claim.paid.amount_minor, claim.outstanding.amount_minor) == (
            84500,
            40000,
            44500,
        )

    async def test_is_negative_when_more_was_paid_than_charged(self, sessions: SessionFactory) -> None:
        async with sessions() as session:
            (claim,) = await repository.find_claims(session, Principal("person", "olli"), "4001", TODAY)
        assert claim.outstanding.amount_minor == -9240

    async def test_names_fees_apart_from_the_principal(self, sessions: SessionFactory) -> None:
        async with sessions() as session:
            (claim,) = await repository.find_claims(session, ERIK, "2001", TODAY)
        assert claim.fees.amount_minor == 6000 + 18000
