"""Frames that an agent's client sends over ``/ws/console``; see docs/protocol.md."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, Field, TypeAdapter

from channels.message_center.staff import Presence
from channels.message_center.tags import Outcome, Tag

Seq = Annotated[int, Field(ge=0, le=2**31 - 1)]


class Hello(BaseModel):
    """Begin, or begin again after a lost connection."""

    type: Literal["hello"]


class PresenceSet(BaseModel):
    """Be there, away or off."""

    type: Literal["presence.set"]
    presence: Presence


class ThreadOpen(BaseModel):
    """Read a thread and follow it."""

    type: Literal["thread.open"]
    thread_id: str
    after_seq: Seq = 0


class ThreadLeave(BaseModel):
    """Follow a thread no longer."""

    type: Literal["thread.leave"]
    thread_id: str


class History(BaseModel):
    """Read what lies before the part of the log that is known."""

    type: Literal["history"]
    thread_id: str
    before_seq: Seq


class Claim(BaseModel):
    """Take a waiting thread."""

    type: Literal["claim"]
    thread_id: str


class ClaimNext(BaseModel):
    """Take the first thread that is for me."""

    type: Literal["claim.next"]


class StepIn(BaseModel):
    """Take a conversation over from the assistant."""

    type: Literal["step_in"]
    thread_id: str


class MessageSend(BaseModel):
    """Answer the customer."""

    type: Literal["message.send"]
    thread_id: str
    client_id: str
    text: str
    attachments: list[str] = []


class NoteAdd(BaseModel):
    """Write something that only customer service reads."""

    type: Literal["note.add"]
    thread_id: str
    client_id: str
    text: str


class HandBack(BaseModel):
    """Let the assistant go on."""

    type: Literal["hand_back"]
    thread_id: str
    note: str = ""


class Transfer(BaseModel):
    """Give a thread to a colleague or a team."""

    type: Literal["transfer"]
    thread_id: str
    agent_id: str | None = None
    team_id: str | None = None
    note: str = ""


class Escalate(BaseModel):
    """Ask a supervisor to take over."""

    type: Literal["escalate"]
    thread_id: str
    note: str = ""


class Snooze(BaseModel):
    """Put a thread aside, or take it up again."""

    type: Literal["snooze"]
    thread_id: str
    until: AwareDatetime | None = None


class TagsSet(BaseModel):
    """Say what it is about."""

    type: Literal["tags.set"]
    thread_id: str
    tags: list[Tag]


class PrioritySet(BaseModel):
    """Move a thread forward or back."""

    type: Literal["priority.set"]
    thread_id: str
    priority: int = Field(ge=0, le=2)


class Close(BaseModel):
    """End the conversation."""

    type: Literal["close"]
    thread_id: str
    outcome: Outcome | None = None


class Merge(BaseModel):
    """Close a duplicate and go on in another thread."""

    type: Literal["merge"]
    thread_id: str
    into: str


class Typing(BaseModel):
    """I am writing, or have stopped."""

    type: Literal["typing"]
    thread_id: str
    on: bool


class Read(BaseModel):
    """I have seen a thread up to here."""

    type: Literal["read"]
    thread_id: str
    seq: Seq


class Ping(BaseModel):
    """Is anybody there?"""

    type: Literal["ping"]


ConsoleFrame = Annotated[
    Hello
    | PresenceSet
    | ThreadOpen
    | ThreadLeave
    | History
    | Claim
    | ClaimNext
    | StepIn
    | MessageSend
    | NoteAdd
    | HandBack
    | Transfer
    | Escalate
    | Snooze
    | TagsSet
    | PrioritySet
    | Close
    | Merge
    | Typing
    | Read
    | Ping,
    Field(discriminator="type"),
]
CONSOLE_FRAMES: TypeAdapter[Any] = TypeAdapter(ConsoleFrame)
