"""One turn: read the thread, decide, call tools, write one reply."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import structlog

from assistant.agent import Agent, Findings
from assistant.conversation import HandoffRequest, Reply, Situation, ThreadLog, ThreadState
from assistant.notices import tell, topics_of
from assistant.pending import question_of
from assistant.replies.catalogue import say
from assistant.replies.render import clarify, render_all, suggestions
from assistant.safeguards.claims import claims_action, states_fact
from assistant.safeguards.provenance import ungrounded_figures
from assistant.understanding.language import detect_language
from assistant.understanding.requests import short_answer
from knowledge.search import KnowledgeBase
from tools.catalogue import EFFECTS, Effect
from tools.context import Clock, Language, ToolContext, local_today
from tools.ledger.payments import Payments
from tools.ledger.service import LedgerService
from tools.notices import Notices
from tools.results import KnowledgeAnswer, NeedsInput, NotFound, Refused, compact

log = structlog.get_logger()

# What keeps a claim from being disputed here, and makes somebody look at the dispute nevertheless.
_FOR_A_PERSON = ("legal", "paid", "nothing_possible")


class Turn:
    """Answers threads.

    Args:
        agent: model and tools.
        threads: where conversations are read and replies written.
        ledger: the invoice ledger.
        payments: begins payments.
        knowledge: the knowledge base.
        notices: news and disruptions to tell.
        clock: the time.
        seconds: longest time for one answer; then a person is asked.
    """

    def __init__(
        self,
        agent: Agent,
        threads: ThreadLog,
        ledger: LedgerService,
        payments: Payments,
        knowledge: KnowledgeBase,
        notices: Notices,
        clock: Clock,
        seconds: float,
    ) -> None:
        self._agent = agent
        self._threads = threads
        self._ledger = ledger
        self._payments = payments
        self._knowledge = knowledge
        self._notices = notices
        self._clock = clock
        self._seconds = seconds

    async def take(self, thread_id: str) -> Reply | None:
        """Answer a thread if the assistant owes an answer.

        Args:
            thread_id: the conversation.

        Returns:
            The reply, or None when nothing was owed or the reply was discarded.
        """
        started = time.perf_counter()
        state = await self._threads.read_turn(thread_id)
        if state is None:
            return None
        situation = await self._situation(state)
        reply = _without_model(situation) or await self._with_model(state, situation)
        parts = {"model": 0.0, "tools": 0.0, "retrieval": 0.0, **reply.timings_ms}
        reply.timings_ms = {"total": (time.perf_counter() - started) * 1000, **parts}
        committed = await self._threads.commit_reply(state, reply, situation)
        log.info("turn", thread=thread_id, committed=committed, tools=[use.name for use in reply.tools])
        return reply if committed else None

    async def _situation(self, state: ThreadState) -> Situation:
        text = "\n".join(state.burst)
        today = local_today(self._clock)
        invoices, open_proposals = await asyncio.gather(
            self._ledger.list_invoices(state.principal, today),
            self._ledger.open_proposals(state.thread_id, self._clock.now()),
        )
        return Situation(
            text=text,
            language=detect_language(text, state.language),
            today=today,
            invoices=tuple(invoices),
            history=state.history,
            pending=state.pending,
            open_proposals=tuple(open_proposals),
        )

    async def _with_model(self, state: ThreadState, situation: Situation) -> Reply:
        context = ToolContext(
            principal=state.principal,
            ledger=self._ledger,
            payments=self._payments,
            knowledge=self._knowledge,
            clock=self._clock,
            thread_id=state.thread_id,
            language=situation.language,
            country=state.country,
        )
        try:
            async with asyncio.timeout(self._seconds):
                found = await self._agent.run(situation, context)
                reply = compose(situation, found)
                await self._tell_notices(reply, found, state)
                return reply
        except Exception as error:  # whatever fails on the way to an answer, the customer gets one
            log.error("the turn failed", thread=state.thread_id, error=repr(error))
            handoff = HandoffRequest("assistant_unavailable", situation.text)
            return Reply("", situation.language, handoff=handoff, void_proposals=True)

    async def _tell_notices(self, reply: Reply, found: Findings, state: ThreadState) -> None:
        if not topics_of(found):
            return
        now = self._clock.now()
        current = await self._notices.current(now, country=state.country, language=reply.language, channel="chat")
        tell(reply, found, current, state.history)


def _without_model(situation: Situation) -> Reply | None:
    """A yes, a no or a thank-you as the whole message is answered by code."""
    answer = short_answer(situation.text)
    language = situation.language
    if situation.open_proposals and answer == "yes":
        return Reply(say("press-confirm", language), language)
    if situation.open_proposals and answer == "no":
        card = situation.open_proposals[0]
        return Reply("", language, cancel_proposal=str(card.id))
    if answer == "thanks":
        return Reply(say("thanks", language), language)
    return None


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
    reply = render_all(found.results, language) if found.results else _words_for(found.choice, language)
    if found.words and _may_speak(found):
        if reason := _objection(situation, found, reply):
            log.warning("a safeguard replaced a model's words", reason=reason)
        else:
            reply.text = found.words
    reply.tools, reply.timings_ms = [use for use, _ in found.calls], found.timings_ms
    reply.pending = question_of(found.calls) or _still_pending(situation, found)
    if reply.handoff is None and (handoff := _dispute_for_a_person(situation, found)):
        reply.handoff, reply.quick_replies = handoff, []
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


def _may_speak(found: Findings) -> bool:
    only_reads = all(EFFECTS[use.name] is Effect.READ for use, _ in found.calls if use.name in EFFECTS)
    return only_reads and not any(isinstance(result, NeedsInput | Refused) for result in found.results)


def _objection(situation: Situation, found: Findings, reply: Reply) -> str | None:
    """Why a model's words must not be sent, or None."""
    if claims_action(found.words):
        return "claims an action"
    sources = [compact(result) for result in found.results]
    if not sources and states_fact(found.words):
        return "states a fact that no tool gave"
    if sources:
        sources += [situation.text, *(m.text for m in situation.history), situation.today.isoformat(), reply.text]
    ungrounded = ungrounded_figures(found.words, sources, situation.today)
    return f"ungrounded figures {', '.join(sorted(ungrounded))}" if ungrounded else None


def _words_for(choice: str | None, language: Language) -> Reply:
    match choice:
        case "smalltalk":
            return Reply(say("smalltalk", language), language, quick_replies=suggestions(language))
        case "something_else":
            return Reply(say("out-of-scope", language), language, quick_replies=suggestions(language))
        case _:
            return clarify(language)


def _still_pending(situation: Situation, found: Findings) -> dict[str, Any] | None:
    """A general question in between leaves the assistant's own question open."""
    aside = bool(found.calls) and all(isinstance(result, KnowledgeAnswer) for _, result in found.calls)
    return situation.pending if aside else None
