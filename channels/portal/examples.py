"""Examples for the API's documentation; a test makes sure that they are what the API answers."""

from __future__ import annotations

from typing import Any

_ID = "5f0d9a52-3f0e-4a55-9d1c-6f4f9f6c2b1e"


def _euros(minor: int) -> dict[str, Any]:
    return {"amount_minor": minor, "currency": "EUR"}


BILLER = {
    "name": "Revontuli Energia",
    "phone": "+358 9 4245 0101",
    "email": "laskut@revontulienergia.example",
    "website": "https://www.revontulienergia.example",
}
INVOICE = {
    "id": _ID,
    "number": "1001",
    "myropo_id": "MR-4821-1001",
    "reference": "48211001",
    "biller": BILLER,
    "description": "Sähkö, lokakuu",
    "stage": "open",
    "issue_date": "2026-11-13",
    "due_date": "2026-12-04",
    "original_due_date": "2026-12-04",
    "days_late": 0,
    "total": _euros(8490),
    "paid": _euros(0),
    "outstanding": _euros(8490),
    "fees": _euros(0),
    "interest": _euros(0),
    "access": "own",
    "plan": [],
}
LETTER = {
    "id": _ID,
    "kind": "invoice",
    "invoice": "1001",
    "biller": "Revontuli Energia",
    "sent_on": "2026-11-13",
    "language": "fi",
    "url": f"/api/v1/letters/{_ID}",
}
AUTHORIZATION = {
    "id": _ID,
    "name": "Sofia Lindholm",
    "email": "sofia@customer.example",
    "allows": "handle",
    "valid_until": "2027-11-22",
}
DETAILS = {
    **INVOICE,
    "lines": [{"kind": "principal", "text": "Sähkö, lokakuu", "amount": _euros(8490), "added_on": "2026-11-13"}],
    "payments": [],
    "letters": [LETTER],
    "authorizations": [AUTHORIZATION],
}
BALANCE = {"invoices": [INVOICE], "outstanding": [_euros(8490)], "overpaid": []}
CONTACT = {
    "invoice": "1001",
    "biller": BILLER,
    "phone": "+358 9 4245 0901",
    "hours": [{"weekday": 0, "opens": "09:00:00", "closes": "16:00:00"}],
    "open_now": True,
}
TERMS = {
    "kind": "postpone_due_date",
    "fee": _euros(0),
    "total": _euros(8490),
    "old_date": "2026-12-04",
    "new_date": "2026-12-18",
}
PROPOSAL = {
    "id": _ID,
    "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "kind": "postpone_due_date",
    "status": "open",
    "invoice": "1001",
    "biller": "Revontuli Energia",
    "expires_at": "2026-11-22T12:30:00Z",
    "strong": False,
    "terms": TERMS,
}
RECEIPT = {
    "proposal_id": _ID,
    "kind": "postpone_due_date",
    "invoice": "1001",
    "biller": "Revontuli Energia",
    "terms": TERMS,
    "due_date": "2026-12-18",
    "total": _euros(8490),
    "committed_at": "2026-11-22T12:05:00Z",
}
PAYMENT_START = {
    "id": _ID,
    "invoice": "1001",
    "biller": "Revontuli Energia",
    "amount": _euros(8490),
    "reference": "48211001",
    "url": f"/demo-bank/{_ID}",
}
PAYMENT = {**PAYMENT_START, "status": "succeeded", "account": "FI2112345600000785"}
ME = {
    "principal": {"kind": "person", "name": "Anna Virtanen", "country": "FI", "language": "fi"},
    "agent": None,
    "demo": True,
    "today": "2026-11-22",
}
WISHES: dict[str, dict[str, Any]] = {
    "postpone": {"kind": "postpone_due_date", "new_date": "2026-12-18"},
    "plan": {"kind": "create_payment_plan", "instalments": 3, "first_date": "2026-12-15"},
    "change plan": {"kind": "change_payment_plan", "instalments": 2, "first_date": "2026-12-15"},
    "cancel plan": {"kind": "cancel_payment_plan"},
    "refund": {"kind": "set_refund_account", "iban": "FI2112345600000785", "holder": "Anna Virtanen"},
    "authorize": {
        "kind": "authorize_person",
        "name": "Sofia Lindholm",
        "email": "sofia@customer.example",
        "allows": "handle",
        "until": "2027-01-31",
    },
    "revoke": {"kind": "revoke_authorization", "authorization_id": _ID},
    "dispute": {"kind": "dispute_invoice", "reason": "The meter was read wrong."},
}
ARTICLE = {
    "id": "postpone-due-date",
    "topic": "due-dates",
    "title": "Moving the due date in Finland",
    "short_answer": "Tell the AI assistant in MyRopo which day suits you, and confirm the card it shows.",
    "url": "/help/en/postpone-due-date?country=FI",
    "language": "en",
    "fallback": False,
}
HOURS = {
    "country": "FI",
    "lines": [
        {
            "line": "phone",
            "open_now": False,
            "next_opening": "2026-11-23T08:00:00+02:00",
            "next_opening_text": "Monday 23 November at 8:00",
            "expected_answer": "2026-11-23T08:10:00+02:00",
            "expected_answer_text": "Monday 23 November at 8:10",
            "weekly": [{"opens": "08:00:00", "closes": "17:00:00", "weekday": 0}],
            "weekly_text": "Mon 8–17",
        }
    ],
}
NOTICE = {
    "id": 1,
    "kind": "disruption",
    "topics": ["contact"],
    "text": "E-mails from the Message Center arrive late today.",
    "language": "en",
    "starts_at": "2026-11-22T08:00:00Z",
    "ends_at": None,
}
