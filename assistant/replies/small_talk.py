"""Small talk: short, human, and honest that it is an AI."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

from assistant.conversation import Reply
from assistant.replies.catalogue import say
from assistant.replies.render import suggestions
from tools.context import Language

_WORDS = Path(__file__).with_suffix(".yaml")


def small_talk(text: str, language: Language, *, first: bool) -> Reply:
    """A sentence or two, and what the assistant can do where that is not known yet.

    Args:
        text: the customer's words.
        language: of the reply.
        first: whether the conversation begins with this.
    """
    key = next((key for key, words in _kinds().items() if words.search(text)), None)
    if key is None:
        key = "smalltalk" if first else "smalltalk-again"
    return Reply(say(key, language), language, quick_replies=[] if key == "smalltalk-bye" else suggestions(language))


@cache
def _kinds() -> dict[str, re.Pattern[str]]:
    """Message names with the words that they answer; what fits none is a greeting."""
    lists = yaml.safe_load(_WORDS.read_text(encoding="utf-8"))
    return {
        key: re.compile(rf"\b(?:{'|'.join(words)})\b".replace(" ", r"\s+"), re.IGNORECASE)
        for key, words in lists.items()
    }
