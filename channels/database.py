"""The whole database: migrations, demo data, reset."""

from __future__ import annotations

from datetime import date as Date
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, text
from sqlmodel import col, select

from channels.agent_console.canned_seed import demo_answers
from channels.message_center.staff import Agent, Team
from tools.database import make_engine, make_session_factory, psycopg_url
from tools.ledger import demo
from tools.ledger.models import Customer

DEMO_TEAMS = (
    Team(id="finland", name="Finland", countries=["FI"]),
    Team(id="scandinavia", name="Sweden and Norway", countries=["SE", "NO"]),
)
DEMO_AGENTS = (
    Agent(id="aino", name="Aino Laine", languages=["fi", "en", "sv"], team_ids=["finland"]),
    Agent(id="lars", name="Lars Berg", languages=["sv", "nb", "en"], team_ids=["scandinavia"]),
    Agent(id="maria", name="Maria Holm", role="supervisor", languages=["en", "sv", "fi", "nb"]),
)


def upgrade(url: str, revision: str = "head") -> None:
    """Bring the schema to a revision.

    Args:
        url: PostgreSQL URL.
        revision: the newest one unless told.
    """
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("sqlalchemy.url", psycopg_url(url).replace("%", "%%"))
    command.upgrade(config, revision)


async def seed_demo(url: str, today: Date) -> bool:
    """Fill an empty database with the demo's customers, invoices and agents.

    Args:
        url: PostgreSQL URL.
        today: the date that all dates are relative to.

    Returns:
        Whether anything was added; False when there is data already.
    """
    engine = make_engine(url, pool_size=1)
    try:
        async with make_session_factory(engine).begin() as session:
            if await session.scalar(select(col(Customer.id)).limit(1)):
                return False
            await demo.seed(session, today)
            session.add_all([Team(**team.model_dump()) for team in DEMO_TEAMS])
            await session.flush()
            session.add_all([Agent(**agent.model_dump()) for agent in DEMO_AGENTS])
            session.add_all(demo_answers())
        return True
    finally:
        await engine.dispose()


def drop_everything(url: str) -> None:
    """Remove all tables and data; ``upgrade`` makes them again."""
    engine = create_engine(psycopg_url(url))
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
