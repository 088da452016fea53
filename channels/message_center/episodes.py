"""What the assistant is told of earlier episodes: a few lines by code, never what people wrote, least of all notes."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession

from assistant.replies.catalogue import say
from channels.message_center.models import Thread
from channels.message_center.repository import ThreadRepository

_LONGEST = 600


async def told_of_episode(session: AsyncSession, thread: Thread) -> str:
    """One line about the episode that ends now, after those about earlier ones.

    Args:
        session: the caller's transaction.
        thread: that is about to be handed back.

    Returns:
        English text for a model; of old lines, the oldest give way.
    """
    events = await ThreadRepository(session).events(thread.id, after=thread.episode_seq, internal=True)
    reason = f" ({say('reason', 'en', reason=thread.reason)})" if thread.reason else ""
    people = dict.fromkeys(event.author_name for event in events if event.author_kind == "agent" and event.author_name)
    done = [event.payload["receipt"]["title"] for event in events if event.kind == "receipt"]
    what = f"answered: {', '.join(people)}" if people else "took over and wrote nothing"
    parts = [
        f"A person{reason} {what}.",
        f"Changed meanwhile: {'; '.join(done)}." if done else "",
    ]
    lines = [*(thread.earlier or "").splitlines(), " ".join(part for part in parts if part)]
    while len(lines) > 1 and sum(map(len, lines)) > _LONGEST:
        del lines[0]
    return "\n".join(lines)[:_LONGEST]
