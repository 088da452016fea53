"""Customers, billers and invoices to show and to test with.

All names, numbers and addresses are invented. Days are counted from the day of seeding, so that an invoice "due in
three days" is that on any day; identifiers come from the seed, so that two seedings on one day are alike.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from knowledge.money import Currency
from tools.ledger.models import Authorization, Biller, Country, Customer, Invoice, InvoiceLine, LineKind, Payment, Stage

COMPANY_MYROPO_ID = "MR-7040-9001"


@dataclass(frozen=True)
class Person:
    """A customer to choose in the demo; ``about`` says in English what there is to try."""

    handle: str
    name: str
    country: Country
    language: str
    about: str


PEOPLE = [
    Person("anna", "Anna Virtanen", "FI", "fi", "Five invoices: open, due soon, reminder, paid, partly paid"),
    Person("erik", "Erik Lindqvist", "SE", "sv", "One invoice at the collection-letter stage"),
    Person("ingrid", "Ingrid Haugen", "NO", "nb", "A reminder and a payment demand"),
    Person("olli", "Olli Korhonen", "FI", "fi", "Paid one invoice twice; the overpayment waits for a bank account"),
    Person("sofia", "Sofia Lindholm", "FI", "sv", "One invoice of her own, and one of Anna's that she may handle"),
    Person("nobody", "Niko Nurmi", "FI", "fi", "No invoices at all"),
]
COMPANY = Customer(
    id="kahvila-aamu",
    kind="company",
    name="Kahvila Aamu Oy",
    country="FI",
    language="fi",
    email="talous@kahvila-aamu.example",
)
CURRENCIES: dict[Country, Currency] = {"FI": "EUR", "SE": "SEK", "NO": "NOK"}


@dataclass(frozen=True)
class _Biller:
    name: str
    country: Country
    phone: str
    domain: str
    postponement_days: int


_BILLERS = {
    "power": _Biller("Revontuli Energia", "FI", "+358 9 4245 0101", "revontulienergia.example", 30),
    "mobile": _Biller("Kaiku Mobiili", "FI", "+358 9 4245 0102", "kaikumobiili.example", 21),
    "gym": _Biller("Kuntokeskus Tähti", "FI", "+358 9 4245 0103", "kuntokeskustahti.example", 30),
    "dental": _Biller("Hammasklinikka Hymy", "FI", "+358 9 4245 0104", "hammasklinikkahymy.example", 45),
    "housing": _Biller("Koivukodit", "FI", "+358 9 4245 0105", "koivukodit.example", 14),
    "el": _Biller("Fjällkraft El", "SE", "+46 8 5550 0101", "fjallkraft.example", 30),
    "broadband": _Biller("Fjordnett Bredbånd", "NO", "+47 21 55 01 01", "fjordnett.example", 30),
    "kindergarten": _Biller("Solbakken barnehage", "NO", "+47 21 55 01 02", "solbakken.example", 21),
}


@dataclass(frozen=True)
class _Draft:
    """An invoice with days counted from today: ``-3`` is three days ago. Amounts are in minor units."""

    number: str
    customer: str
    biller: str
    description: str
    principal: int
    issued: int
    due: int
    original_due: int | None = None
    stage: Stage = "open"
    fees: tuple[tuple[LineKind, int, int], ...] = ()
    """Kind, amount, day."""
    payments: tuple[tuple[int, int], ...] = ()
    """Amount, day."""


_INVOICES = (
    _Draft("1001", "anna", "power", "Sähkö, lokakuu", 8490, issued=-9, due=12),
    _Draft("1002", "anna", "mobile", "Puhelinliittymä ja laajakaista", 4480, issued=-18, due=3),
    _Draft(
        "1003",
        "anna",
        "gym",
        "Kuntosalijäsenyys",
        5990,
        issued=-46,
        due=-2,
        original_due=-32,
        stage="reminder",
        fees=(("reminder_fee", 500, -16),),
    ),
    _Draft(
        "1004",
        "anna",
        "dental",
        "Hammastarkastus ja paikkaus",
        18640,
        issued=-50,
        due=-36,
        stage="paid",
        payments=((18640, -38),),
    ),
    _Draft("1005", "anna", "housing", "Vuokra ja vesi", 84500, issued=-14, due=6, payments=((40000, -4),)),
    _Draft(
        "2001",
        "erik",
        "el",
        "Elförbrukning, tredje kvartalet",
        124500,
        issued=-75,
        due=3,
        original_due=-45,
        stage="collection",
        fees=(("reminder_fee", 6000, -30), ("collection_fee", 18000, -7)),
    ),
    _Draft(
        "3001",
        "ingrid",
        "broadband",
        "Bredbånd, oktober",
        69900,
        issued=-40,
        due=-1,
        original_due=-26,
        stage="reminder",
        fees=(("reminder_fee", 3500, -12),),
    ),
    _Draft(
        "3002",
        "ingrid",
        "kindergarten",
        "Barnehageplass, september",
        200000,
        issued=-80,
        due=9,
        original_due=-66,
        stage="collection",
        fees=(("reminder_fee", 3500, -45), ("collection_fee", 3500, -5)),
    ),
    _Draft(
        "4001",
        "olli",
        "power",
        "Sähkö, lokakuu",
        9240,
        issued=-30,
        due=-9,
        stage="paid",
        payments=((9240, -12), (9240, -10)),
    ),
    _Draft("5001", "sofia", "mobile", "Mobilabonnemang", 2990, issued=-12, due=9),
    _Draft(
        "9001",
        COMPANY.id,
        "power",
        "Sähkö, kahvilan kiinteistö",
        41230,
        issued=-47,
        due=-3,
        original_due=-33,
        stage="reminder",
        fees=(("reminder_fee", 1200, -17),),
    ),
)
_DELEGATE, _ENTRUSTED = "sofia", "1005"


async def seed(session: AsyncSession, today: date, seed: int = 1) -> None:
    """Add the demo data to an empty ledger; the caller commits.

    Args:
        session: the caller's transaction.
        today: the day that all dates are counted from.
        seed: another number gives other identifiers.
    """
    numbers = random.Random(seed)
    billers = {key: _biller(biller, numbers) for key, biller in _BILLERS.items()}
    invoices = {draft.number: _invoice(draft, billers[draft.biller], today, numbers) for draft in _INVOICES}
    session.add_all([Customer(**COMPANY.model_dump()), *map(_customer, PEOPLE), *billers.values()])
    # Without relationships between the classes the order of the inserts is ours to keep.
    await session.flush()
    session.add_all(invoices.values())
    await session.flush()
    for draft in _INVOICES:
        session.add_all(_postings(draft, invoices[draft.number], today))
    session.add(Authorization(delegate_id=_DELEGATE, invoice_id=invoices[_ENTRUSTED].id))
    await session.flush()


def _customer(person: Person) -> Customer:
    return Customer(
        id=person.handle,
        kind="person",
        name=person.name,
        country=person.country,
        language=person.language,
        email=f"{person.handle}@customer.example",
    )


def _biller(biller: _Biller, numbers: random.Random) -> Biller:
    return Biller(
        id=_uuid(numbers),
        name=biller.name,
        country=biller.country,
        phone=biller.phone,
        email=f"laskut@{biller.domain}" if biller.country == "FI" else f"faktura@{biller.domain}",
        website=f"https://www.{biller.domain}",
        postponement_days=biller.postponement_days,
    )


def _invoice(draft: _Draft, biller: Biller, today: date, numbers: random.Random) -> Invoice:
    middle = numbers.randrange(1000, 10_000)
    due = today + timedelta(days=draft.due)
    return Invoice(
        id=_uuid(numbers),
        number=draft.number,
        myropo_id=COMPANY_MYROPO_ID if draft.customer == COMPANY.id else f"MR-{middle}-{draft.number}",
        customer_id=draft.customer,
        biller_id=biller.id,
        description=draft.description,
        stage=draft.stage,
        issue_date=today + timedelta(days=draft.issued),
        due_date=due,
        original_due_date=due if draft.original_due is None else today + timedelta(days=draft.original_due),
        currency=CURRENCIES[biller.country],
    )


def _postings(draft: _Draft, invoice: Invoice, today: date) -> list[InvoiceLine | Payment]:
    principal = InvoiceLine(
        invoice_id=invoice.id,
        kind="principal",
        text=draft.description,
        amount_minor=draft.principal,
        added_on=invoice.issue_date,
    )
    fees = [
        InvoiceLine(invoice_id=invoice.id, kind=kind, text="", amount_minor=amount, added_on=today + timedelta(day))
        for kind, amount, day in draft.fees
    ]
    payments = [
        Payment(invoice_id=invoice.id, amount_minor=amount, paid_on=today + timedelta(day))
        for amount, day in draft.payments
    ]
    return [principal, *fees, *payments]


def _uuid(numbers: random.Random) -> UUID:
    return UUID(int=numbers.getrandbits(128), version=4)
