"""What people write: made fit to be stored, and read back as the assistant reads it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from assistant.conversation import Author, Message
from channels.errors import BadInput
from channels.message_center.models import ThreadEvent
from tools.database import storable_text

MAX_TEXT = 4000
MAX_CLIENT_ID = 64
# Who has ended a sentence is likely to be done: that much of the pause is enough then.
_AFTER_A_SENTENCE = 0.4
_ENDS_A_SENTENCE = (".", "!", "?", "…")


def clean_text(text: object) -> str:
    """A message's text without what PostgreSQL cannot store.

    Raises:
        BadInput: not a text, empty, or longer than 4 000 characters.
    """
    if not isinstance(text, str):
        raise BadInput("invalid_field", "text must be a string")
    # NUL cannot be stored, and a lone surrogate is no character: neither carries meaning.
    cleaned = storable_text(text).strip()
    if not cleaned:
        raise BadInput("message_empty")
    if len(cleaned) > MAX_TEXT:
        raise BadInput("message_too_long")
    return cleaned


def clean_words(text: object, attachments: Sequence[str]) -> str:
    """As ``clean_text``; a message that carries files needs no words.

    Raises:
        BadInput: not a text, too long, or empty without any file.
    """
    if attachments and isinstance(text, str) and not storable_text(text).strip():
        return ""
    return clean_text(text)


def clean_client_id(client_id: object) -> str:
    """A client id that can be a key.

    Raises:
        BadInput: not a text of 1 to 64 printable characters.
    """
    if not isinstance(client_id, str) or not 0 < len(client_id) <= MAX_CLIENT_ID or not client_id.isprintable():
        raise BadInput("invalid_field", f"client_id must be 1 to {MAX_CLIENT_ID} printable characters")
    return client_id


def words_of(event: ThreadEvent) -> str:
    """What a message says in a line; the names of its files where it has no words."""
    files = ", ".join(file["name"] for file in event.payload.get("attachments", ()))
    return str(event.payload["text"]) or files


def said_in(event: ThreadEvent) -> Message:
    """A message event as the assistant reads it: messages have no other authors."""
    return Message(cast(Author, event.author_kind), event.payload["text"])


def pause_after(messages: Sequence[ThreadEvent], pause: float) -> float:
    """How long to wait for more, in seconds: less after a whole sentence, not at all after a button.

    Args:
        messages: the newest of a thread, oldest first; the last is the customer's.
        pause: the most.
    """
    said = messages[-1].payload["text"]
    buttons = (button["text"] for message in messages[:-1] for button in message.payload.get("quick_replies") or ())
    if said in buttons:
        return 0
    return pause * _AFTER_A_SENTENCE if said.endswith(_ENDS_A_SENTENCE) else pause
