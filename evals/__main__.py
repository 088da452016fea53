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
from evals.harness import Assistant, assistant_on, principal_named, throw_away
from tools.context import Strength
from tools.ledger.views import InvoiceView

FOLDER = Path(__file__).parent / "scenarios"


class Step(BaseModel):
    """One thing that the customer does, and what must follow."""

    model_config = ConfigDict(extra="forbid")

    say: str | None = None
    confirm: bool = False
    strong: bool = False
    tools: list[str] = []
    any_tools: bool = False
    says: str = ""
    cites: str | None = None
    handler: str = "assistant"
    reason: str | None = None
    """Why a person must take over."""


class After(BaseModel):
    """How an invoice must stand at the end; what is not given is not looked at."""

    model_config = ConfigDict(extra="forbid")

    due: date | None = None
    stage: str | None = None
    left: int | None = None
    """Outstanding, in minor units."""
    instalments: int | None = None

    def differences(self, invoice: InvoiceView) -> list[str]:
        """What is otherwise, in words."""
        actual = {
            "due": invoice.due_date,
            "stage": invoice.stage,
            "left": invoice.outstanding.amount_minor,
            "instalments": len(invoice.plan),
        }
        wanted = self.model_dump(exclude_none=True)
        return [f"invoice {invoice.number}: {k} is {actual[k]}, not {v}" for k, v in wanted.items() if actual[k] != v]


class Scenario(BaseModel):
    """A conversation and the state that it must leave behind."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    name: str
    who: str
    steps: list[Step]
    after: dict[str, After] = {}


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
    principal = principal_named(scenario.who)
    thread = await assistant.runtime.center.new_thread(principal)
    card: dict[str, Any] | None = None
    for step in scenario.steps:
        if step.confirm:
            if card is None:
                return [*wrong, "no card to confirm"]
            strength: Strength = "strong" if step.strong else "light"
            await assistant.runtime.center.confirm(principal, thread.id, card["id"], card["terms"]["hash"], strength)
            handler = (await assistant.runtime.center.read(principal, thread.id)).thread.handler
            wrong += [] if handler == step.handler else [f"after the confirmation the handler is {handler}"]
            continue
        answer = await assistant.ask(scenario.who, step.say or "", thread.id)
        card = answer["proposals"][-1] if answer["proposals"] else card
        wrong += _differences(step, answer)
        if step.reason and (why := await assistant.handed_over_for(scenario.who, answer)) != step.reason:
            wrong.append(f"{step.say!r}: handed over for {why}, not {step.reason}")
    invoices = await assistant.invoices(scenario.who)
    return wrong + [line for number, after in scenario.after.items() for line in after.differences(invoices[number])]


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
                for scenario in scenarios:
                    problems = await play(assistant, scenario)
                    out.print(f"{'FAIL' if problems else 'ok  '}  {scenario.name}")
                    for problem in problems:
                        out.print(f"        {problem}")
                    failures += bool(problems)
                    await assistant.begin_anew()
            return failures

        failed = asyncio.run(run())
    out.print(f"\n{len(scenarios) - failed} of {len(scenarios)} scenarios as they must be")
    return failed


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
