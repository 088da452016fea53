"""The tools' results as evaluations see them."""

from __future__ import annotations

from langchain_core.tools import tool

from evals.witness import watching
from tools.results import NotFound, packed


@tool(response_format="content_and_artifact")
async def look(number: str) -> tuple[str, object]:
    """Look for an invoice."""
    return packed(NotFound(invoice=number))


async def test_results_are_noted_only_while_somebody_watches() -> None:
    call = {"type": "tool_call", "name": "look", "id": "1", "args": {"number": "1001"}}
    with watching() as witness:
        await look.ainvoke(call)
    await look.ainvoke(call)
    assert witness.results == [NotFound(invoice="1001")]
