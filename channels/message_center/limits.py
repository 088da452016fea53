"""How much one customer may write in a time, and how often be handed to a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from channels.errors import TooManyMessages
from channels.message_center.repository import ThreadRepository
from tools.context import Principal

_MINUTE, _HOUR = timedelta(minutes=1), timedelta(hours=1)


@dataclass(frozen=True)
class MessageLimits:
    """The most messages and handoffs of one customer, in all conversations together.

    Attributes:
        per_minute: in any sixty seconds.
        per_hour: in any sixty minutes.
    """

    per_minute: int
    per_hour: int

    async def check(self, threads: ThreadRepository, principal: Principal, now: datetime) -> None:
        """Count what the customer has written.

        A customer who writes in several conversations at the very same moment may come a few messages further.

        Raises:
            TooManyMessages: one more would be too many.
        """
        in_minute, in_hour = await threads.written_since(principal, now - _MINUTE, now - _HOUR)
        if in_minute >= self.per_minute or in_hour >= self.per_hour:
            raise TooManyMessages(str(principal))
