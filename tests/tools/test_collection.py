"""Letters leave on the day, with the fee and the interest, that law and tariff say; all sums are worked out by hand.

365.00 of principal earn as many minor units a day as the interest has percent a year.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools.book import DUE, Book, issue, posted
from tools.ledger.models import Country, CustomerKind
from tools.ledger.terms import DisputeWish, PlanCancellationWish, PlanWish, PostponementWish

PRINCIPAL = 36_500
YEAR = DUE + timedelta(days=365)
Sent = tuple[str, str, str, list[int]]
"""Letter, day, the new due date, and its amounts: interest before the fee."""

FINLAND = [  # 2.5 + 7 = 9.5 percent; half cents are rounded up
    ("reminder", "03-16", "03-30", [133]),
    ("collection_letter", "04-06", "04-20", [200]),
    ("second_collection_letter", "04-27", "05-11", [200]),
    ("legal_notice", "06-10", "05-11", [418]),
]
SWEDEN = [  # 2 + 8 = 10 percent; 6 April is Easter Monday
    ("reminder", "03-07", "03-17", [50]),
    ("collection_letter", "03-27", "04-07", [200]),
    ("legal_notice", "05-07", "04-07", [410]),
]
NORWAY = [  # 4 + 8 = 12 percent
    ("reminder", "03-16", "03-30", [168]),
    ("collection_notice", "04-13", "04-27", [336]),
    ("collection_letter", "05-04", "05-18", [252]),
    ("legal_notice", "06-17", "05-18", [528]),
]


def with_fees(letters: list[Sent], *fees: int) -> list[Sent]:
    return [(*letter[:3], [*letter[3], *([fee] if fee else [])]) for letter, fee in zip(letters, fees, strict=True)]


def sent(book: Book, last: date = YEAR) -> list[Sent]:
    return [
        (entry.kind, f"{entry.on:%m-%d}", f"{entry.state.due_date:%m-%d}", [amount.minor for amount in entry.amounts])
        for entry in book.advance(DUE, last)
    ]


class TestTimetables:
    @pytest.mark.parametrize(
        ("country", "kind", "letters"),
        [
            ("FI", "person", with_fees(FINLAND, 500, 2400, 1200, 0)),
            ("FI", "company", with_fees(FINLAND, 1200, 5000, 2500, 0)),
            ("FI", "authority", with_fees(FINLAND, 1200, 5000, 2500, 0)),
            ("SE", "person", with_fees(SWEDEN, 6000, 18000, 0)),
            ("SE", "company", with_fees(SWEDEN, 45000, 0, 0)),
            ("NO", "person", with_fees(NORWAY, 3500, 3500, 3500, 0)),
            ("NO", "company", with_fees(NORWAY, 3500, 3500, 3500, 0)),
        ],
    )
    def test_of_a_country_and_kind_of_customer(self, country: Country, kind: CustomerKind, letters: list[Sent]) -> None:
        book = issue(country, kind, PRINCIPAL)
        assert sent(book) == letters
        assert book.invoice.stage == "legal"
        assert book.claim.outstanding.amount_minor == PRINCIPAL + sum(sum(letter[3]) for letter in letters)

    def test_a_swedish_reminder_is_free_where_no_fee_was_agreed(self) -> None:
        book = issue("SE", "person", PRINCIPAL, reminder_fee_agreed=False)
        assert sent(book) == with_fees(SWEDEN, 0, 18000, 0)
        assert posted(book, "reminder_fee") == []

    def test_a_swedish_company_owes_one_compensation_whatever_was_agreed(self) -> None:
        book = issue("SE", "company", PRINCIPAL, reminder_fee_agreed=False)
        book.advance(DUE, YEAR)
        assert posted(book, "late_payment_compensation") == [45000]
        assert posted(book, "reminder_fee") == posted(book, "collection_fee") == []

    def test_two_letters_at_most_remind_in_norway(self) -> None:
        book = issue("NO", "person", PRINCIPAL)
        book.advance(DUE, YEAR)
        assert posted(book, "reminder_fee") == [3500, 3500]

    @pytest.mark.parametrize(
        ("kind", "principal", "fees"),
        [
            ("person", 10_000, [500, 1400, 700]),
            ("person", 10_001, [500, 2400, 1200]),
            ("person", 100_000, [500, 2400, 1200]),
            ("person", 100_001, [500, 5000, 2500]),
            ("company", 50_000, [1200, 5000, 2500]),
            ("company", 50_001, [1200, 7000, 3500]),
            ("company", 250_001, [1200, 9000, 4500]),
            ("company", 1_000_001, [1200, 11000, 5500]),
        ],
    )
    def test_finnish_fees_grow_with_the_principal(self, kind: CustomerKind, principal: int, fees: list[int]) -> None:
        book = issue("FI", kind, principal)
        book.advance(DUE, YEAR)
        assert [*posted(book, "reminder_fee"), *posted(book, "collection_fee")] == fees

    @pytest.mark.parametrize(("kind", "fees"), [("person", [1400, 700]), ("company", [5000, 2500])])
    def test_a_directly_enforceable_claim_costs_little(self, kind: CustomerKind, fees: list[int]) -> None:
        book = issue("FI", kind, 500_000, directly_enforceable=True)
        book.advance(DUE, YEAR)
        assert posted(book, "collection_fee") == fees

    def test_nothing_is_sent_before_its_day(self) -> None:
        book = issue("FI", "person", PRINCIPAL)
        assert sent(book, date(2026, 3, 15)) == []
        assert len(sent(book, date(2026, 3, 16))) == 1
        assert sent(book, date(2026, 4, 5)) == []

    def test_a_run_after_a_long_pause_dates_no_letter_back_and_skips_none(self) -> None:
        book = issue("FI", "person", PRINCIPAL)
        late = date(2026, 9, 1)
        assert [(entry.kind, entry.on, entry.state.due_date) for entry in book.advance(late, late)] == [
            ("reminder", late, date(2026, 9, 15))
        ]
        assert posted(book, "interest") == [(183 * 95 + 5) // 10]


class TestInterest:
    def test_stops_with_the_principal_though_fees_are_left(self) -> None:
        book = issue("FI", "person", PRINCIPAL)
        book.advance(DUE, date(2026, 3, 16))
        book.pay(PRINCIPAL, date(2026, 3, 26))
        book.advance(date(2026, 3, 27), YEAR)
        # 14 days until the reminder, and 9 more until the payment: the day of the payment bears none.
        assert posted(book, "interest") == [133, 86]

    def test_counts_from_a_date_that_was_moved_in_time(self) -> None:
        book = issue("FI", "person", PRINCIPAL)
        book.agree(PostponementWish(new_date=date(2026, 3, 30)), DUE)
        book.advance(DUE, date(2026, 4, 13))
        assert (book.kinds[-1], posted(book, "interest")) == ("reminder", [133])

    def test_counts_from_the_first_due_date_when_the_date_was_moved_too_late(self) -> None:
        book = issue("FI", "person", PRINCIPAL)
        book.agree(PostponementWish(new_date=date(2026, 3, 17)), date(2026, 3, 3))
        book.advance(date(2026, 3, 4), date(2026, 3, 31))
        assert (book.kinds[-1], posted(book, "interest")) == ("reminder", [276])  # 29 days at 9.5: 275.5

    def test_counts_from_the_missed_instalment_of_a_plan_that_was_agreed_in_time(self) -> None:
        book = planned(PRINCIPAL)
        book.pay(12_166, date(2026, 3, 20))
        book.advance(DUE, date(2026, 5, 4))
        # 24 334 of principal from 20 April on: 14 days at 9.5 percent.
        assert (book.kinds[-2:], posted(book, "interest")) == (["plan_broken", "reminder"], [89])


class TestPlans:
    def test_a_missed_instalment_ends_the_plan_when_the_next_letter_would_be_due(self) -> None:
        book = planned(9_000)
        assert [part.due_date for part in book.claim.unpaid_instalments] == [
            date(2026, 3, 20),
            date(2026, 4, 20),
            date(2026, 5, 20),
        ]
        book.pay(3_000, date(2026, 3, 20))
        assert book.invoice.due_date == date(2026, 4, 20)
        assert book.advance(DUE, date(2026, 5, 3)) == []
        broken, reminder = book.advance(date(2026, 5, 4), date(2026, 5, 4))
        assert (broken.kind, broken.why, broken.amounts) == ("plan_broken", "instalment_missed", ())
        assert (reminder.kind, reminder.state.plan, reminder.state.due_date) == ("reminder", None, date(2026, 5, 18))

    def test_an_instalment_before_the_due_date_brings_no_letter_sooner(self) -> None:
        book = issue("FI", "person", 9_000)
        book.agree(PlanWish(instalments=2, first_date=date(2026, 2, 10)), date(2026, 2, 9))
        ended = book.copy()
        assert book.advance(date(2026, 2, 10), date(2026, 3, 15)) == []
        assert [entry.kind for entry in book.advance(DUE, date(2026, 3, 16))] == ["plan_broken", "reminder"]
        ended.agree(PlanCancellationWish(), date(2026, 2, 9))
        assert ended.invoice.due_date == DUE

    def test_one_who_keeps_to_a_plan_gets_no_letter_and_owes_no_interest(self) -> None:
        book = planned(9_000)
        for month in (3, 4, 5):
            book.advance(DUE, date(2026, month, 20))
            book.pay(3_000, date(2026, month, 20))
        assert book.kinds == ["issued", "plan_agreed", *["payment_received"] * 3]
        assert (book.invoice.stage, book.claim.outstanding.amount_minor) == ("paid", 0)

    def test_a_credit_shortens_the_plan_as_a_payment_does(self) -> None:
        book = planned(9_000)
        book.credit(3_500, DUE)
        book.pay(1_000, DUE)
        left = book.claim.unpaid_instalments
        assert [(part.due_date, part.amount.amount_minor) for part in left] == [
            (date(2026, 4, 20), 1_500),
            (date(2026, 5, 20), 3_000),
        ]
        assert book.invoice.due_date == date(2026, 4, 20)

    def test_all_costs_together_stay_within_the_consumers_cap(self) -> None:
        book = issue("FI", "person", 10_000)
        book.advance(DUE, date(2026, 3, 16))
        book.agree(PlanWish(instalments=2, first_date=date(2026, 3, 30)), date(2026, 3, 20))
        book.advance(date(2026, 3, 21), date(2026, 4, 6))
        assert book.kinds[-2:] == ["plan_broken", "collection_letter"]
        book.agree(PlanWish(instalments=2, first_date=date(2026, 4, 20)), date(2026, 4, 7))
        book.advance(date(2026, 4, 8), YEAR)
        # 5 + 20 + 14 + 20 leave one euro of 60 for the second letter.
        assert posted(book, "payment_plan_fee") == [2000, 2000]
        assert posted(book, "collection_fee") == [1400, 100]
        assert book.claim.costs.amount_minor == 6000


class TestDisputes:
    def test_a_disputed_claim_stays_still(self) -> None:
        book = issue()
        book.agree(DisputeWish(reason="not mine"), DUE)
        assert book.advance(DUE, YEAR) == []

    def test_a_refused_dispute_gives_time_to_pay_and_goes_on_where_it_stood(self) -> None:
        book = issue("FI", "person", PRINCIPAL)
        book.advance(DUE, date(2026, 3, 16))
        book.agree(DisputeWish(reason="not mine"), date(2026, 3, 20))
        book.settle(date(2026, 4, 22), accepted=False)
        assert (book.invoice.stage, book.invoice.due_date) == ("reminder", date(2026, 5, 6))
        assert [entry.kind for entry in book.advance(date(2026, 4, 23), date(2026, 5, 13))] == ["collection_letter"]

    def test_a_refused_dispute_moves_the_rest_of_a_plan_as_a_whole(self) -> None:
        book = planned(9_000)
        book.pay(3_000, DUE)
        book.agree(DisputeWish(reason="not mine"), date(2026, 3, 20))
        book.settle(date(2026, 6, 1), accepted=False)
        left = book.claim.unpaid_instalments
        assert [(part.due_date, part.amount.amount_minor) for part in left] == [
            (date(2026, 6, 15), 3_000),
            (date(2026, 7, 15), 3_000),
        ]
        assert book.invoice.due_date == date(2026, 6, 15)
        book.pay(3_000, date(2026, 6, 15))
        assert book.invoice.due_date == date(2026, 7, 15)

    @pytest.mark.parametrize(("paid", "left"), [(0, 0), (4_000, -4_000), (9_000, -9_000)])
    def test_an_accepted_dispute_credits_all_and_frees_what_was_paid(self, paid: int, left: int) -> None:
        book = issue("FI", "person", 9_000)
        book.agree(DisputeWish(reason="not mine"), DUE)
        if paid:
            book.pay(paid, DUE)
        book.settle(DUE, accepted=True)
        assert (book.invoice.stage, book.claim.outstanding.amount_minor) == ("credited", left)


def planned(principal: int) -> Book:
    book = issue("FI", "person", principal)
    book.agree(PlanWish(instalments=3, first_date=date(2026, 3, 20)), DUE)
    return book


@settings(max_examples=30, deadline=None, derandomize=True)
@given(
    st.sampled_from(["FI", "SE", "NO"]),
    st.sampled_from(["person", "company"]),
    st.integers(1, 2_000_000),
    st.dates(date(2025, 7, 1), date(2028, 1, 1)),
    st.integers(0, 120),
    st.integers(0, 3),
)
def test_one_run_for_many_days_does_what_a_run_each_day_does(
    country: Country, kind: CustomerKind, principal: int, due: date, days: int, instalments: int
) -> None:
    once = issue(country, kind, principal, due, plan_least_minor=1, plan_instalments=4)
    if 1 < instalments <= principal:
        once.agree(PlanWish(instalments=instalments, first_date=due), due - timedelta(days=1))
    daily = once.copy()
    once.advance(due, due + timedelta(days=days))
    for offset in range(days + 1):
        today = due + timedelta(days=offset)
        daily.advance(today, today)
    assert [one.event for one in once.written] == [one.event for one in daily.written]
    assert once.claim.outstanding == daily.claim.outstanding
