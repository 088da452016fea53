"""Late interest is simple, by the day, on what is unpaid, and rounded once."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.ledger.interest import accrued

DUE = date(2026, 3, 1)
DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))
MOVEMENTS = st.lists(st.tuples(DAYS, st.integers(-50_000, 100_000)), max_size=5)


def ten(day: date) -> Decimal:
    return Decimal(10)


def rising(day: date) -> Decimal:
    """Half a point more every half year, which no fixed rate would tell from a wrong one."""
    return Decimal("9.5") + Decimal("0.5") * (2 * (day.year - 2024) + (day.month > 6))


def after(days: int) -> date:
    return DUE + timedelta(days=days)


@pytest.mark.parametrize(
    ("principal", "days", "interest"),
    [
        ([(date(2026, 1, 1), 36_500)], 1, 10),
        ([(date(2026, 1, 1), 36_500)], 365, 3_650),
        ([(date(2026, 1, 1), 36_500)], 0, 0),
        ([(date(2026, 1, 1), 36_500)], -5, 0),
        ([], 100, 0),
        # Paid on the tenth day: nine days in full, and from the tenth on what is left.
        ([(date(2026, 1, 1), 36_500), (after(10), -18_250)], 20, 145),
        ([(date(2026, 1, 1), 36_500), (after(10), -36_500)], 20, 90),
        # More paid than charged: nothing accrues, and nothing is earned.
        ([(date(2026, 1, 1), 36_500), (after(10), -99_999)], 20, 90),
        # Charged later than the due date: from that day on.
        ([(after(11), 36_500)], 20, 100),
        # Rounded half up once: 1 825 of minor units at ten per cent earn half a unit a day.
        ([(date(2026, 1, 1), 1_825)], 1, 1),
        ([(date(2026, 1, 1), 1_825)], 3, 2),
        ([(date(2026, 1, 1), 1_824)], 1, 0),
    ],
)
def test_interest_runs_from_the_day_after_the_due_date(
    principal: list[tuple[date, int]], days: int, interest: int
) -> None:
    assert accrued(principal, DUE, after(days), ten) == interest


def test_the_rate_changes_with_the_half_year() -> None:
    def halves(day: date) -> Decimal:
        return Decimal(10) if day < date(2026, 7, 1) else Decimal(20)

    owed = [(date(2026, 1, 1), 36_500)]
    assert accrued(owed, date(2026, 6, 29), date(2026, 7, 2), halves) == 10 + 20 + 20


@settings(max_examples=40, deadline=None)
@given(MOVEMENTS, DAYS, DAYS)
def test_segments_give_the_same_as_a_count_day_by_day(
    principal: list[tuple[date, int]], since: date, until: date
) -> None:
    total = Decimal(0)
    for offset in range(1, (until - since).days + 1):
        day = since + timedelta(days=offset)
        total += max(0, sum(amount for moved, amount in principal if moved <= day)) * rising(day)
    expected = int((total / 36_500).quantize(Decimal(1), ROUND_HALF_UP))
    assert accrued(principal, since, until, rising) == expected


@settings(max_examples=60, deadline=None)
@given(MOVEMENTS, DAYS, DAYS, DAYS)
def test_interest_never_shrinks_with_time(
    principal: list[tuple[date, int]], since: date, one: date, other: date
) -> None:
    sooner, later = sorted((one, other))
    assert 0 <= accrued(principal, since, sooner, rising) <= accrued(principal, since, later, rising)
