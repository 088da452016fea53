"""Fixtures of the channels' tests."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from pathlib import Path

import psycopg
import pytest
from langchain_core.language_models import BaseChatModel

from assistant.models.scripted import ScriptedChatModel
from assistant.settings import Settings
from channels.app import create_app
from channels.client import SocketClient, demo_cookie
from channels.protocol_schema import checked
from knowledge.articles import FOLDER
from knowledge.building import build
from knowledge.search import KnowledgeBase, open_knowledge
from knowledge.tariffs import load_tariffs
from tests.channels.console import Consoles
from tests.channels.portal import PAYMENT_SECRET, Portal
from tests.channels.support import Office, Playbook, served
from tests.conftest import TODAY
from tools.database import SessionFactory, conninfo
from tools.ledger.service import LedgerService

SettingsOf = Callable[..., Settings]
Start = Callable[..., Awaitable[str]]


@pytest.fixture
def database_url(database_url: str) -> str:
    """The seeded database without the demo's canned answers: tests write their own."""
    with psycopg.connect(conninfo(database_url)) as connection:
        connection.execute("DELETE FROM canned_answer")
    return database_url


@pytest.fixture
def office(sessions: SessionFactory) -> Office:
    """The message center's services on the fresh database."""
    return Office(sessions, LedgerService(sessions, load_tariffs()))


@pytest.fixture(scope="session")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the index of one article: turns need an index, not a large one."""
    folder = tmp_path_factory.mktemp("channels")
    articles = folder / "articles" / "en" / "all"
    articles.mkdir(parents=True)
    shutil.copy(FOLDER / "en" / "all" / "contact-biller-or-us.md", articles)
    build(folder, on=TODAY, articles=folder / "articles")
    return folder


@pytest.fixture(scope="session")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    """The index of all articles, opened."""
    folder = tmp_path_factory.mktemp("library")
    build(folder, on=TODAY)
    return open_knowledge(folder)


@pytest.fixture
def whole_library(monkeypatch: pytest.MonkeyPatch, knowledge: KnowledgeBase) -> None:
    """Applications search all articles, in an index that is opened once."""
    monkeypatch.setattr("knowledge.search.open_knowledge", lambda *_: knowledge)


@pytest.fixture
def settings_of(data_dir: Path) -> SettingsOf:
    """Settings for tests; what is given wins."""

    def make(**given: object) -> Settings:
        known = {
            "data_dir": data_dir,
            "today": TODAY,
            "session_secret": "secret of the tests",
            "payment_secret": PAYMENT_SECRET,
            "turn_pause_seconds": 0,
            **given,
        }
        return Settings.model_validate(known)

    return make


@pytest.fixture
async def start(database_url: str, settings_of: SettingsOf) -> AsyncIterator[Start]:
    """Starts the application on the fresh database and gives its address; any number of times."""
    async with AsyncExitStack() as stack:

        async def start(
            model: BaseChatModel | None = None, *, demo: bool = True, worker: bool = True, **given: object
        ) -> str:
            scripted = model or ScriptedChatModel(script=Playbook())
            app = create_app(settings_of(**given), database_url, demo=demo, worker=worker, model=scripted)
            return await stack.enter_async_context(served(app))

        yield start


@pytest.fixture
async def address(start: Start) -> str:
    """Address of the application with a model that repeats and proposes."""
    return await start()


class Visitors:
    """Opens sockets of signed-in people."""

    def __init__(self, stack: AsyncExitStack, address: str) -> None:
        self._stack, self.address = stack, address

    async def customer(self, handle: str = "anna", **hello: object) -> SocketClient:
        """A customer's socket, in a new English thread unless ``hello`` says otherwise."""
        client = await self.connect("/ws/chat", customer=handle)
        if hello:
            await client.hello(**hello)
        else:
            await client.hello(language="en")
        return client

    async def agent(self, agent_id: str = "aino") -> SocketClient:
        """An agent's socket that has got its queue."""
        client = await self.connect("/ws/console", agent=agent_id)
        await client.hello()
        await client.until(lambda frame: frame["type"] == "queue")
        return client

    async def connect(self, path: str, address: str | None = None, **who: str) -> SocketClient:
        """A socket on which nothing was said yet; what comes on it must be as it is documented."""
        cookie = await demo_cookie(self.address, **who)
        opened = SocketClient.open(address or self.address, path, cookie, partial(checked, path=path))
        return await self._stack.enter_async_context(opened)


@pytest.fixture
async def visitors(address: str) -> AsyncIterator[Visitors]:
    """People at the application."""
    async with opened_visitors(address) as visitors:
        yield visitors


@asynccontextmanager
async def opened_visitors(address: str) -> AsyncIterator[Visitors]:
    """People at an application that the test has started itself."""
    async with AsyncExitStack() as stack:
        yield Visitors(stack, address)


@pytest.fixture
async def portal(start: Start) -> AsyncIterator[Portal]:
    """The application without a worker: these requests ask no model."""
    async with AsyncExitStack() as stack:
        yield Portal(stack, await start(worker=False))


@pytest.fixture
async def consoles(start: Start) -> AsyncIterator[Consoles]:
    """The application without a worker, as people of customer service reach it."""
    async with AsyncExitStack() as stack:
        yield Consoles(stack, await start(worker=False))
