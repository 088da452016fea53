"""All that a customer reads of an answer: its words, its table, its cards and its link."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

# What cards and tables hold beside their words.
_NOT_READ = frozenset({"hash", "expires_at", "url", "id", "committed_at", "proposal_id", "status", "align"})


def shown_in(answer: Mapping[str, Any]) -> list[str]:
    """The texts of an answer, one after another.

    Args:
        answer: as ``channels.terminal.answer_to`` describes it. Its buttons are left out: they are words for the
            customer to say.
    """
    terms = [card["terms"] for card in answer["proposals"]]
    link = (answer["link"] or {}).get("label")
    return [answer["reply"], *_texts(answer["table"]), *_texts(terms), *_texts(link)]


def texts_of_card(card: Mapping[str, Any]) -> list[str]:
    """The texts of one card or receipt, one after another."""
    return list(_texts(card))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            if name not in _NOT_READ:
                yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)
