"""``make eval``: play the scenarios against the assistant in force and report what came out."""

from __future__ import annotations

import asyncio
import logging
import sys
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict
from rich.console import Console

from channels.commands import log_to_stderr
from evals.harness import Assistant, assistant_on, throw_away
from tools.context import Principal

FOLDER = Path(__file__).parent / "scenarios"


class Step(BaseModel):
    """One thing that the customer does, and what must follow."""

    model_config = ConfigDict(extra="forbid")

    say: str | None = None
    confirm: bool = False
    tools: list[str] = []
    any_tools: bool = False
    says: str = ""
    cites: str | None = None
    handler: str = "assistant"


class Scenario(BaseModel):
    """A conversation and the state that it must leave behind."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    name: str
    who: str
    steps: list[Step]
    due_dates: dict[str, date] = {}


def load_scenarios(folder: Path = FOLDER) -> list[Scenario]:
    """All scenarios of a folder.

    Raises:
        ValueError: a scenario has unknown or missing fields.
    """
    rows = [row for file in sorted(folder.glob("*.yaml")) for row in yaml.safe_load(file.read_text(encoding="utf-8"))]
    return [Scenario.model_validate({**{k: v for k, v in row.items() if k != "as"}, "who": row["as"]}) for row in rows]


async def play(assistant: Assistant, scenario: Scenario) -> list[str]:
    """Play a scenario in a thread of its own.

    Returns:
        What was not as it must be; empty when all was.
    """
    wrong: list[str] = []
    principal = Principal("person", scenario.who)
    thread = await assistant.runtime.center.new_thread(principal)
    card: dict[str, Any] | None = None
    for step in scenario.steps:
        if step.confirm:
            if card is None:
                return [*wrong, "no card to confirm"]
            await assistant.runtime.center.confirm(principal, thread.id, card["id"], card["terms"]["hash"])
            continue
        answer = await assistant.ask(scenario.who, step.say or "", thread.id)
        card = answer["proposals"][-1] if answer["proposals"] else card
        wrong += _differences(step, answer)
    dates = await assistant.due_dates(scenario.who)
    return wrong + [
        f"due date of {n} is {dates.get(n)}, not {d}" for n, d in scenario.due_dates.items() if dates.get(n) != d
    ]


def _differences(step: Step, answer: dict[str, Any]) -> list[str]:
    called = [tool["name"] for tool in answer["tools"]]
    cited = [citation["article_id"] for citation in answer["citations"]]
    checks = (
        (step.any_tools or called == step.tools, f"{step.say!r}: called {called}, not {step.tools}"),
        (step.says in answer["reply"].replace("\N{NO-BREAK SPACE}", " "), f"{step.say!r}: {answer['reply']!r}"),
        (step.cites is None or step.cites in cited, f"{step.say!r}: cited {cited}, not {step.cites}"),
        (step.any_tools or answer["handler"] == step.handler, f"{step.say!r}: handler is {answer['handler']}"),
    )
    return [problem for fine, problem in checks if not fine]


def main() -> int:
    """Play every scenario on a fresh database and print the outcome.

    Returns:
        The number of scenarios that failed.
    """
    log_to_stderr(logging.ERROR)
    out, failed = Console(highlight=False, soft_wrap=True), 0
    scenarios = load_scenarios()
    with throw_away() as (settings, url):

        async def run() -> int:
            failures = 0
            async with assistant_on(settings, url) as assistant:
                before = {who: await assistant.due_dates(who) for who in {s.who for s in scenarios}}
                for scenario in scenarios:
                    problems = await play(assistant, scenario)
                    out.print(f"{'FAIL' if problems else 'ok  '}  {scenario.name}")
                    for problem in problems:
                        out.print(f"        {problem}")
                    failures += bool(problems)
                    await _restore(assistant, before)
            return failures

        failed = asyncio.run(run())
    out.print(f"\n{len(scenarios) - failed} of {len(scenarios)} scenarios as they must be")
    return failed


async def _restore(assistant: Assistant, due_dates: dict[str, dict[str, date]]) -> None:
    """Put the due dates back, so that scenarios do not depend on their order."""
    from sqlalchemy import update
    from sqlmodel import col

    from tools.ledger.models import Invoice

    async with assistant.runtime.sessions.begin() as session:
        for numbers in due_dates.values():
            for number, due in numbers.items():
                await session.execute(update(Invoice).where(col(Invoice.number) == number).values(due_date=due))


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
