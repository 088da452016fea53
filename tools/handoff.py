"""The tool that brings a person in."""

from __future__ import annotations

from typing import Annotated

from langchain.tools import tool

from tools.arguments import kindly
from tools.results import GivenReason, HandedOff, ToolResult, packed

Reason = Annotated[GivenReason, kindly("not_understood")]


@tool(response_format="content_and_artifact", parse_docstring=True)
async def hand_off(reason: Reason, goal: str = "") -> tuple[str, ToolResult]:
    """Ask customer service to take over this conversation.

    Use it when the customer asks for a person; tells of a death, a guardian, insolvency, serious money trouble, illness
    or fraud; speaks of self-harm, threatens, or is very angry; wants the own personal data copied, corrected or erased;
    seems to be somebody else; wants what the rules do not allow; and when you cannot help after trying. What is only
    asked about in general is no reason.

    Args:
        reason: "asked_for_person", "dispute", "hardship", "fraud", "death", "guardianship", "insolvency", "threat",
            "self_harm", "legal_threat", "data_protection", "anger", "identity", "beyond_policy" or "not_understood".
        goal: what the customer wants, in the customer's own words.
    """
    return packed(HandedOff(reason=reason, goal=goal))
