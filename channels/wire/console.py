"""What servers send over ``/ws/console``."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from channels.message_center.models import Channel
from channels.message_center.staff import Presence, TeamMode
from channels.message_center.tags import Outcome, Tag
from channels.wire.events import Ack, Error, Event, Pong
from channels.wire.payloads import Moment
from tools.context import Language
from tools.results import HandoffReason

Role = Literal["agent", "supervisor"]


class Summary(TypedDict):
    """A thread as a line of the console's lists.

    ``suitable`` is for this agent; ``unread`` tells of the agent's own threads; ``agent`` is the name of who holds it.
    """

    id: str
    customer: str
    country: str
    language: Language
    handler: str
    status: Literal["open", "closed"]
    reason: HandoffReason | None
    reason_text: str | None
    queued_at: Moment | None
    claimed_at: Moment | None
    last_text: str
    last_seq: int
    title: str
    channel: Channel
    invoice: str | None
    team_id: str | None
    priority: Literal[0, 1, 2]
    waiting_since: Moment | None
    promised_at: Moment | None
    breached: bool
    suitable: bool
    snoozed_until: Moment | None
    tags: list[Tag]
    outcome: Outcome | None
    for_supervisor: bool
    unread: bool
    agent: str | None


class Fact(TypedDict):
    """Something known, and where it comes from."""

    text: str
    source: str


class Brief(TypedDict):
    """What the person who takes a thread needs to know, in English."""

    goal: str
    identity: str
    facts: list[Fact]
    tried: list[str]
    open_proposal: str | None
    language: Language
    last_messages: list[str]


class OpenedSummary(Summary):
    """A thread that the agent reads; ``customer_read_seq`` is the last event that the customer has seen."""

    brief: Brief | None
    customer_read_seq: int


class AgentInfo(TypedDict):
    """Who is signed in."""

    id: str
    name: str
    role: Role
    languages: list[Language]


class TeamInfo(TypedDict):
    """A team, and whether its threads are claimed (pull) or given (push)."""

    id: str
    name: str
    mode: TeamMode


class Colleague(AgentInfo):
    """Somebody of customer service; ``away`` is also who has lost the connection."""

    presence: Presence


class ConsoleHelloOk(TypedDict):
    """Who is signed in, and what there is to choose from. ``queue`` follows."""

    type: Literal["hello.ok"]
    agent: AgentInfo
    teams: list[TeamInfo]
    colleagues: list[Colleague]
    tags: list[Tag]
    outcomes: list[Outcome]
    presence: Presence


class ConsoleQueue(TypedDict):
    """The lists: who waits, in the order in which they are served (at most 100 of ``waiting``), and the agent's own."""

    type: Literal["queue"]
    queue: list[Summary]
    waiting: int
    mine: list[Summary]


class Colleagues(TypedDict):
    """Somebody came, went away or left."""

    type: Literal["colleagues"]
    colleagues: list[Colleague]


class ConsoleThread(TypedDict):
    """The answer to ``thread.open``."""

    type: Literal["thread"]
    thread: OpenedSummary
    events: list[Event]
    has_more: bool


class ConsoleHistory(TypedDict):
    """Older events, as asked for."""

    type: Literal["history"]
    thread_id: str
    events: list[Event]
    has_more: bool


class ConsoleEvent(TypedDict):
    """Something has happened in a thread that the agent has opened."""

    type: Literal["event"]
    thread_id: str
    event: Event


class ConsoleTyping(TypedDict):
    """Somebody begins or ceases to write."""

    type: Literal["typing"]
    thread_id: str
    who: Literal["customer", "assistant", "agent"]
    name: str | None
    on: bool


class ConsoleRead(TypedDict):
    """The customer has seen all up to this number."""

    type: Literal["read"]
    thread_id: str
    seq: int


class ClaimedNext(TypedDict):
    """The answer to ``claim.next``; null: nobody waits whom this agent could serve."""

    type: Literal["claimed.next"]
    thread_id: str | None


ConsoleServerFrame = Annotated[
    ConsoleHelloOk
    | ConsoleQueue
    | Colleagues
    | ConsoleThread
    | ConsoleHistory
    | ConsoleEvent
    | ConsoleTyping
    | ConsoleRead
    | ClaimedNext
    | Ack
    | Error
    | Pong,
    Field(discriminator="type"),
]
