"""What customers are told who wait for a person: in their language, from the thread and the hours of service."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from assistant.replies.catalogue import say
from channels.message_center.models import Thread
from knowledge.hours import load_hours
from knowledge.hours_words import written_moment

WaitState = Literal["open", "closed", "unattended"]
"""Somebody is there, customer service is closed, or it is open and nobody is there."""
_LINE = "message_center"


def expected_answer(thread: Thread, now: datetime) -> str:
    """Whether people are there, and when they usually answer, or will after a broken promise; empty if unknown.

    Args:
        thread: in which the customer waits, or is about to.
        now: the present moment.
    """
    hours, language = load_hours(), thread.spoken
    opens = hours.next_opening(thread.country, now, _LINE)
    promised = thread.promised_at if thread.promised_at and thread.promised_at > now else None
    answer = promised or hours.expected_answer(thread.country, now, _LINE)
    if opens is None or answer is None:
        return ""
    today = now.astimezone(opens.tzinfo).date()
    # "Open now" would contradict that nobody is there.
    there = "unattended" if thread.told == "unattended" else "open"
    state = there if opens <= now else "closed"
    when, starts = (written_moment(moment.astimezone(opens.tzinfo), language, today) for moment in (answer, opens))
    return say("answer-expected", language, state=state, when=when, opens=starts)


def place_in_queue(thread: Thread, position: int, now: datetime) -> str:
    """The customer's place and what to expect, honestly: a broken promise is called one.

    Args:
        thread: that waits.
        position: its place, from 1.
        now: the present moment.
    """
    place = say("queue-place", thread.spoken, position=position)
    late = thread.promised_at is not None and thread.promised_at <= now
    apology = say("queue-late", thread.spoken) if late else ""
    return " ".join(part for part in (place, apology, expected_answer(thread, now)) if part)


def changed_wait(thread: Thread, state: WaitState, now: datetime) -> str:
    """What is said when people leave, come back or close for the day while somebody waits.

    Args:
        thread: that waits.
        state: how it is now.
        now: the present moment.
    """
    return f"{say('wait-changed', thread.spoken, state=state)} {expected_answer(thread, now)}".strip()
