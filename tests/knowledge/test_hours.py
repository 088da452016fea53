"""People answer in their local hours, not on holidays, and a date can have hours of its own."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from knowledge.hours import Hours, HoursFileError, load_hours
from knowledge.hours_words import written_moment, written_times

FINLAND = (Path(__file__).parents[2] / "knowledge/hours/fi.yaml").read_text(encoding="utf-8")
LINE = '    - {days: [mon, tue, wed, thu, fri], opens: "08:00", closes: "17:00"}'
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
        '    - {days: [mon, sat], opens: "13:00", closes: "17:00"}',
        '    - {days: [mon], opens: "08:00", closes: "12:00"}',
    ]
    (tmp_path / "fi.yaml").write_text(FINLAND.replace(LINE, "\n".join(lines)), encoding="utf-8")
    hours = load_hours(tmp_path)
    assert [(day.weekday, day.opens.hour) for day in hours.weekly("FI")] == [(0, 8), (0, 13), (5, 13)]
    noon, afternoon = (datetime(2026, 11, 23, hour, 30, tzinfo=ZoneInfo("Europe/Helsinki")) for hour in (12, 13))
    assert (hours.is_open("FI", noon), hours.is_open("FI", afternoon)) == (False, True)
    assert hours.is_open("FI", afternoon.replace(day=21))
    assert not hours.is_open("FI", datetime(2026, 12, 26, 14, tzinfo=ZoneInfo("Europe/Helsinki")))


HELSINKI = ZoneInfo("Europe/Helsinki")
EXCEPTIONS = """exceptions:
  - {day: 2026-11-24, hours: [{opens: "10:00", closes: "12:00"}]}
  - {day: 2026-11-25, lines: [phone]}
  - {day: 2026-12-24, lines: [message_center], hours: [{opens: "08:00", closes: "12:00"}]}
"""


class TestExceptions:
    """A date can have hours of its own, holiday or not."""

    @pytest.fixture
    def hours(self, tmp_path: Path) -> Hours:
        (tmp_path / "fi.yaml").write_text(FINLAND.replace("exceptions: []\n", EXCEPTIONS), encoding="utf-8")
        return load_hours(tmp_path)

    @pytest.mark.parametrize(
        ("local", "line", "is_open"),
        [
            ("2026-11-24T09:59", "phone", False),
            ("2026-11-24T10:00", "message_center", True),
            ("2026-11-25T10:00", "phone", False),
            ("2026-11-25T10:00", "message_center", True),
            ("2026-12-24T10:00", "phone", False),
            ("2026-12-24T10:00", "message_center", True),
        ],
    )
    def test_hold_on_their_day_and_line(self, hours: Hours, local: str, line: str, is_open: bool) -> None:
        assert hours.is_open("FI", datetime.fromisoformat(local).replace(tzinfo=HELSINKI), line) is is_open

    def test_are_listed_with_the_holidays_that_fall_on_working_days(self, hours: Hours) -> None:
        days = [(special.day.isoformat(), len(special.hours)) for special in hours.exceptions("FI", *DECEMBER)]
        assert days == [("2026-11-24", 1), ("2026-11-25", 0), ("2026-12-24", 0), ("2026-12-25", 0)]


DECEMBER = (date(2026, 11, 20), date(2026, 12, 31))


class TestNextOpening:
    """When somebody answers next."""

    @pytest.mark.parametrize(
        ("country", "local", "opens"),
        [
            ("FI", "2026-11-20T09:30", "2026-11-20T09:30"),
            ("FI", "2026-11-20T07:00", "2026-11-20T08:00"),
            ("FI", "2026-11-20T17:00", "2026-11-23T08:00"),
            ("NO", "2026-11-20T16:00", "2026-11-23T08:00"),
            ("FI", "2026-12-23T17:30", "2026-12-28T08:00"),
            ("SE", "2026-12-30T18:00", "2027-01-04T08:00"),
        ],
    )
    def test_is_now_or_the_next_working_hour(self, country: str, local: str, opens: str) -> None:
        zone = ZoneInfo(ZONES[country])
        at = datetime.fromisoformat(local).replace(tzinfo=zone)
        assert load_hours().next_opening(country, at) == datetime.fromisoformat(opens).replace(tzinfo=zone)

    def test_is_given_in_the_zone_of_the_line(self) -> None:
        opens = load_hours().next_opening("FI", datetime(2026, 11, 21, tzinfo=UTC))
        assert opens is not None
        assert opens.isoformat() == "2026-11-23T08:00:00+02:00"

    def test_is_unknown_where_it_stays_closed_for_a_month(self, tmp_path: Path) -> None:
        closed = "".join(f"  - {{day: {date(2026, 11, 23) + timedelta(days=n)}}}\n" for n in range(40))
        text = FINLAND.replace("exceptions: []", f"exceptions:\n{closed}")
        (tmp_path / "fi.yaml").write_text(text, encoding="utf-8")
        at = datetime(2026, 11, 22, 12, tzinfo=UTC)
        assert load_hours(tmp_path).next_opening("FI", at) is None
        assert load_hours(tmp_path).expected_answer("FI", at) is None


class TestExpectedAnswer:
    """By when a message is answered: four hours of opening time."""

    @pytest.mark.parametrize(
        ("local", "answer"),
        [
            ("2026-11-20T09:30", "2026-11-20T13:30"),
            ("2026-11-20T13:00", "2026-11-20T17:00"),
            ("2026-11-20T16:00", "2026-11-23T11:00"),
            ("2026-11-22T03:00", "2026-11-23T12:00"),
            ("2026-12-23T16:59", "2026-12-28T11:59"),
        ],
    )
    def test_counts_opening_time_only(self, local: str, answer: str) -> None:
        at = datetime.fromisoformat(local).replace(tzinfo=HELSINKI)
        expected = datetime.fromisoformat(answer).replace(tzinfo=HELSINKI)
        assert load_hours().expected_answer("FI", at) == expected

    def test_on_the_phone_comes_sooner_than_in_writing(self) -> None:
        at = datetime(2026, 11, 20, 9, tzinfo=HELSINKI)
        spoken, written = (load_hours().expected_answer("FI", at, line) for line in ("phone", "message_center"))
        assert spoken is not None
        assert written is not None
        assert spoken < written


class TestWords:
    """Hours and moments as people write them."""

    @pytest.mark.parametrize(
        ("language", "tomorrow", "today"),
        [
            ("en", "Monday 23 November at 8:00", "today at 8:00"),
            ("fi", "maanantaina 23.11. klo 8", "tänään klo 8"),
            ("sv", "måndag 23 november kl. 8", "i dag kl. 8"),
            ("nb", "mandag 23. november kl. 8", "i dag kl. 8"),
        ],
    )
    def test_a_moment(self, language: str, tomorrow: str, today: str) -> None:
        at = datetime(2026, 11, 23, 8, tzinfo=HELSINKI)
        assert written_moment(at, language, date(2026, 11, 22)) == tomorrow
        assert written_moment(at, language, date(2026, 11, 23)) == today

    def test_busiest_times(self) -> None:
        busiest = load_hours().busiest("NO")
        assert [written_times(busiest, language) for language in ("en", "nb")] == [
            "10–13 and 15:30–16:30",
            "10–13 og 15.30–16.30",
        ]


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('"17:00"', "17:00", "phone.week.0.closes"),
        ('"17:00"', '"late"', "phone.week.0.closes"),
        ('"17:00"', '"07:00"', "phone.week.0"),
        ("[mon, tue", "[monday, tue", "phone.week.0.days.0"),
        (LINE, f"{LINE}\n{LINE}", "two intervals of mon overlap"),
        ("Europe/Helsinki", "Europe/Nowhere", "zone"),
        ("country: FI", "country: SE", "country"),
        ("phone:", "fax:", "phone"),
        ("answer_minutes: 240", "answer_minutes: soon", "message_center.answer_minutes"),
        ("exceptions: []", "exceptions: [{day: 2026-12-31, lines: [fax]}]", "exceptions.0.lines.0"),
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
