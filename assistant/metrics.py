"""What is counted, for ``/metrics``."""

from __future__ import annotations

from prometheus_client import Counter, Histogram

TURNS = Counter("assistant_turns", "Turns, by whether their reply was committed or discarded.", ["outcome"])
TURN_SECONDS = Histogram(
    "assistant_turn_seconds",
    "Seconds from the start of a turn to its reply.",
    buckets=(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 8, 20),
)
HANDOFFS = Counter(
    "assistant_handoffs", "Conversations that the assistant has handed to people, by reason.", ["reason"]
)
REPLACED = Counter(
    "assistant_words_replaced", "Replies of a model that a safeguard has replaced by one of code, by why.", ["reason"]
)
