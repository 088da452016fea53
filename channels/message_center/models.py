"""Tables of the message center: a thread is an ordered log of events."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, cast

from sqlalchemy import Column, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from channels.message_center.columns import listed, timestamp
from tools.context import Language, Strength

Channel = Literal["widget", "message_center"]
Audience = Literal["public", "internal"]
ASSISTANT = "assistant"
QUEUE = "queue"


def agent_handler(agent_id: str) -> str:
    """The handler of a thread that a person holds."""
    return f"agent:{agent_id}"


class Thread(SQLModel, table=True):
    """A conversation.

    ``customer_seq`` is the number of the customer's last message, ``answered_seq`` of the last one that has its answer:
    where they differ and the handler is the assistant, an answer is owed. ``episode_seq`` is where the assistant's
    present episode begins: it does not look at what was said before a person handed the thread back, and ``earlier``
    tells it in a few lines what that was.
    ``owed_since`` is when the customer last wrote, by the machine's clock even where the demo's clock is frozen.

    Attributes:
        channel: where the customer began it.
        title: the customer's own subject line, or empty.
        invoice: MyRopo ID of the invoice that it is about, where that is known.
        biller: id of that invoice's biller.
        handler: ``assistant``, ``queue`` or ``agent:<id>``.
        status: ``open`` or ``closed``.
        pending: see ``assistant.conversation.Reply``, as for ``subject``.
        strength: how surely the customer was known at the last visit, at ``seen_at``.
        reason: why a person must answer.
        team_id: whose queue it is in; None for everybody's.
        for_supervisor: whether only a supervisor may take it.
        priority: 2 urgent, 1 high, 0 normal; see ``promises.py``.
        queued_at: since when it is in the queue.
        waiting_since: since when the customer waits for a person's words; None when nobody does.
        promised_at: when an answer is promised, in service time.
        warn_at: when customer service is warned of that promise; None once it was.
        breached_at: when the promise was broken.
        told: what a waiting customer was told last: ``open``, ``closed`` or ``unattended``.
        snoozed_until: until when the agent has put it aside.
        tags: reasons of contact, codes of ``tags.py``.
        outcome: how it ended, a code of ``tags.py``.
        merged_into: the thread in which it goes on.
        customer_read_seq: the last event that the customer has seen, as ``agent_read_seq`` for the agent.
        rating_seq: number of the event that asks how it was; 0 while nobody has asked.
        last_at: when the last event came.
        last_text: how the last message begins.
    """

    __table_args__ = (
        Index("ix_thread_principal", "principal", "created_at"),
        Index("ix_thread_queue", "queued_at", postgresql_where=text("handler = 'queue'")),
        Index("ix_thread_handler", "handler", postgresql_where=text("status = 'open'")),
        Index("ix_thread_waiting", "promised_at", postgresql_where=text("waiting_since IS NOT NULL")),
        Index("ix_thread_unanswered", "id", postgresql_where=text("customer_seq > answered_seq")),
        Index("ix_thread_last_at", "last_at"),
    )

    id: str = Field(primary_key=True)
    principal: str
    customer_name: str
    country: str
    language: str
    channel: str = "widget"
    title: str = ""
    invoice: str | None = None
    biller: str | None = None
    handler: str = ASSISTANT
    status: str = "open"
    last_seq: int = 0
    customer_seq: int = 0
    answered_seq: int = 0
    episode_seq: int = 0
    earlier: str | None = None
    pending: dict[str, Any] | None = Field(default=None, sa_column=Column(JSONB))
    subject: dict[str, Any] | None = Field(default=None, sa_column=Column(JSONB))
    strength: str = "light"
    seen_at: datetime | None = timestamp(nullable=True)
    reason: str | None = None
    brief: dict[str, Any] | None = Field(default=None, sa_column=Column(JSONB))
    team_id: str | None = Field(default=None, foreign_key="team.id")
    for_supervisor: bool = False
    priority: int = 0
    created_at: datetime = timestamp(nullable=False)
    owed_since: datetime | None = timestamp(nullable=True)
    queued_at: datetime | None = timestamp(nullable=True)
    claimed_at: datetime | None = timestamp(nullable=True)
    waiting_since: datetime | None = timestamp(nullable=True)
    promised_at: datetime | None = timestamp(nullable=True)
    warn_at: datetime | None = timestamp(nullable=True)
    breached_at: datetime | None = timestamp(nullable=True)
    told: str | None = None
    snoozed_until: datetime | None = timestamp(nullable=True)
    tags: list[str] = listed()
    outcome: str | None = None
    closed_at: datetime | None = timestamp(nullable=True)
    merged_into: str | None = None
    customer_read_seq: int = 0
    agent_read_seq: int = 0
    rating_seq: int = 0
    last_at: datetime | None = timestamp(nullable=True)
    last_text: str = ""

    @property
    def spoken(self) -> Language:
        """The thread's language, as the type that it was stored from."""
        return cast(Language, self.language)

    @property
    def identified(self) -> Strength:
        """How surely the customer was known at the last visit."""
        return cast(Strength, self.strength)

    @property
    def agent_id(self) -> str | None:
        """Who holds the thread; None when no person does."""
        prefix = agent_handler("")
        return self.handler.removeprefix(prefix) if self.handler.startswith(prefix) else None

    @property
    def awaits_assistant(self) -> bool:
        """Whether the assistant owes an answer."""
        return self.status == "open" and self.handler == ASSISTANT and self.customer_seq > self.answered_seq


class ThreadEvent(SQLModel, table=True):
    """One entry of a thread's log."""

    __tablename__ = "thread_event"
    __table_args__ = (UniqueConstraint("thread_id", "author_kind", "client_id"),)

    thread_id: str = Field(primary_key=True, foreign_key="thread.id")
    seq: int = Field(primary_key=True)
    kind: str
    author_kind: str
    author_name: str | None = None
    audience: str = "public"
    client_id: str | None = None
    payload: dict[str, Any] = Field(sa_column=Column(JSONB, nullable=False))
    at: datetime = timestamp(nullable=False)

    @classmethod
    def new(
        cls,
        kind: str,
        author: str,
        payload: dict[str, Any],
        at: datetime,
        *,
        name: str | None = None,
        client_id: str | None = None,
        audience: Audience = "public",
    ) -> ThreadEvent:
        """An event that has no place in a log yet: ``ThreadRepository.append`` gives it one.

        Args:
            kind: see docs/protocol.md, as for ``payload``.
            author: customer, assistant, agent or system.
            payload: what happened.
            at: when.
            name: the author's name, where there is one.
            client_id: the client's own id of a message.
            audience: ``internal`` for what customers never see.
        """
        return cls(
            thread_id="",
            seq=0,
            kind=kind,
            author_kind=author,
            author_name=name,
            audience=audience,
            client_id=client_id,
            payload=payload,
            at=at,
        )

    def public(self) -> dict[str, Any]:
        """The event as it goes over the wire (docs/protocol.md)."""
        return {
            "seq": self.seq,
            "kind": self.kind,
            "author": {"kind": self.author_kind, "name": self.author_name},
            "audience": self.audience,
            "at": self.at.isoformat(),
            "client_id": self.client_id,
            "payload": self.payload,
        }
