"""What statistics count, as SQL: one common table expression per kind of thing that happens in conversations.

``docs/measures.md`` says in words what these queries say. Each kind is defined once; figures and the lists of
conversations behind them read the same definition. Parameters: ``start`` and ``end`` (moments, the second one does not
belong to the period), ``country``, ``language`` (null for all), ``now``.

- ``begun``: a conversation was begun: somebody wrote, or asked for a person, in it.
- ``handed``: a conversation was handed to people, and what became of it.
- ``ended``: a conversation was closed, or rests with the assistant for a day and nothing is owed.
- ``rated``: a customer rated a part of a conversation.
- ``turned``: the assistant took a turn.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import TextClause, text
from sqlalchemy.ext.asyncio import AsyncSession

from channels.supervisor.period import Period
from tools.context import Clock

RESTS = "24 hours"
"""For how long nothing happens in a conversation with the assistant until it counts as ended."""
RETURNS = "7 days"
"""Within which time somebody who writes again has not been helped."""

_SCOPE = """(CAST(:country AS text) IS NULL OR country = :country)
        AND (CAST(:language AS text) IS NULL OR language = :language)"""
_ACTIVE = f"last_at >= :start AND created_at < :end AND {_SCOPE}"
# Where nothing is filtered, the planner sees that no thread needs to be looked up.
_OF_SCOPE = f"""(CAST(:country AS text) IS NULL AND CAST(:language AS text) IS NULL
            OR thread_id IN (SELECT id FROM thread WHERE {_SCOPE}))"""

_THREADS = f"""
threads AS NOT MATERIALIZED (
    SELECT id, principal, created_at, closed_at, last_at, status, handler, customer_seq, answered_seq, merged_into
    FROM thread
    WHERE {_ACTIVE}
)"""
# What people's work is measured by. It joins the table itself: a shared table expression could not be read in parallel.
_MARKS = f"""
marks AS MATERIALIZED (
    SELECT event.thread_id, event.seq, event.at, thread.country,
        CASE event.kind WHEN 'message' THEN 'answer' WHEN 'status' THEN event.payload ->> 'status' ELSE event.kind END
            AS mark,
        event.payload ->> 'reason' AS reason
    FROM thread_event event JOIN thread ON thread.id = event.thread_id
    WHERE {_ACTIVE} AND (
        event.kind IN ('handoff', 'claimed', 'closed')
        OR event.kind = 'message' AND event.author_kind = 'agent'
        OR event.kind = 'status' AND event.payload ->> 'status' IN ('promise_broken', 'left_queue'))
)"""
_PEOPLES = """
peoples AS (SELECT DISTINCT thread_id FROM marks WHERE mark IN ('handoff', 'claimed'))"""

_BEGUN = """
begun AS (
    SELECT threads.id AS thread_id, threads.created_at AS at, peoples.thread_id IS NOT NULL AS person
    FROM threads LEFT JOIN peoples ON peoples.thread_id = threads.id
    WHERE threads.created_at >= :start AND (threads.customer_seq > 0 OR peoples.thread_id IS NOT NULL)
)"""
# What follows a handoff, up to the next one: the first answer, the broken promise, the customer's leaving, the end.
_HANDED = """
counted AS (
    SELECT *, count(*) FILTER (WHERE mark = 'handoff') OVER (PARTITION BY thread_id ORDER BY seq) AS part FROM marks
), followed AS (
    SELECT thread_id, min(country) AS country,
        min(at) FILTER (WHERE mark = 'handoff') AS at, min(reason) FILTER (WHERE mark = 'handoff') AS reason,
        min(seq) FILTER (WHERE mark = 'answer') AS answer, min(at) FILTER (WHERE mark = 'answer') AS answered,
        min(seq) FILTER (WHERE mark = 'promise_broken') AS broken,
        min(seq) FILTER (WHERE mark IN ('left_queue', 'closed')) AS stopped
    FROM counted WHERE part > 0 GROUP BY thread_id, part
), handed AS (
    SELECT thread_id, at, country, reason,
        CASE WHEN answer < coalesce(stopped, answer + 1) THEN answered END AS answered_at,
        CASE WHEN broken < least(answer, stopped, broken + 1) THEN 'broken'
            WHEN answer < coalesce(stopped, answer + 1) THEN 'kept'
            WHEN stopped IS NOT NULL OR answer IS NOT NULL THEN 'stopped'
            ELSE 'waiting' END AS promise
    FROM followed
    WHERE at >= :start AND at < :end
)"""
_ENDED = f"""
over AS (
    SELECT threads.*, peoples.thread_id IS NOT NULL AS person,
        CASE WHEN status = 'closed' THEN closed_at
            WHEN handler = 'assistant' AND customer_seq > 0 AND customer_seq = answered_seq
                AND last_at <= CAST(:now AS timestamptz) - interval '{RESTS}' THEN last_at END AS ended_at
    FROM threads LEFT JOIN peoples ON peoples.thread_id = threads.id
    WHERE merged_into IS NULL
), ended AS (
    SELECT over.id AS thread_id, ended_at AS at, person,
        CASE WHEN status = 'closed' THEN extract(epoch FROM closed_at - created_at) END AS seconds,
        EXISTS (
            SELECT FROM thread later
            WHERE later.principal = over.principal AND later.created_at > over.ended_at
                AND later.created_at <= over.ended_at + interval '{RETURNS}' AND later.id <> over.id
                AND (later.customer_seq > 0 OR later.handler <> 'assistant')
        ) AS again
    FROM over
    WHERE ended_at >= :start AND ended_at < :end AND (customer_seq > 0 OR person)
)"""
_RATED = f"""
rated AS (SELECT thread_id, at, part, score FROM rating WHERE at >= :start AND at < :end AND {_OF_SCOPE})"""
_TURNED = f"""
turned AS (
    SELECT thread_id, at, replaced, failed FROM turn_record WHERE at >= :start AND at < :end AND {_OF_SCOPE}
)"""
_KINDS = {
    "begun": (_THREADS, _MARKS, _PEOPLES, _BEGUN),
    "handed": (_THREADS, _MARKS, _HANDED),
    "ended": (_THREADS, _MARKS, _PEOPLES, _ENDED),
    "rated": (_RATED,),
    "turned": (_TURNED,),
}
DAY = "CAST(at AT TIME ZONE 'Europe/Stockholm' AS date)"
"""The day in Stockholm on which something happened."""
HOUR = "CAST(extract(hour FROM at AT TIME ZONE 'Europe/Stockholm') AS int)"
"""The hour there, from 0."""


async def favour_large_reads(session: AsyncSession) -> None:
    """Let this transaction sort in memory, and not compile what runs for less than a second."""
    await session.execute(text("SELECT set_config('work_mem', '64MB', true), set_config('jit', 'off', true)"))


def query(kind: str, select: str) -> TextClause:
    """A query on one kind of thing.

    Args:
        kind: begun, handed, ended, rated or turned.
        select: reads the table expression of that name.
    """
    return text(f"WITH {','.join(_KINDS[kind])} {select}")


def together(**selects: str) -> TextClause:
    """One query on several kinds of things, which reads what they share once.

    Args:
        selects: what to read of each kind; each becomes a column that holds a JSON list of its rows.
    """
    needed = dict.fromkeys(part for kind in selects for part in _KINDS[kind])
    columns = (f"(SELECT coalesce(json_agg(x), '[]') FROM ({select}) x) AS {kind}" for kind, select in selects.items())
    return text(f"WITH {','.join(needed)} SELECT {', '.join(columns)}")


def parameters(period: Period, clock: Clock) -> dict[str, Any]:
    """What every query needs."""
    return {
        "start": period.starts,
        "end": period.ends,
        "country": period.country,
        "language": period.language,
        "now": clock.now(),
    }
