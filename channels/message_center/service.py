"""What customers do in the message center. Every public method is one transaction."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from assistant.brief import Brief
from assistant.conversation import Message
from assistant.replies.cards import receipt_card
from assistant.replies.catalogue import say
from channels.errors import BadInput, SignInNeeded, ThreadClosed
from channels.message_center.models import ASSISTANT, QUEUE, Thread, ThreadEvent
from channels.message_center.repository import ThreadRepository
from tools.context import LANGUAGES, Clock, Language, Principal, local_today
from tools.database import SessionFactory
from tools.ledger import proposals
from tools.ledger.errors import ProposalNotFound
from tools.ledger.repository import lock_proposal
from tools.ledger.service import LedgerService
from tools.ledger.views import ProposalView
from tools.results import HandoffReason

MAX_TEXT = 4000
MAX_CLIENT_ID = 64


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
    """

    def __init__(
        self,
        sessions: SessionFactory,
        ledger: LedgerService,
        clock: Clock,
        defer_turn: Callable[[str], Awaitable[None]],
    ) -> None:
        self._sessions = sessions
        self._ledger = ledger
        self._clock = clock
        self._defer_turn = defer_turn

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
        customer = await self._ledger.customer(principal)
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
        """
        text = clean_text(text)
        client_id = clean_client_id(client_id)
        async with self._sessions.begin() as session:
            threads = ThreadRepository(session)
            thread = await threads.of_customer(thread_id, principal, lock=True)
            if earlier := await threads.by_client_id(thread_id, "customer", client_id):
                return earlier
            _refuse_closed(thread)
            event = ThreadEvent.new(
                "message",
                "customer",
                {"text": text},
                self._clock.now(),
                name=thread.customer_name,
                client_id=client_id,
            )
            thread.customer_seq, thread.owed_since = thread.last_seq + 1, datetime.now(UTC)
            await threads.append(thread, event)
            owed = thread.awaits_assistant
        if owed:
            await self._defer_turn(thread_id)
        return event

    async def confirm(self, principal: Principal, thread_id: str, proposal_id: str, terms_hash: str) -> ThreadEvent:
        """Commit a proposal by the customer's own click and write its receipt, in one transaction.

        Raises:
            ThreadNotFound: the thread is not one of this customer's.
            LedgerError: the proposal cannot be confirmed; see ``tools.ledger.errors``.
        """
        async with self._sessions.begin() as session:
            thread = await self._thread_of(session, principal, thread_id, proposal_id)
            receipt = await proposals.confirm(
                session, principal, UUID(proposal_id), terms_hash, self._clock.now(), tariffs=self._ledger.tariffs
            )
            card, text = receipt_card(receipt, thread.spoken)
            payload = {"proposal_id": str(receipt.proposal_id), "receipt": card, "text": text}
            event = ThreadEvent.new("receipt", "system", payload, self._clock.now())
            return await ThreadRepository(session).append(thread, event)

    async def cancel(self, principal: Principal, thread_id: str, proposal_id: str) -> ThreadEvent:
        """Decline a proposal by the customer's own click.

        Raises:
            ThreadNotFound: the thread is not one of this customer's.
            LedgerError: the proposal is not open any more.
        """
        async with self._sessions.begin() as session:
            thread = await self._thread_of(session, principal, thread_id, proposal_id)
            cancelled = await proposals.cancel(session, principal, UUID(proposal_id), self._clock.now())
            return await self.tell_closed(session, thread, cancelled)

    async def tell_closed(self, session: AsyncSession, thread: Thread, card: ProposalView) -> ThreadEvent:
        """Say where a card stands that it can no longer be confirmed.

        Args:
            session: the caller's transaction, holding the thread's lock.
            thread: the card's thread.
            card: the proposal, cancelled, superseded or expired.
        """
        text = say(f"proposal-{card.status}", thread.spoken)
        payload = {"proposal_id": str(card.id), "status": card.status, "text": text}
        event = ThreadEvent.new("proposal_closed", "system", payload, self._clock.now())
        return await ThreadRepository(session).append(thread, event)

    async def _thread_of(self, session: AsyncSession, principal: Principal, thread_id: str, proposal_id: str) -> Thread:
        """The locked thread, once the proposal is known to belong to it."""
        thread = await ThreadRepository(session).of_customer(thread_id, principal, lock=True)
        proposal = await lock_proposal(session, principal, _uuid(proposal_id))
        if proposal is None or proposal.thread_id != thread_id:
            raise ProposalNotFound(proposal_id)
        return thread

    async def request_person(self, principal: Principal, thread_id: str) -> None:
        """Move the thread to the queue at the customer's wish; harmless when it is there already.

        Raises:
            ThreadNotFound: the thread is not one of this customer's.
            ThreadClosed: the conversation was closed.
        """
        async with self._sessions.begin() as session:
            threads = ThreadRepository(session)
            thread = await threads.of_customer(thread_id, principal, lock=True)
            _refuse_closed(thread)
            if thread.handler != ASSISTANT:
                return
            recent = [e for e in await threads.recent_messages(thread_id, 6) if e.seq > thread.episode_seq]
            brief = Brief.write(
                name=thread.customer_name,
                country=thread.country,
                language=thread.language,
                said=[Message(e.author_kind, e.payload["text"]) for e in recent],  # type: ignore[arg-type]
                invoices=await self._ledger.list_invoices(principal, local_today(self._clock)),
                proposals=await self._ledger.open_proposals(thread_id, self._clock.now()),
            )
            for card in await proposals.supersede(session, thread_id, self._clock.now()):
                await self.tell_closed(session, thread, card)
            await self.queue_thread(session, thread, "asked_for_person", brief)

    async def queue_thread(self, session: AsyncSession, thread: Thread, reason: HandoffReason, brief: Brief) -> None:
        """Make people responsible for a thread and tell the customer so, from the state itself.

        Args:
            session: the caller's transaction, holding the thread's lock.
            thread: the thread to move.
            reason: why.
            brief: what the person who takes it needs to know.
        """
        threads = ThreadRepository(session)
        await threads.lock_queue()
        position = await threads.queue_length() + 1
        thread.handler, thread.reason, thread.brief = QUEUE, reason, brief.model_dump()
        thread.queued_at, thread.claimed_at, thread.pending = self._clock.now(), None, None
        thread.answered_seq = thread.customer_seq
        text = say("handoff", thread.spoken, reason=reason, position=position)
        payload = {"reason": reason, "position": position, "text": text}
        await threads.append(thread, ThreadEvent.new("handoff", "system", payload, self._clock.now()))

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


def clean_text(text: object) -> str:
    """A message's text without what PostgreSQL cannot store.

    Raises:
        BadInput: not a text, empty, or longer than 4 000 characters.
    """
    if not isinstance(text, str):
        raise BadInput("invalid_field", "text must be a string")
    # NUL cannot be stored, and a lone surrogate is no character: neither carries meaning.
    cleaned = text.replace("\x00", "").encode("utf-8", "ignore").decode().strip()
    if not cleaned:
        raise BadInput("message_empty")
    if len(cleaned) > MAX_TEXT:
        raise BadInput("message_too_long")
    return cleaned


def clean_client_id(client_id: object) -> str:
    """A client id that can be a key.

    Raises:
        BadInput: not a text of 1 to 64 printable characters.
    """
    if not isinstance(client_id, str) or not 0 < len(client_id) <= MAX_CLIENT_ID or not client_id.isprintable():
        raise BadInput("invalid_field", f"client_id must be 1 to {MAX_CLIENT_ID} printable characters")
    return client_id


def _uuid(proposal_id: str) -> UUID:
    try:
        return UUID(proposal_id)
    except ValueError:
        raise ProposalNotFound(proposal_id) from None


def _refuse_closed(thread: Thread) -> None:
    if thread.status == "closed":
        raise ThreadClosed(thread.id)
