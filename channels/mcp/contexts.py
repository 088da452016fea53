"""What the tools are given when another assistant calls them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace

from channels.message_center.service import MessageCenter
from channels.runtime import Runtime
from knowledge.search import KnowledgeBase
from tools.context import LANGUAGES, Clock, Principal, ToolContext, local_today
from tools.ledger.payments import Payments
from tools.ledger.service import LedgerService
from tools.results import ProposalMade


@dataclass(frozen=True)
class Contexts:
    """Makes the context of a principal's calls.

    Attributes:
        ledger: the invoice ledger.
        payments: begins payments.
        center: shows the cards of proposals in the customer's conversation.
        clock: the time.
        knowledge: opens the knowledge base, or gives the one that is open: it takes seconds, and many never ask.
    """

    ledger: LedgerService
    payments: Payments
    center: MessageCenter
    clock: Clock
    knowledge: Callable[[], KnowledgeBase]

    @classmethod
    def on(cls, runtime: Runtime) -> Contexts:
        """Contexts with what a running process shares."""
        return cls(runtime.ledger, runtime.payments, runtime.center, runtime.clock, lambda: runtime.knowledge)

    async def of(self, principal: Principal) -> ToolContext | None:
        """The context of a principal; None when nobody is behind it any more."""
        customer = await self.ledger.customer(principal, local_today(self.clock))
        if customer is None:
            return None
        return ToolContext(
            principal=principal,
            ledger=self.ledger,
            payments=self.payments,
            knowledge=await asyncio.to_thread(self.knowledge),
            clock=self.clock,
            thread_id="",
            language=next((known for known in LANGUAGES if known == customer.language), "en"),
            country=customer.country,
        )

    async def in_conversation(self, context: ToolContext) -> ToolContext:
        """The context for a proposal: it belongs to the customer's latest conversation, or begins one."""
        thread = await self.center.open_thread(context.principal, None)
        return replace(context, thread_id=thread.id)

    async def show(self, context: ToolContext, made: ProposalMade) -> None:
        """Put a proposal's card into the conversation, where the customer confirms it."""
        await self.center.show(context.principal, context.thread_id, made.proposal, made.closed)
