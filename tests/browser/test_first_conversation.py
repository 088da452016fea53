"""The first conversation, as a person has it: real browser, real server, embedded model, an agent in another window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, WebSocketRoute, expect

from tests.browser.pages import Agent, Customer

pytestmark = [pytest.mark.browser, pytest.mark.embedded]


def test_a_customer_is_helped_in_english_and_a_person_takes_over(window: BrowserContext, demo: str) -> None:
    anna = Customer(window, "anna", "en")
    expect(anna.say("How much do I owe in total?")).to_contain_text("€639.60")

    answer = anna.say("What does a payment reminder cost?")
    expect(answer).to_contain_text("€5")
    source = answer.get_by_test_id("citation")
    with window.expect_page() as opened:
        source.click()
    expect(opened.value.locator("main.article h1")).to_contain_text("What reminders and collection letters cost")

    anna.say("Please move the due date of invoice 1001")
    anna.say("the 18th of December")
    card = anna.page.get_by_test_id("proposal-card")
    expect(card).to_contain_text("18 December 2026")
    card.get_by_test_id("confirm").click()
    expect(anna.page.get_by_test_id("receipt")).to_contain_text("18 December 2026")
    expect(anna.due_date("1001")).to_contain_text("18 December 2026")

    anna.page.get_by_test_id("person-button").click()
    expect(anna.page.get_by_test_id("system-line").last).to_contain_text("in the queue")
    aino = Agent(window, "aino")
    aino.take_the_newest()
    aino.answer("Hello Anna, Aino here. What can I do for you?")
    expect(anna.messages("agent").last).to_contain_text("Aino here")
    anna.write("Is the reminder of the gym still open?")
    expect(aino.page.get_by_text("Is the reminder of the gym still open?").first).to_be_visible()
    aino.answer("Yes, and you can pay it here.")
    expect(anna.messages("agent").last).to_contain_text("you can pay it here")

    aino.hand_back()
    expect(anna.page.get_by_test_id("system-line").last).to_contain_text("AI assistant is back")
    expect(anna.say("And what do I owe now?")).to_contain_text("€639.60")
    assert anna.problems == []


def test_a_customer_is_helped_in_finnish(window: BrowserContext, demo: str) -> None:
    anna = Customer(window, "anna", "fi")
    expect(anna.say("Paljonko minulla on maksettavaa yhteensä?")).to_contain_text("639,60")
    answer = anna.say("Paljonko maksumuistutus maksaa?")
    expect(answer).to_contain_text("5 €")
    expect(answer.get_by_test_id("citation")).to_have_count(1)

    anna.say("Siirrä puhelinlaskun eräpäivä")
    anna.say("10.12.")
    anna.page.get_by_test_id("confirm").click()
    expect(anna.page.get_by_test_id("receipt")).to_contain_text("10.12.2026")
    expect(anna.due_date("1002")).to_contain_text("10. joulukuuta 2026")

    anna.write("Haluan puhua ihmisen kanssa")
    expect(anna.page.get_by_test_id("system-line").last).to_contain_text("jonossa")
    lars = Agent(window, "lars")
    lars.take_the_newest()
    lars.answer("Hei, täällä Lars.")
    expect(anna.messages("agent").last).to_contain_text("täällä Lars")
    lars.hand_back()
    expect(anna.say("Mitä laskuja minulla on?")).to_contain_text("avointa laskua")
    assert anna.problems == []


def test_a_reload_resumes_the_conversation_without_gap_or_double(window: BrowserContext, demo: str) -> None:
    olli = Customer(window, "olli", "en")
    olli.say("What does a payment reminder cost?")
    olli.page.reload()
    expect(olli.page.get_by_test_id("composer")).to_be_visible()  # an open chat is open again
    expect(olli.messages("customer")).to_have_count(1)
    expect(olli.messages("assistant")).to_have_count(1)


def test_a_small_screen_shows_the_chat_without_sideways_scrolling(chromium_browser: Browser, demo: str) -> None:
    phone = chromium_browser.new_context(base_url=demo, viewport={"width": 375, "height": 700})
    phone.set_default_timeout(60_000)
    erik = Customer(phone, "erik", "sv")
    erik.say("Hur mycket är jag skyldig?")
    widths = erik.page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert widths[0] <= widths[1]
    phone.close()


def test_what_is_written_while_a_new_conversation_begins_belongs_to_it(window: BrowserContext, demo: str) -> None:
    olli = Customer(window, "olli", "en")
    olli.say("Hello")
    held: list[str | bytes] = []
    release: list[Callable[[str | bytes], None]] = []

    def slowly(socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()
        greeted = False

        def pass_on(frame: str | bytes) -> None:
            nonlocal greeted
            if '"hello.ok"' in str(frame) and greeted:
                held.append(frame)
            else:
                greeted = greeted or '"hello.ok"' in str(frame)
                socket.send(frame)

        server.on_message(pass_on)
        release.append(socket.send)

    olli.page.route_web_socket("**/ws/chat", slowly)
    olli.page.reload()
    expect(olli.page.get_by_test_id("composer")).to_be_enabled()
    expect(olli.messages("customer")).to_have_count(1)
    olli.page.get_by_test_id("new-thread").click()
    olli.write("What do I owe?")
    while not held:
        olli.page.wait_for_timeout(50)
    release[-1](held[0])
    expect(olli.messages("assistant")).to_have_count(1, timeout=60_000)
    expect(olli.messages("customer")).to_have_count(1)


def test_a_new_conversation_where_nothing_was_said_is_the_one_that_is_there(window: BrowserContext, demo: str) -> None:
    olli = Customer(window, "olli", "en")
    sent: list[str] = []
    olli.page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(str(frame))))
    olli.page.reload()
    expect(olli.page.get_by_test_id("composer")).to_be_enabled()
    for _ in range(3):
        olli.page.get_by_test_id("new-thread").click()
        expect(olli.messages("customer")).to_have_count(0)
        olli.page.wait_for_timeout(300)
    assert len([frame for frame in sent if "thread.new" in frame]) == 3
    olli.say("What do I owe?")
    expect(olli.messages("customer")).to_have_count(1)
    expect(olli.messages("assistant")).to_have_count(1)
