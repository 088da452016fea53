"""``assistant eval grounding``: whether every figure that customers read comes from somewhere.

Conversations are put together by chance and held with the assistant. Each amount, date, percentage, number of an
invoice, account or telephone in an answer must stand in what the turn's tools have brought, in the notices in force, in
the service hours where a person is called, or in the customer's own words; of a receipt, in the terms that were
confirmed. How figures are read here has nothing in common with the safeguard that looks for the same. Figures written
out as words are not read.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path

from assistant.settings import Settings
from channels.commands import log_to_stderr
from evals.grounding.checking import Checked, Checker
from evals.grounding.liar import Liar
from evals.grounding.talks import talks
from evals.harness import Assistant, assistant_on, throw_away
from evals.lines import write_lines
from evals.tables import out, print_figures
from knowledge.building import written_articles
from tools.context import local_today

# Notices are part of answers: this one has figures of every kind.
_NOTICE = {
    "en": "Payments by card fail between 21:30 and 23:45 on 28 November 2026. Ask for case 4711.",
    "fi": "Korttimaksut eivät toimi 28.11.2026 klo 21.30–23.45. Tapauksen numero on 4711.",
    "sv": "Kortbetalningar fungerar inte den 28 november 2026 kl. 21.30–23.45. Ärendet har nummer 4711.",
    "nb": "Kortbetaling virker ikke 28. november 2026 kl. 21.30–23.45. Saken har nummer 4711.",
}
_SHOWN = 20


def run(count: int, target: Path | None, *, lying: bool, seed: int = 1) -> int:
    """Hold conversations, check their figures, write and print what was found.

    Args:
        count: how many answers are checked.
        target: where a line per answer is written; not written when None.
        lying: whether a model that makes things up takes the place of the one in force.
        seed: another number gives other conversations.

    Returns:
        How many answers hold a figure that nothing bears out, or a lie.
    """
    # The safeguard's warnings are what is counted; they are caught before they are printed.
    log_to_stderr(logging.WARNING)
    liar = Liar(seed) if lying else None
    with throw_away() as (settings, url):
        checked = asyncio.run(_hold(settings, url, count, liar, seed))
    write_lines(target, map(asdict, checked))
    _print(checked)
    return sum(bool(one.ungrounded or one.reached) for one in checked)


async def _hold(settings: Settings, url: str, count: int, liar: Liar | None, seed: int) -> list[Checked]:
    checked: list[Checked] = []
    async with assistant_on(settings, url, liar.model() if liar else None) as assistant:
        await _add_notice(assistant)
        checker, today = Checker(assistant, liar, seed), local_today(assistant.runtime.clock)
        conversations = talks(seed, written_articles(today), today)
        while len(checked) < count:
            checked += await checker.hold(next(conversations))
            await assistant.begin_anew()
    return checked[:count]


async def _add_notice(assistant: Assistant) -> None:
    now = assistant.runtime.clock.now()
    begins, ends = now - timedelta(days=1), now + timedelta(days=9)
    await assistant.runtime.notices.add(_NOTICE, kind="disruption", topics=["paying"], starts_at=begins, ends_at=ends)


def _print(checked: Sequence[Checked]) -> None:
    figures, missing = sum(one.figures for one in checked), [one for one in checked if one.ungrounded]
    out.print(f"{len(checked)} answers with {figures} figures; in {len(missing)} answers something is made up")
    out.print(f"a safeguard has replaced the model's words in {sum(one.replaced for one in checked)} answers")
    for one in missing[:_SHOWN]:
        out.print(
            f"  {', '.join(one.ungrounded)}: {one.who} said {one.said!r} and was told {one.reply!r}", markup=False
        )
    told = Counter(kind for one in checked for kind in one.told)
    if told:
        reached = Counter(kind for one in checked for kind in one.reached)
        out.print()
        print_figures(("lies", "told", "reached the customer"), [(k, n, reached[k]) for k, n in sorted(told.items())])
