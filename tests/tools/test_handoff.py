"""The tool that brings a person in."""

from __future__ import annotations

import pytest

from tests.tools.support import ContextOf, call
from tools.handoff import hand_off
from tools.results import HandedOff


async def test_asks_for_a_person_with_reason_and_goal(context_of: ContextOf) -> None:
    result = await call(hand_off, context_of("person:anna"), reason="dispute", goal="I never ordered this")
    assert result == HandedOff(reason="dispute", goal="I never ordered this")


@pytest.mark.parametrize("reason", ["because", "", None, "assistant_unavailable"])
async def test_a_reason_that_is_none_does_not_keep_the_person_away(context_of: ContextOf, reason: str | None) -> None:
    result = await call(hand_off, context_of("person:anna"), reason=reason)
    assert result == HandedOff(reason="not_understood", goal="")
