"""When a due date may be moved, as pure functions; the other rules are in test_refusals.py."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.money import Money
from knowledge.tariffs import load_tariffs
from tests.tools.book import biller
from tools.ledger.facts import InvoiceFacts, Refusal
from tools.ledger.models import Country, Stage
from tools.ledger.policies import PostponementAllowed, check_new_date, postponement

TODAY = date(2026, 11, 22)
FINLAND = load_tariffs().of("FI", TODAY)


def euros(minor: int) -> Money:
    return Money(amount_minor=minor, currency="EUR")


IN_TIME = InvoiceFacts(
    stage="open",
    due_date=date(2026, 12, 4),
    original_due_date=date(2026, 12, 4),
    postponements=0,
    outstanding=euros(8490),
    principal=euros(8490),
    costs=euros(0),
    plan=None,
    customer_kind="consumer",
    access="own",
    allows="handle",
    biller=biller(),
)
REMINDED = replace(IN_TIME, stage="reminder", due_date=date(2026, 11, 20), original_due_date=date(2026, 10, 21))


def allowed(invoice: InvoiceFacts, today: date = TODAY) -> PostponementAllowed:
    answer = postponement(invoice, FINLAND, today)
    assert isinstance(answer, PostponementAllowed)
    return answer


def limits(**values: Any) -> dict[str, Any]:
    return {"biller": biller(**values)}


class TestBeforeTheDueDate:
    def test_is_free_and_possible_from_the_next_day_up_to_the_billers_limit(self) -> None:
        answer = allowed(IN_TIME)
        assert (answer.earliest, answer.latest) == (date(2026, 12, 5), date(2027, 1, 3))
        assert answer.fee == euros(0)

    def test_is_still_free_on_the_due_date_itself(self) -> None:
        assert allowed(IN_TIME, today=IN_TIME.due_date).fee == euros(0)

    def test_counts_the_limit_from_the_original_due_date(self) -> None:
        postponed_once = replace(IN_TIME, due_date=date(2026, 12, 20))
        assert allowed(postponed_once).latest == allowed(IN_TIME).latest

    def test_stays_free_for_one_who_keeps_to_an_agreed_date(self) -> None:
        postponed_once = replace(IN_TIME, due_date=date(2026, 12, 20))
        assert allowed(postponed_once, today=date(2026, 12, 10)).fee == euros(0)


class TestWhenLate:
    def test_costs_the_tariffs_fee_and_brings_at_least_fourteen_days(self) -> None:
        answer = allowed(REMINDED)
        assert (answer.earliest, answer.latest) == (TODAY + timedelta(14), TODAY + timedelta(30))
        assert answer.fee == euros(500)

    def test_costs_a_company_its_own_fee(self) -> None:
        assert allowed(replace(REMINDED, customer_kind="company")).fee == euros(1000)

    @pytest.mark.parametrize(("costs", "fee"), [(0, 500), (5499, 500), (5600, 400), (6000, 0), (9000, 0)])
    def test_costs_a_consumer_no_more_than_the_cap_leaves(self, costs: int, fee: int) -> None:
        assert allowed(replace(REMINDED, costs=euros(costs))).fee == euros(fee)

    def test_counts_the_extension_from_the_reminders_due_date_when_that_is_still_ahead(self) -> None:
        assert allowed(replace(REMINDED, due_date=TODAY + timedelta(5))).earliest == TODAY + timedelta(19)

    def test_is_late_the_day_after_the_due_date_without_a_reminder(self) -> None:
        assert allowed(IN_TIME, today=IN_TIME.due_date + timedelta(1)).fee == euros(500)

    def test_is_possible_at_the_collection_letter_stage(self) -> None:
        assert allowed(replace(REMINDED, stage="collection")).fee == euros(500)

    @pytest.mark.parametrize(("country", "currency"), [("SE", "SEK"), ("NO", "NOK")])
    def test_is_free_in_the_other_countries(self, country: Country, currency: str) -> None:
        tariff = load_tariffs().of(country, TODAY)
        owed = Money(amount_minor=1, currency=tariff.currency)
        facts = replace(REMINDED, outstanding=owed, principal=owed, costs=owed, **limits(country=country))
        answer = postponement(facts, tariff, TODAY)
        assert isinstance(answer, PostponementAllowed)
        assert (answer.fee.amount_minor, answer.fee.currency, answer.earliest) == (0, currency, TODAY + timedelta(1))


class TestNewDate:
    @pytest.mark.parametrize(
        ("new_date", "reason"),
        [
            (date(2026, 11, 21), "in_the_past"),
            (date(2026, 11, 22), "too_early"),
            (date(2026, 12, 3), "too_early"),
            (date(2026, 12, 4), "same_date"),
            (date(2026, 12, 5), None),
            (date(2027, 1, 3), None),
            (date(2027, 1, 4), "too_late"),
            (date.max, "too_late"),
            (date.min, "in_the_past"),
        ],
    )
    def test_says_what_is_wrong_with_a_date_and_what_is_possible(self, new_date: date, reason: str | None) -> None:
        answer = check_new_date(allowed(IN_TIME), new_date)
        possible = {"earliest": date(2026, 12, 5), "latest": date(2027, 1, 3), "fee": euros(0)}
        assert answer == (Refusal(reason, possible) if reason else None)


DAYS = st.integers(-200, 200).map(lambda offset: TODAY + timedelta(days=offset))
LIMITS = st.builds(biller, postponement_days=st.integers(0, 90), postponement_times=st.integers(0, 4))
INVOICES = st.builds(
    replace,
    st.just(IN_TIME),
    stage=st.sampled_from(get_args(Stage)),
    due_date=DAYS,
    original_due_date=DAYS,
    postponements=st.integers(0, 4),
    outstanding=st.integers(-10_000, 1_000_000).map(euros),
    costs=st.integers(0, 9_000).map(euros),
    customer_kind=st.sampled_from(["consumer", "company"]),
    access=st.sampled_from(["own", "delegate"]),
    allows=st.sampled_from(["view", "handle"]),
    biller=LIMITS,
)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(invoice=INVOICES, new_date=DAYS)
def test_what_is_allowed_lies_ahead_brings_its_fees_worth_and_is_exactly_what_passes(
    invoice: InvoiceFacts, new_date: date
) -> None:
    answer = postponement(invoice, FINLAND, TODAY)
    if isinstance(answer, Refusal):
        return
    assert max(TODAY, invoice.due_date) < answer.earliest <= answer.latest
    assert check_new_date(answer, answer.earliest) is None
    assert check_new_date(answer, answer.latest) is None
    assert (check_new_date(answer, new_date) is None) == (answer.earliest <= new_date <= answer.latest)
    if answer.fee.amount_minor:
        assert answer.earliest - max(TODAY, invoice.due_date) >= timedelta(14)
    if invoice.customer_kind == "consumer":
        assert answer.fee.amount_minor == 0 or invoice.costs.amount_minor + answer.fee.amount_minor <= 6_000
