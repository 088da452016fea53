"""What agents do in a conversation. Every public method is one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from assistant.replies.catalogue import say
from channels.attachments.service import attach
from channels.errors import AlreadyClaimed, NotYours
from channels.mail.notices import note_answer
from channels.message_center.assignment import assign_waiting, take, take_over
from channels.message_center.audit import has_opened, note_action
from channels.message_center.episodes import told_of_episode
from channels.message_center.models import ASSISTANT, QUEUE, Thread, ThreadEvent, agent_handler
from channels.message_center.promises import keep_promise
from channels.message_center.queue import next_for
from channels.message_center.ratings import ask_how_it_was
from channels.message_center.repository import ThreadRepository
from channels.message_center.staff import SUPERVISOR, Agent, Team
from channels.message_center.summaries import summary
from channels.message_center.tags import Outcome
from channels.message_center.texts import clean_client_id, clean_text, clean_words
from tools.context import Clock
from tools.database import SessionFactory


@dataclass(frozen=True)
class LogPart:
    """A stretch of a thread's log.

    Attributes:
        thread: the thread as an agent's list shows it, with its brief and what the customer has read.
        events: in order, internal ones too.
        last_seq: of the thread.
        has_more: whether there are earlier ones.
    """

    thread: dict[str, Any]
    events: Sequence[ThreadEvent]
    last_seq: int
    has_more: bool


class AgentDesk:
    """The agents' side of conversations.

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
        """All agents."""
        async with self._sessions() as session:
            return list(await ThreadRepository(session).agents())

    async def teams(self) -> list[Team]:
        """All teams."""
        async with self._sessions() as session:
            return list(await session.scalars(select(Team).order_by(col(Team.name))))

    async def open(self, agent: Agent, thread_id: str, *, after: int = 0) -> LogPart:
        """A thread with its brief, and its log after a sequence number or the end of the log; noted in the audit.

        Raises:
            ThreadNotFound: there is none.
        """
        async with self._sessions.begin() as session:
            part = await self._part(session, agent, thread_id, after)
            # A page that comes back goes on reading.
            if not after or not await has_opened(session, agent.id, thread_id):
                note_action(session, agent.id, "opened", self._clock.now(), thread_id=thread_id)
            return part

    async def events(self, thread_id: str, *, after: int) -> Sequence[ThreadEvent]:
        """What has happened after a sequence number, internal events too."""
        async with self._sessions() as session:
            return await ThreadRepository(session).events(thread_id, after=after, internal=True)

    async def history(self, agent: Agent, thread_id: str, before: int) -> tuple[list[ThreadEvent], bool]:
        """What lies before a sequence number, and whether there is more before that; noted where it is read first.

        Raises:
            ThreadNotFound: there is none.
        """
        async with self._sessions.begin() as session:
            threads = ThreadRepository(session)
            await threads.get(thread_id)
            if not await has_opened(session, agent.id, thread_id):
                note_action(session, agent.id, "opened", self._clock.now(), thread_id=thread_id)
            return await threads.newest_events(thread_id, before=before, internal=True)

    async def _part(self, session: AsyncSession, agent: Agent, thread_id: str, after: int) -> LogPart:
        threads = ThreadRepository(session)
        thread, has_more = await threads.get(thread_id), False
        if after:
            events: Sequence[ThreadEvent] = await threads.events(thread_id, after=after, internal=True)
        else:
            events, has_more = await threads.newest_events(thread_id, internal=True)
        holder = await threads.agent(thread.agent_id) if thread.agent_id else None
        shown = summary(thread, agent, {holder.id: holder.name} if holder else {})
        shown |= {"brief": thread.brief, "customer_read_seq": thread.customer_read_seq}
        return LogPart(shown, events, thread.last_seq, has_more)

    async def claim(self, agent: Agent, thread_id: str) -> None:
        """Take a waiting thread; harmless when the agent holds it already.

        Raises:
            AlreadyClaimed: it does not wait for a person any more.
            NotYours: it waits for a supervisor.
        """
        async with self._sessions.begin() as session:
            thread = await ThreadRepository(session).get(thread_id, lock=True)
            if thread.handler == agent_handler(agent.id):
                return
            if thread.handler != QUEUE or thread.status != "open":
                raise AlreadyClaimed(thread_id)
            if thread.for_supervisor and agent.role != SUPERVISOR:
                raise NotYours(thread_id)
            await take(session, thread, agent, self._clock.now())

    async def claim_next(self, agent: Agent) -> str | None:
        """Take the first thread that is for this agent.

        Returns:
            Its id; None when nobody waits whom the agent could help.
        """
        async with self._sessions.begin() as session:
            thread = await next_for(session, agent)
            if thread is None:
                return None
            await take(session, thread, agent, self._clock.now())
            return thread.id

    async def step_in(self, agent: Agent, thread_id: str) -> None:
        """Take a conversation over from the assistant, or as a supervisor from a colleague who is not there.

        A turn that is under way comes to nothing.

        Raises:
            AlreadyClaimed: it waits, is closed, or a colleague holds it.
        """
        now = self._clock.now()
        async with self._sessions.begin() as session:
            thread = await ThreadRepository(session).get(thread_id, lock=True)
            colleagues = thread.agent_id is not None and agent.role == SUPERVISOR
            if thread.status != "open" or not (thread.handler == ASSISTANT or colleagues):
                raise AlreadyClaimed(thread_id)
            await take_over(session, thread, agent, now)

    async def post(
        self, agent: Agent, thread_id: str, client_id: str, text: str, attachments: Sequence[str] = ()
    ) -> ThreadEvent:
        """Answer the customer, once per client id.

        Raises:
            BadInput: the text or the client id cannot be used.
            AttachmentNotFound: a file cannot be sent here.
            NotYours: the agent does not hold the thread.
        """
        text, client_id = clean_words(text, attachments), clean_client_id(client_id)
        now = self._clock.now()
        async with self._sessions.begin() as session:
            threads = ThreadRepository(session)
            thread = await threads.get(thread_id, lock=True)
            # First: what is stored stays said when the thread has gone to a colleague meanwhile.
            if earlier := await threads.by_client_id(thread_id, "agent", client_id):
                return earlier
            refuse_not_held(thread, agent)
            payload: dict[str, Any] = {"text": text}
            if attachments:
                payload["attachments"] = await attach(session, thread, attachments, agent_handler(agent.id))
            event = ThreadEvent.new("message", "agent", payload, now, name=agent.name, client_id=client_id)
            thread.answered_seq, thread.agent_read_seq = thread.customer_seq, thread.last_seq
            keep_promise(thread)
            await threads.append(thread, event)
            await note_answer(session, thread, event, now)
            return event

    async def note(self, agent: Agent, thread_id: str, client_id: str, text: str) -> ThreadEvent:
        """Write an internal note, in any thread, once per client id.

        Raises:
            BadInput: the text or the client id cannot be used.
            ThreadNotFound: there is no such thread.
        """
        text, client_id = clean_text(text), clean_client_id(client_id)
        async with self._sessions.begin() as session:
            threads = ThreadRepository(session)
            thread = await threads.get(thread_id, lock=True)
            if earlier := await threads.by_client_id(thread_id, "agent", client_id):
                return earlier
            return await add_note(threads, thread, agent, text, self._clock, client_id)

    async def hand_back(self, agent: Agent, thread_id: str, note: str = "") -> None:
        """Let the assistant go on; it starts a fresh episode, and knows in a line what was before.

        What the customer has written since the last answer is in that episode: the assistant owes it one.

        Raises:
            NotYours: the agent does not hold the thread.
        """
        async with self._sessions.begin() as session:
            threads = ThreadRepository(session)
            thread = await held(threads, agent, thread_id)
            if note:
                await add_note(threads, thread, agent, clean_text(note), self._clock)
            thread.earlier = await told_of_episode(session, thread)
            thread.handler, thread.reason, thread.brief, thread.priority = ASSISTANT, None, None, 0
            thread.queued_at = thread.claimed_at = thread.snoozed_until = None
            thread.for_supervisor = False
            keep_promise(thread)
            owed = await threads.first_unanswered(thread)
            await self._tell(session, thread, "handed_back", say("handed-back", thread.spoken))
            # The sweep finds what is owed.
            thread.answered_seq, thread.episode_seq = (
                (thread.customer_seq, thread.last_seq) if owed is None else (owed - 1, owed - 1)
            )
            await self._freed(session, agent, thread, "handed_back")

    async def close(self, agent: Agent, thread_id: str, outcome: Outcome | None = None) -> None:
        """End the conversation, and ask how it was.

        Raises:
            NotYours: the agent does not hold the thread.
        """
        now = self._clock.now()
        async with self._sessions.begin() as session:
            thread = await held(ThreadRepository(session), agent, thread_id)
            thread.status, thread.outcome, thread.closed_at = "closed", outcome, now
            thread.snoozed_until = None
            keep_promise(thread)
            await self._tell(session, thread, "closed", say("closed", thread.spoken))
            if outcome != "spam":
                await ask_how_it_was(session, thread, now)
            await self._freed(session, agent, thread, "closed", outcome=outcome)

    async def _freed(self, session: AsyncSession, agent: Agent, thread: Thread, action: str, **details: Any) -> None:
        now = self._clock.now()
        note_action(session, agent.id, action, now, thread_id=thread.id, **details)
        await session.flush()
        await assign_waiting(session, now)

    async def _tell(self, session: AsyncSession, thread: Thread, kind: str, text: str) -> None:
        await ThreadRepository(session).append(
            thread, ThreadEvent.new(kind, "system", {"text": text}, self._clock.now())
        )


async def held(threads: ThreadRepository, agent: Agent, thread_id: str) -> Thread:
    """An open thread that the agent holds, locked.

    Raises:
        NotYours: the agent does not hold it, or it is closed.
        ThreadNotFound: there is none.
    """
    thread = await threads.get(thread_id, lock=True)
    refuse_not_held(thread, agent)
    return thread


def refuse_not_held(thread: Thread, agent: Agent) -> None:
    """Raise when an agent may not act in a thread.

    Raises:
        NotYours: the agent does not hold it, or it is closed.
    """
    if thread.handler != agent_handler(agent.id) or thread.status != "open":
        raise NotYours(thread.id)


async def add_note(
    threads: ThreadRepository, thread: Thread, agent: Agent, text: str, clock: Clock, client_id: str | None = None
) -> ThreadEvent:
    """Put an internal note into a thread's log; the caller holds its lock."""
    event = ThreadEvent.new(
        "note", "agent", {"text": text}, clock.now(), name=agent.name, client_id=client_id, audience="internal"
    )
    return await threads.append(thread, event)
