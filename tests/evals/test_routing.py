"""What counts as right in the routing evaluation."""

from __future__ import annotations

import pytest

from evals.routing import ROUTE_OF_TOOL, is_right
from tools.catalogue import ALL_TOOLS


def test_every_tool_serves_a_route() -> None:
    assert set(ROUTE_OF_TOOL) == {tool.name for tool in ALL_TOOLS}


@pytest.mark.parametrize(
    ("expected", "called", "right"),
    [
        ({"pay"}, ["start_payment"], True),
        ({"pay"}, ["search_knowledge"], False),
        ({"pay", "knowledge"}, ["search_knowledge"], True),
        ({"handoff"}, ["dispute_invoice"], True),
        ({"smalltalk"}, [], True),
        ({"plan"}, [], False),
        ({"smalltalk"}, ["list_invoices"], False),
        ({"invoices"}, ["no_such_tool"], False),
    ],
)
def test_the_first_tool_decides(expected: set[str], called: list[str], right: bool) -> None:
    assert is_right(expected, called) is right
