"""Action cards and receipts: a proposal before and after the customer's click, in the customer's words."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_time

from assistant.replies.catalogue import say
from knowledge.formats import format_date, format_money, locale_of
from knowledge.money import Money
from tools.context import Language
from tools.ledger.views import ProposalView, Receipt

# Shown times are wall-clock times of the countries served; see tools.context.local_today.
_SERVICE_ZONE = ZoneInfo("Europe/Stockholm")


def proposal_card(proposal: ProposalView, language: Language) -> dict[str, Any]:
    """The proposal as an action card (docs/protocol.md)."""
    return {
        "id": str(proposal.id),
        "hash": proposal.hash,
        "kind": proposal.kind,
        "status": proposal.status,
        "title": say("card-title", language),
        "invoice": {"number": proposal.invoice, "biller": proposal.biller},
        "changes": [
            {
                "label": say("card-due-date", language),
                "old": format_date(proposal.old_date, language),
                "new": format_date(proposal.new_date, language),
            }
        ],
        "fee": proposal.fee.model_dump(),
        "fee_label": say("card-fee", language),
        "fee_text": fee_text(proposal.fee, language),
        "total": proposal.total.model_dump(),
        "total_label": say("card-total", language),
        "total_text": format_money(proposal.total, language),
        "next": say("card-next", language),
        "expires_at": proposal.expires_at.isoformat(),
        "expires_text": say("card-expires", language, time=_clock_time(proposal.expires_at, language)),
    }


def receipt_card(receipt: Receipt, language: Language) -> tuple[dict[str, Any], str]:
    """The receipt as a card, and its sentence; both from the ledger's rows only."""
    new_date, total = format_date(receipt.new_date, language), format_money(receipt.total, language)
    card = {
        "title": say("receipt-title", language),
        "invoice": {"number": receipt.invoice, "biller": receipt.biller},
        "lines": [
            {"label": say("receipt-new-date", language), "value": new_date},
            {"label": say("card-fee", language), "value": fee_text(receipt.fee, language)},
            {"label": say("card-total", language), "value": total},
        ],
        "committed_at": receipt.committed_at.isoformat(),
    }
    text = say("receipt-text", language, number=receipt.invoice, biller=receipt.biller, date=new_date, total=total)
    return card, text


def fee_text(fee: Money, language: Language) -> str:
    """A fee as an amount, or the word for free."""
    return format_money(fee, language) if fee.amount_minor else say("card-free", language)


def _clock_time(moment: datetime, language: Language) -> str:
    return format_time(
        moment.astimezone(_SERVICE_ZONE), "HH.mm" if language in ("fi", "nb") else "HH:mm", locale=locale_of(language)
    )
