"""One turn: read the thread, decide, call tools, write one reply."""

from __future__ import annotations

import asyncio
import time

import structlog

from assistant.agent import Agent, Findings
from assistant.composing import compose
from assistant.conversation import HandoffRequest, Reply, Situation, ThreadLog, ThreadState
from assistant.follow_ups import asks_cost, repeatable
from assistant.metrics import HANDOFFS, TURN_SECONDS, TURNS
from assistant.notices import tell, topics_of
from assistant.replies.articles import from_articles
from assistant.replies.catalogue import say
from assistant.replies.render import suggestions
from assistant.understanding.language import asked_language, detect_language
from assistant.understanding.requests import asks, short_answer
from knowledge.formats import format_money
from knowledge.search import KnowledgeBase
from tools.context import Clock, ToolContext, local_today
from tools.ledger.payments import Payments
from tools.ledger.service import LedgerService
from tools.notices import Notices

log = structlog.get_logger()

# Of a turn's time, so that what fails can still be answered within it.
_MODELS_SHARE, _AGENTS_SHARE = 0.8, 0.9


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
        seconds: longest time for one answer, whoever gives it.
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
        started = time.monotonic()
        state = await self._threads.read_turn(thread_id)
        if state is None:
            return None
        situation = await self._situation(state)
        reply = _without_model(situation) or await self._with_model(state, situation, started)
        parts = {"model": 0.0, "tools": 0.0, "retrieval": 0.0, **reply.timings_ms}
        reply.timings_ms = {"total": (time.monotonic() - started) * 1000, **parts}
        reply.subject = reply.subject or state.subject
        committed = await self._threads.commit_reply(state, reply, situation)
        _count(reply, committed=committed)
        log.info("turn", thread=thread_id, committed=committed, tools=[use.name for use in reply.tools])
        return reply if committed else None

    async def _situation(self, state: ThreadState) -> Situation:
        text = "\n".join(state.burst)
        today = local_today(self._clock)
        invoices, open_proposals, language = await asyncio.gather(
            self._ledger.list_invoices(state.principal, today),
            self._ledger.open_proposals(state.thread_id, self._clock.now()),
            asyncio.to_thread(detect_language, text, state.language, first=not state.history),
        )
        return Situation(
            text=text,
            language=language,
            today=today,
            invoices=tuple(invoices),
            history=state.history,
            pending=state.pending,
            subject=state.subject,
            open_proposals=tuple(open_proposals),
            earlier=state.earlier,
        )

    async def _with_model(self, state: ThreadState, situation: Situation, started: float) -> Reply:
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
            async with asyncio.timeout(started + self._seconds * _AGENTS_SHARE - time.monotonic()):
                found = await self._agent.run(situation, context, started + self._seconds * _MODELS_SHARE)
                reply = compose(situation, found)
                await self._tell_notices(reply, found, state)
                return reply
        except Exception as error:  # whatever fails on the way to an answer, the customer gets one
            log.error("the turn failed", thread=state.thread_id, error=repr(error))
            reply = await self._without_agent(situation, context, started + self._seconds - time.monotonic())
            reply.failed = True
            return reply

    async def _without_agent(self, situation: Situation, context: ToolContext, left: float) -> Reply:
        """What code can still say: an article where a question surely has one, else that a person will answer.

        Args:
            situation: the message.
            context: what may be reached.
            left: seconds for it.
        """
        language, handoff = situation.language, HandoffRequest("assistant_unavailable", situation.text)
        unavailable = Reply("", language, handoff=handoff, void_proposals=True)
        try:
            async with asyncio.timeout(left):
                # The failed run may have made a card, which nobody was shown.
                if not asks(situation.text) or await self._ledger.open_proposals(context.thread_id, self._clock.now()):
                    return unavailable
                passages = await context.search(situation.text)
        except Exception as error:  # what has failed the agent may fail here too
            log.error("the search failed", thread=context.thread_id, error=repr(error))
            return unavailable
        return from_articles(situation.text, passages, language) or unavailable

    async def _tell_notices(self, reply: Reply, found: Findings, state: ThreadState) -> None:
        if not topics_of(found):
            return
        now = self._clock.now()
        current = await self._notices.current(now, country=state.country, language=reply.language, channel="chat")
        tell(reply, found, current, state.history)


def _count(reply: Reply, *, committed: bool) -> None:
    TURNS.labels("committed" if committed else "discarded").inc()
    TURN_SECONDS.observe(reply.timings_ms["total"] / 1000)
    if committed and reply.handoff:
        HANDOFFS.labels(reply.handoff.reason).inc()


def _without_model(situation: Situation) -> Reply | None:
    """A yes, a no, a thank-you, what the open card costs or another language as the whole message: code answers."""
    answer = short_answer(situation.text)
    language = situation.language
    if situation.open_proposals and answer == "yes":
        return Reply(say("press-confirm", language), language)
    if situation.open_proposals and asks_cost(situation.text):
        fee = situation.open_proposals[0].terms.fee
        cost = format_money(fee, language) if fee.amount_minor else "free"
        return Reply(say("card-cost", language, fee=cost), language)
    if situation.open_proposals and answer == "no":
        card = situation.open_proposals[0]
        return Reply("", language, cancel_proposal=str(card.id))
    if answer == "thanks":
        return Reply(say("thanks", language), language)
    if asked_language(situation.text) and not repeatable(situation.subject):
        return Reply(say("language-changed", language), language, quick_replies=suggestions(language))
    return None
