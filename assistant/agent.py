"""The agent: a chat model, the typed tools and the middleware around them."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

from langchain.agents import create_agent
from langchain.agents.middleware import ModelCallLimitMiddleware, ToolCallLimitMiddleware
from langchain_core.callbacks import AsyncCallbackHandler
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, ToolMessage

from assistant.certain import DecideWhatIsCertain
from assistant.conversation import Situation, ToolUse
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
        timings_ms: time in the model, in tools and in retrieval.
    """

    calls: list[tuple[ToolUse, ToolResult | None]] = field(default_factory=list)
    words: str = ""
    choice: str | None = None
    timings_ms: dict[str, float] = field(default_factory=dict)

    @property
    def results(self) -> list[ToolResult]:
        """The typed results alone."""
        return [result for _, result in self.calls if result is not None]


class Agent:
    """Runs the model and the tools for one message.

    Args:
        model: any LangChain chat model that can call tools.
    """

    def __init__(self, model: BaseChatModel) -> None:
        self._graph: Any = create_agent(
            model,
            tools=list(ALL_TOOLS),
            system_prompt=system_prompt(),
            context_schema=ToolContext,
            middleware=[
                DecideWhatIsCertain(),
                ModelCallLimitMiddleware(run_limit=_MOST_MODEL_CALLS),
                ToolCallLimitMiddleware(run_limit=_MOST_TOOL_CALLS),
            ],
        )

    async def run(self, situation: Situation, context: ToolContext) -> Findings:
        """Decide on a message and call the tools it needs.

        Args:
            situation: the message and what is known around it.
            context: what the tools may reach.

        Raises:
            Exception: whatever the model raises; the turn answers it.
        """
        sent = messages_for(situation)
        stopwatch = _Stopwatch()
        state = await self._graph.ainvoke({"messages": sent}, context=context, config={"callbacks": [stopwatch]})
        return _findings(state["messages"][len(sent) :], stopwatch)


def _findings(messages: list[Any], stopwatch: _Stopwatch) -> Findings:
    found = Findings(timings_ms=stopwatch.milliseconds)
    calls = {call["id"]: call for m in messages if isinstance(m, AIMessage) for call in m.tool_calls}
    for message in messages:
        if isinstance(message, ToolMessage):
            call = calls[message.tool_call_id]
            outcome = message.artifact.outcome if message.artifact else "error"
            found.calls.append((ToolUse(call["name"], dict(call["args"]), outcome), message.artifact))
    last = messages[-1] if messages else None
    # One more than the limit allows is the limit's own notice, in English and for developers.
    stopped = sum(isinstance(message, AIMessage) for message in messages) > _MOST_MODEL_CALLS
    if isinstance(last, AIMessage) and not last.tool_calls and not stopped:
        found.words = last.text.strip()
        found.choice = last.additional_kwargs.get("choice")
    return found


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
