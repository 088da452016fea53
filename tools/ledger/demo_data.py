"""Who and what there is in the demo. All names, numbers and addresses are invented."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.money import Currency
from tools.ledger.models import Country, Customer, LetterKind

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
class BillerDraft:
    """A biller; its e-mail addresses and pages are made from the domain."""

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


BILLERS = {
    "power": BillerDraft(
        "Revontuli Energia", "FI", "+358 9 4245 0101", "revontulienergia.example", 30, 6, 1500, "+358 9 4245 0901"
    ),
    "mobile": BillerDraft(
        "Kaiku Mobiili", "FI", "+358 9 4245 0102", "kaikumobiili.example", 21, 3, 1000, "+358 9 4245 0902"
    ),
    "gym": BillerDraft(
        "Kuntokeskus Tähti", "FI", "+358 9 4245 0103", "kuntokeskustahti.example", 30, 4, 1500, "+358 9 4245 0903"
    ),
    "dental": BillerDraft(
        "Hammasklinikka Hymy", "FI", "+358 9 4245 0104", "hammasklinikkahymy.example", 45, 12, 2000, "+358 9 4245 0904"
    ),
    "housing": BillerDraft("Koivukodit", "FI", "+358 9 4245 0105", "koivukodit.example", 14, 0, 0, "+358 9 4245 0905"),
    "el": BillerDraft("Fjällkraft El", "SE", "+46 8 5550 0101", "fjallkraft.example", 30, 6, 20000, "+46 8 5550 0901"),
    "broadband": BillerDraft(
        "Fjordnett Bredbånd", "NO", "+47 21 55 01 01", "fjordnett.example", 30, 4, 20000, "+47 21 55 09 01"
    ),
    "kindergarten": BillerDraft(
        "Solbakken barnehage", "NO", "+47 21 55 01 02", "solbakken.example", 21, 6, 30000, "+47 21 55 09 02"
    ),
}


@dataclass(frozen=True)
class InvoiceDraft:
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


INVOICES = (
    InvoiceDraft("1001", "anna", "power", "Sähkö, lokakuu", 8490, issued=-9, due=12),
    InvoiceDraft("1002", "anna", "mobile", "Puhelinliittymä ja laajakaista", 4480, issued=-18, due=3),
    InvoiceDraft(
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
    InvoiceDraft(
        "1004",
        "anna",
        "dental",
        "Hammastarkastus ja paikkaus",
        18640,
        issued=-50,
        due=-36,
        payments=((18640, -38),),
    ),
    InvoiceDraft("1005", "anna", "housing", "Vuokra ja vesi", 84500, issued=-14, due=6, payments=((40000, -4),)),
    InvoiceDraft(
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
    InvoiceDraft(
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
    InvoiceDraft(
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
    InvoiceDraft(
        "4001",
        "olli",
        "power",
        "Sähkö, lokakuu",
        9240,
        issued=-30,
        due=-9,
        payments=((9240, -12), (9240, -10)),
    ),
    InvoiceDraft("5001", "sofia", "mobile", "Mobilabonnemang", 2990, issued=-12, due=9),
    InvoiceDraft(
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
    InvoiceDraft(
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
    InvoiceDraft("9003", "fjellkafe", "broadband", "Bredbånd, kafeen", 129900, issued=-12, due=5),
    InvoiceDraft("2002", "johan", "el", "Elförbrukning, andra kvartalet", 96000, issued=-40, due=-3),
    InvoiceDraft(
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
