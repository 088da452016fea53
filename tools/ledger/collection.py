"""The clock's part: reminders, collection letters and legal collection, each when the law and the tariff allow it.

Interest is claimed in letters only: whoever pays what the latest letter or agreement says owes nothing more. A claim
under a payment plan has the next instalment's due date; when that is missed for as long as an unpaid invoice would wait
for its next letter, the plan ends and that letter is sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from knowledge.bank_days import next_bank_day
from knowledge.money import Money
from knowledge.rates import Rates, late_interest_percent
from knowledge.tariffs import CustomerKind, Step, Tariff, Tariffs, cost_cap, letter_fee, timetable
from tools.ledger.claims import Claim
from tools.ledger.history import Amount, Entry, State
from tools.ledger.interest import accrued
from tools.ledger.models import LetterKind, PostingKind
from tools.ledger.policies import capped

_REMINDERS: frozenset[LetterKind] = frozenset({"reminder", "collection_notice"})


@dataclass(frozen=True)
class Rules:
    """What decides about letters: fees and rates, both as dated data."""

    tariffs: Tariffs
    rates: Rates


def due_entries(claim: Claim, rules: Rules, first_day: date, last_day: date) -> Iterator[Entry]:
    """What the daily runs of some days do to a claim; the same whether they run one by one or all at once.

    The claim must be brought up to date with each entry before the next one is asked for.

    Args:
        claim: as it is now; its row and postings are looked at anew for every entry.
        rules: fees and rates.
        first_day: no letter is dated earlier: a letter gives its time from the day on which it is really sent.
        last_day: the day of the last run, included.
    """
    kind = claim.customer_kind
    while claim.outstanding.amount_minor > 0 and claim.invoice.stage in ("open", "reminder", "collection"):
        state = claim.state
        due = _next_letter(claim, rules, kind, first_day)
        if due is None or due[0] > last_day:
            return
        day, step = due
        if state.plan is not None:
            state = state.with_(plan=None)
            yield Entry("plan_broken", day, state, why="instalment_missed")
        yield _letter(claim, state, step, rules, kind, day)
        first_day = day


def _next_letter(claim: Claim, rules: Rules, kind: CustomerKind, first_day: date) -> tuple[date, Step] | None:
    """The day of the next letter, by the timetable that is in force on it; None after the last one."""
    # A plan may ask for its first instalment before the invoice was due: the law counts from the latter.
    due = max(claim.invoice.due_date, claim.invoice.original_due_date)

    def by_tariff_of(day: date) -> tuple[date, Step] | None:
        step = next_step(timetable(rules.tariffs.of(claim.biller.country, day), kind), claim.invoice.letter)
        return (max(due + timedelta(days=step.after_days), first_day), step) if step else None

    # Asked again: a new tariff may begin between the first day and the day that the old one gives.
    following = by_tariff_of(first_day)
    return by_tariff_of(following[0]) if following else None


def next_step(steps: tuple[Step, ...], letter: LetterKind) -> Step | None:
    """The step that follows a letter; None after the last one."""
    sent = [step.letter for step in steps]
    following = sent.index(letter) + 1 if letter in sent else 0
    return steps[following] if following < len(steps) else None


def _letter(claim: Claim, state: State, step: Step, rules: Rules, kind: CustomerKind, day: date) -> Entry:
    country = claim.biller.country
    tariff = rules.tariffs.of(country, day)
    fee = Amount(fee_kind(tariff, kind, step.letter), _fee(claim, step, tariff, kind).amount_minor)
    amounts = (Amount("interest", _interest(claim, rules, state, day)), fee)
    due_date = state.due_date
    if step.gives_days is not None:
        due_date = next_bank_day(country, day + timedelta(days=step.gives_days))
    sent = state.with_(
        stage=step.stage, letter=step.letter, due_date=due_date, interest_until=max(day, state.interest_until)
    )
    return Entry(step.letter, day, sent, amounts=tuple(a for a in amounts if a.minor), letter=step.letter)


def fee_kind(tariff: Tariff, customer_kind: CustomerKind, letter: LetterKind) -> PostingKind:
    """As what a letter's fee is posted; where a tariff has one compensation for companies, it stands for all costs."""
    if customer_kind == "company" and tariff.late_payment_compensation is not None:
        return "late_payment_compensation"
    return "reminder_fee" if letter in _REMINDERS else "collection_fee"


def _fee(claim: Claim, step: Step, tariff: Tariff, kind: CustomerKind) -> Money:
    fee = letter_fee(
        tariff,
        kind,
        step.letter,
        claim.principal,
        reminder_fee_agreed=claim.biller.reminder_fee_agreed,
        directly_enforceable=claim.invoice.directly_enforceable,
    )
    return capped(fee, claim.costs, cost_cap(tariff, kind, claim.principal))


def _interest(claim: Claim, rules: Rules, state: State, day: date) -> int:
    country = claim.biller.country

    def percent(on: date) -> Decimal:
        return late_interest_percent(rules.tariffs.of(country, on), rules.rates, on)

    return accrued(claim.principal_movements, state.interest_until, day, percent)
