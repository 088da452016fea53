"""Moving a thread to people. All in the caller's transaction, which holds the thread's lock."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from babel.lists import format_list
from sqlalchemy.ext.asyncio import AsyncSession

from assistant.brief import Brief
from assistant.replies.catalogue import say
from channels.message_center.assignment import assign_waiting
from channels.message_center.cards import withdraw_cards
from channels.message_center.models import QUEUE, Thread, ThreadEvent
from channels.message_center.presence import agents_there
from channels.message_center.promises import priority_of, promise_answer
from channels.message_center.queue import after_all, lock_queue, position, suits, team_for
from channels.message_center.repository import ThreadRepository
from channels.message_center.staff import Agent
from channels.message_center.texts import said_in
from channels.message_center.wait_words import WaitState, expected_answer
from knowledge.crisis_lines import crisis_help
from knowledge.formats import locale_of
from knowledge.hours import load_hours
from tools.context import Principal, local_date
from tools.ledger import repository
from tools.ledger.proposal_views import ProposalView
from tools.ledger.views import InvoiceView
from tools.results import HandoffReason

_BRIEF_MESSAGES = 6


async def hand_over(
    session: AsyncSession, thread: Thread, reason: HandoffReason, now: datetime, *, goal: str = ""
) -> None:
    """Withdraw the thread's open cards and move it to the queue, with a brief of what stands in it and in the ledger.

    Args:
        session: the caller's transaction.
        thread: the thread to move.
        reason: why.
        now: the present moment.
        goal: what the customer wants; when empty, the customer's last words stand for it.
    """
    brief = await _brief(session, thread, now, goal)
    await withdraw_cards(session, thread, now)
    await queue_thread(session, thread, reason, brief, now)


async def queue_thread(
    session: AsyncSession, thread: Thread, reason: HandoffReason, brief: Brief, now: datetime
) -> None:
    """Make people responsible for a thread and tell the customer so, from the state itself.

    Args:
        session: the caller's transaction.
        thread: the thread to move.
        reason: why.
        brief: what the person who takes it needs to know.
        now: the present moment.
    """
    thread.reason, thread.brief = reason, brief.model_dump()
    thread.priority = max(thread.priority, priority_of(reason))
    thread.team_id = thread.team_id or await team_for(session, thread.country)
    thread.answered_seq = thread.customer_seq
    promise_answer(thread, now)
    place = await enter_queue(session, thread, now)
    crisis = _crisis(thread) if reason == "self_harm" else ""
    told = say("handoff", thread.spoken, reason=reason, position=place, crisis=crisis)
    payload = {"reason": reason, "position": place, "text": f"{told} {expected_answer(thread, now)}".strip()}
    await ThreadRepository(session).append(thread, ThreadEvent.new("handoff", "system", payload, now))
    await assign_waiting(session, now)


async def enter_queue(session: AsyncSession, thread: Thread, now: datetime) -> int:
    """Put a thread into the queue, at the place that its waiting time gives it.

    Returns:
        Its place, from 1.
    """
    # Nobody else enters meanwhile, so that no place is told twice.
    await lock_queue(session)
    if thread.waiting_since == now:
        queued_at = await after_all(session, now)
    else:
        queued_at = thread.waiting_since or now
    thread.handler, thread.queued_at, thread.claimed_at = QUEUE, queued_at, None
    thread.pending, thread.subject, thread.snoozed_until = None, None, None
    thread.told = wait_state(thread, await agents_there(session), now)
    session.add(thread)
    await session.flush()
    return await position(session, thread)


def wait_state(thread: Thread, there: Sequence[Agent], now: datetime) -> WaitState:
    """Whether somebody is there for a waiting thread.

    Args:
        thread: that waits.
        there: who takes new threads.
        now: the present moment.
    """
    if not load_hours().is_open(thread.country, now, "message_center"):
        return "closed"
    return "open" if any(suits(agent, thread) for agent in there) else "unattended"


def _crisis(thread: Thread) -> str:
    """Whom to call in danger: the numbers of the country that the customer is in, not of the language."""
    found, language = crisis_help(thread.country), thread.spoken
    line = found.line(language)
    emergency = format_list(found.emergency, style="or", locale=locale_of(language))
    always = "yes" if line.always else "no"
    return say("crisis-help", language, emergency=emergency, line=line.name, phone=line.phone, always=always)


async def _brief(session: AsyncSession, thread: Thread, now: datetime, goal: str) -> Brief:
    today = local_date(now)
    messages = await ThreadRepository(session).recent_messages(thread.id, _BRIEF_MESSAGES)
    recent = [message for message in messages if message.seq > thread.episode_seq]
    claims = await repository.all_claims(session, Principal.parse(thread.principal), today)
    cards = await repository.open_proposals(session, thread.id)
    return Brief.write(
        name=thread.customer_name,
        country=thread.country,
        language=thread.language,
        said=[said_in(event) for event in recent],
        invoices=[InvoiceView.of(claim, today) for claim in claims],
        proposals=[ProposalView.of(*card) for card in cards if card[0].expires_at > now],
        goal=goal,
    )
