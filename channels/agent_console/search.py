"""Search over all threads."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from typing_extensions import TypedDict

from channels.agent_console import examples
from channels.agent_console.access import CurrentShift
from channels.agent_console.searching import Wanted, cursor_of, find_threads, snippets
from channels.documentation import answers
from channels.errors import BadInput, SignInNeeded
from channels.message_center.audit import note_action
from channels.message_center.repository import ThreadRepository
from channels.message_center.summaries import summary
from channels.message_center.tags import Tag
from channels.wire.console import Summary
from tools.context import Language
from tools.database import storable_text
from tools.ledger.models import Country
from tools.results import HandoffReason

router = APIRouter()

_LONGEST, _MOST, _USUAL = 200, 50, 25


class FoundThread(Summary):
    """A thread that fits; ``snippet`` is what was found in its newest such message.

    What was found stands between the characters U+0002 and U+0003. None where no message but a name, the subject line
    or an invoice's number was found, or no words were looked for.
    """

    snippet: str | None


class FoundThreads(TypedDict):
    """Threads, the one with the newest event first; ``next`` goes into ``before`` for those after them."""

    threads: list[FoundThread]
    next: str | None


@router.get(
    "/threads", summary="Search all conversations", responses=answers(200, examples.FOUND, SignInNeeded, BadInput)
)
async def threads(
    shift: CurrentShift,
    query: Annotated[
        str | None,
        Query(max_length=_LONGEST, description="Words in any form and language, a name, an invoice; -word excludes."),
    ] = None,
    status: Literal["open", "closed"] | None = None,
    handler: Annotated[
        str | None, Query(max_length=_LONGEST, description="assistant, queue, agent (anybody), or agent:ID.")
    ] = None,
    language: Language | None = None,
    country: Country | None = None,
    tag: Tag | None = None,
    agent: Annotated[str | None, Query(max_length=_LONGEST, description="Id of who holds it, or held it last.")] = None,
    reason: HandoffReason | None = None,
    before: Annotated[str | None, Query(max_length=_LONGEST, description="The next of an earlier answer.")] = None,
    limit: Annotated[int, Query(ge=1, le=_MOST)] = _USUAL,
) -> FoundThreads:
    """Every agent finds every conversation; that it was looked for is noted."""
    words = storable_text(query or "").strip() or None
    texts = [storable_text(text) if text else None for text in (handler, agent)]
    wanted = Wanted(words, status, texts[0], language, country, tag, texts[1], reason, before, limit)
    async with shift.runtime.sessions.begin() as session:
        found = await find_threads(session, wanted)
        shown = found[:limit]
        told = await snippets(session, words, [thread.id for thread in shown]) if words else {}
        names = {known.id: known.name for known in await ThreadRepository(session).agents()}
        asked = {name: value for name, value in vars(wanted).items() if value is not None}
        note_action(session, shift.agent.id, "searched", shift.runtime.clock.now(), **asked, found=len(shown))
    lines = [{**summary(thread, shift.agent, names), "snippet": told.get(thread.id)} for thread in shown]
    return {"threads": lines, "next": cursor_of(shown[-1]) if len(found) > limit else None}  # type: ignore[typeddict-item]  # a summary
