"""The copilot: suggested replies, other words for a text, a conversation in a few lines. It changes nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Body
from pydantic import BaseModel, ConfigDict, Field

from assistant.copilot.reading import ReadingSessions
from assistant.copilot.rewording import How, NotUsable, rewrite, translate
from assistant.copilot.suggesting import Talk, suggest
from assistant.copilot.summary import Event, summarize
from assistant.copilot.writing import Writer
from channels.agent_console import examples
from channels.agent_console.access import CurrentShift, Shift
from channels.agent_console.posting import POSTED
from channels.documentation import answers
from channels.errors import CopilotFailed, CopilotUnavailable, SignInNeeded, ThreadNotFound
from channels.idempotency import AgentsRoute, IdempotencyKey
from channels.message_center.audit import note_action
from channels.message_center.models import Thread
from channels.message_center.repository import ThreadRepository
from channels.message_center.texts import clean_text, said_in
from channels.payments.providers import NoProvider
from channels.runtime import Runtime
from tools.context import Language, Principal, ToolContext, local_today
from tools.ledger.payments import Payments
from tools.ledger.service import LedgerService

router = APIRouter(route_class=AgentsRoute)

_REMEMBERED = 40
_WHY = "Translation and rewriting need a hosted model: the built-in one writes too poorly."
_TEXT = "I'll check it and get back to you."


class Offered(BaseModel):
    """What the copilot can do here, and why it cannot do the rest."""

    suggest: bool = True
    translate: bool
    rewrite: bool
    summary: bool = True
    why: str | None


class Source(BaseModel):
    """What a suggestion rests on; without a url where it is the ledger."""

    title: str
    url: str | None


class SuggestedReply(BaseModel):
    """A reply to send; an empty one says in ``none`` why there is none."""

    text: str
    language: Language
    sources: list[Source]
    none: str | None


class Text(BaseModel):
    """A text."""

    text: str


class TranslationRequest(BaseModel):
    """What to say in another language."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(max_length=4000)
    to: Language


class RewritingRequest(BaseModel):
    """What to say in other words."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(max_length=4000)
    how: How


class Lines(BaseModel):
    """A conversation in at most eight lines."""

    lines: list[str]


@router.get("/copilot", summary="Read what the copilot offers", responses=answers(200, examples.COPILOT, SignInNeeded))
async def offered(shift: CurrentShift) -> Offered:
    """With the embedded model it offers only what code does well."""
    writes = shift.runtime.hosted.named
    return Offered(translate=writes, rewrite=writes, why=None if writes else _WHY)


@router.post(
    "/threads/{thread_id}/copilot/suggest",
    summary="Suggest a reply",
    responses=answers(200, examples.SUGGESTION, *POSTED, ThreadNotFound),
)
async def suggested(shift: CurrentShift, key: IdempotencyKey, thread_id: str) -> SuggestedReply:
    """From the articles and the customer's invoices, with its sources; you decide whether to send it."""
    runtime = shift.runtime
    thread = await _noted(shift, thread_id, "suggest")
    async with runtime.sessions() as session:
        messages = await ThreadRepository(session).recent_messages(thread_id, _REMEMBERED)
    talk = Talk.of([said_in(event) for event in messages if event.payload.get("text")], thread.invoice)
    found = await suggest(talk, await _context(runtime, thread), _writer(runtime))
    sources = [Source.model_validate(source) for source in found.sources]
    return SuggestedReply(text=found.text, language=thread.spoken, sources=sources, none=found.none)


@router.post(
    "/threads/{thread_id}/copilot/translate",
    summary="Translate a text",
    responses=answers(
        200, {"text": "Tarkistan asian ja palaan siihen."}, *POSTED, ThreadNotFound, CopilotFailed, CopilotUnavailable
    ),
)
async def translated(
    shift: CurrentShift,
    key: IdempotencyKey,
    thread_id: str,
    body: Annotated[TranslationRequest, Body(openapi_examples={"Finnish": {"value": {"text": _TEXT, "to": "fi"}}})],
) -> Text:
    """Only with a hosted model, and only where every figure, date and reference is kept."""
    text = clean_text(body.text)
    return await _reworded(shift, thread_id, "translate", lambda writer, today: translate(text, body.to, writer, today))


@router.post(
    "/threads/{thread_id}/copilot/rewrite",
    summary="Rewrite a text",
    responses=answers(200, {"text": "I'll check."}, *POSTED, ThreadNotFound, CopilotFailed, CopilotUnavailable),
)
async def rewritten(
    shift: CurrentShift,
    key: IdempotencyKey,
    thread_id: str,
    body: Annotated[RewritingRequest, Body(openapi_examples={"shorter": {"value": {"text": _TEXT, "how": "shorter"}}})],
) -> Text:
    """Shorter or kinder, only with a hosted model, and only where every figure, date and reference is kept."""
    text = clean_text(body.text)
    return await _reworded(shift, thread_id, "rewrite", lambda writer, today: rewrite(text, body.how, writer, today))


@router.post(
    "/threads/{thread_id}/copilot/summary",
    summary="Sum up a conversation",
    responses=answers(200, examples.SUMMARY, *POSTED, ThreadNotFound),
)
async def summed_up(shift: CurrentShift, key: IdempotencyKey, thread_id: str) -> Lines:
    """Who asked what and what came of it, taken from the log by code."""
    await _noted(shift, thread_id, "summary")
    async with shift.runtime.sessions() as session:
        events = await ThreadRepository(session).events(thread_id, internal=True)
    log = [Event(event.kind, event.author_kind, event.author_name, event.at, event.payload) for event in events]
    return Lines(lines=summarize(log))


async def _noted(shift: Shift, thread_id: str, what: str) -> Thread:
    """The thread; that the copilot was asked about it is noted."""
    async with shift.runtime.sessions.begin() as session:
        thread = await ThreadRepository(session).get(thread_id)
        note_action(session, shift.agent.id, "asked_copilot", shift.runtime.clock.now(), thread_id=thread_id, what=what)
    return thread


def _writer(runtime: Runtime) -> Writer:
    return Writer(runtime.hosted, runtime.settings.turn_seconds)


async def _reworded(
    shift: Shift, thread_id: str, action: str, reword: Callable[[Writer, date], Awaitable[str]]
) -> Text:
    """What a hosted model makes of a text; noted, and refused in words where it cannot be used."""
    writer = _hosted(shift.runtime)
    await _noted(shift, thread_id, action)
    try:
        return Text(text=await reword(writer, local_today(shift.runtime.clock)))
    except NotUsable as error:
        raise CopilotFailed(str(error)) from error


def _hosted(runtime: Runtime) -> Writer:
    if not runtime.hosted.named:
        raise CopilotUnavailable(_WHY)
    return _writer(runtime)


async def _context(runtime: Runtime, thread: Thread) -> ToolContext:
    """What may be read about a customer; nothing on this way can be written."""
    reading = ReadingSessions(runtime.sessions)
    return ToolContext(
        principal=Principal.parse(thread.principal),
        ledger=LedgerService(reading, runtime.ledger.tariffs),
        payments=Payments(reading, NoProvider()),
        # Opening the index blocks.
        knowledge=await asyncio.to_thread(lambda: runtime.knowledge),
        clock=runtime.clock,
        thread_id=thread.id,
        language=thread.spoken,
        country=thread.country,
    )
