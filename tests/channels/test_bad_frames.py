"""Whatever a client sends, it gets a typed error in the customer's language, nothing changes, and the socket lives."""

from __future__ import annotations

import asyncio
import itertools
import json
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlmodel import col, select
from websockets.exceptions import ConnectionClosed

from assistant.replies.catalogue import say
from channels.client import Frame, SocketClient
from tests.channels.conftest import Visitors
from tests.channels.support import Office
from tests.tools.support import day
from tools.context import Language
from tools.ledger.pending import Proposal

DEEP = '{"type":"ping","a":' + "[" * 15_000 + "]" * 15_000 + "}"
MALFORMED: dict[str, tuple[str | bytes, str]] = {
    "nothing": ("", "bad_frame"),
    "no JSON": ("hello", "bad_frame"),
    "half a JSON": ('{"type": "ping"', "bad_frame"),
    "a binary frame": (b'{"type": "ping"}', "bad_frame"),
    "binary rubbish": (bytes(range(256)), "bad_frame"),
    "an array": ('[{"type": "ping"}]', "bad_frame"),
    "a number": ("17", "bad_frame"),
    "a huge number": ("1" * 20_000, "bad_frame"),
    "null": ("null", "bad_frame"),
    "deep nesting": (DEEP, "bad_frame"),
    "100 kB": (json.dumps({"type": "message.send", "client_id": "1", "text": "x" * 100_000}), "too_large"),
    "100 kB of nothing": (" " * 100_000, "too_large"),
    "no type": ("{}", "unknown_type"),
    "an unknown type": ('{"type": "drop.tables"}', "unknown_type"),
    "an agent's type": ('{"type": "claim", "thread_id": "1"}', "unknown_type"),
    "a type that is no text": ('{"type": ["ping"]}', "unknown_type"),
    "a type that is half a letter": ('{"type": "\\ud800"}', "unknown_type"),
    "a null type": ('{"type": null}', "unknown_type"),
    "no text": ('{"type": "message.send", "client_id": "1"}', "invalid_field"),
    "no client id": ('{"type": "message.send", "text": "hello"}', "invalid_field"),
    "a text that is a number": ('{"type": "message.send", "client_id": "1", "text": 5}', "invalid_field"),
    "a text that is an object": ('{"type": "message.send", "client_id": "1", "text": {}}', "invalid_field"),
    "half a letter": ('{"type": "message.send", "client_id": "1", "text": "\\ud800"}', "message_empty"),
    "half a client id": ('{"type": "message.send", "client_id": "\\ud800", "text": "hello"}', "invalid_field"),
    "a client id with NUL": ('{"type": "message.send", "client_id": "\\u0000", "text": "hello"}', "invalid_field"),
    "an empty client id": ('{"type": "message.send", "client_id": "", "text": "hello"}', "invalid_field"),
    "a long client id": (json.dumps({"type": "message.send", "client_id": "x" * 65, "text": "hello"}), "invalid_field"),
    "an empty message": ('{"type": "message.send", "client_id": "1", "text": ""}', "message_empty"),
    "a blank message": ('{"type": "message.send", "client_id": "1", "text": " \\n\\u0000 "}', "message_empty"),
    "4001 letters": (json.dumps({"type": "message.send", "client_id": "1", "text": "x" * 4001}), "message_too_long"),
    "a negative number": ('{"type": "hello", "after_seq": -1}', "invalid_field"),
    "a number beyond all": ('{"type": "hello", "after_seq": 1e400}', "invalid_field"),
    "a number beyond the database": ('{"type": "hello", "after_seq": 9223372036854775808}', "invalid_field"),
    "an unknown language": ('{"type": "language.set", "language": "de"}', "invalid_field"),
    "a thread that is not there": ('{"type": "hello", "thread_id": "nowhere"}', "thread_not_found"),
    "a thread with NUL": ('{"type": "hello", "thread_id": "\\u0000"}', "thread_not_found"),
    "a thread that is half a letter": ('{"type": "hello", "thread_id": "\\ud800"}', "thread_not_found"),
    "a long thread id": (json.dumps({"type": "hello", "thread_id": "x" * 10_000}), "thread_not_found"),
    "no hash": ('{"type": "proposal.confirm", "proposal_id": "1"}', "invalid_field"),
    "a proposal that is none": ('{"type": "proposal.confirm", "proposal_id": "1", "hash": ""}', "proposal_not_found"),
    "a card that is none": ('{"type": "proposal.cancel", "proposal_id": "\\u0000"}', "proposal_not_found"),
}


async def reaction(client: SocketClient, frame: str | bytes | Frame) -> list[Frame]:
    """What comes back for a frame, until the socket has answered a ping; the queue and the staff come by themselves."""
    seen = len(client.frames)
    await client.connection.send(json.dumps(frame) if isinstance(frame, dict) else frame)
    await client.send("ping")
    await client.until(lambda answer: answer["type"] == "pong")
    return [answer for answer in client.frames[seen:-1] if answer["type"] not in ("queue", "colleagues")]


async def assert_refused(
    client: SocketClient, office: Office, frame: str | bytes | Frame, code: str, language: Language = "en"
) -> Frame:
    """One typed error with words in the language, nothing changed, and the socket answers."""
    before = await office.picture()
    answers = await reaction(client, frame)
    assert [answer["type"] for answer in answers] == ["error"], (frame, answers)
    error = answers[0]
    assert error["code"] == code, (frame, error)
    assert error["title"] == say(f"error-{code.replace('_', '-')}", language)
    assert error["detail"]
    assert await office.picture() == before, frame
    return error


class TestMalformedFrames:
    async def test_each_gets_its_error_and_changes_nothing(self, visitors: Visitors, office: Office) -> None:
        for number, (frame, code) in enumerate(MALFORMED.values()):
            if number % 25 == 0:  # as many as a socket takes at once
                client = await visitors.customer()
            await assert_refused(client, office, frame, code)

    @pytest.mark.parametrize("language", ["fi", "sv", "nb"])
    async def test_errors_speak_the_threads_language(
        self, visitors: Visitors, office: Office, language: Language
    ) -> None:
        client = await visitors.customer("anna", language=language)
        for name in ("no JSON", "100 kB", "an unknown type", "no text", "an empty message", "4001 letters"):
            frame, code = MALFORMED[name]
            error = await assert_refused(client, office, frame, code, language)
            if code != "invalid_field":
                assert error["detail"] == say(f"error-{code.replace('_', '-')}-detail", language)

    async def test_errors_refer_to_what_they_are_about(self, visitors: Visitors, office: Office) -> None:
        client = await visitors.customer()
        message = {"type": "message.send", "client_id": "one", "text": ""}
        assert (await assert_refused(client, office, message, "message_empty"))["ref"] == "one"
        click = {"type": "proposal.cancel", "proposal_id": "two"}
        assert (await assert_refused(client, office, click, "proposal_not_found"))["ref"] == "two"
        assert (await assert_refused(client, office, "nonsense", "bad_frame"))["ref"] is None

    async def test_everything_but_hello_needs_a_hello_first(self, visitors: Visitors, office: Office) -> None:
        client = await visitors.connect("/ws/chat", customer="anna")
        for frame in (
            {"type": "message.send", "client_id": "1", "text": "hello"},
            {"type": "proposal.confirm", "proposal_id": "1", "hash": "1"},
            {"type": "proposal.cancel", "proposal_id": "1"},
            {"type": "person.request"},
            {"type": "language.set", "language": "fi"},
        ):
            await assert_refused(client, office, frame, "hello_first")

    async def test_the_largest_message_passes_in_every_spelling(self, visitors: Visitors) -> None:
        client = await visitors.customer()
        for letter in ("x", "ä", "😀"):
            # The client escapes what is not ASCII: the largest message becomes a large frame.
            client_id = await client.say(letter * 4000)
            answer = await client.until(lambda frame: frame["type"] in ("ack", "error"))
            assert (answer["type"], answer.get("client_id")) == ("ack", client_id)

    async def test_text_that_is_no_utf8_ends_this_connection_only(self, visitors: Visitors) -> None:
        broken, other = await visitors.customer(), await visitors.customer()
        await broken.connection.send(b"\xff\xfe", text=True)
        with pytest.raises(ConnectionClosed) as closing:
            await broken.until(lambda frame: False)
        assert closing.value.rcvd is not None
        assert closing.value.rcvd.code == 1007
        assert await reaction(other, "nonsense") != []
        assert (await (await visitors.customer()).hello())["thread"]["status"] == "open"

    async def test_malformed_console_frames_are_refused_alike(self, visitors: Visitors, office: Office) -> None:
        agent = await visitors.agent()
        thread = await office.thread()
        for name in ("nothing", "a binary frame", "an array", "deep nesting", "100 kB", "no type", "an unknown type"):
            await assert_refused(agent, office, *MALFORMED[name])
        for kind in ("claim", "thread.open", "hand_back", "close"):
            await assert_refused(agent, office, {"type": kind}, "invalid_field")
            await assert_refused(agent, office, {"type": kind, "thread_id": "\x00"}, "thread_not_found")
            if kind != "thread.open":
                code = "already_claimed" if kind == "claim" else "not_yours"
                error = await assert_refused(agent, office, {"type": kind, "thread_id": thread}, code)
                assert error["ref"] == thread
        message = {"type": "message.send", "thread_id": thread, "client_id": "1", "text": "hello"}
        await assert_refused(agent, office, message, "not_yours")


class TestForeignAndStaleThings:
    @pytest.fixture
    async def client(self, visitors: Visitors) -> SocketClient:
        """Anna's socket with an open card."""
        client = await visitors.customer()
        await client.say(f"postpone 1001 to {day(18)}")
        await client.event("proposal")
        await client.until(lambda frame: frame["type"] == "typing" and not frame["on"])
        return client

    @staticmethod
    def click(client: SocketClient) -> Frame:
        """A click on Confirm of the newest card."""
        cards = [f["event"] for f in client.frames if f["type"] == "event" and f["event"]["kind"] == "proposal"]
        card = cards[-1]["payload"]["proposal"]
        return {"type": "proposal.confirm", "proposal_id": card["id"], "hash": card["hash"]}

    async def test_another_customers_thread_and_card(
        self, client: SocketClient, visitors: Visitors, office: Office
    ) -> None:
        thread = (await client.hello())["thread"]["id"]
        stranger = await visitors.customer("erik")
        await assert_refused(stranger, office, {"type": "hello", "thread_id": thread}, "thread_not_found")
        await assert_refused(stranger, office, self.click(client), "proposal_not_found")
        # After the refusals the stranger still is in the own thread.
        assert (await stranger.hello())["thread"]["id"] != thread

    async def test_the_own_card_in_another_thread(
        self, client: SocketClient, visitors: Visitors, office: Office
    ) -> None:
        other = await visitors.customer()
        await other.send("thread.new")
        await other.until(lambda frame: frame["type"] == "hello.ok")
        await assert_refused(other, office, self.click(client), "proposal_not_found")

    async def test_a_wrong_hash(self, client: SocketClient, office: Office) -> None:
        await assert_refused(client, office, {**self.click(client), "hash": "0" * 64}, "proposal_changed")

    async def test_an_unknown_card(self, client: SocketClient, office: Office) -> None:
        click = {**self.click(client), "proposal_id": str(uuid4())}
        await assert_refused(client, office, click, "proposal_not_found")

    async def test_an_expired_card(self, client: SocketClient, office: Office) -> None:
        async with office.sessions.begin() as session:
            proposal = (await session.scalars(select(Proposal).where(col(Proposal.status) == "open"))).one()
            proposal.expires_at -= timedelta(hours=1)
        await assert_refused(client, office, self.click(client), "proposal_expired")

    async def test_a_card_whose_invoice_has_changed(self, client: SocketClient, office: Office) -> None:
        await office.counter.change("1001", stage="legal")
        await assert_refused(client, office, self.click(client), "proposal_changed")

    async def test_a_second_click(self, client: SocketClient, office: Office) -> None:
        assert [answer["type"] for answer in await reaction(client, self.click(client))].count("error") == 0
        await client.hello()
        await assert_refused(client, office, self.click(client), "proposal_already_confirmed")

    async def test_clicks_in_two_windows_at_once_make_one_receipt(
        self, client: SocketClient, visitors: Visitors, office: Office
    ) -> None:
        other = await visitors.customer()
        answers = await asyncio.gather(*(reaction(window, self.click(client)) for window in (client, other)))
        errors = [answer["code"] for answer in itertools.chain(*answers) if answer["type"] == "error"]
        assert errors == ["proposal_already_confirmed"]
        assert (await office.kinds((await client.hello())["thread"]["id"])).count("system receipt") == 1

    async def test_a_message_to_a_closed_thread(self, client: SocketClient, office: Office) -> None:
        own = (await client.hello())["thread"]["id"]
        await client.send("person.request")
        await client.event("handoff")
        await office.desk.claim(await office.agent(), own)
        await office.desk.close(await office.agent(), own)
        await client.event("rating_request")
        message = {"type": "message.send", "client_id": "late", "text": "hello"}
        assert (await assert_refused(client, office, message, "thread_closed"))["ref"] == "late"
        await assert_refused(client, office, {"type": "person.request"}, "thread_closed")
