"""The message center without sockets, a served application, and models that play a part."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import uvicorn
from fastapi import FastAPI
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage
from langchain_core.outputs import ChatResult
from pydantic import Field
from sqlalchemy import text
from sqlmodel import col, select

from assistant.agent import Agent as Mind
from assistant.models.scripted import ScriptedChatModel
from assistant.prompt import situation_of
from assistant.turn import Turn
from channels.message_center.desk import AgentDesk
from channels.message_center.dispatch import Dispatch
from channels.message_center.feed import Floor, read_floor
from channels.message_center.jobs import TurnJobs
from channels.message_center.models import Thread, ThreadEvent
from channels.message_center.ratings import Ratings
from channels.message_center.repository import ThreadRepository
from channels.message_center.service import MessageCenter
from channels.message_center.shifts import Shifts
from channels.message_center.staff import Agent
from channels.message_center.starting import start_thread
from channels.message_center.sweeps import Sweeps
from channels.message_center.turn_log import TurnLog
from channels.payments.providers import DemoBank
from channels.serving import bound_socket, server_config
from tests.conftest import TODAY
from tests.tools.support import ANNA, Desk, Library
from tools.context import Language, Principal
from tools.database import SessionFactory
from tools.ledger.models import Invoice
from tools.ledger.payments import Payments
from tools.ledger.pending import Proposal
from tools.ledger.service import LedgerService
from tools.notices import Notices

_TABLES = ("thread", "thread_event", "proposal", "invoice", "invoice_event", "posting", "letter", "payment_intent")
_ROWS = {table: f"SELECT * FROM {table}" for table in _TABLES}
_POSTPONE = re.compile(r"postpone (\d+) to (\S+)")


class MovingClock:
    """Begins at noon of the demo data's day; two moments are never the same."""

    def __init__(self) -> None:
        self._now = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)

    def now(self) -> datetime:
        self._now += timedelta(milliseconds=1)
        return self._now

    def advance(self, by: timedelta) -> None:
        self._now += by


class Playbook:
    """Proposes where the customer says "postpone NUMBER to DATE", else repeats what was said; remembers the calls."""

    def __init__(self) -> None:
        self.asked: list[list[BaseMessage]] = []

    def __call__(self, messages: list[BaseMessage]) -> AIMessage:
        self.asked.append(messages)
        last = messages[-1]
        if not isinstance(last, HumanMessage):
            return AIMessage("")
        said = situation_of(last).text
        if wish := _POSTPONE.search(said):
            return tool_call("postpone_due_date", invoice=wish[1], new_date=wish[2])
        return AIMessage(f"You said: {said}")

    def words(self) -> str:
        """Everything that reached the model in its last call."""
        return "\n".join(str(message.content) for message in self.asked[-1])


def tool_call(name: str, **arguments: object) -> AIMessage:
    """A model's wish for a tool."""
    return AIMessage("", tool_calls=[{"name": name, "args": arguments, "id": "1", "type": "tool_call"}])


def failing(messages: list[BaseMessage]) -> AIMessage:
    """A model that is out of order."""
    raise ConnectionError("no model here")


class HeldModel(ScriptedChatModel):
    """Answers once it is released, and tells when it was asked."""

    asked: asyncio.Event = Field(default_factory=asyncio.Event)
    released: asyncio.Event = Field(default_factory=asyncio.Event)

    async def _agenerate(self, messages: list[BaseMessage], *args: Any, **kwargs: Any) -> ChatResult:
        self.asked.set()
        await self.released.wait()
        return self._generate(messages)


@dataclass
class Office:
    """The message center's services on one database, wired as the runtime wires them."""

    sessions: SessionFactory
    ledger: LedgerService
    clock: MovingClock = field(default_factory=MovingClock)
    deferred: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.center = MessageCenter(self.sessions, self.ledger, self.clock, self._defer)
        self.desk = AgentDesk(self.sessions, self.clock)
        self.dispatch = Dispatch(self.sessions, self.clock)
        self.shifts = Shifts(self.sessions, self.clock)
        self.ratings = Ratings(self.sessions, self.clock)
        self.sweeps = Sweeps(self.sessions, self.clock)
        self.log = TurnLog(self.sessions, self.clock)
        self.payments = Payments(self.sessions, DemoBank())
        self.counter = Desk(self.sessions, self.ledger, self.ledger.tariffs, self.clock.now())
        self._numbers = iter(range(1_000_000))

    async def _defer(self, thread_id: str) -> None:
        self.deferred.append(thread_id)

    def turn(self, model: BaseChatModel | None = None, seconds: float = 30.0) -> Turn:
        """Turns on a model."""
        mind = Mind(model or ScriptedChatModel(script=Playbook()))
        library = cast(Any, Library())
        return Turn(mind, self.log, self.ledger, self.payments, library, Notices(self.sessions), self.clock, seconds)

    async def thread(self, principal: Principal = ANNA, language: Language = "en") -> str:
        """A new thread."""
        async with self.sessions.begin() as session:
            return (await start_thread(session, self.ledger, self.clock, principal, language)).id

    async def say(self, thread_id: str, words: str, principal: Principal = ANNA) -> ThreadEvent:
        """A customer's message."""
        return await self.center.post(principal, thread_id, f"client-{next(self._numbers)}", words)

    async def talk(self, thread_id: str, words: str, principal: Principal = ANNA) -> None:
        """A customer's message and the assistant's turn."""
        await self.say(thread_id, words, principal)
        await self.turn().take(thread_id)

    async def agent(self, agent_id: str = "aino") -> Agent:
        """One of the demo's agents."""
        agent = await self.desk.agent(agent_id)
        assert agent is not None
        return agent

    async def held_by(self, agent_id: str = "aino", principal: Principal = ANNA) -> str:
        """A thread that an agent, whose console is open, has claimed."""
        await self.shifts.beat(agent_id)
        thread_id = await self.thread(principal)
        await self.center.request_person(principal, thread_id)
        await self.desk.claim(await self.agent(agent_id), thread_id)
        return thread_id

    async def floor(self) -> Floor:
        """Customer service as consoles show it."""
        async with self.sessions() as session:
            return await read_floor(session)

    async def row(self, thread_id: str) -> Thread:
        """The thread as stored."""
        async with self.sessions() as session:
            return await ThreadRepository(session).get(thread_id)

    async def events(self, thread_id: str) -> list[ThreadEvent]:
        """The whole log, internal events too."""
        async with self.sessions() as session:
            return list(await ThreadRepository(session).events(thread_id, internal=True))

    async def kinds(self, thread_id: str) -> list[str]:
        """The log as "author kind" and "event kind"."""
        return [f"{event.author_kind} {event.kind}" for event in await self.events(thread_id)]

    async def replies(self, thread_id: str) -> list[str]:
        """What the assistant has said."""
        events = await self.events(thread_id)
        return [e.payload["text"] for e in events if e.author_kind == "assistant" and e.kind == "message"]

    async def card(self, thread_id: str) -> dict[str, Any]:
        """The newest action card."""
        events = await self.events(thread_id)
        return dict([event for event in events if event.kind == "proposal"][-1].payload["proposal"])

    async def statuses(self, thread_id: str) -> list[str]:
        """The thread's proposals, oldest first."""
        async with self.sessions() as session:
            query = select(Proposal).where(col(Proposal.thread_id) == thread_id).order_by(col(Proposal.created_at))
            return [proposal.status for proposal in await session.scalars(query)]

    async def invoice(self, number: str) -> Invoice:
        """An invoice as stored."""
        async with self.sessions() as session:
            return (await session.scalars(select(Invoice).where(col(Invoice.number) == number))).one()

    async def count(self, query: str) -> int:
        """The one number that a query gives."""
        async with self.sessions() as session:
            return int((await session.execute(text(query))).scalar_one())

    async def picture(self) -> dict[str, list[str]]:
        """All rows of what a customer could change, to compare before and after."""
        async with self.sessions() as session:
            return {
                table: sorted(map(str, (await session.execute(text(query))).all())) for table, query in _ROWS.items()
            }


@asynccontextmanager
async def at_work(
    url: str, office: Office, take: Callable[[str], Awaitable[None]], *, pause: float = 0
) -> AsyncIterator[tuple[TurnJobs, asyncio.Task[None]]]:
    """A worker that takes turns as the test says, with its queue."""

    async def nothing() -> None:
        """Nothing is over here, and no letter is due."""

    jobs = TurnJobs(url, office.sessions, pause)
    async with jobs.app.open_async():
        worker = asyncio.create_task(jobs.work(take, tidy=nothing, run_day=nothing, concurrency=2))
        try:
            yield jobs, worker
        finally:
            worker.cancel()
            await asyncio.gather(worker, return_exceptions=True)


class _Server(uvicorn.Server):
    """Says when it is ready and stops when it is told, where uvicorn looks ten times a second."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready, self.stopping = asyncio.Event(), asyncio.Event()

    async def startup(self, sockets: Any = None) -> None:
        await super().startup(sockets)
        self.ready.set()

    async def main_loop(self) -> None:
        await self.on_tick(0)
        await self.stopping.wait()


@asynccontextmanager
async def served(app: FastAPI, **options: Any) -> AsyncIterator[str]:
    """The application on a free loopback port, with the server's real settings for sockets; ``options`` win."""
    with bound_socket("127.0.0.1", 0) as listening:
        server = _Server(server_config(app, **{"timeout_graceful_shutdown": 1, **options}))
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        ready = asyncio.create_task(server.ready.wait())
        await asyncio.wait((serving, ready), return_when=asyncio.FIRST_COMPLETED)
        assert ready.done(), "the application did not start"
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.stopping.set()
        await serving
