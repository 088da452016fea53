"""How long ``make demo`` takes to be ready on its second start."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from channels.serving import bound_socket

Row = tuple[str, str, str]
_ROOT = Path(__file__).parents[2]


def measure() -> list[Row]:
    """Start the demo twice on one data folder; report the second start."""
    with tempfile.TemporaryDirectory(prefix="myropo-bench-") as folder:
        Path(folder).chmod(0o755)
        first, second, third = (_seconds_to_ready(Path(folder) / "data") for _ in range(3))
    return [
        ("`make demo` to ready, new data folder, model prepared", "", f"{first:.1f} s"),
        ("`make demo` to ready, second and third start", "<= 10 s", f"{second:.1f} s, {third:.1f} s"),
    ]


def _seconds_to_ready(data_dir: Path) -> float:
    with bound_socket("127.0.0.1", 0) as probe:
        port = probe.getsockname()[1]
    environment = {**os.environ, "DATA_DIR": str(data_dir), "PORT": str(port), "PYTHONUNBUFFERED": "1"}
    started = time.perf_counter()
    process = subprocess.Popen(
        ["make", "--silent", "demo"],
        cwd=_ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        assert process.stdout is not None
        for line in process.stdout:
            if "Ready." in line:
                return time.perf_counter() - started
        raise RuntimeError(f"make demo ended with {process.wait()} before it was ready")
    finally:
        # The whole group: make and what it started; the application stops its database by itself.
        os.killpg(process.pid, signal.SIGINT)
        process.wait()
