"""The tool that brings a person in."""

from __future__ import annotations

import pytest

from tests.tools.support import ContextOf, Desk, call
from tools.handoff import hand_off
from tools.results import HandedOff


async def test_leaves_the_wish_at_the_desk(context_of: ContextOf, desk: Desk) -> None:
    result = await call(hand_off, context_of("person:anna"), reason="dispute", goal="I never ordered this")
    assert result == HandedOff(reason="dispute", goal="I never ordered this")
    assert desk.requests == [("dispute", "I never ordered this")]


@pytest.mark.parametrize("reason", ["because", "", None, "assistant_unavailable"])
async def test_a_reason_that_is_none_does_not_keep_the_person_away(
    context_of: ContextOf, desk: Desk, reason: str | None
) -> None:
    await call(hand_off, context_of("person:anna"), reason=reason)
    assert desk.requests == [("not_understood", "")]
