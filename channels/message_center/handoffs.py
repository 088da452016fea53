"""Moving a thread from the assistant to people. All in the caller's transaction, which holds the thread's lock."""

from __future__ import annotations

from datetime import datetime

from babel.lists import format_list
from sqlalchemy.ext.asyncio import AsyncSession

from assistant.brief import Brief
from assistant.replies.catalogue import say
from channels.message_center.cards import tell_closed
from channels.message_center.models import QUEUE, Thread, ThreadEvent
from channels.message_center.repository import ThreadRepository
from channels.message_center.texts import said_in
from knowledge.crisis_lines import crisis_help
from knowledge.formats import locale_of
from knowledge.hours import load_hours
from knowledge.hours_words import written_moment
from tools.context import Principal, local_date
from tools.ledger import proposals, repository
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
    for card in await proposals.supersede(session, thread.id, now):
        await tell_closed(session, thread, card, now)
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
    threads = ThreadRepository(session)
    await threads.lock_queue()
    position = await threads.queue_length() + 1
    thread.handler, thread.reason, thread.brief = QUEUE, reason, brief.model_dump()
    thread.queued_at, thread.claimed_at, thread.pending, thread.subject = now, None, None, None
    thread.answered_seq = thread.customer_seq
    crisis = _crisis(thread) if reason == "self_harm" else ""
    told = say("handoff", thread.spoken, reason=reason, position=position, crisis=crisis)
    text = f"{told} {_expected(thread, now)}".strip()
    payload = {"reason": reason, "position": position, "text": text}
    await threads.append(thread, ThreadEvent.new("handoff", "system", payload, now))


def _crisis(thread: Thread) -> str:
    """Whom to call in danger: the numbers of the country that the customer is in, not of the language."""
    found, language = crisis_help(thread.country), thread.spoken
    line = found.line(language)
    emergency = format_list(found.emergency, style="or", locale=locale_of(language))
    always = "yes" if line.always else "no"
    return say("crisis-help", language, emergency=emergency, line=line.name, phone=line.phone, always=always)


def _expected(thread: Thread, now: datetime) -> str:
    """Whether people are there, and when they usually answer; empty when that cannot be told."""
    hours, language = load_hours(), thread.spoken
    opens = hours.next_opening(thread.country, now, "message_center")
    answer = hours.expected_answer(thread.country, now, "message_center")
    if opens is None or answer is None:
        return ""
    today = now.astimezone(opens.tzinfo).date()
    state = "open" if opens <= now else "closed"
    when, starts = (written_moment(moment, language, today) for moment in (answer, opens))
    return say("answer-expected", language, state=state, when=when, opens=starts)


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
