"""How customers found it: asked once, for the assistant's part and the people's part apart."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from assistant.replies.catalogue import say
from channels.errors import BadInput, TooManyMessages
from channels.message_center.assignment import TAKING
from channels.message_center.models import Thread, ThreadEvent
from channels.message_center.records import Rating
from channels.message_center.repository import ThreadRepository
from channels.message_center.reviews import note_review
from channels.message_center.staff import AgentAction
from tools.context import Clock, Principal
from tools.database import SessionFactory, storable_text

Part = Literal["assistant", "people"]
SCORES = range(1, 6)
BAD = 2
"""Up to this score, somebody should look at the conversation."""
_LONGEST_WORDS = 1000
_MOST_RATINGS = 20


async def ask_how_it_was(session: AsyncSession, thread: Thread, now: datetime) -> None:
    """Ask the customer, unless somebody has asked before, about everybody who has answered.

    Args:
        session: the caller's transaction, which holds the thread's lock.
        thread: that has come to its end, or seems to have.
        now: the present moment.
    """
    parts = await _who_answered(session, thread)
    if thread.rating_seq or not parts or not thread.customer_seq:
        return
    shown = [{"part": part, "name": name or say("rating-assistant", thread.spoken)} for part, name in parts.items()]
    payload = {"text": say("rating-request", thread.spoken), "parts": shown}
    event = await ThreadRepository(session).append(thread, ThreadEvent.new("rating_request", "system", payload, now))
    thread.rating_seq = event.seq


async def _who_answered(session: AsyncSession, thread: Thread) -> dict[Part, str | None]:
    """The parts of a conversation, with the name of the person who wrote last."""
    answers = (
        select(ThreadEvent)
        .where(col(ThreadEvent.thread_id) == thread.id, col(ThreadEvent.audience) == "public")
        .where(col(ThreadEvent.kind).in_(("message", "proposal")))
        .where(col(ThreadEvent.author_kind).in_(("assistant", "agent")))
        .order_by(col(ThreadEvent.seq))
    )
    found: dict[Part, str | None] = {}
    for event in await session.scalars(answers):
        if event.author_kind == "assistant":
            found["assistant"] = None
        else:
            found["people"] = event.author_name
    return found


async def _last_agent(session: AsyncSession, thread_id: str) -> str | None:
    """Who was responsible for a thread last."""
    taken = (
        select(col(AgentAction.agent_id))
        .where(col(AgentAction.thread_id) == thread_id, col(AgentAction.action).in_(TAKING))
        .order_by(col(AgentAction.at).desc(), col(AgentAction.id).desc())
        .limit(1)
    )
    return await session.scalar(taken)


async def _given(session: AsyncSession, thread_id: str) -> int:
    """How often the customer has rated a conversation: each time is an entry of its log."""
    events = select(func.count()).where(col(ThreadEvent.thread_id) == thread_id, col(ThreadEvent.kind) == "rating")
    return await session.scalar(events) or 0


class Ratings:
    """Takes what customers answer.

    Args:
        sessions: database sessions.
        clock: the time.
    """

    def __init__(self, sessions: SessionFactory, clock: Clock) -> None:
        self._sessions = sessions
        self._clock = clock

    async def rate(self, principal: Principal, thread_id: str, part: str, score: int, words: str = "") -> None:
        """Store what a customer thinks of one part; the last answer counts. A closed conversation can be rated too.

        Args:
            principal: who.
            thread_id: the conversation.
            part: ``assistant`` or ``people``.
            score: 1 to 5.
            words: optional; cut after 1 000 characters.

        Raises:
            ThreadNotFound: the thread is not one of this customer's.
            BadInput: nobody has asked for this part, or there is no such score.
            TooManyMessages: the customer has changed their mind too often.
        """
        now, words = self._clock.now(), storable_text(words).strip()[:_LONGEST_WORDS]
        if score not in SCORES:
            raise BadInput("invalid_field", f"score must be {SCORES.start} to {SCORES.stop - 1}")
        async with self._sessions.begin() as session:
            threads = ThreadRepository(session)
            thread = await threads.of_customer(thread_id, principal, lock=True)
            if not thread.rating_seq or part not in await _who_answered(session, thread):
                raise BadInput("invalid_field", "nobody has asked about this part")
            earlier = await session.get(Rating, (thread_id, part))
            if earlier is not None and (earlier.score, earlier.words) == (score, words or earlier.words):
                return
            if await _given(session, thread_id) >= _MOST_RATINGS:
                raise TooManyMessages(thread_id)
            rating = Rating(
                thread_id=thread_id,
                part=part,
                agent_id=await _last_agent(session, thread_id) if part == "people" else None,
                score=score,
                words=words or (earlier.words if earlier else ""),
                at=now,
            )
            await session.merge(rating)
            payload = {"part": part, "score": score, "words": rating.words}
            await threads.append(thread, ThreadEvent.new("rating", "customer", payload, now, name=thread.customer_name))
            if score <= BAD and (earlier is None or earlier.score > BAD):
                await note_review(session, thread_id, "rating", now)
