"""``assistant eval baseline FILE``: the same small model as a plain agent, beside the assistant.

Lines as for ``assistant eval routing``. Both are asked the same messages as Anna. The plain agent has a minute for
each, and its prompt is read before the first one, which is not counted.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from assistant.models.server import EmbeddedServer
from assistant.models.weights import prepare
from assistant.settings import Settings
from assistant.understanding.choices import ROUTE_OF_TOOL
from channels.commands import log_to_stderr
from channels.runtime import open_runtime
from evals.baselines.plain_agent import plain_agent
from evals.harness import throw_away
from evals.lines import read_lines, write_lines
from evals.routes import FAILED, OWN_WORDS
from evals.routing import CUSTOMER, Routed, Row, judged, measure
from evals.statistics import percentile
from evals.tables import print_figures

# The policy, sixteen tools and their results stand in one prompt; the assistant's own are short.
_CONTEXT = 12_288


def run(file: Path, target: Path | None, limit: int) -> None:
    """Ask both, write what the plain agent made of the messages, and print the figures side by side.

    Args:
        file: see the module.
        target: where a line per message is written; not written when None.
        limit: how many messages are asked, chosen by chance.

    Raises:
        ValueError: a line is no such row.
    """
    log_to_stderr(logging.ERROR)
    rows = read_lines(file, Row, limit)
    with throw_away() as (settings, url):
        ours = asyncio.run(measure(rows, settings, url))
        model, threads = prepare(settings.cache_dir), settings.llm_threads
        with EmbeddedServer(model, threads=threads, slots=1, context=_CONTEXT) as server:
            plain = asyncio.run(_measure(rows, settings, url, (server.base_url, server.api_key)))
    write_lines(target, map(asdict, plain))
    columns = ("", "messages", "strict", "lenient", "no answer", "p50 s", "p95 s")
    print_figures(columns, [_line("the assistant", ours), _line("plain agent", plain)])


async def _measure(rows: Sequence[Row], settings: Settings, url: str, endpoint: tuple[str, str]) -> list[Routed]:
    async with open_runtime(settings, url, durable=False) as runtime, plain_agent(runtime, *endpoint) as agent:
        await agent.warm_up()
        measured = []
        for row in rows:
            answered = await agent.ask(CUSTOMER, row.text)
            # Whether its words are small talk or a polite refusal no code can tell: they count as what was expected.
            without_tool = OWN_WORDS if answered.words else FAILED
            route = ROUTE_OF_TOOL.get(answered.tools[0], FAILED) if answered.tools else without_tool
            ms = answered.seconds * 1000
            measured.append(judged(row, answered.tools, route, language="", reply=answered.words, ms=ms))
        return measured


def _line(name: str, routed: Sequence[Routed]) -> tuple[object, ...]:
    known = [one for one in routed if one.expect is not None]
    right = (sum(one.strict is True for one in known), sum(one.lenient is True for one in known))
    seconds = [one.ms / 1000 for one in routed]
    times = (f"{percentile(seconds, share):.1f}" for share in (0.5, 0.95))
    silent = sum(not one.reply for one in routed)
    return name, len(routed), *(f"{count / max(1, len(known)):.3f}" for count in right), silent, *times
