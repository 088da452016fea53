"""Which tool a message leads to, measured on a JSONL file (``id``, ``lang``, ``text``, ``expect``, ``also_ok``).

``assistant eval routing FILE``. Each message is asked in a fresh thread. A wish counts as
understood when its own tool was called, whether that then asked, proposed or refused.
"""

from __future__ import annotations

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
    "get_balance": "invoices",
    "list_letters": "invoices",
    "get_contact": "invoices",
    "start_payment": "pay",
    "postpone_due_date": "postpone",
    "create_payment_plan": "plan",
    "change_payment_plan": "plan",
    "cancel_payment_plan": "plan",
    "set_refund_account": "bank_account",
    "authorize_person": "authorize",
    "revoke_authorization": "authorize",
    "search_knowledge": "knowledge",
    "dispute_invoice": "handoff",
    "hand_off": "handoff",
}
WITHOUT_TOOL = {"smalltalk", "out_of_scope"}


def is_right(expected: set[str], called: list[str]) -> bool:
    """Whether the first tool called serves one of the expected routes; none at all serves those without a tool."""
    return ROUTE_OF_TOOL.get(called[0]) in expected if called else bool(expected & WITHOUT_TOOL)


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


def run(file: Path, target: Path | None, limit: int | None) -> None:
    """Measure a file and print a table per language and route.

    Args:
        file: the messages.
        target: where a line per message is written; not written when None.
        limit: how many messages are asked, chosen by chance; all when None.
    """
    log_to_stderr(logging.ERROR)
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    if limit:
        rows = random.Random(1).sample(rows, min(limit, len(rows)))
    with throw_away() as (settings, url):
        results = asyncio.run(measure(rows, settings, url))
    if target:
        target.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in results), encoding="utf-8")
    for key in ("lang", "expect"):
        groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for result in results:
            groups[result[key]].append(result)
        for name, group in sorted(groups.items()):
            share = [sum(r[kind] for r in group) / len(group) for kind in ("strict", "lenient")]
            print(f"{key} {name:14} {len(group):4}  strict {share[0]:.2f}  lenient {share[1]:.2f}")
