"""Where customers pay: the demo's bank, or nowhere until a deployment brings its provider."""

from __future__ import annotations

from tools.ledger.errors import PaymentUnavailable
from tools.ports import PaymentRequest


class DemoBank:
    """A bank of the demo's own: its pages move no money, its reports are signed and sent as a real provider's are."""

    name = "demo-bank"

    async def start(self, request: PaymentRequest) -> str:
        """The payment's page."""
        return f"/demo-bank/{request.id}"


class NoProvider:
    """Stands for a provider where none was brought."""

    name = "none"

    async def start(self, request: PaymentRequest) -> str:
        """No payment can be begun.

        Raises:
            PaymentUnavailable: always.
        """
        raise PaymentUnavailable("this installation has no payment provider")
