"""One reply from what a run of the agent has brought, with the safeguards between a model's words and the customer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import structlog

from assistant.agent import Findings
from assistant.conversation import HandoffRequest, Message, Reply, Situation
from assistant.follow_ups import subject_of
from assistant.metrics import REPLACED
from assistant.pending import question_of
from assistant.replies.catalogue import everywhere, say
from assistant.replies.limited import offer_choices
from assistant.replies.render import clarify, render_all, suggestions
from assistant.replies.small_talk import small_talk
from assistant.safeguards.claims import claims_action
from assistant.safeguards.provenance import ungrounded_figures
from assistant.safeguards.states import denied_states, states_said
from tools.catalogue import EFFECTS, Effect
from tools.results import KnowledgeAnswer, NeedsInput, NotFound, Refused, compact

log = structlog.get_logger()

# What keeps a claim from being disputed here, and makes somebody look at the dispute nevertheless.
_FOR_A_PERSON = ("legal", "paid", "nothing_possible")
# What says that a message was not understood or has no answer: twice in a row, and a person takes over.
_MISUNDERSTANDINGS = ("not-understood", "knowledge-none")


def compose(situation: Situation, found: Findings) -> Reply:
    """The reply that a run of the agent amounts to.

    A model's own words are used only where nothing is proposed, refused, asked or handed over, and only when they claim
    no action and each of their figures is grounded; in every other case code speaks from the typed results. Where no
    tool was asked there is nothing to rest a figure on: such words are for small talk, and may hold none.

    Args:
        situation: the message that is answered.
        found: what the agent has brought.
    """
    language = situation.language
    reply = render_all(found.results, language) if found.results else _words_for(found.choice, situation)
    if found.limited:
        offer_choices(reply, found.open_choices, situation.history, searched=bool(found.results))
    if found.left_out and reply.proposal:
        reply.text = f"{reply.text} {say('one-at-a-time', language)}"
    if found.words and _may_speak(found):
        if objection := _objection(situation, found, reply):
            reason, figures = objection
            reply.replaced = reason
            REPLACED.labels(reason).inc()
            log.warning("a safeguard replaced a model's words", reason=reason, figures=", ".join(figures))
        else:
            reply.text = found.words
    reply.tools, reply.timings_ms = [use for use, _ in found.calls], found.timings_ms
    reply.usage, reply.failed = found.usage, found.failed
    reply.subject = subject_of(found.calls)
    reply.pending = question_of(found.calls) or _still_pending(situation, found)
    if reply.handoff is None and (handoff := _dispute_for_a_person(situation, found)):
        reply.handoff, reply.quick_replies = handoff, []
    if _not_understood(reply.text) and _not_understood(_said_last(situation.history)):
        reply.handoff = HandoffRequest("not_understood", _goal(situation))
        reply.text, reply.quick_replies = "", []
    # Going over to a person leaves the open card behind; a question in between does not.
    reply.void_proposals = reply.handoff is not None
    return reply


def _dispute_for_a_person(situation: Situation, found: Findings) -> HandoffRequest | None:
    """A dispute that a person must take over: of a claim in court, of a paid one, or of none of the customer's."""
    for use, result in found.calls:
        refused = isinstance(result, NotFound) or (isinstance(result, Refused) and result.reason in _FOR_A_PERSON)
        if use.name == "dispute_invoice" and refused:
            return HandoffRequest("dispute", use.arguments.get("reason") or situation.text)
    return None


def _not_understood(words: str) -> bool:
    return any(words.startswith(tuple(everywhere(key))) for key in _MISUNDERSTANDINGS)


def _said_last(history: Sequence[Message]) -> str:
    """The assistant's last words, where nobody else has answered since."""
    answers = [message for message in history if message.author != "customer"]
    return answers[-1].text if answers and answers[-1].author == "assistant" else ""


def _goal(situation: Situation) -> str:
    """What the customer has tried to say: these words, and those that were not understood before."""
    before = [message.text for message in situation.history if message.author == "customer"]
    return " / ".join([*before[-1:], situation.text])


def _may_speak(found: Findings) -> bool:
    only_reads = all(EFFECTS[use.name] is Effect.READ for use, _ in found.calls if use.name in EFFECTS)
    return only_reads and not any(isinstance(result, NeedsInput | Refused) for result in found.results)


def _objection(situation: Situation, found: Findings, reply: Reply) -> tuple[str, list[str]] | None:
    """Why a model's words must not be sent, with the figures that are to blame; or None."""
    if claims_action(found.words):
        return "claims an action", []
    sources = [compact(result) for result in found.results]
    if not sources and states_said(found.words):
        return "states a fact that no tool gave", []
    of_invoices = any(not isinstance(result, KnowledgeAnswer) for result in found.results)
    if of_invoices and denied_states(found.words, situation.invoices):
        return "states a fact that the invoices deny", []
    if sources:
        sources += [situation.text, *(m.text for m in situation.history), situation.today.isoformat(), reply.text]
    ungrounded = ungrounded_figures(found.words, sources, situation.today)
    return ("ungrounded figures", sorted(ungrounded)) if ungrounded else None


def _words_for(choice: str | None, situation: Situation) -> Reply:
    language = situation.language
    match choice:
        case "smalltalk":
            return small_talk(situation.text, language, first=not situation.history)
        case "insulted":
            return Reply(say("smalltalk-sorry", language), language, quick_replies=suggestions(language))
        case "something_else":
            return Reply(say("out-of-scope", language), language, quick_replies=suggestions(language))
        case _:
            return clarify(language)


def _still_pending(situation: Situation, found: Findings) -> dict[str, Any] | None:
    """A general question in between leaves the assistant's own question open."""
    aside = bool(found.calls) and all(isinstance(result, KnowledgeAnswer) for _, result in found.calls)
    return situation.pending if aside else None
