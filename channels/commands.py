"""What the commands of ``assistant`` do: composition, and words on the terminal."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, nullcontext
from typing import TYPE_CHECKING, TypeVar

import structlog
from pydantic import SecretStr
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn

from assistant.settings import EMBEDDED, Settings
from channels.data_folder import database_url, owned_data_dir
from channels.database import seed_demo, upgrade
from channels.payments.providers import NoProvider
from channels.runtime import open_runtime, publish_articles
from channels.supervisor.demo_history import fill_demo_history
from tools.context import Clock, FrozenClock, SystemClock, local_today
from tools.database import SessionFactory, make_engine, make_session_factory

if TYPE_CHECKING:
    from knowledge.building import BuildReport

A = TypeVar("A")

out = Console(highlight=False, soft_wrap=True)


def log_to_stderr(level: int) -> None:
    """Structured log lines on standard error, from a level on."""
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    logging.basicConfig(level=max(level, logging.WARNING), stream=sys.stderr)


def clock_of(settings: Settings) -> Clock:
    """The machine's clock, or one frozen by the settings."""
    return FrozenClock(settings.today) if settings.today else SystemClock()


@contextmanager
def prepared_database(settings: Settings, *, seeded: bool) -> Iterator[str]:
    """The database, migrated, with demo data where wanted."""
    with database_url(settings) as url:
        upgrade(url)
        if seeded:
            asyncio.run(seed_demo(url, local_today(clock_of(settings))))
        yield url


def on_database(settings: Settings, work: Callable[[SessionFactory], Awaitable[A]], *, seeded: bool) -> A:
    """Do one thing on the database, migrated, with demo data where wanted."""

    async def run(url: str) -> A:
        engine = make_engine(url, pool_size=2)
        try:
            return await work(make_session_factory(engine))
        finally:
            await engine.dispose()

    with prepared_database(settings, seeded=seeded) as url:
        return asyncio.run(run(url))


def prepare_model(settings: Settings) -> None:
    """Make the embedded model's file where it is missing, with a progress bar."""
    if not settings.runs_embedded:
        return
    from assistant.models.weights import prepare

    bar = Progress(
        TextColumn("{task.description}"), BarColumn(), DownloadColumn(), console=Console(stderr=True), transient=True
    )
    with bar:
        task = bar.add_task("Joining the embedded model", total=None, visible=False)
        prepare(
            settings.cache_dir,
            lambda done, total: bar.update(task, completed=done, total=total, visible=True),
            lambda words: Console(stderr=True).print(words),
        )


@contextmanager
def embedded_model(settings: Settings) -> Iterator[Callable[[], Settings]]:
    """Start the embedded model beside everything else that a start takes: it loads while Python imports.

    Yields:
        A function that waits for the model and returns the settings with its endpoint in them. Where the settings name
        another model first, nothing is started and they come back as they are.

    Raises:
        WeightsError: the model's file cannot be made.
    """
    prepare_model(settings)
    if settings.llm_model != EMBEDDED or not settings.runs_embedded:
        yield lambda: settings
        return
    from assistant.models.factory import start_embedded

    with ExitStack() as running, ThreadPoolExecutor(1) as beside:
        started = beside.submit(lambda: running.enter_context(start_embedded(settings)))

        def wait() -> Settings:
            server = started.result()
            endpoint = {"llm_base_url": server.base_url, "llm_api_key": SecretStr(server.api_key)}
            return settings.model_copy(update=endpoint)

        yield wait


def build_knowledge(settings: Settings) -> BuildReport:
    """Publish the articles as they are written."""
    return publish_articles(settings, local_today(clock_of(settings)))


def demo(settings: Settings) -> None:
    """Run everything with demo data until Ctrl-C."""
    from channels.serving import bound_socket, run_server

    log_to_stderr(logging.WARNING)
    with owned_data_dir(settings), bound_socket(settings.host, settings.port) as socket, stopped_by_signals():
        out.print("Starting. The first start prepares the model and the knowledge base: about a minute ...")
        with embedded_model(settings) as with_model:
            build_knowledge(settings)
            with prepared_database(settings, seeded=True) as url:
                asyncio.run(fill_demo_history(url, clock_of(settings)))
                run_server(with_model(), url, socket, demo=True, worker=True, announce=_announce)
    out.print("Stopped.")


def _announce(address: str) -> None:
    out.print(f"\nReady.  Portal with chat  {address}/")
    out.print(f"        Agent console     {address}/console")
    out.print(f"        Supervisor board  {address}/console/board")
    out.print(f"        API docs          {address}/docs")
    out.print("Ctrl-C stops everything.\n")


def serve(settings: Settings, *, worker: bool) -> None:
    """Run the web application until stopped."""
    from channels.serving import bound_socket, run_server

    log_to_stderr(logging.INFO)
    with (
        owned_data_dir(settings),
        bound_socket(settings.host, settings.port) as socket,
        stopped_by_signals(),
        embedded_model(settings) if worker else nullcontext(lambda: settings) as with_model,
    ):
        if worker:
            build_knowledge(settings)
        with prepared_database(settings, seeded=False) as url:
            run_server(
                with_model(), url, socket, demo=False, worker=worker, announce=lambda at: out.print(f"Ready: {at}/")
            )


def worker(settings: Settings) -> None:
    """Run durable turns until stopped."""
    log_to_stderr(logging.INFO)

    async def work(settings: Settings, url: str) -> None:
        opened = open_runtime(settings, url, provider=NoProvider())
        async with opened as runtime, runtime.turn() as turn, runtime.working(turn):
            out.print("Working. Ctrl-C stops.")
            await asyncio.Event().wait()

    with stopped_by_signals(), embedded_model(settings) as with_model:
        build_knowledge(settings)
        with prepared_database(settings, seeded=False) as url:
            asyncio.run(work(with_model(), url))


@contextmanager
def stopped_by_signals() -> Iterator[None]:
    """Let SIGINT and SIGTERM unwind the program, so that everything it started is stopped too."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = {number: signal.signal(number, interrupt) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    except KeyboardInterrupt:
        pass
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
