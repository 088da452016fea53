"""Columns that the tables of the message center have alike."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, DateTime, Identity
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field


def timestamp(**options: Any) -> Any:
    """A moment, with its zone."""
    return Field(sa_column=Column(DateTime(timezone=True), **options))


def listed() -> Any:
    """A list as JSON, empty where nothing was given."""
    return Field(default_factory=list, sa_column=Column(JSONB, nullable=False))


def number() -> Any:
    """A key that the database counts up."""
    return Field(default=None, sa_column=Column(BigInteger, Identity(), primary_key=True))
