"""Invoices, situations and small stand-ins for the assistant's tests."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid5

from assistant.conversation import Message, Situation
from knowledge.money import Currency, Money
from knowledge.search import Passage
from tests.conftest import TODAY
from tools.context import Language
from tools.ledger.instalments import Instalment
from tools.ledger.models import Stage
from tools.ledger.proposal_views import STRONG, ProposalView
from tools.ledger.terms import PostponementTerms, Terms
from tools.ledger.views import BillerView, InvoiceDetails, InvoiceView

_NAMESPACE = UUID(int=7)


def day(offset: int) -> date:
    """The date so many days from the tests' today."""
    return TODAY + timedelta(days=offset)


def euros(amount_minor: int, currency: Currency = "EUR") -> Money:
    """An amount."""
    return Money(amount_minor=amount_minor, currency=currency)


def invoice(
    number: str,
    biller: str = "Revontuli Energia",
    description: str = "Sähkö, lokakuu",
    *,
    total: int = 8490,
    paid: int = 0,
    fees: int = 0,
    issued: int = -9,
    due: int = 12,
    stage: Stage = "open",
    currency: Currency = "EUR",
    plan: tuple[Instalment, ...] = (),
) -> InvoiceDetails:
    """An invoice as the ledger shows it; amounts in minor units, days counted from today."""
    owed = total - paid
    return InvoiceDetails(
        id=uuid5(_NAMESPACE, number + biller),
        number=number,
        myropo_id=f"MR-{len(biller) + 4000}-{number}",
        reference=f"{number}0",
        biller=BillerView(
            name=biller, phone="+358 9 4245 0101", email="laskut@biller.example", website="https://biller.example"
        ),
        description=description,
        stage=stage,
        issue_date=day(issued),
        due_date=day(due),
        original_due_date=day(due),
        days_late=max(0, -due) if owed > 0 else 0,
        total=euros(total, currency),
        paid=euros(paid, currency),
        outstanding=euros(owed, currency),
        fees=euros(fees, currency),
        interest=euros(0, currency),
        access="own",
        plan=plan,
        lines=(),
        payments=(),
    )


POWER = invoice("1001")
MOBILE = invoice("1002", "Kaiku Mobiili", "Puhelinliittymä ja laajakaista", total=4480, issued=-18, due=3)
GYM = invoice(
    "1003", "Kuntokeskus Tähti", "Kuntosalijäsenyys", total=6490, fees=500, issued=-46, due=-2, stage="reminder"
)
DENTIST = invoice(
    "1004", "Hammasklinikka Hymy", "Hammastarkastus", total=18640, paid=18640, issued=-50, due=-36, stage="paid"
)
RENT = invoice("1005", "Koivukodit", "Vuokra ja vesi", total=84500, paid=40000, issued=-14, due=6)
NURSERY = invoice("3002", "Solbakken barnehage", "Barnehageplass, september", total=207000, currency="NOK", issued=-80)
ANNAS: tuple[InvoiceView, ...] = (POWER, MOBILE, GYM, DENTIST, RENT)


def proposal(terms: Terms, number: str = "1003", biller: str = "Kuntokeskus Tähti") -> ProposalView:
    """An open card with these terms."""
    return ProposalView(
        id=UUID(int=1),
        hash="c0ffee",
        kind=terms.kind,
        status="open",
        invoice=number,
        biller=biller,
        expires_at=datetime.combine(TODAY, time(12, 30), UTC),
        strong=terms.kind in STRONG,
        terms=terms,
    )


PROPOSAL = proposal(PostponementTerms(fee=euros(500), total=euros(6990), old_date=day(-2), new_date=day(18)))


def situation(
    text: str,
    language: Language = "en",
    *,
    history: tuple[Message, ...] = (),
    pending: dict[str, Any] | None = None,
    invoices: tuple[InvoiceView, ...] = ANNAS,
    cards: tuple[ProposalView, ...] = (),
    subject: dict[str, Any] | None = None,
) -> Situation:
    """What a turn would know when Anna writes."""
    return Situation(text, language, TODAY, invoices, history, pending, subject, cards)


def passage(short_answer: str, *, fallback: bool = False, article_id: str = "fees") -> Passage:
    """A passage of the knowledge base."""
    return Passage(
        article_id=article_id,
        language="en",
        title="Fees",
        short_answer=short_answer,
        text=short_answer,
        url=f"/help/en/{article_id}",
        topic="fees",
        score=0.9,
        fallback=fallback,
    )


class Library:
    """A knowledge base that finds one article for questions about fees."""

    ANSWER = "A reminder costs 5 euros."

    async def search(self, question: str, **how: object) -> list[Passage]:
        """Find it where the question speaks of a reminder."""
        return [passage(self.ANSWER)] if "remind" in question or "muistut" in question else []
