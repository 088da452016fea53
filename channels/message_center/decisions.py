"""What customers decide about proposals. Every public method is one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID, uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from channels.message_center.cards import card_of, tell_closed, tell_confirmed, tell_offered
from channels.message_center.customer_side import CustomerSide
from channels.message_center.handoffs import hand_over
from channels.message_center.models import ASSISTANT, Thread
from channels.message_center.promises import promise_answer
from channels.message_center.repository import ThreadRepository, refuse_closed
from channels.message_center.starting import start_thread
from tools.context import Principal, Strength
from tools.ledger import proposals
from tools.ledger.errors import ProposalNotFound
from tools.ledger.pending import Proposal
from tools.ledger.proposal_views import ProposalView, Receipt
from tools.ledger.terms import DisputeTerms, Wish

# Where proposals belong that are made outside of any conversation: each to a place of its own.
_OUTSIDE = "api:"


class Decisions(CustomerSide):
    """Cards, and the customer's clicks on them; a part of ``MessageCenter``."""

    async def offer(self, principal: Principal, thread_id: str | None, reference: str, wish: Wish) -> ProposalView:
        """Offer what a customer wishes outside the assistant's turns.

        Args:
            principal: who asks.
            thread_id: the conversation to show the card in; None for a proposal outside of any.
            reference: invoice number or MyRopo ID.
            wish: what is asked for.

        Raises:
            ThreadNotFound: the thread is not one of this customer's.
            ThreadClosed: the conversation was closed.
            LedgerError: there is no such invoice in scope, or a rule says no.
        """
        now = self._clock.now()
        if thread_id is None:
            place = f"{_OUTSIDE}{uuid4().hex}"
            return (await self._ledger.propose(principal, place, reference, wish, now)).proposal
        async with self._sessions() as session:
            refuse_closed(await ThreadRepository(session).of_customer(thread_id, principal))
        made = await self._ledger.propose(principal, thread_id, reference, wish, now)
        await self.show(principal, thread_id, made.proposal, [closed.id for closed in made.closed])
        return made.proposal

    async def show(
        self, principal: Principal, thread_id: str, proposal: ProposalView, closed: Sequence[UUID] = ()
    ) -> None:
        """Put the card of a proposal into its conversation, and say of those whose place it took that they are closed.

        Raises:
            ThreadNotFound: the thread is not one of this customer's.
        """
        now = self._clock.now()
        async with self._sessions.begin() as session:
            thread = await ThreadRepository(session).of_customer(thread_id, principal, lock=True)
            for proposal_id in closed:
                await tell_closed(session, thread, await card_of(session, proposal_id), now)
            await tell_offered(session, thread, proposal, now, author="system")

    async def confirm(
        self,
        principal: Principal,
        thread_id: str | None,
        proposal_id: str,
        terms_hash: str,
        strength: Strength = "light",
    ) -> Receipt:
        """Commit a proposal by the customer's own click and write its receipt, in one transaction.

        A dispute is for people: its thread goes to the queue in the same transaction.

        Args:
            principal: who confirms.
            thread_id: the conversation that the click was made in; None outside of any.
            proposal_id: the proposal that the customer was shown.
            terms_hash: its hash as the customer was shown it.
            strength: how surely the session knows who confirms.

        Raises:
            ThreadNotFound: the thread is not one of this customer's.
            LedgerError: the proposal cannot be confirmed; see ``tools.ledger.errors``.
        """
        now, tariffs = self._clock.now(), self._ledger.tariffs
        async with self._sessions.begin() as session:
            thread = await self._thread_of(session, principal, thread_id, proposal_id)
            receipt = await proposals.confirm(
                session, principal, UUID(proposal_id), terms_hash, now, tariffs=tariffs, strength=strength
            )
            if thread is None:
                return receipt
            await tell_confirmed(session, thread, receipt, now)
            if isinstance(receipt.terms, DisputeTerms):
                # In a conversation that is over nobody would see it.
                refuse_closed(thread)
                if thread.handler == ASSISTANT:
                    goal = f"Disputes invoice {receipt.invoice}: {receipt.terms.reason}"
                    await hand_over(session, thread, "dispute", now, goal=goal)
                else:
                    promise_answer(thread, now)
            return receipt

    async def cancel(self, principal: Principal, thread_id: str | None, proposal_id: str) -> ProposalView:
        """Decline a proposal by the customer's own click.

        Raises:
            ThreadNotFound: the thread is not one of this customer's.
            LedgerError: the proposal is not open any more.
        """
        now = self._clock.now()
        async with self._sessions.begin() as session:
            thread = await self._thread_of(session, principal, thread_id, proposal_id)
            cancelled = await proposals.cancel(session, principal, UUID(proposal_id), now)
            if thread is not None:
                await tell_closed(session, thread, cancelled, now)
            return cancelled

    async def expire_cards(self) -> None:
        """Close the cards whose time is over, and say so where they stand."""
        now = self._clock.now()
        async with self._sessions.begin() as session:
            # Threads are locked before proposals everywhere: two who wait for each other would wait for ever.
            threads = await ThreadRepository(session).lock_overdue(now)
            for thread_id, card in await proposals.expire(session, now):
                if thread := threads.get(thread_id):
                    await tell_closed(session, thread, card, now)

    async def _thread_of(
        self, session: AsyncSession, principal: Principal, thread_id: str | None, proposal_id: str
    ) -> Thread | None:
        """The locked thread that a proposal belongs to; a dispute from outside of any gets one, for people to answer.

        Raises:
            ThreadNotFound: the thread is not one of this customer's.
            ProposalNotFound: the proposal is not this customer's, or not this thread's.
        """
        threads = ThreadRepository(session)
        thread = None if thread_id is None else await threads.of_customer(thread_id, principal, lock=True)
        proposal = await session.get(Proposal, _uuid(proposal_id))
        if proposal is None or proposal.principal != str(principal) or thread_id not in (None, proposal.thread_id):
            raise ProposalNotFound(proposal_id)
        if thread is not None:
            return thread
        if not proposal.thread_id.startswith(_OUTSIDE):
            return await threads.of_customer(proposal.thread_id, principal, lock=True)
        if proposal.kind != "dispute_invoice":
            return None
        await threads.lock_customer(principal)
        return await threads.latest_open(principal, lock=True) or await start_thread(
            session, self._ledger, self._clock, principal
        )


def _uuid(proposal_id: str) -> UUID:
    try:
        return UUID(proposal_id)
    except ValueError:
        raise ProposalNotFound(proposal_id) from None
