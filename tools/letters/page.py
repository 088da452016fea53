"""A letter as an HTML page that is read on a screen, aloud or on paper: no scripts, one style sheet of our own."""

from __future__ import annotations

import re
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from knowledge.formats import format_date, format_money
from knowledge.money import Money
from tools.ledger.identifiers import written_iban, written_reference
from tools.ledger.letters import LetterFacts
from tools.letters.words import say

_IBAN = re.compile(r"[A-Z]{2}[0-9]{2}[0-9A-Z]+")


def render_letter(facts: LetterFacts, language: str) -> str:
    """Write a letter out as a complete HTML document.

    Args:
        facts: what it says.
        language: en, fi, sv or nb.

    Raises:
        ValueError: the language is not one of ours.
    """
    total = sum(line.amount.amount_minor for line in facts.lines)
    return _template().render(
        facts=facts,
        language=language,
        total=_like(facts.to_pay, total),
        # The column adds up as it stands: what was paid is taken off.
        less_paid=_like(facts.to_pay, -facts.paid.amount_minor),
        account=written_iban(facts.account) if _IBAN.fullmatch(facts.account) else facts.account,
        reference=written_reference(facts.country, facts.reference),
        money=partial(format_money, language=language),
        date=partial(format_date, language=language),
        say=partial(
            say,
            language=language,
            kind=facts.kind,
            country=facts.country,
            biller=facts.biller,
            description=facts.description,
            due=format_date(facts.due_date, language),
            myropo_id=facts.myropo_id,
        ),
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("letter.html")


def _like(money: Money, minor: int) -> Money:
    return Money(amount_minor=minor, currency=money.currency)
