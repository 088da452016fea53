"""The phone line is open in its local hours, and closed on holidays."""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from knowledge.hours import HoursFileError, load_hours

FINLAND = (Path(__file__).parents[2] / "knowledge/hours/fi.yaml").read_text(encoding="utf-8")
LINE = '  - {days: [mon, tue, wed, thu, fri], opens: "08:00", closes: "17:00"}'
ZONES = {"FI": "Europe/Helsinki", "SE": "Europe/Stockholm", "NO": "Europe/Oslo"}


@pytest.mark.parametrize(("country", "closing"), [("FI", [17] * 5), ("SE", [17] * 5), ("NO", [18, 18, 18, 18, 16])])
def test_the_week_is_listed_from_monday(country: str, closing: list[int]) -> None:
    week = load_hours().weekly(country)
    assert [(day.weekday, day.opens, day.closes) for day in week] == [
        (weekday, time(8), time(hour)) for weekday, hour in enumerate(closing)
    ]


@pytest.mark.parametrize(
    ("country", "local", "is_open"),
    [
        ("FI", "2026-11-20T07:59:59", False),
        ("FI", "2026-11-20T08:00", True),
        ("FI", "2026-11-20T16:59:59", True),
        ("FI", "2026-11-20T17:00", False),
        ("FI", "2026-11-21T12:00", False),
        ("NO", "2026-11-19T17:30", True),
        ("NO", "2026-11-20T16:30", False),
        ("SE", "2026-06-19T12:00", False),
        ("NO", "2026-06-19T12:00", True),
        ("FI", "2026-12-24T12:00", False),
    ],
)
def test_it_is_open_within_the_hours_of_the_day(country: str, local: str, is_open: bool) -> None:
    at = datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(ZONES[country]))
    assert load_hours().is_open(country, at) is is_open


def test_a_moment_counts_in_the_zone_of_the_line() -> None:
    morning = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)
    assert [load_hours().is_open(country, morning) for country in ("FI", "SE")] == [True, False]


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        load_hours().is_open("FI", datetime(2026, 11, 20, 12))


def test_a_day_can_have_a_break_and_a_saturday_can_be_listed(tmp_path: Path) -> None:
    lines = [
        '  - {days: [mon, sat], opens: "13:00", closes: "17:00"}',
        '  - {days: [mon], opens: "08:00", closes: "12:00"}',
    ]
    (tmp_path / "fi.yaml").write_text(FINLAND.replace(LINE, "\n".join(lines)), encoding="utf-8")
    hours = load_hours(tmp_path)
    assert [(day.weekday, day.opens.hour) for day in hours.weekly("FI")] == [(0, 8), (0, 13), (5, 13)]
    noon, afternoon = (datetime(2026, 11, 23, hour, 30, tzinfo=ZoneInfo("Europe/Helsinki")) for hour in (12, 13))
    assert (hours.is_open("FI", noon), hours.is_open("FI", afternoon)) == (False, True)
    assert hours.is_open("FI", afternoon.replace(day=21))
    assert not hours.is_open("FI", datetime(2026, 12, 26, 14, tzinfo=ZoneInfo("Europe/Helsinki")))


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('"17:00"', "17:00", "phone.0.closes"),
        ('"17:00"', '"late"', "phone.0.closes"),
        ('"17:00"', '"07:00"', "phone.0"),
        ("[mon, tue", "[monday, tue", "phone.0.days.0"),
        (LINE, f"{LINE}\n{LINE}", "two intervals of mon overlap"),
        ("Europe/Helsinki", "Europe/Nowhere", "zone"),
        ("country: FI", "country: SE", "country"),
        ("phone:", "fax:", "phone"),
    ],
)
def test_a_wrong_file_is_named_with_its_field(tmp_path: Path, old: str, new: str, field: str) -> None:
    assert old in FINLAND
    (tmp_path / "fi.yaml").write_text(FINLAND.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(HoursFileError, match=r"^fi\.yaml: ") as caught:
        load_hours(tmp_path)
    assert field in str(caught.value)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(HoursFileError, match="no hours files"):
        load_hours(tmp_path)
