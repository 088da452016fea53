"""What servers send over ``/ws/chat``."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from channels.message_center.models import Channel
from channels.wire.events import Ack, Error, Event, Pong
from channels.wire.payloads import Moment
from tools.context import Language


class ThreadState(TypedDict):
    """The part of a thread that every event repeats; ``agent`` is the name of who holds it."""

    language: Language
    handler: str
    status: Literal["open", "closed"]
    agent: str | None
    title: str
    channel: Channel


class ChatThread(ThreadState):
    """A customer's thread."""

    id: str


class QueuePlace(TypedDict):
    """Where a waiting customer stands, from 1, and when an answer is promised."""

    position: int
    promised_at: Moment | None
    text: str


class ChatHelloOk(TypedDict):
    """The thread, and what was missed."""

    type: Literal["hello.ok"]
    thread: ChatThread
    events: list[Event]
    has_more: bool
    last_seq: int
    read_seq: int
    typing: Literal["assistant", "agent"] | None
    queue: QueuePlace | None


class ChatEvent(TypedDict):
    """Something has happened in the thread."""

    type: Literal["event"]
    event: Event
    thread: ThreadState


class ChatHistory(TypedDict):
    """Older events, as asked for."""

    type: Literal["history"]
    events: list[Event]
    has_more: bool


class ChatTyping(TypedDict):
    """Somebody begins or ceases to write an answer."""

    type: Literal["typing"]
    who: Literal["assistant", "agent"]
    on: bool


class ChatRead(TypedDict):
    """The agent has seen all up to this number."""

    type: Literal["read"]
    seq: int


class ChatQueue(TypedDict):
    """The customer's place has changed; null: the customer does not wait any more."""

    type: Literal["queue"]
    queue: QueuePlace | None


ChatServerFrame = Annotated[
    ChatHelloOk | ChatEvent | ChatHistory | ChatTyping | ChatRead | ChatQueue | Ack | Error | Pong,
    Field(discriminator="type"),
]
