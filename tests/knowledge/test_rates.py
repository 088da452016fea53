"""Reference rates are read from dated files, and late interest is one of them plus the tariff's margin."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from knowledge.rates import UnknownRate, late_interest_percent, load_rates
from knowledge.tariffs import TariffError, TariffFileError, load_tariffs
from tests.conftest import TODAY

SWEDEN = (Path(__file__).parents[2] / "knowledge/rates/se.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("country", "on", "percent"),
    [
        ("FI", date(2023, 1, 1), "2.5"),
        ("FI", date(2023, 6, 30), "2.5"),
        ("FI", date(2023, 7, 1), "4"),
        ("FI", date(2025, 1, 1), "3.5"),
        ("SE", date(2023, 12, 31), "3.5"),
        ("SE", date(2024, 12, 31), "4"),
        ("NO", date(2024, 1, 1), "4.5"),
        ("NO", date(2025, 7, 1), "4.25"),
    ],
)
def test_a_rate_holds_for_its_half_year(country: str, on: date, percent: str) -> None:
    assert load_rates().reference(country, on) == Decimal(percent)


@pytest.mark.parametrize("country", ["FI", "SE", "NO"])
def test_the_last_rate_holds_until_another_is_added(country: str) -> None:
    rates = load_rates()
    assert rates.reference(country, date(2099, 1, 1)) == rates.reference(country, date(2026, 6, 30))


@pytest.mark.parametrize(("country", "on"), [("FI", date(2022, 12, 31)), ("DK", TODAY)])
def test_before_the_first_rate_none_is_known(country: str, on: date) -> None:
    with pytest.raises(UnknownRate, match=country) as caught:
        load_rates().reference(country, on)
    assert isinstance(caught.value, TariffError)


@pytest.mark.parametrize(("country", "percent"), [("FI", "10.5"), ("SE", "11"), ("NO", "12.5")])
def test_late_interest_is_the_reference_rate_and_the_margin(country: str, percent: str) -> None:
    found = late_interest_percent(load_tariffs().of(country, TODAY), load_rates(), date(2025, 3, 1))
    assert found == Decimal(percent)
    assert isinstance(found, Decimal)


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('"2.50"', "2.50", "rates.0.percent"),
        ('"2.50"', '"two"', "rates.0.percent"),
        ('"2.50"', '"2.505"', "rates.0.percent"),
        ("2023-01-01", "2023-02-01", "rates.0.valid_from"),
        ("2023-07-01", "2024-07-01", "rates: "),
        ("2023-01-01", "2022-01-01", "rates: "),
        (', source: "', ', origin: "', "rates.0.source"),
        ('country: "SE"', 'country: "FI"', "country"),
        ('country: "SE"', 'country: "SE"\nmore: 1', "country, rates"),
        ("rates:", "rates: [", "YAML"),
    ],
)
def test_a_wrong_file_is_named_with_its_field(tmp_path: Path, old: str, new: str, field: str) -> None:
    assert old in SWEDEN
    (tmp_path / "se.yaml").write_text(SWEDEN.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(TariffFileError, match=r"^se\.yaml: ") as caught:
        load_rates(tmp_path)
    assert field in str(caught.value)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TariffFileError, match="no rate files"):
        load_rates(tmp_path)
