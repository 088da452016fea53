"""What no invoice may be entered with."""

from __future__ import annotations

import pytest

from tests.tools.book import DUE, issue, noon
from tools.database import SessionFactory
from tools.ledger import office


@pytest.mark.parametrize(
    ("changed", "principal", "told"),
    [
        ({"reference": "12345"}, 8490, "no payment reference"),
        ({"reference": ""}, 8490, "no payment reference"),
        ({"currency": "SEK"}, 8490, "cannot be collected"),
        ({}, 0, "more than nothing"),
    ],
)
async def test_refuses_what_could_not_be_paid_or_collected(
    sessions: SessionFactory, changed: dict[str, str], principal: int, told: str
) -> None:
    book = issue("FI")
    for name, value in changed.items():
        setattr(book.invoice, name, value)
    async with sessions() as session:
        with pytest.raises(ValueError, match=told):
            await office.issue(session, book.invoice, book.biller, book.customer, principal, now=noon(DUE))
