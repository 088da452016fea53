"""The help in a real browser: answers while somebody types, and pages that fit a phone and need no script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tools.context import LANGUAGES

pytestmark = pytest.mark.browser

_API = "**/api/v1/articles*"
_PAGES = ("", "/prices", "/stages", "/hours", "/news", "/fees", "/nowhere")


def _opened(window: BrowserContext) -> tuple[Page, list[str]]:
    """The questions and answers, and what goes wrong on them."""
    page, problems = window.new_page(), list[str]()
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto("/help/en?country=FI")
    return page, problems


def test_answers_come_while_somebody_types(window: BrowserContext) -> None:
    page, problems = _opened(window)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/api/v1/articles" in request.url else None)
    field, answers = page.get_by_role("searchbox"), page.locator("[data-results] .answer a")
    field.press_sequentially("what does a reminder cost", delay=20)
    expect(answers.first).to_be_visible()
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d answers?$"))
    assert len(asked) < len("what does a reminder cost") / 2
    assert "q=what+does+a+reminder+cost" in page.url

    field.press("ArrowDown")
    expect(answers.first).to_be_focused()
    page.keyboard.press("Escape")
    expect(field).to_be_focused()
    field.press("ArrowDown")
    title = answers.first.inner_text()
    page.keyboard.press("Enter")
    expect(page.locator("main.article h1")).to_have_text(title)
    page.go_back()
    expect(answers.first).to_be_visible()
    page.get_by_role("searchbox").fill("")
    expect(page.locator("[data-results]")).to_be_hidden()
    assert problems == []


def test_a_late_answer_to_an_older_question_is_not_shown(window: BrowserContext) -> None:
    page, problems = _opened(window)
    held: list[Route] = []
    page.route(_API, lambda route: held.append(route) if "refund" in route.request.url else route.continue_())
    field = page.get_by_role("searchbox")
    field.fill("refund")
    page.wait_for_timeout(400)
    field.fill("?!")
    expect(page.get_by_text("We found no answer to this")).to_be_visible()
    assert len(held) == 1
    held[0].abort()
    page.wait_for_timeout(100)
    expect(page.get_by_text("We found no answer to this")).to_be_visible()
    assert problems == []


def test_without_the_api_the_form_still_answers(window: BrowserContext) -> None:
    page, problems = _opened(window)
    page.route(_API, lambda route: route.abort())
    field = page.get_by_role("searchbox")
    field.fill("what does a reminder cost")
    expect(page.get_by_role("status")).to_contain_text("not working")
    field.press("Enter")
    expect(page.locator("[data-results] .answer").first).to_be_visible()
    assert problems == []


def test_nothing_needs_a_script(chromium_browser: Browser, demo: str) -> None:
    plain = chromium_browser.new_context(base_url=demo, java_script_enabled=False, locale="sv-SE")
    page = plain.new_page()
    page.goto("/help")
    page.get_by_role("searchbox").fill("vad kostar en påminnelse")
    page.get_by_role("button", name="Sök").click()
    expect(page.locator("[data-results] .answer").first).to_be_visible()
    page.locator("details.switch summary").last.click()
    page.get_by_role("link", name="Norsk").click()
    expect(page.get_by_role("searchbox")).to_have_value("vad kostar en påminnelse")
    expect(page.locator("html")).to_have_attribute("lang", "nb")
    plain.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_small_screen_shows_every_page_without_sideways_scrolling(
    chromium_browser: Browser, demo: str, language: str
) -> None:
    phone = chromium_browser.new_context(base_url=demo, viewport={"width": 375, "height": 700})
    page = phone.new_page()
    for name in _PAGES:
        for country in ("FI", "SE", "NO"):
            page.goto(f"/help/{language}{name}?country={country}")
            assert page.evaluate("document.documentElement.scrollWidth") <= 375, page.url
            for menu in page.locator("details.switch summary").all():
                menu.click()
                assert page.evaluate("document.documentElement.scrollWidth") <= 375, page.url
    phone.close()
