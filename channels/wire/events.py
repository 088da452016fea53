"""Entries of a thread's log as they go over the wire, and the frames that both sockets share."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from channels.message_center.models import Audience
from channels.wire.payloads import (
    Author,
    ClaimedPayload,
    HandoffPayload,
    MessagePayload,
    Moment,
    NoticePayload,
    PaymentPayload,
    ProposalClosedPayload,
    ProposalPayload,
    RatingPayload,
    RatingRequestPayload,
    ReceiptPayload,
    StatusPayload,
    TextPayload,
    TransferredPayload,
)


class _Entry(TypedDict):
    seq: int
    author: Author
    audience: Audience
    at: Moment
    client_id: str | None


class Message(_Entry):
    """Somebody said something."""

    kind: Literal["message"]
    payload: MessagePayload


class Note(_Entry):
    """An agent's note to colleagues; never shown to customers."""

    kind: Literal["note"]
    payload: TextPayload


class ProposalOffered(_Entry):
    """An action card."""

    kind: Literal["proposal"]
    payload: ProposalPayload


class ProposalClosed(_Entry):
    """A card that can no longer be confirmed."""

    kind: Literal["proposal_closed"]
    payload: ProposalClosedPayload


class ReceiptWritten(_Entry):
    """A change was made."""

    kind: Literal["receipt"]
    payload: ReceiptPayload


class PaymentEnded(_Entry):
    """A payment has ended."""

    kind: Literal["payment"]
    payload: PaymentPayload


class Handoff(_Entry):
    """The thread waits for a person."""

    kind: Literal["handoff"]
    payload: HandoffPayload


class Claimed(_Entry):
    """A person has taken the thread."""

    kind: Literal["claimed"]
    payload: ClaimedPayload


class Transferred(_Entry):
    """Another person or team shall take the thread."""

    kind: Literal["transferred"]
    payload: TransferredPayload


class HandedBack(_Entry):
    """The assistant goes on."""

    kind: Literal["handed_back"]
    payload: TextPayload


class Closed(_Entry):
    """The conversation was closed."""

    kind: Literal["closed"]
    payload: TextPayload


class StatusChanged(_Entry):
    """Something about the thread has changed."""

    kind: Literal["status"]
    payload: StatusPayload


class Notice(_Entry):
    """Those who wait are told whether people are there."""

    kind: Literal["notice"]
    payload: NoticePayload


class RatingRequest(_Entry):
    """The customer is asked how it was."""

    kind: Literal["rating_request"]
    payload: RatingRequestPayload


class Rating(_Entry):
    """The customer has said how it was."""

    kind: Literal["rating"]
    payload: RatingPayload


Event = Annotated[
    Message
    | Note
    | ProposalOffered
    | ProposalClosed
    | ReceiptWritten
    | PaymentEnded
    | Handoff
    | Claimed
    | Transferred
    | HandedBack
    | Closed
    | StatusChanged
    | Notice
    | RatingRequest
    | Rating,
    Field(discriminator="kind"),
]


class Ack(TypedDict):
    """What the client has sent is stored."""

    type: Literal["ack"]
    client_id: str
    seq: int


class Error(TypedDict):
    """Nothing was changed; the socket stays usable. ``ref``: the client, proposal or thread id that it is about."""

    type: Literal["error"]
    code: str
    title: str
    detail: str
    ref: str | None


class Pong(TypedDict):
    """The answer to ``ping``."""

    type: Literal["pong"]
