"""Frames that a customer's client sends over ``/ws/chat``; see docs/protocol.md."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, TypeAdapter

from tools.context import Language


class Hello(BaseModel):
    """Open or resume a thread."""

    type: Literal["hello"]
    thread_id: str | None = None
    after_seq: int = Field(0, ge=0, le=2**31 - 1)
    language: Language | None = None


class MessageSend(BaseModel):
    """Say something."""

    type: Literal["message.send"]
    client_id: str
    text: str
    attachments: list[str] = []


class ProposalConfirm(BaseModel):
    """The customer's own click on Confirm."""

    type: Literal["proposal.confirm"]
    proposal_id: str
    hash: str


class ProposalCancel(BaseModel):
    """The customer's own click on Cancel."""

    type: Literal["proposal.cancel"]
    proposal_id: str


class PersonRequest(BaseModel):
    """The button for a person."""

    type: Literal["person.request"]


class ThreadNew(BaseModel):
    """Begin a new conversation."""

    type: Literal["thread.new"]


class LanguageSet(BaseModel):
    """Choose the thread's language."""

    type: Literal["language.set"]
    language: Language


class QueueLeave(BaseModel):
    """Wait for a person no longer."""

    type: Literal["queue.leave"]


class Typing(BaseModel):
    """I am writing, or have stopped."""

    type: Literal["typing"]
    on: bool


class Read(BaseModel):
    """I have seen the thread up to here."""

    type: Literal["read"]
    seq: int = Field(ge=0, le=2**31 - 1)


class History(BaseModel):
    """Read what lies before the part of the log that is known."""

    type: Literal["history"]
    before_seq: int = Field(ge=0, le=2**31 - 1)


class RatingSend(BaseModel):
    """How the assistant's or the people's part was."""

    type: Literal["rating.send"]
    part: Literal["assistant", "people"]
    score: int = Field(ge=1, le=5)
    words: str = ""


class Ping(BaseModel):
    """Is anybody there?"""

    type: Literal["ping"]


ChatFrame = Annotated[
    Hello
    | MessageSend
    | ProposalConfirm
    | ProposalCancel
    | PersonRequest
    | QueueLeave
    | ThreadNew
    | LanguageSet
    | Typing
    | Read
    | History
    | RatingSend
    | Ping,
    Field(discriminator="type"),
]
CHAT_FRAMES: TypeAdapter[Any] = TypeAdapter(ChatFrame)
