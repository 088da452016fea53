"""Who sees which invoices, as conditions for the repository's queries: the one place where that is decided.

A person sees the own invoices and those of valid authorizations to the own e-mail address; a company principal the one
invoice with its MyRopo ID, when a company owes it; a delegate the one invoice of the authorization; an authority the
invoices it was let into by its business ID; the service everything; anonymous nothing.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, and_, false, func, or_, select, true
from sqlmodel import col

from tools.context import Principal
from tools.ledger.claims import Access
from tools.ledger.models import Authorization, Customer, Invoice

_REFERENCE = re.compile(r"[0-9A-ZÅÄÖÆØ][0-9A-ZÅÄÖÆØ./ -]{0,39}")


def normalized(reference: str) -> str | None:
    """An invoice number or MyRopo ID as the ledger stores it, or None when it cannot be one."""
    text = reference.strip().lstrip("#").strip().upper()
    return text if _REFERENCE.fullmatch(text) else None


def visible(principal: Principal, today: date) -> ColumnElement[bool]:
    """Whether a principal sees an invoice on a day; for queries that join ``Invoice`` and ``Customer``."""
    match principal.kind:
        case "person":
            return or_(col(Invoice.customer_id) == principal.key, _entrusted(principal, today))
        case "delegate" | "authority":
            return _entrusted(principal, today)
        case "company":
            return opened_by_company(principal)
        case "service":
            return true()
        case "anonymous":
            return false()


def opened_by_company(principal: Principal) -> ColumnElement[bool]:
    """Whether an invoice is the one that a company principal opened with its MyRopo ID."""
    opened = normalized(principal.key)
    return false() if opened is None else (col(Invoice.myropo_id) == opened) & (col(Customer.kind) == "company")


def granted_to(principal: Principal) -> ColumnElement[bool]:
    """Whether an authorization names a principal."""
    match principal.kind:
        case "person":
            email = select(col(Customer.email)).where(col(Customer.id) == principal.key).scalar_subquery()
            return and_(col(Authorization.email) == email, col(Authorization.business_id).is_(None))
        case "authority":
            return col(Authorization.business_id) == principal.key
        case "delegate":
            return col(Authorization.id) == _uuid(principal.key)
        case _:
            return false()


def valid_on(today: date) -> ColumnElement[bool]:
    """Whether an authorization holds on a day."""
    lasts = or_(col(Authorization.valid_until).is_(None), col(Authorization.valid_until) >= today)
    return and_(col(Authorization.revoked_on).is_(None), lasts)


def allowed_column(principal: Principal, today: date) -> ScalarSelect[Any]:
    """What an authorization lets a principal do with an invoice; NULL for the owner, and the most of several."""
    # "handle" comes before "view" in the alphabet.
    most = select(func.min(col(Authorization.allows)))
    mine = and_(col(Authorization.invoice_id) == col(Invoice.id), granted_to(principal), valid_on(today))
    return most.where(mine).correlate(Invoice).scalar_subquery()


def access_of(principal: Principal, invoice: Invoice) -> Access:
    """Why a principal sees an invoice that is in scope."""
    match principal.kind:
        case "company" | "authority" | "delegate":
            return principal.kind
        case "person" if invoice.customer_id != principal.key:
            return "delegate"
        case _:
            return "own"


def _entrusted(principal: Principal, today: date) -> ColumnElement[bool]:
    return col(Invoice.id).in_(select(col(Authorization.invoice_id)).where(granted_to(principal), valid_on(today)))


def _uuid(key: str) -> UUID:
    try:
        return UUID(key)
    except ValueError:
        return UUID(int=0)
