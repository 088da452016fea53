"""A long conversation in a few lines, taken from its log by code: the same log gives the same lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from textwrap import shorten
from typing import Any

from babel.dates import format_datetime

from assistant.replies.catalogue import keys, say
from tools.context import STOCKHOLM

MOST_LINES = 8
_QUOTED = 140
_MOMENT = "d MMM HH:mm"


@dataclass(frozen=True)
class Event:
    """Something that happened in a conversation, as its log has it (docs/protocol.md).

    Attributes:
        kind: of the event.
        author: customer, assistant, agent or system.
        name: of the author, where there is one.
        at: when.
        payload: of the event.
    """

    kind: str
    author: str
    name: str | None
    at: datetime
    payload: dict[str, Any]


@dataclass(frozen=True)
class _Line:
    place: int
    weight: int
    at: datetime
    text: str

    def __str__(self) -> str:
        moment = format_datetime(self.at.astimezone(STOCKHOLM), _MOMENT, tzinfo=STOCKHOLM, locale="en_GB")
        return f"{moment} {self.text}"


def summarize(events: Sequence[Event], most: int = MOST_LINES) -> list[str]:
    """Who asked what, and what came of it, in English with times; what customers wrote is quoted as it is.

    Args:
        events: the whole log, oldest first.
        most: the most lines; where there is more to tell, what was changed and why people came in goes first.
    """
    lines = [line for line in _lines(events) if line.text]
    # Of two that weigh the same, the newer one tells more of how things stand.
    kept = sorted(lines, key=lambda line: (-line.weight, -line.place))[:most]
    return [str(line) for line in sorted(kept, key=lambda line: line.place)]


def _lines(events: Sequence[Event]) -> Iterable[_Line]:
    kinds = {e.payload["proposal"]["id"]: e.payload["proposal"]["kind"] for e in events if e.kind == "proposal"}
    asked = [place for place, e in enumerate(events) if e.kind == "message" and e.author == "customer"]
    for place, event in enumerate(events):
        if event.kind == "message":
            # What the customer came with and what they wrote last frame all the rest.
            weight = 9 if place in (asked[:1] + asked[-1:]) else 3 if event.author == "customer" else 1
            yield _Line(place, weight, event.at, _said(event))
        elif told := _TOLD.get(event.kind):
            weight, words = told
            yield _Line(place, weight, event.at, words(event, kinds))


def _said(event: Event) -> str:
    who = {"customer": event.name or "The customer", "assistant": "AI assistant"}.get(event.author, event.name or "")
    words = _quoted(event.payload.get("text", ""))
    files = len(event.payload.get("attachments") or ())
    sent = f" ({files} file{'s' if files > 1 else ''})" if files else ""
    return f"{who}: {words}{sent}"


def _quoted(text: str) -> str:
    return shorten(text, _QUOTED, placeholder="…") or "…"


def _card(event: Event, kinds: dict[str, str]) -> str:
    card = event.payload["proposal"]
    who = event.name or ("AI assistant" if event.author == "assistant" else "Portal")
    return f"{who} offered: {_title(card['kind'])}, invoice {card['invoice']['number']}"


def _receipt(event: Event, kinds: dict[str, str]) -> str:
    receipt = event.payload["receipt"]
    kind = kinds.get(event.payload["proposal_id"])
    title = _title(kind) if kind else receipt["title"]
    return f"The customer confirmed: {title}, invoice {receipt['invoice']['number']}"


def _title(kind: str) -> str:
    key = f"card-title-{kind.replace('_', '-')}"
    return say(key, "en") if key in keys("en") else kind


def _handoff(event: Event, kinds: dict[str, str]) -> str:
    reason = event.payload.get("reason")
    return f"Handed to people: {say('reason', 'en', reason=reason)}" if reason else "Handed to people"


def _payment(event: Event, kinds: dict[str, str]) -> str:
    return f"Payment of invoice {event.payload.get('invoice')} {event.payload.get('status')}"


def _rating(event: Event, kinds: dict[str, str]) -> str:
    return f"The customer gave {event.payload.get('part')} {event.payload.get('score')} of 5"


_Words = Callable[[Event, dict[str, str]], str]
_TOLD: dict[str, tuple[int, _Words]] = {
    "receipt": (8, _receipt),
    "note": (7, lambda event, _: f"Note by {event.name}: {_quoted(event.payload.get('text', ''))}"),
    "handoff": (7, _handoff),
    "payment": (6, _payment),
    "proposal": (5, _card),
    "transferred": (5, lambda event, _: f"Transferred to {event.payload.get('to')}"),
    "rating": (5, _rating),
    "claimed": (4, lambda event, _: f"{event.payload.get('agent')} took over"),
    "handed_back": (4, lambda event, _: "Handed back to the AI assistant"),
    "closed": (4, lambda event, _: "Closed"),
}
