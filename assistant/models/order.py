"""How the models of an order are asked: each in its share of the time, and none that has kept failing lately."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, NotRequired, cast

import structlog
from langchain.agents import AgentState
from langchain.agents.middleware import AgentMiddleware, ModelRequest, ModelResponse
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage

FAILURES_IN_A_ROW = 3
REST_SECONDS = 30.0
# A request that is refused as such says nothing about the endpoint's health.
_THE_REQUESTS_FAULT = {400, 413, 422}
# What models write that cannot call tools as they were asked to, or think aloud.
_MARKUP = re.compile(r"^\s*[{\[]|</?(?:tool_calls?|function|think)\b|<\|", re.IGNORECASE)
# What messages of models without words of their own carry instead.
_DECIDED = {"choice", "open_choices"}

log = structlog.get_logger()


class ModelRests(Exception):
    """The model has failed in this turn, or several times in a row before it, and is not asked."""


class Garbage(Exception):
    """The model's answer is neither words nor a call of a tool."""


@dataclass
class Attempts:
    """What one turn knows of asking its models.

    Attributes:
        ends_at: when they must have answered, in seconds of ``time.monotonic``.
        failed: ids of those that have failed in this turn; they are not asked again in it.
    """

    ends_at: float
    failed: set[int] = field(default_factory=set)


class OrderState(AgentState[Any]):
    """The agent's state, with what its turn knows of asking the models."""

    attempts: NotRequired[Attempts]


@dataclass
class Breaker:
    """Lets a model rest that keeps failing, so that not every turn waits for it in vain.

    Attributes:
        failures: how many there were in a row.
        rests_until: seconds of ``time.monotonic``.
    """

    failures: int = 0
    rests_until: float = 0.0

    def admit(self, now: float) -> None:
        """Let a request through; after a rest one alone, to see whether the model is well again.

        Raises:
            ModelRests: not yet.
        """
        if self.failures < FAILURES_IN_A_ROW:
            return
        if now < self.rests_until:
            raise ModelRests
        self.rests_until = now + REST_SECONDS

    def failed(self, now: float) -> None:
        """Count a failure."""
        self.failures += 1
        self.rests_until = now + REST_SECONDS

    def succeeded(self) -> None:
        """Forget the failures."""
        self.failures = 0


class AskInTime(AgentMiddleware[OrderState, Any]):
    """Gives a model half of the time that is left, the last one all of it, and takes no garbage for an answer.

    Args:
        models: all that are asked, in order.
    """

    state_schema = OrderState

    def __init__(self, models: Sequence[BaseChatModel]) -> None:
        super().__init__()
        self._last = models[-1]
        self._breakers = {id(model): Breaker() for model in models}

    async def awrap_model_call(
        self, request: ModelRequest[Any], handler: Callable[[ModelRequest[Any]], Awaitable[ModelResponse[Any]]]
    ) -> ModelResponse[Any]:
        """Ask one model.

        Raises:
            ModelRests: it is not asked.
            Exception: it has failed.
        """
        model, breaker, now = request.model, self._breakers[id(request.model)], time.monotonic()
        attempts = cast(OrderState, request.state)["attempts"]
        if id(model) in attempts.failed:
            raise ModelRests
        breaker.admit(now)
        left = attempts.ends_at - now
        try:
            async with asyncio.timeout(left if model is self._last else left / 2):
                response = await handler(request)
            if _is_garbage(response.result[-1], first=isinstance(request.messages[-1], HumanMessage)):
                raise Garbage
        except Exception as error:
            log.warning("a model has failed", model=_name_of(model), error=repr(error))
            attempts.failed.add(id(model))
            if getattr(error, "status_code", None) not in _THE_REQUESTS_FAULT:
                breaker.failed(time.monotonic())
            raise
        breaker.succeeded()
        return response


def _is_garbage(message: BaseMessage, *, first: bool) -> bool:
    """Whether an answer is of no use; tool results may be answered with nothing, a customer's message may not."""
    if not isinstance(message, AIMessage) or message.tool_calls or message.additional_kwargs.keys() & _DECIDED:
        return False
    return (first and not message.text.strip()) or _MARKUP.search(message.text) is not None


def _name_of(model: BaseChatModel) -> str:
    return str(getattr(model, "model_name", model._llm_type))
