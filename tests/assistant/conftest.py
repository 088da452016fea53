"""Conversations with the real ledger and message center, and a model of the test's own."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import pytest
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage

from assistant.agent import Agent
from assistant.conversation import Reply
from assistant.turn import Turn
from channels.message_center.service import MessageCenter
from channels.message_center.turn_log import TurnLog
from knowledge.tariffs import load_tariffs
from tests.assistant.endpoints import Endpoint, serving
from tests.assistant.support import Library
from tools.context import FrozenClock, Language, Principal
from tools.database import SessionFactory
from tools.ledger.payments import Payments
from tools.ledger.service import LedgerService
from tools.notices import Notices
from tools.ports import PaymentRequest


@pytest.fixture(scope="module")
def server() -> Iterator[Endpoint]:
    """An OpenAI-compatible endpoint; tests begin it anew."""
    with serving() as endpoint:
        yield endpoint


class Conversation:
    """A customer's thread with the assistant."""

    def __init__(self, center: MessageCenter, turn: Turn, principal: Principal, thread_id: str) -> None:
        self._center = center
        self._turn = turn
        self._principal = principal
        self.thread_id = thread_id
        self._said = 0

    async def say(self, *texts: str) -> Reply:
        """Write messages, the later ones before the first is answered, and be answered."""
        for text in texts:
            self._said += 1
            await self._center.post(self._principal, self.thread_id, f"m{self._said}", text)
        reply = await self._turn.take(self.thread_id)
        assert reply is not None
        return reply

    async def kinds(self) -> list[str]:
        """The kinds of events in the thread so far."""
        part = await self._center.read(self._principal, self.thread_id)
        return [event.kind for event in part.events]


class Provider:
    """A payment provider that only gives addresses."""

    name = "test"

    async def start(self, request: PaymentRequest) -> str:
        """Where the payment would be made."""
        return f"/pay/{request.id}"


Converse = Callable[..., Awaitable[Conversation]]


@pytest.fixture
def ledger(sessions: SessionFactory) -> LedgerService:
    """The ledger on the seeded database."""
    return LedgerService(sessions, load_tariffs())


@pytest.fixture
def converse(sessions: SessionFactory, clock: FrozenClock, ledger: LedgerService) -> Converse:
    """Opens a conversation on models in order, as Anna and in English where nothing else is said."""

    async def no_job(thread_id: str) -> None:
        """The test takes the turns itself."""

    async def make(
        *models: BaseChatModel,
        who: str = "anna",
        language: Language = "en",
        seconds: float = 10,
        most_tokens: int = 9999,
    ) -> Conversation:
        center = MessageCenter(sessions, ledger, clock, no_job)
        threads, payments = TurnLog(sessions, clock), Payments(sessions, Provider())
        know: Any = Library()  # has the same search
        agent = Agent(*models, most_tokens=most_tokens)
        turn = Turn(agent, threads, ledger, payments, know, Notices(sessions), clock, seconds)
        principal = Principal("person", who)
        thread = await center.new_thread(principal, language)
        return Conversation(center, turn, principal, thread.id)

    return make


def call(tool: str, **arguments: object) -> AIMessage:
    """A model's wish to call a tool."""
    return AIMessage("", tool_calls=[{"name": tool, "args": arguments, "id": f"call-{tool}", "type": "tool_call"}])
