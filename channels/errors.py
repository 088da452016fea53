"""Errors of the channels, their statuses, and their words.

ChannelError
├── SignInNeeded           401  nobody is signed in, or the session names nobody
├── ThreadNotFound         404  no such thread for this principal
├── ThreadClosed           409  the conversation was closed
├── AlreadyClaimed         409  another person holds the thread
├── NotYours               403  only the person who holds the thread may do this
├── SupervisorOnly         403  only a supervisor may do this
├── SenderBlocked          403  the customer may not write for a while
├── EntryNotFound          404  no such team, agent, review or webhook
├── AnswerNotFound         404  no such canned answer
├── ShortcutTaken          409  another canned answer of the team and language has it
├── CopilotFailed          502  the model's words cannot be used, or there are none
├── CopilotUnavailable     409  it needs a hosted model, and there is none
├── AttachmentNotFound     404  no such file for whoever asks or sends
├── AttachmentRefused      415  neither PDF, PNG nor JPEG
├── AttachmentEmpty        400  a file of no bytes
├── AttachmentTooLarge     413  a file of more than 10 MB
├── TooManyAttachments     429  the customer has sent too many files, or too much, in an hour
├── AttachmentsUnavailable 503  the store of files does not answer
├── IdempotencyKeyMissing  400  a POST of the portal's API without its key
├── IdempotencyKeyReused   409  the key belongs to another request
├── StillRunning           409  the first request with this key has no answer yet
├── TooManyMessages        429  the customer has written too much in a short time
└── BadInput               400  malformed, too long, unknown; ``code`` says which

How any of them looks over HTTP stands in ``problems.py``.
"""

from __future__ import annotations

from typing import Any

from assistant.replies.catalogue import say
from tools.context import Language
from tools.ledger.errors import (
    InvoiceAmbiguous,
    LedgerError,
    NotFound,
    PaymentMismatch,
    PaymentUnavailable,
    PolicyRefused,
    ProposalRefused,
    StepUpNeeded,
)

# The first one that fits.
_LEDGER_STATUS: tuple[tuple[type[LedgerError], int], ...] = (
    (NotFound, 404),
    (StepUpNeeded, 403),
    (ProposalRefused, 409),
    (PolicyRefused, 409),
    (InvoiceAmbiguous, 409),
    (PaymentMismatch, 409),
    (PaymentUnavailable, 503),
    (LedgerError, 400),
)


class ChannelError(Exception):
    """An error with a code of the protocol and an HTTP status."""

    code = "internal"
    status = 500


class SignInNeeded(ChannelError):
    """Nobody is signed in, or the session names nobody."""

    code, status = "sign_in_needed", 401


class ThreadNotFound(ChannelError):
    """No such thread for this principal."""

    code, status = "thread_not_found", 404


class ThreadClosed(ChannelError):
    """The conversation was closed."""

    code, status = "thread_closed", 409


class AlreadyClaimed(ChannelError):
    """Another person holds the thread, or nobody waits in it."""

    code, status = "already_claimed", 409


class NotYours(ChannelError):
    """Only the person who holds the thread may do this."""

    code, status = "not_yours", 403


class SupervisorOnly(ChannelError):
    """Only a supervisor may do this."""

    code, status = "supervisor_only", 403


class SenderBlocked(ChannelError):
    """A supervisor has decided that this customer may not write for a while."""

    code, status = "sender_blocked", 403


class AnswerNotFound(ChannelError):
    """No canned answer has this id."""

    code, status = "not_found", 404


class EntryNotFound(ChannelError):
    """No such team, agent, review or webhook."""

    code, status = "not_found", 404


class ShortcutTaken(ChannelError):
    """Another canned answer of the same team and language has this shortcut."""

    code, status = "shortcut_taken", 409


class CopilotFailed(ChannelError):
    """The model gave no words, or words that a safeguard refuses."""

    code, status = "copilot_failed", 502


class CopilotUnavailable(ChannelError):
    """What was asked for needs a hosted model, and the settings name none."""

    code, status = "copilot_unavailable", 409


class AttachmentNotFound(ChannelError):
    """No such file for this customer or agent, or it was sent in another conversation."""

    code, status = "attachment_not_found", 404


class AttachmentRefused(ChannelError):
    """By its content the file is no PDF, PNG or JPEG, or it is something else at the same time."""

    code, status = "attachment_refused", 415


class AttachmentEmpty(ChannelError):
    """A file of no bytes."""

    code, status = "attachment_empty", 400


class AttachmentTooLarge(ChannelError):
    """A file of more than 10 MB."""

    code, status = "attachment_too_large", 413


class TooManyAttachments(ChannelError):
    """The customer has uploaded too many files, or too much, in an hour; it may be tried again later."""

    code, status = "too_many_attachments", 429


class AttachmentsUnavailable(ChannelError):
    """The store of files does not answer; nothing was stored."""

    code, status = "attachments_unavailable", 503


class IdempotencyKeyMissing(ChannelError):
    """A POST of the portal's API without an ``Idempotency-Key`` that can be used."""

    code, status = "idempotency_key_missing", 400


class IdempotencyKeyReused(ChannelError):
    """The ``Idempotency-Key`` was sent with another request before."""

    code, status = "idempotency_key_reused", 409


class StillRunning(ChannelError):
    """The first request with this ``Idempotency-Key`` has no answer yet: ask again in a moment."""

    code, status = "still_running", 409


class TooManyMessages(ChannelError):
    """The customer has written too much in a short time; the message was not stored and may be sent again later."""

    code, status = "too_many_messages", 429


class BadInput(ChannelError):
    """A frame or a field that cannot be used.

    Args:
        code: the protocol's error code.
        detail: English words for developers, when the catalogue has none for the customer.
    """

    status = 400

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(detail or code)
        self.code = code
        self.detail = detail


def status_of(kind: type[ChannelError] | type[LedgerError]) -> int:
    """The HTTP status of a kind of error."""
    if issubclass(kind, ChannelError):
        return kind.status
    return next(status for known, status in _LEDGER_STATUS if issubclass(kind, known))


def error_words(code: str, language: Language) -> tuple[str, str]:
    """Title and detail of an error code, in words the customer can use."""
    key = code.replace("_", "-")
    return say(f"error-{key}", language), say(f"error-{key}-detail", language)


def error_frame(error: Exception, language: Language, ref: str | None = None) -> dict[str, Any]:
    """The error as a WebSocket frame.

    Args:
        error: any exception; what is not ours is told as ``internal`` without its details.
        language: language of title and detail.
        ref: the client id, proposal id or thread id that the error is about.
    """
    code = error.code if isinstance(error, (ChannelError, LedgerError)) else "internal"
    title, detail = error_words(code, language)
    detail = (isinstance(error, BadInput) and error.detail) or detail
    return {"type": "error", "code": code, "title": title, "detail": detail, "ref": ref}
