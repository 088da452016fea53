"""Who asks, and which day it is."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tools.context import FrozenClock, Principal, SystemClock, local_date, local_today


@pytest.mark.parametrize(
    "principal", [Principal("person", "anna"), Principal("company", "MR:1"), Principal("anonymous")]
)
def test_a_principal_survives_being_written_down(principal: Principal) -> None:
    assert Principal.parse(str(principal)) == principal


@pytest.mark.parametrize("text", ["", "anna", "admin:anna", "Person:anna"])
def test_what_is_no_principal_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a principal"):
        Principal.parse(text)


def test_the_day_changes_at_midnight_in_stockholm_summer_and_winter() -> None:
    assert local_date(datetime(2026, 12, 4, 22, 59, tzinfo=UTC)) == date(2026, 12, 4)
    assert local_date(datetime(2026, 12, 4, 23, 0, tzinfo=UTC)) == date(2026, 12, 5)
    assert local_date(datetime(2026, 7, 4, 22, 0, tzinfo=UTC)) == date(2026, 7, 5)


def test_a_frozen_clock_stands_on_its_day() -> None:
    assert local_today(FrozenClock(date(2026, 11, 22))) == date(2026, 11, 22)


def test_the_system_clock_knows_its_zone() -> None:
    assert SystemClock().now().tzinfo is UTC
