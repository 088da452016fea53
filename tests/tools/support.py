"""Stand-ins for what lies around the tools, and short cuts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from langchain.tools import BaseTool, ToolRuntime
from langchain_core.messages import ToolMessage
from sqlmodel import col, select

from knowledge.search import Passage
from tests.conftest import TODAY
from tools.context import Principal, ToolContext
from tools.database import SessionFactory
from tools.ledger.models import Invoice
from tools.results import ToolResult

ContextOf = Callable[[str], ToolContext]

ANNA = Principal("person", "anna")
SOFIA = Principal("person", "sofia")
OLLI = Principal("person", "olli")
ERIK = Principal("person", "erik")
NOBODY = Principal("person", "nobody")
ANONYMOUS = Principal("anonymous")


class Library:
    """A knowledge base with one article, which remembers how it was asked."""

    def __init__(self) -> None:
        self.asked: list[dict[str, object]] = []

    async def search(self, question: str, **how: object) -> list[Passage]:
        """Find the article when the question has the word "fee"."""
        self.asked.append({"question": question, **how})
        return [FEES] if "fee" in question else []


FEES = Passage(
    article_id="fees",
    language="en",
    title="Fees",
    short_answer="A reminder costs 5 euros.",
    text="A reminder costs 5 euros.",
    url="/help/en/fees",
    score=0.9,
    fallback=False,
)


def day(offset: int) -> date:
    """The date so many days from the tests' today."""
    return TODAY + timedelta(days=offset)


async def change(sessions: SessionFactory, number: str, **values: object) -> None:
    """Set columns of an invoice, as another part of the system would, and raise its version."""
    async with sessions.begin() as session:
        invoice = (await session.scalars(select(Invoice).where(col(Invoice.number) == number))).one()
        for name, value in {**values, "version": invoice.version + 1}.items():
            setattr(invoice, name, value)


async def call(tool: BaseTool, context: ToolContext, **arguments: object) -> ToolResult:
    """What a tool answers, with the context injected as the agent does it."""
    return (await call_message(tool, context, **arguments)).artifact  # type: ignore[no-any-return]  # any in LangChain


async def call_message(tool: BaseTool, context: ToolContext, **arguments: object) -> ToolMessage:
    """As ``call``, with what the model gets to read."""
    runtime: ToolRuntime[ToolContext, dict[str, object]] = ToolRuntime(
        state={}, context=context, config={}, stream_writer=lambda _: None, tool_call_id="1", store=None
    )
    wanted = {"type": "tool_call", "name": tool.name, "id": "1", "args": {**arguments, "runtime": runtime}}
    message = await tool.ainvoke(wanted)
    assert isinstance(message, ToolMessage)
    return message
