"""Tables of the message center: a thread is an ordered log of events."""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast

from sqlalchemy import Column, DateTime, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from tools.context import Language

ASSISTANT = "assistant"
QUEUE = "queue"


def agent_handler(agent_id: str) -> str:
    """The handler of a thread that a person holds."""
    return f"agent:{agent_id}"


def _timestamp(**options: Any) -> Any:
    return Field(sa_column=Column(DateTime(timezone=True), **options))


class Agent(SQLModel, table=True):
    """A person of customer service."""

    id: str = Field(primary_key=True)
    name: str
    role: str = "agent"
    languages: list[str] = Field(sa_column=Column(JSONB, nullable=False))


class Thread(SQLModel, table=True):
    """A conversation.

    ``customer_seq`` is the number of the customer's last message, ``answered_seq`` of the last one that has its answer:
    where they differ and the handler is the assistant, an answer is owed. ``episode_seq`` is where the assistant's
    present episode begins: it does not look at what was said before a person handed the thread back.
    ``owed_since`` is when the customer last wrote, by the machine's clock even where the demo's clock is frozen.
    """

    __table_args__ = (
        Index("ix_thread_principal", "principal", "created_at"),
        Index("ix_thread_queue", "queued_at", postgresql_where=text("handler = 'queue'")),
        Index("ix_thread_unanswered", "id", postgresql_where=text("customer_seq > answered_seq")),
    )

    id: str = Field(primary_key=True)
    principal: str
    customer_name: str
    country: str
    language: str
    handler: str = ASSISTANT
    status: str = "open"
    last_seq: int = 0
    customer_seq: int = 0
    answered_seq: int = 0
    episode_seq: int = 0
    reason: str | None = None
    brief: dict[str, Any] | None = Field(default=None, sa_column=Column(JSONB))
    pending: dict[str, Any] | None = Field(default=None, sa_column=Column(JSONB))
    subject: dict[str, Any] | None = Field(default=None, sa_column=Column(JSONB))
    created_at: datetime = _timestamp(nullable=False)
    owed_since: datetime | None = _timestamp(nullable=True)
    queued_at: datetime | None = _timestamp(nullable=True)
    claimed_at: datetime | None = _timestamp(nullable=True)

    @property
    def spoken(self) -> Language:
        """The thread's language, as the type that it was stored from."""
        return cast(Language, self.language)

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
    at: datetime = _timestamp(nullable=False)

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
    ) -> ThreadEvent:
        """An event that has no place in a log yet: ``ThreadRepository.append`` gives it one.

        Args:
            kind: see docs/protocol.md, as for ``payload``.
            author: customer, assistant, agent or system.
            payload: what happened.
            at: when.
            name: the author's name, where there is one.
            client_id: the client's own id of a message.
        """
        return cls(
            thread_id="",
            seq=0,
            kind=kind,
            author_kind=author,
            author_name=name,
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
