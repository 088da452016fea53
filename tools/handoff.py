"""The tool that brings a person in."""

from __future__ import annotations

from typing import Annotated, Literal

from langchain.tools import tool

from tools.arguments import kindly
from tools.results import HandedOff, ToolResult, packed

# What a model may give as a reason; that the assistant itself is unavailable is for code to notice.
Reason = Annotated[
    Literal["asked_for_person", "dispute", "hardship", "fraud", "not_understood"], kindly("not_understood")
]


@tool(response_format="content_and_artifact", parse_docstring=True)
async def hand_off(reason: Reason, goal: str = "") -> tuple[str, ToolResult]:
    """Ask customer service to take over this conversation.

    Use it when the customer asks for a person, disputes an invoice, is in serious money trouble, ill or bereaved, or
    suspects fraud; and when you cannot help after trying.

    Args:
        reason: "asked_for_person", "dispute", "hardship", "fraud" or "not_understood".
        goal: what the customer wants, in the customer's own words.
    """
    return packed(HandedOff(reason=reason, goal=goal))
