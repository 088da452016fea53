"""When a waiting customer is promised an answer, and what is done before that promise breaks.

The timers are columns of the thread, looked at by the sweep (``sweeps.py``), itself a durable job: a timer moves with
its thread, cannot outlive what it is for, and is found again by any process after a crash. Time is service time.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from channels.message_center.models import Thread, ThreadEvent
from channels.message_center.repository import ThreadRepository
from knowledge.hours import load_hours

URGENT, HIGH, NORMAL = 2, 1, 0
_PRIORITIES = {
    **dict.fromkeys(("self_harm", "threat", "fraud"), URGENT),
    **dict.fromkeys(("hardship", "death", "insolvency", "guardianship", "legal_threat"), HIGH),
}
_LINE = "message_center"
_WARN_AT_SHARE = 0.6


def priority_of(reason: str) -> int:
    """How urgent a reason for a person is: 2 urgent, 1 high, 0 normal."""
    return _PRIORITIES.get(reason, NORMAL)


def promise_answer(thread: Thread, now: datetime) -> None:
    """Begin to count, unless the customer waits already: when an answer is promised, and when to warn of it.

    Args:
        thread: in which the customer waits for a person's words.
        now: the present moment.
    """
    if thread.waiting_since is not None:
        return
    hours = load_hours()
    answer_time = hours.answer_time(thread.country, _LINE)
    thread.waiting_since = now
    thread.promised_at = hours.after(thread.country, now, answer_time, _LINE)
    thread.warn_at = hours.after(thread.country, now, answer_time * _WARN_AT_SHARE, _LINE)


def keep_promise(thread: Thread) -> None:
    """The customer waits no longer."""
    thread.waiting_since = thread.promised_at = thread.warn_at = thread.breached_at = None


async def watch_promises(session: AsyncSession, now: datetime) -> None:
    """Warn of promises that are about to break, which moves their threads forward, and note those that are broken.

    Args:
        session: the caller's transaction.
        now: the present moment.
    """
    due = or_(col(Thread.warn_at) <= now, (col(Thread.promised_at) <= now) & col(Thread.breached_at).is_(None))
    query = select(Thread).where(col(Thread.waiting_since).is_not(None), col(Thread.status) == "open", due)
    threads = ThreadRepository(session)
    for thread in await session.scalars(query.order_by(col(Thread.id)).with_for_update(skip_locked=True)):
        if thread.warn_at is not None and thread.warn_at <= now:
            thread.warn_at, thread.priority = None, max(thread.priority, HIGH)
            await threads.append(thread, _told("promise_warning", thread, now))
        if thread.promised_at is not None and thread.promised_at <= now:
            thread.breached_at = now
            await threads.append(thread, _told("promise_broken", thread, now))


def _told(status: str, thread: Thread, now: datetime) -> ThreadEvent:
    assert thread.promised_at is not None
    words = {"promise_warning": "The promised answer is due soon", "promise_broken": "The promised answer is late"}
    payload = {"status": status, "text": words[status], "promised_at": thread.promised_at.isoformat()}
    return ThreadEvent.new("status", "system", payload, now, audience="internal")
