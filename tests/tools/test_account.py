"""The tools that send money back and let others in."""

from __future__ import annotations

import pytest
from langchain.tools import BaseTool

from tests.tools.support import ANNA, OLLI, SOFIA, ContextOf, Desk, call, call_message, day
from tools.account import authorize_person, revoke_authorization, set_refund_account
from tools.ledger.terms import AuthorizationTerms, RefundTerms
from tools.results import NeedsInput, NotFound, ProposalMade, Refused

IBAN = "fi21 1234 5600 0007 85"


class TestRefunds:
    async def test_proposes_what_was_paid_too_much_to_the_customers_account(
        self, context_of: ContextOf, desk: Desk
    ) -> None:
        result = await call(set_refund_account, context_of("person:olli"), iban=IBAN)
        assert isinstance(result, ProposalMade)
        assert isinstance(result.proposal.terms, RefundTerms)
        terms = result.proposal.terms
        assert (terms.iban, terms.holder, terms.refund.amount_minor) == ("FI2112345600000785", "Olli Korhonen", 9240)
        assert result.proposal.strong
        assert (await desk.invoice("4001", OLLI)).outstanding.amount_minor == -9240
        await desk.confirm(result.proposal, principal=OLLI)
        assert (await desk.invoice("4001", OLLI)).outstanding.amount_minor == 0


class TestAuthorizing:
    async def test_proposes_to_let_somebody_see_one_invoice(self, context_of: ContextOf, desk: Desk) -> None:
        result = await call(
            authorize_person,
            context_of("person:anna"),
            invoice="1001",
            name="Olli",
            email="Olli@Customer.example",
            allows="everything",
            until="2026-12-31",
        )
        assert isinstance(result, ProposalMade)
        assert isinstance(result.proposal.terms, AuthorizationTerms)
        terms = result.proposal.terms
        assert (terms.email, terms.allows, terms.until) == ("olli@customer.example", "view", day(39))
        assert [i.number for i in await desk.ledger.list_invoices(OLLI, day(0))] == ["4001"]
        await desk.confirm(result.proposal)
        assert [i.number for i in await desk.ledger.list_invoices(OLLI, day(0))] == ["4001", "1001"]
        assert (await desk.invoice("1001")).authorizations[0].email == "olli@customer.example"


class TestRevoking:
    @pytest.mark.parametrize("person", [None, "sofia", "Sofia Lindholm", "sofia@customer.example"])
    async def test_ends_the_access_when_it_is_confirmed(
        self, context_of: ContextOf, desk: Desk, person: str | None
    ) -> None:
        result = await call(revoke_authorization, context_of("person:anna"), person=person)
        assert isinstance(result, ProposalMade)
        assert not result.proposal.strong
        assert (await desk.invoice("1005", SOFIA)).access == "delegate"
        await desk.confirm(result.proposal)
        assert [i.number for i in await desk.ledger.list_invoices(SOFIA, day(0))] == ["5001"]

    async def test_asks_which_of_several(self, context_of: ContextOf, desk: Desk) -> None:
        await desk.let_in("1005", "olli@customer.example", name="Olli")
        result = await call(revoke_authorization, context_of("person:anna"))
        assert isinstance(result, NeedsInput)
        assert result.what == "authorization"
        assert [each.name for each in result.authorizations] == ["Olli", "Sofia Lindholm"]
        named = await call(revoke_authorization, context_of("person:anna"), person="olli")
        assert isinstance(named, ProposalMade)


class TestAskingAndRefusing:
    async def test_asks_for_the_account(self, context_of: ContextOf) -> None:
        result = await call(set_refund_account, context_of("person:olli"), iban=" ")
        assert isinstance(result, NeedsInput)
        assert (result.what, result.tool) == ("account", "set_refund_account")

    @pytest.mark.parametrize("iban", [None, IBAN])
    @pytest.mark.parametrize(
        ("principal", "number", "reason"),
        [("anna", "1001", "nothing_to_refund"), ("anna", "1004", "nothing_to_refund"), ("sofia", "1005", "owner_only")],
    )
    async def test_asks_for_no_account_in_vain(
        self, context_of: ContextOf, principal: str, number: str, reason: str, iban: str | None
    ) -> None:
        result = await call(set_refund_account, context_of(f"person:{principal}"), invoice=number, iban=iban)
        assert isinstance(result, Refused)
        assert result.reason == reason

    @pytest.mark.parametrize(
        ("iban", "reason"),
        [
            ("FI21 1234 5600 0007 86", "iban_checksum"),
            ("123456-785", "iban_unreadable"),
            ("SE4550000000058398257466", "iban_country"),
            (123, "iban_unreadable"),
        ],
    )
    async def test_says_what_is_wrong_with_an_account(self, context_of: ContextOf, iban: object, reason: str) -> None:
        result = await call(set_refund_account, context_of("person:olli"), iban=iban)
        assert isinstance(result, Refused)
        assert (result.tool, result.reason) == ("set_refund_account", reason)

    @pytest.mark.parametrize("known", [{}, {"name": "Erik"}, {"email": "e@x.example"}, {"name": "", "email": "e@x.fi"}])
    async def test_asks_who_it_is(self, context_of: ContextOf, known: dict[str, str]) -> None:
        result = await call(authorize_person, context_of("person:anna"), invoice="1001", **known)
        assert isinstance(result, NeedsInput)
        assert (result.what, result.tool) == ("person", "authorize_person")

    @pytest.mark.parametrize(
        "email",
        [
            "erik",
            "erik@",
            "@x.fi",
            "erik@x",
            "Erik <e@x.fi>",
            "e@x.fi, f@x.fi",
            "e@x..fi",
            "e@x.fi\u200b",
            "e" * 250 + "@x.fi",
        ],
    )
    async def test_refuses_what_is_no_email_address(self, context_of: ContextOf, email: str) -> None:
        result = await call(authorize_person, context_of("person:anna"), invoice="1001", name="Erik", email=email)
        assert isinstance(result, Refused)
        assert result.reason == "email_invalid"

    @pytest.mark.parametrize(
        ("number", "email", "until", "reason"),
        [
            ("1001", "ANNA@customer.example", None, "own_email"),
            ("1005", "Sofia@customer.example", None, "already_authorized"),
            ("1001", "x@y.example", "2026-11-21", "until_in_the_past"),
            ("1001", "x@y.example", "2028-01-01", "until_too_late"),
        ],
    )
    async def test_says_why_not(
        self, context_of: ContextOf, number: str, email: str, until: str | None, reason: str
    ) -> None:
        result = await call(
            authorize_person, context_of("person:anna"), invoice=number, name="X", email=email, until=until
        )
        assert isinstance(result, Refused)
        assert result.reason == reason

    async def test_a_delegate_lets_nobody_in(self, context_of: ContextOf) -> None:
        result = await call(authorize_person, context_of("person:sofia"), invoice="1005")
        assert isinstance(result, Refused)
        assert result.reason == "owner_only"

    @pytest.mark.parametrize(
        ("principal", "number", "person"), [("anna", "1005", "erik"), ("anna", "1001", None), ("sofia", "1005", None)]
    )
    async def test_finds_nobody_to_revoke(
        self, context_of: ContextOf, principal: str, number: str, person: str | None
    ) -> None:
        result = await call(revoke_authorization, context_of(f"person:{principal}"), invoice=number, person=person)
        assert isinstance(result, Refused)
        assert result.reason == "no_such_authorization"

    @pytest.mark.parametrize(
        ("tool", "arguments"),
        [
            (set_refund_account, {"iban": IBAN}),
            (authorize_person, {"name": "Erik", "email": "erik@customer.example"}),
            (revoke_authorization, {}),
        ],
    )
    async def test_anothers_invoice_is_not_found(
        self, context_of: ContextOf, tool: BaseTool, arguments: dict[str, object]
    ) -> None:
        assert await call(tool, context_of("person:erik"), invoice="1005", **arguments) == NotFound(invoice="1005")
        assert await call(tool, context_of("person:nobody"), **arguments) == NotFound()


async def test_a_name_that_cannot_be_stored_is_stored_without_what_cannot(context_of: ContextOf, desk: Desk) -> None:
    context = context_of(str(ANNA))
    message = await call_message(
        authorize_person, context, invoice="1001", name="Er\x00ik\ud800", email="e\x00@x.example"
    )
    assert isinstance(message.artifact, ProposalMade)
    assert '"name":"Erik"' in message.text
    await desk.confirm(message.artifact.proposal)
    assert (await desk.invoice("1001")).authorizations[0].email == "e@x.example"
