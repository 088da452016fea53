"""What may be asked of the ledger. Each call is one transaction of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import TypeVar
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from knowledge.hours import Hours, load_hours
from knowledge.tariffs import Tariffs
from tools.context import Principal, local_date
from tools.database import SessionFactory
from tools.ledger import possible, proposals, repository
from tools.ledger.claims import Claim
from tools.ledger.errors import InvoiceAmbiguous, InvoiceNotFound, LetterNotFound
from tools.ledger.facts import Refusal
from tools.ledger.letters import LetterFacts
from tools.ledger.models import SPOKEN, Authorization
from tools.ledger.offers import Ground
from tools.ledger.pending import ProposalKind
from tools.ledger.policies import PlanAllowed, PostponementAllowed
from tools.ledger.possible import Action
from tools.ledger.proposal_views import ProposalView
from tools.ledger.terms import Wish
from tools.ledger.views import (
    AuthorizationView,
    BillerView,
    ContactView,
    CustomerView,
    InvoiceDetails,
    InvoiceView,
    LetterView,
)

A = TypeVar("A")


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
        hours: when customer service answers.
    """

    def __init__(self, sessions: SessionFactory, tariffs: Tariffs, hours: Hours | None = None) -> None:
        self._sessions = sessions
        self._tariffs = tariffs
        self._hours = hours or load_hours()

    @property
    def tariffs(self) -> Tariffs:
        """The fees this ledger works with; ``proposals.confirm`` wants the same."""
        return self._tariffs

    async def customer(self, principal: Principal, today: date | None = None) -> CustomerView | None:
        """Whom the principal acts for, or the delegate; None for anonymous and for keys that mean nothing.

        Args:
            principal: who asks.
            today: the day on which a delegate's authorization must hold; needed for delegates only.
        """
        async with self._sessions() as session:
            if principal.kind == "delegate" and today is not None:
                entrusted = await repository.delegate_of(session, principal, today)
                return CustomerView.of_delegate(*entrusted) if entrusted else None
            customer = await repository.customer_of(session, principal)
            return CustomerView.of(customer) if customer else None

    async def list_invoices(self, principal: Principal, today: date) -> list[InvoiceView]:
        """Every invoice in scope, by due date."""
        async with self._sessions() as session:
            claims = await repository.all_claims(session, principal, today)
            return [InvoiceView.of(claim, today) for claim in claims]

    async def get_invoice(self, principal: Principal, reference: str, today: date) -> InvoiceDetails:
        """One invoice in full; who else may see it is for its owner to know.

        Args:
            principal: whose scope.
            reference: invoice number or MyRopo ID, in any case.
            today: the day it is looked at.

        Raises:
            InvoiceNotFound: none in scope.
            InvoiceAmbiguous: several bear this number.
        """
        async with self._sessions() as session:
            claim = await find_one(session, principal, reference, today)
            letters = await repository.letters_in_scope(session, principal, today, invoice_id=claim.invoice.id)
            known = claim.access in ("own", "company")
            others = await repository.authorizations_of(session, claim.invoice.id, today) if known else []
            return InvoiceDetails.of_claim(
                claim,
                today,
                letters=tuple(LetterView.of(*row) for row in reversed(letters)),
                authorizations=tuple(AuthorizationView.of(other) for other in others),
            )

    async def letters(self, principal: Principal, today: date, reference: str | None = None) -> list[LetterView]:
        """The archive, newest first: of all invoices in scope, or of one.

        Raises:
            InvoiceNotFound: none in scope.
            InvoiceAmbiguous: several bear this number.
        """
        async with self._sessions() as session:
            invoice_id = None
            if reference is not None:
                invoice_id = (await find_one(session, principal, reference, today)).invoice.id
            rows = await repository.letters_in_scope(session, principal, today, invoice_id=invoice_id)
            return [LetterView.of(*row) for row in rows]

    async def letter(self, principal: Principal, letter_id: UUID, today: date) -> tuple[LetterFacts, str]:
        """What one letter says, and the language it was sent in.

        Raises:
            LetterNotFound: none in scope.
        """
        async with self._sessions() as session:
            rows = await repository.letters_in_scope(session, principal, today, letter_id=letter_id)
            if not rows:
                raise LetterNotFound(str(letter_id))
            letter = rows[0][0]
            return LetterFacts.model_validate(letter.facts), letter.language

    async def contact(self, principal: Principal, reference: str, language: str, now: datetime) -> ContactView:
        """Whom to ask about an invoice, with the phone line in a language, or else in the biller's own.

        Raises:
            InvoiceNotFound: none in scope.
            InvoiceAmbiguous: several bear this number.
        """
        async with self._sessions() as session:
            claim = await find_one(session, principal, reference, local_date(now))
        biller, lines = claim.biller, claim.biller.phone_lines
        return ContactView(
            invoice=claim.invoice.number,
            biller=BillerView.of(biller),
            phone=lines.get(language) or lines.get(SPOKEN[biller.country]) or next(iter(lines.values()), None),
            hours=self._hours.weekly(biller.country),
            open_now=self._hours.is_open(biller.country, now),
        )

    async def possible_invoices(self, principal: Principal, action: Action, today: date) -> list[InvoiceView]:
        """The invoices in scope for which something may be asked, whatever its details; by due date."""
        grounds = await self._grounds(principal, today)
        possible_ones = (g for g in grounds if not isinstance(possible.judged(g, action), Refusal))
        return [InvoiceView.of(ground.claim, today) for ground in possible_ones]

    async def possible_changes(self, principal: Principal, today: date) -> list[tuple[InvoiceView, list[ProposalKind]]]:
        """Every invoice in scope, by due date, each with the changes that may be asked for it now."""
        grounds = await self._grounds(principal, today)
        return [(InvoiceView.of(ground.claim, today), possible.possible_kinds(ground)) for ground in grounds]

    async def refusal(self, principal: Principal, action: Action, reference: str, today: date) -> Refusal | None:
        """Why something may not be asked for an invoice, whatever its details; None when it may.

        Raises:
            InvoiceNotFound: none in scope.
            InvoiceAmbiguous: several bear this number.
        """
        async with self._sessions() as session:
            claim = await find_one(session, principal, reference, today)
            others = await repository.authorizations_of(session, claim.invoice.id, today)
        answer = possible.judged(self._ground(claim, today, others), action)
        return answer if isinstance(answer, Refusal) else None

    async def postponement(self, principal: Principal, reference: str, today: date) -> PostponementAllowed | Refusal:
        """Whether and how the due date of an invoice may be moved.

        Raises:
            InvoiceNotFound: none in scope.
            InvoiceAmbiguous: several bear this number.
        """
        return await self._judge(principal, reference, today, possible.postponement)

    async def payment_plan(
        self, principal: Principal, reference: str, today: date, *, anew: bool = False
    ) -> PlanAllowed | Refusal:
        """Whether and how an invoice may be paid in instalments; ``anew`` when there is a plan to be changed.

        Raises:
            InvoiceNotFound: none in scope.
            InvoiceAmbiguous: several bear this number.
        """
        return await self._judge(principal, reference, today, partial(possible.plan, anew=anew))

    async def propose(
        self, principal: Principal, thread_id: str, reference: str, wish: Wish, now: datetime
    ) -> Proposed:
        """Offer what a customer wishes; open proposals of the same thread are superseded.

        Args:
            principal: who asks, and who alone may confirm.
            thread_id: the conversation.
            reference: invoice number or MyRopo ID.
            wish: what is asked for.
            now: the present moment.

        Raises:
            InvoiceNotFound: none in scope.
            InvoiceAmbiguous: several bear this number.
            PolicyRefused: the rules say no; nothing was stored or superseded.
        """
        async with self._sessions.begin() as session:
            return await propose_within(session, self._tariffs, principal, thread_id, reference, wish, now)

    async def open_proposals(self, thread_id: str, now: datetime) -> list[ProposalView]:
        """The thread's proposals that can still be confirmed: one or none."""
        async with self._sessions() as session:
            rows = await repository.open_proposals(session, thread_id)
            return [ProposalView.of(*row) for row in rows if row[0].expires_at > now]

    async def _judge(self, principal: Principal, reference: str, today: date, judge: Callable[[Ground], A]) -> A:
        async with self._sessions() as session:
            claim = await find_one(session, principal, reference, today)
        return judge(self._ground(claim, today))

    async def _grounds(self, principal: Principal, today: date) -> list[Ground]:
        async with self._sessions() as session:
            claims = await repository.all_claims(session, principal, today)
            others = await repository.authorizations_by_invoice(session, claims, today)
        return [self._ground(claim, today, others.get(claim.invoice.id, ())) for claim in claims]

    def _ground(self, claim: Claim, today: date, others: Sequence[Authorization] = ()) -> Ground:
        return Ground(claim, self._tariffs.of(claim.biller.country, today), today, others)


async def find_one(session: AsyncSession, principal: Principal, reference: str, today: date) -> Claim:
    """The one invoice in scope with this number or MyRopo ID.

    Raises:
        InvoiceNotFound: none in scope.
        InvoiceAmbiguous: several bear this number.
    """
    claims = await repository.find_claims(session, principal, reference, today)
    if not claims:
        raise InvoiceNotFound(f"no invoice {reference!r}")
    if len(claims) > 1:
        raise InvoiceAmbiguous(reference, [claim.invoice.myropo_id for claim in claims])
    return claims[0]


async def propose_within(
    session: AsyncSession,
    tariffs: Tariffs,
    principal: Principal,
    thread_id: str,
    reference: str,
    wish: Wish,
    now: datetime,
) -> Proposed:
    """As ``LedgerService.propose``, in the caller's transaction.

    Args:
        session: the caller's transaction; where it holds the thread's lock, it took that one first.
        tariffs: the fees.
        principal: who alone may confirm.
        thread_id: the conversation.
        reference: invoice number or MyRopo ID.
        wish: what is asked for.
        now: the present moment.

    Raises:
        InvoiceNotFound: none in scope.
        InvoiceAmbiguous: several bear this number.
        PolicyRefused: the rules say no.
    """
    today = local_date(now)
    claim = await find_one(session, principal, reference, today)
    ground = await proposals.ground_of(session, claim, tariffs, today)
    await repository.lock_proposals_of(session, thread_id)
    closed = await proposals.supersede(session, thread_id, now)
    made = await proposals.make(session, principal, thread_id, ground, wish, now)
    return Proposed(made, tuple(closed))
