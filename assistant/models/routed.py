"""What models have in common that only ever pick one choice: the router and the words decide, and code does the rest.

They stand behind the same LangChain interface as a hosted model, so that agent, tools and tests are the same. A
customer's message is answered with a tool call, and tool results with no words at all: they are rendered by code.
"""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from langchain_core.callbacks import AsyncCallbackManagerForLLMRun, CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.messages import AIMessage, BaseMessage, ToolMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.runnables import Runnable
from langchain_core.tools import BaseTool

from assistant.conversation import Situation
from assistant.prompt import situation_of
from assistant.understanding.arguments import arguments_for
from assistant.understanding.choices import Choice
from assistant.understanding.cues import possible_choices
from assistant.understanding.encoder import likely_routes, read


class RoutedChatModel(BaseChatModel):
    """Decides on a message where the router and its words leave one choice; what they leave open, heirs decide."""

    def bind_tools(
        self, tools: Sequence[dict[str, Any] | type | Any | BaseTool], *, tool_choice: Any = None, **kwargs: Any
    ) -> Runnable[LanguageModelInput, AIMessage]:
        """Tell which tools may be called; a choice whose tool is not among them is answered in words."""
        names = [tool.name for tool in tools if isinstance(tool, BaseTool)]
        return self.bind(tool_names=names, **kwargs)

    @abstractmethod
    async def _decide(self, situation: Situation, choices: Sequence[Choice], tools: Sequence[str]) -> AIMessage:
        """The answer to a message that may be about several things.

        Args:
            situation: the message and what is known around it.
            choices: what it may be about, likeliest first.
            tools: names of those that may be called.
        """

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        raise NotImplementedError("the assistant is asynchronous: use ainvoke")

    async def _agenerate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        last = messages[-1]
        answer = AIMessage("") if isinstance(last, ToolMessage) else await self._answer(situation_of(last), **kwargs)
        return ChatResult(generations=[ChatGeneration(message=answer)])

    async def _answer(self, situation: Situation, *, tool_names: Sequence[str] = (), **_: Any) -> AIMessage:
        reading = await asyncio.to_thread(read, situation.text, situation.language)
        choices = possible_choices(likely_routes(reading), situation)
        if len(choices) == 1:
            return carried_out(choices[0], situation, tool_names)
        return await self._decide(situation, choices, tool_names)


def carried_out(choice: Choice, situation: Situation, tools: Sequence[str]) -> AIMessage:
    """The call of a choice's tool, with the arguments that code reads from the message; or the choice by its name.

    Args:
        choice: what the message is about.
        situation: the message and what is known around it.
        tools: names of those that may be called.
    """
    if choice.tool is None or choice.tool not in tools:
        return AIMessage("", additional_kwargs={"choice": choice.name})
    return calling(choice.tool, {**arguments_for(choice.tool, situation), **choice.arguments})


def calling(tool: str, arguments: dict[str, Any], **further: Any) -> AIMessage:
    """A message that calls one tool.

    Args:
        tool: its name.
        arguments: for it.
        further: what travels with the message.
    """
    call = {"name": tool, "args": arguments, "id": uuid4().hex, "type": "tool_call"}
    return AIMessage("", tool_calls=[call], additional_kwargs=further)
