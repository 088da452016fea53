"""Small talk is short, fits what was said, and never pretends to be a person."""

from __future__ import annotations

import pytest

from assistant.certain import certain_choice
from assistant.conversation import Message
from assistant.replies.catalogue import say
from assistant.replies.small_talk import small_talk
from assistant.understanding.encoder import read
from assistant.understanding.stopping import reason_to_stop
from tests.assistant.support import situation
from tools.context import LANGUAGES, Language


def chosen(text: str, history: tuple[Message, ...] = ()) -> str | None:
    """What a message is answered with, after everything that is looked at before."""
    return certain_choice(situation(text, history=history), read(text), reason_to_stop(text, history=history))


class TestWhatIsSaid:
    @pytest.mark.parametrize(
        ("text", "language", "key"),
        [
            ("are you a bot?", "en", "smalltalk-bot"),
            ("ootko sä ihminen", "fi", "smalltalk-bot"),
            ("vem är du", "sv", "smalltalk-bot"),
            ("hva heter du", "nb", "smalltalk-bot"),
            ("that's all, bye", "en", "smalltalk-bye"),
            ("hejdå", "sv", "smalltalk-bye"),
            ("miten menee", "fi", "smalltalk-fine"),
            ("hvordan går det", "nb", "smalltalk-fine"),
            ("tell me a joke", "en", "smalltalk-fun"),
            ("ootte ihan paskoja", "fi", "smalltalk-sorry"),
        ],
    )
    def test_is_answered_by_what_fits(self, text: str, language: Language, key: str) -> None:
        assert small_talk(text, language, first=False).text == say(key, language)

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_a_greeting_says_who_answers_the_first_time_only(self, language: Language) -> None:
        first, again = (small_talk("Hi", language, first=first).text for first in (True, False))
        assert "AI" in first or "KI" in first or "tekoäly" in first
        assert len(again) < len(first)


class TestWhoItIs:
    @pytest.mark.parametrize(
        "text",
        ["are you a real person?", "oletko sinä ihminen", "är du en riktig människa?", "er du et ekte menneske?"],
    )
    def test_is_told_and_no_person_is_fetched(self, text: str) -> None:
        assert chosen(text) == "smalltalk"

    @pytest.mark.parametrize(
        "text",
        [
            "are you a bot? I want to kill myself",
            "are you a real person? I want a human",
            "oletko botti? haluan tappaa itseni",
            "är du en robot? jag vill prata med en människa",
            "er du en robot? hva skylder jeg",
        ],
    )
    def test_hides_nothing_else_that_is_said(self, text: str) -> None:
        assert chosen(text) is None

    @pytest.mark.parametrize("text", ["are you able to move it?", "I want a real person", "er du sikker"])
    def test_is_not_what_everything_asks(self, text: str) -> None:
        assert chosen(text) is None


class TestAnInsult:
    @pytest.mark.parametrize(
        "text", ["you are useless", "ootte ihan paskoja", "ni är helt värdelösa", "dere er udugelige"]
    )
    def test_gets_an_apology_the_first_time(self, text: str) -> None:
        assert chosen(text) == "insulted"

    def test_brings_a_person_the_second_time(self) -> None:
        history = (Message("customer", "you are useless"), Message("assistant", say("smalltalk-sorry", "en")))
        assert chosen("you are idiots", history) is None

    def test_does_not_hide_a_threat(self) -> None:
        assert chosen("you idiots I will kill you") is None

    def test_that_is_a_tirade_is_for_people_at_once(self) -> None:
        text = "YOU ARE ALL IDIOTS AND THIEVES, I HATE THIS COMPANY AND EVERYBODY IN IT!!!"
        assert chosen(text) is None
