"""What may be asked of the ledger. Each call is one transaction of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from knowledge.tariffs import Tariffs
from tools.context import Principal, local_date
from tools.database import SessionFactory
from tools.ledger import policies, proposals, repository
from tools.ledger.claims import Claim
from tools.ledger.errors import InvoiceAmbiguous, InvoiceNotFound, PolicyRefused
from tools.ledger.policies import Postponement, PostponementAllowed, PostponementRefused
from tools.ledger.views import CustomerView, InvoiceDetails, InvoiceView, PostponementTerms, ProposalView


@dataclass(frozen=True)
class Proposed:
    """A proposal that was made, and what it took the place of.

    Attributes:
        proposal: the new one.
        closed: proposals of the same thread that can no longer be confirmed.
    """

    proposal: ProposalView
    closed: tuple[ProposalView, ...]


class LedgerService:
    """The invoices within a principal's scope, and proposals to change them.

    Args:
        sessions: where transactions come from.
        tariffs: the fees.
    """

    def __init__(self, sessions: SessionFactory, tariffs: Tariffs) -> None:
        self._sessions = sessions
        self._tariffs = tariffs

    @property
    def tariffs(self) -> Tariffs:
        """The fees this ledger works with; ``proposals.confirm`` wants the same."""
        return self._tariffs

    async def customer(self, principal: Principal) -> CustomerView | None:
        """Whom the principal acts for; None for anonymous and for keys that mean nothing."""
        async with self._sessions() as session:
            customer = await repository.customer_of(session, principal)
            return CustomerView.of(customer) if customer else None

    async def list_invoices(self, principal: Principal, today: date) -> list[InvoiceView]:
        """Every invoice in scope, by due date."""
        async with self._sessions() as session:
            claims = await repository.all_claims(session, principal, today)
            return [InvoiceView.of(claim, today) for claim in claims]

    async def get_invoice(self, principal: Principal, reference: str, today: date) -> InvoiceDetails:
        """One invoice in full.

        Args:
            principal: whose scope.
            reference: invoice number or MyRopo ID, in any case.
            today: the day it is looked at.

        Raises:
            InvoiceNotFound: none in scope.
            InvoiceAmbiguous: several bear this number.
        """
        async with self._sessions() as session:
            return InvoiceDetails.of(await _one(session, principal, reference, today), today)

    async def postponable_invoices(self, principal: Principal, today: date) -> list[InvoiceView]:
        """The invoices in scope whose due date may be moved, by due date."""
        async with self._sessions() as session:
            claims = await repository.all_claims(session, principal, today)
            allowed = [claim for claim in claims if isinstance(self._options(claim, today), PostponementAllowed)]
            return [InvoiceView.of(claim, today) for claim in allowed]

    async def postponement_options(self, principal: Principal, reference: str, today: date) -> Postponement:
        """Whether and how the due date of an invoice may be moved.

        Raises:
            InvoiceNotFound: none in scope.
            InvoiceAmbiguous: several bear this number.
        """
        async with self._sessions() as session:
            return self._options(await _one(session, principal, reference, today), today)

    async def propose_postponement(
        self, principal: Principal, thread_id: str, reference: str, new_date: date, now: datetime
    ) -> Proposed:
        """Offer a new due date; open proposals of the same thread are superseded.

        Args:
            principal: who asks, and who alone may confirm.
            thread_id: the conversation.
            reference: invoice number or MyRopo ID.
            new_date: the wished due date.
            now: the present moment.

        Raises:
            InvoiceNotFound: none in scope.
            InvoiceAmbiguous: several bear this number.
            PolicyRefused: the rules say no; nothing was stored or superseded.
        """
        today = local_date(now)
        async with self._sessions.begin() as session:
            claim = await _one(session, principal, reference, today)
            terms = _terms(claim, self._options(claim, today), new_date)
            closed = await proposals.supersede(session, thread_id, now)
            made = await proposals.make(session, principal, thread_id, claim, terms, now)
            return Proposed(made, tuple(closed))

    async def open_proposals(self, thread_id: str, now: datetime) -> list[ProposalView]:
        """The thread's proposals that can still be confirmed: one or none."""
        async with self._sessions() as session:
            rows = await repository.open_proposals(session, thread_id)
            return [ProposalView.of(*row) for row in rows if row[0].expires_at > now]

    def _options(self, claim: Claim, today: date) -> Postponement:
        return policies.postponement(claim.facts, self._tariffs.of(claim.biller.country, today), today)


async def _one(session: AsyncSession, principal: Principal, reference: str, today: date) -> Claim:
    claims = await repository.find_claims(session, principal, reference, today)
    if not claims:
        raise InvoiceNotFound(f"no invoice {reference!r}")
    if len(claims) > 1:
        raise InvoiceAmbiguous(reference, [claim.invoice.myropo_id for claim in claims])
    return claims[0]


def _terms(claim: Claim, options: Postponement, new_date: date) -> PostponementTerms:
    about = {"invoice": claim.invoice.number, "due_date": claim.invoice.due_date, "new_date": new_date}
    if isinstance(options, PostponementRefused):
        raise PolicyRefused(options.reason, about)
    if reason := policies.check_new_date(options, new_date):
        possible = {"earliest": options.earliest, "latest": options.latest, "fee": options.fee}
        raise PolicyRefused(reason, {**about, **possible})
    total = claim.outstanding + options.fee
    return PostponementTerms(old_date=claim.invoice.due_date, new_date=new_date, fee=options.fee, total=total)
