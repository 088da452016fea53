"""Frames that an agent's client sends over ``/ws/console``; see docs/protocol.md."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, TypeAdapter


class Hello(BaseModel):
    """Begin, or begin again after a lost connection."""

    type: Literal["hello"]


class ThreadOpen(BaseModel):
    """Read a thread and follow it."""

    type: Literal["thread.open"]
    thread_id: str
    after_seq: int = Field(0, ge=0, le=2**31 - 1)


class Claim(BaseModel):
    """Take a waiting thread."""

    type: Literal["claim"]
    thread_id: str


class MessageSend(BaseModel):
    """Answer the customer."""

    type: Literal["message.send"]
    thread_id: str
    client_id: str
    text: str


class HandBack(BaseModel):
    """Let the assistant go on."""

    type: Literal["hand_back"]
    thread_id: str


class Close(BaseModel):
    """End the conversation."""

    type: Literal["close"]
    thread_id: str


class Ping(BaseModel):
    """Is anybody there?"""

    type: Literal["ping"]


ConsoleFrame = Annotated[
    Hello | ThreadOpen | Claim | MessageSend | HandBack | Close | Ping, Field(discriminator="type")
]
CONSOLE_FRAMES: TypeAdapter[Any] = TypeAdapter(ConsoleFrame)
