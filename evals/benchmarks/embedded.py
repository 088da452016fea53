"""Turns with the embedded model: first and warm, and the memory that takes."""

from __future__ import annotations

import asyncio
import statistics
from pathlib import Path
from typing import Any

import yaml

from assistant.settings import Settings
from evals.harness import assistant_on, throw_away
from evals.statistics import percentile

Row = tuple[str, str, str]
_MESSAGES = Path(__file__).parent / "messages.yaml"
_CUSTOMER = {"en": "anna", "fi": "anna", "sv": "erik", "nb": "ingrid"}


def measure() -> list[Row]:
    """Ask sixty messages, each in a fresh thread, one after another."""
    with throw_away() as (settings, url):
        answers, memory = asyncio.run(_ask_all(settings, url))
    totals = [answer["timings_ms"]["total"] / 1000 for answer in answers]
    asked = [answer for answer in answers if answer["timings_ms"].get("model", 0) > 200]
    p50, p95 = percentile(totals[1:], 0.5), percentile(totals[1:], 0.95)
    model_p50 = statistics.median(answer["timings_ms"]["total"] / 1000 for answer in asked) if asked else 0.0
    return [
        ("turn with the embedded model, warm, 60 messages in four languages: p50", "<= 2 s", f"{p50:.2f} s"),
        ("the same: p95", "<= 5 s", f"{p95:.2f} s"),
        (
            "share of these turns in which the language model was asked; their median",
            "",
            f"{len(asked)} of {len(answers)}; {model_p50:.2f} s",
        ),
        ("first turn after start that asks the language model", f"<= 1.5 x {model_p50:.2f} s", f"{totals[0]:.2f} s"),
        (
            "memory of the process, all embedded (resident; 1.1 GB of it the model's mapped file)",
            "",
            f"{memory:.0f} MB",
        ),
    ]


async def _ask_all(settings: Settings, url: str) -> tuple[list[dict[str, Any]], float]:
    by_language: dict[str, list[str]] = yaml.safe_load(_MESSAGES.read_text(encoding="utf-8"))
    # The first one is unclear on purpose: the first turn after the start is to be one that asks the language model.
    messages = [("anna", "could you tell me about the thing with my bill")]
    messages += [(_CUSTOMER[language], text) for language, texts in by_language.items() for text in texts]
    async with assistant_on(settings, url) as assistant:
        return [await assistant.ask(who, text) for who, text in messages], _resident_megabytes()


def _resident_megabytes() -> float:
    status = Path("/proc/self/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024
