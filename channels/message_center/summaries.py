"""A thread as a line of the console's lists; see docs/protocol.md."""

from __future__ import annotations

from typing import Any

from assistant.replies.catalogue import say
from channels.message_center.models import Thread
from channels.message_center.queue import suits
from channels.message_center.staff import Agent

Summary = dict[str, Any]


def summary(thread: Thread, agent: Agent, names: dict[str, str]) -> Summary:
    """What an agent's lists show of a thread.

    Args:
        thread: the thread.
        agent: whose list it is.
        names: of agents, by id.
    """
    unread = thread.agent_id == agent.id and thread.customer_seq > thread.agent_read_seq
    return line(thread, names, suitable=suits(agent, thread), unread=unread)


def line(thread: Thread, names: dict[str, str], *, suitable: bool, unread: bool) -> Summary:
    """As ``summary``, with what depends on the agent told.

    Args:
        thread: the thread.
        names: of agents, by id.
        suitable: whether it is for the agent.
        unread: whether the customer has written to the agent something unseen.
    """
    return {
        "id": thread.id,
        "customer": thread.customer_name,
        "country": thread.country,
        "language": thread.language,
        "channel": thread.channel,
        "title": thread.title,
        "invoice": thread.invoice,
        "handler": thread.handler,
        "agent": names.get(thread.agent_id) if thread.agent_id else None,
        "status": thread.status,
        "outcome": thread.outcome,
        "tags": thread.tags,
        "reason": thread.reason,
        "reason_text": say("reason", "en", reason=thread.reason) if thread.reason else None,
        "team_id": thread.team_id,
        "for_supervisor": thread.for_supervisor,
        "priority": thread.priority,
        "suitable": suitable,
        "queued_at": _iso(thread.queued_at),
        "claimed_at": _iso(thread.claimed_at),
        "waiting_since": _iso(thread.waiting_since),
        "promised_at": _iso(thread.promised_at),
        "breached": thread.breached_at is not None,
        "snoozed_until": _iso(thread.snoozed_until),
        "unread": unread,
        "last_text": thread.last_text,
        "last_seq": thread.last_seq,
    }


def _iso(moment: Any) -> str | None:
    return moment.isoformat() if moment else None
