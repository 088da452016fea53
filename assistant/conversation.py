"""What a turn reads and what it writes: plain data between the assistant and the message center."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, Protocol

from tools.context import Language, Principal
from tools.ledger.proposal_views import ProposalView
from tools.ledger.views import InvoiceView
from tools.results import HandoffReason

Author = Literal["customer", "assistant", "agent"]


@dataclass(frozen=True)
class Message:
    """Something that was said in the thread."""

    author: Author
    text: str


@dataclass(frozen=True)
class ThreadState:
    """The thread as one turn reads it.

    Attributes:
        thread_id: the conversation.
        principal: whose conversation it is.
        country: the customer's country (FI, SE, NO).
        language: the thread's language so far.
        history: earlier messages, oldest first, without the burst.
        burst: the customer's messages that have no answer yet, oldest first.
        pending: what the assistant's last question asked for, if it asked (see ``Reply.pending``).
        subject: what was talked about last (see ``Reply.subject``).
        read_seq: number of the customer's last message; the reply is committed only if it still is the last.
        earlier: what came before people handed the conversation back, in a few lines of English.
    """

    thread_id: str
    principal: Principal
    country: str
    language: Language
    history: tuple[Message, ...]
    burst: tuple[str, ...]
    pending: dict[str, Any] | None
    subject: dict[str, Any] | None
    read_seq: int
    earlier: str | None = None


@dataclass(frozen=True)
class Situation:
    """Everything that code or a model may look at to decide on one message.

    Attributes:
        text: what the customer wrote (a burst joined by line breaks).
        language: the language it is answered in.
        today: the date where the customer is.
        invoices: the invoices the customer may see.
        history: earlier messages, oldest first.
        pending: see ``Reply.pending``.
        subject: see ``Reply.subject``.
        open_proposals: cards the customer could confirm now.
        earlier: see ``ThreadState.earlier``.
    """

    text: str
    language: Language
    today: date
    invoices: tuple[InvoiceView, ...] = ()
    history: tuple[Message, ...] = ()
    pending: dict[str, Any] | None = None
    subject: dict[str, Any] | None = None
    open_proposals: tuple[ProposalView, ...] = ()
    earlier: str | None = None


@dataclass(frozen=True)
class HandoffRequest:
    """A wish for a person, carried out when the reply is committed."""

    reason: HandoffReason
    goal: str


@dataclass(frozen=True)
class ToolUse:
    """A tool that was called, for the record."""

    name: str
    arguments: dict[str, Any]
    outcome: str


@dataclass(frozen=True)
class Usage:
    """What language models have cost one answer, as far as their endpoints tell.

    Attributes:
        asked_model: how often a model was asked and has answered; 0 where code alone decided.
        tokens_in: read by models.
        tokens_out: written by them.
        tokens_cached: of those read, the ones that the endpoint still knew.
    """

    asked_model: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    tokens_cached: int = 0


@dataclass
class Reply:
    """One answer, ready to be shown.

    Attributes:
        text: the words; empty where a card or a handoff speaks for itself.
        language: the language of the words; becomes the thread's.
        citations: ``article_id``, ``title``, ``url`` of what the words rest on.
        quick_replies: ``label`` and ``text`` of buttons below the message.
        table: columns and rows, for lists of invoices.
        link: ``label`` and ``url`` of a page to go to: a letter, or the page where one pays.
        proposal: the change that waits for the customer's click.
        handoff: set when a person takes over.
        pending: the tool call that the reply asks details for, as JSON: ``tool``, its ``arguments`` known so far, and
            what it ``asks`` for; with ``offered``, the arguments that a plain yes takes. See ``assistant/pending.py``.
        subject: what the reply is about, as JSON, for messages that follow up on it: see ``assistant/follow_ups.py``.
        void_proposals: whether open cards are withdrawn because the subject changed.
        cancel_proposal: id of the card that the customer declined in words.
        tools: what was called.
        timings_ms: ``total``, ``model``, ``tools``, ``retrieval``.
        usage: what models have cost.
        replaced: why a safeguard has put code's words in the place of the model's; None where it has not.
        failed: whether models, or all else that leads to an answer, have failed in this turn.
    """

    text: str
    language: Language
    citations: list[dict[str, str]] = field(default_factory=list)
    quick_replies: list[dict[str, str]] = field(default_factory=list)
    table: dict[str, Any] | None = None
    link: dict[str, str] | None = None
    proposal: ProposalView | None = None
    handoff: HandoffRequest | None = None
    pending: dict[str, Any] | None = None
    subject: dict[str, Any] | None = None
    void_proposals: bool = False
    cancel_proposal: str | None = None
    tools: list[ToolUse] = field(default_factory=list)
    timings_ms: dict[str, float] = field(default_factory=dict)
    usage: Usage = field(default_factory=Usage)
    replaced: str | None = None
    failed: bool = False


class ThreadLog(Protocol):
    """The message center as a turn needs it."""

    async def read_turn(self, thread_id: str) -> ThreadState | None:
        """The thread's state when the assistant owes an answer, else None."""
        ...

    async def commit_reply(self, state: ThreadState, reply: Reply, situation: Situation) -> bool:
        """Write the reply if handler and last customer message are still those that were read; else discard it."""
        ...
