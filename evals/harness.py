"""A whole assistant on a throw-away database, for evaluations and benchmarks."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from assistant.settings import Settings
from channels.commands import build_knowledge, prepare_model
from channels.data_folder import database_url
from channels.database import seed_demo, upgrade
from channels.runtime import Runtime, open_runtime
from channels.terminal import answer_to
from tools.catalogue import EFFECTS, Effect
from tools.context import Principal, local_today
from tools.ledger import demo
from tools.ledger.views import InvoiceView

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from assistant.turn import Turn

# The day for which evaluations are written; dates in scenarios are relative to it.
TODAY = date(2026, 11, 22)


@contextmanager
def throw_away(**overrides: Any) -> Iterator[tuple[Settings, str]]:
    """Settings and database URL of a seeded database in a temporary folder; the embedded model's file is shared."""
    with tempfile.TemporaryDirectory(prefix="myropo-eval-") as folder:
        Path(folder).chmod(0o755)
        settings = Settings(**{"data_dir": Path(folder) / "data", "today": TODAY, **overrides})
        prepare_model(settings)
        settings.data_dir.mkdir(parents=True)
        build_knowledge(settings)
        with database_url(settings) as url:
            upgrade(url)
            asyncio.run(seed_demo(url, settings.today or TODAY))
            yield settings, url


@dataclass(frozen=True)
class Assistant:
    """An assistant to talk to.

    Attributes:
        runtime: what it runs on.
        turn: answers.
    """

    runtime: Runtime
    turn: Turn

    async def ask(self, who: str, words: str, thread_id: str | None = None) -> dict[str, Any]:
        """Say something as a demo customer; see ``channels.terminal.answer_to`` for what comes back."""
        principal = principal_named(who)
        if thread_id is None:
            thread_id = (await self.runtime.center.new_thread(principal)).id
        return await answer_to(self.runtime, self.turn, principal, thread_id, words)

    async def handed_over_for(self, who: str, answer: dict[str, Any]) -> str | None:
        """Why a person takes over after an answer of ``ask``; None when nobody does."""
        if answer["handler"] == "assistant":
            return None
        part = await self.runtime.center.read(principal_named(who), answer["thread"])
        return part.thread.reason

    async def invoices(self, who: str) -> dict[str, InvoiceView]:
        """A customer's invoices by number, as they are now."""
        today = local_today(self.runtime.clock)
        found = await self.runtime.ledger.list_invoices(principal_named(who), today)
        return {invoice.number: invoice for invoice in found}

    async def begin_anew_after(self, answer: dict[str, Any]) -> None:
        """Forget everything, as ``begin_anew`` does, where an answer has begun more than it read."""
        acted = any(EFFECTS.get(tool["name"], Effect.ROUTE) is not Effect.READ for tool in answer["tools"])
        if acted or answer["handler"] != "assistant":
            await self.begin_anew()

    async def begin_anew(self) -> None:
        """Forget all invoices and conversations, and seed the demo data again."""
        async with self.runtime.sessions.begin() as session:
            await session.execute(text("TRUNCATE customer, biller, thread CASCADE"))
            await demo.seed(session, local_today(self.runtime.clock))


def principal_named(who: str) -> Principal:
    """A demo customer by handle, or a company by the MyRopo ID of its invoice."""
    return Principal("company", who) if who.startswith("MR-") else Principal("person", who)


@asynccontextmanager
async def assistant_on(settings: Settings, url: str, model: BaseChatModel | None = None) -> AsyncIterator[Assistant]:
    """The assistant that the settings describe, with turns taken by the caller.

    Args:
        settings: what is in force.
        url: of the database.
        model: takes the place of the model that the settings name.
    """
    async with open_runtime(settings, url, durable=False) as runtime, runtime.turn(model) as turn:
        yield Assistant(runtime, turn)
