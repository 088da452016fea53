"""Where conversations go among people, and what agents note about them. Every public method is one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, get_args

from sqlalchemy.ext.asyncio import AsyncSession

from assistant.replies.catalogue import say
from channels.errors import BadInput, NotYours
from channels.message_center.assignment import assign_waiting, take_over
from channels.message_center.audit import note_action
from channels.message_center.desk import add_note, held
from channels.message_center.handoffs import enter_queue
from channels.message_center.models import QUEUE, Thread, ThreadEvent, agent_handler
from channels.message_center.promises import NORMAL, URGENT, keep_promise, promise_answer
from channels.message_center.repository import ThreadRepository
from channels.message_center.staff import SUPERVISOR, Agent, Team
from channels.message_center.tags import Tag
from channels.message_center.texts import clean_text, words_of
from tools.context import Clock
from tools.database import SessionFactory, storable_text

_LONGEST_ASIDE = timedelta(days=366)
_PRIORITY_WORDS = ("normal", "high", "urgent")


class Dispatch:
    """Moves threads among people.

    Args:
        sessions: database sessions.
        clock: the time.
    """

    def __init__(self, sessions: SessionFactory, clock: Clock) -> None:
        self._sessions = sessions
        self._clock = clock

    async def transfer(
        self, agent: Agent, thread_id: str, *, agent_id: str | None = None, team_id: str | None = None, note: str = ""
    ) -> None:
        """Give a thread to a colleague, or to the queue of a team.

        Raises:
            BadInput: neither or both are named, or there is no such colleague or team.
            NotYours: the agent does not hold the thread.
        """
        if (agent_id is None) == (team_id is None):
            raise BadInput("invalid_field", "name either agent_id or team_id")
        async with self._sessions.begin() as session:
            threads = ThreadRepository(session)
            thread = await held(threads, agent, thread_id)
            wanted = storable_text(team_id or agent_id or "")
            target = await (session.get(Team, wanted) if team_id else threads.agent(wanted))
            if target is None or target.id == agent.id:
                raise BadInput("invalid_field", "there is no such colleague or team to transfer to")
            if isinstance(target, Agent) and target.presence == "offline":
                raise BadInput("invalid_field", f"{target.name} is offline: nobody would answer")
            await self._noted(threads, thread, agent, note)
            # The next person answers, whether or not the last words were the customer's: the wait begins anew.
            promise_answer(thread, self._clock.now())
            # A supervisor who passes it on has decided.
            thread.for_supervisor = False
            if team_id is not None:
                thread.team_id = target.id
            # A team's name is for agents: it says nothing to a customer.
            words = say("transferred-to-team" if team_id else "transferred", thread.spoken, to=target.name)
            await self._pass_on(session, thread, "transferred", {"to": target.name}, words, agent_id and target.id)
            note_action(session, agent.id, "transferred", self._clock.now(), thread_id=thread_id, to=target.id)
            await assign_waiting(session, self._clock.now())

    async def escalate(self, agent: Agent, thread_id: str, note: str = "") -> None:
        """Ask a supervisor to take over.

        Raises:
            NotYours: the agent does not hold the thread.
        """
        async with self._sessions.begin() as session:
            threads = ThreadRepository(session)
            thread = await held(threads, agent, thread_id)
            await self._noted(threads, thread, agent, note)
            promise_answer(thread, self._clock.now())
            thread.for_supervisor, thread.priority = True, URGENT
            words = say("escalated", thread.spoken)
            await self._pass_on(session, thread, "status", {"status": "escalated"}, words)
            note_action(session, agent.id, "escalated", self._clock.now(), thread_id=thread_id)

    async def _pass_on(
        self,
        session: AsyncSession,
        thread: Thread,
        kind: str,
        payload: dict[str, Any],
        words: str,
        agent_id: str | None = None,
    ) -> None:
        """Move a thread to the queue or to a colleague, and tell the customer."""
        now = self._clock.now()
        if agent_id is None:
            await enter_queue(session, thread, now)
        else:
            thread.handler, thread.claimed_at, thread.snoozed_until = agent_handler(agent_id), now, None
        event = ThreadEvent.new(kind, "system", {**payload, "text": words}, now)
        await ThreadRepository(session).append(thread, event)

    async def snooze(self, agent: Agent, thread_id: str, until: datetime | None) -> None:
        """Put a thread aside until a moment, or take it back up; what the customer writes wakes it earlier.

        Args:
            agent: who holds it.
            thread_id: the thread.
            until: with a zone, in the future; None to take it back up.

        Raises:
            BadInput: the moment has no zone, has passed, or is more than a year ahead.
            NotYours: the agent does not hold the thread.
        """
        now = self._clock.now()
        # What is later than the last year of Python's calendar could be stored, but never be read again.
        if until is not None and (until.tzinfo is None or not now < until <= now + _LONGEST_ASIDE):
            raise BadInput("invalid_field", "until must be a moment within a year from now, with its zone")
        async with self._sessions.begin() as session:
            thread = await held(ThreadRepository(session), agent, thread_id)
            thread.snoozed_until = until
            shown = {"until": until.isoformat()} if until else {}
            words = f"Put aside by {agent.name}" if until else f"Taken up again by {agent.name}"
            await self._mark(session, agent, thread, "snoozed" if until else "woken", words, **shown)

    async def set_tags(self, agent: Agent, thread_id: str, tags: Sequence[str]) -> None:
        """Say what a conversation is about.

        Raises:
            BadInput: there is no such tag.
            ThreadNotFound: there is no such thread.
        """
        if unknown := [tag for tag in tags if tag not in get_args(Tag)]:
            raise BadInput("invalid_field", f"unknown tag {unknown[0]!r}; known: {', '.join(get_args(Tag))}")
        async with self._sessions.begin() as session:
            thread = await ThreadRepository(session).get(thread_id, lock=True)
            thread.tags = [tag for tag in get_args(Tag) if tag in tags]
            words = f"{agent.name} tagged: {', '.join(thread.tags) or 'nothing'}"
            await self._mark(session, agent, thread, "tagged", words, tags=thread.tags)

    async def set_priority(self, agent: Agent, thread_id: str, priority: int) -> None:
        """Move a thread forward or back in the queue.

        Raises:
            BadInput: there is no such priority.
            ThreadNotFound: there is no such thread.
        """
        if not NORMAL <= priority <= URGENT:
            raise BadInput("invalid_field", "priority must be 0 (normal), 1 (high) or 2 (urgent)")
        async with self._sessions.begin() as session:
            thread = await ThreadRepository(session).get(thread_id, lock=True)
            thread.priority = priority
            words = f"{agent.name} set the priority to {_PRIORITY_WORDS[priority]}"
            await self._mark(session, agent, thread, "priority", words, priority=priority)

    async def merge(self, agent: Agent, thread_id: str, into: str) -> None:
        """Close a duplicate, and go on in another open thread of the same customer.

        Args:
            agent: who holds the duplicate, or a supervisor.
            thread_id: the duplicate.
            into: where it goes on; the agent takes it unless another person has it.

        Raises:
            BadInput: the other thread is the same, closed, or another customer's.
            NotYours: somebody else holds one of them.
        """
        now = self._clock.now()
        async with self._sessions.begin() as session:
            threads = ThreadRepository(session)
            # In one order, so that two who merge crosswise do not wait for each other for ever.
            both = {id: await threads.get(id, lock=True) for id in sorted({thread_id, into})}
            duplicate, target = both[thread_id], both[into]
            if thread_id == into or target.status != "open" or target.principal != duplicate.principal:
                raise BadInput("invalid_field", "into must be another open thread of the same customer")
            if not self._may_merge(agent, duplicate) or not self._may_take(agent, target):
                raise NotYours(thread_id)
            owed = duplicate.waiting_since is not None or duplicate.awaits_assistant
            duplicate.status, duplicate.merged_into, duplicate.closed_at = "closed", into, now
            duplicate.queued_at = duplicate.snoozed_until = None
            keep_promise(duplicate)
            words = say("merged", duplicate.spoken)
            payload = {"status": "merged", "into": into, "text": words}
            await threads.append(duplicate, ThreadEvent.new("status", "system", payload, now))
            if target.agent_id is None:
                await take_over(session, target, agent, now)
            if owed:
                promise_answer(target, now)
            said = await threads.recent_messages(thread_id, 5)
            quoted = "\n".join(f"{event.author_name or event.author_kind}: {words_of(event)}" for event in said)
            await add_note(threads, target, agent, f"Merged from another conversation:\n{quoted}", self._clock)
            note_action(session, agent.id, "merged", now, thread_id=thread_id, into=into)

    @staticmethod
    def _may_merge(agent: Agent, duplicate: Thread) -> bool:
        if duplicate.status != "open" or agent.role == SUPERVISOR:
            return duplicate.status == "open"
        return duplicate.agent_id == agent.id or (duplicate.handler == QUEUE and not duplicate.for_supervisor)

    @staticmethod
    def _may_take(agent: Agent, target: Thread) -> bool:
        if target.agent_id is not None:
            return target.agent_id == agent.id
        return agent.role == SUPERVISOR or not target.for_supervisor

    async def mark_read(self, agent: Agent, thread_id: str, seq: int) -> bool:
        """Note how far the agent who holds a thread has read.

        Returns:
            Whether that is news.
        """
        async with self._sessions.begin() as session:
            thread = await ThreadRepository(session).get(thread_id, lock=True)
            seen = min(seq, thread.last_seq)
            if thread.agent_id != agent.id or seen <= thread.agent_read_seq:
                return False
            thread.agent_read_seq = seen
            return True

    async def _noted(self, threads: ThreadRepository, thread: Thread, agent: Agent, note: str) -> None:
        if note.strip():
            await add_note(threads, thread, agent, clean_text(note), self._clock)

    async def _mark(
        self, session: AsyncSession, agent: Agent, thread: Thread, status: str, words: str, **details: Any
    ) -> None:
        now = self._clock.now()
        payload = {"status": status, "text": words, **details}
        await ThreadRepository(session).append(
            thread, ThreadEvent.new("status", "system", payload, now, audience="internal")
        )
        note_action(session, agent.id, status, now, thread_id=thread.id, **details)
