"""What customers do in the message center. Every public method is one transaction."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from channels.errors import BadInput, SignInNeeded
from channels.message_center.cards import card_of, tell_closed, tell_confirmed, tell_offered
from channels.message_center.handoffs import hand_over
from channels.message_center.limits import MessageLimits
from channels.message_center.models import ASSISTANT, Thread, ThreadEvent
from channels.message_center.repository import ThreadRepository, refuse_closed
from channels.message_center.texts import clean_client_id, clean_text
from tools.context import LANGUAGES, Clock, Language, Principal, Strength, local_today
from tools.database import SessionFactory
from tools.ledger import proposals
from tools.ledger.errors import ProposalNotFound
from tools.ledger.pending import Proposal
from tools.ledger.proposal_views import ProposalView, Receipt
from tools.ledger.service import LedgerService
from tools.ledger.terms import DisputeTerms, Wish

# Where proposals belong that are made outside of any conversation: each to a place of its own.
_OUTSIDE = "api:"


@dataclass(frozen=True)
class ThreadLogPart:
    """A thread and a stretch of its log."""

    thread: Thread
    events: Sequence[ThreadEvent]


class MessageCenter:
    """The customer's side of all threads.

    Args:
        sessions: database sessions.
        ledger: to know the customer's name, country and language.
        clock: the time.
        defer_turn: asks that the assistant answer a thread, durably.
        limits: how much a customer may write; None for as much as they like.
    """

    def __init__(
        self,
        sessions: SessionFactory,
        ledger: LedgerService,
        clock: Clock,
        defer_turn: Callable[[str], Awaitable[None]],
        limits: MessageLimits | None = None,
    ) -> None:
        self._sessions = sessions
        self._ledger = ledger
        self._clock = clock
        self._defer_turn = defer_turn
        self._limits = limits

    async def open_thread(
        self, principal: Principal, thread_id: str | None, language: Language | None = None
    ) -> Thread:
        """The thread asked for, or the customer's latest open one, or a new one.

        Raises:
            ThreadNotFound: ``thread_id`` is not one of this customer's.
        """
        async with self._sessions.begin() as session:
            threads = ThreadRepository(session)
            if thread_id is not None:
                return await threads.of_customer(thread_id, principal)
            if latest := await threads.latest_open(principal):
                return latest
            # Two windows that open at once shall share one conversation.
            await threads.lock_customer(principal)
            return await threads.latest_open(principal) or await self._start(threads, principal, language)

    async def new_thread(self, principal: Principal, language: Language | None = None) -> Thread:
        """Begin a new conversation."""
        async with self._sessions.begin() as session:
            return await self._start(ThreadRepository(session), principal, language)

    async def _start(self, threads: ThreadRepository, principal: Principal, language: Language | None) -> Thread:
        customer = await self._ledger.customer(principal, local_today(self._clock))
        if customer is None:
            raise SignInNeeded(str(principal))
        thread = Thread(
            id=uuid4().hex,
            principal=str(principal),
            customer_name=customer.name,
            country=customer.country,
            language=language or customer.language,
            created_at=self._clock.now(),
        )
        threads.add(thread)
        return thread

    async def read(self, principal: Principal, thread_id: str, *, after: int = 0) -> ThreadLogPart:
        """A thread and what happened in it after a sequence number, as the customer may see it.

        Raises:
            ThreadNotFound: the thread is not one of this customer's.
        """
        async with self._sessions() as session:
            threads = ThreadRepository(session)
            # The thread first: an event committed in between is then in the events, and a later wake-up is harmless.
            thread = await threads.of_customer(thread_id, principal)
            return ThreadLogPart(thread, await threads.events(thread_id, after=after))

    async def post(self, principal: Principal, thread_id: str, client_id: str, text: str) -> ThreadEvent:
        """Store the customer's message, once per client id, and ask for an answer where the assistant owes one.

        Raises:
            BadInput: the text or the client id is empty or too long.
            ThreadNotFound: the thread is not one of this customer's.
            ThreadClosed: the conversation was closed.
            TooManyMessages: the customer has written too much in a short time.
        """
        text, client_id = clean_text(text), clean_client_id(client_id)
        async with self._sessions.begin() as session:
            threads = ThreadRepository(session)
            thread = await threads.of_customer(thread_id, principal, lock=True)
            if earlier := await threads.by_client_id(thread_id, "customer", client_id):
                return earlier
            refuse_closed(thread)
            event = ThreadEvent.new(
                "message", "customer", {"text": text}, self._clock.now(), name=thread.customer_name, client_id=client_id
            )
            if self._limits is not None:
                await self._limits.check(threads, principal, event.at)
            thread.customer_seq, thread.owed_since = thread.last_seq + 1, datetime.now(UTC)
            await threads.append(thread, event)
            owed = thread.awaits_assistant
        if owed:
            await self._defer_turn(thread_id)
        return event

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
        refuse_closed((await self.read(principal, thread_id)).thread)
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
        return await threads.latest_open(principal, lock=True) or await self._start(threads, principal, None)

    async def request_person(self, principal: Principal, thread_id: str) -> None:
        """Move the thread to the queue at the customer's wish; harmless when it is there already.

        Raises:
            ThreadNotFound: the thread is not one of this customer's.
            ThreadClosed: the conversation was closed.
        """
        async with self._sessions.begin() as session:
            thread = await ThreadRepository(session).of_customer(thread_id, principal, lock=True)
            refuse_closed(thread)
            if thread.handler == ASSISTANT:
                await hand_over(session, thread, "asked_for_person", self._clock.now())

    async def set_language(self, principal: Principal, thread_id: str, language: str) -> None:
        """Change the thread's language at the customer's wish.

        Raises:
            BadInput: the language is not served.
        """
        if language not in LANGUAGES:
            raise BadInput("invalid_field", f"language must be one of {', '.join(LANGUAGES)}")
        async with self._sessions.begin() as session:
            thread = await ThreadRepository(session).of_customer(thread_id, principal, lock=True)
            thread.language = language


def _uuid(proposal_id: str) -> UUID:
    try:
        return UUID(proposal_id)
    except ValueError:
        raise ProposalNotFound(proposal_id) from None
