"""Alembic's entry: the models' metadata and a synchronous connection."""

from __future__ import annotations

from alembic import context
from sqlalchemy import create_engine, pool
from sqlmodel import SQLModel

import channels.message_center.models  # registers the tables
import channels.message_center.records
import channels.message_center.staff
import channels.stored_answers  # noqa: F401  # registers the table
import tools.ledger.models
import tools.ledger.pending
import tools.notices  # noqa: F401  # registers the tables, as do the ones before it


def run() -> None:
    """Apply the migrations over one connection."""
    engine = create_engine(context.config.get_main_option("sqlalchemy.url") or "", poolclass=pool.NullPool)
    with engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=SQLModel.metadata,
            include_name=lambda name, kind, _: kind != "table" or not (name or "").startswith("procrastinate"),
        )
        with context.begin_transaction():
            context.run_migrations()


run()
