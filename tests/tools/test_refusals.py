"""Every no of the rules has a reason, and says what is possible instead."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest

from tests.tools.book import ACCOUNTS, DUE, Book, issue
from tools.ledger import policies
from tools.ledger.claims import Access
from tools.ledger.errors import PolicyRefused
from tools.ledger.facts import InvoiceFacts, Refusal
from tools.ledger.models import Allows, Country
from tools.ledger.terms import (
    AuthorizationWish,
    DisputeWish,
    PlanCancellationWish,
    PlanWish,
    PostponementWish,
    RefundWish,
    RevocationWish,
    Wish,
)

BEFORE = DUE - timedelta(days=5)
"""A day on which the claim is not late."""


def after(days: int) -> date:
    return BEFORE + timedelta(days=days)


def postponed(days: int = 15) -> PostponementWish:
    return PostponementWish(new_date=after(days))


def plan(instalments: int = 3, days: int = 10, *, anew: bool = False) -> PlanWish:
    kind = "change_payment_plan" if anew else "create_payment_plan"
    return PlanWish.model_validate({"kind": kind, "instalments": instalments, "first_date": after(days)})


def authorized(email: str = "erik@customer.example", until: date | None = None) -> AuthorizationWish:
    return AuthorizationWish(name="Erik", email=email, until=until)


REFUND = RefundWish(iban=ACCOUNTS["FI"], holder="Anna Virtanen")
ARRANGEMENTS: list[Wish] = [postponed(), plan(), plan(anew=True), PlanCancellationWish()]
OWNERS: list[Wish] = [REFUND, authorized(), RevocationWish(authorization_id=uuid4()), DisputeWish(reason="not mine")]


def refusal(book: Book, wish: Wish, today: date = BEFORE) -> PolicyRefused:
    versions = book.invoice.version, len(book.postings)
    with pytest.raises(PolicyRefused) as caught:
        book.agree(wish, today)
    assert versions == (book.invoice.version, len(book.postings))
    assert caught.value.params["invoice"] == book.invoice.number
    return caught.value


def paying(book: Book, amount: int | None) -> Refusal:
    answer = policies.payment(InvoiceFacts.of(book.claim), amount)
    assert isinstance(answer, Refusal)
    return answer


class TestWhoAsks:
    @pytest.mark.parametrize("access", ["delegate", "authority"])
    @pytest.mark.parametrize("wish", [*ARRANGEMENTS, *OWNERS], ids=lambda wish: wish.kind)
    def test_refuses_everything_to_one_who_may_only_look(self, access: Access, wish: Wish) -> None:
        book = issue()
        book.access, book.allows = access, "view"
        assert refusal(book, wish).reason == "view_only"
        assert paying(book, None).reason == "view_only"

    @pytest.mark.parametrize("access", ["delegate", "authority"])
    @pytest.mark.parametrize("wish", OWNERS, ids=lambda wish: wish.kind)
    def test_refuses_to_a_delegate_what_is_the_owners(self, access: Access, wish: Wish) -> None:
        book = issue()
        book.pay(99_999, BEFORE)
        book.access = access
        assert refusal(book, wish).reason == "owner_only"

    @pytest.mark.parametrize(
        ("access", "allows"), [("delegate", "handle"), ("authority", "handle"), ("company", "handle"), ("own", "view")]
    )
    def test_lets_those_who_handle_it_arrange_and_pay(self, access: Access, allows: Allows) -> None:
        book = issue()
        book.access, book.allows = access, allows
        assert not isinstance(policies.payment(InvoiceFacts.of(book.claim), None), Refusal)
        book.agree(postponed(), BEFORE)
        book.agree(plan(), BEFORE)
        assert book.kinds == ["issued", "due_date_changed", "plan_agreed"]


class TestClosedClaims:
    """What is settled, in a court's hands or examined by a person is not arranged."""

    @pytest.mark.parametrize("wish", [*ARRANGEMENTS, DisputeWish(reason="r")], ids=lambda wish: wish.kind)
    def test_refuses_arrangements_when_paid(self, wish: Wish) -> None:
        book = issue()
        book.pay(8490, BEFORE)
        assert refusal(book, wish).reason == "paid"
        assert paying(book, None).reason == "paid"

    @pytest.mark.parametrize("wish", [*ARRANGEMENTS, DisputeWish(reason="r")], ids=lambda wish: wish.kind)
    def test_refuses_arrangements_when_credited(self, wish: Wish) -> None:
        book = issue()
        book.credit(8490, BEFORE)
        assert refusal(book, wish).reason == "credited"
        assert paying(book, 100).reason == "credited"

    @pytest.mark.parametrize("wish", [*ARRANGEMENTS, DisputeWish(reason="r")], ids=lambda wish: wish.kind)
    def test_refuses_arrangements_of_a_disputed_claim(self, wish: Wish) -> None:
        book = issue()
        book.agree(DisputeWish(reason="not mine"), BEFORE)
        assert refusal(book, wish).reason == "disputed"

    @pytest.mark.parametrize("wish", [*ARRANGEMENTS, DisputeWish(reason="r")], ids=lambda wish: wish.kind)
    def test_refuses_arrangements_in_legal_collection(self, wish: Wish) -> None:
        book = issue()
        book.advance(DUE, DUE + timedelta(days=365))
        assert book.invoice.stage == "legal"
        assert refusal(book, wish, DUE + timedelta(days=365)).reason == "legal"

    def test_takes_payments_in_a_dispute_and_in_legal_collection(self) -> None:
        book = issue()
        book.agree(DisputeWish(reason="not mine"), BEFORE)
        assert policies.payment(InvoiceFacts.of(book.claim), None) == book.claim.outstanding
        book = issue()
        book.advance(DUE, DUE + timedelta(days=365))
        assert policies.payment(InvoiceFacts.of(book.claim), None) == book.claim.outstanding


class TestPostponing:
    def test_refuses_postponement_under_a_plan(self) -> None:
        book = issue()
        book.agree(plan(), BEFORE)
        assert refusal(book, postponed()).reason == "has_plan"

    def test_refuses_postponement_where_the_biller_allows_none(self) -> None:
        assert refusal(issue(postponement_days=0), postponed()).reason == "not_allowed"

    def test_refuses_postponement_more_often_than_the_biller_allows(self) -> None:
        book = issue(postponement_times=2)
        book.agree(postponed(10), BEFORE)
        book.agree(postponed(11), BEFORE)
        assert refusal(book, postponed(12)).reason == "too_often"

    def test_refuses_postponement_at_the_billers_limit(self) -> None:
        book = issue(postponement_days=10)
        book.agree(postponed(15), BEFORE)
        assert refusal(book, postponed(16)).reason == "limit_reached"

    def test_refuses_postponement_when_less_than_the_least_extension_is_left(self) -> None:
        assert refusal(issue(postponement_days=13), postponed(30), DUE + timedelta(days=1)).reason == "limit_reached"

    @pytest.mark.parametrize(
        ("days", "reason"),
        [(-1, "in_the_past"), (0, "too_early"), (5, "same_date"), (4, "too_early"), (36, "too_late")],
    )
    def test_refuses_a_date_that_is_not_possible_and_says_which_are(self, days: int, reason: str) -> None:
        refused = refusal(issue(), postponed(days))
        assert refused.reason == reason
        assert refused.params["new_date"] == after(days)
        assert (refused.params["earliest"], refused.params["latest"]) == (after(6), after(35))


class TestPlans:
    def test_refuses_a_plan_whose_dates_were_changed_more_often_than_the_biller_allows(self) -> None:
        book = issue(postponement_times=1)
        book.agree(plan(), BEFORE)
        book.agree(plan(4, anew=True), BEFORE)
        book.agree(PlanCancellationWish(), BEFORE)
        assert refusal(book, plan()).reason == "too_often"

    def test_refuses_a_second_plan(self) -> None:
        book = issue()
        book.agree(plan(), BEFORE)
        assert refusal(book, plan()).reason == "has_plan"

    @pytest.mark.parametrize("wish", [plan(anew=True), PlanCancellationWish()], ids=lambda wish: wish.kind)
    def test_refuses_to_change_or_end_a_plan_where_there_is_none(self, wish: Wish) -> None:
        assert refusal(issue(), wish).reason == "no_plan"

    @pytest.mark.parametrize("most", [0, 1])
    def test_refuses_a_plan_where_the_biller_allows_none(self, most: int) -> None:
        assert refusal(issue(plan_instalments=most), plan()).reason == "not_allowed"

    @pytest.mark.parametrize(("instalments", "reason"), [(7, "too_many_instalments"), (10**9, "too_many_instalments")])
    def test_refuses_more_instalments_than_the_biller_allows(self, instalments: int, reason: str) -> None:
        refused = refusal(issue(), plan(instalments))
        assert (refused.reason, refused.params["most"]) == (reason, 6)

    @pytest.mark.parametrize("instalments", [1, 0, -3])
    def test_refuses_fewer_than_two_instalments(self, instalments: int) -> None:
        assert refusal(issue(), plan(instalments)).reason == "too_few_instalments"

    def test_refuses_instalments_smaller_than_the_billers_least(self) -> None:
        refused = refusal(issue(plan_least_minor=2000), plan(5))
        assert (refused.reason, refused.params["most"]) == ("instalment_too_small", 4)

    def test_refuses_a_plan_for_less_than_two_of_the_billers_least_instalments(self) -> None:
        assert refusal(issue(plan_least_minor=4246), plan(2)).reason == "amount_too_small"

    @pytest.mark.parametrize(("days", "reason"), [(-1, "in_the_past"), (0, "too_early"), (37, "too_late")])
    def test_refuses_a_first_date_that_is_not_possible_and_says_which_are(self, days: int, reason: str) -> None:
        refused = refusal(issue(), plan(3, days))
        assert refused.reason == reason
        assert (refused.params["earliest"], refused.params["latest"]) == (after(1), after(36))

    def test_refuses_to_push_a_plan_ahead_by_changing_it_again_and_again(self) -> None:
        book = issue()
        book.agree(plan(2, 36), BEFORE)
        book.agree(PlanWish(kind="change_payment_plan", instalments=3, first_date=book.invoice.due_date), BEFORE)
        assert refusal(book, plan(2, 40, anew=True)).reason == "too_late"


class TestMoneyBack:
    @pytest.mark.parametrize("paid", [0, 8489, 8490])
    def test_refuses_a_refund_when_nothing_was_paid_too_much(self, paid: int) -> None:
        book = issue()
        if paid:
            book.pay(paid, BEFORE)
        assert refusal(book, REFUND).reason == "nothing_to_refund"

    @pytest.mark.parametrize(
        ("iban", "reason"),
        [
            ("my account", "iban_unreadable"),
            ("", "iban_unreadable"),
            ("SE45 5000 0000 0583 9825 7466", "iban_country"),
            ("FI21 1234 5600 0007 8", "iban_length"),
            ("FI21 1234 5600 0007 86", "iban_checksum"),
        ],
    )
    def test_refuses_an_account_that_money_cannot_go_to(self, iban: str, reason: str) -> None:
        book = issue()
        book.pay(10_000, BEFORE)
        assert refusal(book, RefundWish(iban=iban, holder="Anna")).reason == reason

    @pytest.mark.parametrize("country", ["FI", "SE", "NO"])
    def test_sends_exactly_what_was_paid_too_much_once(self, country: Country) -> None:
        book = issue(country)
        book.pay(10_000, BEFORE)
        wish = RefundWish(iban=ACCOUNTS[country], holder="Anna")
        book.agree(wish, BEFORE)
        assert book.claim.outstanding.amount_minor == 0
        assert refusal(book, wish).reason == "nothing_to_refund"


class TestAuthorizing:
    def test_refuses_to_authorize_the_owner(self) -> None:
        book = issue()
        assert refusal(book, authorized(book.customer.email.upper())).reason == "own_email"

    def test_refuses_to_authorize_somebody_twice(self) -> None:
        book = issue()
        book.agree(authorized("erik@customer.example"), BEFORE)
        assert refusal(book, authorized("Erik@Customer.example")).reason == "already_authorized"

    @pytest.mark.parametrize(("days", "reason"), [(-1, "until_in_the_past"), (366, "until_too_late")])
    def test_refuses_an_end_that_is_past_or_too_far(self, days: int, reason: str) -> None:
        refused = refusal(issue(), authorized(until=after(days)))
        assert (refused.reason, refused.params["latest"]) == (reason, after(365))

    @pytest.mark.parametrize("days", [0, 365])
    def test_lets_somebody_in_until_the_end_of_a_day(self, days: int) -> None:
        book = issue()
        book.agree(authorized(until=after(days)), BEFORE)
        assert book.authorizations[0].valid_until == after(days)

    def test_refuses_to_revoke_what_was_not_given(self) -> None:
        wish = RevocationWish(authorization_id=uuid4())
        assert refusal(issue(), wish).reason == "no_such_authorization"


class TestPaying:
    @pytest.mark.parametrize("amount", [0, -1])
    def test_refuses_to_pay_nothing(self, amount: int) -> None:
        refused = paying(issue(), amount)
        assert (refused.reason, refused.params["most"].amount_minor) == ("amount_too_small", 8490)

    def test_refuses_to_pay_more_than_is_owed(self) -> None:
        refused = paying(issue(), 8491)
        assert (refused.reason, refused.params["most"].amount_minor) == ("amount_too_large", 8490)

    def test_refuses_a_part_where_the_biller_takes_none(self) -> None:
        refused = paying(issue(partial_payments=False), 8489)
        assert (refused.reason, refused.params["least"].amount_minor) == ("no_partial_payments", 8490)

    def test_takes_an_instalment_where_the_biller_takes_no_parts(self) -> None:
        book = issue(partial_payments=False)
        book.agree(plan(), BEFORE)
        assert not isinstance(policies.payment(InvoiceFacts.of(book.claim), 2830), Refusal)
