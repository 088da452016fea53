"""A whole afternoon: three agents, ten customers in four languages, a browser that dies, and the end of the day."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, expect

from tests.browser.afternoon import AfternoonClock, running
from tests.browser.pages import Company, Customer, Desk

pytestmark = [pytest.mark.browser, pytest.mark.slow]

_VIEW = {"width": 1280, "height": 860}
# A silent console counts as away after half a minute, which a sweep notices.
_UNTIL_LOST = 60_000
_UNTIL_SWEPT = 20_000


class Town:
    """Everybody who takes part, each with a browser profile of their own.

    Args:
        browser: a Chromium.
        address: the server.
    """

    def __init__(self, browser: Browser, address: str, stack: ExitStack) -> None:
        self._browser, self._address, self._stack = browser, address, stack
        self.problems: list[str] = []

    def window(self) -> BrowserContext:
        """A fresh profile."""
        context = self._browser.new_context(base_url=self._address, viewport=_VIEW, locale="en-GB")  # type: ignore[arg-type]
        context.set_default_timeout(60_000)
        self._stack.callback(context.close)
        return context

    def customer(self, handle: str, language: str) -> Customer:
        """Somebody with the chat open."""
        return self._noted(Customer(self.window(), handle, language))

    def company(self, myropo_id: str, language: str) -> Customer:
        """Somebody who looks at a company's invoice."""
        return self._noted(Company(self.window(), myropo_id, language))

    def agent(self, agent_id: str) -> Desk:
        """Somebody of customer service at the console."""
        return Desk(self.window(), agent_id)

    def _noted(self, customer: Customer) -> Customer:
        self.problems = customer.problems = self.problems + customer.problems
        return customer


@pytest.fixture
def clock() -> AfternoonClock:
    return AfternoonClock()


@pytest.fixture
def town(chromium_browser: Browser, clock: AfternoonClock) -> Iterator[Town]:
    with ExitStack() as stack:
        yield Town(chromium_browser, stack.enter_context(running(clock)), stack)


def system_line(customer: Customer, words: str) -> Locator:
    return customer.page.get_by_test_id("system-line").filter(has_text=words).last


def asks_for_a_person(customer: Customer) -> Customer:
    customer.page.get_by_test_id("person-button").click()
    expect(customer.page.get_by_test_id("queue-card")).to_be_visible()
    return customer


def rates(customer: Customer, part: str, score: int) -> None:
    expect(customer.page.get_by_test_id("rating")).to_be_visible(timeout=_UNTIL_SWEPT)
    customer.page.get_by_test_id(f"rating-{part}-{score}").click()
    expect(customer.page.get_by_test_id("rating-thanks")).to_be_visible()


def read(supervisor: Desk, path: str) -> Any:
    """What the supervisor's pages are made from."""
    return json.loads(supervisor.page.request.get(f"/api/v1/console/{path}").text())


def test_an_afternoon(town: Town, clock: AfternoonClock) -> None:
    aino, lars, maria = (town.agent(name) for name in ("aino", "lars", "maria"))

    # Anna and Niko need nobody.
    anna = town.customer("anna", "en")
    assert "1001" in anna.say("Show my unpaid invoices").inner_text()
    niko = town.customer("nobody", "fi")
    niko.say("Milloin asiakaspalvelu on auki?")
    niko.say("Paljonko maksumuistutus maksaa?")

    # Olli is helped in Finnish, from the first word to the last.
    olli = asks_for_a_person(town.customer("olli", "fi"))
    expect(olli.page.get_by_test_id("queue-position")).to_contain_text("1")
    aino.next()
    expect(system_line(olli, "Aino Laine asiakaspalvelusta")).to_be_visible()
    aino.write("r", "Hei Olli, näen että maksoit kahdesti. Palautamme summan.")
    expect(olli.messages("agent").last).to_contain_text("maksoit kahdesti")
    olli.write("Kiitos paljon!")
    expect(aino.page.get_by_test_id("message-text").filter(has_text="Kiitos paljon!")).to_be_visible()
    aino.close("solved")
    rates(olli, "people", 5)

    # Erik is in difficulties and goes before those who came earlier; Lars passes him on with a note.
    bageri = asks_for_a_person(town.company("MR-7040-9002", "sv"))
    erik = town.customer("erik", "sv")
    erik.write("Jag har blivit av med jobbet och har inte råd med mat, jag kan inte betala.")
    expect(erik.page.get_by_test_id("queue-position")).to_contain_text("1")
    expect(bageri.page.get_by_test_id("queue-position")).to_contain_text("2")
    lars.next()
    expect(lars.page.get_by_test_id("brief")).to_contain_text("inte råd med mat")
    lars.press("t")
    lars.page.get_by_test_id("transfer-target").select_option("agent:maria")
    lars.page.get_by_test_id("dialog-note").fill("Hardship, wants to talk it through.")
    lars.page.get_by_test_id("transfer-confirm").click()
    maria.page.get_by_test_id("my-thread").filter(has_text="Erik Lindqvist").click()
    expect(maria.page.get_by_test_id("note")).to_contain_text("wants to talk it through")
    maria.write("r", "Hej Erik, vi hittar en lösning tillsammans.")
    expect(erik.messages("agent").last).to_contain_text("vi hittar en lösning")
    expect(erik.page.get_by_text("wants to talk it through")).to_have_count(0)
    maria.close("partly_solved")
    rates(erik, "people", 2)

    # Johan changes his mind; Ingrid is handed back to the assistant, which goes on in Norwegian.
    johan = asks_for_a_person(town.customer("johan", "sv"))
    johan.page.get_by_test_id("queue-leave").click()
    expect(johan.page.get_by_test_id("queue-card")).to_have_count(0)
    johan.say("Vilka fakturor har jag?")
    lars.next()
    expect(system_line(bageri, "Lars Berg")).to_be_visible()
    lars.write("r", "Hej, vi delar upp fakturan åt er.")
    lars.close("solved")
    ingrid = asks_for_a_person(town.customer("ingrid", "nb"))
    lars.next()
    lars.write("r", "Hei Ingrid, kravet er riktig.")
    expect(ingrid.messages("agent").last).to_contain_text("kravet er riktig")
    lars.hand_back("Explained the payment demand.")
    expect(system_line(ingrid, "KI-assistenten er tilbake")).to_be_visible()
    assert "3002" in ingrid.say("Hvilke fakturaer har jeg?").inner_text()

    # Aino's browser dies while Sofia waits for her words; Maria takes over.
    sofia = asks_for_a_person(town.customer("sofia", "sv"))
    aino.next()
    expect(system_line(sofia, "Aino Laine")).to_be_visible()
    sofia.write("Varför har jag fått en påminnelse?")
    aino.page.context.close()
    expect(system_line(sofia, "Aino Laine är inte längre tillgänglig")).to_be_visible(timeout=_UNTIL_LOST)
    maria.next()
    maria.write("r", "Hej Sofia, påminnelsen skickades i fredags.")
    expect(sofia.messages("agent").last).to_contain_text("skickades i fredags")
    maria.close("solved")
    rates(sofia, "people", 4)

    # Finland closes at five while a company waits; Norway an hour later, before Fjellkafé asks.
    kahvila = asks_for_a_person(town.company("MR-7040-9001", "fi"))
    clock.put_to(15, 5)
    expect(system_line(kahvila, "ehtineet vastata sinulle ennen sulkemisaikaa")).to_be_visible(timeout=_UNTIL_SWEPT)
    clock.put_to(17, 5)
    fjellkafe = asks_for_a_person(town.company("MR-7040-9003", "nb"))
    expect(system_line(fjellkafe, "Kundeservice er stengt nå")).to_be_visible()
    # Whoever had the assistant's answer and said no more is asked how it was.
    rates(anna, "assistant", 5)
    rates(niko, "assistant", 3)

    the_board_shows_the_truth(maria)
    assert town.problems == []


def the_board_shows_the_truth(maria: Desk) -> None:
    board = read(maria, "board")
    assert (board["waiting"], board["closed_today"]) == (2, 4)
    there = {agent["id"]: agent["presence"] for agent in board["agents"]}
    assert (there["aino"], there["lars"], there["maria"]) == ("away", "online", "online")
    maria.page.goto("/console/board")
    expect(maria.page.get_by_test_id("waiting").get_by_test_id("value")).to_have_text("2")
    expect(maria.page.get_by_test_id("closed-today").get_by_test_id("value")).to_have_text("4")
    history = read(maria, "statistics?from=2026-11-23&to=2026-11-23")
    assert history["begun"] == {"alone": 2, "person": 8}
    assert {reason["key"]: reason["count"] for reason in history["handoffs"]} == {"asked_for_person": 7, "hardship": 1}
    kept = {name: history["promises"][name] for name in ("kept", "broken", "waiting", "stopped")}
    assert kept == {"kept": 5, "broken": 0, "waiting": 2, "stopped": 1}
    assert (history["assistant"]["scores"], history["people"]["scores"]) == ([0, 0, 1, 0, 1], [0, 1, 0, 1, 1])
    # Erik's two points wait for a supervisor to look at.
    assert [(review["customer"], review["cause"]) for review in read(maria, "reviews")["reviews"]] == [
        ("Erik Lindqvist", "rating")
    ]
