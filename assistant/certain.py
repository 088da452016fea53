"""What code decides before any model is asked: the first middleware of the agent."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Any

from langchain.agents.middleware import AgentMiddleware, ModelRequest, ModelResponse
from langchain_core.messages import AIMessage, HumanMessage, ToolMessage
from langchain_core.messages.ai import UsageMetadata, add_usage

from assistant.conversation import Message, Situation
from assistant.follow_ups import follow_up_call, repeatable
from assistant.limits import keep_one_change
from assistant.models.routed import RoutedChatModel, calling
from assistant.pending import answer_to_question
from assistant.prompt import messages_for, situation_of
from assistant.replies.catalogue import everywhere
from assistant.replies.limited import pressed_choice
from assistant.understanding.arguments import arguments_for
from assistant.understanding.articles import article_answers
from assistant.understanding.choices import BY_NAME
from assistant.understanding.cue_words import ORDERS
from assistant.understanding.encoder import Reading, likely_routes, read
from assistant.understanding.language import asked_language
from assistant.understanding.parts import wishes_in
from assistant.understanding.references import find_invoices, newest_named, reference_of, without_references
from assistant.understanding.requests import asks_who
from assistant.understanding.stopping import reason_to_stop
from tools.catalogue import EFFECTS, Effect
from tools.context import ToolContext
from tools.results import HandoffReason

Call = tuple[str, dict[str, Any]]
_Handler = Callable[[ModelRequest[Any]], Awaitable[ModelResponse[Any]]]

# What these buttons say is what they mean: no encoder or model need guess it. The others only look something up.
_CHANGES = {"pay", "postpone", "plan", "change_plan", "cancel_plan", "refund"}
_SEVERAL = 0.5
_SURER_OF_PIECE = 0.85
_SHORT_INSULT = 6
_SURE_OF_REASON = 0.6
# Where a life may be in danger the encoder alone is enough, whatever else the message is about.
_GRAVE = {"self_harm", "threat"}


class DecideWhatIsCertain(AgentMiddleware[Any, Any]):
    """Calls tools by code where the customer's wish leaves no doubt, and ends the loop where code speaks.

    After a proposal, the start of a payment or a handoff the reply is rendered from its result: a model that went on
    could only say less or something else.
    """

    async def awrap_model_call(self, request: ModelRequest[Any], handler: _Handler) -> ModelResponse[Any] | AIMessage:
        """Answer in the model's stead, or ask it."""
        last = request.messages[-1]
        if isinstance(last, ToolMessage) and EFFECTS.get(last.name or "", Effect.READ) is not Effect.READ:
            return AIMessage("")
        if isinstance(last, HumanMessage):
            situation = situation_of(last)
            reading = await asyncio.to_thread(read, situation.text, situation.language)
            stop = await asyncio.to_thread(reason_to_stop, situation.text, history=situation.history)
            if choice := certain_choice(situation, reading, stop):
                return AIMessage("", additional_kwargs={"choice": choice})
            if certain := certain_call(situation, stop):
                return calling(*certain)
            wishes = await asyncio.to_thread(_wishes, situation, reading)
            if wishes != [situation.text]:
                if answer := await _wish_by_wish(situation, wishes, request, handler):
                    return answer
            elif decided := await _decided(situation, reading, request.runtime.context):
                return calling(*decided)
        return await handler(request)


def warm_up() -> None:
    """Load what the first message would wait for. Blocks for some two seconds."""
    read("-")
    reason_to_stop("-")


def certain_choice(situation: Situation, reading: Reading, stop: HandoffReason | None) -> str | None:
    """What a message is answered with where words are enough: small talk, or an apology for a first short insult.

    Args:
        situation: the message and what is known around it.
        reading: of the message by the encoder.
        stop: why a person must take over, by the message's words; a graver reason than these two leaves no small talk.
    """
    if reading.reason in _GRAVE and reading.reason_share >= _SURE_OF_REASON:
        return None
    # Who asks for a human being in these very words has asked who we are.
    if stop in (None, "asked_for_person") and asks_who(situation.text):
        return "smalltalk"
    if stop not in (None, "anger") or len(situation.text.split()) > _SHORT_INSULT:
        return None
    read_so = reading.reason == "anger" and reading.reason_share >= _SURE_OF_REASON
    angry = read_so or stop == "anger"
    apologies = everywhere("smalltalk-sorry")
    return "insulted" if angry and not any(message.text in apologies for message in situation.history) else None


def certain_call(situation: Situation, stop: HandoffReason | None) -> Call | None:
    """The tool and arguments that a message asks for beyond doubt, or None.

    Args:
        situation: the message and what is known around it.
        stop: why a person must take over, by the message's words.
    """
    if stop:
        return _to_a_person(stop, situation)
    if pressed := _button(situation):
        return pressed
    if answered := answer_to_question(situation):
        return answered
    if asked_language(situation.text) and situation.subject and repeatable(situation.subject):
        return situation.subject["tool"], situation.subject["arguments"]
    named = find_invoices(situation.text, situation.invoices)
    if len(named) == 1 and not without_references(situation.text, situation.invoices).strip(" ?!.,"):
        return "get_invoice", {"invoice": reference_of(named[0], situation.invoices)}
    return None


async def _decided(situation: Situation, reading: Reading, context: ToolContext) -> Call | None:
    """What people must hear, what a message amounts to with what was said before, or an article that answers it."""
    return (
        _people_call(situation, reading)
        or follow_up_call(situation, reading)
        or await _question_call(situation, reading, context)
    )


def _people_call(situation: Situation, reading: Reading) -> Call | None:
    """What is for people, as the encoder reads it: a dispute of one's invoice is proposed, the rest goes to them."""
    reason = reading.reason
    if reason is None or reading.reason_share < _SURE_OF_REASON:
        return None
    if reason not in _GRAVE and likely_routes(reading) != ["handoff"]:
        reason = reason_to_stop(situation.text, guessed=reason)
    if reason == "dispute":
        return "dispute_invoice", arguments_for("dispute_invoice", situation)
    return _to_a_person(reason, situation) if reason else None


def _to_a_person(reason: HandoffReason, situation: Situation) -> Call:
    return "hand_off", {"reason": reason, "goal": situation.text}


async def _question_call(situation: Situation, reading: Reading, context: ToolContext) -> Call | None:
    """The search, where an article surely answers the message."""
    found = await context.search(situation.text)
    answers = bool(found) and article_answers(found[0], reading, situation)
    return ("search_knowledge", {"question": situation.text}) if answers else None


async def _wish_by_wish(
    situation: Situation, wishes: Sequence[str], request: ModelRequest[Any], handler: _Handler
) -> AIMessage | None:
    """One message that calls a tool for every wish, or None where a model is to see the message whole.

    A model that picks one choice is asked about each wish that code cannot decide; one that reads whole messages gets
    the whole message.
    """
    answers: list[AIMessage] = []
    for part in _parts(situation, wishes):
        reading = await asyncio.to_thread(read, part.text, part.language)
        stop = await asyncio.to_thread(reason_to_stop, part.text, history=part.history)
        decided = certain_call(part, stop) or await _decided(part, reading, request.runtime.context)
        if decided:
            answers.append(calling(*decided))
        elif isinstance(request.model, RoutedChatModel):
            response = await handler(request.override(messages=messages_for(part)))
            answers += [said for said in response.result if isinstance(said, AIMessage)]
        else:
            return None
    answer = _together(answers)
    keep_one_change(answer)
    return answer if answer.tool_calls else None


def _together(answers: Sequence[AIMessage]) -> AIMessage:
    """Several messages as one: their calls, and what else travels with them."""
    usage: UsageMetadata | None = None
    for answer in answers:
        usage = add_usage(usage, answer.usage_metadata)
    return AIMessage(
        "",
        tool_calls=[call for answer in answers for call in answer.tool_calls],
        additional_kwargs={name: told for answer in answers for name, told in answer.additional_kwargs.items()},
        usage_metadata=usage if any(answer.usage_metadata for answer in answers) else None,
    )


def _wishes(situation: Situation, reading: Reading) -> list[str]:
    """The wishes of a message; where the encoder takes it for one, its pieces must be very sure to be two."""

    # Of an order to the model no part is a customer's wish.
    if ORDERS.search(situation.text):
        return [situation.text]

    def read_piece(piece: str) -> Reading:
        return read(piece, situation.language)

    if reading.shape == "several" and reading.shape_share >= _SEVERAL:
        return wishes_in(situation.text, read_piece, situation.invoices)
    wishes = wishes_in(situation.text, read_piece, situation.invoices, _SURER_OF_PIECE)
    # Why somebody wishes something is no wish: "I have lost my job, can I pay later?"
    told = any(read_piece(wish).routes[0][0] == "handoff" for wish in wishes)
    return [situation.text] if told else wishes


def _parts(situation: Situation, wishes: Sequence[str]) -> list[Situation]:
    """A situation for each wish: what was wished before it has been said before it."""
    said = [Message("customer", wish) for wish in wishes]
    return [
        replace(
            situation, text=wish, history=(*situation.history, *said[:i]), pending=situation.pending if i == 0 else None
        )
        for i, wish in enumerate(wishes)
    ]


def _button(situation: Situation) -> Call | None:
    """The call that one of the assistant's own buttons stands for; under a refusal it is about the same invoice."""
    choice = pressed_choice(situation.text)
    if choice not in _CHANGES:
        return None
    meant = newest_named(situation.history[-1:], situation.invoices)
    return str(BY_NAME[choice].tool), {"invoice": reference_of(meant, situation.invoices)} if meant else {}
