"""What the assistant needs from the outside world, as protocols: whoever deploys it brings the real thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from knowledge.money import Money


@dataclass(frozen=True)
class PaymentRequest:
    """A payment that a customer wants to make.

    Attributes:
        id: our own, which the provider names when it reports the outcome.
        amount: what is to be paid.
        reference: payment reference of the country: viitenumero, OCR or KID.
        payee: who is paid.
        account: where to.
        description: what the payer reads about it.
    """

    id: UUID
    amount: Money
    reference: str
    payee: str
    account: str
    description: str


class PaymentProvider(Protocol):
    """Where customers pay. How a payment ends is reported to ``POST /api/v1/payments/callback``."""

    @property
    def name(self) -> str:
        """A short name that does not change: it tells this provider's payments from those of others."""
        ...

    async def start(self, request: PaymentRequest) -> str:
        """Prepare a payment, and give the address of the page on which it is made.

        Raises:
            PaymentUnavailable: the provider takes no payments now.
        """
        ...
