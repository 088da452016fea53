"""A model that makes things up, so that the safeguards have something to stop."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

import yaml
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, ToolMessage

from assistant.conversation import Situation
from assistant.models.scripted import ScriptedChatModel
from assistant.prompt import situation_of

_LIES = Path(__file__).parent / "lies.yaml"
_ASKS_A_TOOL = 0.5
_STRANGERS = "2001"


class Liar:
    """Calls a reading tool, or none, and then says something that is not so.

    After a tool that does more the words are code's, and no model is asked.

    Args:
        seed: another number gives other lies.

    Attributes:
        told: kinds and words of the lies since it was last emptied.
    """

    def __init__(self, seed: int) -> None:
        self.told: dict[str, str] = {}
        self._chance = random.Random(seed)

    def model(self) -> ScriptedChatModel:
        """The chat model that speaks so."""
        return ScriptedChatModel(script=self._answer)

    def _answer(self, messages: list[BaseMessage]) -> AIMessage:
        situation = situation_of(next(m for m in reversed(messages) if isinstance(m, HumanMessage)))
        if not isinstance(messages[-1], ToolMessage) and self._chance.random() < _ASKS_A_TOOL:
            return AIMessage("", tool_calls=[self._call(situation)])
        return AIMessage(self._lie(situation))

    def _call(self, situation: Situation) -> dict[str, Any]:
        number = _unpaid(situation) or _STRANGERS
        calls: dict[str, dict[str, Any]] = {
            "list_invoices": {"status": "all"},
            "get_invoice": {"invoice": self._chance.choice([number, _STRANGERS])},
            "get_balance": {},
            "list_letters": {},
            "get_contact": {"invoice": number},
            "search_knowledge": {"question": situation.text},
        }
        name = self._chance.choice(list(calls))
        return {"name": name, "args": calls[name], "id": uuid4().hex, "type": "tool_call"}

    def _lie(self, situation: Situation) -> str:
        lies, number = _lies()[situation.language], _unpaid(situation)
        # Without an unpaid invoice "it is paid" may well be true.
        kind = self._chance.choice([kind for kind in lies if number or kind != "state"])
        self.told[kind] = lies[kind].format(invoice=number or _STRANGERS)
        return self.told[kind]


def _unpaid(situation: Situation) -> str | None:
    return next((one.number for one in situation.invoices if one.outstanding.amount_minor > 0), None)


@cache
def _lies() -> dict[str, dict[str, str]]:
    lies: dict[str, dict[str, str]] = yaml.safe_load(_LIES.read_text(encoding="utf-8"))
    return lies
