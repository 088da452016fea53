"""A server in this very process whose clock the test turns: a whole afternoon passes in a minute."""

from __future__ import annotations

import asyncio
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import uvicorn

from assistant.settings import Settings
from channels.app import create_app
from channels.database import seed_demo, upgrade
from channels.runtime import publish_articles
from channels.serving import bound_socket
from tools.embedded_postgres import embedded_postgres

MONDAY = date(2026, 11, 23)
_STARTS = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)  # one o'clock in Stockholm, two in Helsinki
_PATIENCE = 90.0


class AfternoonClock:
    """Runs like any clock from one o'clock on, and can be put forward."""

    def __init__(self) -> None:
        self._begun = time.monotonic()
        self._forward = timedelta()

    def now(self) -> datetime:
        """The present moment in UTC."""
        return _STARTS + timedelta(seconds=time.monotonic() - self._begun) + self._forward

    def put_to(self, hour: int, minute: int = 0) -> None:
        """Let it be a time of the same day, UTC; never back."""
        wanted = datetime(2026, 11, 23, hour, minute, tzinfo=UTC) - self.now()
        assert wanted > timedelta(), "clocks are put forward only"
        self._forward += wanted


@contextmanager
def running(clock: AfternoonClock) -> Iterator[str]:
    """The whole product with demo data, its own database and no language model; gives the address."""
    with tempfile.TemporaryDirectory(prefix="myropo-afternoon-") as folder:
        Path(folder).chmod(0o755)  # the database's own user must reach its files
        settings = Settings.model_validate({"data_dir": Path(folder) / "data", "llm_model": "none"})
        settings.data_dir.mkdir()
        publish_articles(settings, MONDAY)
        with embedded_postgres(settings.data_dir / "postgres") as url, bound_socket("127.0.0.1", 0) as listening:
            upgrade(url)
            # Playwright's own loop runs in this thread.
            with ThreadPoolExecutor(1) as beside:
                beside.submit(lambda: asyncio.run(seed_demo(url, MONDAY))).result()
            app = create_app(settings, url, demo=True, clock=clock)
            config = uvicorn.Config(app, log_level="warning", ws="websockets-sansio", timeout_graceful_shutdown=2)
            server = uvicorn.Server(config)
            thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[listening])), daemon=True)
            thread.start()
            _wait_until_started(server, thread)
            try:
                yield f"http://127.0.0.1:{listening.getsockname()[1]}"
            finally:
                server.should_exit = True
                thread.join()


def _wait_until_started(server: uvicorn.Server, thread: threading.Thread) -> None:
    until = time.monotonic() + _PATIENCE
    while not server.started:
        assert thread.is_alive(), "the server did not start"
        assert time.monotonic() < until, "the server took too long to start"
        time.sleep(0.05)
