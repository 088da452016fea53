"""What a letter says: settled when it is sent, kept as plain values, and written out by ``tools.letters``."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, ConfigDict

from knowledge.money import Money
from tools.ledger.claims import Claim
from tools.ledger.history import CHARGES, Entry
from tools.ledger.models import Country, LetterKind, PostingKind


class LetterLine(BaseModel):
    """One amount on a letter; ``text`` is the biller's wording, and empty for what the kind explains."""

    model_config = ConfigDict(frozen=True)

    kind: PostingKind
    text: str
    amount: Money
    on: date


class LetterFacts(BaseModel):
    """All that a letter says.

    Attributes:
        kind: which letter.
        sent_on: its date.
        customer: name of the addressee.
        country: of the biller: its law and its terms hold.
        biller: name.
        account: where to pay to.
        phone_lines: customer service by language.
        number: the invoice's.
        myropo_id: opens the invoice in the portal.
        reference: for the payment.
        description: what was sold.
        issue_date: of the invoice.
        original_due_date: the first one.
        due_date: pay by this day; in legal collection the day that was missed.
        lines: what makes the total.
        paid: what was paid so far.
        to_pay: what is left.
    """

    model_config = ConfigDict(frozen=True)

    kind: LetterKind
    sent_on: date
    customer: str
    country: Country
    biller: str
    account: str
    phone_lines: dict[str, str]
    number: str
    myropo_id: str
    reference: str
    description: str
    issue_date: date
    original_due_date: date
    due_date: date
    lines: tuple[LetterLine, ...]
    paid: Money
    to_pay: Money


def letter_facts(claim: Claim, entry: Entry) -> LetterFacts:
    """What the letter of an entry says.

    Args:
        claim: the invoice before the entry.
        entry: one with a letter.

    Raises:
        ValueError: the entry sends no letter.
    """
    if entry.letter is None:
        raise ValueError(f"no letter is sent when {entry.kind}")
    invoice, biller = claim.invoice, claim.biller
    written = [
        *((p.kind, p.text, p.amount_minor, p.booked_on) for p in claim.charges),
        *((a.kind, a.text, a.minor, entry.on) for a in entry.amounts if a.kind in CHARGES),
    ]
    added = sum(amount.minor for amount in entry.amounts)
    return LetterFacts(
        kind=entry.letter,
        sent_on=entry.on,
        customer=claim.customer.name,
        country=biller.country,
        biller=biller.name,
        account=biller.account,
        phone_lines=biller.phone_lines,
        number=invoice.number,
        myropo_id=invoice.myropo_id,
        reference=invoice.reference,
        description=invoice.description,
        issue_date=invoice.issue_date,
        original_due_date=invoice.original_due_date,
        due_date=entry.state.due_date,
        lines=tuple(LetterLine(kind=k, text=t, amount=claim.money([minor]), on=on) for k, t, minor, on in written),
        paid=claim.paid,
        to_pay=claim.money([claim.outstanding.amount_minor, added]),
    )
