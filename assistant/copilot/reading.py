"""What the ledger and the articles know about a customer's message, found by code, without any change.

The assistant's own tools are called, with what a person would ask them first: those for changes get no details, so that
they say what is possible and never propose. On top of that the sessions given to them cannot begin a transaction.
"""

from __future__ import annotations

import asyncio
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any, cast

from langchain.tools import ToolRuntime
from langchain_core.messages import ToolMessage
from sqlalchemy.ext.asyncio import AsyncSession

from assistant.conversation import Situation
from assistant.copilot.wishes import Granted, judge
from assistant.replies.articles import surely_told
from assistant.understanding.arguments import arguments_for
from assistant.understanding.articles import article_answers
from assistant.understanding.choices import Choice
from assistant.understanding.cues import possible_choices
from assistant.understanding.encoder import SURE, Reading, likely_routes, read
from assistant.understanding.requests import asks
from knowledge.search import Passage
from tools.catalogue import ALL_TOOLS
from tools.context import ToolContext
from tools.database import SessionFactory
from tools.finding import suitable_invoice
from tools.ledger.pending import ProposalKind
from tools.proposing import refused
from tools.results import InvoiceDetailsResult, KnowledgeAnswer, NeedsInput, NotFound, Refused, ToolResult

_TOOLS = {tool.name: tool for tool in ALL_TOOLS}
# Without their details these only say what is possible, and ask.
_ASKING = {"postpone_due_date", "create_payment_plan", "change_payment_plan", "set_refund_account"}
_READING = {"list_invoices", "get_invoice", "get_balance", "list_letters", "get_contact"}
_INSTEAD = {"start_payment": "get_balance"}
_ENDING: ProposalKind = "cancel_payment_plan"
# The customer has the person already.
_NOT_FOR_PEOPLE = {"reach-a-person", "about-assistant"}
_SURE_OF_ARTICLE = 0.6


class WritesNothing(Exception):
    """Somebody wanted to change something on the copilot's way."""


class ReadingSessions(SessionFactory):
    """Sessions for reading only.

    Args:
        sessions: where they come from.
    """

    def __init__(self, sessions: SessionFactory) -> None:
        self._sessions = sessions

    def begin(self) -> AbstractAsyncContextManager[AsyncSession]:
        """Refuse.

        Raises:
            WritesNothing: always.
        """
        raise WritesNothing

    def __call__(self) -> AsyncSession:
        """A session for reading."""
        return self._sessions()


@dataclass(frozen=True)
class Known:
    """What was found about a message.

    Attributes:
        result: what answers it; None when nothing surely does.
        passages: what the articles say to it, likeliest first.
        granted: the change that was asked for, where the rules allow it as it was.
    """

    result: ToolResult | None
    passages: tuple[Passage, ...]
    granted: Granted | None = None


async def look_up(situation: Situation, context: ToolContext, invoice: str | None) -> Known:
    """Read what is known about a message.

    Args:
        situation: the message and what is known around it.
        context: what may be read; its sessions are for reading.
        invoice: MyRopo ID of the one that the conversation is about, where that is known.
    """
    found = await context.search(situation.text)
    passages = [passage for passage in found if passage.article_id not in _NOT_FOR_PEOPLE]
    reading = await asyncio.to_thread(read, situation.text, situation.language)
    told = surely_told(situation.text, passages)
    if told and article_answers(told.passages[0], reading, situation):
        return Known(told, told.passages)
    choice = await asyncio.to_thread(_choice, reading, situation)
    result = await _call(choice, situation, context, invoice) if choice else None
    if choice and isinstance(result, NeedsInput):
        judged = await judge(result, arguments_for(choice.tool or "", situation), context)
        if isinstance(judged, Granted):
            return Known(result, tuple(passages), judged)
        result = judged
    if result is None and told and (told.passages[0].score >= _SURE_OF_ARTICLE or asks(situation.text)):
        result = told
    return Known(result, tuple(passages))


def _choice(reading: Reading, situation: Situation) -> Choice | None:
    """What the message is about, where that is clear."""
    choices = possible_choices(likely_routes(reading), situation)
    sure = len(choices) == 1 or reading.routes[0][1] >= SURE
    return choices[0] if choices and sure else None


async def _call(choice: Choice, situation: Situation, context: ToolContext, invoice: str | None) -> ToolResult | None:
    if choice.tool == _ENDING:
        return await _ending_of_plan(arguments_for(_ENDING, situation).get("invoice") or invoice, context)
    name = _INSTEAD.get(choice.tool or "", choice.tool)
    if name not in _ASKING | _READING:
        return None
    arguments = {**arguments_for(name, situation), **(choice.arguments if name == choice.tool else {})}
    if name != "list_invoices" and not arguments.get("invoice") and invoice:
        arguments["invoice"] = invoice
    kept = {key: value for key, value in arguments.items() if key == "invoice" or name in _READING}
    result = await _answer_of(name, kept, context)
    return None if isinstance(result, NotFound | KnowledgeAnswer) else result


async def _ending_of_plan(reference: str | None, context: ToolContext) -> ToolResult | None:
    """The plan that there is to be ended, or why there is none: the tool itself would propose at once."""
    chosen = await suitable_invoice(context, _ENDING, reference)
    if isinstance(chosen, NeedsInput | Refused):
        return chosen
    if isinstance(chosen, NotFound):
        return None
    refusal = await context.ledger.refusal(context.principal, _ENDING, chosen.myropo_id, context.today)
    if refusal:
        return refused(_ENDING, refusal, chosen)
    return InvoiceDetailsResult(
        invoice=await context.ledger.get_invoice(context.principal, chosen.myropo_id, context.today)
    )


async def _answer_of(name: str, arguments: dict[str, Any], context: ToolContext) -> ToolResult | None:
    runtime: ToolRuntime[ToolContext, dict[str, Any]] = ToolRuntime(
        state={}, context=context, config={}, stream_writer=lambda _: None, tool_call_id=name, store=None
    )
    call = {"type": "tool_call", "name": name, "id": name, "args": {**arguments, "runtime": runtime}}
    message = cast(ToolMessage, await _TOOLS[name].ainvoke(call))
    return cast("ToolResult | None", message.artifact)
