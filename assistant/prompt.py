"""What a hosted model reads: the policy, and the customer's message with what it may know."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from langchain_core.messages import AIMessage, AnyMessage, BaseMessage, HumanMessage

from assistant.brief import in_words
from assistant.conversation import Situation
from tools.context import Language

NAMES: dict[Language, str] = {"en": "English", "fi": "Finnish", "sv": "Swedish", "nb": "Norwegian (bokmål)"}
"""What the languages are called to a model."""


@cache
def system_prompt() -> str:
    """The policy, the same for everybody, so that providers can cache it."""
    return (Path(__file__).parent / "policy.md").read_text(encoding="utf-8")


def messages_for(situation: Situation) -> list[AnyMessage]:
    """The conversation for a model; the situation travels with the last message for models that are asked less."""
    earlier: list[AnyMessage] = [
        HumanMessage(m.text) if m.author == "customer" else AIMessage(m.text) for m in situation.history
    ]
    facts = [f"Today is {situation.today.isoformat()}.", f"Answer in {NAMES[situation.language]}."]
    if situation.open_proposals:
        facts.append(f"An open card waits for the customer. {in_words(situation.open_proposals[0])}.")
    if situation.earlier:
        facts.append(f"Earlier in this conversation, people of customer service took part. {situation.earlier}")
    text = f"[{' '.join(facts)}]\n{situation.text}"
    return [*earlier, HumanMessage(text, additional_kwargs={"situation": situation})]


def situation_of(message: BaseMessage) -> Situation:
    """What the turn attached to the customer's message.

    Raises:
        ValueError: nothing was attached; only turns may use this model.
    """
    situation = message.additional_kwargs.get("situation") if isinstance(message, HumanMessage) else None
    if not isinstance(situation, Situation):
        raise ValueError("the customer's message carries no situation")
    return situation
