"""The composition root: opens everything once, wires it, and closes it in order."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
from collections.abc import AsyncIterator, Coroutine, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

import structlog
from starlette.requests import HTTPConnection

from assistant.settings import Settings
from channels.daily import daily_run
from channels.message_center.desk import AgentDesk
from channels.message_center.fanout import Fanout
from channels.message_center.jobs import TurnJobs
from channels.message_center.limits import MessageLimits
from channels.message_center.service import MessageCenter
from channels.message_center.turn_log import TurnLog
from channels.payments.providers import DemoBank
from channels.stored_answers import forget_old
from knowledge.rates import load_rates
from knowledge.tariffs import load_tariffs
from tools.context import Clock, FrozenClock, SystemClock, local_today
from tools.database import SessionFactory, make_engine, make_session_factory, psycopg_url
from tools.embedded_postgres import embedded_postgres
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


class AlreadyRunning(Exception):
    """Another instance owns the data folder."""


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
        desk: the agents' side.
        jobs: durable turns.
        fanout: wakes readers of threads.
    """

    settings: Settings
    url: str
    clock: Clock
    sessions: SessionFactory
    ledger: LedgerService
    payments: Payments
    notices: Notices
    center: MessageCenter
    desk: AgentDesk
    jobs: TurnJobs
    fanout: Fanout

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
        async with _task(self.fanout.run(ready)):
            await ready.wait()
            yield

    @asynccontextmanager
    async def working(self, turn: Turn) -> AsyncIterator[None]:
        """Run durable turns in this process."""

        async def take(thread_id: str) -> None:
            await turn.take(thread_id)

        async with _task(self.jobs.work(take, tidy=self._tidy, run_day=self._run_day, concurrency=_TURNS_AT_A_TIME)):
            yield

    async def _tidy(self) -> None:
        await self.center.expire_cards()
        await forget_old(self.sessions)

    async def _run_day(self) -> None:
        await daily_run(self.sessions, self.ledger.tariffs, load_rates(), self.clock)
        # Articles quote the tariffs of a day, and may begin or end on it.
        await asyncio.to_thread(publish_articles, self.settings, local_today(self.clock))


def publish_articles(settings: Settings, on: date) -> BuildReport:
    """Publish the articles as they are written, with the figures of a day; costs nothing when nothing has changed."""
    from knowledge.building import build

    return build(settings.data_dir, settings.chroma_url, on=on)


@contextmanager
def database_url(settings: Settings) -> Iterator[str]:
    """The database that the settings name; an embedded one runs while the context is open."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    if settings.database_url is not None:
        yield psycopg_url(settings.database_url.get_secret_value())
        return
    with embedded_postgres(settings.data_dir.resolve() / "postgres") as url:
        yield url


@contextmanager
def owned_data_dir(settings: Settings) -> Iterator[None]:
    """Make this process the only server on the data folder.

    Raises:
        AlreadyRunning: another one is.
    """
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    with (settings.data_dir / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunning(
                f"Another instance runs on the data folder {settings.data_dir.resolve()}. "
                "Stop it first, or give this one a folder of its own with DATA_DIR."
            ) from None
        yield


@asynccontextmanager
async def open_runtime(
    settings: Settings, url: str, *, provider: PaymentProvider | None = None, durable: bool = True
) -> AsyncIterator[Runtime]:
    """Wire everything on a migrated database.

    Args:
        settings: what is in force.
        url: the database.
        provider: where customers pay; by default the demo's bank.
        durable: whether messages defer jobs; a caller that takes the turns itself wants none.
    """
    clock: Clock = FrozenClock(settings.today) if settings.today else SystemClock()
    engine = make_engine(url)
    sessions = make_session_factory(engine)
    ledger = LedgerService(sessions, load_tariffs())
    jobs = TurnJobs(url, sessions, settings.turn_pause_seconds)
    # A clock that stands still knows no minutes.
    limits = None if settings.today else MessageLimits(settings.messages_per_minute, settings.messages_per_hour)
    center = MessageCenter(sessions, ledger, clock, jobs.defer_turn if durable else _no_turn, limits)
    runtime = Runtime(
        settings=settings,
        url=url,
        clock=clock,
        sessions=sessions,
        ledger=ledger,
        payments=Payments(sessions, provider or DemoBank()),
        notices=Notices(sessions),
        center=center,
        desk=AgentDesk(sessions, clock),
        jobs=jobs,
        fanout=Fanout(url),
    )
    try:
        async with jobs.app.open_async():
            yield runtime
    finally:
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
