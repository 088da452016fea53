"""The message center as the assistant's turns see it: read a thread, commit one reply."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from assistant.brief import Brief
from assistant.conversation import Message, Reply, Situation, ThreadState
from channels.message_center.cards import card_of, tell_closed, tell_offered
from channels.message_center.handoffs import queue_thread
from channels.message_center.models import ASSISTANT, Thread, ThreadEvent
from channels.message_center.repository import ThreadRepository
from channels.message_center.texts import said_in
from tools.context import Clock, Principal
from tools.database import SessionFactory
from tools.ledger import proposals
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
            await self._close_proposals(session, thread, reply, situation)
            if reply.text:
                await threads.append(
                    thread, ThreadEvent.new("message", ASSISTANT, _message_payload(reply), self._clock.now())
                )
            if reply.proposal is not None:
                await tell_offered(session, thread, reply.proposal, self._clock.now(), author="assistant")
            if reply.handoff is not None:
                brief = _brief(thread, situation, reply)
                await queue_thread(session, thread, reply.handoff.reason, brief, self._clock.now())
            return True

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


def _message_payload(reply: Reply) -> dict[str, Any]:
    return {
        "text": reply.text,
        "citations": reply.citations,
        "quick_replies": reply.quick_replies,
        "table": reply.table,
        "link": reply.link,
    }


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
