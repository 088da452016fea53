"""What lies above the tools, seen from below: protocols that ``channels`` implements and injects."""

from __future__ import annotations

from typing import Literal, Protocol

HandoffReason = Literal["asked_for_person", "dispute", "hardship", "fraud", "not_understood", "assistant_unavailable"]


class HandoffDesk(Protocol):
    """Where a conversation is left for people."""

    def request(self, reason: HandoffReason, goal: str) -> None:
        """Ask that the thread be moved to the queue when this turn is committed.

        Args:
            reason: why a person is needed.
            goal: what the customer wants, in the customer's own words.
        """
        ...
