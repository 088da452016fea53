"""What agents do in the message center. Every public method is one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from assistant.replies.catalogue import say
from channels.errors import AlreadyClaimed, NotYours
from channels.message_center.models import ASSISTANT, QUEUE, Agent, Thread, ThreadEvent, agent_handler
from channels.message_center.repository import ThreadRepository
from channels.message_center.service import ThreadLogPart
from channels.message_center.texts import clean_client_id, clean_text
from tools.context import Clock
from tools.database import SessionFactory


@dataclass(frozen=True)
class QueueView:
    """What an agent may take and what the agent holds, as thread summaries, oldest first."""

    queue: list[dict[str, Any]]
    mine: list[dict[str, Any]]


class AgentDesk:
    """The agents' side of all threads.

    Args:
        sessions: database sessions.
        clock: the time.
    """

    def __init__(self, sessions: SessionFactory, clock: Clock) -> None:
        self._sessions = sessions
        self._clock = clock

    async def agent(self, agent_id: str) -> Agent | None:
        """The agent with this id."""
        async with self._sessions() as session:
            return await ThreadRepository(session).agent(agent_id)

    async def agents(self) -> list[Agent]:
        """All agents, for the demo's sign-in page."""
        async with self._sessions() as session:
            return list(await ThreadRepository(session).agents())

    async def view(self, agent: Agent) -> QueueView:
        """The queue and the agent's own threads."""
        async with self._sessions() as session:
            threads = ThreadRepository(session)
            queue = [await summary(threads, thread) for thread in await threads.queue()]
            mine = [await summary(threads, thread) for thread in await threads.held_by(agent_handler(agent.id))]
            return QueueView(queue, mine)

    async def open(self, thread_id: str, *, after: int = 0) -> tuple[dict[str, Any], ThreadLogPart]:
        """A thread with its brief and its whole log.

        Raises:
            ThreadNotFound: there is none.
        """
        async with self._sessions() as session:
            threads = ThreadRepository(session)
            thread = await threads.get(thread_id)
            part = ThreadLogPart(thread, await threads.events(thread_id, after=after, internal=True))
            return {**await summary(threads, thread), "brief": thread.brief}, part

    async def claim(self, agent: Agent, thread_id: str) -> None:
        """Take a waiting thread; harmless when the agent holds it already.

        Raises:
            AlreadyClaimed: it does not wait for a person any more.
        """
        async with self._sessions.begin() as session:
            thread = await ThreadRepository(session).get(thread_id, lock=True)
            if thread.handler == agent_handler(agent.id):
                return
            if thread.handler != QUEUE or thread.status != "open":
                raise AlreadyClaimed(thread_id)
            thread.handler, thread.claimed_at = agent_handler(agent.id), self._clock.now()
            text = say("claimed", thread.spoken, agent=agent.name)
            await self._append(session, thread, "claimed", {"agent": agent.name, "text": text})

    async def post(self, agent: Agent, thread_id: str, client_id: str, text: str) -> ThreadEvent:
        """Answer the customer, once per client id.

        Raises:
            BadInput: the text or the client id cannot be used.
            NotYours: the agent does not hold the thread.
        """
        text, client_id = clean_text(text), clean_client_id(client_id)
        async with self._sessions.begin() as session:
            threads = ThreadRepository(session)
            thread = await self._held(threads, agent, thread_id)
            if earlier := await threads.by_client_id(thread_id, "agent", client_id):
                return earlier
            event = ThreadEvent.new(
                "message", "agent", {"text": text}, self._clock.now(), name=agent.name, client_id=client_id
            )
            thread.answered_seq = thread.customer_seq
            return await threads.append(thread, event)

    async def hand_back(self, agent: Agent, thread_id: str) -> None:
        """Let the assistant go on; it starts a fresh episode and owes nothing yet.

        Raises:
            NotYours: the agent does not hold the thread.
        """
        async with self._sessions.begin() as session:
            thread = await self._held(ThreadRepository(session), agent, thread_id)
            thread.handler, thread.reason, thread.brief = ASSISTANT, None, None
            thread.queued_at = thread.claimed_at = None
            thread.answered_seq = thread.customer_seq
            await self._append(session, thread, "handed_back", {"text": say("handed-back", thread.spoken)})
            thread.episode_seq = thread.last_seq

    async def close(self, agent: Agent, thread_id: str) -> None:
        """End the conversation.

        Raises:
            NotYours: the agent does not hold the thread.
        """
        async with self._sessions.begin() as session:
            thread = await self._held(ThreadRepository(session), agent, thread_id)
            thread.status = "closed"
            await self._append(session, thread, "closed", {"text": say("closed", thread.spoken)})

    async def _held(self, threads: ThreadRepository, agent: Agent, thread_id: str) -> Thread:
        thread = await threads.get(thread_id, lock=True)
        if thread.handler != agent_handler(agent.id) or thread.status != "open":
            raise NotYours(thread_id)
        return thread

    async def _append(self, session: AsyncSession, thread: Thread, kind: str, payload: dict[str, Any]) -> None:
        await ThreadRepository(session).append(thread, ThreadEvent.new(kind, "system", payload, self._clock.now()))


async def summary(threads: ThreadRepository, thread: Thread) -> dict[str, Any]:
    """A thread as a line of the console's lists (docs/protocol.md)."""
    last = await threads.recent_messages(thread.id, 1)
    return {
        "id": thread.id,
        "customer": thread.customer_name,
        "country": thread.country,
        "language": thread.language,
        "handler": thread.handler,
        "status": thread.status,
        "reason": thread.reason,
        "reason_text": say("reason", "en", reason=thread.reason) if thread.reason else None,
        "queued_at": thread.queued_at.isoformat() if thread.queued_at else None,
        "claimed_at": thread.claimed_at.isoformat() if thread.claimed_at else None,
        "last_text": last[0].payload["text"][:120] if last else "",
        "last_seq": thread.last_seq,
    }
