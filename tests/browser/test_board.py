"""The supervisor's page in a real browser: what it shows is what happens, and what has happened."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from channels.client import SocketClient, demo_cookie
from channels.message_center.models import Thread, ThreadEvent
from channels.supervisor.demo_history import invented
from tools.context import local_date

pytestmark = pytest.mark.browser
FIRST, LAST = date(2026, 11, 9), date(2026, 11, 20)


@pytest.fixture
def board(window: BrowserContext, demo: str) -> Iterator[Page]:
    """The page of the demo's supervisor, which must not fail anywhere."""
    window.request.post("/api/v1/demo/sign-in", data={"agent": "maria"})
    page = window.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
    page.goto("/console/board")
    yield page
    assert problems == []


def play(part: Callable[[], Awaitable[str]]) -> str:
    """Something over sockets; beside the browser, whose loop runs in this thread."""
    with ThreadPoolExecutor(1) as beside:
        return beside.submit(lambda: asyncio.run(part())).result()  # type: ignore[arg-type]  # a coroutine


async def ask_for_person(address: str) -> str:
    """A customer wants a person in a new conversation, whose id comes back."""
    cookie = await demo_cookie(address, customer="johan")
    async with SocketClient.open(address, "/ws/chat", cookie) as johan:
        await johan.hello(language="sv")
        await johan.send("thread.new")
        opened = await johan.until(lambda frame: frame["type"] == "hello.ok")
        await johan.send("person.request")
        await johan.event("handoff")
        return str(opened["thread"]["id"])


async def answer_and_close(address: str, thread: str) -> str:
    """An agent takes the conversation and closes it."""
    cookie = await demo_cookie(address, agent="lars")
    async with SocketClient.open(address, "/ws/console", cookie) as lars:
        await lars.hello()
        await lars.send("claim", thread_id=thread)
        await lars.until(lambda f: f["type"] == "queue" and any(mine["id"] == thread for mine in f["mine"]))
        await lars.send("close", thread_id=thread)
        await lars.until(lambda f: f["type"] == "queue" and not any(mine["id"] == thread for mine in f["mine"]))
    return thread


def number(page: Page, name: str) -> Locator:
    return page.get_by_test_id(name).get_by_test_id("value")


def table(page: Page, chart: str) -> dict[str, list[str]]:
    """The figures of a chart, by their label, as its table shows them."""
    card = page.locator(f'board-chart[data-chart="{chart}"]')
    card.get_by_test_id("as-table").click()
    rows = card.locator("tbody tr")
    return {
        str(row.get_attribute("data-label")): [cell.inner_text().strip() for cell in row.locator("td").all()]
        for row in rows.all()
    }


class TestNow:
    def test_who_waits_is_shown_until_somebody_has_come(self, board: Page, demo: str) -> None:
        expect(number(board, "waiting")).to_be_visible()
        before = int(number(board, "waiting").inner_text())
        closed = int(number(board, "closed-today").inner_text())
        thread = play(lambda: ask_for_person(demo))
        expect(number(board, "waiting")).to_have_text(str(before + 1), timeout=10_000)
        play(lambda: answer_and_close(demo, thread))
        expect(number(board, "waiting")).to_have_text(str(before), timeout=10_000)
        expect(number(board, "closed-today")).to_have_text(str(closed + 1))

    def test_is_for_supervisors_only(self, window: BrowserContext) -> None:
        window.request.post("/api/v1/demo/sign-in", data={"agent": "aino"})
        page = window.new_page()
        page.goto("/console/board")
        expect(page.get_by_text("Only supervisors see this page.")).to_be_visible()


class TestHistory:
    def test_the_tables_of_the_charts_hold_what_has_happened(self, board: Page) -> None:
        rows = invented(datetime(2026, 11, 22, 12, tzinfo=UTC))
        reasons = Counter(
            row.payload["reason"]
            for row in rows
            if isinstance(row, ThreadEvent) and row.kind == "handoff" and FIRST <= local_date(row.at) <= LAST
        )
        begun = Counter(local_date(row.created_at) for row in rows if isinstance(row, Thread))
        self.open_history(board)
        shown = table(board, "reasons")
        assert {label: int(value) for label, [value] in shown.items()}["Dispute"] == reasons["dispute"]
        assert sum(int(value) for [value] in shown.values()) == reasons.total()
        days = [sum(map(int, cells)) for cells in table(board, "days").values()]
        assert days == [begun[day] for day in sorted(begun) if FIRST <= day <= LAST]
        assert sum(sum(map(int, cells)) for cells in table(board, "hours").values()) == sum(days)

    def test_a_figure_leads_to_its_conversations(self, board: Page) -> None:
        self.open_history(board)
        shown = table(board, "promises")
        broken = sum(int(cells[1]) for cells in shown.values())
        day = next(label for label, cells in shown.items() if int(cells[1]))
        board.locator(f'board-chart[data-chart="promises"] tr[data-label="{day}"] td').nth(1).get_by_role(
            "button"
        ).click()
        links = board.get_by_test_id("drill-thread")
        expect(links).to_have_count(int(shown[day][1]))
        assert 0 < links.count() <= broken
        assert "/console#/threads/" in str(links.first.get_attribute("href"))

    def test_the_days_can_be_had_as_a_table(self, board: Page) -> None:
        self.open_history(board)
        with board.expect_download() as download:
            board.get_by_test_id("csv").click()
        assert download.value.suggested_filename == f"statistics-{FIRST}-{LAST}.csv"
        assert download.value.path().read_text().startswith("day,measure,value")

    def open_history(self, board: Page) -> None:
        """Days that nobody can add to any more."""
        board.get_by_test_id("tab-history").click()
        board.get_by_test_id("range").select_option("custom")
        for name, day in (("to", LAST), ("from", FIRST)):
            with board.expect_response(lambda response: "/statistics?" in response.url):
                board.get_by_test_id(name).fill(day.isoformat())
                board.get_by_test_id(name).blur()
        expect(board.locator("board-chart").first).to_be_visible()


class TestReview:
    def test_a_conversation_is_marked_and_becomes_a_scenario(self, board: Page) -> None:
        board.get_by_test_id("tab-review").click()
        waiting = board.get_by_test_id("review")
        expect(waiting.first).to_be_visible()
        before = waiting.count()
        waiting.first.click()
        board.get_by_test_id("expected").first.select_option("search_knowledge")
        board.get_by_test_id("comment").fill("There is an article")
        board.get_by_test_id("save-done").click()
        expect(waiting).to_have_count(before - 1)
        with board.expect_download() as download:
            board.get_by_test_id("scenarios").click()
        written = download.value.path().read_text(encoding="utf-8")
        assert "# There is an article" in written
        assert "- search_knowledge" in written


class TestTeam:
    def test_an_agent_is_given_less_at_a_time(self, board: Page) -> None:
        board.get_by_test_id("tab-team").click()
        member = board.locator('[data-testid="member"][data-id="lars"]')
        member.get_by_test_id("edit").click()
        member.locator('input[name="capacity"]').fill("3")
        member.get_by_test_id("save-agent").click()
        expect(member).to_contain_text("3")
        member.get_by_test_id("edit").click()
        member.locator('input[name="capacity"]').fill("4")
        member.get_by_test_id("save-agent").click()
        expect(member.get_by_test_id("edit")).to_be_visible()
