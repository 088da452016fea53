"""The tools' results as text."""

from __future__ import annotations

import json
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from knowledge.money import Money
from tests.conftest import TODAY
from tools.results import HandedOff, NeedsInput, NotFound, Refused, ToolResult, compact


@pytest.mark.parametrize(
    ("amount_minor", "text"), [(8490, "84.90 EUR"), (5, "0.05 EUR"), (0, "0.00 EUR"), (-9240, "-92.40 EUR")]
)
def test_amounts_are_written_out(amount_minor: int, text: str) -> None:
    fee = Money(amount_minor=amount_minor, currency="EUR")
    assert json.loads(compact(NeedsInput(what="new_date", tool="postpone_due_date", fee=fee)))["fee"] == text


@given(amount_minor=st.integers(-(10**12), 10**12))
def test_no_cent_is_lost_in_writing(amount_minor: int) -> None:
    fee = Money(amount_minor=amount_minor, currency="SEK")
    number, currency = json.loads(compact(NeedsInput(what="new_date", tool="postpone_due_date", fee=fee)))[
        "fee"
    ].split()
    assert (int(number.replace(".", "")), currency) == (amount_minor, "SEK")


def test_what_is_empty_or_not_for_models_is_left_out() -> None:
    params = {"id": uuid4(), "latest": TODAY, "fee": Money(amount_minor=500, currency="EUR")}
    assert compact(Refused(tool="t", reason="too_late", params=params)) == (
        '{"outcome":"refused","tool":"t","reason":"too_late","params":{"latest":"2026-11-22","fee":"5.00 EUR"}}'
    )


@pytest.mark.parametrize("result", [NotFound(invoice="1"), HandedOff(reason="fraud", goal="Ä")])
def test_a_result_can_be_read_back(result: NotFound | HandedOff) -> None:
    results: TypeAdapter[ToolResult] = TypeAdapter(ToolResult)
    assert results.validate_json(result.model_dump_json()) == result
