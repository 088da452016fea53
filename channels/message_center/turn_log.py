"""The message center as the assistant's turns see it: read a thread, commit one reply."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from assistant.brief import Brief
from assistant.conversation import Message, Reply, Situation, ThreadState
from channels.mail.notices import note_answer
from channels.message_center.cards import card_of, tell_closed, tell_offered
from channels.message_center.handoffs import queue_thread
from channels.message_center.models import ASSISTANT, Thread, ThreadEvent
from channels.message_center.records import TurnRecord
from channels.message_center.repository import ThreadRepository
from channels.message_center.reviews import note_review
from channels.message_center.texts import said_in
from tools.context import Clock, Principal, local_date
from tools.database import SessionFactory
from tools.ledger import proposals, repository
from tools.ledger.errors import ProposalRefused

_REMEMBERED = 20


class TurnLog:
    """Implements ``assistant.conversation.ThreadLog`` on PostgreSQL.

    Args:
        sessions: database sessions.
        clock: the time.
    """

    def __init__(self, sessions: SessionFactory, clock: Clock) -> None:
        self._sessions = sessions
        self._clock = clock

    async def read_turn(self, thread_id: str) -> ThreadState | None:
        """The thread's state when the assistant owes an answer, else None."""
        async with self._sessions() as session:
            threads = ThreadRepository(session)
            thread = await threads.get(thread_id)
            if not thread.awaits_assistant:
                return None
            messages = await threads.recent_messages(thread_id, _REMEMBERED)
        episode = [m for m in messages if m.seq > thread.episode_seq and m.seq <= thread.customer_seq]
        burst = [m for m in episode if m.seq > thread.answered_seq and m.author_kind == "customer"]
        earlier = [m for m in episode if m not in burst]
        return ThreadState(
            thread_id=thread_id,
            principal=Principal.parse(thread.principal),
            country=thread.country,
            language=thread.spoken,
            history=tuple(map(said_in, earlier)),
            burst=tuple(m.payload["text"] for m in burst),
            pending=thread.pending,
            subject=thread.subject,
            earlier=thread.earlier,
            read_seq=thread.customer_seq,
        )

    async def commit_reply(self, state: ThreadState, reply: Reply, situation: Situation) -> bool:
        """Write the reply, unless a person took over or the customer went on meanwhile.

        Returns:
            Whether it was written. A reply that was not is forgotten: a later turn answers all messages at once.
        """
        async with self._sessions.begin() as session:
            threads = ThreadRepository(session)
            thread = await threads.get(state.thread_id, lock=True)
            if not thread.awaits_assistant or thread.customer_seq != state.read_seq:
                await self._forget(session, thread, reply, situation)
                return False
            thread.language, thread.answered_seq = reply.language, state.read_seq
            thread.pending, thread.subject = reply.pending, reply.subject
            await _note_invoice(session, thread, reply, self._clock.now())
            await self._close_proposals(session, thread, reply, situation)
            if reply.text:
                said = ThreadEvent.new("message", ASSISTANT, _message_payload(reply), self._clock.now())
                await note_answer(session, thread, await threads.append(thread, said), said.at)
            if reply.proposal is not None:
                await tell_offered(session, thread, reply.proposal, self._clock.now(), author="assistant")
            if reply.handoff is not None:
                brief = _brief(thread, situation, reply)
                await queue_thread(session, thread, reply.handoff.reason, brief, self._clock.now())
            await self._record(session, thread, reply)
            return True

    async def _record(self, session: AsyncSession, thread: Thread, reply: Reply) -> None:
        """Keep how the reply came about, and let a supervisor look where a safeguard had to replace words."""
        now = self._clock.now()
        session.add(_record_of(thread, reply, now))
        if reply.replaced:
            await note_review(session, thread.id, "gate", now)

    async def _close_proposals(self, session: AsyncSession, thread: Thread, reply: Reply, situation: Situation) -> None:
        """Withdraw cards that the customer declined or left behind, and say so where they stand.

        The customer may have clicked while the turn ran: what is said comes from what the ledger has now.
        """
        principal, now = Principal.parse(thread.principal), self._clock.now()
        if reply.void_proposals:
            await proposals.supersede(session, thread.id, now)
        for proposal in situation.open_proposals:
            if str(proposal.id) == reply.cancel_proposal:
                with contextlib.suppress(ProposalRefused):
                    cancelled = await proposals.cancel(session, principal, proposal.id, now)
                    await tell_closed(session, thread, cancelled, now)
                continue
            card = await card_of(session, proposal.id)
            if card.status in ("superseded", "expired"):
                await tell_closed(session, thread, card, now)

    async def _forget(self, session: AsyncSession, thread: Thread, reply: Reply, situation: Situation) -> None:
        """Withdraw the card of a reply that nobody will see, and say so of the cards whose place it took."""
        if reply.proposal is not None:
            forgotten = replace(reply, void_proposals=True, cancel_proposal=None)
            await self._close_proposals(session, thread, forgotten, situation)


async def _note_invoice(session: AsyncSession, thread: Thread, reply: Reply, now: datetime) -> None:
    """Remember the invoice that was spoken of last: who takes over sees it first, and may know its biller."""
    named = [use.arguments.get("invoice") for use in reply.tools]
    if number := next((name for name in reversed(named) if name), None):
        found = await repository.find_claims(session, Principal.parse(thread.principal), str(number), local_date(now))
        if len(found) == 1:
            thread.invoice, thread.biller = found[0].invoice.myropo_id, str(found[0].biller.id)


def _message_payload(reply: Reply) -> dict[str, Any]:
    return {
        "text": reply.text,
        "citations": reply.citations,
        "quick_replies": reply.quick_replies,
        "table": reply.table,
        "link": reply.link,
    }


def _record_of(thread: Thread, reply: Reply, now: datetime) -> TurnRecord:
    return TurnRecord(
        thread_id=thread.id,
        seq=thread.last_seq,
        tools=[use.name for use in reply.tools],
        replaced=reply.replaced,
        failed=reply.failed,
        asked_model=reply.usage.asked_model,
        milliseconds=round(reply.timings_ms.get("total", 0)),
        at=now,
    )


def _brief(thread: Thread, situation: Situation, reply: Reply) -> Brief:
    return Brief.write(
        name=thread.customer_name,
        country=thread.country,
        language=reply.language,
        said=[*situation.history, Message("customer", situation.text)],
        invoices=situation.invoices,
        proposals=situation.open_proposals,
        tried=[f"{use.name}: {use.outcome}" for use in reply.tools if use.name != "hand_off"],
        goal=reply.handoff.goal if reply.handoff else "",
    )
