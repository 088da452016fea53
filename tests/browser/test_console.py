"""The agents' console: what an agent does with a conversation, by keyboard, and what the customer sees of it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.pages import Customer, Desk

pytestmark = [pytest.mark.browser, pytest.mark.embedded]


def asks_for_a_person(window: BrowserContext, handle: str) -> Customer:
    """A customer who waits for a person."""
    customer = Customer(window, handle, "en")
    customer.page.get_by_test_id("person-button").click()
    expect(customer.page.get_by_test_id("system-line").last).to_be_visible()
    return customer


def test_the_next_customer_is_taken_by_a_key_and_a_note_stays_inside(window: BrowserContext, demo: str) -> None:
    olli = asks_for_a_person(window, "olli")
    aino = Desk(window, "aino")
    expect(aino.page.get_by_test_id("queue-item")).to_have_count(1)
    aino.press("n")
    expect(aino.page.get_by_test_id("hand-back")).to_be_visible()
    expect(aino.page.get_by_test_id("my-thread").filter(has_text="Olli Korhonen")).to_be_visible()

    aino.write("i", "He sounds worried.")
    expect(aino.page.get_by_test_id("note")).to_contain_text("He sounds worried.")
    aino.write("r", "Hello Olli, how can I help?")
    expect(olli.messages("agent").last).to_contain_text("how can I help?")
    expect(olli.page.get_by_text("He sounds worried.")).to_have_count(0)

    expect(aino.page.get_by_test_id("read-state")).to_have_attribute("data-state", "read")
    olli.page.get_by_test_id("composer").type("I have paid")
    expect(aino.page.get_by_test_id("typing")).to_contain_text("Olli Korhonen is writing")
    aino.close()
    assert olli.problems + aino.problems == []


def test_keys_do_nothing_while_somebody_writes_or_where_they_are_turned_off(window: BrowserContext, demo: str) -> None:
    asks_for_a_person(window, "ingrid")
    aino = Desk(window, "aino")
    aino.take("Ingrid Haugen")
    aino.press("r")
    aino.page.keyboard.type("test bench")
    expect(aino.page.get_by_test_id("console-composer")).to_have_value("test bench")
    expect(aino.page.get_by_role("dialog")).to_have_count(0)
    aino.page.get_by_test_id("console-composer").fill("")

    aino.press("?")
    aino.page.get_by_test_id("keys-on").uncheck()
    aino.press("e")
    expect(aino.page.get_by_role("dialog")).to_have_count(0)
    aino.page.get_by_role("button", name="Keyboard").click()
    aino.page.get_by_test_id("keys-on").check()
    aino.page.keyboard.press("Escape")
    aino.close("no_answer")


def test_a_canned_answer_waits_until_it_is_filled(window: BrowserContext, demo: str) -> None:
    anna = asks_for_a_person(window, "anna")
    aino = Desk(window, "aino")
    aino.take("Anna Virtanen")
    aino.press("r")
    aino.page.keyboard.type("/bal")
    expect(aino.page.get_by_test_id("canned-item")).to_have_count(1)
    aino.page.keyboard.press("Enter")

    field, send = aino.page.get_by_test_id("console-composer"), aino.page.get_by_test_id("console-send")
    expect(field).to_have_value(
        "There is {balance} left to pay on invoice {invoice} from {biller}. The due date is {due_date}."
    )
    expect(send).to_be_disabled()
    # The first gap is selected: what is typed fills it.
    aino.page.keyboard.type("€84.90")
    for gap, filling in {"invoice": "1001", "biller": "Revontuli Energia", "due_date": "4 December 2026"}.items():
        expect(send).to_be_disabled()
        aino.page.get_by_test_id("canned-missing").get_by_text(gap).click()
        aino.page.keyboard.type(filling)
    expect(aino.page.get_by_test_id("canned-missing")).to_have_count(0)
    send.click()
    expect(anna.messages("agent").last).to_contain_text(
        "There is €84.90 left to pay on invoice 1001 from Revontuli Energia. The due date is 4 December 2026."
    )
    aino.close()


def test_a_transfer_takes_the_note_along(window: BrowserContext, chromium_browser: Browser, demo: str) -> None:
    erik = asks_for_a_person(window, "erik")
    maria = Desk(window, "maria")
    maria.take("Erik Lindqvist")
    other = chromium_browser.new_context(base_url=demo, viewport={"width": 1280, "height": 860}, locale="en-GB")
    lars = Desk(other, "lars")

    maria.press("t")
    maria.page.get_by_test_id("transfer-target").select_option("agent:lars")
    maria.page.get_by_test_id("dialog-note").fill("Knows the collection letter.")
    maria.page.get_by_test_id("transfer-confirm").click()
    lars.page.get_by_test_id("my-thread").filter(has_text="Erik Lindqvist").click()
    expect(lars.page.get_by_test_id("note")).to_contain_text("Knows the collection letter.")
    lars.write("r", "Hello Erik, this is Lars.")
    expect(erik.messages("agent").last).to_contain_text("this is Lars")
    expect(erik.page.get_by_text("Knows the collection letter.")).to_have_count(0)
    lars.close()
    assert maria.problems + lars.problems == []
    other.close()


def test_a_tagged_and_closed_conversation_is_found_again(window: BrowserContext, demo: str) -> None:
    johan = asks_for_a_person(window, "johan")
    johan.write("My rowing boat was never delivered.")
    maria = Desk(window, "maria")
    maria.take("Johan Ek")
    maria.press("g")
    maria.page.get_by_test_id("tag-invoice_content").check()
    maria.page.get_by_test_id("priority-1").check()
    maria.page.get_by_test_id("tags-confirm").click()
    head = maria.page.locator("console-head")
    expect(head).to_contain_text("What is on the invoice")
    expect(head).to_contain_text("High")
    maria.close("referred")
    expect(head).to_contain_text("Sent on to somebody else")
    expect(johan.page.get_by_text("conversation was closed").first).to_be_visible()

    maria.press("/")
    maria.page.keyboard.type("rowing boats")
    found = maria.page.get_by_test_id("search-result")
    expect(found.locator("mark").first).to_have_text("rowing")
    maria.page.keyboard.press("Enter")
    expect(maria.log("My rowing boat was never delivered.")).to_be_visible()
    expect(found.first).to_have_attribute("aria-current", "true")
    assert maria.problems == []


def test_an_offer_is_refused_in_words_and_made_only_by_the_customer(window: BrowserContext, demo: str) -> None:
    sofia = asks_for_a_person(window, "sofia")
    aino = Desk(window, "aino")
    aino.take("Sofia Lindholm")
    invoice = aino.page.get_by_test_id("console-invoice").filter(
        has=aino.page.get_by_test_id("offer-postpone_due_date")
    )
    number = invoice.first.get_attribute("data-number") or ""
    invoice.first.get_by_test_id("offer-postpone_due_date").click()
    aino.page.get_by_test_id("offer-field-new_date").fill("2028-12-01")
    aino.page.get_by_test_id("offer-send").click()
    expect(aino.page.get_by_test_id("offer-problem")).to_contain_text("at the latest")

    aino.page.get_by_test_id("offer-field-new_date").fill("2026-12-09")
    aino.page.get_by_test_id("offer-send").click()
    card = sofia.page.get_by_test_id("proposal-card")
    expect(card).to_contain_text("9 December 2026")
    expect(aino.page.get_by_test_id("proposal-card")).to_contain_text("waits for the customer")
    card.get_by_test_id("confirm").click()
    expect(aino.page.locator('[data-testid="proposal-card"][data-status="confirmed"]')).to_be_visible()
    expect(sofia.due_date(number)).to_contain_text("9 December 2026")
    expect(invoice.filter(has_text=number)).to_contain_text("9 December 2026")
    aino.close()
    assert sofia.problems + aino.problems == []


def test_an_agent_steps_in_where_the_assistant_answers(window: BrowserContext, demo: str) -> None:
    ingrid = Customer(window, "ingrid", "en")
    ingrid.write("Is the gondola included in the price of my ski pass?")
    lars = Desk(window, "lars")
    lars.press("/")
    lars.page.keyboard.type("gondola")
    lars.page.get_by_test_id("search-result").first.click()
    lars.page.get_by_test_id("step-in").click()
    expect(lars.page.get_by_test_id("hand-back")).to_be_visible()
    lars.write("r", "Hello Ingrid, a person here.")
    expect(ingrid.messages("agent").last).to_contain_text("a person here")

    lars.hand_back("Told her about the ski pass.")
    expect(lars.page.get_by_test_id("step-in")).to_be_visible()
    expect(ingrid.page.get_by_test_id("system-line").last).to_contain_text("AI assistant is back")
    assert lars.problems == []
