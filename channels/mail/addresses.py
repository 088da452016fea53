"""Where mails to a customer go."""

from __future__ import annotations

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from tools.arguments import is_email
from tools.context import Principal
from tools.ledger.repository import customer_of, delegate_of


async def address_of(session: AsyncSession, principal: Principal, today: date) -> str | None:
    """The e-mail address of whoever is behind a principal, as the ledger has it; a delegate's is the authorized one.

    Args:
        session: the caller's.
        principal: whose conversation it is.
        today: the day on which a delegate's authorization must hold.

    Returns:
        One address and nothing else; None where there is none that mails can be sent to.
    """
    if principal.kind == "delegate":
        entrusted = await delegate_of(session, principal, today)
        address = entrusted[0].email if entrusted else ""
    else:
        customer = await customer_of(session, principal)
        address = customer.email if customer else ""
    return address if is_email(address) else None
