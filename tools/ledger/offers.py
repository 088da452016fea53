"""From a wish to terms, and from agreed terms to entries: one pair of functions per kind of proposal.

``offer`` asks the policies and the tariff and is pure; it is asked again when a customer confirms, and what it says
then must be what the customer saw. ``carry_out`` writes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy.ext.asyncio import AsyncSession

from knowledge.money import Money
from knowledge.tariffs import Tariff
from tools.ledger import policies
from tools.ledger.claims import Claim
from tools.ledger.errors import PolicyRefused
from tools.ledger.facts import InvoiceFacts, Refusal
from tools.ledger.history import Amount, Entry, Plan
from tools.ledger.identifiers import BadAccount, read_iban
from tools.ledger.instalments import schedule
from tools.ledger.models import Authorization, EventKind, PostingKind, RefundAccount
from tools.ledger.terms import (
    AuthorizationTerms,
    AuthorizationWish,
    DisputeTerms,
    DisputeWish,
    PlanCancellationTerms,
    PlanCancellationWish,
    PlanTerms,
    PlanWish,
    PostponementTerms,
    PostponementWish,
    RefundTerms,
    RefundWish,
    RevocationTerms,
    RevocationWish,
    Terms,
    Wish,
)
from tools.ledger.writing import append

T = TypeVar("T")


@dataclass(frozen=True)
class Ground:
    """What an offer rests on.

    Attributes:
        claim: the invoice as it is now.
        tariff: of its biller's country on this day.
        today: this day.
        authorizations: who else may see the invoice.
    """

    claim: Claim
    tariff: Tariff
    today: date
    authorizations: Sequence[Authorization]

    @property
    def facts(self) -> InvoiceFacts:
        """What the policies need to know."""
        return InvoiceFacts.of(self.claim)


def offer(ground: Ground, wish: Wish) -> Terms:
    """The terms on which a wish can be granted.

    Raises:
        PolicyRefused: a rule says no.
    """
    match wish:
        case PostponementWish():
            return _postponement(ground, wish)
        case PlanWish():
            return _plan(ground, wish)
        case PlanCancellationWish():
            return _plan_cancellation(ground)
        case RefundWish():
            return _refund(ground, wish)
        case AuthorizationWish():
            return _authorization(ground, wish)
        case RevocationWish():
            return _revocation(ground, wish)
        case DisputeWish():
            allowed(ground.claim, policies.dispute(ground.facts))
            return DisputeTerms(reason=wish.reason, **_unchanged(ground))


async def carry_out(session: AsyncSession, ground: Ground, terms: Terms, *, actor: str, now: datetime) -> None:
    """Do what was agreed; the claim must be locked by the caller's transaction."""
    entry = entry_of(ground, terms)
    match terms:
        case AuthorizationTerms():
            session.add(
                Authorization(
                    invoice_id=ground.claim.invoice.id,
                    name=terms.name,
                    email=terms.email,
                    allows=terms.allows,
                    valid_until=terms.until,
                )
            )
        case RevocationTerms():
            found = next(a for a in ground.authorizations if a.id == terms.authorization_id)
            found.revoked_on = ground.today
        case _:
            pass
    await append(session, ground.claim, entry, actor=actor, now=now)
    if isinstance(terms, RefundTerms):
        invoice = ground.claim.invoice
        session.add(
            RefundAccount(invoice_id=invoice.id, event_number=invoice.version, iban=terms.iban, holder=terms.holder)
        )


def entry_of(ground: Ground, terms: Terms) -> Entry:
    """What is written to the invoice's log when the terms are agreed to."""
    state, today = ground.claim.state, ground.today
    match terms:
        case PostponementTerms():
            moved = state.due_on(terms.new_date, today).with_(postponements=state.postponements + 1)
            return Entry("due_date_changed", today, moved, amounts=_fee("due_date_change_fee", terms.fee))
        case PlanTerms():
            plan = Plan(instalments=terms.schedule)
            planned = state.due_on(terms.schedule[0].due_date, today).with_(plan=plan)
            kind: EventKind = "plan_agreed"
            if terms.kind == "change_payment_plan":
                kind, planned = "plan_changed", planned.with_(postponements=state.postponements + 1)
            return Entry(kind, today, planned, amounts=_fee("payment_plan_fee", terms.fee))
        case PlanCancellationTerms():
            ended = state.with_(plan=None, due_date=terms.new_date, postponements=state.postponements + 1)
            return Entry("plan_cancelled", today, ended)
        case RefundTerms():
            return Entry("refunded", today, state, amounts=(Amount("refund", terms.refund.amount_minor),))
        case AuthorizationTerms():
            return Entry("authorized", today, state, why=f"{terms.allows} until {terms.until}")
        case RevocationTerms():
            return Entry("authorization_revoked", today, state)
        case DisputeTerms():
            disputed = state.with_(stage="disputed", resume_stage=state.stage)
            return Entry("disputed", today, disputed, why=terms.reason)


def allowed(claim: Claim, answer: T | Refusal) -> T:
    """What a policy allows.

    Raises:
        PolicyRefused: it refuses; ``params`` name the invoice too.
    """
    if isinstance(answer, Refusal):
        raise PolicyRefused(answer.reason, {"invoice": claim.invoice.number, **answer.params})
    return answer


def _postponement(ground: Ground, wish: PostponementWish) -> PostponementTerms:
    possible = allowed(ground.claim, policies.postponement(ground.facts, ground.tariff, ground.today))
    if refusal := policies.check_new_date(possible, wish.new_date):
        allowed(ground.claim, Refusal(refusal.reason, {**refusal.params, "new_date": wish.new_date}))
    total = ground.claim.outstanding + possible.fee
    old_date = ground.claim.invoice.due_date
    return PostponementTerms(old_date=old_date, new_date=wish.new_date, fee=possible.fee, total=total)


def _plan(ground: Ground, wish: PlanWish) -> PlanTerms:
    facts, anew = ground.facts, wish.kind == "change_payment_plan"
    possible = allowed(ground.claim, policies.payment_plan(facts, ground.tariff, ground.today, anew=anew))
    allowed(ground.claim, policies.check_plan(possible, facts, wish.instalments, wish.first_date))
    fee = possible.fee(wish.instalments)
    total = ground.claim.outstanding + fee
    return PlanTerms(
        kind=wish.kind,
        fee=fee,
        total=total,
        old=ground.claim.unpaid_instalments,
        schedule=schedule(total, wish.instalments, wish.first_date, ground.claim.biller.country),
    )


def _plan_cancellation(ground: Ground) -> PlanCancellationTerms:
    due = allowed(ground.claim, policies.plan_cancellation(ground.facts, ground.today))
    return PlanCancellationTerms(old=ground.claim.unpaid_instalments, new_date=due, **_unchanged(ground))


def _refund(ground: Ground, wish: RefundWish) -> RefundTerms:
    back = allowed(ground.claim, policies.refund(ground.facts))
    try:
        iban = read_iban(wish.iban, ground.claim.customer.country)
    except BadAccount as error:
        raise PolicyRefused(error.code, {"invoice": ground.claim.invoice.number}) from error
    nothing = _no_money(back)
    return RefundTerms(iban=iban, holder=wish.holder, refund=back, fee=nothing, total=nothing)


def _authorization(ground: Ground, wish: AuthorizationWish) -> AuthorizationTerms:
    email = wish.email.lower()
    answer = policies.authorization(
        ground.facts,
        email,
        wish.until,
        ground.today,
        own_email=ground.claim.customer.email,
        authorized=[authorization.email for authorization in ground.authorizations],
    )
    until = allowed(ground.claim, answer)
    return AuthorizationTerms(name=wish.name, email=email, allows=wish.allows, until=until, **_unchanged(ground))


def _revocation(ground: Ground, wish: RevocationWish) -> RevocationTerms:
    allowed(ground.claim, policies.may(ground.facts, "authorize"))
    found = next((a for a in ground.authorizations if a.id == wish.authorization_id), None)
    if found is None:
        raise PolicyRefused("no_such_authorization", {"invoice": ground.claim.invoice.number})
    return RevocationTerms(authorization_id=found.id, name=found.name, email=found.email, **_unchanged(ground))


def _fee(kind: PostingKind, fee: Money) -> tuple[Amount, ...]:
    return (Amount(kind, fee.amount_minor),) if fee.amount_minor else ()


def _unchanged(ground: Ground) -> dict[str, Any]:
    """Fee and total of a change that costs nothing."""
    return {"fee": _no_money(ground.claim.outstanding), "total": ground.claim.outstanding}


def _no_money(like: Money) -> Money:
    return like.model_copy(update={"amount_minor": 0})
