"""Conversations with the assistant in which every answer's figures are looked up in what it may rest on."""

from __future__ import annotations

import random
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from typing import Any

from structlog.testing import capture_logs

from evals.grounding.figures import figures_in, is_borne_out, readings_of
from evals.grounding.liar import Liar
from evals.grounding.sources import hours_readings, readings_in
from evals.grounding.talks import Talk
from evals.harness import Assistant, principal_named
from evals.shown import shown_in, texts_of_card
from evals.witness import watching
from knowledge.hours import load_hours
from tools.context import Language
from tools.results import ProposalMade, ToolResult

REPLACED = "a safeguard replaced a model's words"
"""What the assistant's log says where it does so."""
_CONFIRMS = 0.4


@dataclass(frozen=True)
class Checked:
    """An answer whose figures were looked up.

    Attributes:
        who: the customer.
        said: the customer's message; empty where a card was confirmed.
        reply: all that the customer reads.
        figures: how many figures it holds.
        ungrounded: those of them that nothing bears out.
        replaced: whether a safeguard put code's words in the place of a model's.
        told: kinds of the lies that the model told.
        reached: kinds of those that the customer reads.
    """

    who: str
    said: str
    reply: str
    figures: int
    ungrounded: list[str]
    replaced: bool = False
    told: list[str] = field(default_factory=list)
    reached: list[str] = field(default_factory=list)


class Checker:
    """Holds conversations and checks what the customer reads.

    Args:
        assistant: whom to talk with.
        liar: the model that it runs on, where that one makes things up.
        seed: of the chance by which cards are confirmed.
    """

    def __init__(self, assistant: Assistant, liar: Liar | None, seed: int) -> None:
        self._assistant = assistant
        self._liar = liar
        self._chance = random.Random(seed)

    async def hold(self, talk: Talk) -> list[Checked]:
        """One conversation, until everything is said or a person takes over."""
        thread = (await self._assistant.runtime.center.new_thread(principal_named(talk.who))).id
        checked: list[Checked] = []
        spoken: set[str] = set()
        for said in talk.said:
            spoken.update(readings_of(said, spoken=True))
            one, answer, results = await self._ask(talk, thread, said, spoken)
            checked.append(one)
            if answer["proposals"] and self._chance.random() < _CONFIRMS:
                checked.append(await self._confirm(talk, answer, results, spoken))
            if answer["handler"] != "assistant":
                break
        return checked

    async def _ask(
        self, talk: Talk, thread: str, said: str, spoken: Collection[str]
    ) -> tuple[Checked, dict[str, Any], list[ToolResult]]:
        if self._liar:
            self._liar.told.clear()
        with capture_logs() as logs, watching() as witness:
            answer = await self._assistant.ask(talk.who, said, thread)
        known = {*spoken, *readings_in(witness.results), *await self._standing(talk, answer["language"])}
        replaced = any(entry["event"] == REPLACED for entry in logs)
        return self._checked(talk, said, shown_in(answer), known, replaced), answer, witness.results

    async def _confirm(
        self, talk: Talk, answer: dict[str, Any], results: Sequence[ToolResult], spoken: Collection[str]
    ) -> Checked:
        """Confirm the last card; its receipt may say what was agreed to."""
        center, principal, card = self._assistant.runtime.center, principal_named(talk.who), answer["proposals"][-1]
        before = (await center.read(principal, answer["thread"])).thread.last_seq
        await center.confirm(principal, answer["thread"], card["id"], card["terms"]["hash"], "strong")
        events = (await center.read(principal, answer["thread"], after=before)).events
        offered = [one.proposal for one in results if isinstance(one, ProposalMade)]
        known = {*spoken, *readings_in(offered), *hours_readings(load_hours(), talk.country, self._now())}
        return self._checked(talk, "", [text for event in events for text in texts_of_card(event.payload)], known)

    def _checked(
        self, talk: Talk, said: str, shown: Sequence[str], known: Collection[str], replaced: bool = False
    ) -> Checked:
        figures = list(chain.from_iterable(map(figures_in, shown)))
        missing = [figure.shown for figure in figures if not is_borne_out(figure, set(known))]
        told = dict(self._liar.told) if self._liar else {}
        reached = [kind for kind, words in told.items() if any(words in text for text in shown)]
        return Checked(talk.who, said, "\n".join(shown), len(figures), missing, replaced, list(told), reached)

    async def _standing(self, talk: Talk, language: Language) -> set[str]:
        """What holds for everybody: the notices in force, and when people are there."""
        notices = self._assistant.runtime.notices
        told = await notices.current(self._now(), country=talk.country, language=language, channel="chat")
        words = chain.from_iterable(readings_of(notice.text) for notice in told)
        return {*words, *hours_readings(load_hours(), talk.country, self._now())}

    def _now(self) -> datetime:
        return self._assistant.runtime.clock.now()
