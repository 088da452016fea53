"""Which wish a reply serves, and whether it is one that the message may mean."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from assistant.replies.catalogue import keys, say
from assistant.understanding.choices import ROUTE_OF_TOOL
from tools.context import Language

OWN_WORDS, FAILED = "own_words", "failed"
WITHOUT_TOOL = frozenset({"smalltalk", "out_of_scope"})
"""What a message may want that no tool serves."""
_SAID_WITHOUT_TOOL = WITHOUT_TOOL | {"clarify", OWN_WORDS}
# Beginnings of the catalogue's message names; a variant such as "smalltalk-robot" says the same kind of thing.
_KIND_OF_WORDS = {"smalltalk": "smalltalk", "thanks": "smalltalk", "out-of-scope": "out_of_scope"} | {
    "not-understood": "clarify"
}


def route_of(called: Sequence[str], reply: str, language: Language, handed_over: str | None = None) -> str:
    """What a reply serves.

    Args:
        called: names of the tools, in order; the first one decides.
        reply: its words; they decide where no tool was called.
        language: of the words.
        handed_over: why a person takes over, if one does.

    Returns:
        A route; without a tool ``smalltalk``, ``out_of_scope``, ``clarify`` (the assistant asked what was meant),
        ``handoff``, ``failed`` (the turn broke down and a person was called), or ``own_words``: a hosted model's, of
        which no code can tell the kind.
    """
    if called:
        return ROUTE_OF_TOOL.get(called[0], FAILED)
    if handed_over:
        return FAILED if handed_over == "assistant_unavailable" else "handoff"
    return _kind_of_words(reply, language)


def is_strictly_right(route: str, expect: str) -> bool:
    """Whether a reply serves just what was expected; a model's own words are taken for the kind that was."""
    return route == expect or (route == OWN_WORDS and expect in WITHOUT_TOOL)


def is_leniently_right(route: str, expected: Collection[str]) -> bool:
    """Whether a reply serves anything that may be meant; for what no tool serves, any words without a tool do."""
    return route in expected or (route in _SAID_WITHOUT_TOOL and not WITHOUT_TOOL.isdisjoint(expected))


def _kind_of_words(reply: str, language: Language) -> str:
    for key in sorted(keys(language)):
        for beginning, kind in _KIND_OF_WORDS.items():
            if key.startswith(beginning) and say(key, language) in reply:
                return kind
    return OWN_WORDS
