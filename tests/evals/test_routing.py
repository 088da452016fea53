"""What counts as right in the routing evaluation."""

from __future__ import annotations

import pytest

from assistant.replies.catalogue import say
from assistant.understanding.choices import ROUTE_OF_TOOL
from evals.routes import OWN_WORDS, is_leniently_right, is_strictly_right, route_of
from tools.catalogue import ALL_TOOLS
from tools.context import LANGUAGES, Language


def test_every_tool_serves_a_route() -> None:
    assert set(ROUTE_OF_TOOL) == {tool.name for tool in ALL_TOOLS}


@pytest.mark.parametrize(
    ("called", "route"),
    [
        (["start_payment"], "pay"),
        (["dispute_invoice"], "handoff"),
        (["search_knowledge", "start_payment"], "knowledge"),
        (["no_such_tool"], "failed"),
    ],
)
def test_the_first_tool_decides(called: list[str], route: str) -> None:
    assert route_of(called, "", "en") == route


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("key", "route"),
    [
        ("smalltalk", "smalltalk"),
        ("thanks", "smalltalk"),
        ("out-of-scope", "out_of_scope"),
        ("not-understood", "clarify"),
    ],
)
def test_without_a_tool_the_words_decide(language: Language, key: str, route: str) -> None:
    assert route_of([], say(key, language), language) == route


def test_without_a_tool_a_person_may_have_been_called() -> None:
    assert route_of([], "", "en", "not_understood") == "handoff"
    assert route_of([], "", "en", "assistant_unavailable") == "failed"
    assert route_of([], "I am a poet", "en") == OWN_WORDS


@pytest.mark.parametrize(
    ("route", "expect", "also_ok", "strict", "lenient"),
    [
        ("pay", "pay", (), True, True),
        ("knowledge", "pay", (), False, False),
        ("knowledge", "pay", ("knowledge",), False, True),
        # A refusal where small talk was meant answers nothing, but calls no wrong tool either.
        ("out_of_scope", "smalltalk", (), False, True),
        ("clarify", "out_of_scope", (), False, True),
        ("clarify", "pay", (), False, False),
        (OWN_WORDS, "smalltalk", (), True, True),
        (OWN_WORDS, "plan", (), False, False),
        ("failed", "smalltalk", (), False, False),
    ],
)
def test_right_strictly_and_leniently(
    route: str, expect: str, also_ok: tuple[str, ...], strict: bool, lenient: bool
) -> None:
    assert (is_strictly_right(route, expect), is_leniently_right(route, {expect, *also_ok})) == (strict, lenient)
