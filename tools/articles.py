"""Tools that read the knowledge base."""

from __future__ import annotations

from langchain.tools import ToolRuntime, tool

from tools.context import ToolContext
from tools.results import KnowledgeAnswer, ToolResult, packed


@tool(response_format="content_and_artifact", parse_docstring=True)
async def search_knowledge(runtime: ToolRuntime[ToolContext], question: str) -> tuple[str, ToolResult]:
    """Find help articles about invoices, payment, fees, reminders, collection, refunds, login and the service itself.

    Use it for every general question. Answer only from what it returns; when it returns nothing, say that you do not
    know.

    Args:
        question: the question in the customer's own words and language.
    """
    passages = await runtime.context.search(question)
    return packed(KnowledgeAnswer(question=question, passages=tuple(passages)))
