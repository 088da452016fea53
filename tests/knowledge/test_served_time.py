"""How much service time lies between two moments."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.hours import load_hours
from knowledge.served_time import served_seconds

HOUR = 3600
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)).map(lambda moment: moment.replace(tzinfo=UTC))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026 in UTC; the 16th is a Monday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


class TestServedTime:
    @pytest.mark.parametrize(
        ("country", "start", "end", "hours"),
        [
            ("SE", at(16, 8), at(16, 10), 2),  # within a day
            ("SE", at(16, 5), at(16, 8), 1),  # opens at 7 UTC
            ("FI", at(16, 5), at(16, 8), 2),  # an hour earlier
            ("SE", at(16, 15), at(17, 8), 2),  # over a night
            ("SE", at(20, 15), at(23, 8), 2),  # over a weekend
            ("NO", at(20, 14), at(20, 20), 1),  # Fridays end earlier
            ("SE", at(21, 8), at(22, 20), 0),  # nobody is there
            ("SE", at(16, 10), at(16, 8), 0),  # backwards
        ],
    )
    def test_leaves_out_when_nobody_answers(self, country: str, start: datetime, end: datetime, hours: float) -> None:
        assert served_seconds(country, start, end) == hours * HOUR

    def test_leaves_out_public_holidays(self) -> None:
        # Christmas Eve is a Thursday, Christmas Day a Friday: nothing until Monday.
        before, after = datetime(2026, 12, 23, 20, tzinfo=UTC), datetime(2026, 12, 28, 8, tzinfo=UTC)
        assert served_seconds("FI", before, after) <= 2 * HOUR + 9 * HOUR

    def test_of_a_country_without_hours_is_an_error(self) -> None:
        with pytest.raises(KeyError):
            served_seconds("DK", at(16, 8), at(16, 9))

    @given(MOMENTS, st.floats(0.1, 40))
    def test_is_the_opposite_of_counting_on(self, start: datetime, hours: float) -> None:
        end = load_hours().after("NO", start, timedelta(hours=hours))
        assert end is None or served_seconds("NO", start, end) == pytest.approx(hours * HOUR, abs=0.01)

    @given(MOMENTS, MOMENTS, MOMENTS)
    def test_adds_up(self, one: datetime, two: datetime, three: datetime) -> None:
        first, middle, last = sorted((one, two, three))
        parts = served_seconds("SE", first, middle) + served_seconds("SE", middle, last)
        assert parts == pytest.approx(served_seconds("SE", first, last))
