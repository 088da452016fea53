"""No language model at all: what the router and the rules leave open becomes a question with a few buttons."""

from __future__ import annotations

from collections.abc import Sequence

from langchain_core.messages import AIMessage

from assistant.conversation import Situation
from assistant.models.routed import RoutedChatModel, calling, carried_out
from assistant.replies.limited import pressed_choice
from assistant.understanding.choices import BY_NAME, Choice

_OFFERED = 3


class UnaidedChatModel(RoutedChatModel):
    """Decides what is clear by itself; what is not, it leaves to the customer, and searches where it may be a question.

    Its messages carry ``open_choices``, names of the likeliest choices, and ``limited`` where the customer must be told
    that nobody reads between the lines today.
    """

    @property
    def _llm_type(self) -> str:
        return "unaided"

    async def _answer(self, situation: Situation, *, tool_names: Sequence[str] = (), **_: object) -> AIMessage:
        if name := pressed_choice(situation.text):
            return carried_out(BY_NAME[name], situation, tool_names)
        message = await super()._answer(situation, tool_names=tool_names)
        if "choice" in message.additional_kwargs:
            message.additional_kwargs["limited"] = True
        return message

    async def _decide(self, situation: Situation, choices: Sequence[Choice], tools: Sequence[str]) -> AIMessage:
        """Offer the likeliest wishes; where one of them is a question, the articles are asked as well."""
        if choices[0].name == "smalltalk":  # a greeting says what can be done
            return carried_out(choices[0], situation, tools)
        open_choices = [choice.name for choice in _likeliest(choices) if choice.tool not in (None, "search_knowledge")]
        further = {"open_choices": open_choices, "limited": True}
        if any(choice.tool == "search_knowledge" for choice in choices):
            return calling("search_knowledge", {"question": situation.text}, **further)
        return AIMessage("", additional_kwargs=further)


def _likeliest(choices: Sequence[Choice]) -> list[Choice]:
    """A few of them: the first of each route before the second of any."""
    of_route: dict[str, list[Choice]] = {}
    for choice in choices:
        of_route.setdefault(choice.route, []).append(choice)
    return sorted(choices, key=lambda choice: of_route[choice.route].index(choice))[:_OFFERED]
