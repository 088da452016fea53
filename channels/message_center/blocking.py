"""Customers who may not write for a while. All in the caller's transaction."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from channels.errors import SenderBlocked
from channels.message_center.staff import BlockedSender
from tools.context import Principal


async def refuse_blocked(session: AsyncSession, principal: Principal, now: datetime) -> None:
    """Raise when a supervisor has decided that a customer may not write now.

    Args:
        session: the caller's transaction.
        principal: who wants to write.
        now: the present moment.

    Raises:
        SenderBlocked: they may not.
    """
    if await block_of(session, str(principal), now) is not None:
        raise SenderBlocked(str(principal))


async def block_of(session: AsyncSession, principal: str, now: datetime) -> BlockedSender | None:
    """The block on a customer that is in force; None where there is none, or where it has ended.

    Args:
        session: the caller's transaction.
        principal: who, as threads name them.
        now: the present moment.
    """
    query = select(BlockedSender).where(
        col(BlockedSender.principal) == principal,
        or_(col(BlockedSender.until).is_(None), col(BlockedSender.until) > now),
    )
    return (await session.scalars(query)).one_or_none()
