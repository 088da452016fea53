"""Files of JSON lines, and the figures that reports share."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import BaseModel

from evals.lines import read_lines, write_lines
from evals.statistics import percentile


class Row(BaseModel):
    id: int


def test_some_rows_are_always_the_same(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    write_lines(file, [{"id": number} for number in range(50)])
    assert len(read_lines(file, Row)) == 50
    some = read_lines(file, Row, 5)
    assert len({row.id for row in some}) == 5
    assert some == read_lines(file, Row, 5)


def test_a_line_that_is_no_row_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text('{"id": "one"}\n', encoding="utf-8")
    with pytest.raises(ValueError, match="id"):
        read_lines(file, Row)


def test_without_a_file_nothing_is_written() -> None:
    write_lines(None, [{"id": 1}])


@pytest.mark.parametrize(("values", "middle"), [([7.0], 7.0), ([1.0, 2.0, 3.0], 2.0)])
def test_the_middle_of_values(values: list[float], middle: float) -> None:
    assert percentile(values, 0.5) == middle
