"""Changes in the customer's words: the card before the click, the receipt after it, and payments that came in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from babel.dates import format_time

from assistant.replies.catalogue import say
from knowledge.formats import format_date, format_money, locale_of
from knowledge.money import Money
from tools.context import STOCKHOLM, Language
from tools.ledger.identifiers import masked_iban, written_iban
from tools.ledger.instalments import Instalment
from tools.ledger.proposal_views import ProposalView, Receipt
from tools.ledger.terms import (
    AuthorizationTerms,
    DisputeTerms,
    PlanCancellationTerms,
    PlanTerms,
    PostponementTerms,
    RefundTerms,
    RevocationTerms,
    Terms,
)

Change = dict[str, str | None]
Line = dict[str, Any]


def proposal_card(proposal: ProposalView, language: Language) -> dict[str, Any]:
    """The proposal as an action card (docs/protocol.md)."""
    terms = proposal.terms
    step_up = {"text": say("step-up-text", language), "label": say("step-up-label", language), "url": "/identify"}
    return {
        "id": str(proposal.id),
        "hash": proposal.hash,
        "kind": proposal.kind,
        "status": proposal.status,
        "title": say(f"card-title-{proposal.kind}", language),
        "invoice": {"number": proposal.invoice, "biller": proposal.biller},
        "changes": _changes(terms, language),
        "lines": _lines(terms, language),
        **_schedule(terms, language),
        "next": _next(terms, language),
        "step_up": step_up if proposal.strong else None,
        "expires_at": proposal.expires_at.isoformat(),
        "expires_text": say("card-expires", language, time=_clock_time(proposal.expires_at, language)),
    }


def receipt_card(receipt: Receipt, language: Language) -> tuple[dict[str, Any], str]:
    """The receipt as a card, and its sentence; both from the ledger's rows only."""
    card = {
        "title": say(f"receipt-title-{receipt.kind}", language),
        "invoice": {"number": receipt.invoice, "biller": receipt.biller},
        "lines": [{"label": say(key, language), "value": value} for key, value in _receipt_lines(receipt, language)],
        **_schedule(receipt.terms, language),
        "committed_at": receipt.committed_at.isoformat(),
    }
    about = {"number": receipt.invoice, "biller": receipt.biller}
    return card, say(f"receipt-text-{receipt.kind}", language, **about, **_receipt_values(receipt, language))


def payment_text(invoice_number: str, biller: str, amount: Money, left: Money, language: Language) -> str:
    """Words for a payment that has come in.

    Args:
        invoice_number: of the invoice that was paid.
        biller: its biller's name.
        amount: what came in.
        left: what is owed now; negative when too much was paid.
        language: en, fi, sv or nb.
    """
    about = {"amount": format_money(amount, language), "number": invoice_number, "biller": biller}
    received = say("payment-received", language, **about)
    if left.amount_minor > 0:
        return f"{received} {say('payment-left', language, left=format_money(left, language))}"
    if left.amount_minor == 0:
        return f"{received} {say('payment-left-none', language)}"
    over = format_money(-left, language)
    return f"{received} {say('balance-overpaid', language, over=over)}"


def payment_failed_text(invoice_number: str, biller: str, amount: Money, language: Language) -> str:
    """Words for a payment that the provider did not make."""
    return say("payment-failed", language, amount=format_money(amount, language), number=invoice_number, biller=biller)


def _fee_text(fee: Money, language: Language) -> str:
    """A fee as an amount, or the word for free."""
    return format_money(fee, language) if fee.amount_minor else say("card-free", language)


def _counted(instalments: Iterable[Instalment], language: Language) -> str:
    """How many instalments there are, in words: ``3 instalments``."""
    return say("instalments", language, count=len(tuple(instalments)))


def _schedule(terms: Terms, language: Language) -> dict[str, Any]:
    """The instalments that are agreed to, where the terms have any."""
    if not isinstance(terms, PlanTerms):
        return {"schedule_label": None, "schedule": []}
    rows = [
        {"date": format_date(one.due_date, language), "amount": format_money(one.amount, language)}
        for one in terms.schedule
    ]
    return {"schedule_label": say("card-schedule", language), "schedule": rows}


def _changes(terms: Terms, language: Language) -> list[Change]:
    def change(key: str, new: str, old: str | None = None) -> Change:
        return {"label": say(key, language), "old": old, "new": new}

    at_once = say("card-at-once", language)
    match terms:
        case PostponementTerms():
            old, new = format_date(terms.old_date, language), format_date(terms.new_date, language)
            return [change("card-due-date", new, old)]
        case PlanTerms():
            count = _counted(terms.schedule, language)
            if not terms.old:
                return [change("card-payment", count, at_once)]
            former, first = (format_date(plan[0].due_date, language) for plan in (terms.old, terms.schedule))
            payment = change("card-payment", count, _counted(terms.old, language))
            return [payment, change("card-next-instalment", first, former)]
        case PlanCancellationTerms():
            new = format_date(terms.new_date, language)
            return [change("card-payment", at_once, _counted(terms.old, language)), change("card-rest-due", new)]
        case RefundTerms():
            return [change("card-account", written_iban(terms.iban)), change("card-holder", terms.holder)]
        case AuthorizationTerms():
            allows = say("card-allows", language, allows=terms.allows)
            until = format_date(terms.until, language)
            return [*_person(terms, language), change("card-may", allows), change("card-until", until)]
        case RevocationTerms():
            return _person(terms, language)
        case DisputeTerms():
            return [change("card-reason", terms.reason), change("card-collection", say("card-paused", language))]


def _person(terms: AuthorizationTerms | RevocationTerms, language: Language) -> list[Change]:
    return [
        {"label": say("card-person", language), "old": None, "new": terms.name},
        {"label": say("card-email", language), "old": None, "new": terms.email},
    ]


def _lines(terms: Terms, language: Language) -> list[Line]:
    def line(key: str, value: str, *, total: bool = False) -> Line:
        return {"label": say(key, language), "value": value, "total": total}

    owed = format_money(terms.total, language)
    match terms:
        case PostponementTerms() | PlanTerms():
            return [line("card-fee", _fee_text(terms.fee, language)), line("card-total", owed, total=True)]
        case PlanCancellationTerms():
            return [line("card-total", owed, total=True)]
        case RefundTerms():
            return [line("card-refund", format_money(terms.refund, language), total=True)]
        case DisputeTerms():
            return [line("card-disputed", owed, total=True)]
        case _:
            return []


def _next(terms: Terms, language: Language) -> str:
    values = {}
    if isinstance(terms, PlanCancellationTerms):
        values["date"] = format_date(terms.new_date, language)
    return say(f"card-next-{terms.kind}", language, **values)


# Finns write 9.05, Norwegians 09.05.
_CLOCK: dict[Language, str] = {"fi": "H.mm", "nb": "HH.mm"}


def _clock_time(moment: datetime, language: Language) -> str:
    # Shown times are wall-clock times of the countries served; see tools.context.local_date.
    shape = _CLOCK.get(language, "HH:mm")
    return format_time(moment.astimezone(STOCKHOLM), shape, locale=locale_of(language))


def _receipt_lines(receipt: Receipt, language: Language) -> list[tuple[str, str]]:
    terms = receipt.terms
    due, total = format_date(receipt.due_date, language), format_money(receipt.total, language)
    match terms:
        case PostponementTerms():
            fee = _fee_text(terms.fee, language)
            return [("receipt-new-date", due), ("card-fee", fee), ("card-total", total)]
        case PlanTerms():
            payment, fee = _counted(terms.schedule, language), _fee_text(terms.fee, language)
            return [("card-payment", payment), ("card-fee", fee), ("card-total", total)]
        case PlanCancellationTerms():
            return [("card-rest-due", due), ("card-total", total)]
        case RefundTerms():
            refund, account = format_money(terms.refund, language), masked_iban(terms.iban)
            return [("card-refund", refund), ("card-account", account), ("card-holder", terms.holder)]
        case AuthorizationTerms():
            may, until = say("card-allows", language, allows=terms.allows), format_date(terms.until, language)
            person = [("card-person", terms.name), ("card-email", terms.email)]
            return [*person, ("card-may", may), ("card-until", until)]
        case RevocationTerms():
            return [("card-person", terms.name), ("card-email", terms.email)]
        case DisputeTerms():
            return [("card-reason", terms.reason), ("card-collection", say("card-paused", language))]


def _receipt_values(receipt: Receipt, language: Language) -> dict[str, object]:
    """What the sentence may name."""
    terms = receipt.terms
    values: dict[str, object] = {
        "date": format_date(receipt.due_date, language),
        "total": format_money(receipt.total, language),
    }
    match terms:
        case PlanTerms():
            first = format_money(terms.schedule[0].amount, language)
            return values | {"first": first, "instalments": _counted(terms.schedule, language)}
        case RefundTerms():
            return values | {"refund": format_money(terms.refund, language), "account": masked_iban(terms.iban)}
        case AuthorizationTerms():
            until = format_date(terms.until, language)
            return values | {"name": terms.name, "allows": terms.allows, "until": until}
        case RevocationTerms():
            return values | {"name": terms.name}
        case _:
            return values
