"""Customers, billers and invoices to show and to test with.

All names, numbers and addresses are invented. Days are counted from the day of seeding, so that an invoice "due in
three days" is that on any day; identifiers come from the seed, so that two seedings on one day are alike.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from schwifty import IBAN
from sqlalchemy.ext.asyncio import AsyncSession

from knowledge.money import Currency
from knowledge.tariffs import load_tariffs
from tools.context import SERVICE
from tools.ledger import office, repository
from tools.ledger.claims import Claim
from tools.ledger.history import Amount, Entry, State
from tools.ledger.identifiers import payment_reference
from tools.ledger.models import SPOKEN, Biller, Country, Customer, Invoice, LetterKind, PostingKind, Stage
from tools.ledger.offers import Ground, carry_out, offer
from tools.ledger.terms import AuthorizationWish
from tools.ledger.writing import append

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
    Person("johan", "Johan Ek", "SE", "sv", "One invoice that is late, and one in legal collection"),
    Person("nobody", "Niko Nurmi", "FI", "fi", "No invoices at all"),
]
COMPANIES = (
    Customer(
        id="kahvila-aamu",
        kind="company",
        name="Kahvila Aamu Oy",
        country="FI",
        language="fi",
        email="talous@kahvila-aamu.example",
        business_id="2468013-3",
    ),
    Customer(
        id="bageri-solros",
        kind="company",
        name="Bageri Solros AB",
        country="SE",
        language="sv",
        email="ekonomi@bageri-solros.example",
        business_id="5566012790",
    ),
    Customer(
        id="fjellkafe",
        kind="company",
        name="Fjellkafé AS",
        country="NO",
        language="nb",
        email="regnskap@fjellkafe.example",
        business_id="988077917",
    ),
)
COMPANY_MYROPO_IDS = {"9001": COMPANY_MYROPO_ID, "9002": "MR-7040-9002", "9003": "MR-7040-9003"}
CURRENCIES: dict[Country, Currency] = {"FI": "EUR", "SE": "SEK", "NO": "NOK"}


@dataclass(frozen=True)
class _Biller:
    name: str
    country: Country
    phone: str
    domain: str
    postponement_days: int
    plan_instalments: int
    plan_least: int
    """In minor units."""
    line: str
    """Customer service's number on this biller's invoices."""


_BILLERS = {
    "power": _Biller(
        "Revontuli Energia", "FI", "+358 9 4245 0101", "revontulienergia.example", 30, 6, 1500, "+358 9 4245 0901"
    ),
    "mobile": _Biller(
        "Kaiku Mobiili", "FI", "+358 9 4245 0102", "kaikumobiili.example", 21, 3, 1000, "+358 9 4245 0902"
    ),
    "gym": _Biller(
        "Kuntokeskus Tähti", "FI", "+358 9 4245 0103", "kuntokeskustahti.example", 30, 4, 1500, "+358 9 4245 0903"
    ),
    "dental": _Biller(
        "Hammasklinikka Hymy", "FI", "+358 9 4245 0104", "hammasklinikkahymy.example", 45, 12, 2000, "+358 9 4245 0904"
    ),
    "housing": _Biller("Koivukodit", "FI", "+358 9 4245 0105", "koivukodit.example", 14, 0, 0, "+358 9 4245 0905"),
    "el": _Biller("Fjällkraft El", "SE", "+46 8 5550 0101", "fjallkraft.example", 30, 6, 20000, "+46 8 5550 0901"),
    "broadband": _Biller(
        "Fjordnett Bredbånd", "NO", "+47 21 55 01 01", "fjordnett.example", 30, 4, 20000, "+47 21 55 09 01"
    ),
    "kindergarten": _Biller(
        "Solbakken barnehage", "NO", "+47 21 55 01 02", "solbakken.example", 21, 6, 30000, "+47 21 55 09 02"
    ),
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
    letters: tuple[tuple[LetterKind, int, int], ...] = ()
    """Kind, fee, day."""
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
        letters=(("reminder", 500, -16),),
    ),
    _Draft(
        "1004",
        "anna",
        "dental",
        "Hammastarkastus ja paikkaus",
        18640,
        issued=-50,
        due=-36,
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
        letters=(("reminder", 6000, -30), ("collection_letter", 18000, -7)),
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
        letters=(("reminder", 3500, -12),),
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
        letters=(("reminder", 3500, -45), ("collection_letter", 3500, -5)),
    ),
    _Draft(
        "4001",
        "olli",
        "power",
        "Sähkö, lokakuu",
        9240,
        issued=-30,
        due=-9,
        payments=((9240, -12), (9240, -10)),
    ),
    _Draft("5001", "sofia", "mobile", "Mobilabonnemang", 2990, issued=-12, due=9),
    _Draft(
        "9001",
        "kahvila-aamu",
        "power",
        "Sähkö, kahvilan kiinteistö",
        41230,
        issued=-47,
        due=-3,
        original_due=-33,
        letters=(("reminder", 1200, -17),),
    ),
    _Draft(
        "9002",
        "bageri-solros",
        "el",
        "Elförbrukning, bageriet",
        389000,
        issued=-50,
        due=2,
        original_due=-20,
        letters=(("reminder", 45000, -12),),
    ),
    _Draft("9003", "fjellkafe", "broadband", "Bredbånd, kafeen", 129900, issued=-12, due=5),
    _Draft("2002", "johan", "el", "Elförbrukning, andra kvartalet", 96000, issued=-40, due=-3),
    _Draft(
        "2003",
        "johan",
        "el",
        "Elförbrukning, första kvartalet",
        73000,
        issued=-160,
        due=-75,
        original_due=-130,
        letters=(("reminder", 6000, -118), ("collection_letter", 18000, -90), ("legal_notice", 0, -40)),
    ),
)
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
    billers = {key: _biller(biller, numbers) for key, biller in _BILLERS.items()}
    customers = {person.handle: _customer(person) for person in PEOPLE}
    customers |= {company.id: Customer(**company.model_dump()) for company in COMPANIES}
    session.add_all([*customers.values(), *billers.values()])
    # Without relationships between the classes the order of the inserts is ours to keep.
    await session.flush()
    for draft in _INVOICES:
        biller, customer = billers[draft.biller], customers[draft.customer]
        await _enter(session, draft, _invoice(draft, biller, today, numbers), biller, customer, today)


async def _enter(
    session: AsyncSession, draft: _Draft, invoice: Invoice, biller: Biller, customer: Customer, today: date
) -> None:
    """Write an invoice's history, event by event, as it would have happened."""
    await office.issue(session, invoice, biller, customer, draft.principal, now=_noon(invoice.issue_date))
    for (kind, fee, offset), due in zip(draft.letters, _due_dates(draft, today), strict=True):
        day = today + timedelta(offset)
        state = State.of(invoice).with_(stage=_STAGES[kind], letter=kind, due_date=due, interest_until=day)
        amounts = (Amount(_fee_kind(kind, customer, biller), fee),) if fee else ()
        claim = await _claim(session, invoice, today)
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


def _due_dates(draft: _Draft, today: date) -> list[date]:
    """What each letter set as the new due date: the last one the present, the others a day before the next letter."""
    following = [day - 1 for _, _, day in draft.letters[1:]]
    return [today + timedelta(day) for day in (*following, draft.due)] if draft.letters else []


def _fee_kind(letter: LetterKind, customer: Customer, biller: Biller) -> PostingKind:
    if biller.country == "SE" and customer.kind == "company":
        return "late_payment_compensation"
    return "reminder_fee" if letter == "reminder" else "collection_fee"


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


def _biller(biller: _Biller, numbers: random.Random) -> Biller:
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


def _invoice(draft: _Draft, biller: Biller, today: date, numbers: random.Random) -> Invoice:
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
