"""The agent: a chat model, the typed tools and the middleware around them."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

from langchain.agents import create_agent
from langchain.agents.middleware import (
    AgentMiddleware,
    ModelCallLimitMiddleware,
    ModelFallbackMiddleware,
    ToolCallLimitMiddleware,
)
from langchain_core.callbacks import AsyncCallbackHandler
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, ToolMessage

from assistant.certain import DecideWhatIsCertain
from assistant.conversation import Situation, ToolUse, Usage
from assistant.limits import CodeSpeaksLast, OneChangeAtATime
from assistant.models.order import AskInTime, Attempts
from assistant.prompt import messages_for, system_prompt
from tools.catalogue import ALL_TOOLS
from tools.context import ToolContext
from tools.results import ToolResult

_MOST_MODEL_CALLS = 4
_MOST_TOOL_CALLS = 4


@dataclass
class Findings:
    """What one run of the agent has brought.

    Attributes:
        calls: the tools that were called, in order, each with its typed result (None where the call failed).
        words: the model's own final words; empty when code is to speak.
        choice: what the embedded model chose when no tool serves it.
        open_choices: what the message may be about where no model was there to choose.
        limited: whether the customer must be told that no model reads the messages.
        left_out: changes that a model wished beside the one that was made.
        timings_ms: time in the model, in tools and in retrieval.
        usage: what models have cost.
        failed: whether a model was asked in vain.
    """

    calls: list[tuple[ToolUse, ToolResult | None]] = field(default_factory=list)
    words: str = ""
    choice: str | None = None
    open_choices: list[str] = field(default_factory=list)
    limited: bool = False
    left_out: list[str] = field(default_factory=list)
    timings_ms: dict[str, float] = field(default_factory=dict)
    usage: Usage = field(default_factory=Usage)
    failed: bool = False

    @property
    def results(self) -> list[ToolResult]:
        """The typed results alone."""
        return [result for _, result in self.calls if result is not None]


class Agent:
    """Runs the models and the tools for one message.

    Args:
        models: LangChain chat models that can call tools, in order: each is asked where those before it fail.
        most_tokens: read and written by models in one turn.
    """

    def __init__(self, *models: BaseChatModel, most_tokens: int = 40_000) -> None:
        first, *others = models
        in_order: list[AgentMiddleware[Any, Any]] = [ModelFallbackMiddleware(*others)] if others else []
        self._graph: Any = create_agent(
            first,
            tools=list(ALL_TOOLS),
            system_prompt=system_prompt(),
            context_schema=ToolContext,
            # The first is the outermost.
            middleware=[
                DecideWhatIsCertain(),
                CodeSpeaksLast(most_tokens),
                OneChangeAtATime(),
                *in_order,
                AskInTime(models),
                ModelCallLimitMiddleware(run_limit=_MOST_MODEL_CALLS),
                ToolCallLimitMiddleware(run_limit=_MOST_TOOL_CALLS),
            ],
        )

    async def run(self, situation: Situation, context: ToolContext, ends_at: float) -> Findings:
        """Decide on a message and call the tools it needs.

        Args:
            situation: the message and what is known around it.
            context: what the tools may reach.
            ends_at: when models must have answered, in seconds of ``time.monotonic``.

        Raises:
            Exception: whatever the last model raises; the turn answers it.
        """
        sent = messages_for(situation)
        stopwatch = _Stopwatch()
        attempts = Attempts(ends_at)
        begun = {"messages": sent, "attempts": attempts}
        state = await self._graph.ainvoke(begun, context=context, config={"callbacks": [stopwatch]})
        found = _findings(state["messages"][len(sent) :], stopwatch)
        found.failed = bool(attempts.failed)
        return found


def _findings(messages: list[Any], stopwatch: _Stopwatch) -> Findings:
    said = [message for message in messages if isinstance(message, AIMessage)]
    found = Findings(timings_ms=stopwatch.milliseconds, usage=_usage(said))
    calls = {call["id"]: call for message in said for call in message.tool_calls}
    for message in messages:
        if isinstance(message, ToolMessage):
            call = calls[message.tool_call_id]
            outcome = message.artifact.outcome if message.artifact else "error"
            found.calls.append((ToolUse(call["name"], dict(call["args"]), outcome), message.artifact))
    for message in said:
        found.open_choices += message.additional_kwargs.get("open_choices", [])
        found.left_out += message.additional_kwargs.get("left_out", [])
        found.limited = found.limited or message.additional_kwargs.get("limited", False)
    last = messages[-1] if messages else None
    # One more than the limit allows is the limit's own notice, in English and for developers.
    stopped = len(said) > _MOST_MODEL_CALLS
    if isinstance(last, AIMessage) and not last.tool_calls and not stopped:
        found.words = last.text.strip()
        found.choice = last.additional_kwargs.get("choice")
    return found


def _usage(said: list[AIMessage]) -> Usage:
    # What code says in a model's stead has no metadata.
    asked = [message for message in said if message.response_metadata or message.usage_metadata]
    told = [message.usage_metadata for message in asked if message.usage_metadata]
    return Usage(
        asked_model=len(asked),
        tokens_in=sum(usage["input_tokens"] for usage in told),
        tokens_out=sum(usage["output_tokens"] for usage in told),
        tokens_cached=sum(usage.get("input_token_details", {}).get("cache_read", 0) for usage in told),
    )


class _Stopwatch(AsyncCallbackHandler):
    """Adds up the time in models, in tools, and in the search tool by itself."""

    def __init__(self) -> None:
        self.milliseconds = {"model": 0.0, "tools": 0.0, "retrieval": 0.0}
        self._started: dict[Any, tuple[float, list[str]]] = {}

    async def on_chat_model_start(self, serialized: Any, messages: Any, *, run_id: Any, **kwargs: Any) -> None:
        self._started[run_id] = time.perf_counter(), ["model"]

    async def on_llm_end(self, response: Any, *, run_id: Any, **kwargs: Any) -> None:
        self._stop(run_id)

    async def on_tool_start(self, serialized: Any, input_str: str, *, run_id: Any, **kwargs: Any) -> None:
        is_search = (serialized or {}).get("name") == "search_knowledge"
        self._started[run_id] = time.perf_counter(), ["tools", "retrieval"] if is_search else ["tools"]

    async def on_tool_end(self, output: Any, *, run_id: Any, **kwargs: Any) -> None:
        self._stop(run_id)

    def _stop(self, run_id: Any) -> None:
        if started := self._started.pop(run_id, None):
            for part in started[1]:
                self.milliseconds[part] += (time.perf_counter() - started[0]) * 1000
