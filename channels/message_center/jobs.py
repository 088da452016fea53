"""Durable turns: procrastinate jobs in the same PostgreSQL.

A turn is locked on its thread, so turns of one thread run one after another on any number of workers; a queueing lock
keeps at most one of them waiting. A turn that comes before the customer has paused is put off, so a burst of messages
gets one answer. What a killed worker left behind is found
again by the sweep: its jobs are dropped, and threads without an answer are deferred anew. That is harmless when
nothing is owed, because a turn reads the thread first. A worker that loses the database begins again.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

import structlog
from procrastinate import App, PsycopgConnector
from procrastinate.exceptions import AlreadyEnqueued, ConnectorException
from procrastinate.jobs import Status

from channels.message_center.repository import ThreadRepository
from channels.message_center.texts import pause_after
from tools.database import SessionFactory, conninfo

# A worker that was silent for this long is taken for dead; it beats three times as often.
SILENT_SECONDS = 6.0
BEAT_SECONDS = 2.0
# A message that is younger than this has its job, or a caller who takes the turn itself: the sweep leaves it alone.
GRACE_SECONDS = 5.0
# A job that waits for its thread's lock is not announced when the lock is freed: the worker looks by itself this often.
POLL_SECONDS = 0.2
_RESTART_SECONDS = 1.0

log = structlog.get_logger()


class TurnJobs:
    """The queue of turns.

    Args:
        url: PostgreSQL URL.
        sessions: database sessions, to see what is owed.
        pause: how long customers may go on before they are answered, in seconds.
    """

    def __init__(self, url: str, sessions: SessionFactory, pause: float = 0.0) -> None:
        # A job need not wait for the disk: one that a power cut loses is found again by the sweep.
        quick = {"options": "-c synchronous_commit=off"}
        self.app = App(connector=PsycopgConnector(conninfo=conninfo(url), kwargs=quick, min_size=2, max_size=8))
        self._sessions = sessions
        self._pause = pause
        self._take_turn: Callable[[str], Awaitable[None]] | None = None
        self._tidy: Callable[[], Awaitable[None]] | None = None
        self._run_day: Callable[[], Awaitable[object]] | None = None
        # No retries: they would collide with a newer job of the same thread, and the sweep finds what is owed.
        self._turn_task = self.app.task(name="take_turn", queue="turns")(self._run_turn)
        sweep = self.app.task(name="sweep", queue="turns", queueing_lock="sweep")(self._sweep)
        # Six fields: the last one is seconds.
        self.app.periodic(cron="* * * * * */5", periodic_id="sweep")(sweep)
        daily = self.app.task(name="daily", queue="turns", queueing_lock="daily", lock="daily")(self._daily)
        # Every hour: a second run on one day finds nothing to do, and a process that was down at night catches up.
        self.app.periodic(cron="20 * * * *", periodic_id="daily")(daily)

    async def defer_turn(self, thread_id: str) -> None:
        """Ask for an answer; does nothing when one is asked for already.

        A database that is lost at this moment is no error: what is owed stands in the thread, and the sweep finds it.
        """
        try:
            await self._defer(thread_id, None)
        except ConnectorException as error:
            log.warning("a turn is left to the sweep", thread=thread_id, error=str(error.__cause__))

    async def _defer(self, thread_id: str, wait: float | None) -> None:
        task = self._turn_task.configure(
            lock=f"thread:{thread_id}",
            queueing_lock=f"turn:{thread_id}",
            schedule_in=None if wait is None else {"milliseconds": round(wait * 1000)},
        )
        with contextlib.suppress(AlreadyEnqueued):
            await task.defer_async(thread_id=thread_id)

    async def work(
        self,
        take_turn: Callable[[str], Awaitable[None]],
        *,
        tidy: Callable[[], Awaitable[None]],
        run_day: Callable[[], Awaitable[object]],
        concurrency: int,
    ) -> None:
        """Run turns until cancelled.

        Args:
            take_turn: runs the turn of one thread.
            tidy: closes what is over; run by every sweep.
            run_day: sends the letters that are due today.
            concurrency: turns of different threads at a time.
        """
        self._take_turn, self._tidy, self._run_day = take_turn, tidy, run_day
        task = asyncio.current_task()
        assert task is not None
        # A worker that loses the database while it is stopped says that, not that it was cancelled.
        while not task.cancelling():
            try:
                # It returns when one of its side tasks has failed, and raises when it cannot fetch a job.
                await self._work(concurrency)
            except ConnectorException as error:
                log.warning("the worker lost the database", error=str(error.__cause__))
            await asyncio.sleep(_RESTART_SECONDS)

    async def _work(self, concurrency: int) -> None:
        await self.app.run_worker_async(
            queues=["turns"],
            concurrency=concurrency,
            install_signal_handlers=False,
            fetch_job_polling_interval=POLL_SECONDS,
            update_heartbeat_interval=BEAT_SECONDS,
            stalled_worker_timeout=SILENT_SECONDS,
            shutdown_graceful_timeout=5,
            delete_jobs="successful",
        )

    async def _run_turn(self, thread_id: str) -> None:
        assert self._take_turn is not None
        # Put off as a job of its own: who waits here would keep others waiting.
        if self._pause and (wait := await self._pause_left(thread_id)) > 0:
            await self._defer(thread_id, wait)
        else:
            await self._take_turn(thread_id)

    async def _pause_left(self, thread_id: str) -> float:
        """For how many seconds the customer may still go on."""
        async with self._sessions() as session:
            threads = ThreadRepository(session)
            thread = await threads.get(thread_id)
            last = await threads.recent_messages(thread_id, 2)
        if not thread.awaits_assistant or thread.owed_since is None:
            return 0
        pause = pause_after(last, self._pause)
        # The clock of the process that took the message may be ahead.
        return min(pause, pause - (datetime.now(UTC) - thread.owed_since).total_seconds())

    async def _daily(self, timestamp: int) -> None:
        assert self._run_day is not None
        await self._run_day()

    async def _sweep(self, timestamp: int) -> None:
        """Take up what was left behind: jobs of dead workers, threads without an answer, and what is over."""
        manager = self.app.job_manager
        for job in await manager.get_stalled_jobs(seconds_since_heartbeat=SILENT_SECONDS):
            # It is dropped, not retried: a newer job of its thread may wait already, and what is owed is found below.
            log.warning("job of a dead worker is dropped", job=job.id, task=job.task_name)
            assert job.id is not None
            await manager.finish_job_by_id_async(job.id, Status.FAILED, delete_job=True)
        async with self._sessions() as session:
            owed = await ThreadRepository(session).unanswered(GRACE_SECONDS)
        for thread_id in owed:
            await self.defer_turn(thread_id)
        assert self._tidy is not None
        await self._tidy()
