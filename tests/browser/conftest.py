"""A real demo server with the embedded model, and a real Chromium."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from channels.serving import bound_socket
from tests.chromium import chromium

_ROOT = Path(__file__).parents[2]
_VIEW = {"width": 1280, "height": 860}


@pytest.fixture(scope="session")
def demo_data() -> Iterator[Path]:
    """The demo server's data folder, for commands that run beside it."""
    with tempfile.TemporaryDirectory(prefix="myropo-browser-") as folder:
        Path(folder).chmod(0o755)  # the database's own user must reach its files
        yield Path(folder) / "data"


@pytest.fixture(scope="session")
def demo(demo_data: Path) -> Iterator[str]:
    """Address of a demo server, started as the README says, on a data folder of its own and a day that stands."""
    yield from _running_demo(demo_data)


def _running_demo(data_dir: Path) -> Iterator[str]:
    with bound_socket("127.0.0.1", 0) as probe:
        port = probe.getsockname()[1]
    environment = {
        **os.environ,
        "DATA_DIR": str(data_dir),
        "PORT": str(port),
        "PYTHONUNBUFFERED": "1",
        "TODAY": "2026-11-22",
    }
    command = [str(Path(sys.executable).parent / "assistant"), "demo"]
    process = subprocess.Popen(command, cwd=_ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        if not any("Ready." in line for line in process.stdout):
            pytest.fail(f"assistant demo ended with {process.wait()} before it was ready")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


@pytest.fixture(scope="module")  # not longer: while it is open, the event loop of no other test can run
def chromium_browser() -> Iterator[Browser]:
    """The browser; without one the tests are skipped, or fail where REQUIRE_BROWSER is set."""
    path = chromium()
    if path is None:
        message = "no Chromium found; set CHROMIUM or install it"
        if os.environ.get("REQUIRE_BROWSER"):
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        yield browser
        browser.close()


@pytest.fixture
def window(chromium_browser: Browser, demo: str) -> Iterator[BrowserContext]:
    """A fresh browser profile on the demo server."""
    context = chromium_browser.new_context(base_url=demo, viewport=_VIEW, locale="en-GB")  # type: ignore[arg-type]
    context.set_default_timeout(60_000)
    yield context
    context.close()
