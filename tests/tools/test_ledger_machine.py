"""Whatever customers, banks, agents and the clock do to a claim, in any order: its books are in order."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import get_args

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from knowledge.bank_days import is_bank_day
from knowledge.tariff_schema import REMINDING
from knowledge.tariffs import CustomerKind as TariffKind
from knowledge.tariffs import cost_cap, timetable
from tests.tools.book import ACCOUNTS, RULES, Book, issue
from tools.ledger import policies
from tools.ledger.collection import next_step
from tools.ledger.errors import PolicyRefused
from tools.ledger.facts import Refusal
from tools.ledger.history import Entry, State, replay
from tools.ledger.models import Country, CustomerKind
from tools.ledger.pending import ProposalKind
from tools.ledger.terms import (
    AuthorizationWish,
    DisputeWish,
    PlanCancellationWish,
    PlanTerms,
    PlanWish,
    PostponementWish,
    RefundTerms,
    RefundWish,
    RevocationWish,
    Terms,
    Wish,
)

CLOSED = {"paid", "credited", "disputed", "legal"}
ARRANGING = {*get_args(ProposalKind)} - {"set_refund_account", "authorize_person", "revoke_authorization"}
HIGHEST = {"FI": 10.5, "SE": 11, "NO": 12.5}
"""Percent a year, from 2025 on."""


LIMITS = st.fixed_dictionaries(
    {
        "reminder_fee_agreed": st.booleans(),
        "postponement_days": st.sampled_from([30, 0, 90]),
        "plan_least_minor": st.sampled_from([0, 1000]),
        "plan_instalments": st.sampled_from([6, 0, 2, 12]),
        "plan_free_before_due": st.booleans(),
    }
)


class LedgerMachine(RuleBasedStateMachine):
    """One claim and its days."""

    book: Book
    today: date

    @initialize(
        country=st.sampled_from(["FI", "FI", "SE", "NO"]),
        kind=st.sampled_from(["person", "person", "company", "authority"]),
        principal=st.sampled_from([1, 4_000, 10_000, 36_500, 1_000_001]),
        due=st.dates(date(2025, 6, 1), date(2027, 1, 31)),
        enforceable=st.booleans(),
        limits=LIMITS,
        begins=st.lists(st.sampled_from(["letter", "plan", "dispute"]), max_size=3, unique=True),
    )
    def issue(
        self,
        country: Country,
        kind: CustomerKind,
        principal: int,
        due: date,
        enforceable: bool,
        limits: dict[str, object],
        begins: list[str],
    ) -> None:
        self.book = issue(country, kind, principal, due, directly_enforceable=enforceable, **limits)
        self.today = due - timedelta(days=10)
        self.tariff = RULES.tariffs.of(country, due)
        self.kind: TariffKind = "consumer" if kind == "person" else "company"
        self.interest_until = due
        if "letter" in begins:
            self.wait_for_the_next_letter(early=False)
        if "plan" in begins:
            self.pay_in_instalments(count=3, latest="letter" in begins)
        if "dispute" in begins:
            self.dispute()

    @property
    def owed(self) -> int:
        return self.book.claim.outstanding.amount_minor

    def wish(self, wish: Wish) -> Terms | None:
        """Ask, and agree when something is offered; what is refused changes nothing."""
        before = self.book.invoice.version, self.owed
        closed = self.book.invoice.stage in CLOSED or self.owed <= 0
        try:
            terms = self.book.agree(wish, self.today)
        except PolicyRefused:
            assert before == (self.book.invoice.version, self.owed)
            return None
        assert not (closed and wish.kind in ARRANGING)
        assert self.book.invoice.version == before[0] + 1
        assert self.owed == terms.total.amount_minor
        return terms

    @rule(days=st.sampled_from([14, 30, 7, 1]))
    def let_days_pass(self, days: int) -> None:
        if days <= 0:
            return
        first, self.today = self.today + timedelta(days=1), self.today + timedelta(days=days)
        waits: dict[str, int] = {step.letter: step.after_days for step in timetable(self.tariff, self.kind)}
        due, stage = self.book.invoice.due_date, self.book.invoice.stage
        for entry in self.book.advance(first, self.today):
            self.check_letter(entry, due, first, waits.get(entry.kind))
            assert stage not in CLOSED
            due, stage = entry.state.due_date, entry.state.stage

    @rule(early=st.booleans())
    @precondition(lambda self: self.book.invoice.stage not in CLOSED)
    def wait_for_the_next_letter(self, early: bool) -> None:
        step = next_step(timetable(self.tariff, self.kind), self.book.invoice.letter)
        assert step is not None
        due = max(self.book.invoice.due_date, self.book.invoice.original_due_date)
        on = due + timedelta(days=step.after_days)
        sent = len(self.book.written)
        days = (on - self.today).days - early
        self.let_days_pass(days)
        assert (len(self.book.written) > sent) == (days > 0 and not early)

    def check_letter(self, entry: Entry, due: date, first: date, after_days: int | None) -> None:
        assert first <= entry.on <= self.today
        if after_days is None:
            assert entry.kind == "plan_broken"
            return
        assert entry.on >= due + timedelta(days=after_days)
        if entry.kind != "legal_notice":
            assert is_bank_day(self.book.biller.country, entry.state.due_date)
        if self.book.biller.country == "FI":
            assert entry.on >= self.book.invoice.original_due_date + timedelta(days=14)

    @rule(percent=st.sampled_from([2, 30, 60]), twice=st.booleans())
    @precondition(lambda self: self.owed > 0)
    def pay_a_part(self, percent: int, twice: bool) -> None:
        amount = max(1, self.owed * percent // 100)
        before = self.owed
        source = f"bank:{self.book.invoice.version}"
        assert self.book.pay(amount, self.today, source)
        if twice:
            assert not self.book.pay(amount, self.today, source)
        assert self.owed == before - amount

    @rule()
    @precondition(lambda self: self.book.claim.unpaid_instalments)
    def pay_an_instalment(self) -> None:
        self.book.pay(self.book.claim.unpaid_instalments[0].amount.amount_minor, self.today)

    @rule(more=st.sampled_from([0, 1, 5_000]))
    @precondition(lambda self: len(self.book.written) > 9)
    def pay_all_or_too_much(self, more: int) -> None:
        if amount := max(0, self.owed) + more:
            self.book.pay(amount, self.today)

    @rule(latest=st.booleans())
    def postpone(self, latest: bool) -> None:
        ground = self.book.ground(self.today)
        possible = policies.postponement(ground.facts, ground.tariff, self.today)
        if not isinstance(possible, Refusal):
            assert self.wish(PostponementWish(new_date=possible.latest if latest else possible.earliest)) is not None

    @rule(anew=st.booleans(), count=st.integers(1, 8), offset=st.integers(-2, 50))
    def ask_for_anything(self, anew: bool, count: int, offset: int) -> None:
        self.wish(PostponementWish(new_date=self.today + timedelta(days=offset)))
        self.plan(anew, count, self.today + timedelta(days=offset))

    @rule(count=st.sampled_from([3, 2, 6]), latest=st.booleans())
    def pay_in_instalments(self, count: int, latest: bool) -> None:
        ground, anew = self.book.ground(self.today), self.book.claim.plan is not None
        possible = policies.payment_plan(ground.facts, ground.tariff, self.today, anew=anew)
        if not isinstance(possible, Refusal):
            self.plan(anew, min(count, possible.most), possible.latest if latest else possible.earliest)

    def plan(self, anew: bool, count: int, first: date) -> None:
        kind = "change_payment_plan" if anew else "create_payment_plan"
        terms = self.wish(PlanWish.model_validate({"kind": kind, "instalments": count, "first_date": first}))
        if terms is not None:
            assert isinstance(terms, PlanTerms)
            dates = [part.due_date for part in terms.schedule]
            assert len(dates) == count
            assert dates == sorted(set(dates))
            assert all(is_bank_day(self.book.biller.country, day) for day in dates)
            assert sum(part.amount.amount_minor for part in terms.schedule) == self.owed

    @rule()
    def end_the_plan(self) -> None:
        had = self.book.claim.plan is not None and self.book.invoice.stage not in CLOSED
        assert (self.wish(PlanCancellationWish()) is not None) == had

    @rule()
    def dispute(self) -> None:
        possible = self.book.invoice.stage not in CLOSED
        assert (self.wish(DisputeWish(reason="not mine")) is not None) == possible

    @rule(accepted=st.booleans())
    @precondition(lambda self: self.book.invoice.stage == "disputed")
    def settle(self, accepted: bool) -> None:
        self.book.settle(self.today, accepted=accepted)
        assert self.book.invoice.stage != "disputed"
        assert self.owed <= 0 or (not accepted and self.book.invoice.due_date >= self.today + timedelta(days=14))

    @rule(percent=st.sampled_from([2, 30]))
    @precondition(lambda self: len(self.book.written) % 3 == 2 and self.owed > 0)
    def credit_a_part(self, percent: int) -> None:
        self.book.credit(max(1, self.book.claim.total.amount_minor * percent // 100), self.today)

    @rule()
    @precondition(lambda self: len(self.book.written) > 9 and self.owed > 0)
    def credit_all(self) -> None:
        self.book.credit(self.book.claim.total.amount_minor, self.today)
        assert self.book.invoice.stage == "credited"

    @rule()
    @precondition(lambda self: self.book.claim.movements)
    def refund(self) -> None:
        over = -self.owed
        terms = self.wish(RefundWish(iban=ACCOUNTS[self.book.customer.country], holder="Anna"))
        if over > 0:
            assert isinstance(terms, RefundTerms)
            assert terms.refund.amount_minor == over
        assert (terms is not None) == (over > 0)

    @rule(who=st.sampled_from(["erik", "ERIK"]), offset=st.sampled_from([0, -1, 365, 366]))
    @precondition(lambda self: len(self.book.written) > 3)
    def let_somebody_in_and_out(self, who: str, offset: int) -> None:
        known = {authorization.email: authorization.id for authorization in self.book.authorizations}
        email = f"{who}@customer.example"
        wish = AuthorizationWish(name=who, email=email, until=self.today + timedelta(days=offset))
        assert (self.wish(wish) is not None) == (email.lower() not in known and 0 <= offset <= 365)
        for authorization_id in known.values():
            assert self.wish(RevocationWish(authorization_id=authorization_id)) is not None
            assert self.wish(RevocationWish(authorization_id=authorization_id)) is None

    @invariant()
    def the_balance_is_the_sum_of_the_postings_and_what_is_over_can_be_refunded(self) -> None:
        claim = self.book.claim
        assert self.owed == sum(posting.amount_minor for posting in self.book.postings)
        assert self.owed == claim.total.amount_minor - claim.paid.amount_minor
        back = policies.refund(self.book.ground(self.today).facts)
        assert isinstance(back, Refusal) if self.owed >= 0 else back == claim.money([-self.owed])

    @invariant()
    def costs_and_letters_stay_within_the_law(self) -> None:
        claim = self.book.claim
        cap = cost_cap(self.tariff, self.kind, claim.principal)
        assert cap is None or claim.costs.amount_minor <= cap.amount_minor
        letters = Counter(one.letter["kind"] for one in self.book.written if one.letter)
        assert not letters or max(letters.values()) == 1
        most = self.tariff.reminder.at_most
        assert most is None or sum(letters[kind] for kind in REMINDING) <= most
        # Nobody owes interest for one day twice, or for a day before the claim was due.
        days = max(0, (self.today - self.book.invoice.original_due_date).days)
        highest = claim.principal.amount_minor * days * HIGHEST[self.book.biller.country] / 36_500 + len(letters)
        assert 0 <= claim.interest.amount_minor <= highest

    @invariant()
    def the_state_is_consistent(self) -> None:
        invoice, claim = self.book.invoice, self.book.claim
        assert self.owed > 0 or invoice.stage in ("paid", "credited", "disputed")
        assert self.owed <= 0 or invoice.stage not in ("paid", "credited")
        assert (invoice.resume_stage is not None) == (invoice.stage == "disputed")
        if claim.plan is not None:
            assert invoice.stage not in ("paid", "credited", "legal")
        if claim.plan is not None and self.owed > 0:
            left = claim.unpaid_instalments
            assert sum(part.amount.amount_minor for part in left) == self.owed
            assert left[0].due_date == invoice.due_date
        assert invoice.interest_until >= self.interest_until
        self.interest_until = invoice.interest_until

    @invariant()
    def the_log_has_no_gaps_and_replays_to_the_row(self) -> None:
        events = [one.event for one in self.book.written]
        assert [event["number"] for event in events] == list(range(1, self.book.invoice.version + 1))
        assert replay(event["changes"] for event in events) == State.of(self.book.invoice)


TestLedgerMachine = LedgerMachine.TestCase
TestLedgerMachine.settings = settings(
    max_examples=200,
    stateful_step_count=40,
    deadline=None,
    derandomize=True,
    phases=(Phase.generate,),
)
