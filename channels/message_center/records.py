"""Tables of what belongs to threads beside their logs: files, mails, ratings, turns, reviews, webhooks."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, Index, text
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlmodel import Field, SQLModel

from channels.message_center.columns import listed, number, timestamp


class Attachment(SQLModel, table=True):
    """A file that somebody has sent.

    Attributes:
        principal: the customer whose thread it is for.
        thread_id: where it was sent; None until it was.
        uploaded_by: ``customer`` or ``agent:<id>``.
        sha256: of the content, by which it is stored.
        name: as the sender called it, for display and download only.
        media_type: by the content, not by the name: application/pdf, image/png or image/jpeg.
        size: in bytes.
    """

    __table_args__ = (Index("ix_attachment_thread", "thread_id"),)

    id: UUID = Field(primary_key=True)
    principal: str
    thread_id: str | None = Field(default=None, foreign_key="thread.id")
    uploaded_by: str
    sha256: str
    name: str
    media_type: str
    size: int
    at: datetime = timestamp(nullable=False)


class Mail(SQLModel, table=True):
    """A mail to a customer: written in the transaction that gives reason for it, sent afterwards.

    Attributes:
        send_after: not before, by the machine's clock; the first time not before the customer has had a while to read
            the answer either (``MAIL_DELAY_SECONDS``).
        seq: of the event that it tells of.
        subject: found when it is sent, in the language that the thread has then, as is ``body``.
        status: ``waiting``, ``sent``, ``dropped`` or ``failed``.
        attempts: how often sending was tried.
    """

    __table_args__ = (Index("ix_mail_waiting", "send_after", postgresql_where=text("status = 'waiting'")),)

    id: int | None = number()
    thread_id: str = Field(foreign_key="thread.id")
    seq: int
    recipient: str
    subject: str
    body: str
    status: str = "waiting"
    attempts: int = 0
    at: datetime = timestamp(nullable=False)
    send_after: datetime = timestamp(nullable=False)
    sent_at: datetime | None = timestamp(nullable=True)


class Rating(SQLModel, table=True):
    """How a customer found one part of a conversation.

    Attributes:
        part: ``assistant`` or ``people``.
        agent_id: who of customer service had answered last; None for the assistant's part.
        score: 1 (bad) to 5 (good).
        words: what the customer wrote with it, or empty.
    """

    __table_args__ = (
        CheckConstraint("score BETWEEN 1 AND 5", "rating_score"),
        CheckConstraint("part IN ('assistant', 'people')", "rating_part"),
    )

    thread_id: str = Field(primary_key=True, foreign_key="thread.id")
    part: str = Field(primary_key=True)
    agent_id: str | None = Field(default=None, foreign_key="agent.id")
    score: int
    words: str = ""
    at: datetime = timestamp(nullable=False)


class TurnRecord(SQLModel, table=True):
    """One committed turn of the assistant, for statistics and reviews.

    Attributes:
        seq: of the last event that the turn wrote.
        tools: names of the tools that were called.
        replaced: why a safeguard replaced the model's words; None when it did not.
        failed: whether models failed to answer.
        asked_model: how often a model was asked.
        milliseconds: from reading to reply.
    """

    __tablename__ = "turn_record"
    __table_args__ = (Index("ix_turn_record_at", "at"),)

    thread_id: str = Field(primary_key=True, foreign_key="thread.id")
    seq: int = Field(primary_key=True)
    tools: list[str] = listed()
    replaced: str | None = None
    failed: bool = False
    asked_model: int = 0
    milliseconds: int = 0
    at: datetime = timestamp(nullable=False)


class Review(SQLModel, table=True):
    """A conversation that a supervisor should look at, or has looked at.

    Attributes:
        cause: ``rating`` or ``gate``.
        expected: what should have happened: the same fields as a step of evals/scenarios (``tools``, ``says``), by seq.
        comment: the supervisor's words.
    """

    id: int | None = number()
    thread_id: str = Field(foreign_key="thread.id", index=True)
    cause: str
    at: datetime = timestamp(nullable=False)
    done_at: datetime | None = timestamp(nullable=True)
    agent_id: str | None = Field(default=None, foreign_key="agent.id")
    expected: list[dict[str, Any]] = listed()
    comment: str = ""


class WebhookEndpoint(SQLModel, table=True):
    """Another system that follows threads.

    Attributes:
        secret: signs what is sent there.
        kinds: event kinds that it wants; empty for all public ones.
        active: off after too many failures, or by hand.
    """

    __tablename__ = "webhook_endpoint"

    id: UUID = Field(primary_key=True)
    url: str
    secret: str
    kinds: list[str] = listed()
    active: bool = True
    at: datetime = timestamp(nullable=False)


class WebhookCursor(SQLModel, table=True):
    """How far an endpoint has followed a thread: events after ``seq`` are still to be sent, in order.

    Attributes:
        attempts: failures since the last success.
        next_at: not before, by the machine's clock.
        error: how the last attempt failed.
    """

    __tablename__ = "webhook_cursor"

    endpoint_id: UUID = Field(primary_key=True, foreign_key="webhook_endpoint.id", ondelete="CASCADE")
    thread_id: str = Field(primary_key=True, foreign_key="thread.id")
    seq: int = 0
    attempts: int = 0
    next_at: datetime = timestamp(nullable=False)
    error: str | None = None


class SearchEntry(SQLModel, table=True):
    """The words of a message or note, stemmed in its thread's language; a trigger of ``thread_event`` writes it."""

    __tablename__ = "search_entry"
    __table_args__ = (Index("ix_search_entry_words", "words", postgresql_using="gin"),)

    thread_id: str = Field(primary_key=True, foreign_key="thread.id")
    seq: int = Field(primary_key=True)
    words: str = Field(sa_column=Column(TSVECTOR, nullable=False))
