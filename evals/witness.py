"""What the tools bring inside a turn, seen from outside: a turn tells their names, not their typed results."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from langchain_core.callbacks import AsyncCallbackHandler
from langchain_core.messages import ToolMessage
from langchain_core.tracers.context import register_configure_hook

from tools.results import ToolResult


class Witness(AsyncCallbackHandler):
    """Notes what the tools bring while it is watching.

    Attributes:
        results: in order.
    """

    def __init__(self) -> None:
        self.results: list[ToolResult] = []

    async def on_tool_end(self, output: Any, **kwargs: Any) -> None:
        """Keep a tool's typed result."""
        if isinstance(output, ToolMessage) and output.artifact is not None:
            self.results.append(output.artifact)


_watching: ContextVar[Witness | None] = ContextVar("witness", default=None)
register_configure_hook(_watching, inheritable=True)


@contextmanager
def watching() -> Iterator[Witness]:
    """Watch every turn that is taken while the context is open."""
    witness = Witness()
    token = _watching.set(witness)
    try:
        yield witness
    finally:
        _watching.reset(token)
