"""The message center under load. Servers, database and clients share the machine's cores."""

from __future__ import annotations

from evals.benchmarks import handoffs, widgets

Row = tuple[str, str, str]


def measure() -> list[Row]:
    """Handoffs on two server processes, then many sockets on one."""
    return [*handoffs.measure(), *widgets.measure()]
