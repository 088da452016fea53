"""Open cards in words, for the people and models who must know of them."""

from __future__ import annotations

from uuid import UUID

import pytest

from assistant.brief import Brief, in_words
from assistant.conversation import Message
from assistant.prompt import messages_for
from knowledge.formats import plain_spaces
from tests.assistant.support import ANNAS, PROPOSAL, day, euros, proposal, situation
from tools.ledger.instalments import Instalment
from tools.ledger.terms import (
    AuthorizationTerms,
    DisputeTerms,
    PlanCancellationTerms,
    PlanTerms,
    RefundTerms,
    RevocationTerms,
    Terms,
)

FREE, TOTAL = euros(0), euros(6490)
SCHEDULE = tuple(Instalment(due_date=day(10 + 30 * i), amount=euros(3245)) for i in range(2))
WORDS: list[tuple[Terms, str]] = [
    (PROPOSAL.terms, "due date from 20 November 2026 to 10 December 2026, fee €5.00"),
    (
        PlanTerms(fee=euros(500), total=TOTAL, schedule=SCHEDULE),
        "payment plan, 2 instalments of €32.45, first due 2 December 2026, fee €5.00",
    ),
    (
        PlanTerms(kind="change_payment_plan", fee=FREE, total=TOTAL, old=SCHEDULE, schedule=SCHEDULE),
        "changed payment plan, 2 instalments of €32.45, first due 2 December 2026",
    ),
    (
        PlanCancellationTerms(fee=FREE, total=TOTAL, old=SCHEDULE, new_date=day(10)),
        "payment plan cancelled, all due 2 December 2026",
    ),
    (
        RefundTerms(fee=FREE, total=TOTAL, iban="FI2112345600000785", holder="Anna Lahti", refund=euros(9240)),
        "refund of €92.40 to Anna Lahti, account ending in 0785",
    ),
    (
        AuthorizationTerms(
            fee=FREE, total=TOTAL, name="Jo Ek", email="jo@example.com", allows="handle", until=day(365)
        ),
        "Jo Ek (jo@example.com) may handle it until 22 November 2027",
    ),
    (
        RevocationTerms(fee=FREE, total=TOTAL, authorization_id=UUID(int=3), name="Jo Ek", email="jo@example.com"),
        "authorization of Jo Ek (jo@example.com) taken back",
    ),
    (DisputeTerms(fee=FREE, total=TOTAL, reason="I left in May"), "disputed: I left in May"),
]


@pytest.mark.parametrize(("terms", "words"), WORDS, ids=[terms.kind for terms, _ in WORDS])
def test_a_card_of_every_kind_has_words(terms: Terms, words: str) -> None:
    assert plain_spaces(in_words(proposal(terms))) == f"Invoice 1003 (Kuntokeskus Tähti): {words}"


def test_account_numbers_are_not_given_on() -> None:
    refund = proposal(next(terms for terms, _ in WORDS if isinstance(terms, RefundTerms)))
    brief = Brief.write(
        name="Anna Lahti",
        country="FI",
        language="en",
        said=[Message("customer", "to my account please")],
        invoices=ANNAS,
        proposals=[refund],
    )
    prompt = str(messages_for(situation("well?", cards=(refund,)))[-1].content)
    for words in (brief.model_dump_json(), prompt):
        assert "0785" in words
        assert "FI21" not in words
        assert "1234560000" not in words


def test_a_model_is_told_of_the_open_card() -> None:
    prompt = str(messages_for(situation("and now?", cards=(PROPOSAL,)))[-1].content)
    assert "An open card waits for the customer. Invoice 1003" in prompt
    assert "10 December 2026" in prompt
