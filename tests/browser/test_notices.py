"""The banner of news and disruptions, in the portal and in the chat.

The first test puts up a real notice; the others play the service's answers, so that they can change and fail at will.
"""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from tests.browser.pages import Customer

pytestmark = [pytest.mark.browser, pytest.mark.embedded]

_MINUTE = 61_000
_LONG = "A longer message, so that the conversation fills more than the panel. " * 6


class Service:
    """Answers the pages' question for notices.

    Args:
        window: the browser profile whose requests are answered; its clock can be put forward.
    """

    def __init__(self, window: BrowserContext) -> None:
        self.told: list[dict[str, Any]] = []
        self.failing = False
        self.asked = 0
        window.clock.install()
        window.route("**/api/v1/notices?*", self._answer)

    def tell(self, text: str, kind: str = "disruption", ends_in: timedelta | None = None) -> None:
        """From now on, this is in force too."""
        now = datetime.now(UTC)
        ends_at = (now + ends_in).isoformat() if ends_in else None
        number = len(self.told) + 1
        times = {"starts_at": now.isoformat(), "ends_at": ends_at}
        self.told.append({"id": number, "kind": kind, "topics": [], "text": text, "language": "en", **times})

    def _answer(self, route: Route) -> None:
        self.asked += 1
        if self.failing:
            route.abort()
        else:
            route.fulfill(json=self.told)


@pytest.fixture
def service(window: BrowserContext) -> Service:
    """No notices yet."""
    return Service(window)


def in_portal(page: Page) -> Locator:
    return page.locator('myropo-notices[channel="portal"]').get_by_test_id("notice")


def in_chat(page: Page) -> Locator:
    return page.locator('myropo-notices[channel="chat"]').get_by_test_id("notice")


def notices(demo_data: Path, *arguments: str) -> str:
    """What ``assistant notices`` prints beside the running demo."""
    command = [str(Path(sys.executable).parent / "assistant"), "notices", *arguments]
    environment = {**os.environ, "DATA_DIR": str(demo_data), "TODAY": "2026-11-22"}
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout


def test_a_disruption_is_told_in_the_customers_country_and_language_until_it_is_ended(
    window: BrowserContext, demo: str, demo_data: Path
) -> None:
    texts = ("--en", "Card payments fail.", "--nb", "Kortbetaling virker ikke.")
    added = notices(demo_data, "add", *texts, "--country", "NO", "--starts", "2026-11-22 08:00")
    number = added.split()[1]
    window.clock.install()
    try:
        ingrid = Customer(window, "ingrid", "nb")
        for shown in (in_portal(ingrid.page), in_chat(ingrid.page)):
            expect(shown).to_have_text("Driftsforstyrrelse: Kortbetaling virker ikke.")
        ingrid.page.get_by_test_id("language").select_option("sv")
        expect(in_portal(ingrid.page)).to_have_text("Störning: Card payments fail.")
        window.clear_cookies()
        anna = Customer(window, "anna", "en")
        asking = "fetch('/api/v1/notices?language=en&channel=portal').then(answer => answer.json())"
        assert number not in {str(notice["id"]) for notice in anna.page.evaluate(asking)}
        expect(in_portal(anna.page)).to_have_count(0)
        window.clear_cookies()
        ingrid = Customer(window, "ingrid", "en")
        expect(in_portal(ingrid.page)).to_have_text("Disruption: Card payments fail.")
    finally:
        notices(demo_data, "end", number)
    window.clock.fast_forward(_MINUTE)
    expect(in_portal(ingrid.page)).to_have_count(0)
    expect(in_chat(ingrid.page)).to_have_count(0)
    assert ingrid.problems == []


def test_what_is_dismissed_stays_away_until_its_text_changes(window: BrowserContext, service: Service) -> None:
    service.tell("Card payments fail.")
    service.tell("We have moved.", "news")
    page = Customer(window, "anna", "en").page
    expect(in_portal(page)).to_have_text(["Disruption: Card payments fail.", "News: We have moved."])
    in_portal(page).first.get_by_role("button", name="Dismiss this notice").click()
    expect(in_portal(page)).to_have_text(["News: We have moved."])
    expect(in_portal(page).get_by_test_id("notice-dismiss")).to_be_focused()
    # The chat speaks the language of its conversation, which an earlier visit may have changed.
    expect(in_chat(page)).to_contain_text(["We have moved."])
    page.reload()
    expect(in_portal(page)).to_have_text(["News: We have moved."])
    service.told[0] = {**service.told[0], "text": "Kortit eivät toimi.", "language": "fi"}
    window.clock.fast_forward(_MINUTE)
    expect(in_portal(page)).to_have_text(["News: We have moved."])
    service.told[0] = {**service.told[0], "text": "Card payments fail until Monday.", "language": "en"}
    window.clock.fast_forward(_MINUTE)
    expect(in_portal(page).first).to_have_text("Disruption: Card payments fail until Monday.")


def test_it_is_gone_when_it_is_over_without_another_request(window: BrowserContext, service: Service) -> None:
    service.tell("Card payments fail.", ends_in=timedelta(seconds=50))
    page = Customer(window, "anna", "en").page
    expect(in_portal(page).get_by_test_id("notice-until")).to_contain_text("Until")
    service.failing = True
    window.clock.fast_forward(51_000)
    expect(in_portal(page)).to_have_count(0)
    expect(in_chat(page)).to_have_count(0)


def test_without_an_answer_it_stays_and_a_wrong_clock_hides_nothing(window: BrowserContext, service: Service) -> None:
    service.tell("Card payments fail.", ends_in=timedelta(hours=-1))
    customer = Customer(window, "anna", "en")
    expect(in_portal(customer.page)).to_have_count(1)
    service.failing, asked = True, service.asked
    window.clock.fast_forward(_MINUTE)
    customer.page.wait_for_timeout(200)
    assert service.asked > asked
    expect(in_portal(customer.page)).to_have_count(1)
    assert customer.problems == []


def test_screen_readers_hear_it_from_a_region_that_was_there_before(window: BrowserContext, service: Service) -> None:
    page = Customer(window, "anna", "en").page
    region = page.locator('myropo-notices[channel="portal"]').get_by_role("status")
    expect(region).to_have_count(1)
    expect(region).to_be_empty()
    assert page.locator('myropo-notices[channel="portal"]').evaluate("banner => banner.offsetHeight") == 0
    service.tell("Card payments fail.")
    window.clock.fast_forward(_MINUTE)
    expect(region).to_contain_text("Card payments fail.")


def test_the_conversation_does_not_jump(window: BrowserContext, service: Service) -> None:
    customer = Customer(window, "johan", "en")
    page = customer.page
    page.get_by_test_id("person-button").click()
    for number in range(6):
        customer.write(f"{number} {_LONG}")
    scroller = page.locator("myropo-chat-log .scroller")
    read = customer.messages("customer").nth(2)
    read.evaluate("bubble => bubble.scrollIntoView({ block: 'center' })")
    before = _settled(read)
    service.tell("Card payments fail.")
    window.clock.fast_forward(_MINUTE)
    expect(in_chat(page)).to_have_count(1)
    assert _settled(read) == pytest.approx(before, abs=1)
    in_chat(page).get_by_test_id("notice-dismiss").click()
    expect(in_chat(page)).to_have_count(0)
    assert _settled(read) == pytest.approx(before, abs=1)

    scroller.evaluate("log => log.scrollTo(0, log.scrollHeight)")
    page.wait_for_timeout(200)
    service.tell("Banks are slow.")
    window.clock.fast_forward(_MINUTE)
    expect(in_chat(page)).to_have_count(1)
    page.wait_for_timeout(200)
    assert scroller.evaluate("log => log.scrollHeight - log.scrollTop - log.clientHeight") <= 1


def test_a_small_screen_has_room_for_long_notices(window: BrowserContext, service: Service) -> None:
    for kind in ("disruption", "disruption", "news"):
        service.tell("Donaudampfschifffahrtsgesellschaft" * 3 + " word" * 39, kind, timedelta(days=400))
    customer = Customer(window, "erik", "sv")
    page = customer.page
    page.set_viewport_size({"width": 375, "height": 700})
    expect(in_chat(page)).to_have_count(3)
    widths = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert widths[0] <= widths[1]
    for banner in ("portal", "chat"):
        inside = page.locator(f'myropo-notices[channel="{banner}"]').evaluate("b => [b.scrollWidth, b.clientWidth]")
        assert inside[0] <= inside[1]
    button = in_chat(page).first.get_by_test_id("notice-dismiss").bounding_box()
    assert button is not None
    assert min(button["width"], button["height"]) >= 44
    log = page.locator("myropo-chat-log").bounding_box()
    assert log is not None
    assert log["height"] > 200


def _settled(place: Locator) -> float:
    """How far down it stands once everything is drawn."""
    place.page.wait_for_timeout(200)
    box = place.bounding_box()
    assert box is not None
    return box["y"]
