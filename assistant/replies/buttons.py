"""Buttons below a message: each sends its text as the customer's next message."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from assistant.replies.catalogue import say
from knowledge.formats import format_date, format_money
from tools.context import Language
from tools.ledger.views import InvoiceView

Button = dict[str, str]
MOST_BUTTONS = 6


def button(label: str, text: str | None = None) -> Button:
    """A button; it sends its label where no other text is given."""
    return {"label": label, "text": text or label}


def suggested(language: Language, *keys: str) -> list[Button]:
    """Buttons whose words stand in the catalogue."""
    return [button(say(key, language)) for key in keys]


def person_button(language: Language) -> Button:
    """The button that brings a person."""
    return button(say("person-button", language))


def date_buttons(days: Iterable[date], language: Language) -> list[Button]:
    """One button per day, earliest first."""
    return [button(format_date(day, language)) for day in sorted(set(days))]


def instalment_buttons(most: int, language: Language) -> list[Button]:
    """Numbers of instalments from two up to the most that is possible."""
    counts = list(range(2, most + 1))
    if len(counts) > MOST_BUTTONS:
        counts = [*counts[: MOST_BUTTONS - 1], most]
    return [button(say("instalments", language, count=count)) for count in counts]


def invoice_buttons(choices: Sequence[InvoiceView], language: Language) -> list[Button]:
    """One button per invoice; those that share their number are told apart by their MyRopo IDs."""
    numbers = [invoice.number for invoice in choices]
    return [
        button(
            say(
                "invoice-choice",
                language,
                number=invoice.number,
                biller=invoice.biller.name,
                left=format_money(invoice.outstanding, language),
            ),
            # Billers number by themselves: two of them may have used the same number.
            invoice.myropo_id if numbers.count(invoice.number) > 1 else invoice.number,
        )
        for invoice in choices[:MOST_BUTTONS]
    ]
