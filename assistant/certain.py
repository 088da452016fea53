"""What code decides before any model is asked: the first middleware of the agent."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import uuid4

from langchain.agents.middleware import AgentMiddleware, ModelRequest, ModelResponse
from langchain_core.messages import AIMessage, HumanMessage, ToolMessage

from assistant.conversation import Situation
from assistant.prompt import situation_of
from assistant.understanding.arguments import arguments_for
from assistant.understanding.references import find_invoices
from assistant.understanding.requests import short_answer, wants_person
from tools.catalogue import EFFECTS, Effect

# An answer to "to which date?" is short; a longer message may be about something else, and the model decides.
_ANSWER_WORDS = 8
# "The phone bill?" is an answer, in doubt.
_NAMED_WORDS = 3


class DecideWhatIsCertain(AgentMiddleware[Any, Any]):
    """Calls a tool by code where the customer's wish leaves no doubt, and ends the loop where code speaks.

    After a proposal or a handoff the reply is rendered from its result: a model that went on could only say less or
    something else.
    """

    async def awrap_model_call(
        self, request: ModelRequest[Any], handler: Callable[[ModelRequest[Any]], Awaitable[ModelResponse[Any]]]
    ) -> ModelResponse[Any] | AIMessage:
        """Answer in the model's stead, or ask it."""
        last = request.messages[-1]
        if isinstance(last, ToolMessage) and EFFECTS.get(last.name or "") in (Effect.PROPOSE, Effect.ROUTE):
            return AIMessage("")
        if isinstance(last, HumanMessage) and (certain := certain_call(situation_of(last))):
            tool, arguments = certain
            call = {"name": tool, "args": arguments, "id": uuid4().hex, "type": "tool_call"}
            return AIMessage("", tool_calls=[call])
        return await handler(request)


def certain_call(situation: Situation) -> tuple[str, dict[str, Any]] | None:
    """The tool and arguments that a message asks for beyond doubt, or None."""
    if wants_person(situation.text):
        return "hand_off", {"reason": "asked_for_person", "goal": situation.text}
    if answered := _answer_to_question(situation):
        return answered
    named = find_invoices(situation.text, situation.invoices)
    if len(named) == 1 and situation.text.strip().upper() in (named[0].number, named[0].myropo_id):
        return "get_invoice", {"invoice": named[0].number}
    return None


def _answer_to_question(situation: Situation) -> tuple[str, dict[str, Any]] | None:
    """The call that the assistant's question was about, with what the customer has added to it."""
    pending = situation.pending
    if pending is None or len(situation.text.split()) > _ANSWER_WORDS:
        return None
    tool = str(pending["tool"])
    added = arguments_for(tool, situation)
    if pending.get("offered") and short_answer(situation.text) == "yes":
        added = {"new_date": pending["offered"]}
    if not added or _asks_something_else(situation.text, added):
        return None
    known = {name: value for name, value in pending.items() if name in ("invoice", "new_date") and value is not None}
    return tool, {**known, **added}


def _asks_something_else(text: str, added: dict[str, Any]) -> bool:
    """Whether an invoice is named in a question of its own: "when is my phone bill due?" answers no question."""
    return "?" in text and "new_date" not in added and len(text.split()) > _NAMED_WORDS
