"""Codes that agents choose from: reasons of contact, and how a conversation ended. Words for them are the console's."""

from __future__ import annotations

from typing import Literal

Tag = Literal[
    "invoice_content",
    "payment",
    "due_date",
    "payment_plan",
    "fees",
    "collection",
    "dispute",
    "refund",
    "account_access",
    "authorization",
    "fraud",
    "hardship",
    "technical",
    "complaint",
    "other",
]
"""Why the customer got in touch."""
Outcome = Literal["solved", "partly_solved", "referred", "no_answer", "spam"]
"""How a conversation ended: solved, partly, sent on to somebody else, the customer fell silent, nobody meant it."""
