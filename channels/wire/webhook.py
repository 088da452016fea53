"""What is sent to webhook endpoints."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypedDict

from channels.message_center.models import Channel
from channels.message_center.tags import Outcome, Tag
from channels.wire.events import Event
from channels.wire.payloads import Moment
from tools.context import Language
from tools.results import HandoffReason


class WebhookThread(TypedDict):
    """A thread as it is when the event is delivered, which may be later than the event."""

    id: str
    customer: str
    country: str
    language: Language
    title: str
    channel: Channel
    invoice: str | None
    handler: str
    status: Literal["open", "closed"]
    reason: HandoffReason | None
    team_id: str | None
    for_supervisor: bool
    priority: Literal[0, 1, 2]
    queued_at: Moment | None
    claimed_at: Moment | None
    waiting_since: Moment | None
    promised_at: Moment | None
    breached: bool
    snoozed_until: Moment | None
    tags: list[Tag]
    outcome: Outcome | None
    created_at: Moment
    last_seq: int


class WebhookDelivery(TypedDict):
    """The body of a POST to an endpoint, whose id is ``endpoint``."""

    endpoint: str
    thread: WebhookThread
    event: Event
