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
        self.sign_in(handle)
        # Somebody without invoices has the chat all the same.
        expect(self.page.get_by_test_id("chat-open")).to_be_visible()
        if language:
            self.page.get_by_test_id("language").select_option(language)
        self.page.get_by_test_id("chat-open").click()
        expect(self.page.get_by_test_id("composer")).to_be_enabled()
        self.page.get_by_test_id("new-thread").click()
        if language:
            # A new conversation goes on in the language of the one before, which may be another test's.
            self.page.get_by_test_id("chat-language").select_option(language)
        expect(self.messages("assistant")).to_have_count(0)

    def sign_in(self, handle: str) -> None:
        """Choose whom to be."""
        self.page.get_by_test_id(f"sign-in-{handle}").click()

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


class Company(Customer):
    """Somebody who looks at a company's invoice; the handle is its MyRopo ID."""

    def sign_in(self, handle: str) -> None:
        """Open the company's invoice."""
        self.page.get_by_test_id("myropo-id").fill(handle)
        self.page.get_by_test_id("sign-in-company").click()


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

    def hand_back(self, note: str = "") -> None:
        """Let the assistant go on, with a note where there is one."""
        self.page.get_by_test_id("hand-back").click()
        self.page.get_by_test_id("dialog-note").fill(note)
        self.page.get_by_test_id("hand-back-confirm").click()


class Desk(Agent):
    """An agent who works by keyboard.

    Args:
        window: a browser profile; an agent and a customer can share it, two agents cannot.
        agent_id: which demo agent.
    """

    def __init__(self, window: BrowserContext, agent_id: str) -> None:
        super().__init__(window, agent_id)
        self.problems: list[str] = []
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        expect(self.page.get_by_test_id("presence")).to_have_attribute("data-presence", "online")

    def take(self, customer: str) -> None:
        """Claim a customer's waiting thread."""
        self.page.get_by_test_id("queue-item").filter(has_text=customer).first.click()
        self.page.keyboard.press("c")
        expect(self.page.get_by_test_id("hand-back")).to_be_visible()

    def next(self) -> None:
        """Claim whoever is first for this agent."""
        self.press("n")
        expect(self.page.get_by_test_id("hand-back")).to_be_visible()

    def press(self, key: str) -> None:
        """Press a key where nobody writes."""
        self.page.keyboard.press("Escape")
        self.page.keyboard.press(key)

    def write(self, key: str, text: str) -> None:
        """Begin a reply (r) or a note (i), and send it."""
        self.press(key)
        expect(self.page.get_by_test_id("console-composer")).to_be_focused()
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")

    def close(self, outcome: str = "solved") -> None:
        """End the conversation: what a test leaves open would wait for the next one."""
        self.press("e")
        self.page.locator(f'[data-testid="close-outcome"][data-outcome="{outcome}"]').click()
        self.page.get_by_test_id("close-confirm").click()
        expect(self.page.get_by_test_id("close-thread")).to_have_count(0)

    def log(self, text: str) -> Locator:
        """What the open conversation says."""
        return self.page.locator("console-thread").get_by_text(text)
