"""The supervisors' live board, teams and agents: what is shown is what is, and every change is noted."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import text
from sqlmodel import col, select

from channels.errors import BadInput, EntryNotFound
from channels.message_center.staff import Agent, AgentAction
from channels.supervisor.board import Board, board
from channels.supervisor.teams import Skills, TeamChange, Teams
from tests.channels.conftest import Start
from tests.channels.portal import API, assert_problem
from tests.channels.support import Office
from tests.tools.support import ANNA, ERIK


async def now(office: Office) -> Board:
    """The board at this moment."""
    async with office.sessions() as session:
        return await board(session, office.clock)


async def seen(office: Office, agent_id: str, ago: str, presence: str = "online") -> None:
    """An agent whose console gave its last sign of life some time ago."""
    async with office.sessions.begin() as session:
        await session.execute(
            text("UPDATE agent SET presence = :presence, seen_at = now() - CAST(:ago AS interval) WHERE id = :id"),
            {"id": agent_id, "ago": ago, "presence": presence},
        )


class TestTheBoard:
    async def test_of_an_empty_message_center_says_so(self, office: Office) -> None:
        found = await now(office)
        assert (found.waiting, found.longest_minutes, found.late, found.open) == (0, None, 0, [])

    async def test_counts_who_waits_and_for_how_long(self, office: Office) -> None:
        first, second = await office.thread(), await office.thread(ERIK)
        await office.center.request_person(ANNA, first)
        office.clock.advance(timedelta(minutes=12))
        await office.center.request_person(ERIK, second)
        office.clock.advance(timedelta(minutes=3))
        found = await now(office)
        assert (found.waiting, found.longest_minutes) == (2, 15)
        await office.desk.claim(await office.agent("aino"), first)
        found = await now(office)
        assert (found.waiting, found.longest_minutes) == (1, 3)

    async def test_tells_a_promise_that_is_over(self, office: Office) -> None:
        thread = await office.thread()
        await office.center.request_person(ANNA, thread)
        assert (await now(office)).late == 0
        office.clock.advance(timedelta(days=2))
        assert (await now(office)).late == 1

    async def test_counts_open_conversations_by_language_and_who_is_to_answer(self, office: Office) -> None:
        await office.talk(await office.thread(), "tell me about sauna")
        await office.held_by("aino", ERIK)
        waiting = await office.thread(ERIK, "sv")
        await office.center.request_person(ERIK, waiting)
        await office.thread()  # nobody has written in it
        counted = {row.language: (row.assistant, row.queue, row.people) for row in (await now(office)).open}
        assert counted == {"en": (1, 0, 1), "sv": (0, 1, 0)}

    async def test_counts_what_was_closed_and_broken_today_alone(self, office: Office) -> None:
        agent = await office.agent("aino")
        await office.desk.close(agent, await office.held_by("aino"))
        assert (await now(office)).closed_today == 1
        thread = await office.thread()
        await office.center.request_person(ANNA, thread)
        async with office.sessions.begin() as session:
            await session.execute(
                text(
                    "INSERT INTO thread_event (thread_id, seq, kind, author_kind, audience, payload, at)"
                    " VALUES (:id, 90, 'status', 'system', 'internal', '{\"status\": \"promise_broken\"}', :at)"
                ),
                {"id": thread, "at": office.clock.now()},
            )
        assert (await now(office)).broken_today == 1
        office.clock.advance(timedelta(days=1))
        assert ((await now(office)).closed_today, (await now(office)).broken_today) == (0, 0)

    async def test_shows_who_is_there_with_what_they_hold(self, office: Office) -> None:
        await office.held_by("aino")
        await seen(office, "aino", "5 seconds")
        await seen(office, "lars", "31 seconds")
        await seen(office, "maria", "5 seconds", "away")
        shown = {agent.id: (agent.presence, agent.load) for agent in (await now(office)).agents}
        assert shown == {"aino": ("online", 1), "lars": ("away", 0), "maria": ("away", 0)}


class TestSettingUp:
    @pytest.fixture
    def teams(self, office: Office) -> Teams:
        return Teams(office.sessions, office.clock)

    async def noted(self, office: Office) -> list[tuple[str, str, dict[str, Any]]]:
        async with office.sessions() as session:
            actions = await session.scalars(select(AgentAction).order_by(col(AgentAction.id)))
            return [(each.agent_id, each.action, each.details) for each in actions]

    async def test_a_team_changes_how_it_shares_its_queue_and_that_is_noted(self, office: Office, teams: Teams) -> None:
        assert [team.mode for team in await teams.teams()] == ["pull", "pull"]
        assert (await teams.change_team("maria", "finland", TeamChange(mode="push"))).mode == "push"
        assert {team.id: team.mode for team in await teams.teams()} == {"finland": "push", "scandinavia": "pull"}
        assert await self.noted(office) == [
            ("maria", "changed_team", {"team": "finland", "old": "pull", "new": "push"})
        ]

    async def test_a_team_that_begins_to_push_gives_out_what_waits(self, office: Office, teams: Teams) -> None:
        thread = await office.thread()
        await office.center.request_person(ANNA, thread)
        await seen(office, "aino", "1 second")
        await teams.change_team("maria", "finland", TeamChange(mode="push"))
        assert (await office.row(thread)).handler == "agent:aino"

    async def test_an_agent_is_given_other_things_and_the_difference_is_noted(
        self, office: Office, teams: Teams
    ) -> None:
        biller = (await teams.staff()).billers[0]
        skills = Skills(languages=["fi", "en", "sv"], countries=["FI"], billers=[biller.id], team_ids=[], capacity=7)
        changed = await teams.change_agent("maria", "aino", skills)
        assert (changed.countries, changed.billers, changed.capacity) == (["FI"], [str(biller.id)], 7)
        async with office.sessions() as session:
            stored = await session.get_one(Agent, "aino")
        assert (stored.team_ids, stored.billers) == ([], [str(biller.id)])
        [(_, action, details)] = await self.noted(office)
        assert (action, details["agent"]) == ("changed_agent", "aino")
        assert set(details["changed"]) == {"countries", "billers", "team_ids", "capacity"}
        assert details["changed"]["capacity"] == {"old": 4, "new": 7}

    async def test_what_does_not_exist_is_refused(self, teams: Teams) -> None:
        skills = Skills(languages=["fi"], capacity=4)
        with pytest.raises(EntryNotFound):
            await teams.change_team("maria", "moon", TeamChange(mode="pull"))
        with pytest.raises(EntryNotFound):
            await teams.change_agent("maria", "nobody", skills)
        with pytest.raises(BadInput, match="moon"):
            await teams.change_agent("maria", "aino", skills.model_copy(update={"team_ids": ["moon"]}))


@pytest.fixture
async def http(start: Start) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody at the application who is not signed in."""
    async with AsyncExitStack() as stack:
        address = await start(worker=False)
        yield await stack.enter_async_context(httpx.AsyncClient(base_url=address, trust_env=False, timeout=30))


PATHS = (
    "/board",
    "/statistics?from=2026-11-20&to=2026-11-22",
    "/statistics.csv?from=2026-11-20&to=2026-11-22",
    "/statistics/threads?from=2026-11-20&to=2026-11-22&measure=begun",
    "/reviews",
    "/reviews/choices",
    "/reviews/scenarios.yaml",
    "/teams",
    "/agents",
)


class TestOverHttp:
    async def test_supervisors_see_all_of_it_and_nobody_else_does(self, http: httpx.AsyncClient) -> None:
        for path in PATHS:
            assert_problem(await http.get(f"{API}/console{path}"), 401, "sign_in_needed")
        await http.post(f"{API}/demo/sign-in", json={"agent": "aino"})
        for path in PATHS:
            assert_problem(await http.get(f"{API}/console{path}"), 403, "supervisor_only")
        await http.post(f"{API}/demo/sign-in", json={"agent": "maria"})
        for path in PATHS:
            assert (await http.get(f"{API}/console{path}")).status_code == 200, path

    async def test_what_cannot_be_meant_is_refused(self, http: httpx.AsyncClient) -> None:
        await http.post(f"{API}/demo/sign-in", json={"agent": "maria"})
        wrong = await http.put(f"{API}/console/agents/aino", json={"languages": [], "capacity": 4})
        assert_problem(wrong, 422, "invalid_request")
        assert_problem(await http.put(f"{API}/console/teams/finland", json={"mode": "shout"}), 422, "invalid_request")
        backwards = "/statistics?from=2026-11-22&to=2026-11-20"
        assert_problem(await http.get(f"{API}/console{backwards}"), 400, "invalid_field")
        unknown = "/statistics/threads?from=2026-11-20&to=2026-11-22&measure=luck"
        assert_problem(await http.get(f"{API}/console{unknown}"), 400, "invalid_field")
