"""Why a conversation goes to a person at once: what a message tells that no tool may answer (policy.md).

Word lists decide, with no model: what is told counts; what is asked in general, denied, supposed or quoted does not. A
classifier's guess counts only together with a weaker cue.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from assistant.conversation import Message
from assistant.understanding.cue_words import DISPUTE
from assistant.understanding.details import pays_in_parts
from assistant.understanding.requests import asks, wants_person
from assistant.understanding.stopping_words import Told
from assistant.understanding.told import clauses, plain
from tools.results import HandoffReason

# Where several are told the first is the reason: lives before money, money before rights.
_IN_ORDER: tuple[HandoffReason, ...] = (
    "self_harm",
    "threat",
    "death",
    "fraud",
    "guardianship",
    "insolvency",
    "hardship",
    "data_protection",
    "legal_threat",
    "identity",
    "beyond_policy",
    "asked_for_person",
    "not_understood",
    "anger",
)
# Announced under conditions ("if you do not stop, I will ..."), so that a condition makes no mere case of it.
_EVEN_SUPPOSED = {"self_harm", "threat", "data_protection", "legal_threat", "beyond_policy"}
# Told in whatever form: "how do I pay my late father's bill", "is it possible to forgive the rest".
_EVEN_ASKED = {"self_harm", "threat", "death", "beyond_policy"}
# What a tool relieves where one is wished for.
_SERVED_INSTEAD = {"hardship", "anger", "not_understood"}
_TIMES_WRITTEN = 3
_FEWEST_LETTERS, _CAPITALS = 15, 0.8


def reason_to_stop(
    text: str, *, history: Sequence[Message] = (), guessed: HandoffReason | None = None
) -> HandoffReason | None:
    """Why a person must take over, or None where the assistant may go on.

    Args:
        text: the customer's words.
        history: what was said before, oldest first: somebody may have been misunderstood already.
        guessed: what a classifier takes the message for; it counts only where words of that reason are there too.
    """
    for reason in _IN_ORDER:
        if _is_told(reason, text, history):
            return reason
    if guessed not in _IN_ORDER or (guessed in _SERVED_INSTEAD and wishes_what_is_served(text)):
        return None
    return guessed if _any_clause(f"hint_{guessed}", text, supposed=True) else None


def is_strong_anger(text: str) -> bool:
    """Whether a message insults, swears at us or shouts; grumbling and a mere swearword do not count."""
    return _any_clause("insult", text) or _any_clause("rage", text) or _shouts(text)


def wishes_what_is_served(text: str) -> bool:
    """Whether a message wishes or asks something about invoices that a tool serves, however it is said."""
    if pays_in_parts(text) or _any_clause("served", text, supposed=True):
        return True
    return bool(asks(text) or DISPUTE.search(text)) and _any_clause("matter", text, supposed=True)


def _wishes_anything(text: str) -> bool:
    return wishes_what_is_served(text) or any(asks(clause) for clause in (text, *_clauses(text, False)))


def _is_told(reason: HandoffReason, text: str, history: Sequence[Message]) -> bool:
    match reason:
        case "hardship":
            return _any_clause("need", text) or (_any_clause("trouble", text) and not _wishes_anything(text))
        case "asked_for_person":
            return wants_person(text) or _any_clause("person", text)
        case "not_understood":
            return _is_misunderstood_again(text, history)
        case "anger":
            return is_strong_anger(text) and not wishes_what_is_served(text)
        case "self_harm":
            # A cry for help counts in quotation marks too.
            return _any_clause(reason, text, supposed=True, quotes=True)
        case _:
            return _any_clause(reason, text, supposed=reason in _EVEN_SUPPOSED, asked=reason in _EVEN_ASKED)


def _any_clause(subject: str, text: str, *, supposed: bool = False, asked: bool = True, quotes: bool = False) -> bool:
    """Whether a clause of a message tells of a subject of the word lists.

    Args:
        subject: heading of the lists.
        text: the customer's words.
        supposed: whether it counts after a condition.
        asked: whether it counts in a clause that asks how something is or is done.
        quotes: whether it counts in quotation marks.
    """
    told, how = _list(subject), _list("how")
    return any(
        told.by(clause, supposed=supposed) and (asked or not how.by(clause, supposed=True))
        for clause in _clauses(text, quotes)
    )


def _is_misunderstood_again(text: str, history: Sequence[Message]) -> bool:
    """Whether the customer says so for the second time, or writes the same words for the third."""
    said = [message.text for message in history if message.author == "customer"]
    lately = said[len(said) - _TIMES_WRITTEN + 1 :]
    if len(said) >= _TIMES_WRITTEN - 1 and all(plain(earlier) == plain(text) for earlier in lately):
        return True
    return _any_clause("misunderstood", text) and (
        _any_clause("again", text, supposed=True) or any(_any_clause("misunderstood", earlier) for earlier in said)
    )


def _shouts(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    loud = sum(letter.isupper() for letter in letters) >= _CAPITALS * len(letters)
    return loud and len(letters) >= _FEWEST_LETTERS and bool(re.search(r"[!?]{2}|!", text))


@lru_cache(maxsize=256)
def _clauses(text: str, quotes: bool) -> tuple[str, ...]:
    return tuple(clauses(plain(text, quotes=quotes)))


@cache
def _list(subject: str) -> Told:
    return Told(subject)
