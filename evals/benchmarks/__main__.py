"""``make bench``: measure what docs/benchmarks.md reports, and write it there."""

from __future__ import annotations

import logging
import os
import platform
from datetime import UTC, datetime
from pathlib import Path

from channels.commands import log_to_stderr
from evals.benchmarks import embedded, ledger, message_center, overhead, startup

REPORT = Path(__file__).parents[2] / "docs" / "benchmarks.md"
_BEGIN, _END = "<!-- measured: begin -->", "<!-- measured: end -->"


def main() -> None:
    """Measure everything, print it and put it between the marks of the report."""
    log_to_stderr(logging.ERROR)
    rows = [
        *startup.measure(),
        *embedded.measure(),
        *overhead.measure(),
        *ledger.measure(),
        *message_center.measure(),
    ]
    lines = ["| what | goal | measured |", "| --- | --- | --- |", *(f"| {a} | {b} | {c} |" for a, b, c in rows)]
    where = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    text = (
        f"{_BEGIN}\nMeasured on {datetime.now(UTC).date()} ({where}) by `make bench`.\n\n"
        + "\n".join(lines)
        + f"\n{_END}"
    )
    print(text)
    report = REPORT.read_text(encoding="utf-8")
    head, _, rest = report.partition(_BEGIN)
    REPORT.write_text(head + text + rest.partition(_END)[2], encoding="utf-8")


if __name__ == "__main__":
    main()
