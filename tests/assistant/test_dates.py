"""Dates in customers' words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.dates import read_dates, without_dates
from knowledge.formats import format_date
from tests.assistant.date_phrases import ASKED_BACK, READ
from tests.conftest import TODAY
from tools.context import LANGUAGES, Language

NO_DATE = [
    # How far, but not from when.
    "postpone it by two weeks",
    "I need two more weeks",
    "kaksi viikkoa lisäaikaa",
    "siirrä kahdella viikolla",
    "två veckor till, tack",
    "jeg trenger to uker til",
    "within two weeks",
    "inom två veckor",
    # Not which day.
    "next week",
    "ensi viikolla",
    "some time in December",
    "mitten av december",
    # Amounts.
    "I paid 12.50",
    "why 12.10 € more",
    "summa 1 249,90",
    "1.249,90 kr",
    "maksoin 10.12 euroa",
    "EUR 5.10",
    # Times of day.
    "kello 15.30",
    "soitin klo 10.12",
    "kl. 9.10 ringde jag",
    "klokken 8.12",
    "are you open 24/7",
    # Numbers and names of invoices.
    "invoice 1001",
    "MR-1012-1001",
    "lasku 2001",
    # Words that look like a month or a day.
    "I may pay",
    "may I have 2 of them",
    "Hyvää huomenta!",
    "God morgen",
    "ostin 2 elokuvalippua",
    "marraskuussa 2 laskua",
    "the 2nd reminder",
    "by the 1st letter",
    "den 2:a påminnelsen",
    # What was.
    "last Friday",
    "viime perjantaina",
    "förra fredagen",
    "i fredags",
    "forrige fredag",
    "two weeks ago",
    "kaksi viikkoa sitten",
    "för två veckor sedan",
    "for to uker siden",
    "every Monday",
    "viime kuun lopussa",
    # Not in the calendar.
    "30 February",
    "31.11.",
    "2026-13-01",
    "",
]


def _day(text: str) -> date:
    return date.fromisoformat(text if len(text) > 5 else f"2026-{text}")


@pytest.mark.parametrize(("text", "day"), [pair for phrases in READ.values() for pair in phrases.items()])
def test_reads_a_day(text: str, day: str) -> None:
    assert read_dates(text, TODAY) == [_day(day)]


@pytest.mark.parametrize("text", [text for phrases in ASKED_BACK.values() for text in phrases])
def test_reads_no_one_day_where_several_are_possible(text: str) -> None:
    assert len(read_dates(text, TODAY)) != 1


def test_is_measured_on_forty_phrases_of_every_language() -> None:
    assert all(len(READ[language]) + len(ASKED_BACK[language]) >= 40 for language in LANGUAGES)
    assert sum(len(READ[language]) + len(ASKED_BACK[language]) for language in LANGUAGES) >= 160


@pytest.mark.parametrize("text", NO_DATE)
def test_does_not_guess(text: str) -> None:
    assert read_dates(text, TODAY) == []


@given(st.dates(TODAY, TODAY + timedelta(days=800)), st.sampled_from(LANGUAGES))
def test_reads_every_date_that_the_assistant_itself_writes(day: date, language: Language) -> None:
    assert read_dates(format_date(day, language), TODAY) == [day]


@given(st.text(max_size=60))
def test_reads_any_text_without_failing(text: str) -> None:
    read_dates(text, TODAY)


class TestTheYear:
    @pytest.mark.parametrize("text", ["5 January", "5.1.", "5. tammikuuta", "5 januari", "5. januar", "5/1"])
    def test_a_day_after_the_turn_of_the_year_is_next_years(self, text: str) -> None:
        assert read_dates(text, date(2026, 12, 28)) == [date(2027, 1, 5)]

    def test_a_day_that_has_just_passed_is_this_years(self) -> None:
        assert read_dates("I was to pay on 20 November", TODAY) == [date(2026, 11, 20)]

    def test_tomorrow_and_the_end_of_the_month_in_december(self) -> None:
        new_years_eve = date(2026, 12, 31)
        assert read_dates("tomorrow", new_years_eve) == [date(2027, 1, 1)]
        assert read_dates("end of the month", new_years_eve) == [new_years_eve]
        assert read_dates("ensi kuun loppuun", new_years_eve) == [date(2027, 1, 31)]
        assert read_dates("the 5th of next month", new_years_eve) == [date(2027, 1, 5)]

    def test_a_month_later_is_never_a_day_that_does_not_exist(self) -> None:
        assert read_dates("in a month", date(2027, 1, 31)) == [date(2027, 2, 28)]
        assert read_dates("om tre månader", date(2026, 11, 30)) == [date(2027, 2, 28)]

    def test_the_fifteenth_is_the_coming_one(self) -> None:
        assert read_dates("by the 30th", TODAY) == [date(2026, 11, 30)]
        assert read_dates("15. päivänä", date(2026, 12, 20)) == [date(2027, 1, 15)]

    def test_the_end_of_a_month_that_has_passed_is_next_years(self) -> None:
        assert read_dates("helmikuun loppuun", TODAY) == [date(2027, 2, 28)]
        assert read_dates("end of February", date(2027, 12, 1)) == [date(2028, 2, 29)]


class TestWeekdays:
    WEDNESDAY = date(2026, 11, 25)

    @pytest.mark.parametrize("text", ["Friday", "perjantaihin", "på fredag", "til fredag"])
    def test_the_coming_one(self, text: str) -> None:
        assert read_dates(text, self.WEDNESDAY) == [date(2026, 11, 27)]

    @pytest.mark.parametrize(
        "text",
        [
            "next Friday",
            "Friday next week",
            "ensi viikon perjantaina",
            "perjantaina ensi viikolla",
            "nästa fredag",
            "fredag nästa vecka",
            "neste fredag",
            "fredag neste uke",
        ],
    )
    def test_next_weeks(self, text: str) -> None:
        assert read_dates(text, self.WEDNESDAY) == [date(2026, 12, 4)]

    def test_todays_weekday_is_a_week_from_today(self) -> None:
        assert read_dates("on Wednesday", self.WEDNESDAY) == [date(2026, 12, 2)]


def test_several_dates_come_in_the_order_in_which_they_stand() -> None:
    assert read_dates("from Friday to 10.12.2026", TODAY) == [date(2026, 11, 27), date(2026, 12, 10)]


def test_a_date_that_is_said_twice_is_one() -> None:
    assert read_dates("10.12. or rather by 10 December", TODAY) == [date(2026, 12, 10)]


def test_what_is_read_can_be_taken_out() -> None:
    assert without_dates("pay 20 € on 10.12. or on Friday", TODAY).split() == ["pay", "20", "€", "on", "or", "on"]
