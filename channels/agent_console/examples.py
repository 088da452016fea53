"""Examples for the documentation of the console's API; a test makes sure that they are what the API answers."""

from __future__ import annotations

from typing import Any

from channels.portal.examples import INVOICE

_THREAD = "0f5d2c7f6d0e4f6f8a6f0b7d1c2e3a4b"
_AT = "2026-11-22T12:00:00Z"

FOUND: dict[str, Any] = {
    "threads": [
        {
            "id": _THREAD,
            "customer": "Anna Virtanen",
            "country": "FI",
            "language": "fi",
            "channel": "widget",
            "title": "",
            "invoice": "MR-4821-1001",
            "handler": "agent:aino",
            "agent": "Aino Laine",
            "status": "open",
            "outcome": None,
            "tags": ["due_date"],
            "reason": "asked_for_person",
            "reason_text": "Asked for a person",
            "team_id": "finland",
            "for_supervisor": False,
            "priority": 0,
            "suitable": True,
            "queued_at": _AT,
            "claimed_at": _AT,
            "waiting_since": _AT,
            "promised_at": "2026-11-23T07:00:00Z",
            "breached": False,
            "snoozed_until": None,
            "unread": True,
            "last_text": "Voinko siirtää eräpäivää?",
            "last_seq": 4,
            "snippet": "Voinko siirtää \x02eräpäivää\x03?",
        }
    ],
    "next": None,
}
CUSTOMER: dict[str, Any] = {
    "identity": {
        "name": "Anna Virtanen",
        "kind": "person",
        "country": "FI",
        "language": "fi",
        "email": "a•••@customer.example",
        "strength": "strong",
        "strength_at": _AT,
        "blocked": None,
    },
    "invoices": [{**INVOICE, "possible": ["postpone_due_date", "create_payment_plan", "authorize_person"]}],
    "threads": [
        {
            "id": _THREAD[::-1],
            "title": "Reminder fee",
            "status": "closed",
            "last_at": _AT,
            "outcome": "solved",
            "last_text": "Kiitos!",
        }
    ],
}
CANNED: dict[str, Any] = {
    "team_id": None,
    "language": "en",
    "shortcut": "thanks",
    "title": "Thank you for waiting",
    "text": "Thank you for waiting, {first_name}. The due date of invoice {invoice} is {due_date}.",
    "id": 1,
}
ALL_CANNED = {"answers": [CANNED]}
FILLED: dict[str, Any] = {
    "id": 1,
    "shortcut": "thanks",
    "title": "Thank you for waiting",
    "text": "Thank you for waiting, Anna. The due date of invoice {invoice} is {due_date}.",
    "missing": ["invoice", "due_date"],
}
BLOCK: dict[str, Any] = {"reason": "Threatened an agent", "at": _AT, "until": "2026-11-29T12:00:00Z"}
ACTIONS: dict[str, Any] = {
    "actions": [
        {
            "id": 7,
            "at": _AT,
            "agent_id": "aino",
            "agent": "Aino Laine",
            "thread_id": _THREAD,
            "action": "offered",
            "details": {"kind": "postpone_due_date", "invoice": "1001"},
        }
    ],
    "next": None,
}
COPILOT: dict[str, Any] = {
    "suggest": True,
    "translate": False,
    "rewrite": False,
    "summary": True,
    "why": "Translation and rewriting need a hosted model: the built-in one writes too poorly.",
}
SUGGESTION: dict[str, Any] = {
    "text": "Invoice 1001, Revontuli Energia: there is €84.90 left to pay. The due date is 4 December 2026.",
    "language": "en",
    "sources": [{"title": "Invoice 1001, Revontuli Energia", "url": None}],
    "none": None,
}
SUMMARY: dict[str, Any] = {
    "lines": ["22 Nov 13:00 Anna Virtanen: Can I pay later?", "22 Nov 13:02 Handed to people: Asked for a person"]
}
