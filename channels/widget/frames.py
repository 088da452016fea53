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


class Ping(BaseModel):
    """Is anybody there?"""

    type: Literal["ping"]


ChatFrame = Annotated[
    Hello | MessageSend | ProposalConfirm | ProposalCancel | PersonRequest | ThreadNew | LanguageSet | Ping,
    Field(discriminator="type"),
]
CHAT_FRAMES: TypeAdapter[Any] = TypeAdapter(ChatFrame)
