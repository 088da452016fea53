"""What a customer wishes and agrees to, one pair per kind of proposal; both are the JSON in the proposal's row."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter

from knowledge.money import Money
from tools.database import storable_text
from tools.ledger.instalments import Instalment
from tools.ledger.models import Allows

Said = Annotated[str, AfterValidator(storable_text)]
"""What somebody wrote, as it can be stored: the seal of a proposal is made of what is read back."""


class _Plain(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PostponementWish(_Plain):
    """A later due date."""

    kind: Literal["postpone_due_date"] = "postpone_due_date"
    new_date: date


class PlanWish(_Plain):
    """To pay in so many monthly instalments, the first one on a day; anew when there is a plan already."""

    kind: Literal["create_payment_plan", "change_payment_plan"] = "create_payment_plan"
    instalments: int
    first_date: date


class PlanCancellationWish(_Plain):
    """To end the plan and pay the rest at once."""

    kind: Literal["cancel_payment_plan"] = "cancel_payment_plan"


class RefundWish(_Plain):
    """To get back what was paid too much, to an account."""

    kind: Literal["set_refund_account"] = "set_refund_account"
    iban: Said
    """As the customer wrote it."""
    holder: Said


class AuthorizationWish(_Plain):
    """To let somebody else see or handle the invoice, until the end of a day."""

    kind: Literal["authorize_person"] = "authorize_person"
    name: Said
    email: Said
    allows: Allows = "view"
    until: date | None = None
    """None: for as long as the policy allows."""


class RevocationWish(_Plain):
    """To take an authorization back."""

    kind: Literal["revoke_authorization"] = "revoke_authorization"
    authorization_id: UUID


class DisputeWish(_Plain):
    """To say that the claim is wrong, and why, in the customer's own words."""

    kind: Literal["dispute_invoice"] = "dispute_invoice"
    reason: Said


Wish = Annotated[
    PostponementWish | PlanWish | PlanCancellationWish | RefundWish | AuthorizationWish | RevocationWish | DisputeWish,
    Field(discriminator="kind"),
]
WISHES: TypeAdapter[Wish] = TypeAdapter(Wish)


class _Agreed(_Plain):
    """Common to all terms.

    Attributes:
        fee: what the change costs; may be zero.
        total: what is owed after the change, the fee included.
    """

    fee: Money
    total: Money


class PostponementTerms(_Agreed):
    """A new due date."""

    kind: Literal["postpone_due_date"] = "postpone_due_date"
    old_date: date
    new_date: date


class PlanTerms(_Agreed):
    """A payment plan: the schedule adds up to the total; ``old`` is what was left of the former plan."""

    kind: Literal["create_payment_plan", "change_payment_plan"] = "create_payment_plan"
    old: tuple[Instalment, ...] = ()
    schedule: tuple[Instalment, ...]


class PlanCancellationTerms(_Agreed):
    """The plan ends: the rest is due on ``new_date``."""

    kind: Literal["cancel_payment_plan"] = "cancel_payment_plan"
    old: tuple[Instalment, ...]
    new_date: date


class RefundTerms(_Agreed):
    """What was paid too much goes to an account."""

    kind: Literal["set_refund_account"] = "set_refund_account"
    iban: str
    holder: str
    refund: Money


class AuthorizationTerms(_Agreed):
    """Somebody else may see or handle the invoice until the end of a day."""

    kind: Literal["authorize_person"] = "authorize_person"
    name: str
    email: str
    allows: Allows
    until: date


class RevocationTerms(_Agreed):
    """An authorization ends."""

    kind: Literal["revoke_authorization"] = "revoke_authorization"
    authorization_id: UUID
    name: str
    email: str


class DisputeTerms(_Agreed):
    """Collection pauses while a person examines the customer's reason."""

    kind: Literal["dispute_invoice"] = "dispute_invoice"
    reason: str


Terms = Annotated[
    PostponementTerms
    | PlanTerms
    | PlanCancellationTerms
    | RefundTerms
    | AuthorizationTerms
    | RevocationTerms
    | DisputeTerms,
    Field(discriminator="kind"),
]
TERMS: TypeAdapter[Terms] = TypeAdapter(Terms)
