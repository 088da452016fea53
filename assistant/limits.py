"""Middleware that ends what a model may not go on with: code speaks then, from what the tools have found."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import structlog
from langchain.agents.middleware import AgentMiddleware, ModelRequest, ModelResponse
from langchain_core.messages import AIMessage, BaseMessage, ToolMessage

from tools.catalogue import EFFECTS, Effect

log = structlog.get_logger()

_Handler = Callable[[ModelRequest[Any]], Awaitable[ModelResponse[Any]]]


class CodeSpeaksLast(AgentMiddleware[Any, Any]):
    """Ends the loop where a model has spent its tokens, or fails once there are results to speak from.

    Args:
        most_tokens: read and written in one turn; reached, no model is asked again.
    """

    def __init__(self, most_tokens: int) -> None:
        super().__init__()
        self._most_tokens = most_tokens

    async def awrap_model_call(self, request: ModelRequest[Any], handler: _Handler) -> ModelResponse[Any] | AIMessage:
        """Ask the model while it may be asked.

        Raises:
            Exception: no model has answered, and there is nothing to speak from.
        """
        if tokens_of(request.messages) >= self._most_tokens:
            log.warning("a turn has spent its tokens", most=self._most_tokens)
            return AIMessage("")
        try:
            return await handler(request)
        except Exception:
            if any(isinstance(message, ToolMessage) and message.artifact for message in request.messages):
                return AIMessage("")
            raise


def tokens_of(messages: Sequence[BaseMessage]) -> int:
    """How many tokens the models' messages have taken, as far as their endpoints tell."""
    told = (message.usage_metadata for message in messages if isinstance(message, AIMessage))
    return sum(usage["total_tokens"] for usage in told if usage)


class OneChangeAtATime(AgentMiddleware[Any, Any]):
    """Lets one answer of a model propose one change, last of its calls, and none where it brings a person.

    A card takes the place of the card before it, so of two that are proposed side by side chance would keep one. What
    is left out is named in the message as ``left_out``, for the customer to be told. Reading tools run side by side.
    """

    async def awrap_model_call(self, request: ModelRequest[Any], handler: _Handler) -> ModelResponse[Any]:
        """Ask the model, and keep what can be done at once."""
        response = await handler(request)
        for message in response.result:
            if isinstance(message, AIMessage):
                keep_one_change(message)
        return response


def keep_one_change(message: AIMessage) -> None:
    """Drop from a message all calls for changes but one; see ``OneChangeAtATime``.

    Args:
        message: is changed.
    """
    changes = [call for call in message.tool_calls if EFFECTS.get(call["name"], Effect.READ) is not Effect.READ]
    if not changes:
        return
    to_people = (call for call in changes if EFFECTS[call["name"]] is Effect.ROUTE)
    kept = next(to_people, changes[0])
    left_out = [call["name"] for call in changes if call is not kept and EFFECTS[kept["name"]] is Effect.PROPOSE]
    message.tool_calls = [*(call for call in message.tool_calls if call not in changes), kept]
    if left_out:
        message.additional_kwargs["left_out"] = left_out
