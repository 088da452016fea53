"""Seeds the demo's customers, billers and invoices, with their histories.

Days are counted from the day of seeding, so that an invoice "due in
three days" is that on any day; identifiers come from the seed, so that two seedings on one day are alike.
"""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from schwifty import IBAN
from sqlalchemy.ext.asyncio import AsyncSession

from knowledge.tariffs import load_tariffs
from tools.context import SERVICE
from tools.ledger import office, repository
from tools.ledger.claims import Claim
from tools.ledger.collection import fee_kind
from tools.ledger.demo_data import (
    BILLERS,
    COMPANIES,
    COMPANY_MYROPO_IDS,
    CURRENCIES,
    INVOICES,
    PEOPLE,
    BillerDraft,
    InvoiceDraft,
    Person,
)
from tools.ledger.history import Amount, Entry, State
from tools.ledger.identifiers import payment_reference
from tools.ledger.models import SPOKEN, Biller, Customer, Invoice, LetterKind, Stage
from tools.ledger.offers import Ground, carry_out, offer
from tools.ledger.terms import AuthorizationWish
from tools.ledger.writing import append

_DELEGATE, _ENTRUSTED = "sofia", "1005"
_STAGES: dict[LetterKind, Stage] = {
    "reminder": "reminder",
    "collection_letter": "collection",
    "legal_notice": "legal",
}


async def seed(session: AsyncSession, today: date, seed: int = 1) -> None:
    """Add the demo data to an empty ledger; the caller commits.

    Args:
        session: the caller's transaction.
        today: the day that all dates are counted from.
        seed: another number gives other identifiers.
    """
    numbers = random.Random(seed)
    billers = {key: _biller(biller, numbers) for key, biller in BILLERS.items()}
    customers = {person.handle: _customer(person) for person in PEOPLE}
    customers |= {company.id: Customer(**company.model_dump()) for company in COMPANIES}
    session.add_all([*customers.values(), *billers.values()])
    # Without relationships between the classes the order of the inserts is ours to keep.
    await session.flush()
    for draft in INVOICES:
        biller, customer = billers[draft.biller], customers[draft.customer]
        await _enter(session, draft, _invoice(draft, biller, today, numbers), biller, customer, today)


async def _enter(
    session: AsyncSession, draft: InvoiceDraft, invoice: Invoice, biller: Biller, customer: Customer, today: date
) -> None:
    """Write an invoice's history, event by event, as it would have happened."""
    await office.issue(session, invoice, biller, customer, draft.principal, now=_noon(invoice.issue_date))
    for (kind, fee, offset), due in zip(draft.letters, _due_dates(draft, today), strict=True):
        day = today + timedelta(offset)
        state = State.of(invoice).with_(stage=_STAGES[kind], letter=kind, due_date=due, interest_until=day)
        claim = await _claim(session, invoice, today)
        tariff = load_tariffs().of(biller.country, day)
        amounts = (Amount(fee_kind(tariff, claim.customer_kind, kind), fee),) if fee else ()
        entry = Entry(kind, day, state, amounts=amounts, letter=kind)  # type: ignore[arg-type]  # a letter of ours
        await append(session, claim, entry, actor=str(SERVICE), now=_noon(day))
    for number, (amount, offset) in enumerate(draft.payments):
        claim, day = await _claim(session, invoice, today), today + timedelta(offset)
        source = f"demo:{draft.number}:{number}"
        await office.receive_payment(session, claim, amount, day, source=source, now=_noon(day))
    if draft.number == _ENTRUSTED:
        await _entrust(session, await _claim(session, invoice, today), today)


async def _entrust(session: AsyncSession, claim: Claim, today: date) -> None:
    delegate = next(person for person in PEOPLE if person.handle == _DELEGATE)
    wish = AuthorizationWish(name=delegate.name, email=_email(delegate), allows="handle")
    ground = Ground(claim, load_tariffs().of(claim.biller.country, today), today, ())
    actor = f"person:{claim.customer.id}"
    await carry_out(session, ground, offer(ground, wish), actor=actor, now=_noon(today))


async def _claim(session: AsyncSession, invoice: Invoice, today: date) -> Claim:
    claim = await repository.lock_claim(session, SERVICE, invoice.id, today)
    assert claim is not None
    return claim


def _due_dates(draft: InvoiceDraft, today: date) -> list[date]:
    """What each letter set as the new due date: the last one the present, the others a day before the next letter."""
    following = [day - 1 for _, _, day in draft.letters[1:]]
    return [today + timedelta(day) for day in (*following, draft.due)] if draft.letters else []


def _customer(person: Person) -> Customer:
    return Customer(
        id=person.handle,
        kind="person",
        name=person.name,
        country=person.country,
        language=person.language,
        email=_email(person),
    )


def _email(person: Person) -> str:
    return f"{person.handle}@customer.example"


def _biller(biller: BillerDraft, numbers: random.Random) -> Biller:
    return Biller(
        id=_uuid(numbers),
        name=biller.name,
        country=biller.country,
        phone=biller.phone,
        email=f"laskut@{biller.domain}" if biller.country == "FI" else f"faktura@{biller.domain}",
        website=f"https://www.{biller.domain}",
        phone_lines={SPOKEN[biller.country]: biller.line, "en": f"{biller.line[:-1]}9"},
        account=str(IBAN.random(biller.country, random=numbers, use_registry=False)),
        postponement_days=biller.postponement_days,
        plan_instalments=biller.plan_instalments,
        plan_least_minor=biller.plan_least,
        plan_free_before_due=biller.country == "FI",
    )


def _invoice(draft: InvoiceDraft, biller: Biller, today: date, numbers: random.Random) -> Invoice:
    middle = numbers.randrange(1000, 10_000)
    original_due = today + timedelta(days=draft.due if draft.original_due is None else draft.original_due)
    return Invoice(
        id=_uuid(numbers),
        number=draft.number,
        myropo_id=COMPANY_MYROPO_IDS.get(draft.number, f"MR-{middle}-{draft.number}"),
        reference=payment_reference(biller.country, f"{middle}{draft.number}"),
        customer_id=draft.customer,
        biller_id=biller.id,
        description=draft.description,
        issue_date=today + timedelta(days=draft.issued),
        due_date=original_due,
        original_due_date=original_due,
        interest_until=original_due,
        currency=CURRENCIES[biller.country],
    )


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


def _uuid(numbers: random.Random) -> UUID:
    return UUID(int=numbers.getrandbits(128), version=4)
