"""Which tool a message leads to, measured on a JSONL file (``id``, ``lang``, ``text``, ``expect``, ``also_ok``).

Usage: ``python -m evals.routing FILE [--limit N]``. Each message is asked in a fresh thread; only what exists can be
right, so routes whose tools are still to come count as right when the message leads to the knowledge base or a person.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import random
from collections import defaultdict
from pathlib import Path
from typing import Any

from channels.commands import log_to_stderr
from evals.harness import assistant_on, throw_away

ROUTE_OF_TOOL = {
    "list_invoices": "invoices",
    "get_invoice": "invoices",
    "postpone_due_date": "postpone",
    "search_knowledge": "knowledge",
    "hand_off": "handoff",
}
# Their tools come later; until then an article or a person is the right place.
NOT_BUILT_YET = {"pay", "plan", "bank_account", "authorize"}
WITHOUT_TOOL = {"smalltalk", "out_of_scope"}


def is_right(expected: set[str], called: list[str]) -> bool:
    """Whether the tools called serve one of the expected routes."""
    route = ROUTE_OF_TOOL.get(called[0]) if called else None
    if route is None:
        return bool(expected & WITHOUT_TOOL)
    return route in expected or (bool(expected & NOT_BUILT_YET) and route in ("knowledge", "handoff"))


async def measure(rows: list[dict[str, Any]], settings: Any, url: str) -> list[dict[str, Any]]:
    """Ask every message and say what it led to."""
    results = []
    async with assistant_on(settings, url) as assistant:
        for row in rows:
            answer = await assistant.ask("anna", row["text"])
            called = [tool["name"] for tool in answer["tools"]]
            strict = is_right({row["expect"]}, called)
            lenient = is_right({row["expect"], *row.get("also_ok", [])}, called)
            results.append(
                {**row, "tools": called, "strict": strict, "lenient": lenient, "ms": answer["timings_ms"]["total"]}
            )
    return results


def main() -> None:
    """Measure a file and print a table per language and route."""
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    log_to_stderr(logging.ERROR)
    rows = [json.loads(line) for line in options.file.read_text(encoding="utf-8").splitlines()]
    if options.limit:
        rows = random.Random(1).sample(rows, min(options.limit, len(rows)))
    with throw_away() as (settings, url):
        results = asyncio.run(measure(rows, settings, url))
    if options.out:
        options.out.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in results), encoding="utf-8")
    for key in ("lang", "expect"):
        groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for result in results:
            groups[result[key]].append(result)
        for name, group in sorted(groups.items()):
            share = [sum(r[kind] for r in group) / len(group) for kind in ("strict", "lenient")]
            print(f"{key} {name:14} {len(group):4}  strict {share[0]:.2f}  lenient {share[1]:.2f}")


if __name__ == "__main__":
    main()
