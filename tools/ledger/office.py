"""What the bank and the back office do to an invoice: issue it, receive payments, credit it, settle a dispute.

What an entry says is pure; every other function works in the caller's transaction and never commits.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from knowledge.bank_days import next_bank_day
from knowledge.tariffs import load_tariffs
from tools.context import BANK, SERVICE, local_date
from tools.ledger.claims import Claim
from tools.ledger.history import Amount, Entry, Plan, State
from tools.ledger.identifiers import is_payment_reference, read_business_id
from tools.ledger.instalments import schedule
from tools.ledger.models import Authorization, Biller, Customer, Invoice, Posting
from tools.ledger.writing import append

ANSWER_DAYS = 14
"""How long a customer has to pay after a dispute was not accepted."""


async def issue(
    session: AsyncSession,
    invoice: Invoice,
    biller: Biller,
    customer: Customer,
    principal: int,
    *,
    now: datetime,
    text: str = "",
) -> None:
    """Enter a new invoice with its principal, and send it.

    Args:
        session: the caller's transaction.
        invoice: a new row, version 0.
        biller: who is owed; stored already.
        customer: who owes; stored already.
        principal: amount in minor units of the invoice's currency, more than zero.
        now: the moment of entering.
        text: the biller's wording of the line; the invoice's description when empty.

    Raises:
        ValueError: the principal is not more than zero, in a currency that the biller's country has no fees in, or with
            a payment reference whose check digit is wrong.
    """
    if principal <= 0:
        raise ValueError("an invoice asks for more than nothing")
    tariff = load_tariffs().of(biller.country, invoice.issue_date)
    if invoice.currency != tariff.currency:
        raise ValueError(f"fees of {biller.country} are in {tariff.currency}: {invoice.currency} cannot be collected")
    if not is_payment_reference(biller.country, invoice.reference):
        raise ValueError(f"{invoice.reference!r} is no payment reference of {biller.country}: a payment would be lost")
    session.add(invoice)
    await session.flush()
    amounts = (Amount("principal", principal, text or invoice.description),)
    entry = Entry("issued", invoice.issue_date, State.of(invoice), amounts=amounts, letter="invoice")
    claim = Claim(invoice, biller, customer, "own", "handle", ())
    await append(session, claim, entry, actor=str(SERVICE), now=now)


async def receive_payment(
    session: AsyncSession, claim: Claim, amount: int, on: date, *, source: str, now: datetime, actor: str = BANK
) -> bool:
    """Book a payment, once per source.

    Args:
        session: the caller's transaction.
        claim: locked by it.
        amount: minor units of the invoice's currency, more than zero; more than is owed becomes refundable.
        on: the day it arrived.
        source: the bank's or provider's own reference of the payment.
        now: the moment of booking.
        actor: who brought it.

    Returns:
        Whether it was booked; False when it had been before.

    Raises:
        ValueError: the amount is not more than zero.
    """
    entry = payment_entry(claim, amount, on, source)
    if await session.scalar(select(col(Posting.id)).where(col(Posting.source) == source)) is not None:
        return False
    await append(session, claim, entry, actor=actor, now=now)
    return True


async def credit(
    session: AsyncSession, claim: Claim, amount: int, on: date, *, why: str, actor: str, now: datetime
) -> None:
    """Take back a part or all of what was charged.

    Args:
        session: the caller's transaction.
        claim: locked by it.
        amount: minor units, more than zero and at most the invoice's total.
        on: the day on which it counts.
        why: the reason, for the log.
        actor: who decides it.
        now: the moment of booking.

    Raises:
        ValueError: the amount is out of bounds.
    """
    await append(session, claim, credit_entry(claim, amount, on, why), actor=actor, now=now)


async def settle_dispute(
    session: AsyncSession, claim: Claim, on: date, *, accepted: bool, why: str, actor: str, now: datetime
) -> None:
    """End a dispute: the whole claim is credited, or it goes on where it stood, with time to pay.

    Args:
        session: the caller's transaction.
        claim: locked by it, disputed.
        on: the day of the decision.
        accepted: whether the customer was right.
        why: the reason, for the log.
        actor: who decides.
        now: the moment of writing.

    Raises:
        ValueError: the claim is not disputed.
    """
    await append(session, claim, settlement_entry(claim, on, why), actor=actor, now=now)
    if accepted and claim.total.amount_minor > 0:
        await credit(session, claim, claim.total.amount_minor, on, why=why, actor=actor, now=now)


async def let_authority_in(
    session: AsyncSession,
    claim: Claim,
    *,
    name: str,
    email: str,
    business_id: str,
    until: date,
    actor: str,
    now: datetime,
) -> None:
    """Let an authority or organisation without a bank's identification see one invoice, after its form was verified.

    Args:
        session: the caller's transaction.
        claim: locked by it.
        name: of the authority.
        email: where it is reached.
        business_id: of the biller's country, as written on the form.
        until: the last day.
        actor: who verified the form.
        now: the moment of writing.

    Raises:
        BadBusinessId: it is no business ID of that country.
    """
    session.add(
        Authorization(
            invoice_id=claim.invoice.id,
            name=name,
            email=email.lower(),
            business_id=read_business_id(claim.biller.country, business_id),
            allows="view",
            valid_until=until,
        )
    )
    entry = Entry("authorized", local_date(now), claim.state, why=f"view until {until}")
    await append(session, claim, entry, actor=actor, now=now)


def payment_entry(claim: Claim, amount: int, on: date, source: str) -> Entry:
    """What a payment writes; see ``receive_payment``."""
    if amount <= 0:
        raise ValueError("a payment brings more than nothing")
    return Entry(
        "payment_received", on, _after(claim, -amount, on), amounts=(Amount("payment", -amount, source=source),)
    )


def credit_entry(claim: Claim, amount: int, on: date, why: str) -> Entry:
    """What a credit writes; see ``credit``."""
    if not 0 < amount <= claim.total.amount_minor:
        raise ValueError("a credit takes back at most what was charged")
    state = _after(claim, -amount, on)
    if amount == claim.total.amount_minor:
        state = state.with_(stage="credited", plan=None, resume_stage=None)
    return Entry("credited", on, state, why=why, amounts=(Amount("credit", -amount),))


def settlement_entry(claim: Claim, on: date, why: str) -> Entry:
    """What the end of a dispute writes, before the claim is credited; see ``settle_dispute``."""
    if claim.state.stage != "disputed":
        raise ValueError("only a disputed claim can be settled")
    stage = claim.state.resume_stage or "open"
    resumed = _with_time_to_pay(claim, on).with_(stage=stage, resume_stage=None)
    if claim.outstanding.amount_minor <= 0:
        resumed = resumed.with_(stage="paid", plan=None)
    return Entry("dispute_settled", on, resumed, why=why)


def _after(claim: Claim, change: int, on: date) -> State:
    """The state after the balance has changed: paid when nothing is left, and a plan at its next instalment."""
    state, owed = claim.state, claim.outstanding.amount_minor + change
    if owed <= 0:
        return state if state.stage in ("credited", "disputed") else state.with_(stage="paid", plan=None)
    # A credit shortens the plan from its first instalments on, as a payment does.
    return state.due_on(state.plan.unpaid(owed)[0].due_date, on) if state.plan else state


def _with_time_to_pay(claim: Claim, on: date) -> State:
    """The state with a due date that is not sooner than the answer's; the rest of a plan is moved there as a whole."""
    state, country = claim.state, claim.biller.country
    due = next_bank_day(country, on + timedelta(days=ANSWER_DAYS))
    if state.due_date >= due:
        return state
    left = claim.unpaid_instalments
    plan = Plan(instalments=schedule(claim.outstanding, len(left), due, country)) if left else None
    return state.with_(due_date=due, plan=plan)
