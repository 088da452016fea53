"""The composition root: opens everything once, wires it, and closes it in order."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

import structlog
from starlette.requests import HTTPConnection

from assistant.models.hosted import HostedModels
from assistant.settings import Settings
from channels.attachments.opening import open_attachments
from channels.attachments.service import Attachments
from channels.daily import daily_run
from channels.mail.opening import open_mails
from channels.mail.sending import Mails
from channels.message_center.desk import AgentDesk
from channels.message_center.dispatch import Dispatch
from channels.message_center.fanout import Fanout
from channels.message_center.feed import Feed
from channels.message_center.jobs import TurnJobs
from channels.message_center.limits import MessageLimits
from channels.message_center.ratings import Ratings
from channels.message_center.service import MessageCenter
from channels.message_center.shifts import Shifts
from channels.message_center.sweeps import Sweeps
from channels.message_center.turn_log import TurnLog
from channels.payments.providers import DemoBank
from channels.stored_answers import forget_old
from channels.webhooks.service import Webhooks
from knowledge.rates import load_rates
from knowledge.tariffs import load_tariffs
from tools.context import Clock, FrozenClock, SystemClock, local_today
from tools.database import SessionFactory, make_engine, make_session_factory
from tools.ledger.payments import Payments
from tools.ledger.service import LedgerService
from tools.notices import Notices
from tools.ports import PaymentProvider

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from assistant.turn import Turn
    from knowledge.building import BuildReport
    from knowledge.search import KnowledgeBase

_TURNS_AT_A_TIME = 8

log = structlog.get_logger()


@dataclass(frozen=True)
class Runtime:
    """Everything that a running process shares.

    Attributes:
        settings: what is in force.
        url: the database.
        clock: the time.
        sessions: database sessions.
        ledger: the invoice ledger.
        payments: begun and settled payments.
        notices: news and disruptions.
        center: the customers' side of the message center.
        ratings: what customers think of it.
        desk: the agents' side: conversations.
        dispatch: the agents' side: where conversations go.
        shifts: who of customer service is there.
        sweeps: what time alone brings about.
        feed: the queue as consoles show it.
        attachments: files that are sent.
        mails: tell customers who are away of an answer.
        jobs: durable turns.
        fanout: wakes readers of threads.
        hosted: models that write for agents, opened when they are first asked.
    """

    settings: Settings
    url: str
    clock: Clock
    sessions: SessionFactory
    ledger: LedgerService
    payments: Payments
    notices: Notices
    center: MessageCenter
    ratings: Ratings
    desk: AgentDesk
    dispatch: Dispatch
    shifts: Shifts
    sweeps: Sweeps
    feed: Feed
    attachments: Attachments
    mails: Mails
    jobs: TurnJobs
    fanout: Fanout
    hosted: HostedModels

    @cached_property
    def knowledge(self) -> KnowledgeBase:
        """The knowledge base; opened when it is first asked for, which takes seconds."""
        from knowledge.search import open_knowledge

        return open_knowledge(self.settings.data_dir, self.settings.chroma_url)

    @asynccontextmanager
    async def turn(self, model: BaseChatModel | None = None) -> AsyncIterator[Turn]:
        """Turns on a model: the given one, or those that the settings name."""
        from assistant.agent import Agent
        from assistant.certain import warm_up
        from assistant.models.factory import open_models
        from assistant.turn import Turn

        async with AsyncExitStack() as stack:
            models = (model,) if model else await stack.enter_async_context(open_models(self.settings))
            # The first message loads models and word lists: no customer should wait for that.
            await asyncio.to_thread(warm_up)
            await self.knowledge.search("-", language="en", country="FI", on=local_today(self.clock))
            agent = Agent(*models, most_tokens=self.settings.turn_tokens)
            threads, seconds = TurnLog(self.sessions, self.clock), self.settings.turn_seconds
            yield Turn(agent, threads, self.ledger, self.payments, self.knowledge, self.notices, self.clock, seconds)

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[None]:
        """Let events of all processes reach this one's readers."""
        ready = asyncio.Event()
        async with _task(self.fanout.run(ready)), _task(self.feed.run()):
            await ready.wait()
            yield

    @asynccontextmanager
    async def working(self, turn: Turn) -> AsyncIterator[None]:
        """Run durable turns in this process, and send webhooks."""

        async def take(thread_id: str) -> None:
            await turn.take(thread_id)

        if not self.mails.has_post:
            log.warning("no mails are sent to customers who are away: set SMTP_URL and MAIL_FROM")
        jobs = self.jobs.work(take, tidy=self._tidy, run_day=self._run_day, concurrency=_TURNS_AT_A_TIME)
        webhooks = Webhooks(self.url, self.sessions, private=self.settings.webhooks_private)
        async with _task(jobs), _task(webhooks.run()):
            yield

    async def _tidy(self) -> None:
        chores: tuple[Callable[[], Awaitable[object]], ...] = (
            self.center.expire_cards,
            self.shifts.look,
            *self.sweeps.all,
            partial(forget_old, self.sessions),
            self.attachments.forget_unsent,
            self.mails.send_due,
        )
        for chore in chores:
            try:
                await chore()
            except Exception:  # the mail server's trouble, for one, must not keep promises from being watched
                log.exception("a chore failed and is tried again by the next sweep")

    async def _run_day(self) -> None:
        await daily_run(self.sessions, self.ledger.tariffs, load_rates(), self.clock)
        # Articles quote the tariffs of a day, and may begin or end on it.
        await asyncio.to_thread(publish_articles, self.settings, local_today(self.clock))


def publish_articles(settings: Settings, on: date) -> BuildReport:
    """Publish the articles as they are written, with the figures of a day; costs nothing when nothing has changed."""
    from knowledge.building import build

    return build(settings.data_dir, settings.chroma_url, on=on)


@asynccontextmanager
async def open_runtime(
    settings: Settings,
    url: str,
    *,
    provider: PaymentProvider | None = None,
    durable: bool = True,
    model: BaseChatModel | None = None,
    demo: bool = False,
    clock: Clock | None = None,
) -> AsyncIterator[Runtime]:
    """Wire everything on a migrated database.

    Args:
        settings: what is in force.
        url: the database.
        provider: where customers pay; by default the demo's bank.
        durable: whether messages defer jobs; a caller that takes the turns itself wants none.
        model: in place of the hosted one that the settings name.
        demo: whether mails without a mail server go to the demo's mailbox.
        clock: the time, in place of the machine's or of the day that the settings name.
    """
    clock = clock or (FrozenClock(settings.today) if settings.today else SystemClock())
    engine = make_engine(url)
    sessions = make_session_factory(engine)
    ledger = LedgerService(sessions, load_tariffs())
    jobs = TurnJobs(url, sessions, settings.turn_pause_seconds)
    # A clock that stands still knows no minutes.
    limits = None if settings.today else MessageLimits(settings.messages_per_minute, settings.messages_per_hour)
    center = MessageCenter(sessions, ledger, clock, jobs.defer_turn if durable else _no_turn, limits)
    fanout, hosted = Fanout(url), HostedModels(settings, model)
    runtime = Runtime(
        settings=settings,
        url=url,
        clock=clock,
        sessions=sessions,
        ledger=ledger,
        payments=Payments(sessions, provider or DemoBank()),
        notices=Notices(sessions),
        center=center,
        ratings=Ratings(sessions, clock),
        desk=AgentDesk(sessions, clock),
        dispatch=Dispatch(sessions, clock),
        shifts=Shifts(sessions, clock),
        sweeps=Sweeps(sessions, clock),
        feed=Feed(sessions, fanout),
        attachments=open_attachments(settings, sessions, clock),
        mails=open_mails(settings, sessions, demo=demo),
        jobs=jobs,
        fanout=fanout,
        hosted=hosted,
    )
    try:
        async with jobs.app.open_async():
            yield runtime
    finally:
        await hosted.aclose()
        await engine.dispose()


async def _no_turn(thread_id: str) -> None:
    """The caller takes the turn itself."""


def runtime_of(connection: HTTPConnection) -> Runtime:
    """The runtime that serves a request or a socket."""
    runtime: Runtime = connection.app.state.runtime
    return runtime


@asynccontextmanager
async def _task(coroutine: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Run a coroutine beside the context, and end it with the context; its failure ends the context."""
    async with asyncio.TaskGroup() as group:
        task = group.create_task(coroutine)
        try:
            yield
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
