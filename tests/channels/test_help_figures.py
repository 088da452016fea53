"""What the help makes of a tariff: tables of prices, and the stages of an unpaid invoice."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from types import SimpleNamespace
from typing import Any, cast

from channels.portal.help.prices import price_parts
from channels.portal.help.reader import Reader
from channels.portal.help.stages import stages_of
from knowledge.articles import Articles
from knowledge.tariffs import Tariffs, load_tariffs
from tests.conftest import TODAY
from tools.context import Language
from tools.ledger.models import Country


def reader(tariffs: Tariffs, country: Country = "FI", language: Language = "en") -> Reader:
    """A reader of other tariffs."""
    runtime = SimpleNamespace(ledger=SimpleNamespace(tariffs=tariffs))
    return Reader(cast(Any, runtime), language, country, datetime(2026, 11, 22, 12, tzinfo=UTC))


class TestPrices:
    def test_follow_the_tariff_when_it_changes(self) -> None:
        tariff = load_tariffs().of("FI", TODAY)
        dearer = tariff.reminder.model_copy(update={"consumer": Decimal("6.70")})
        changed = reader(Tariffs([tariff.model_copy(update={"reminder": dearer, "cost_cap": None})]))
        consumer, _ = price_parts(changed)
        assert consumer.tables[0].rows[0].cells == ("€6.70",)
        assert len(consumer.tables) == len(price_parts(reader(load_tariffs()))[0].tables) - 1

    def test_by_size_are_right_in_every_band(self) -> None:
        consumer, company = price_parts(reader(load_tariffs()))
        letters, plans, caps = consumer.tables[1:]
        assert [(row.what, *row.cells) for row in letters.rows] == [
            ("up to €100", "€14", "€7"),
            ("up to €1,000", "€24", "€12"),
            ("over €1,000", "€50", "€25"),
            ("Directly enforceable claim", "€14", "€7"),
        ]
        assert [row.cells for row in plans.rows] == [("€20", "€20"), ("€20", "€30"), ("€30", "€50")]
        assert [row.cells for row in caps.rows] == [("€60",), ("€120",), ("€210",)]
        assert [row.cells[0] for row in company.tables[1].rows] == ["€50", "€70", "€90", "€110", "€50"]

    def test_that_are_nothing_are_said_to_be_free(self) -> None:
        consumer, _ = price_parts(reader(load_tariffs(), "NO"))
        assert [row.cells[0] for row in consumer.tables[0].rows if row.cells[0].startswith("NOK")] == ["NOK\xa035"] * 3
        assert [row.cells[0] for row in consumer.tables[0].rows].count("free") == 4


class TestStages:
    def test_count_the_days_of_the_timetable(self) -> None:
        views = stages_of(reader(load_tariffs()), Articles())
        assert [(view.kind, view.level, view.day, view.gives_days) for view in views] == [
            ("invoice", "open", None, None),
            ("reminder", "reminder", 14, 14),
            ("collection_letter", "collection", 35, 14),
            ("second_collection_letter", "collection", 56, 14),
            ("legal_notice", "legal", 100, None),
            ("follow_up", "follow_up", None, None),
        ]
        assert [cost.amount for cost in views[2].costs] == ["at most €50", "at most €110"]
        assert views[2].article is None

    def test_tell_what_a_company_pays_instead(self) -> None:
        _, reminder, letter, *_ = stages_of(reader(load_tariffs(), "SE", "sv"), Articles())
        assert [cost.amount for cost in reminder.costs] == ["högst 60\xa0kr", "högst 450\xa0kr"]
        assert [cost.amount for cost in letter.costs] == ["högst 180\xa0kr", "ingår i ersättningen"]
