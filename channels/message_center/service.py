"""What customers do in the message center. Every public method is one transaction."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from assistant.replies.catalogue import say
from channels.attachments.service import attach
from channels.message_center.blocking import refuse_blocked
from channels.message_center.decisions import Decisions
from channels.message_center.handoffs import hand_over
from channels.message_center.limits import MessageLimits
from channels.message_center.models import ASSISTANT, QUEUE, Thread, ThreadEvent
from channels.message_center.openings import Opening, opened_before, start_with
from channels.message_center.promises import keep_promise, promise_answer
from channels.message_center.queue import position
from channels.message_center.repository import ThreadRepository, refuse_closed
from channels.message_center.texts import clean_client_id, clean_words
from channels.message_center.visits import Visits
from channels.message_center.wait_words import place_in_queue
from tools.context import Clock, Principal
from tools.database import SessionFactory
from tools.ledger.service import LedgerService


class MessageCenter(Visits, Decisions):
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
        super().__init__(sessions, ledger, clock)
        self._defer_turn = defer_turn
        self._limits = limits

    async def post(
        self, principal: Principal, thread_id: str, client_id: str, text: str, attachments: Sequence[str] = ()
    ) -> ThreadEvent:
        """Store the customer's message, once per client id, and ask for an answer where the assistant owes one.

        Raises:
            BadInput: the text or the client id is empty or too long.
            AttachmentNotFound: a file cannot be sent here.
            ThreadNotFound: the thread is not one of this customer's.
            ThreadClosed: the conversation was closed.
            TooManyMessages: the customer has written too much in a short time.
            SenderBlocked: the customer may not write for a while.
        """
        text, client_id = clean_words(text, attachments), clean_client_id(client_id)
        async with self._sessions.begin() as session:
            threads = ThreadRepository(session)
            thread = await threads.of_customer(thread_id, principal, lock=True)
            if earlier := await threads.by_client_id(thread_id, "customer", client_id):
                return earlier
            refuse_closed(thread)
            event = await self._store(session, thread, principal, client_id, text, attachments)
            owed = thread.awaits_assistant
        if owed:
            await self._defer_turn(thread_id)
        return event

    async def begin(self, principal: Principal, opening: Opening) -> Thread:
        """Begin a conversation of the Message Center with its first message, once per client id.

        Raises:
            BadInput: the text or the client id is empty or too long.
            SignInNeeded: there is no such customer any more.
            LedgerError: there is no such invoice in scope, or several.
            AttachmentNotFound: and the others, as ``post``; nothing was stored.
        """
        text, client_id = clean_words(opening.text, opening.attachments), clean_client_id(opening.client_id)
        async with self._sessions.begin() as session:
            await ThreadRepository(session).lock_customer(principal)
            if earlier := await opened_before(session, principal, client_id):
                return earlier
            thread = await start_with(session, self._ledger, self._clock, principal, opening)
            await self._store(session, thread, principal, client_id, text, opening.attachments)
            if opening.person and thread.handler == ASSISTANT:
                await hand_over(session, thread, "asked_for_person", self._clock.now())
            # The answer to the request says what the log says of this.
            thread.customer_read_seq = thread.last_seq
        if thread.awaits_assistant:
            await self._defer_turn(thread.id)
        return thread

    async def _store(
        self,
        session: AsyncSession,
        thread: Thread,
        principal: Principal,
        client_id: str,
        text: str,
        attachments: Sequence[str],
    ) -> ThreadEvent:
        threads, now = ThreadRepository(session), self._clock.now()
        await self._refuse(session, principal, now)
        payload: dict[str, Any] = {"text": text}
        if attachments:
            payload["attachments"] = await attach(session, thread, attachments, "customer")
        event = ThreadEvent.new("message", "customer", payload, now, name=thread.customer_name, client_id=client_id)
        thread.customer_seq, thread.owed_since = thread.last_seq + 1, datetime.now(UTC)
        await threads.append(thread, event)
        thread.snoozed_until, thread.customer_read_seq = None, event.seq
        if thread.handler != ASSISTANT:
            promise_answer(thread, now)
        elif attachments:
            # The assistant cannot see into files, and who sends one wants it looked at.
            files = ", ".join(file["name"] for file in payload["attachments"])
            await hand_over(session, thread, "asked_for_person", now, goal=f"{text} [sent: {files}]".strip())
        return event

    async def _refuse(self, session: AsyncSession, principal: Principal, now: datetime) -> None:
        """Raise when a customer may not write now."""
        await refuse_blocked(session, principal, now)
        if self._limits is not None:
            await self._limits.check(ThreadRepository(session), principal, now)

    async def request_person(self, principal: Principal, thread_id: str) -> None:
        """Move the thread to the queue at the customer's wish; harmless when it is there already.

        Raises:
            ThreadNotFound: the thread is not one of this customer's.
            ThreadClosed: the conversation was closed.
            SenderBlocked: the customer may not write for a while.
            TooManyMessages: the customer has written or asked too much in a short time.
        """
        now = self._clock.now()
        async with self._sessions.begin() as session:
            threads = ThreadRepository(session)
            thread = await threads.of_customer(thread_id, principal, lock=True)
            refuse_closed(thread)
            if thread.handler == ASSISTANT:
                await self._refuse(session, principal, now)
                await hand_over(session, thread, "asked_for_person", now)

    async def leave_queue(self, principal: Principal, thread_id: str) -> None:
        """Go back to the assistant at the customer's wish; harmless when nobody waits.

        Raises:
            ThreadNotFound: the thread is not one of this customer's.
        """
        now = self._clock.now()
        async with self._sessions.begin() as session:
            threads = ThreadRepository(session)
            thread = await threads.of_customer(thread_id, principal, lock=True)
            if thread.handler != QUEUE or thread.status != "open":
                return
            thread.handler, thread.queued_at, thread.reason, thread.brief = ASSISTANT, None, None, None
            thread.priority, thread.for_supervisor, thread.answered_seq = 0, False, thread.customer_seq
            keep_promise(thread)
            payload = {"status": "left_queue", "text": say("left-queue", thread.spoken)}
            await threads.append(thread, ThreadEvent.new("status", "system", payload, now))

    async def place(self, principal: Principal, thread_id: str) -> dict[str, Any] | None:
        """Where a waiting customer stands, as the ``queue`` frame has it; None when nobody waits.

        Raises:
            ThreadNotFound: the thread is not one of this customer's.
        """
        async with self._sessions() as session:
            thread = await ThreadRepository(session).of_customer(thread_id, principal)
            if thread.handler != QUEUE or thread.status != "open":
                return None
            place = await position(session, thread)
            promised = thread.promised_at.isoformat() if thread.promised_at else None
            words = place_in_queue(thread, place, self._clock.now())
            return {"position": place, "promised_at": promised, "text": words}
