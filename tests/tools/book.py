"""One claim's ledger in memory: the same entries, rows and states as in PostgreSQL, without it."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

from knowledge.money import Currency
from knowledge.rates import load_rates
from knowledge.tariffs import load_tariffs
from tools.ledger import office
from tools.ledger.claims import Access, Claim
from tools.ledger.collection import Rules, due_entries
from tools.ledger.history import Amount, Entry, State
from tools.ledger.models import Allows, Authorization, Biller, Country, Customer, CustomerKind, Invoice, Posting
from tools.ledger.offers import Ground, entry_of, offer
from tools.ledger.terms import AuthorizationTerms, RevocationTerms, Terms, Wish
from tools.ledger.writing import Written, move, rows_of

RULES = Rules(load_tariffs(), load_rates())
CURRENCIES: dict[Country, Currency] = {"FI": "EUR", "SE": "SEK", "NO": "NOK"}
ACCOUNTS: dict[Country, str] = {
    "FI": "fi21 1234 5600 0007 85",
    "SE": "SE45 5000 0000 0583 9825 7466",
    "NO": "NO93 8601 1117 947",
}
DUE = date(2026, 3, 2)
"""A Monday."""


def biller(country: Country = "FI", **values: Any) -> Biller:
    """A biller that allows a lot; what is given wins."""
    known: dict[str, Any] = {
        "name": "Revontuli Energia",
        "country": country,
        "phone": "+358 9 4245 0101",
        "email": "laskut@revontulienergia.example",
        "website": "https://www.revontulienergia.example",
        "phone_lines": {},
        "account": "".join(ACCOUNTS[country].split()).upper(),
        "postponement_days": 30,
        "plan_instalments": 6,
        "plan_least_minor": 1000,
    }
    return Biller(**{**known, **values})


def customer(country: Country = "FI", kind: CustomerKind = "person") -> Customer:
    """Somebody who owes."""
    handle = f"c-{uuid4()}"
    return Customer(
        id=handle, kind=kind, name="Anna Virtanen", country=country, language="fi", email=f"{handle}@customer.example"
    )


@dataclass
class Book:
    """A claim, and all that was written about it.

    Attributes:
        invoice: its row.
        sources: of the payments that arrived.
    """

    invoice: Invoice
    biller: Biller
    customer: Customer
    access: Access = "own"
    allows: Allows = "handle"
    written: list[Written] = field(default_factory=list)
    postings: list[Posting] = field(default_factory=list)
    authorizations: list[Authorization] = field(default_factory=list)
    sources: set[str] = field(default_factory=set)

    @property
    def claim(self) -> Claim:
        """As the principal sees it now."""
        return Claim(self.invoice, self.biller, self.customer, self.access, self.allows, tuple(self.postings))

    @property
    def kinds(self) -> list[str]:
        """What happened, in a word each."""
        return [one.event["kind"] for one in self.written]

    def ground(self, today: date) -> Ground:
        """What offers rest on."""
        return Ground(self.claim, RULES.tariffs.of(self.biller.country, today), today, tuple(self.authorizations))

    def write(self, entry: Entry) -> None:
        """Append an entry."""
        one = rows_of(self.claim, entry, actor="test", now=noon(entry.on))
        self.written.append(one)
        self.postings += [Posting(**values) for values in one.postings]
        move(self.invoice, entry)

    def agree(self, wish: Wish, today: date) -> Terms:
        """Offer and carry out."""
        ground = self.ground(today)
        terms = offer(ground, wish)
        if isinstance(terms, AuthorizationTerms):
            values = terms.model_dump(include={"name", "email", "allows"})
            self.authorizations.append(
                Authorization(invoice_id=self.invoice.id, valid_until=terms.until, **values),
            )
        if isinstance(terms, RevocationTerms):
            self.authorizations = [each for each in self.authorizations if each.id != terms.authorization_id]
        self.write(entry_of(ground, terms))
        return terms

    def advance(self, first: date, last: date) -> list[Entry]:
        """What the daily runs of some days do."""
        entries = []
        for entry in due_entries(Live(self), RULES, first, last):
            self.write(entry)
            entries.append(entry)
        return entries

    def pay(self, amount: int, on: date, source: str | None = None) -> bool:
        """Book a payment, once per source."""
        source = source or str(uuid4())
        entry = office.payment_entry(self.claim, amount, on, source)
        if source in self.sources:
            return False
        self.sources.add(source)
        self.write(entry)
        return True

    def credit(self, amount: int, on: date) -> None:
        """Take back some of what was charged."""
        self.write(office.credit_entry(self.claim, amount, on, "wrong"))

    def settle(self, on: date, *, accepted: bool) -> None:
        """End a dispute."""
        self.write(office.settlement_entry(self.claim, on, "examined"))
        if accepted and self.claim.total.amount_minor > 0:
            self.credit(self.claim.total.amount_minor, on)

    def copy(self) -> Book:
        """An independent one."""
        twin = deepcopy(self)
        twin.invoice.id = self.invoice.id
        return twin


class Live(Claim):
    """A claim that follows its book, as the daily run's does."""

    def __init__(self, book: Book) -> None:
        super().__init__(book.invoice, book.biller, book.customer, book.access, book.allows, book.postings)


def issue(
    country: Country = "FI",
    kind: CustomerKind = "person",
    principal: int = 8490,
    due: date = DUE,
    *,
    directly_enforceable: bool = False,
    **limits: Any,
) -> Book:
    """A new claim, issued three weeks before it is due."""
    invoice = draft(country, due, directly_enforceable=directly_enforceable)
    book = Book(invoice, biller(country, **limits), customer(country, kind))
    amounts = (Amount("principal", principal, "Sähkö"),)
    book.write(Entry("issued", invoice.issue_date, State.of(invoice), amounts=amounts, letter="invoice"))
    return book


def draft(country: Country, due: date, *, directly_enforceable: bool = False) -> Invoice:
    """An invoice's row, with nobody named yet."""
    number = uuid4().int % 10**8
    return Invoice(
        number=str(number),
        myropo_id=f"MR-{number}",
        reference="12344",
        customer_id="",
        biller_id=UUID(int=0),
        description="Sähkö",
        currency=CURRENCIES[country],
        directly_enforceable=directly_enforceable,
        issue_date=due - timedelta(days=21),
        due_date=due,
        original_due_date=due,
        interest_until=due,
    )


def noon(day: date) -> datetime:
    """Noon UTC of a day."""
    return datetime.combine(day, time(12), UTC)


def posted(book: Book, kind: str) -> Sequence[int]:
    """Amounts of one kind."""
    return [posting.amount_minor for posting in book.postings if posting.kind == kind]
