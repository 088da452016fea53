"""What code decides before any model is asked: the first middleware of the agent."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import uuid4

from langchain.agents.middleware import AgentMiddleware, ModelRequest, ModelResponse
from langchain_core.messages import AIMessage, HumanMessage, ToolMessage

from assistant.conversation import Situation
from assistant.pending import answer_to_question
from assistant.prompt import situation_of
from assistant.replies.catalogue import say
from assistant.understanding.articles import article_answers, told_to_people
from assistant.understanding.references import find_invoices, newest_named, reference_of
from assistant.understanding.requests import wants_person
from assistant.understanding.router import likely_routes
from tools.catalogue import EFFECTS, Effect
from tools.context import LANGUAGES, ToolContext

# What the assistant's buttons say is what they mean: no router or model need guess it.
_BUTTONS = {
    "suggest-pay": "start_payment",
    "suggest-postpone": "postpone_due_date",
    "suggest-plan": "create_payment_plan",
    "suggest-change-plan": "change_payment_plan",
    "suggest-end-plan": "cancel_payment_plan",
    "suggest-refund": "set_refund_account",
}


class DecideWhatIsCertain(AgentMiddleware[Any, Any]):
    """Calls a tool by code where the customer's wish leaves no doubt, and ends the loop where code speaks.

    After a proposal, the start of a payment or a handoff the reply is rendered from its result: a model that went on
    could only say less or something else.
    """

    async def awrap_model_call(
        self, request: ModelRequest[Any], handler: Callable[[ModelRequest[Any]], Awaitable[ModelResponse[Any]]]
    ) -> ModelResponse[Any] | AIMessage:
        """Answer in the model's stead, or ask it."""
        last = request.messages[-1]
        if isinstance(last, ToolMessage) and EFFECTS.get(last.name or "", Effect.READ) is not Effect.READ:
            return AIMessage("")
        if isinstance(last, HumanMessage):
            situation = situation_of(last)
            certain = certain_call(situation) or await _question_call(situation, request.runtime.context)
            if certain:
                tool, arguments = certain
                call = {"name": tool, "args": arguments, "id": uuid4().hex, "type": "tool_call"}
                return AIMessage("", tool_calls=[call])
        return await handler(request)


def certain_call(situation: Situation) -> tuple[str, dict[str, Any]] | None:
    """The tool and arguments that a message asks for beyond doubt, or None."""
    if wants_person(situation.text):
        return "hand_off", {"reason": "asked_for_person", "goal": situation.text}
    if pressed := _button(situation):
        return pressed
    if answered := answer_to_question(situation):
        return answered
    named = find_invoices(situation.text, situation.invoices)
    if len(named) == 1 and situation.text.strip().upper() in (named[0].number, named[0].myropo_id):
        return "get_invoice", {"invoice": reference_of(named[0], situation.invoices)}
    return None


async def _question_call(situation: Situation, context: ToolContext) -> tuple[str, dict[str, Any]] | None:
    """The search, where an article surely answers the message; a person, where it is about what people must hear."""
    found = await context.search(situation.text)
    if not found:
        return None
    if reason := told_to_people(found[0], situation):
        return "hand_off", {"reason": reason, "goal": situation.text}
    routes = await asyncio.to_thread(likely_routes, situation.text)
    return ("search_knowledge", {"question": situation.text}) if article_answers(found[0], routes, situation) else None


def _button(situation: Situation) -> tuple[str, dict[str, Any]] | None:
    """The call that one of the assistant's own buttons stands for; under a refusal it is about the same invoice."""
    said = situation.text.strip()
    tool = next(
        (tool for key, tool in _BUTTONS.items() if said in (say(key, language) for language in LANGUAGES)), None
    )
    if tool is None:
        return None
    meant = newest_named(situation.history[-1:], situation.invoices)
    return tool, {"invoice": reference_of(meant, situation.invoices)} if meant else {}
