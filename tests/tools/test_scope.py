"""Who was let in sees one invoice and nothing else, for as long as it holds."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import TODAY
from tests.tools.support import ANNA, COMPANY, SOFIA, ContextOf, Desk, call, day
from tools.arrangements import postpone_due_date
from tools.context import Principal
from tools.invoices import get_balance, get_invoice, list_invoices, list_letters
from tools.ledger import office
from tools.ledger.demo_data import COMPANY_MYROPO_IDS
from tools.ledger.errors import InvoiceNotFound, ProposalNotFound
from tools.ledger.identifiers import BadBusinessId
from tools.ledger.models import Customer
from tools.ledger.terms import DisputeWish, PostponementWish, RevocationWish
from tools.results import Balance, InvoiceList, Letters, NotFound, ProposalMade, Refused

AUTHORITY = Principal("authority", "2077474-0")


async def seen(desk: Desk, principal: Principal, on: int = 0) -> list[tuple[str, str]]:
    return [(i.number, i.access) for i in await desk.ledger.list_invoices(principal, day(on))]


class TestDelegates:
    async def test_see_exactly_that_invoice_with_every_tool(self, context_of: ContextOf, desk: Desk) -> None:
        context = context_of(str(await desk.let_in("1003")))
        listed = await call(list_invoices, context, status="all")
        balance, letters = await call(get_balance, context), await call(list_letters, context)
        assert isinstance(listed, InvoiceList)
        assert isinstance(balance, Balance)
        assert isinstance(letters, Letters)
        assert [i.number for i in (*listed.invoices, *balance.invoices)] == ["1003", "1003"]
        assert {letter.invoice for letter in letters.letters} == {"1003"}
        for other in ("1001", "1005", "2001"):
            assert await call(get_invoice, context, invoice=other) == NotFound(invoice=other)
        details = await desk.invoice("1003", context.principal)
        assert details.authorizations == ()

    async def test_are_known_by_name_in_the_country_of_the_biller(self, desk: Desk) -> None:
        principal = await desk.let_in("2001", name="Aunt Maja")
        customer = await desk.ledger.customer(principal, TODAY)
        assert customer is not None
        assert (customer.name, customer.country, customer.language) == ("Aunt Maja", "SE", "sv")

    @pytest.mark.parametrize(
        ("values", "on", "visible"),
        [
            ({"valid_until": day(3)}, 3, True),
            ({"valid_until": day(3)}, 4, False),
            ({"valid_until": None}, 4000, True),
            ({"revoked_on": day(0)}, 0, False),
        ],
    )
    async def test_see_it_until_the_end_of_the_last_day(
        self, desk: Desk, values: dict[str, Any], on: int, visible: bool
    ) -> None:
        principal = await desk.let_in("1003", **values)
        assert await seen(desk, principal, on) == ([("1003", "delegate")] if visible else [])
        assert (await desk.ledger.customer(principal, day(on)) is not None) == visible

    async def test_see_nothing_once_it_was_taken_back_not_even_their_own_proposal(self, desk: Desk) -> None:
        principal = await desk.let_in("1003")
        offer = await desk.offer("1003", 20, principal, thread="theirs")
        (authorization,) = (await desk.invoice("1003")).authorizations
        await desk.agree(RevocationWish(authorization_id=authorization.id), "1003")
        assert await seen(desk, principal) == []
        with pytest.raises(ProposalNotFound):
            await desk.confirm(offer, principal=principal)
        with pytest.raises(InvoiceNotFound):
            await desk.offer("1003", 20, principal)

    async def test_who_may_only_look_arrange_nothing(self, context_of: ContextOf, desk: Desk) -> None:
        context = context_of(str(await desk.let_in("1003", allows="view")))
        for arguments in ({}, {"new_date": day(20)}, {"invoice": "1003"}):
            result = await call(postpone_due_date, context, **arguments)
            assert isinstance(result, Refused)
            assert result.reason == "view_only"

    async def test_who_handle_it_arrange_it_in_their_own_name(self, context_of: ContextOf, desk: Desk) -> None:
        principal = await desk.let_in("1003")
        result = await call(postpone_due_date, context_of(str(principal)), new_date=day(20))
        assert isinstance(result, ProposalMade)
        with pytest.raises(ProposalNotFound):
            await desk.confirm(result.proposal, principal=ANNA)
        await desk.confirm(result.proposal, principal=principal)
        assert (await desk.invoice("1003")).due_date == day(20)

    async def test_have_the_most_of_several_authorizations(self, desk: Desk) -> None:
        await desk.let_in("1001", "sofia@customer.example", allows="view")
        await desk.let_in("1001", "sofia@customer.example", allows="handle")
        assert (await desk.offer("1001", 18, SOFIA)).invoice == "1001"

    @pytest.mark.parametrize(
        "key", ["", "x", "8806d023-6303-41fe-9986-aa249a7c1ece", "1003", "'; DROP TABLE invoice; --"]
    )
    async def test_with_a_key_that_means_nothing_see_nothing(self, desk: Desk, key: str) -> None:
        assert await seen(desk, Principal("delegate", key)) == []
        assert await desk.ledger.customer(Principal("delegate", key), TODAY) is None


class TestAuthorities:
    async def test_see_what_their_business_id_was_let_into(self, desk: Desk) -> None:
        await desk.let_in("1003", business_id=AUTHORITY.key)
        await desk.let_in("2001", business_id=AUTHORITY.key, valid_until=day(-1))
        assert await seen(desk, AUTHORITY) == [("1003", "authority")]
        assert await seen(desk, Principal("authority", "2077474-1")) == []
        assert await seen(desk, Principal("authority", "")) == []

    async def test_are_let_in_by_business_id_and_not_by_an_employees_address(self, desk: Desk) -> None:
        await desk.let_in("1003", "olli@customer.example", business_id=AUTHORITY.key)
        assert [number for number, _ in await seen(desk, Principal("person", "olli"))] == ["4001"]

    async def test_see_an_invoice_once_their_form_was_verified(self, desk: Desk) -> None:
        form: dict[str, Any] = {"name": "Social services", "email": "Social@City.example", "until": day(30)}
        verified: dict[str, Any] = {**form, "actor": "agent:aino", "now": desk.now}
        async with desk.locked("1003") as (session, claim):
            await office.let_authority_in(session, claim, business_id="20774740", **verified)
            with pytest.raises(BadBusinessId):
                await office.let_authority_in(session, claim, business_id="20774741", **verified)
        assert await seen(desk, Principal("authority", "2077474-0")) == [("1003", "authority")]

    async def test_are_known_when_they_are_registered(self, desk: Desk) -> None:
        assert await desk.ledger.customer(AUTHORITY, TODAY) is None
        async with desk.sessions.begin() as session:
            session.add(
                Customer(
                    id="social",
                    kind="authority",
                    name="Social services",
                    country="FI",
                    language="fi",
                    email="social@city.example",
                    business_id=AUTHORITY.key,
                )
            )
        customer = await desk.ledger.customer(AUTHORITY, TODAY)
        assert customer is not None
        assert customer.name == "Social services"


class TestCompanies:
    async def test_open_one_invoice_by_its_myropo_id_and_are_its_owners(self, desk: Desk) -> None:
        assert await seen(desk, COMPANY) == [("9001", "company")]
        await desk.agree(DisputeWish(reason="wrong meter"), "9001", COMPANY)
        assert (await desk.invoice("9001", COMPANY)).stage == "disputed"

    @pytest.mark.parametrize("number", sorted(COMPANY_MYROPO_IDS))
    async def test_each_opens_its_own(self, desk: Desk, number: str) -> None:
        key = COMPANY_MYROPO_IDS[number].lower()
        assert await seen(desk, Principal("company", key)) == [(number, "company")]

    async def test_another_companys_proposal_is_not_theirs(self, desk: Desk) -> None:
        offer = await desk.ask(PostponementWish(new_date=day(20)), "9001", COMPANY)
        with pytest.raises(ProposalNotFound):
            await desk.confirm(offer, principal=Principal("company", COMPANY_MYROPO_IDS["9003"]))
