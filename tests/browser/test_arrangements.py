"""Paying, instalments and refunds, as a person does them: through the chat, the portal, the bank's page and back."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Locator, expect

from tests.browser.pages import Customer

pytestmark = [pytest.mark.browser, pytest.mark.embedded]


def _row(customer: Customer, number: str) -> Locator:
    return customer.page.locator(f'[data-testid="invoice-row"][data-number="{number}"]')


def test_a_plan_is_agreed_in_the_chat_and_stands_in_the_portal(window: BrowserContext, demo: str) -> None:
    johan = Customer(window, "johan", "sv")
    johan.say("Kan jag dela upp faktura 2002 på två betalningar?")
    card = johan.page.get_by_test_id("proposal-card").last
    expect(card.get_by_test_id("schedule-row")).to_have_count(2)
    expect(card).to_contain_text("170,00")
    card.get_by_test_id("confirm").click()
    expect(johan.page.get_by_test_id("receipt").last).to_contain_text("565,00")
    row = _row(johan, "2002")
    row.get_by_test_id("invoice-details").click()
    expect(row.get_by_test_id("invoice-plan-row")).to_have_count(2)
    assert johan.problems == []


def test_a_payment_is_confirmed_at_once_in_the_list_and_in_the_chat(window: BrowserContext, demo: str) -> None:
    ingrid = Customer(window, "ingrid", "nb")
    answer = ingrid.say("Jeg vil betale 34 kr på bredbåndet nå")
    with window.expect_page() as opened:
        answer.get_by_test_id("message-link").click()
    bank = opened.value
    expect(bank.get_by_test_id("bank-amount")).to_contain_text("34.00")
    bank.get_by_test_id("bank-pay").click()
    expect(bank.get_by_test_id("bank-back")).to_be_visible()
    expect(ingrid.page.get_by_test_id("payment-line").last).to_contain_text("34,00")
    expect(_row(ingrid, "3001").get_by_test_id("invoice-amount")).to_contain_text("700,00")
    assert ingrid.problems == []


def test_a_refund_wants_strong_identification_and_then_goes_on(window: BrowserContext, demo: str) -> None:
    olli = Customer(window, "olli", "en")
    olli.say("I paid twice, please send it back to FI21 1234 5600 0007 85")
    olli.page.get_by_test_id("identify").last.click()
    olli.page.get_by_test_id("identify-confirm").click()
    card = olli.page.get_by_test_id("proposal-card").last
    card.get_by_test_id("confirm").click()
    receipt = olli.page.get_by_test_id("receipt").last
    expect(receipt).to_contain_text("€92.40")
    expect(receipt).not_to_contain_text("1234")
    assert olli.problems == []
