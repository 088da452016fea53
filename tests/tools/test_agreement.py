"""PostgreSQL and the ledger in memory, which the other tests try out, agree on what happens to a claim."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from tests.tools.book import ACCOUNTS, DUE, RULES, Book, draft, issue, noon
from tools.context import SERVICE
from tools.database import SessionFactory
from tools.ledger import office, proposals, repository
from tools.ledger.advance import advance
from tools.ledger.claims import Claim
from tools.ledger.errors import PolicyRefused
from tools.ledger.history import State, replay
from tools.ledger.models import Country, CustomerKind, Posting
from tools.ledger.offers import Ground, carry_out, offer
from tools.ledger.terms import DisputeWish, PlanCancellationWish, PlanWish, PostponementWish, RefundWish, Terms, Wish

Work = Callable[[AsyncSession, Claim], Awaitable[object]]


class Twin:
    """One claim in a database and the same one in memory."""

    def __init__(self, sessions: SessionFactory, book: Book, invoice_id: UUID) -> None:
        self.sessions, self.book, self.id = sessions, book, invoice_id
        self.today = DUE - timedelta(days=5)

    @classmethod
    async def issued(cls, sessions: SessionFactory, country: Country, kind: CustomerKind) -> Twin:
        book = issue(country, kind, 36_500)
        invoice = draft(country, DUE)
        async with sessions.begin() as session:
            session.add_all([book.biller, book.customer])
            await session.flush()
            invoice.biller_id, invoice.customer_id = book.biller.id, book.customer.id
            await office.issue(
                session, invoice, book.biller, book.customer, 36_500, now=noon(invoice.issue_date), text="Sähkö"
            )
        return cls(sessions, book, invoice.id)

    async def work(self, work: Work) -> None:
        async with self.sessions.begin() as session:
            claim = await repository.lock_claim(session, SERVICE, self.id, self.today)
            assert claim is not None
            await work(session, claim)

    async def wish(self, wish: Wish) -> None:
        ours = offered(self.book.ground(self.today), wish)
        if not isinstance(ours, str):
            self.book.agree(wish, self.today)

        async def agree(session: AsyncSession, claim: Claim) -> None:
            ground = await proposals.ground_of(session, claim, RULES.tariffs, self.today)
            terms = offered(ground, wish)
            assert terms == ours
            if not isinstance(terms, str):
                await carry_out(session, ground, terms, actor="test", now=noon(self.today))

        await self.work(agree)

    async def pay(self, amount: int) -> None:
        source = f"bank:{self.book.invoice.version}"
        self.book.pay(amount, self.today, source)

        async def pay(session: AsyncSession, claim: Claim) -> None:
            assert await office.receive_payment(
                session, claim, amount, self.today, source=source, now=noon(self.today), actor="test"
            )

        await self.work(pay)

    async def settle(self, accepted: bool) -> None:
        self.book.settle(self.today, accepted=accepted)
        await self.work(
            lambda session, claim: office.settle_dispute(
                session, claim, self.today, accepted=accepted, why="examined", actor="test", now=noon(self.today)
            )
        )

    async def pass_days(self, days: int) -> None:
        first, self.today = self.today + timedelta(days=1), self.today + timedelta(days=days)
        self.book.advance(first, self.today)
        await advance(self.sessions, RULES, first_day=first, last_day=self.today, now=noon(self.today))

    async def agree(self) -> None:
        """Compare state, log and amounts."""
        async with self.sessions() as session:
            claim = await repository.lock_claim(session, SERVICE, self.id, self.today)
            events = await repository.events_of(session, self.id)
            letters = await repository.letters_in_scope(session, SERVICE, self.today, invoice_id=self.id)
        assert claim is not None
        assert claim.state == State.of(self.book.invoice) == replay(event.changes for event in events)
        assert claim.outstanding == self.book.claim.outstanding
        ours = [one.event for one in self.book.written]
        assert [(e.number, e.kind, e.on_day, e.why, e.changes) for e in events] == [
            (e["number"], e["kind"], e["on_day"], e["why"], e["changes"]) for e in ours
        ]
        assert [essence(p) for p in claim.postings] == [essence(p) for p in self.book.postings]
        sent = [one.letter for one in self.book.written if one.letter]
        assert [(row.kind, row.sent_on) for row, _, _ in reversed(letters)] == [(s["kind"], s["sent_on"]) for s in sent]


def offered(ground: Ground, wish: Wish) -> Terms | str:
    """Terms, or the reason why not."""
    try:
        return offer(ground, wish)
    except PolicyRefused as refusal:
        return refusal.reason


def essence(posting: Posting) -> tuple[int, str, int, date, str | None]:
    return posting.event_number, posting.kind, posting.amount_minor, posting.booked_on, posting.source


@pytest.mark.parametrize(
    ("seed", "country", "kind"),
    [(1, "FI", "person"), (2, "SE", "company"), (3, "NO", "person"), (4, "FI", "company"), (5, "FI", "person")],
)
async def test_memory_and_database_agree(
    sessions: SessionFactory, seed: int, country: Country, kind: CustomerKind
) -> None:
    chance = random.Random(seed)
    twin = await Twin.issued(sessions, country, kind)
    for _ in range(25):
        owed, ahead = twin.book.claim.outstanding.amount_minor, twin.today + timedelta(days=chance.randint(1, 30))
        match chance.choice(["days", "days", "days", "pay", "postpone", "plan", "end", "dispute", "refund"]):
            case "days":
                await twin.pass_days(chance.choice([1, 14, 30]))
            case "pay" if owed > 0:
                await twin.pay(chance.choice([owed // 3 + 1, owed // 5 + 1, owed // 4 + 1, owed + 10]))
            case "postpone":
                await twin.wish(PostponementWish(new_date=ahead))
            case "plan":
                wished = "change_payment_plan" if twin.book.claim.plan else "create_payment_plan"
                details = {"kind": wished, "instalments": chance.randint(2, 4), "first_date": ahead}
                await twin.wish(PlanWish.model_validate(details))
            case "end":
                await twin.wish(PlanCancellationWish())
            case "dispute" if twin.book.invoice.stage != "disputed":
                await twin.wish(DisputeWish(reason="not mine \x00 🙈"))
            case "dispute":
                await twin.settle(accepted=chance.random() < 0.2)
            case "refund":
                await twin.wish(RefundWish(iban=ACCOUNTS[country], holder="Anna"))
            case _:
                pass
    await twin.agree()
