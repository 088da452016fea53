"""A conversation as a supervisor judges it: which of the customer's messages the assistant was to answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from channels.message_center.models import ThreadEvent

_TO_PEOPLE = ("handoff", "claimed")
_TO_ASSISTANT = ("handed_back",)


@dataclass
class Episode:
    """A stretch in which the assistant answered, from its beginning or from when people handed the conversation back.

    Attributes:
        messages: the customer's, with their numbers.
    """

    messages: list[tuple[int, str]] = field(default_factory=list)


def episodes(events: Iterable[ThreadEvent]) -> list[Episode]:
    """The assistant's parts of a conversation, those without a message left out.

    Args:
        events: the whole log, in order.
    """
    found, theirs = [Episode()], False
    for event in events:
        left = event.kind == "status" and event.payload.get("status") == "left_queue"
        if event.kind in _TO_PEOPLE:
            theirs = True
        elif event.kind in _TO_ASSISTANT or left:
            theirs = False
            found.append(Episode())
        elif event.kind == "message" and event.author_kind == "customer" and not theirs and event.payload["text"]:
            found[-1].messages.append((event.seq, event.payload["text"]))
    return [episode for episode in found if episode.messages]
