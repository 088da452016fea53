"""A message that wishes several things is taken apart where its wishes meet."""

from __future__ import annotations

import pytest

from assistant.understanding.encoder import ROUTES, Reading, Route
from assistant.understanding.parts import wishes_in
from tests.assistant.support import MOBILE, POWER

WORDS: dict[str, Route] = {
    "owe": "invoices",
    "move": "postpone",
    "siirrä": "postpone",
    "velkaa": "invoices",
    "flytta": "postpone",
    "flytt": "postpone",
    "skyldig": "invoices",
    "skylder": "invoices",
    "cost": "knowledge",
    "hello": "smalltalk",
    "weather": "out_of_scope",
}


def read(piece: str) -> Reading:
    """A stand-in for the encoder: sure where it knows a word."""
    route = next((route for word, route in WORDS.items() if word in piece.lower()), None)
    share = 0.9 if route else 0.2
    likeliest: Route = route or "handoff"
    return Reading(
        ((likeliest, share), *((other, 0.01) for other in ROUTES if other != likeliest)),
        None,
        0.9,
        "several",
        0.9,
        "en",
        1.0,
    )


def wishes(text: str) -> list[str]:
    return wishes_in(text, read, (POWER, MOBILE))


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        (
            "Move the phone bill to Friday and tell me how much I owe in total",
            ["Move the phone bill to Friday", "tell me how much I owe in total"],
        ),
        ("What does it cost? How much do I owe?", ["What does it cost?", "How much do I owe?"]),
        (
            "siirrä puhelinlasku perjantaille ja paljonko olen velkaa",
            ["siirrä puhelinlasku perjantaille", "paljonko olen velkaa"],
        ),
        (
            "flytta den till fredag och hur mycket är jag skyldig",
            ["flytta den till fredag", "hur mycket är jag skyldig"],
        ),
        ("flytt den til fredag\nhvor mye skylder jeg", ["flytt den til fredag", "hvor mye skylder jeg"]),
    ],
)
def test_two_wishes_are_two(text: str, apart: list[str]) -> None:
    assert wishes(text) == apart


def test_the_same_wish_for_another_invoice_is_a_wish_of_its_own() -> None:
    apart = wishes("move the phone bill to Friday and move the electricity to Monday")
    assert apart == ["move the phone bill to Friday", "move the electricity to Monday"]


def test_what_goes_on_about_the_same_stays_together() -> None:
    text = "Move the phone bill to Friday. I get my salary then and my mother helps me."
    assert wishes(text) == [text]


def test_a_greeting_is_no_wish() -> None:
    assert wishes("Hello there! How much do I owe? What does a reminder cost?") == [
        "How much do I owe?",
        "What does a reminder cost?",
    ]
    assert wishes("Hello there! How much do I owe?") == ["How much do I owe?"]
    assert wishes("Hello there! Something else entirely.") == ["Hello there! Something else entirely."]


def test_a_story_is_not_taken_apart() -> None:
    text = "I owe. What cost. Move it. I owe more."
    assert wishes(text) == [text]
