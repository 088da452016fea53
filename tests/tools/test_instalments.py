"""A plan divides an amount exactly, and asks for each part on a bank day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.bank_days import is_bank_day, next_bank_day
from knowledge.money import Money
from tools.ledger.instalments import schedule, split


def euros(minor: int) -> Money:
    return Money(amount_minor=minor, currency="EUR")


class TestSplit:
    """Equal parts of whole minor units."""

    @pytest.mark.parametrize(
        ("total", "count", "parts"),
        [
            (10_000, 1, [10_000]),
            (10_000, 4, [2_500] * 4),
            (10_000, 3, [3_333, 3_333, 3_334]),
            (5, 5, [1] * 5),
            (19, 10, [1] * 9 + [10]),
        ],
    )
    def test_the_last_part_takes_the_rounding(self, total: int, count: int, parts: list[int]) -> None:
        assert split(euros(total), count) == tuple(euros(part) for part in parts)

    @pytest.mark.parametrize(("total", "count"), [(100, 0), (100, -1), (3, 4), (0, 1), (-100, 2)])
    def test_what_cannot_be_divided_is_refused(self, total: int, count: int) -> None:
        with pytest.raises(ValueError, match="minor units"):
            split(euros(total), count)

    @settings(max_examples=80, deadline=None)
    @given(st.integers(36, 10**9), st.integers(1, 36))
    def test_the_parts_sum_to_the_total_and_differ_only_at_the_end(self, total: int, count: int) -> None:
        parts = [part.amount_minor for part in split(euros(total), count)]
        assert sum(parts) == total
        assert len(parts) == count
        assert len(set(parts[:-1])) <= 1
        assert 0 < parts[0] <= parts[-1] < parts[0] + count


class TestSchedule:
    """Monthly due dates."""

    def test_every_month_on_the_same_day(self) -> None:
        plan = schedule(euros(9_000), 3, date(2026, 12, 15), "FI")
        assert [(part.due_date, part.amount) for part in plan] == [
            (date(2026, 12, 15), euros(3_000)),
            (date(2027, 1, 15), euros(3_000)),
            (date(2027, 2, 15), euros(3_000)),
        ]

    def test_a_short_month_ends_it_and_the_next_one_keeps_the_day(self) -> None:
        plan = schedule(euros(9_000), 3, date(2028, 1, 31), "SE")
        assert [part.due_date for part in plan] == [date(2028, 1, 31), date(2028, 2, 29), date(2028, 3, 31)]

    def test_each_date_is_moved_to_a_bank_day_the_first_included(self) -> None:
        plan = schedule(euros(9_000), 3, date(2026, 11, 22), "NO")
        assert [part.due_date for part in plan] == [date(2026, 11, 23), date(2026, 12, 22), date(2027, 1, 22)]
        assert schedule(euros(1), 1, date(2026, 12, 24), "FI")[0].due_date == date(2026, 12, 28)

    def test_another_country_is_refused(self) -> None:
        with pytest.raises(ValueError, match="DK"):
            schedule(euros(100), 2, date(2026, 12, 1), "DK")

    @settings(max_examples=60, deadline=None)
    @given(st.integers(1, 24), st.dates(date(2025, 1, 1), date(2030, 12, 31)), st.sampled_from(["FI", "SE", "NO"]))
    def test_dates_are_bank_days_one_a_month_from_the_first(self, count: int, first: date, country: str) -> None:
        plan = schedule(euros(10_000), count, first, country)
        assert sum(part.amount.amount_minor for part in plan) == 10_000
        for months, part in enumerate(plan):
            assert is_bank_day(country, part.due_date)
            year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
            day = min(first.day, monthrange(year, month + 1)[1])
            assert part.due_date == next_bank_day(country, date(year, month + 1, day))
