"""Events as they go over the wire: entries of a thread's log, by kind. See docs/protocol.md.

Types only: nothing is checked at run time. ``protocol_schema.py`` makes JSON Schemas of them, and the tests check with
them whatever a server sends.
"""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired

from pydantic import Field
from typing_extensions import TypedDict

from channels.message_center.tags import Tag
from tools.ledger.pending import ProposalKind, ProposalStatus
from tools.results import HandoffReason

Moment = Annotated[str, Field(json_schema_extra={"format": "date-time"})]
"""ISO 8601 with its offset, which is UTC."""
AuthorKind = Literal["customer", "assistant", "agent", "system"]
RatedPart = Literal["assistant", "people"]
NoticeState = Literal["open", "closed", "unattended"]
StatusCode = Literal[
    "left_queue",
    "returned",
    "escalated",
    "merged",
    "snoozed",
    "woken",
    "tagged",
    "priority",
    "promise_warning",
    "promise_broken",
]


class Author(TypedDict):
    """Who wrote an event; ``name`` is a person's."""

    kind: AuthorKind
    name: str | None


class Citation(TypedDict):
    """An article that a message rests on."""

    article_id: str
    title: str
    url: str


class QuickReply(TypedDict):
    """A button: a click sends ``text`` as the customer's message."""

    label: str
    text: str


class Column(TypedDict):
    """A column of a table."""

    label: str
    align: Literal["left", "right"]


class Table(TypedDict):
    """Rows in words, ready to be shown."""

    columns: list[Column]
    rows: list[list[str]]


class Link(TypedDict):
    """A page that a message leads to, opened in a new tab."""

    label: str
    url: str


class AttachedFile(TypedDict):
    """A file that came with a message; ``size`` in bytes."""

    id: str
    name: str
    media_type: Literal["application/pdf", "image/png", "image/jpeg"]
    size: int
    url: str


class MessagePayload(TypedDict):
    """Somebody said something; all but ``text`` and ``attachments`` come from the assistant only."""

    text: str
    attachments: NotRequired[list[AttachedFile]]
    citations: NotRequired[list[Citation] | None]
    quick_replies: NotRequired[list[QuickReply] | None]
    table: NotRequired[Table | None]
    link: NotRequired[Link | None]


class CardInvoice(TypedDict):
    """The invoice that a card is about."""

    number: str
    biller: str


class Change(TypedDict):
    """What changes; ``old`` is null where there was nothing before."""

    label: str
    old: str | None
    new: str


class CardLine(TypedDict):
    """A line of what it costs and comes to."""

    label: str
    value: str
    total: bool


class ReceiptLine(TypedDict):
    """A line of a receipt."""

    label: str
    value: str


class Instalment(TypedDict):
    """A payment of a plan, in words."""

    date: str
    amount: str


class StepUp(TypedDict):
    """Only a strongly identified customer may confirm; ``url`` leads there."""

    text: str
    label: str
    url: str


class Proposal(TypedDict):
    """An action card."""

    id: str
    hash: str
    kind: ProposalKind
    status: ProposalStatus
    title: str
    invoice: CardInvoice
    changes: list[Change]
    lines: list[CardLine]
    schedule_label: str | None
    schedule: list[Instalment]
    next: str
    step_up: StepUp | None
    expires_at: Moment
    expires_text: str


class Receipt(TypedDict):
    """What was changed, from the ledger."""

    title: str
    invoice: CardInvoice
    lines: list[ReceiptLine]
    schedule_label: str | None
    schedule: list[Instalment]
    committed_at: Moment


class ProposalPayload(TypedDict):
    """A change is offered; only the customer's click makes it."""

    proposal: Proposal


class ProposalClosedPayload(TypedDict):
    """The card can no longer be confirmed."""

    proposal_id: str
    status: ProposalStatus
    text: str


class ReceiptPayload(TypedDict):
    """The change was made: the card turns into this receipt."""

    proposal_id: str
    receipt: Receipt
    text: str


class PaymentPayload(TypedDict):
    """A payment that was begun on a provider's page has ended; ``invoice`` is its number."""

    invoice: str
    status: Literal["succeeded", "failed"]
    text: str


class HandoffPayload(TypedDict):
    """The thread waits for a person."""

    reason: HandoffReason
    position: int
    text: str


class ClaimedPayload(TypedDict):
    """A person has taken the thread; ``stepped_in``: from the assistant, unasked."""

    agent: str
    text: str
    stepped_in: NotRequired[bool]


class TransferredPayload(TypedDict):
    """The thread went to another person or team, whose name is ``to``."""

    to: str
    text: str


class StatusPayload(TypedDict):
    """Something about the thread has changed; what more there is depends on ``status``.

    Public are ``left_queue``, ``returned``, ``escalated`` and ``merged`` (``into``: a thread's id). Internal, and in
    English, are ``snoozed`` (``until``), ``woken``, ``tagged`` (``tags``), ``priority`` (``priority``),
    ``promise_warning`` and ``promise_broken`` (``promised_at``).
    """

    status: StatusCode
    text: str
    into: NotRequired[str]
    until: NotRequired[Moment]
    tags: NotRequired[list[Tag]]
    priority: NotRequired[Literal[0, 1, 2]]
    promised_at: NotRequired[Moment]


class NoticePayload(TypedDict):
    """Told to those who wait: customer service has closed, nobody is there, or people are there again."""

    state: NoticeState
    text: str


class RatedPartLabel(TypedDict):
    """A part of the conversation that can be rated, and how it is called."""

    part: RatedPart
    name: str


class RatingRequestPayload(TypedDict):
    """The customer is asked how it was."""

    text: str
    parts: list[RatedPartLabel]


class RatingPayload(TypedDict):
    """The customer has said how it was: 1 (bad) to 5 (good)."""

    part: RatedPart
    score: Annotated[int, Field(ge=1, le=5)]
    words: str


class TextPayload(TypedDict):
    """Words alone: a note, or the system's sentence about what has happened."""

    text: str
