"""What stops the assistant: reasons told in four languages, and what only sounds like one."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
import yaml

from assistant.conversation import Message
from assistant.understanding.stopping import is_strong_anger, reason_to_stop, wishes_what_is_served
from tools.context import LANGUAGES, Language
from tools.results import HandoffReason

PHRASES = Path(__file__).parent / "stopping_phrases"
TRAINING = Path(__file__).parents[2] / "assistant" / "understanding" / "training"
MAIN = ("self_harm", "death", "fraud", "data_protection", "legal_threat", "threat", "insolvency", "hardship")
OTHERS = ("guardianship", "identity", "beyond_policy", "asked_for_person", "anger")
# Most of these tell of a death or a guardian beside a wish that a tool serves, and are for a person after all.
MOST_FALSE = 0.005


@cache
def phrases(language: str) -> dict[str, list[str]]:
    loaded: dict[str, list[str]] = yaml.safe_load((PHRASES / f"{language}.yaml").read_text(encoding="utf-8"))
    return loaded


TOLD = [(reason, text) for tongue in LANGUAGES for reason, said in phrases(tongue).items() for text in said]


@pytest.mark.parametrize(("reason", "text"), TOLD)
def test_what_is_told_is_told_apart_from_what_only_sounds_like_it(reason: str, text: str) -> None:
    assert reason_to_stop(text) == (None if reason == "none" else reason)


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_phrases_enough(language: Language) -> None:
    known = {reason: len(set(said)) for reason, said in phrases(language).items()}
    assert all(known[reason] >= 15 for reason in MAIN)
    assert all(known[reason] >= 10 for reason in OTHERS)
    assert known["none"] >= 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_other_wishes_are_seldom_stopped(language: Language) -> None:
    rows = [json.loads(line) for line in (TRAINING / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()]
    others = [row["text"] for row in rows if row["route"] != "handoff"]
    stopped = [text for text in others if reason_to_stop(text)]
    assert len(stopped) <= MOST_FALSE * len(others), stopped


class TestWhereSeveralReasonsAreTold:
    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            ("My wife died and I want to die too, let me talk to somebody", "self_harm"),
            ("I'll kill you, I'll sue you", "threat"),
            ("My husband died, can somebody call me?", "death"),
            ("Somebody used my identity, I'll report it to the police", "fraud"),
            ("I lost my job and I'm bankrupt", "insolvency"),
            ("You idiots, my lawyer will contact you", "legal_threat"),
        ],
    )
    def test_the_gravest_one_is_the_reason(self, text: str, reason: HandoffReason) -> None:
        assert reason_to_stop(text) == reason


class TestHardship:
    @pytest.mark.parametrize(
        "text",
        [
            "I lost my job, can I pay a month later?",
            "I'm in hospital and need an extension",
            "jäin työttömäksi, haluan maksaa osissa",
            "jag är sjukskriven och vill dela upp räkningen",
            "jeg er permittert og trenger utsettelse",
        ],
    )
    def test_is_served_where_a_tool_can_relieve_it(self, text: str) -> None:
        assert reason_to_stop(text) is None

    @pytest.mark.parametrize("text", ["we have no food, can I pay later?", "ei ole rahaa ruokaan, saisinko lisäaikaa"])
    def test_is_for_a_person_where_somebody_is_in_need(self, text: str) -> None:
        assert reason_to_stop(text) == "hardship"


class TestAnger:
    @pytest.mark.parametrize("text", ["you idiots, where is my invoice?", "jävla idioter, varför fick jag en avgift?"])
    def test_is_no_reason_where_something_is_wished_that_is_served(self, text: str) -> None:
        assert is_strong_anger(text)
        assert wishes_what_is_served(text)
        assert reason_to_stop(text) is None

    @pytest.mark.parametrize(
        "text", ["where the fuck is my invoice", "this is annoying", "I WANT TO PAY MY INVOICE", "huono palvelu"]
    )
    def test_is_more_than_a_swearword_or_grumbling(self, text: str) -> None:
        assert not is_strong_anger(text)


class TestMisunderstanding:
    @pytest.mark.parametrize(
        "text", ["that's not what I asked", "et ymmärrä mua", "du förstår inte", "du forstår ikke hva jeg mener"]
    )
    def test_is_a_reason_when_it_is_told_again(self, text: str) -> None:
        assert reason_to_stop(text) is None
        assert reason_to_stop(text, history=[Message("customer", "you don't understand me")]) == "not_understood"
        assert reason_to_stop(text, history=[Message("assistant", "you don't understand me")]) is None

    def test_is_a_reason_when_it_is_said_not_to_be_the_first(self) -> None:
        assert reason_to_stop("you keep giving me the same answer") == "not_understood"

    def test_is_a_reason_when_the_same_is_written_three_times(self) -> None:
        once = Message("customer", "the parking thing")
        assert reason_to_stop("The parking thing", history=[once]) is None
        assert reason_to_stop("The parking thing", history=[once, once]) == "not_understood"


class TestAGuess:
    def test_counts_with_a_weaker_cue(self) -> None:
        text = "I can't bear it, it's hopeless"
        assert reason_to_stop(text) is None
        assert reason_to_stop(text, guessed="self_harm") == "self_harm"

    def test_of_danger_counts_whatever_else_is_wished(self) -> None:
        assert reason_to_stop("I can't bear it any longer, move the due date", guessed="self_harm") == "self_harm"

    def test_does_not_count_alone(self) -> None:
        assert reason_to_stop("please look at this for me", guessed="fraud") is None

    def test_does_not_count_against_a_wish_that_is_served(self) -> None:
        assert reason_to_stop("I was sick, can I get an extension?", guessed="hardship") is None
