"""The demo's mailbox: what would have been sent. Exists in demo mode only."""

from __future__ import annotations

from datetime import datetime

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict

from channels.documentation import answers
from channels.runtime import runtime_of

router = APIRouter(prefix="/api/v1/demo", tags=["demo"])


class MailAnswer(BaseModel):
    """A mail that was sent."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    thread_id: str
    recipient: str
    subject: str
    body: str
    sent_at: datetime


class Mailbox(BaseModel):
    """Mails to all customers, newest first."""

    mails: list[MailAnswer]


_EXAMPLE = {
    "mails": [
        {
            "id": 1,
            "thread_id": "0c5f0d9a523f0e4a559d1c6f4f9f6c2b",
            "recipient": "anna@customer.example",
            "subject": "You have an answer waiting in MyRopo",
            "body": "Hello!\n\nCustomer service has answered your message. ...",
            "sent_at": "2026-11-22T12:02:00Z",
        }
    ]
}


@router.get("/mails", summary="List mails", responses=answers(200, _EXAMPLE))
async def mails(request: Request) -> Mailbox:
    """The newest hundred mails to customers who were away."""
    return Mailbox(mails=[MailAnswer.model_validate(mail) for mail in await runtime_of(request).mails.sent()])
