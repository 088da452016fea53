"""A plain agent to compare with: the same small model, the same tools and the same policy, and nothing around them.

``langchain.agents.create_agent`` as its documentation shows it: no router, no grammar, no code that decides or speaks.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from langchain.agents import create_agent
from langchain_core.messages import AIMessage
from langchain_openai import ChatOpenAI
from openai import DefaultAsyncHttpxClient
from pydantic import SecretStr

from assistant.conversation import Situation
from assistant.models.weights import MODEL_NAME
from assistant.prompt import messages_for, system_prompt
from assistant.understanding.language import detect_language
from channels.runtime import Runtime
from evals.harness import principal_named
from tools.catalogue import ALL_TOOLS
from tools.context import ToolContext, local_today

SECONDS = 60.0
_MOST_STEPS = 12
_WARMING_SECONDS = 600.0


@dataclass(frozen=True)
class Answered:
    """What the agent made of a message.

    Attributes:
        tools: that it called, in order.
        words: its last ones; empty when it did not come to an end.
        seconds: how long it took.
    """

    tools: list[str]
    words: str
    seconds: float


class PlainAgent:
    """Answers one message at a time.

    Args:
        runtime: what the tools reach.
        model: the chat model.
    """

    def __init__(self, runtime: Runtime, model: ChatOpenAI) -> None:
        self._runtime = runtime
        self._graph: Any = create_agent(
            model, tools=list(ALL_TOOLS), system_prompt=system_prompt(), context_schema=ToolContext
        )

    async def warm_up(self) -> None:
        """Let the endpoint read policy and tools once, so that no message has to wait for that."""
        await self.ask("anna", "Hello", seconds=_WARMING_SECONDS)

    async def ask(self, who: str, words: str, *, seconds: float = SECONDS) -> Answered:
        """Say something in a fresh thread.

        Args:
            who: a demo customer.
            words: what is said.
            seconds: after them the agent is stopped; what it has called by then counts.
        """
        context, situation = await self._prepared(who, words)
        started, messages = time.perf_counter(), []
        try:
            async with asyncio.timeout(seconds):
                sent = {"messages": messages_for(situation)}
                config = {"recursion_limit": _MOST_STEPS}
                async for state in self._graph.astream(sent, config=config, context=context, stream_mode="values"):
                    messages = state["messages"]
        except Exception:  # whatever breaks it, the customer has no answer
            return Answered(_called(messages), "", time.perf_counter() - started)
        last = messages[-1]
        return Answered(_called(messages), last.text.strip(), time.perf_counter() - started)

    async def _prepared(self, who: str, words: str) -> tuple[ToolContext, Situation]:
        runtime, principal = self._runtime, principal_named(who)
        thread = await runtime.center.new_thread(principal)
        today, language = local_today(runtime.clock), detect_language(words, thread.spoken)
        context = ToolContext(
            principal=principal,
            ledger=runtime.ledger,
            payments=runtime.payments,
            knowledge=runtime.knowledge,
            clock=runtime.clock,
            thread_id=thread.id,
            language=language,
            country=thread.country,
        )
        invoices = await runtime.ledger.list_invoices(principal, today)
        return context, Situation(text=words, language=language, today=today, invoices=tuple(invoices))


@asynccontextmanager
async def plain_agent(runtime: Runtime, url: str, key: str) -> AsyncIterator[PlainAgent]:
    """The agent on an OpenAI-compatible endpoint of this machine.

    Args:
        runtime: what the tools reach.
        url: base URL of the endpoint.
        key: that it demands.
    """
    async with DefaultAsyncHttpxClient(trust_env=False, timeout=_WARMING_SECONDS) as http:
        model = ChatOpenAI(
            model=MODEL_NAME,
            base_url=url,
            api_key=SecretStr(key),
            temperature=0,
            max_retries=0,
            max_completion_tokens=256,
            http_async_client=http,
        )
        yield PlainAgent(runtime, model)


def _called(messages: list[Any]) -> list[str]:
    return [call["name"] for message in messages if isinstance(message, AIMessage) for call in message.tool_calls]
