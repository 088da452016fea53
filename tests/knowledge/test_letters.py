"""Letters, plans and caps cost what the law of each country says, and come no earlier than it allows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from knowledge.money import Currency, Money
from knowledge.tariff_schema import LetterKind
from knowledge.tariffs import (
    CustomerKind,
    Tariff,
    TariffFileError,
    UnknownFee,
    cost_cap,
    letter_fee,
    load_tariffs,
    payment_plan_fee,
    timetable,
)
from tests.conftest import TODAY

FOLDER = Path(__file__).parents[2] / "knowledge/tariffs"
CURRENCIES: dict[str, Currency] = {"FI": "EUR", "SE": "SEK", "NO": "NOK"}
COUNTRIES = list(CURRENCIES)


def tariff(country: str) -> Tariff:
    return load_tariffs().of(country, TODAY)


def money(country: str, amount: int, minor: int = 0) -> Money:
    return Money(amount_minor=amount * 100 + minor, currency=CURRENCIES[country])


class TestLetterFees:
    """What one letter costs."""

    @pytest.mark.parametrize(
        ("country", "kind", "letter", "principal", "fee"),
        [
            ("FI", "consumer", "reminder", 1, 5),
            ("FI", "consumer", "reminder", 9_999, 5),
            ("FI", "company", "reminder", 1, 12),
            ("FI", "consumer", "collection_letter", 100, 14),
            ("FI", "consumer", "collection_letter", 101, 24),
            ("FI", "consumer", "collection_letter", 1_000, 24),
            ("FI", "consumer", "collection_letter", 1_001, 50),
            ("FI", "consumer", "second_collection_letter", 100, 7),
            ("FI", "consumer", "second_collection_letter", 1_000, 12),
            ("FI", "consumer", "second_collection_letter", 1_001, 25),
            ("FI", "company", "collection_letter", 500, 50),
            ("FI", "company", "collection_letter", 2_500, 70),
            ("FI", "company", "collection_letter", 10_000, 90),
            ("FI", "company", "collection_letter", 10_001, 110),
            ("FI", "company", "second_collection_letter", 500, 25),
            ("FI", "company", "second_collection_letter", 2_500, 35),
            ("FI", "company", "second_collection_letter", 10_000, 45),
            ("FI", "company", "second_collection_letter", 10_001, 55),
            ("SE", "consumer", "reminder", 300, 60),
            ("SE", "consumer", "collection_letter", 300, 180),
            ("SE", "consumer", "second_collection_letter", 300, 0),
            ("NO", "consumer", "reminder", 300, 35),
            ("NO", "consumer", "collection_notice", 300, 35),
            ("NO", "company", "collection_notice", 300, 35),
            ("NO", "consumer", "collection_letter", 300, 35),
            ("NO", "consumer", "second_collection_letter", 300, 0),
        ],
    )
    def test_a_letter_costs_by_kind_and_principal(
        self, country: str, kind: CustomerKind, letter: LetterKind, principal: int, fee: int
    ) -> None:
        assert letter_fee(tariff(country), kind, letter, money(country, principal)) == money(country, fee)

    def test_one_cent_above_a_limit_belongs_to_the_next_band(self) -> None:
        assert letter_fee(tariff("FI"), "consumer", "collection_letter", money("FI", 100, 1)) == money("FI", 24)

    @pytest.mark.parametrize("country", COUNTRIES)
    @pytest.mark.parametrize("kind", ["consumer", "company"])
    def test_a_legal_notice_has_no_fee_of_the_tariff(self, country: str, kind: CustomerKind) -> None:
        assert letter_fee(tariff(country), kind, "legal_notice", money(country, 500)) == money(country, 0)

    @pytest.mark.parametrize(
        ("kind", "first", "second"), [("consumer", 14, 7), ("company", 50, 25)], ids=["consumer", "company"]
    )
    def test_directly_enforceable_claims_cost_the_least_at_any_size(
        self, kind: CustomerKind, first: int, second: int
    ) -> None:
        def fee(letter: LetterKind) -> Money:
            return letter_fee(tariff("FI"), kind, letter, money("FI", 50_000), directly_enforceable=True)

        assert (fee("collection_letter"), fee("second_collection_letter")) == (money("FI", first), money("FI", second))

    def test_direct_enforcement_changes_nothing_where_the_country_does_not_know_it(self) -> None:
        fee = letter_fee(tariff("SE"), "consumer", "collection_letter", money("SE", 500), directly_enforceable=True)
        assert fee == money("SE", 180)

    @pytest.mark.parametrize(("country", "fee"), [("FI", 5), ("SE", 0), ("NO", 35)])
    def test_only_a_swedish_reminder_needs_an_agreement(self, country: str, fee: int) -> None:
        found = letter_fee(tariff(country), "consumer", "reminder", money(country, 500), reminder_fee_agreed=False)
        assert found == money(country, fee)

    @pytest.mark.parametrize("agreed", [True, False])
    def test_a_swedish_company_pays_one_compensation_with_the_reminder_and_nothing_later(self, agreed: bool) -> None:
        letters: list[LetterKind] = ["reminder", "collection_letter", "second_collection_letter", "legal_notice"]
        fees = [
            letter_fee(tariff("SE"), "company", letter, money("SE", 500), reminder_fee_agreed=agreed)
            for letter in letters
        ]
        assert fees == [money("SE", 450), money("SE", 0), money("SE", 0), money("SE", 0)]


class TestCaps:
    """The most that voluntary collection may cost."""

    @pytest.mark.parametrize(("principal", "most"), [(1, 60), (100, 60), (101, 120), (1_000, 120), (1_001, 210)])
    def test_finnish_consumers_are_protected_by_size(self, principal: int, most: int) -> None:
        assert cost_cap(tariff("FI"), "consumer", money("FI", principal)) == money("FI", most)

    @pytest.mark.parametrize(("country", "kind"), [("FI", "company"), ("SE", "consumer"), ("NO", "consumer")])
    def test_others_have_no_cap(self, country: str, kind: CustomerKind) -> None:
        assert cost_cap(tariff(country), kind, money(country, 500)) is None

    def test_a_timetable_of_consumer_letters_stays_below_the_cap(self) -> None:
        for size in (1, 100, 101, 1_000, 1_001, 50_000):
            owed = money("FI", size)
            fees = [
                letter_fee(tariff("FI"), "consumer", step.letter, owed) for step in timetable(tariff("FI"), "consumer")
            ]
            cap = cost_cap(tariff("FI"), "consumer", owed)
            assert cap is not None
            assert sum(fee.amount_minor for fee in fees) <= cap.amount_minor


class TestPaymentPlans:
    """What a plan costs."""

    @pytest.mark.parametrize(
        ("country", "principal", "instalments", "late", "fee"),
        [
            ("FI", 5_000, 12, False, 0),
            ("FI", 100, 3, True, 20),
            ("FI", 100, 12, True, 20),
            ("FI", 101, 4, True, 20),
            ("FI", 101, 5, True, 30),
            ("FI", 1_000, 12, True, 30),
            ("FI", 1_001, 4, True, 30),
            ("FI", 1_001, 5, True, 50),
            ("SE", 100, 2, False, 170),
            ("SE", 9_000, 12, True, 170),
            ("NO", 100, 2, False, 0),
            ("NO", 9_000, 12, True, 0),
        ],
    )
    @pytest.mark.parametrize("kind", ["consumer", "company"])
    def test_a_plan_costs_by_size_and_number_of_instalments(
        self, kind: CustomerKind, country: str, principal: int, instalments: int, late: bool, fee: int
    ) -> None:
        found = payment_plan_fee(tariff(country), kind, money(country, principal), instalments, late)
        assert found == money(country, fee)


def test_another_currency_is_refused() -> None:
    euros = money("FI", 100)
    with pytest.raises(UnknownFee, match="SEK"):
        letter_fee(tariff("SE"), "company", "reminder", euros)
    with pytest.raises(UnknownFee, match="NOK"):
        cost_cap(tariff("NO"), "consumer", euros)
    with pytest.raises(UnknownFee, match="NOK"):
        payment_plan_fee(tariff("NO"), "consumer", euros, 3, late=True)


class TestTimetable:
    """Which letter comes when."""

    @pytest.mark.parametrize("kind", ["consumer", "company"])
    @pytest.mark.parametrize(
        ("country", "letters"),
        [
            (
                "FI",
                [
                    ("reminder", "reminder", 14, 14),
                    ("collection_letter", "collection", 7, 14),
                    ("second_collection_letter", "collection", 7, 14),
                    ("legal_notice", "legal", 30, None),
                ],
            ),
            (
                "SE",
                [
                    ("reminder", "reminder", 5, 10),
                    ("collection_letter", "collection", 10, 10),
                    ("legal_notice", "legal", 30, None),
                ],
            ),
            (
                "NO",
                [
                    ("reminder", "reminder", 14, 14),
                    ("collection_notice", "reminder", 14, 14),
                    ("collection_letter", "collection", 7, 14),
                    ("legal_notice", "legal", 30, None),
                ],
            ),
        ],
    )
    def test_letters_follow_in_the_order_of_the_country(
        self, country: str, kind: CustomerKind, letters: list[tuple[str, str, int, int | None]]
    ) -> None:
        steps = timetable(tariff(country), kind)
        assert [(step.letter, step.stage, step.after_days, step.gives_days) for step in steps] == letters

    def test_companies_may_have_a_list_of_their_own(self, tmp_path: Path) -> None:
        own = "      company:\n        - {letter: legal_notice, stage: legal, after_days: 3}\n"
        (tmp_path / "se.yaml").write_text((FOLDER / "se.yaml").read_text(encoding="utf-8") + own, encoding="utf-8")
        sweden = load_tariffs(tmp_path).of("SE", TODAY)
        assert [len(timetable(sweden, "company")), len(timetable(sweden, "consumer"))] == [1, 3]

    @pytest.mark.parametrize(
        ("path", "value"), [("process.consumer.reminder.after_days", 14.0), ("process.consumer.reminder.stage", None)]
    )
    def test_articles_can_quote_days_but_no_words(self, path: str, value: float | None) -> None:
        if value is None:
            with pytest.raises(UnknownFee):
                tariff("FI").value(path)
        else:
            assert tariff("FI").value(path) == value


FIRST = "{letter: reminder, stage: reminder, after_days: 14, gives_days: 14}"
SHORT = FIRST.replace("gives_days: 14", "gives_days: 5")
NOTICE = "{letter: collection_notice, stage: reminder, after_days: 14, gives_days: 14}"
LAST = "{letter: legal_notice, stage: legal, after_days: 30}"


class TestFiles:
    """A timetable or a plan that the law does not allow is refused by file and field."""

    @pytest.mark.parametrize(
        ("name", "old", "new", "field"),
        [
            ("fi", FIRST, FIRST.replace("after_days: 14", "after_days: 13"), "process.consumer.0.after_days"),
            ("fi", FIRST, FIRST.replace("after_days: 14", "after_days: 0"), "process.consumer.0.after_days"),
            ("fi", FIRST, f"{SHORT}\n        - {SHORT.replace('14', '6')}", "process.consumer.1.after_days"),
            ("fi", FIRST, FIRST.replace("letter: reminder", "letter: postcard"), "process.consumer.0.letter"),
            ("no", FIRST, FIRST.replace("stage: reminder", "stage: collection"), "process.consumer: "),
            ("fi", FIRST, FIRST.replace("stage: reminder", "stage: legal"), "process.consumer.0"),
            ("fi", FIRST, FIRST.replace(", gives_days: 14", ""), "process.consumer.0"),
            ("fi", LAST, LAST.replace("30", "30, gives_days: 3"), "process.consumer.3"),
            ("fi", LAST, f"{LAST}\n        - {LAST}", "only the last letter"),
            ("fi", f"        - {FIRST}", f"        - {LAST}\n        - {FIRST}", "only the last letter"),
            ("no", NOTICE, f"{NOTICE}\n        - {NOTICE}", "reminder.at_most is 2"),
            ("fi", "before_due: 0", "before_due: 0.5", "payment_plan.before_due"),
            ("fi", "- {fee: 30}", "- {fee: 51}", "payment_plan"),
            ("fi", "- {up_to: 100, fee: 20}", "- {up_to: 100, fee: 19}", "payment_plan"),
            ("fi", "instalments_over: 4", "instalments_over: 0", "payment_plan.long.instalments_over"),
            ("fi", "margin_points: 7", "margin_points: 7.5", "interest.margin_points"),
            ("se", "only_if_agreed: true", "only_if_agreed: perhaps", "reminder.only_if_agreed"),
        ],
    )
    def test_a_wrong_file_is_named_with_its_field(
        self, tmp_path: Path, name: str, old: str, new: str, field: str
    ) -> None:
        text = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
        assert old in text
        (tmp_path / f"{name}.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(TariffFileError, match=rf"^{name}\.yaml: ") as caught:
            load_tariffs(tmp_path)
        assert field in str(caught.value)

    def test_reminders_without_a_fee_may_come_at_any_time(self, tmp_path: Path) -> None:
        text = (FOLDER / "fi.yaml").read_text(encoding="utf-8")
        free = text.replace("consumer: 5\n", "consumer: 0\n", 1).replace("company: 12", "company: 0")
        (tmp_path / "fi.yaml").write_text(free.replace(FIRST, FIRST.replace("after_days: 14", "after_days: 3")))
        assert timetable(load_tariffs(tmp_path).of("FI", date(2026, 1, 1)), "consumer")[0].after_days == 3
