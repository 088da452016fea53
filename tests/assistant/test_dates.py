"""Dates in customers' words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.dates import read_dates
from knowledge.formats import format_date
from tests.conftest import TODAY
from tools.context import LANGUAGES, Language

# TODAY is Sunday, 22 November 2026. Expected days are written as month-day of the coming twelve months, or in full.
ENGLISH = {
    "Can I pay on 10 December?": "12-10",
    "move it to December 10th please": "12-10",
    "until 10 Dec 2026": "12-10",
    "could we say the 10th of December": "12-10",
    "Dec 3, 2026 works": "12-03",
    "new date 18/12": "12-18",
    "18/12/2026": "12-18",
    "2026-12-18 would be fine": "12-18",
    "I get my salary tomorrow": "11-23",
    "the day after tomorrow": "11-24",
    "can it wait until Friday": "11-27",
    "next Friday": "11-27",
    "Friday next week": "11-27",
    "in two weeks": "12-06",
    "in 10 days": "12-02",
    "I could do it ten days from now": "12-02",
    "in a fortnight": "12-06",
    "in a month": "12-22",
    "by the end of the month": "11-30",
    "end of next month would be perfect": "12-31",
    "at the end of December": "12-31",
    "the 5th of next month": "12-05",
    "on the 15th if possible": "12-15",
    "5 January": "2027-01-05",
}
FINNISH = {
    "Voisinko maksaa 10.12.?": "12-10",
    "siirrä 10.12.2026": "12-10",
    "10. joulukuuta": "12-10",
    "10.joulukuuta kiitos": "12-10",
    "eräpäiväksi 18.12.26": "12-18",
    "joulukuun 18. päivä sopisi": "12-18",
    "maksan huomenna": "11-23",
    "siirrettäisiinkö huomiseen": "11-23",
    "ylihuomenna tulee palkka": "11-24",
    "vasta perjantaina": "11-27",
    "ensi viikon torstaihin": "11-26",
    "keskiviikkoon asti": "11-25",
    "kahden viikon päästä": "12-06",
    "10 päivän kuluttua": "12-02",
    "viikon päähän": "11-29",
    "kuukauden kuluttua": "12-22",
    "kuun loppuun": "11-30",
    "kuukauden lopussa saan rahaa": "11-30",
    "ensi kuun loppuun asti": "12-31",
    "joulukuun loppuun": "12-31",
    "ensi kuun 5. päivä": "12-05",
    "15. päivään mennessä": "12-15",
    "5.1.": "2027-01-05",
    "viides päivä ei, vaan 7. tammikuuta": "2027-01-07",
}
SWEDISH = {
    "Kan jag betala den 10 december?": "12-10",
    "den 10:e december": "12-10",
    "10 dec 2026": "12-10",
    "senast 18/12": "12-18",
    "flytta till 2026-12-18": "12-18",
    "imorgon får jag lön": "11-23",
    "i morgon": "11-23",
    "i övermorgon": "11-24",
    "på fredag": "11-27",
    "nästa torsdag": "11-26",
    "fredag nästa vecka": "11-27",
    "om två veckor": "12-06",
    "om tio dagar": "12-02",
    "om en vecka": "11-29",
    "om en månad": "12-22",
    "i slutet av månaden": "11-30",
    "i slutet på nästa månad": "12-31",
    "vid månadsskiftet": "11-30",
    "i slutet av december": "12-31",
    "den 5:e nästa månad": "12-05",
    "till den 15:e tack": "12-15",
    "5 januari": "2027-01-05",
}
NORWEGIAN = {
    "Kan jeg betale 10. desember?": "12-10",
    "den 10.desember": "12-10",
    "10 des 2026": "12-10",
    "10.12.2026 passer": "12-10",
    "utsett til 18.12": "12-18",
    "i morgen": "11-23",
    "imorgen får jeg lønn": "11-23",
    "i overmorgen": "11-24",
    "på fredag": "11-27",
    "neste torsdag": "11-26",
    "tirsdag neste uke": "11-24",
    "om to uker": "12-06",
    "om ti dager": "12-02",
    "om ei uke": "11-29",
    "om en måned": "12-22",
    "slutten av måneden": "11-30",
    "ved utgangen av måneden": "11-30",
    "slutten av neste måned": "12-31",
    "i slutten av desember": "12-31",
    "5. neste måned": "12-05",
    "innen den 15.": "12-15",
    "5. januar": "2027-01-05",
}
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


@pytest.mark.parametrize(
    ("text", "day"),
    [pair for phrases in (ENGLISH, FINNISH, SWEDISH, NORWEGIAN) for pair in phrases.items()],
)
def test_reads_a_day(text: str, day: str) -> None:
    assert read_dates(text, TODAY) == [_day(day)]


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
