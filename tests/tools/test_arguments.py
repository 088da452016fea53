"""What a model writes is read kindly, and never as something that was not said."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from tools.arguments import AmountText, Count, InvoiceReference, NewDate, Words

AMOUNTS: TypeAdapter[int | None] = TypeAdapter(AmountText)
DATES: TypeAdapter[date | None] = TypeAdapter(NewDate)
COUNTS: TypeAdapter[int | None] = TypeAdapter(Count)
REFERENCES: TypeAdapter[str | None] = TypeAdapter(InvoiceReference)
WORDS: TypeAdapter[str | None] = TypeAdapter(Words)
ANYTHING = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.lists(st.integers(), max_size=3), st.dates()
)


@pytest.mark.parametrize(
    ("written", "minor"),
    [
        ("1 249,90", 124_990),
        ("1\u00a0249,90 kr", 124_990),
        ("1.249,90", 124_990),
        ("12,345,678.90", 1_234_567_890),
        ("1,249", 124_900),
        ("49.90 €", 4_990),
        ("49,9", 4_990),
        ("SEK 500:-", 50_000),
        ("50,-", 5_000),
        ("50 euros, please.", 5_000),
        (50, 5_000),
        (49.9, 4_990),
        ("0", 0),
    ],
)
def test_an_amount_is_read_as_people_write_it(written: object, minor: int) -> None:
    assert AMOUNTS.validate_python(written) == minor


@pytest.mark.parametrize(
    "written",
    [
        *("fifty", "", "all of it.", "50 of 100", "-50", -50, "12.5.2026", "2026-12-01"),
        *(None, True, 1e16, float("nan"), "9" * 5000, "1.2345", "50 & 60"),
    ],
)
def test_what_is_no_single_amount_is_not_said(written: object) -> None:
    assert AMOUNTS.validate_python(written) is None


@pytest.mark.parametrize(
    "written", ["next Friday", "10", 10, "2026-13-45", "", None, ["2026-12-10"], "10.12.2026", 1e9]
)
def test_a_date_in_words_is_not_said(written: object) -> None:
    assert DATES.validate_python(written) is None


def test_a_date_is_read_as_it_is_asked_for() -> None:
    assert DATES.validate_python("2026-12-10") == date(2026, 12, 10)


@pytest.mark.parametrize(
    ("written", "count"), [(3, 3), ("3", 3), (3.0, 3), ("three", None), ("", None), (2.5, None), (None, None)]
)
def test_a_count_is_a_whole_number(written: object, count: int | None) -> None:
    assert COUNTS.validate_python(written) == count


@pytest.mark.parametrize(
    ("written", "text"),
    [(1001, "1001"), ("  ", None), ("\x00", None), (" a\x00b\ud800 ", "ab"), (None, None), (0, "0")],
)
def test_a_text_has_no_characters_that_cannot_be_stored(written: object, text: str | None) -> None:
    assert REFERENCES.validate_python(written) == WORDS.validate_python(written) == text


@settings(max_examples=150, deadline=None, derandomize=True)
@given(ANYTHING)
def test_nothing_that_is_written_is_an_error(written: object) -> None:
    amount = AMOUNTS.validate_python(written)
    assert amount is None or amount >= 0
    for reading in (DATES, COUNTS, REFERENCES, WORDS):
        reading.validate_python(written)
