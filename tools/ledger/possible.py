"""What may be asked for an invoice, whatever the details: pure functions over its ground; nothing is proposed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal, get_args

from tools.ledger import policies
from tools.ledger.facts import Refusal
from tools.ledger.offers import Ground
from tools.ledger.pending import ProposalKind
from tools.ledger.policies import PlanAllowed, PostponementAllowed

Action = ProposalKind | Literal["start_payment"]
KINDS: tuple[ProposalKind, ...] = get_args(ProposalKind)


def judged(ground: Ground, action: Action) -> object:
    """What the rules say to an action, details aside: a ``Refusal``, or anything else when it is possible."""
    return _POSSIBLE[action](ground)


def possible_kinds(ground: Ground) -> list[ProposalKind]:
    """The changes that may be asked for an invoice now, in the order of ``KINDS``."""
    return [kind for kind in KINDS if not isinstance(judged(ground, kind), Refusal)]


def postponement(ground: Ground) -> PostponementAllowed | Refusal:
    """Whether and how the due date may be moved."""
    return policies.postponement(ground.facts, ground.tariff, ground.today)


def plan(ground: Ground, *, anew: bool) -> PlanAllowed | Refusal:
    """Whether and how it may be paid in instalments; ``anew`` when there is a plan to be changed."""
    return policies.payment_plan(ground.facts, ground.tariff, ground.today, anew=anew)


def _revocation(ground: Ground) -> Refusal | None:
    nobody = None if ground.authorizations else Refusal("no_such_authorization")
    return policies.may(ground.facts, "authorize") or nobody


_POSSIBLE: dict[Action, Callable[[Ground], object]] = {
    "postpone_due_date": postponement,
    "create_payment_plan": partial(plan, anew=False),
    "change_payment_plan": partial(plan, anew=True),
    "cancel_payment_plan": lambda ground: policies.plan_cancellation(ground.facts, ground.today),
    "set_refund_account": lambda ground: policies.refund(ground.facts),
    "authorize_person": lambda ground: policies.may(ground.facts, "authorize"),
    "revoke_authorization": _revocation,
    "dispute_invoice": lambda ground: policies.dispute(ground.facts),
    "start_payment": lambda ground: policies.payment(ground.facts, None),
}
