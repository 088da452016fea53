"""What customers send to the portal's API."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from tools.arguments import LONGEST_WORDS, is_email
from tools.database import storable_text
from tools.ledger.models import Allows
from tools.ledger.terms import Wish


def _storable(value: Any) -> Any:
    """Text that means something and that PostgreSQL can store; what is no text is for others to judge."""
    if not isinstance(value, str):
        return value
    text = storable_text(value).strip()
    if not 0 < len(text) <= LONGEST_WORDS:
        raise ValueError(f"a text has 1 to {LONGEST_WORDS} characters")
    return text


def _storable_wish(value: Any) -> Any:
    """The texts of a wish, which are not nested."""
    if not isinstance(value, dict):
        return value
    fields = {name: _storable(item) for name, item in value.items()}
    if "email" in fields:
        _email(str(fields["email"]))
    return fields


def _email(text: str) -> str:
    if not is_email(text):
        raise ValueError("not an e-mail address")
    return text


Words = Annotated[str, BeforeValidator(_storable)]
CleanWish = Annotated[Wish, BeforeValidator(_storable_wish)]


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")

    invoice: Words = Field(description="Invoice number or MyRopo ID.")


class ProposalRequest(_Body):
    """A change that is wished for."""

    wish: CleanWish
    thread_id: Words | None = Field(None, description="A conversation of yours to show the card in.")


class Confirmation(BaseModel):
    """The agreement to a proposal's terms, as they were shown."""

    model_config = ConfigDict(extra="forbid")

    hash: str = Field(max_length=LONGEST_WORDS, description="The proposal's hash.")


class PaymentStartRequest(_Body):
    """A payment that is to be begun."""

    amount_minor: int | None = Field(None, strict=True, description="In minor units; null for all that is owed.")


class AuthorizationRequest(_Body):
    """Somebody who shall see or handle an invoice."""

    name: Words
    email: Annotated[Words, AfterValidator(_email)]
    allows: Allows = "view"
    until: date | None = Field(None, description="The last day; null for as long as possible.")


class RevocationRequest(_Body):
    """The invoice that an authorization is for."""


class RefundRequest(_Body):
    """Where to send what was paid too much."""

    iban: Words
    holder: Words | None = Field(None, description="Who holds the account; null for the customer.")
