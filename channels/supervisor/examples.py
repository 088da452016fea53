"""Examples for the documentation of the supervisors' API."""

from __future__ import annotations

from typing import Any

BOARD: dict[str, Any] = {
    "at": "2026-11-20T12:00:00Z",
    "waiting": 3,
    "longest_minutes": 42,
    "late": 0,
    "broken_today": 1,
    "closed_today": 12,
    "agents": [
        {
            "id": "aino",
            "name": "Aino Laine",
            "role": "agent",
            "languages": ["fi", "en", "sv"],
            "presence": "online",
            "load": 2,
            "capacity": 4,
        }
    ],
    "open": [{"language": "fi", "assistant": 4, "queue": 2, "people": 1}],
}
_SPREAD = {"count": 4, "median": 1260, "p90": 5400}
_RATINGS = {"count": 5, "mean": 4.2, "scores": [0, 1, 0, 1, 3]}
_PROMISES = {"kept": 3, "broken": 1, "waiting": 0, "stopped": 0, "share": 0.75}
_ENDED = {"count": 10, "alone": 7, "again": 1, "share_alone": 0.7, "share_again": 0.1}
_SAFETY = {"turns": 31, "replaced": 1, "failed": 0}
_DAY: dict[str, Any] = {
    "begun": {"alone": 7, "person": 4},
    "ended": _ENDED,
    "resolution": _SPREAD,
    "promises": _PROMISES,
    "answer_wall": _SPREAD,
    "answer_served": _SPREAD,
    "assistant": _RATINGS,
    "people": _RATINGS,
    "safety": _SAFETY,
}
STATISTICS: dict[str, Any] = {
    **_DAY,
    "first": "2026-11-20",
    "last": "2026-11-20",
    "hours": [{"hour": 9, "alone": 7, "person": 4}],
    "days": [{"day": "2026-11-20", "handoffs": 4, **_DAY}],
    "handoffs": [{"key": "dispute", "text": "Dispute", "count": 4}],
    "replaced": [{"key": "ungrounded figures", "text": "Ungrounded figures", "count": 1}],
}
CSV = "day,measure,value\r\n2026-11-20,begun,11\r\n2026-11-20,handoffs,4\r\n"
BEHIND: dict[str, Any] = {
    "total": 1,
    "threads": [
        {
            "id": "3f0f6a523f0e4a559d1c6f4f9f6c2b1e",
            "customer": "Anna Virtanen",
            "country": "FI",
            "language": "fi",
            "status": "closed",
            "handler": "agent:aino",
            "outcome": "solved",
            "title": "",
            "last_text": "Kiitos!",
            "at": "2026-11-20T09:12:00Z",
            "seconds": None,
        }
    ],
}
TEAM: dict[str, Any] = {"id": "finland", "name": "Finland", "countries": ["FI"], "mode": "pull"}
SKILLS: dict[str, Any] = {
    "languages": ["fi", "en"],
    "countries": ["FI"],
    "billers": [],
    "team_ids": ["finland"],
    "capacity": 4,
}
AGENT: dict[str, Any] = {"id": "aino", "name": "Aino Laine", "role": "agent", **SKILLS, "presence": "online"}
STAFF: dict[str, Any] = {
    "agents": [AGENT],
    "billers": [{"id": "5f0d9a52-3f0e-4a55-9d1c-6f4f9f6c2b1e", "name": "Revontuli Energia", "country": "FI"}],
}
_LINE: dict[str, Any] = {
    "id": 1,
    "thread_id": "3f0f6a523f0e4a559d1c6f4f9f6c2b1e",
    "customer": "Anna Virtanen",
    "country": "FI",
    "language": "en",
    "cause": "rating",
    "at": "2026-11-20T09:30:00Z",
    "done_at": None,
    "by": None,
    "last_text": "How much is the fee?",
    "ratings": [{"part": "assistant", "score": 2, "words": "Did not answer"}],
    "replaced": [],
}
JUDGEMENT: dict[str, Any] = {
    "expected": [{"seq": 1, "tools": ["search_knowledge"], "reason": None, "says": ""}],
    "comment": "The article on fees has the answer.",
    "done": True,
}
REVIEWS: dict[str, Any] = {"total": 1, "reviews": [_LINE]}
REVIEW: dict[str, Any] = {
    **_LINE,
    "conversation": [
        {
            "seq": 1,
            "author": "customer",
            "name": "Anna Virtanen",
            "kind": "message",
            "text": "How much is the fee?",
            "at": "2026-11-20T09:12:00Z",
            "markable": True,
            "tools": [],
            "replaced": None,
        }
    ],
    "expected": JUDGEMENT["expected"],
    "comment": JUDGEMENT["comment"],
}
CHOICES: dict[str, Any] = {
    "tools": ["get_balance", "hand_off"],
    "reasons": [{"key": "dispute", "text": "Dispute"}],
}
SCENARIOS = (
    "- name: review 1\n  as: anna\n  steps:\n  - say: How much is the fee?\n    tools:\n    - search_knowledge\n"
)
