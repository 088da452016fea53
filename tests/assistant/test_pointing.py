"""What "that one", "the other one" and "the second" mean."""

from __future__ import annotations

import pytest

from assistant.conversation import Message
from assistant.understanding.pointing import pointed_at
from tests.assistant.support import DENTIST, GYM, MOBILE, POWER

TWO = (POWER, MOBILE)
ALL = (POWER, MOBILE, GYM)
LISTED = [invoice.myropo_id for invoice in ALL]
ABOUT_POWER = (Message("assistant", "Invoice 1001 from Revontuli Energia."),)


class TestTheOther:
    @pytest.mark.parametrize(
        "text",
        [
            "and the other one?",
            "no, the other bill",
            "entä toinen lasku",
            "ei kun se toinen",
            "toisen eräpäivä",
            "och den andra?",
            "nej, den andra fakturan",
            "hva med den andre",
            "nei, den andre regningen",
        ],
    )
    def test_of_two_is_the_one_not_spoken_of(self, text: str) -> None:
        assert pointed_at(text, "en", ABOUT_POWER, TWO) == MOBILE

    def test_of_three_is_not_known(self) -> None:
        assert pointed_at("the other one", "en", ABOUT_POWER, ALL) is None

    def test_needs_one_that_was_spoken_of(self) -> None:
        assert pointed_at("the other one", "en", (), TWO) is None

    @pytest.mark.parametrize("text", ["on the other hand I could wait", "the other day I called", "toinen kysymys"])
    def test_is_no_hand_day_or_question(self, text: str) -> None:
        assert pointed_at(text, "en", ABOUT_POWER, TWO) is None


class TestARank:
    @pytest.mark.parametrize(
        "text",
        ["the second one", "second", "toinen", "toisen eräpäivä", "den andra", "den andre", "pay the second one"],
    )
    def test_counts_what_was_listed(self, text: str) -> None:
        assert pointed_at(text, "en", (), ALL, LISTED) == MOBILE

    @pytest.mark.parametrize("text", ["the third", "kolmannen", "den tredje", "the last one", "viimeinen", "den siste"])
    def test_reaches_to_the_last(self, text: str) -> None:
        assert pointed_at(text, "en", (), ALL, LISTED) == GYM

    @pytest.mark.parametrize(
        "text",
        [
            "the first of December",
            "the second reminder",
            "first instalment in January",
            "toinen muistutus",
            "den första dec",
        ],
    )
    def test_does_not_count_dates_letters_and_instalments(self, text: str) -> None:
        assert pointed_at(text, "en", (), ALL, LISTED) is None

    def test_needs_a_list(self) -> None:
        assert pointed_at("the second one", "en", (), ALL) is None
        assert pointed_at("the first one", "en", (), ALL, [POWER.myropo_id]) is None

    def test_beyond_the_list_is_nothing(self) -> None:
        assert pointed_at("the third one", "en", (), TWO, LISTED[:2]) is None


def test_what_is_listed_but_no_longer_seen_is_no_invoice() -> None:
    assert pointed_at("the second one", "en", (), TWO, [POWER.myropo_id, DENTIST.myropo_id]) is None
