"""A database from before the queue: its conversations are kept, found again, and go on."""

from __future__ import annotations

import psycopg
import pytest

from channels import database
from tests.conftest import new_database
from tools.database import conninfo

_BEFORE = """
INSERT INTO agent (id, name, role, languages) VALUES ('aino', 'Aino Laine', 'agent', '["fi", "en"]');
INSERT INTO thread (id, principal, customer_name, country, language, handler, status, last_seq, customer_seq,
    answered_seq, episode_seq, created_at)
VALUES ('old', 'person:anna', 'Anna Virtanen', 'FI', 'fi', 'queue', 'open', 1, 1, 1, 0, '2026-11-20T10:00:00Z');
INSERT INTO thread_event (thread_id, seq, kind, author_kind, audience, payload, at)
VALUES ('old', 1, 'message', 'customer', 'public', '{"text": "Missä laskuni viipyvät?"}', '2026-11-20T10:01:00Z');
"""


@pytest.fixture
def upgraded(postgres: str) -> psycopg.Connection[tuple[object, ...]]:
    """A database that was filled before the queue came, brought up to date."""
    url = new_database(postgres, "myropo_before_queue")
    database.upgrade(url, "0004")
    with psycopg.connect(conninfo(url)) as connection:
        connection.execute(_BEFORE)
    database.upgrade(url)
    return psycopg.connect(conninfo(url), autocommit=True)


def test_conversations_from_before_the_queue_wait_in_it_and_are_found(
    upgraded: psycopg.Connection[tuple[object, ...]],
) -> None:
    with upgraded:
        thread = upgraded.execute("SELECT handler, channel, priority, tags, last_at IS NOT NULL FROM thread").fetchone()
        assert thread == ("queue", "widget", 0, [], True)
        assert upgraded.execute("SELECT presence, capacity, team_ids FROM agent").fetchone() == ("online", 4, [])
        # In another case than it was written in.
        found = "SELECT thread_id FROM search_entry WHERE words @@ websearch_to_tsquery('finnish', 'lasku')"
        assert upgraded.execute(found).fetchone() == ("old",)
