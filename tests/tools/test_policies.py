"""The rules of the ledger, as pure functions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.money import Money
from knowledge.tariffs import load_tariffs
from tools.ledger.models import Country, Stage
from tools.ledger.policies import (
    InvoiceFacts,
    PostponementAllowed,
    PostponementRefused,
    check_new_date,
    postponement,
)

TODAY = date(2026, 11, 22)
FINLAND = load_tariffs().of("FI", TODAY)
FREE = Money(amount_minor=0, currency="EUR")
IN_TIME = InvoiceFacts(
    stage="open",
    due_date=date(2026, 12, 4),
    original_due_date=date(2026, 12, 4),
    outstanding=Money(amount_minor=8490, currency="EUR"),
    customer_kind="person",
    postponement_days=30,
)
REMINDED = replace(IN_TIME, stage="reminder", due_date=date(2026, 11, 20), original_due_date=date(2026, 10, 21))


def allowed(invoice: InvoiceFacts, today: date = TODAY) -> PostponementAllowed:
    answer = postponement(invoice, FINLAND, today)
    assert isinstance(answer, PostponementAllowed)
    return answer


class TestBeforeTheDueDate:
    def test_is_free_and_possible_from_the_next_day_up_to_the_billers_limit(self) -> None:
        answer = allowed(IN_TIME)
        assert (answer.earliest, answer.latest) == (date(2026, 12, 5), date(2027, 1, 3))
        assert answer.fee == FREE

    def test_is_still_free_on_the_due_date_itself(self) -> None:
        assert allowed(IN_TIME, today=IN_TIME.due_date).fee == FREE

    def test_counts_the_limit_from_the_original_due_date(self) -> None:
        postponed_once = replace(IN_TIME, due_date=date(2026, 12, 20))
        assert allowed(postponed_once).latest == allowed(IN_TIME).latest

    def test_stays_free_for_one_who_keeps_to_an_agreed_date(self) -> None:
        postponed_once = replace(IN_TIME, due_date=date(2026, 12, 20))
        assert allowed(postponed_once, today=date(2026, 12, 10)).fee == FREE

    def test_refuses_beyond_the_limit(self) -> None:
        at_the_limit = replace(IN_TIME, due_date=date(2027, 1, 3))
        assert postponement(at_the_limit, FINLAND, TODAY) == PostponementRefused("limit_reached")

    def test_refuses_when_the_biller_grants_no_days(self) -> None:
        strict = replace(IN_TIME, postponement_days=0)
        assert postponement(strict, FINLAND, TODAY) == PostponementRefused("limit_reached")


class TestWhenLate:
    def test_costs_the_tariffs_fee_and_brings_at_least_fourteen_days(self) -> None:
        answer = allowed(REMINDED)
        assert (answer.earliest, answer.latest) == (TODAY + timedelta(14), TODAY + timedelta(30))
        assert answer.fee == Money(amount_minor=500, currency="EUR")

    def test_costs_a_company_its_own_fee(self) -> None:
        assert allowed(replace(REMINDED, customer_kind="company")).fee == Money(amount_minor=1000, currency="EUR")

    def test_counts_the_extension_from_the_reminders_due_date_when_that_is_still_ahead(self) -> None:
        assert allowed(replace(REMINDED, due_date=TODAY + timedelta(5))).earliest == TODAY + timedelta(19)

    def test_is_late_the_day_after_the_due_date_without_a_reminder(self) -> None:
        assert allowed(IN_TIME, today=IN_TIME.due_date + timedelta(1)).fee == Money(amount_minor=500, currency="EUR")

    def test_is_possible_at_the_collection_letter_stage(self) -> None:
        assert allowed(replace(REMINDED, stage="collection")).fee == Money(amount_minor=500, currency="EUR")

    def test_refuses_when_the_biller_grants_less_than_the_least_extension(self) -> None:
        strict = replace(REMINDED, postponement_days=13)
        assert postponement(strict, FINLAND, TODAY) == PostponementRefused("limit_reached")

    @pytest.mark.parametrize(("country", "currency"), [("SE", "SEK"), ("NO", "NOK")])
    def test_is_priced_by_the_country(self, country: Country, currency: str) -> None:
        tariff = load_tariffs().of(country, TODAY)
        owed = Money(amount_minor=1, currency=tariff.currency)
        answer = postponement(replace(REMINDED, outstanding=owed), tariff, TODAY)
        assert isinstance(answer, PostponementAllowed)
        assert answer.fee.currency == currency


class TestRefusals:
    @pytest.mark.parametrize("stage", ["paid", "credited", "disputed", "legal"])
    def test_refuses_postponement_in_stage(self, stage: Stage) -> None:
        answer = postponement(replace(REMINDED, stage=stage), FINLAND, TODAY)
        assert answer == PostponementRefused(stage)  # type: ignore[arg-type]  # four stages are reasons

    @pytest.mark.parametrize("amount", [0, -500])
    def test_refuses_postponement_when_nothing_is_owed(self, amount: int) -> None:
        settled = replace(IN_TIME, outstanding=Money(amount_minor=amount, currency="EUR"))
        assert postponement(settled, FINLAND, TODAY) == PostponementRefused("paid")


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
    def test_says_what_is_wrong_with_a_date(self, new_date: date, reason: str | None) -> None:
        assert check_new_date(allowed(IN_TIME), new_date) == reason


DAYS = st.integers(-200, 200).map(lambda offset: TODAY + timedelta(days=offset))
INVOICES = st.builds(
    InvoiceFacts,
    stage=st.sampled_from(get_args(Stage)),
    due_date=DAYS,
    original_due_date=DAYS,
    outstanding=st.integers(-10_000, 1_000_000).map(lambda minor: Money(amount_minor=minor, currency="EUR")),
    customer_kind=st.sampled_from(["person", "company"]),
    postponement_days=st.integers(0, 90),
)


class TestAlways:
    @given(invoice=INVOICES)
    def test_what_is_allowed_lies_ahead_and_is_a_real_choice(self, invoice: InvoiceFacts) -> None:
        answer = postponement(invoice, FINLAND, TODAY)
        if isinstance(answer, PostponementAllowed):
            assert TODAY < answer.earliest <= answer.latest
            assert answer.earliest > invoice.due_date
            assert check_new_date(answer, answer.earliest) is None
            assert check_new_date(answer, answer.latest) is None

    @given(invoice=INVOICES)
    def test_a_charged_extension_brings_fourteen_days(self, invoice: InvoiceFacts) -> None:
        answer = postponement(invoice, FINLAND, TODAY)
        if isinstance(answer, PostponementAllowed) and answer.fee.amount_minor > 0:
            assert answer.earliest - max(TODAY, invoice.due_date) >= timedelta(14)

    @given(invoice=INVOICES, new_date=DAYS)
    def test_exactly_the_dates_from_earliest_to_latest_pass(self, invoice: InvoiceFacts, new_date: date) -> None:
        answer = postponement(invoice, FINLAND, TODAY)
        if isinstance(answer, PostponementAllowed):
            assert (check_new_date(answer, new_date) is None) == (answer.earliest <= new_date <= answer.latest)
