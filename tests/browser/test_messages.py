"""The Message Center and what waiting customers see, with an agent who speaks the console's protocol."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, FilePayload, Locator, Page, expect
from websockets.sync.client import ClientConnection, connect

from tests.browser.pages import Customer
from tests.channels.files import pdf

pytestmark = [pytest.mark.browser, pytest.mark.embedded]

# A client may send twenty frames a second.
_BETWEEN_FRAMES = 0.05
_PATIENCE = 30.0
_LETTER: FilePayload = {"name": "letter.pdf", "mimeType": "application/pdf", "buffer": pdf()}
_PROGRAM: FilePayload = {"name": "program.exe", "mimeType": "application/x-msdownload", "buffer": b"MZ"}


class Desk:
    """An agent without a browser: only what the customer's pages show of the agent is looked at here.

    Args:
        socket: an open connection to ``/ws/console``.
    """

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._send("hello")

    def take(self, thread_id: str) -> None:
        """Claim a thread, and wait until everybody knows."""
        self._send("claim", thread_id=thread_id)
        self._until(lambda frame: thread_id in [thread["id"] for thread in frame.get("mine", [])])

    def answer(self, thread_id: str, *texts: str) -> None:
        """Write to the customer, and wait until it is stored."""
        for text in texts:
            client_id = uuid4().hex
            self._send("message.send", thread_id=thread_id, client_id=client_id, text=text)
            self._until(_acknowledges(client_id))
            time.sleep(_BETWEEN_FRAMES)

    def write(self, thread_id: str) -> None:
        """Begin to write."""
        self._send("typing", thread_id=thread_id, on=True)

    def read_all(self, thread_id: str) -> None:
        """Look at the whole thread."""
        self._send("thread.open", thread_id=thread_id, after_seq=0)
        events = self._until(lambda frame: frame["type"] == "thread")["events"]
        self._send("read", thread_id=thread_id, seq=events[-1]["seq"])

    def close(self, thread_id: str) -> None:
        """End a thread."""
        self._send("close", thread_id=thread_id, outcome=None)

    def _send(self, kind: str, **fields: Any) -> None:
        self._socket.send(json.dumps({"type": kind, **fields}))

    def _until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        while True:
            frame: dict[str, Any] = json.loads(self._socket.recv(timeout=_PATIENCE))
            assert frame["type"] != "error", frame
            if wanted(frame):
                return frame


def _acknowledges(client_id: str) -> Callable[[dict[str, Any]], bool]:
    return lambda frame: frame.get("client_id") == client_id


@pytest.fixture
def desk(demo: str) -> Iterator[Desk]:
    """Aino at her desk."""
    answer = httpx.post(f"{demo}/api/v1/demo/sign-in", json={"agent": "aino"}, trust_env=False)
    cookie = answer.headers["set-cookie"].partition(";")[0]
    address = demo.replace("http", "ws", 1) + "/ws/console"
    with connect(address, additional_headers={"Cookie": cookie}, proxy=None) as socket:
        yield Desk(socket)


@contextmanager
def another_window(browser: Browser, demo: str) -> Iterator[BrowserContext]:
    """A second browser profile."""
    context = browser.new_context(base_url=demo, locale="en-GB")
    context.set_default_timeout(60_000)
    yield context
    context.close()


def messages_of(window: BrowserContext, handle: str, language: str, path: str = "/messages") -> Page:
    """A page of the Message Center, by way of the sign-in that it leads to."""
    page = window.new_page()
    page.goto(path)
    page.get_by_test_id(f"sign-in-{handle}").click()
    expect(page).to_have_url(re.compile(re.escape(path) + "$"))
    page.get_by_test_id("language").select_option(language)
    return page


def write_to_a_person(page: Page, subject: str, text: str, *files: FilePayload) -> str:
    """Send a new message for a person to answer; gives the thread."""
    page.goto("/messages/new")
    page.get_by_test_id("subject").fill(subject)
    page.get_by_test_id("message-body").fill(text)
    page.get_by_test_id("who-person").check()
    if files:
        page.locator("myropo-new-message input[type=file]").set_input_files(list(files))
    page.get_by_test_id("send-message").click()
    expect(page).not_to_have_url(re.compile("/messages/new$"))
    expect(page.get_by_test_id("system-line").first).to_be_visible()
    return page.url.rpartition("/")[2]


def thread_of(customer: Customer) -> str:
    """The thread that a customer's chat is in."""
    return str(customer.page.evaluate("sessionStorage.getItem('myropo.thread')"))


def line_of(page: Page, thread_id: str) -> Locator:
    """A thread in the list."""
    return page.locator(f'[data-testid="thread-item"][data-thread="{thread_id}"]')


def test_an_answer_is_marked_until_it_is_read(window: BrowserContext, demo: str, desk: Desk) -> None:
    # In nobody else's test has Niko anything to read.
    page = messages_of(window, "nobody", "en")
    thread = write_to_a_person(page, "The meter was read wrong", "Here is the letter.", _LETTER)
    expect(page.get_by_test_id("attachment")).to_contain_text("letter.pdf")
    page.get_by_test_id("all-messages").click()
    expect(line_of(page, thread)).to_contain_text("Waiting for a person")

    desk.take(thread)
    desk.answer(thread, "Hello Niko, I have read the letter.")
    page.reload()
    expect(line_of(page, thread).get_by_test_id("unread")).to_contain_text("unread message")
    expect(page.get_by_test_id("messages-unread")).to_be_visible()
    line_of(page, thread).click()
    expect(page.get_by_text("I have read the letter")).to_be_visible()
    expect(page.get_by_test_id("messages-unread")).to_have_count(0)
    page.go_back()
    expect(line_of(page, thread)).to_contain_text("Aino")
    expect(line_of(page, thread).get_by_test_id("unread")).to_have_count(0)
    desk.close(thread)


def test_a_file_of_another_type_is_refused_in_finnish_and_nothing_is_lost(window: BrowserContext, demo: str) -> None:
    page = messages_of(window, "anna", "fi", "/messages/new")
    page.get_by_test_id("message-body").fill("Liitteenä kirje.")
    page.locator("myropo-new-message input[type=file]").set_input_files([_PROGRAM, _LETTER])
    expect(page.get_by_test_id("upload-problem")).to_have_text(
        "Tällaista tiedostoa ei voi lähettää. Valitse PDF-, PNG- tai JPEG-tiedosto."
    )
    page.get_by_test_id("send-message").click()
    expect(page).to_have_url(re.compile("/messages/new$"))
    expect(page.get_by_test_id("message-body")).to_have_value("Liitteenä kirje.")
    page.get_by_role("button", name="Poista program.exe").click()
    page.get_by_test_id("send-message").click()
    expect(page.get_by_test_id("attachment")).to_have_count(1)


def test_the_place_in_the_queue_is_told_and_can_be_given_up(
    window: BrowserContext, chromium_browser: Browser, demo: str
) -> None:
    anna = Customer(window, "anna", "en")
    anna.page.get_by_test_id("person-button").click()
    first = int(anna.page.get_by_test_id("queue-position").inner_text())
    with another_window(chromium_browser, demo) as other:
        olli = Customer(other, "olli", "en")
        olli.page.get_by_test_id("person-button").click()
        expect(olli.page.get_by_test_id("queue-position")).to_have_text(str(first + 1))
        expect(olli.page.get_by_test_id("queue-card")).to_contain_text("answer by")

        anna.page.get_by_test_id("queue-leave").click()
        expect(anna.page.get_by_test_id("queue-card")).to_have_count(0)
        expect(anna.page.get_by_test_id("person-button")).to_be_enabled()
        expect(olli.page.get_by_test_id("queue-position")).to_have_text(str(first))
        olli.page.get_by_test_id("queue-leave").click()
        expect(olli.page.get_by_test_id("queue-card")).to_have_count(0)
        assert anna.problems == olli.problems == []


def test_the_customer_sees_writing_and_reading_and_rates_both_parts(
    window: BrowserContext, demo: str, desk: Desk
) -> None:
    olli = Customer(window, "olli", "en")
    olli.say("What does a payment reminder cost?")
    olli.page.get_by_test_id("person-button").click()
    expect(olli.page.get_by_test_id("queue-card")).to_be_visible()
    thread = thread_of(olli)
    desk.take(thread)
    olli.write("Is that so?")
    desk.write(thread)
    expect(olli.page.get_by_test_id("typing")).to_contain_text("Aino")
    desk.read_all(thread)
    expect(olli.page.get_by_test_id("read-state")).to_have_text("Read")
    desk.answer(thread, "Yes, five euros.")
    expect(olli.messages("agent")).to_have_count(1)
    expect(olli.page.get_by_test_id("typing")).to_have_count(0)

    desk.close(thread)
    olli.page.get_by_test_id("rating-assistant-4").click()
    expect(olli.page.get_by_test_id("rating-thanks")).to_be_visible()
    olli.page.get_by_test_id("rating-people-5").click()
    expect(olli.page.get_by_test_id("rating-people-5")).to_have_attribute("aria-pressed", "true")
    olli.page.get_by_test_id("rating-words").fill("Quick and kind.")
    olli.page.get_by_test_id("rating-send").click()
    expect(olli.page.get_by_test_id("rating-words")).to_have_count(0)
    olli.page.reload()
    expect(olli.page.get_by_test_id("rating-assistant-4")).to_have_attribute("aria-pressed", "true")
    expect(olli.page.get_by_test_id("rating-people-5")).to_have_attribute("aria-pressed", "true")
    expect(olli.page.get_by_test_id("rating")).to_contain_text("Quick and kind.")
    assert olli.problems == []


def test_a_link_to_a_thread_leads_there_by_way_of_the_sign_in(
    window: BrowserContext, chromium_browser: Browser, demo: str, desk: Desk
) -> None:
    thread = write_to_a_person(messages_of(window, "ingrid", "en"), "A question", "May I ask something?")
    with another_window(chromium_browser, demo) as other:
        page = messages_of(other, "ingrid", "en", f"/messages/{thread}")
        expect(page.get_by_text("May I ask something?")).to_be_visible()
        expect(page.get_by_role("heading", name="A question")).to_be_visible()
        page.get_by_test_id("all-messages").click()
        expect(page).to_have_url(re.compile("/messages$"))
        page.go_back()
        expect(page.get_by_text("May I ask something?")).to_be_visible()
    with another_window(chromium_browser, demo) as stranger:
        page = messages_of(stranger, "erik", "en", f"/messages/{thread}")
        expect(page.get_by_test_id("thread-missing")).to_be_visible()
        expect(page.get_by_text("May I ask something?")).to_have_count(0)
    desk.take(thread)
    desk.close(thread)


def test_older_messages_come_in_above_without_moving_what_is_read(
    window: BrowserContext, demo: str, desk: Desk
) -> None:
    page = messages_of(window, "erik", "en")
    thread = write_to_a_person(page, "Many answers", "Please explain everything.")
    desk.take(thread)
    desk.answer(thread, *(f"Part {number} of the explanation." for number in range(110)))
    page.reload()
    expect(page.get_by_text("Part 109 of")).to_be_in_viewport()
    expect(page.get_by_text("Part 5 of")).to_have_count(0)
    scroller = page.locator("myropo-chat-log .scroller")
    scroller.evaluate("log => log.scrollTo(0, 500)")
    read = page.get_by_text("Part 20 of the")
    before = read.evaluate("bubble => bubble.getBoundingClientRect().top")
    page.get_by_test_id("load-older").evaluate("button => button.click()")
    expect(page.get_by_test_id("load-older")).to_have_count(0)
    expect(page.get_by_text("Please explain everything.")).to_have_count(1)
    assert read.evaluate("bubble => bubble.getBoundingClientRect().top") == pytest.approx(before, abs=1)
    desk.close(thread)
