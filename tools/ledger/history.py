"""What happens to an invoice: entries to its log, and the state that they add up to.

Every change of an invoice is one ``Entry``: made by a pure function, written by ``writing.py`` (one) or ``advance.py``
(thousands), and folded here by ``replay`` to the same state that the invoice's row holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict

from tools.ledger.instalments import Instalment
from tools.ledger.models import EventKind, Invoice, LetterKind, PostingKind, Stage


class Plan(BaseModel):
    """A payment plan in force.

    Attributes:
        instalments: in the order of their due dates; they sum to what was owed when it was agreed.
    """

    model_config = ConfigDict(frozen=True)

    instalments: tuple[Instalment, ...]

    def unpaid(self, owed: int) -> tuple[Instalment, ...]:
        """The instalments, or what is left of them, that are not covered by what was paid or credited since.

        Args:
            owed: what is left of the claim, in minor units. Nothing is charged while a plan is in force.
        """
        left = []
        covered = sum(instalment.amount.amount_minor for instalment in self.instalments) - owed
        for instalment in self.instalments:
            part = min(max(covered, 0), instalment.amount.amount_minor)
            covered -= part
            if rest := instalment.amount.amount_minor - part:
                money = instalment.amount.model_copy(update={"amount_minor": rest})
                left.append(Instalment(due_date=instalment.due_date, amount=money))
        return tuple(left)


class State(BaseModel):
    """What events change about an invoice; see the columns of ``models.Invoice``."""

    model_config = ConfigDict(frozen=True)

    stage: Stage
    due_date: date
    interest_until: date
    letter: LetterKind = "invoice"
    resume_stage: Stage | None = None
    postponements: int = 0
    plan: Plan | None = None

    @classmethod
    def of(cls, invoice: Invoice) -> State:
        """The state that an invoice's row holds."""
        return cls.model_validate({name: getattr(invoice, name) for name in cls.model_fields})

    def with_(self, **changed: Any) -> State:
        """The state with some fields changed."""
        return self.model_copy(update=changed)

    def due_on(self, day: date, today: date) -> State:
        """The state with an agreed due date. Interest counts from there, or from where it did when the claim is late.

        Args:
            day: the due date.
            today: the day on which it is agreed, or on which an instalment is paid.
        """
        late = is_late(self.resume_stage or self.stage, self.due_date, today)
        since = self.interest_until if late else max(self.interest_until, day)
        return self.with_(due_date=day, interest_until=since)


def is_late(stage: Stage, due_date: date, today: date) -> bool:
    """Whether a due date has passed, or a reminder or collection letter was sent; see ``policies.py``."""
    return stage in ("reminder", "collection", "legal") or today > due_date


@dataclass(frozen=True)
class Amount:
    """A posting to be made; ``minor`` is signed as in ``models.Posting``."""

    kind: PostingKind
    minor: int
    text: str = ""
    source: str | None = None


@dataclass(frozen=True)
class Entry:
    """One event to be written, with what belongs to it.

    Attributes:
        kind: what happened.
        on: the day on which it counts.
        state: the state after it.
        why: a reason code or the customer's words.
        amounts: postings; those of zero are left out by whoever makes the entry.
        letter: the letter that is sent with it.
    """

    kind: EventKind
    on: date
    state: State
    why: str = ""
    amounts: tuple[Amount, ...] = ()
    letter: LetterKind | None = None


def differences(before: State | None, after: State) -> dict[str, Any]:
    """The fields that an event changes, as JSON: ``{field: [old, new]}``; all of them for the first event."""
    new = after.model_dump(mode="json")
    old = before.model_dump(mode="json") if before else dict.fromkeys(new)
    return {name: [old[name], value] for name, value in new.items() if before is None or old[name] != value}


def replay(changes: Iterable[Mapping[str, Any]]) -> State:
    """The state that a log of changes adds up to.

    Args:
        changes: of every event, from the first one on.

    Raises:
        ValueError: an event's old value is not what the events before it left: the log was tampered with.
    """
    fields: dict[str, Any] = {}
    for number, changed in enumerate(changes, start=1):
        for name, (old, new) in changed.items():
            if fields.get(name) != old:
                raise ValueError(f"event {number}: {name} was {fields.get(name)!r}, not {old!r}")
            fields[name] = new
    return State.model_validate(fields)


CHARGES: frozenset[PostingKind] = frozenset(
    {
        "principal",
        "reminder_fee",
        "collection_fee",
        "late_payment_compensation",
        "interest",
        "due_date_change_fee",
        "payment_plan_fee",
        "credit",
    }
)
"""Kinds that make up the total; the others are money that moved: payments and refunds."""
COSTS: frozenset[PostingKind] = frozenset(
    {"reminder_fee", "collection_fee", "late_payment_compensation", "due_date_change_fee", "payment_plan_fee"}
)
"""Kinds that the cap of collection costs counts."""
