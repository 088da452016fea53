"""Arguments of tools, read from the customer's words by code."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from assistant.conversation import Situation
from assistant.understanding.dates import read_dates, without_dates
from assistant.understanding.details import (
    gives_reason,
    read_email,
    read_holder,
    read_iban,
    read_instalments,
    without_identifiers,
)
from assistant.understanding.numbers import read_amounts, says_half, written_amount
from assistant.understanding.people import read_allows, read_name
from assistant.understanding.pointing import pointed_at
from assistant.understanding.references import (
    find_invoices,
    reference_of,
    unknown_reference,
    without_references,
)
from tools.ledger.views import InvoiceView

Arguments = dict[str, Any]
_WORDS = re.compile(r"[^\W\d_]+")


def arguments_for(tool: str, situation: Situation) -> Arguments:
    """What the message says about a tool's arguments; what it does not say is left out, and the tool asks.

    Args:
        tool: name of the tool.
        situation: the customer's message and what is known around it.
    """
    return {name: value for read in _READERS.get(tool, ()) for name, value in read(situation).items() if value}


def _invoice_meant(situation: Situation) -> InvoiceView | None:
    """The one invoice that a message names or points back to."""
    text = without_identifiers(situation.text)
    named = find_invoices(text, situation.invoices)
    if named:
        return named[0] if len(named) == 1 else None
    shown = (situation.subject or {}).get("shown", ())
    return pointed_at(text, situation.language, situation.history, situation.invoices, shown)


def _invoice(situation: Situation) -> Arguments:
    meant = _invoice_meant(situation)
    if meant is None:
        # The tool says that it is not among the customer's: showing others instead would be no answer.
        return {"invoice": unknown_reference(situation.text, situation.invoices)}
    return {"invoice": reference_of(meant, situation.invoices)}


def _invoice_spoken_of(situation: Situation) -> Arguments:
    """The invoice that is named or pointed at, else the only one that was spoken of just before."""
    if found := _invoice(situation)["invoice"]:
        return {"invoice": found}
    spoken_of = (situation.subject or {}).get("arguments", {}).get("invoice")
    owed = (i for i in situation.invoices if i.outstanding.amount_minor > 0)
    meant = next((i for i in owed if spoken_of in (i.number, i.myropo_id)), None)
    return {"invoice": reference_of(meant, situation.invoices)} if meant else {}


def _date(argument: str) -> Callable[[Situation], Arguments]:
    def read(situation: Situation) -> Arguments:
        day = _wished_day(situation)
        return {argument: day.isoformat()} if day else {}

    return read


def _wished_day(situation: Situation) -> date | None:
    days = read_dates(without_identifiers(situation.text), situation.today)
    # Two dates may be "from the 5th to the 20th": the due date of an invoice is not the wish. Once it is known which
    # invoice is meant, the due date of another is a day like any other.
    meant = (situation.pending or {}).get("arguments", {}).get("invoice")
    due = {i.due_date for i in situation.invoices if meant in (None, i.number, i.myropo_id)}
    wished = [day for day in days if day not in due]
    return wished[0] if len(wished) == 1 else None


def _instalments(situation: Situation) -> Arguments:
    return {"instalments": read_instalments(situation.text)}


def _amount(situation: Situation) -> Arguments:
    """Part of what is owed; an amount that is an invoice's own names that invoice, and all of it is meant.

    Under a payment plan nothing said means the next instalment, so there the amount counts.
    """
    text = without_identifiers(without_dates(situation.text, situation.today))
    text = without_references(text, situation.invoices)
    own = {
        Decimal(m.amount_minor) / 100 for invoice in situation.invoices for m in (invoice.outstanding, invoice.total)
    }
    amounts = [amount for amount in read_amounts(text) if amount not in own]
    if len(amounts) == 1:
        return {"amount": written_amount(amounts[0])}
    if amounts or not says_half(text):
        return {}
    owed = [invoice for invoice in situation.invoices if invoice.outstanding.amount_minor > 0]
    meant = _invoice_meant(situation) or (owed[0] if len(owed) == 1 else None)
    return {"amount": written_amount(Decimal((meant.outstanding.amount_minor + 1) // 2) / 100)} if meant else {}


def _account(situation: Situation) -> Arguments:
    return {"iban": read_iban(situation.text), "holder": read_holder(situation.text)}


def _person(situation: Situation) -> Arguments:
    return {
        "name": read_name(situation.text, situation.language, _words_of_invoices(situation)),
        "email": read_email(situation.text),
        "allows": read_allows(situation.text),
    }


def _other_person(situation: Situation) -> Arguments:
    """The e-mail address says it surest; Finnish names are bent, and nobody is known by such a form."""
    name = read_name(situation.text, situation.language, _words_of_invoices(situation))
    return {"person": read_email(situation.text) or name}


def _words_of_invoices(situation: Situation) -> set[str]:
    words = (_WORDS.findall(f"{invoice.biller.name} {invoice.description}") for invoice in situation.invoices)
    return {word.lower() for found in words for word in found}


def _reason(situation: Situation) -> Arguments:
    rest = without_references(situation.text, situation.invoices)
    return {"reason": situation.text.strip()} if gives_reason(rest) else {}


_READERS: dict[str, tuple[Callable[[Situation], Arguments], ...]] = {
    "get_invoice": (_invoice,),
    "get_balance": (_invoice,),
    "list_letters": (_invoice,),
    "get_contact": (_invoice,),
    "search_knowledge": (lambda situation: {"question": situation.text},),
    "hand_off": (lambda situation: {"goal": situation.text},),
    "postpone_due_date": (_invoice_spoken_of, _date("new_date")),
    "start_payment": (_invoice_spoken_of, _amount),
    "create_payment_plan": (_invoice_spoken_of, _instalments, _date("first_date")),
    "change_payment_plan": (_invoice, _instalments, _date("first_date")),
    "cancel_payment_plan": (_invoice,),
    "set_refund_account": (_invoice, _account),
    "authorize_person": (_invoice, _person, _date("until")),
    "revoke_authorization": (_invoice, _other_person),
    "dispute_invoice": (_invoice, _reason),
}
