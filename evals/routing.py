"""``assistant eval routing FILE``: what messages lead to, one by one.

Each line of the file is a JSON object with ``id``, ``lang`` and ``text``, and where it is known what the message may
mean, ``expect`` and ``also_ok``. Every message is asked in a fresh thread of Anna's, and what it began is forgotten
again. A wish counts as understood when its own tool was called first, whether that then asked, proposed or refused.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import asdict, astuple, dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.conversation import Usage
from assistant.settings import Settings
from channels.commands import log_to_stderr
from evals.harness import Assistant, assistant_on, throw_away
from evals.lines import read_lines, write_lines
from evals.routes import is_leniently_right, is_strictly_right, route_of
from evals.routing_report import print_report

CUSTOMER = "anna"


class Row(BaseModel):
    """A message; other fields are let pass.

    Attributes:
        id: its own.
        lang: of the text: any code.
        text: what the customer writes.
        expect: the route that it should take; None where that is not known.
        also_ok: other routes that serve it.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    lang: str
    text: str
    expect: str | None = None
    also_ok: tuple[str, ...] = ()


@dataclass(frozen=True)
class Routed:
    """What a message led to.

    Attributes:
        id, lang, text, expect, also_ok: the row's.
        tools: their names, in order.
        route: see ``evals.routes.route_of``.
        language: of the reply, as the assistant itself says.
        reply: its words; those of a card or of the handoff stand among them.
        ms: how long the turn took, in milliseconds.
        strict: whether the route is the expected one; None where none is known.
        lenient: whether it is any of those that serve; as above.
        asked_model, tokens_in, tokens_out, tokens_cached: see ``assistant.conversation.Usage``.
    """

    id: str
    lang: str
    text: str
    expect: str | None
    also_ok: tuple[str, ...]
    tools: list[str]
    route: str
    language: str
    reply: str
    ms: float
    strict: bool | None
    lenient: bool | None
    asked_model: int
    tokens_in: int
    tokens_out: int
    tokens_cached: int


def run(file: Path, target: Path | None, limit: int | None) -> None:
    """Ask the messages of a file, write what they led to, and print the figures.

    Args:
        file: see the module.
        target: where a line per message is written; not written when None.
        limit: how many messages are asked, chosen by chance; all when None.

    Raises:
        ValueError: a line is no such row.
    """
    log_to_stderr(logging.ERROR)
    rows = read_lines(file, Row, limit)
    with throw_away() as (settings, url):
        routed = asyncio.run(measure(rows, settings, url))
    write_lines(target, map(asdict, routed))
    print_report(routed)


async def measure(rows: Sequence[Row], settings: Settings, url: str) -> list[Routed]:
    """Ask every message of the assistant that the settings describe."""
    async with assistant_on(settings, url) as assistant:
        return [await _ask(assistant, row) for row in rows]


async def _ask(assistant: Assistant, row: Row) -> Routed:
    answer = await assistant.ask(CUSTOMER, row.text)
    called = [tool["name"] for tool in answer["tools"]]
    handed_over = await assistant.handed_over_for(CUSTOMER, answer)
    await assistant.begin_anew_after(answer)
    spoken, reply, ms = answer["language"], answer["reply"], answer["timings_ms"]["total"]
    route = route_of(called, reply, spoken, handed_over)
    return judged(row, called, route, language=spoken, reply=reply, ms=ms, usage=Usage(**answer["usage"]))


def judged(
    row: Row, tools: list[str], route: str, *, language: str, reply: str, ms: float, usage: Usage | None = None
) -> Routed:
    """A message with what it led to, and whether that is right.

    Args:
        row: the message.
        tools: that were called.
        route: that it took.
        language: of the reply.
        reply: its words.
        ms: how long it took.
        usage: what language models have cost, where that is told.
    """
    strict = None if row.expect is None else is_strictly_right(route, row.expect)
    lenient = None if row.expect is None else is_leniently_right(route, {row.expect, *row.also_ok})
    outcome = (tools, route, language, reply, ms, strict, lenient)
    cost = astuple(usage or Usage())
    return Routed(row.id, row.lang, row.text, row.expect, row.also_ok, *outcome, *cost)
