"""Stand-ins for what lies around the tools, and short cuts."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import date, datetime, timedelta
from uuid import uuid4

from langchain.tools import BaseTool, ToolRuntime
from langchain_core.messages import ToolMessage
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from knowledge.search import Passage
from knowledge.tariffs import Tariffs
from tests.conftest import TODAY
from tools.context import SERVICE, Principal, Strength, ToolContext
from tools.database import SessionFactory
from tools.ledger import office, proposals, repository
from tools.ledger.claims import Claim
from tools.ledger.demo_data import COMPANY_MYROPO_ID
from tools.ledger.history import Entry
from tools.ledger.models import Authorization, Invoice
from tools.ledger.pending import Proposal
from tools.ledger.proposal_views import ProposalView, Receipt
from tools.ledger.service import LedgerService
from tools.ledger.terms import PostponementWish, Wish
from tools.ledger.views import InvoiceDetails
from tools.ledger.writing import append
from tools.ports import PaymentRequest
from tools.results import ToolResult

ContextOf = Callable[[str], ToolContext]

ANNA = Principal("person", "anna")
SOFIA = Principal("person", "sofia")
OLLI = Principal("person", "olli")
ERIK = Principal("person", "erik")
INGRID = Principal("person", "ingrid")
JOHAN = Principal("person", "johan")
NOBODY = Principal("person", "nobody")
ANONYMOUS = Principal("anonymous")
COMPANY = Principal("company", COMPANY_MYROPO_ID)


class Library:
    """A knowledge base with one article, which remembers how it was asked."""

    def __init__(self) -> None:
        self.asked: list[dict[str, object]] = []

    async def search(self, question: str, **how: object) -> list[Passage]:
        """Find the article when the question has the word "fee"."""
        self.asked.append({"question": question, **how})
        return [FEES] if "fee" in question else []


FEES = Passage(
    article_id="fees",
    language="en",
    title="Fees",
    short_answer="A reminder costs 5 euros.",
    text="A reminder costs 5 euros.",
    url="/help/en/fees",
    topic="fees",
    score=0.9,
    fallback=False,
)


class Provider:
    """A payment provider that remembers what it was asked for."""

    name = "stand-in"

    def __init__(self) -> None:
        self.requests: list[PaymentRequest] = []

    async def start(self, request: PaymentRequest) -> str:
        """Give an address that nobody visits."""
        self.requests.append(request)
        return f"https://pay.example/{request.id}"


def day(offset: int) -> date:
    """The date so many days from the tests' today."""
    return TODAY + timedelta(days=offset)


class Desk:
    """Wishes and clicks of customers, payments and decisions, each in a transaction of its own."""

    def __init__(self, sessions: SessionFactory, ledger: LedgerService, tariffs: Tariffs, now: datetime) -> None:
        self.sessions, self.ledger, self.tariffs, self.now = sessions, ledger, tariffs, now

    async def ask(
        self, wish: Wish, number: str = "1001", principal: Principal = ANNA, thread: str = "t"
    ) -> ProposalView:
        return (await self.ledger.propose(principal, thread, number, wish, self.now)).proposal

    async def offer(
        self, number: str = "1001", offset: int = 18, principal: Principal = ANNA, thread: str = "t"
    ) -> ProposalView:
        """A new due date, so many days from today."""
        return await self.ask(PostponementWish(new_date=day(offset)), number, principal, thread)

    async def confirm(
        self,
        offer: ProposalView,
        *,
        principal: Principal = ANNA,
        hash: str | None = None,
        after: timedelta | None = None,
        strength: Strength = "strong",
    ) -> Receipt:
        now = self.now + (after or timedelta(minutes=1))
        async with self.sessions.begin() as session:
            wanted = offer.hash if hash is None else hash
            return await proposals.confirm(
                session, principal, offer.id, wanted, now, tariffs=self.tariffs, strength=strength
            )

    async def agree(self, wish: Wish, number: str = "1001", principal: Principal = ANNA) -> Receipt:
        return await self.confirm(await self.ask(wish, number, principal), principal=principal)

    async def cancel(self, offer: ProposalView, principal: Principal = ANNA) -> ProposalView:
        async with self.sessions.begin() as session:
            return await proposals.cancel(session, principal, offer.id, self.now)

    async def pay(self, number: str, amount: int, source: str | None = None) -> bool:
        source = source or str(uuid4())
        async with self.locked(number) as (session, claim):
            return await office.receive_payment(session, claim, amount, TODAY, source=source, now=self.now)

    async def settle(self, number: str, *, accepted: bool) -> None:
        async with self.locked(number) as (session, claim):
            await office.settle_dispute(
                session, claim, TODAY, accepted=accepted, why="examined", actor="agent:aino", now=self.now
            )

    async def change(self, number: str, **changed: object) -> None:
        """Change an invoice's state as another part of the system would: by an entry to its log."""
        async with self.locked(number) as (session, claim):
            entry = Entry("dispute_settled", TODAY, claim.state.with_(**changed))
            await append(session, claim, entry, actor="service:", now=self.now)

    async def let_in(self, number: str, email: str = "x@y.example", **values: object) -> Principal:
        """Authorise somebody, and give the principal that an invitation would open."""
        async with self.locked(number) as (session, claim):
            row = Authorization.model_validate(
                {"invoice_id": claim.invoice.id, "name": "Somebody", "email": email, "allows": "handle", **values}
            )
            session.add(row)
        return Principal("delegate", str(row.id))

    def locked(self, number: str) -> AbstractAsyncContextManager[tuple[AsyncSession, Claim]]:
        return locked(self.sessions, number)

    async def invoice(self, number: str = "1001", principal: Principal = ANNA) -> InvoiceDetails:
        return await self.ledger.get_invoice(principal, number, TODAY)

    async def status(self, offer: ProposalView) -> str:
        async with self.sessions() as session:
            return (await session.scalars(select(Proposal).where(col(Proposal.id) == offer.id))).one().status


@asynccontextmanager
async def locked(sessions: SessionFactory, number: str) -> AsyncIterator[tuple[AsyncSession, Claim]]:
    """A transaction that holds an invoice."""
    async with sessions.begin() as session:
        found = select(col(Invoice.id)).where(col(Invoice.number) == number)
        invoice_id = (await session.scalars(found)).one()
        claim = await repository.lock_claim(session, SERVICE, invoice_id, TODAY)
        assert claim is not None
        yield session, claim


async def call(tool: BaseTool, context: ToolContext, **arguments: object) -> ToolResult:
    """What a tool answers, with the context injected as the agent does it."""
    return (await call_message(tool, context, **arguments)).artifact  # type: ignore[no-any-return]  # any in LangChain


async def call_message(tool: BaseTool, context: ToolContext, **arguments: object) -> ToolMessage:
    """As ``call``, with what the model gets to read."""
    runtime: ToolRuntime[ToolContext, dict[str, object]] = ToolRuntime(
        state={}, context=context, config={}, stream_writer=lambda _: None, tool_call_id="1", store=None
    )
    wanted = {"type": "tool_call", "name": tool.name, "id": "1", "args": {**arguments, "runtime": runtime}}
    message = await tool.ainvoke(wanted)
    assert isinstance(message, ToolMessage)
    return message
