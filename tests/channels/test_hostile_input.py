"""Absurd frames and requests to the message center: refused in words, and nobody else notices."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from channels.client import SocketClient
from tests.channels.conftest import Visitors
from tests.channels.console import Consoles
from tests.channels.support import Office
from tools.context import Principal

OLLI = Principal("person", "olli")


async def answers(client: SocketClient, type: str, **fields: Any) -> list[str]:
    """Codes of the errors that a frame gives, until the socket has answered a ping."""
    seen = len(client.frames)
    await client.send(type, **fields)
    await client.send("ping")
    await client.until(lambda frame: frame["type"] == "pong")
    return [frame["code"] for frame in client.frames[seen:] if frame["type"] == "error"]


class TestAbsurdFrames:
    async def test_of_agents_are_refused_and_consoles_go_on(self, visitors: Visitors, office: Office) -> None:
        aino, lars = await visitors.agent("aino"), await visitors.agent("lars")
        thread = await office.held_by("aino")
        ages = ("9999-12-31T23:59:59-14:00", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00", 10**300, -(10**30))
        for until in ages:
            assert await answers(aino, "snooze", thread_id=thread, until=until) == ["invalid_field"]
        for where in ({"agent_id": "\0"}, {"team_id": "\ud800"}, {"agent_id": "x" * 60_000}):
            assert await answers(aino, "transfer", thread_id=thread, **where) == ["invalid_field"]
        assert await answers(aino, "tags.set", thread_id=thread, tags=["none"] * 4000) == ["invalid_field"]
        many = {"client_id": "one", "text": "", "attachments": [""] * 10_000}
        assert await answers(aino, "message.send", thread_id=thread, **many) == ["invalid_field"]
        await office.center.request_person(OLLI, await office.thread(OLLI))
        await lars.until(lambda f: f["type"] == "queue" and f["waiting"] == 1)
        assert (await office.row(thread)).handler == "agent:aino"

    async def test_of_customers_tell_them_nothing_of_others(self, visitors: Visitors, office: Office) -> None:
        thread, aino, move = await office.held_by("aino"), await office.agent(), office.dispatch
        await office.desk.note(aino, thread, "one", "SECRET note")
        await move.set_tags(aino, thread, ["fraud"])
        await move.snooze(aino, thread, office.clock.now() + timedelta(hours=1))
        await move.transfer(aino, thread, agent_id="maria", note="SECRET reason")
        anna, erik = await visitors.customer("anna", thread_id=thread), await visitors.customer("erik")
        assert await answers(anna, "history", before_seq=100) == []
        assert await answers(anna, "hello", thread_id=thread, after_seq=1) == []
        shown = str(anna.frames)
        assert ("SECRET" in shown, "fraud" in shown, "snoozed" in shown, "internal" in shown) == (False,) * 4
        for stranger in (thread, "*", "\0"):
            assert await answers(erik, "hello", thread_id=stranger) == ["thread_not_found"]

    async def test_a_place_is_told_of_the_open_thread_only(self, visitors: Visitors) -> None:
        anna = await visitors.customer("anna")
        await anna.send("person.request")
        await anna.event("handoff")
        await anna.until(lambda frame: frame["type"] == "queue")
        await anna.send("thread.new")
        await anna.until(lambda frame: frame["type"] == "hello.ok")
        olli = await visitors.customer("olli")
        await olli.send("person.request")
        await (await visitors.agent()).send("claim.next")
        with pytest.raises(TimeoutError):
            await anna.until(lambda frame: frame["type"] == "queue", 0.5)


async def test_absurd_requests_of_supervisors_are_answered(consoles: Consoles) -> None:
    maria = await consoles.agent("maria")
    days = "from=2026-11-01&to=2026-11-22"
    for path in (
        "/statistics?from=9999-12-31&to=9999-12-31",
        "/statistics.csv?from=0001-01-01&to=0001-01-01",
        f"/statistics/threads?{days}&measure=handoffs&key=%00",
        f"/reviews/{10**30}",
        "/threads?before=WyIyMDI2LTAxLTAxIiwgIlx1ZDgwMCJd",
    ):
        assert (await maria.get(path)).status_code < 500, path
    for path, body in (
        ("/teams/%00", {"mode": "push"}),
        ("/agents/%00", {"languages": ["en"], "capacity": 1}),
        ("/agents/aino", {"languages": ["en"], "capacity": 1, "team_ids": ["\0"]}),
    ):
        assert 400 <= (await maria.put(path, body)).status_code < 500, path
    for url in ("http://[::127.0.0.1]/", "http://0x7f.1/", "http://[::ffff:127.0.0.1]/"):
        assert (await maria.post("/webhooks", {"url": url})).status_code == 400, url
