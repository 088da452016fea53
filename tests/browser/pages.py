"""What a person does in the browser, named."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Locator, Page, expect

_PATIENCE = 60_000


class Customer:
    """A customer in the portal with the chat open.

    Args:
        window: a browser profile.
        handle: which demo customer.
        language: what to choose in the page's header, if anything.
    """

    def __init__(self, window: BrowserContext, handle: str, language: str | None = None) -> None:
        self.page: Page = window.new_page()
        self.problems: list[str] = []
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.goto("/")
        self.page.get_by_test_id(f"sign-in-{handle}").click()
        expect(self.page.get_by_test_id("invoice-row").first).to_be_visible()
        if language:
            self.page.get_by_test_id("language").select_option(language)
        self.page.get_by_test_id("chat-open").click()
        expect(self.page.get_by_test_id("composer")).to_be_enabled()
        self.page.get_by_test_id("new-thread").click()
        expect(self.messages("assistant")).to_have_count(0)

    def messages(self, author: str) -> Locator:
        """All messages of an author's kind."""
        return self.page.locator(f'[data-testid="message"][data-author="{author}"]')

    def say(self, text: str) -> Locator:
        """Write a message and wait for the assistant's answer to it."""
        before = self.messages("assistant").count()
        self.write(text)
        expect(self.messages("assistant")).to_have_count(before + 1, timeout=_PATIENCE)
        return self.messages("assistant").last

    def write(self, text: str) -> None:
        """Write a message and send it."""
        self.page.get_by_test_id("composer").fill(text)
        self.page.get_by_test_id("composer").press("Enter")
        expect(self.messages("customer").last).to_contain_text(text)

    def due_date(self, number: str) -> Locator:
        """The due date of an invoice in the portal's list."""
        return self.page.locator(f'[data-testid="invoice-row"][data-number="{number}"]').get_by_test_id(
            "invoice-due-date"
        )


class Agent:
    """An agent at the console.

    Args:
        window: a browser profile.
        agent_id: which demo agent.
    """

    def __init__(self, window: BrowserContext, agent_id: str) -> None:
        self.page: Page = window.new_page()
        self.page.goto("/console")
        self.page.get_by_test_id(f"sign-in-{agent_id}").click()

    def take_the_newest(self) -> None:
        """Open the thread that came last and claim it."""
        self.page.get_by_test_id("queue-item").last.click()
        self.page.get_by_test_id("claim").click()

    def answer(self, text: str) -> None:
        """Write to the customer."""
        self.page.get_by_test_id("console-composer").fill(text)
        self.page.get_by_test_id("console-send").click()
