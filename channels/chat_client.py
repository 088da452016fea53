"""A customer's conversation in Python, which outlives its connections::

cookie = await demo_cookie("http://127.0.0.1:8000", customer="anna")
async with ChatClient("http://127.0.0.1:8000", cookie) as chat:
    await chat.say("When is invoice 1001 due?")
    async for event in chat.events():
        print(event["author"]["kind"], event["payload"].get("text"))
"""

from __future__ import annotations

import asyncio
import contextlib
import random
from bisect import bisect_right
from collections import deque
from collections.abc import AsyncGenerator, Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Self
from uuid import uuid4

from websockets.exceptions import ConnectionClosed, InvalidHandshake

from channels.client import Check, Frame, Refused, SignedOut, SocketClient

_FIRST_PAUSE, _LONGEST_PAUSE = 0.2, 30.0
_PATIENCE = 30.0
_UNWELCOME = (4401, 4403)


@dataclass
class _Wish:
    """A frame that was not answered yet, and is sent again on the next connection.

    ``done_codes`` are errors that say that an earlier try has arrived, ``heard`` is what has come for it.
    """

    frame: Frame
    done_codes: Collection[str]
    answer: asyncio.Future[Frame | None] = field(default_factory=lambda: asyncio.get_running_loop().create_future())
    socket: SocketClient | None = None
    heard: Frame | None = None

    def end(self) -> None:
        """Tell who waits what has come."""
        if self.answer.done():  # who asked has stopped waiting
            return
        if self.heard and self.heard["type"] == "error" and self.heard["code"] not in self.done_codes:
            self.answer.set_exception(Refused(self.heard))
        else:
            self.answer.set_result(self.heard)


class ChatClient:
    """A customer's conversation: connects again when the connection is lost, and misses and repeats nothing.

    What was asked for and not answered is asked for again on the next connection; the server does it once.

    Args:
        base_url: ``http://127.0.0.1:8000``.
        cookie: of the customer's session.
        thread_id: the conversation; None for the customer's latest open one, or a new one.
        language: of a new conversation.
        check: looks at every frame that comes, and raises where it is not as it should be.

    Attributes:
        log: the events, in order; the newest hundred at first, see ``history``.
        thread: ``id``, ``language``, ``handler``, ``status``, ``agent`` and so on, as the server last said.
        has_more: whether there are older events than those in the log.
        read_seq: the last event that an agent has seen.
        queue: the customer's place while waiting for a person.
        typing: who is writing, if anybody.
        connections: how often it has connected.
    """

    def __init__(
        self,
        base_url: str,
        cookie: str,
        *,
        thread_id: str | None = None,
        language: str | None = None,
        check: Check | None = None,
    ) -> None:
        self._where = (base_url, "/ws/chat", cookie, check)
        self._language = language
        self.log: list[Frame] = []
        self.thread: Frame = {"id": thread_id}
        self.has_more, self.read_seq, self.connections = False, 0, 0
        self.queue: Frame | None = None
        self.typing: str | None = None
        self._wishes: deque[_Wish] = deque()
        self._socket: SocketClient | None = None
        self._sending = asyncio.Lock()
        self._changed = asyncio.Event()
        self._failure: BaseException | None = None

    async def __aenter__(self) -> Self:
        """Connect.

        Raises:
            OSError: nobody answers there.
            SignedOut: the cookie is of nobody.
            Refused: the thread is not this customer's.
        """
        self._running = asyncio.create_task(self._run())
        self._running.add_done_callback(self._ended)
        await self.until(lambda: self.connections > 0)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._running.cancel()
        await asyncio.gather(self._running, return_exceptions=True)

    def reconnect(self) -> None:
        """Give this connection up without a word and make another, as when the network has changed."""
        if self._socket is not None:
            self._socket.connection.transport.abort()

    @property
    def cursor(self) -> int:
        """The number of the newest event."""
        return self.log[-1]["seq"] if self.log else 0

    async def events(self) -> AsyncGenerator[Frame]:
        """Every event from the beginning of the log, and on as they come."""
        shown = 0
        while True:
            await self.until(partial(self._after, shown))
            for event in self._after(shown):
                shown = event["seq"]
                yield event

    async def until(self, condition: Callable[[], object], seconds: float | None = None) -> None:
        """Wait until something holds that frames can change.

        Raises:
            TimeoutError: it did not come true in time.
        """
        async with asyncio.timeout(seconds):
            while not condition():
                if self._failure is not None:
                    raise self._failure
                await self._changed.wait()

    async def event(self, kind: str, author: str | None = None, *, after: int = 0, seconds: float = _PATIENCE) -> Frame:
        """The first event of a kind (and of an author's kind) after a sequence number."""

        def found() -> list[Frame]:
            return [e for e in self._after(after) if e["kind"] == kind and author in (None, e["author"]["kind"])]

        await self.until(found, seconds)
        return found()[0]

    async def say(self, text: str, *, attachments: Sequence[str] = ()) -> int:
        """Send a message and return its sequence number.

        Raises:
            Refused: it was not stored.
        """
        files = {"attachments": list(attachments)} if attachments else {}
        ack = await self._ask({"type": "message.send", "client_id": uuid4().hex, "text": text, **files})
        assert ack is not None
        return int(ack["seq"])

    async def confirm(self, proposal_id: str, terms_hash: str) -> None:
        """Confirm a card; its receipt comes as an event.

        Raises:
            Refused: the change was not made.
        """
        frame = {"type": "proposal.confirm", "proposal_id": proposal_id, "hash": terms_hash}
        await self._ask(frame, "proposal_already_confirmed")

    async def cancel(self, proposal_id: str) -> None:
        """Decline a card."""
        await self._ask({"type": "proposal.cancel", "proposal_id": proposal_id}, "proposal_closed")

    async def request_person(self) -> None:
        """Ask for a person."""
        await self._ask({"type": "person.request"})

    async def leave_queue(self) -> None:
        """Wait for a person no longer."""
        await self._ask({"type": "queue.leave"})

    async def rate(self, part: str, score: int, words: str = "") -> None:
        """Say how the assistant's or the people's part was, from 1 to 5."""
        await self._ask({"type": "rating.send", "part": part, "score": score, "words": words})

    async def history(self) -> list[Frame]:
        """Fetch a page of older events into the log, and return it."""
        page = await self._ask({"type": "history", "before_seq": _seq(self.log[0])}) if self.has_more else None
        if page is None:
            return []
        older = [event for event in page["events"] if _seq(event) < _seq(self.log[0])]
        self.log[:0], self.has_more = older, page["has_more"]
        return older

    async def _ask(self, frame: Frame, *done_codes: str) -> Frame | None:
        if self._failure is not None:
            raise self._failure
        wish = _Wish(frame, done_codes)
        self._wishes.append(wish)
        if self._socket is not None:
            with contextlib.suppress(ConnectionClosed):
                await self._send(self._socket, wish)
        return await wish.answer

    async def _send(self, socket: SocketClient, wish: _Wish) -> None:
        """Send a wish, once per socket. Frames are answered in order: at the pong its answer has come, if any."""
        async with self._sending:
            if wish.socket is not socket:
                wish.socket, wish.heard = socket, None
                await socket.send(**wish.frame)
                await socket.send("ping")

    async def _run(self) -> None:
        pause = _FIRST_PAUSE
        while True:
            try:
                async with SocketClient.open(*self._where) as socket:
                    await self._begin(socket)
                    pause = _FIRST_PAUSE
                    while True:
                        self._take(await socket.receive())
                        socket.frames.clear()
            except ConnectionClosed as closed:
                if closed.rcvd and closed.rcvd.code in _UNWELCOME:
                    raise SignedOut(closed.rcvd.reason) from None
            except (OSError, InvalidHandshake):
                if not self.connections:
                    raise
            finally:
                self._socket, self.typing = None, None
            # Not all at once: many lose their connections at the same moment.
            await asyncio.sleep(pause * random.uniform(0.5, 1))
            pause = min(pause * 2, _LONGEST_PAUSE)

    async def _begin(self, socket: SocketClient) -> None:
        await socket.send("hello", thread_id=self.thread["id"], after_seq=self.cursor, language=self._language)
        hello = await socket.until(lambda frame: frame["type"] in ("hello.ok", "error"))
        if hello["type"] == "error":
            raise Refused(hello)
        if not self.log:
            self.has_more = hello["has_more"]
        self._take(hello)
        self._socket = socket
        for wish in list(self._wishes):
            await self._send(socket, wish)

    def _take(self, frame: Frame) -> None:
        """Note what a frame says."""
        match frame["type"]:
            case "hello.ok":
                self.thread, self.typing = frame["thread"], frame["typing"]
                self.read_seq, self.queue = frame["read_seq"], frame["queue"]
                self.connections += 1
                self._add(frame["events"])
            case "event":
                self.thread = {**self.thread, **frame["thread"]}
                self._add([frame["event"]])
            case "typing":
                self.typing = frame["who"] if frame["on"] else None
            case "read":
                self.read_seq = frame["seq"]
            case "queue":
                self.queue = frame["queue"]
            case "pong" if self._wishes:
                self._wishes.popleft().end()
            case "error" if frame["code"] == "too_many_frames":
                # What was sent since is lost: on a new connection it is sent again.
                raise ConnectionAbortedError(frame["detail"])
            case "ack" | "error" | "history" if self._wishes:
                self._wishes[0].heard = frame
        self._tell()

    def _after(self, seq: int) -> list[Frame]:
        return self.log[bisect_right(self.log, seq, key=_seq) :]

    def _add(self, events: Sequence[Frame]) -> None:
        # What came before a reconnection may come again.
        self.log += [event for event in events if event["seq"] > self.cursor]

    def _tell(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._failure = ConnectionAbortedError("closed") if task.cancelled() else task.exception()
        for wish in self._wishes:
            if self._failure is not None and not wish.answer.done():
                wish.answer.set_exception(self._failure)
        self._tell()


def _seq(event: Frame) -> int:
    return int(event["seq"])
