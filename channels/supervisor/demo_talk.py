"""Demo data: how one invented conversation goes, as the rows that it would have left behind."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, cast

import yaml
from sqlmodel import SQLModel

from assistant.replies.catalogue import say
from channels.message_center.models import Thread, ThreadEvent, agent_handler
from channels.message_center.records import Rating, Review, TurnRecord
from channels.message_center.staff import AgentAction
from knowledge.hours import load_hours
from tools.context import Language
from tools.ledger.models import Country

_AGENTS = {"aino": "Aino Laine", "lars": "Lars Berg", "maria": "Maria Holm"}
_OF_COUNTRY = {"FI": ("aino", "maria"), "SE": ("lars", "maria"), "NO": ("lars", "maria")}
_TEAMS = {"FI": "finland", "SE": "scandinavia", "NO": "scandinavia"}
_REPLACED, _FAILED, _RATED, _FORGOTTEN, _IN_CENTER = 0.05, 0.03, 0.45, 0.06, 0.2
_SAFEGUARDS = ("ungrounded figures", "claims an action", "states a fact that no tool gave")
_SCORES_ASSISTANT, _SCORES_PEOPLE, _SCORES_SLOW = (5, 6, 10, 32, 47), (2, 4, 8, 30, 56), (45, 35, 15, 5, 0)


@dataclass(frozen=True)
class Who:
    """A customer of the demo; ``handle`` is the customer's id."""

    handle: str
    name: str
    country: Country
    language: str


@dataclass(frozen=True)
class Talk:
    """What is said in conversations.

    Attributes:
        alone: with the assistant; ``people`` with a person at the end.
        words: that come with ratings.
    """

    alone: list[dict[str, Any]]
    people: list[dict[str, Any]]
    words: dict[str, dict[str, str]]

    @staticmethod
    def names() -> dict[Country, list[str]]:
        """Names of invented customers, by country."""
        read = cast(dict[Country, dict[str, list[str]]], _read()["people"])
        return {country: list(_combined(names["first"], names["last"])) for country, names in read.items()}

    def conversation(self, chance: random.Random, who: Who, began: datetime, *, with_people: bool) -> list[SQLModel]:
        """The rows of one conversation.

        Args:
            chance: decides what is left open.
            who: the customer.
            began: when.
            with_people: whether a person was needed.
        """
        log = _Log(chance, who, began, self.words)
        if with_people:
            log.with_people(chance.choices(self.people, (10, 7, 5, 3, 3))[0])
        else:
            log.alone(chance.choice(self.alone))
        return log.rows()


def talks() -> Talk:
    """What is said, as the file has it."""
    read = _read()
    return Talk(read["alone"], read["people_talks"], read["words"])


def _read() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("demo_talks.yaml").read_text(encoding="utf-8"))
    return found


def _combined(first: list[str], last: list[str]) -> Iterator[str]:
    """Every second pair, so that not everybody is everybody's namesake."""
    for row, given in enumerate(first):
        for column, surname in enumerate(last):
            if (row + column) % 2 == 0:
                yield f"{given} {surname}"


@dataclass
class _Log:
    """A conversation that is being made up."""

    chance: random.Random
    who: Who
    at: datetime
    words: dict[str, dict[str, str]]
    events: list[ThreadEvent] = field(default_factory=list)
    others: list[SQLModel] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.spoken = cast(Language, self.who.language)
        self.thread = Thread(
            id=f"{self.chance.getrandbits(128):032x}",
            principal=f"person:{self.who.handle}",
            customer_name=self.who.name,
            country=self.who.country,
            language=self.who.language,
            channel="message_center" if self.chance.random() < _IN_CENTER else "widget",
            created_at=self.at,
            status="closed",
            last_at=self.at,
        )

    def alone(self, topic: dict[str, Any]) -> None:
        """The assistant was enough."""
        self._talk_to_assistant(topic[self.who.language].split("|"), topic["tools"])
        self._end(topic["tag"], "solved")
        self._rate("assistant", _SCORES_ASSISTANT)

    def with_people(self, topic: dict[str, Any]) -> None:
        """A person took over after two answers of the assistant's; some were forgotten for too long."""
        asked, answer, insisted, persons, thanks = topic[self.who.language].split("|")
        self._talk_to_assistant([asked, answer], ["search_knowledge"])
        self._say("customer", insisted, self.chance.randint(20, 90))
        late = self._wait(topic["reason"])
        agent = self.chance.choices(_OF_COUNTRY[self.who.country], (5, 1))[0]
        self._system("claimed", 1, agent=_AGENTS[agent], stepped_in=False, text=self._words("claimed", _AGENTS[agent]))
        self._act(agent, "claimed")
        self._say("agent", persons, self.chance.randint(60, 400), name=_AGENTS[agent])
        self._say("customer", thanks, self.chance.randint(60, 1800))
        self.thread.handler, self.thread.reason = agent_handler(agent), topic["reason"]
        self.thread.team_id = _TEAMS[self.who.country]
        self._end(
            topic["tag"], self.chance.choices(("solved", "partly_solved", "referred"), (7, 2, 1))[0], _AGENTS[agent]
        )
        self._act(agent, "closed")
        self._rate("people", _SCORES_SLOW if late else _SCORES_PEOPLE, agent=agent, late=late)
        self._rate("assistant", _SCORES_ASSISTANT)

    def rows(self) -> list[SQLModel]:
        """All that it leaves behind."""
        return [self.thread, *self.events, *self.others]

    def _talk_to_assistant(self, turns: list[str], tools: list[str]) -> None:
        for number, text in enumerate(turns):
            if number % 2 == 0:
                self._say("customer", text, 0 if number == 0 else self.chance.randint(20, 120))
                continue
            self._say("assistant", text, self.chance.randint(1, 4))
            self._record(tools if number == 1 else [])

    def _record(self, tools: list[str]) -> None:
        replaced = self.chance.choice(_SAFEGUARDS) if self.chance.random() < _REPLACED else None
        self.others.append(
            TurnRecord(
                thread_id=self.thread.id,
                seq=self.thread.last_seq,
                tools=tools,
                replaced=replaced,
                failed=self.chance.random() < _FAILED,
                asked_model=self.chance.choice((0, 1, 1, 2)),
                milliseconds=self.chance.randint(180, 2600),
                at=self.at,
            )
        )
        if replaced:
            self._review("gate")

    def _wait(self, reason: str) -> bool:
        """The customer waits; tells whether for longer than was promised."""
        hours, promise = load_hours(), load_hours().answer_time(self.who.country)
        place = self.chance.randint(1, 4)
        text = say("handoff", self.spoken, reason=reason, position=place, crisis="")
        self._system("handoff", 2, reason=reason, position=place, text=text)
        handed, late = self.at, self.chance.random() < _FORGOTTEN
        share = self.chance.uniform(1.05, 1.6) if late else min(0.95, self.chance.lognormvariate(-2.3, 0.8))
        promised = hours.after(self.who.country, handed, promise)
        answered = hours.after(self.who.country, handed, promise * share)
        assert promised is not None
        assert answered is not None
        if late:
            self.at = promised
            words = "The promised answer is late"
            self._system("status", 1, "internal", status="promise_broken", text=words, promised_at=promised.isoformat())
        self.at = max(answered, self.at)
        return late

    def _end(self, tag: str, outcome: str, agent: str = "") -> None:
        self._system("closed", self.chance.randint(120, 5400), text=say("closed", self.spoken))
        self.thread.closed_at, self.thread.outcome, self.thread.tags = self.at, outcome, [tag]
        parts = [{"part": "assistant", "name": say("rating-assistant", self.spoken)}]
        parts += [{"part": "people", "name": agent}] if agent else []
        self._system("rating_request", 0, text=say("rating-request", self.spoken), parts=parts)
        self.thread.rating_seq = self.thread.last_seq

    def _rate(self, part: str, weights: tuple[int, ...], *, agent: str | None = None, late: bool = False) -> None:
        if self.chance.random() > _RATED:
            return
        [score] = self.chance.choices(range(1, 6), weights)
        kind = "slow" if late else "bad" if score <= 2 else "good"
        words = self.words[kind][self.who.language] if self.chance.random() < 0.4 and score not in (3, 4) else ""
        self._system("rating", self.chance.randint(30, 600), author="customer", part=part, score=score, words=words)
        self.others.append(
            Rating(thread_id=self.thread.id, part=part, agent_id=agent, score=score, words=words, at=self.at)
        )
        if score <= 2:
            self._review("rating")

    def _review(self, cause: str) -> None:
        if not any(isinstance(row, Review) for row in self.others):
            self.others.append(Review(thread_id=self.thread.id, cause=cause, at=self.at, expected=[]))

    def _act(self, agent: str, action: str) -> None:
        self.others.append(AgentAction(at=self.at, agent_id=agent, thread_id=self.thread.id, action=action, details={}))

    def _words(self, key: str, agent: str) -> str:
        return say(key, self.spoken, agent=agent)

    def _say(self, author: str, text: str, after: int, *, name: str | None = None) -> None:
        self.thread.last_text = text
        self._append(ThreadEvent.new("message", author, {"text": text}, self._later(after), name=name))
        if author == "customer":
            self.thread.customer_seq = self.thread.answered_seq = self.thread.last_seq

    def _system(self, kind: str, after: int, audience: Any = "public", author: str = "system", **payload: Any) -> None:
        self._append(ThreadEvent.new(kind, author, payload, self._later(after), audience=audience))

    def _append(self, event: ThreadEvent) -> None:
        self.thread.last_seq += 1
        event.thread_id, event.seq = self.thread.id, self.thread.last_seq
        self.thread.last_at = event.at
        self.thread.customer_read_seq = self.thread.agent_read_seq = self.thread.last_seq
        self.events.append(event)

    def _later(self, seconds: int) -> datetime:
        self.at += timedelta(seconds=seconds)
        return self.at
