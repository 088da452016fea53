"""Whom to call in a crisis, by country and language."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge import crisis_lines
from knowledge.crisis_lines import CrisisFileError, crisis_help


@pytest.mark.parametrize(
    ("country", "emergency", "phone"),
    [("FI", ("112",), "09 2525 0111"), ("SE", ("112",), "90101"), ("NO", ("113", "112"), "116 123")],
)
@pytest.mark.parametrize("language", ["en", "nb"])
def test_the_country_decides_and_not_the_language(
    country: str, emergency: tuple[str, ...], phone: str, language: str
) -> None:
    found = crisis_help(country)
    assert (found.emergency, found.line(language).phone) == (emergency, phone)
    assert found.line(language).always


def test_finland_has_a_line_in_swedish() -> None:
    assert crisis_help("FI").line("sv").phone == "09 2525 0112"


def test_a_wrong_file_is_refused_by_country_and_field(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = tmp_path / "crisis_lines.yaml"
    wrong.write_text("DK: {source: s, emergency: [], lines: []}", encoding="utf-8")
    monkeypatch.setattr(crisis_lines, "FILE", wrong)
    with pytest.raises(CrisisFileError, match=r"DK\.emergency"):
        crisis_help("DK")
