"""What both WebSockets share: reading frames, answering errors, following threads.

Nobody waits for a slow reader: each socket's tasks wait for that socket only, ``send`` gives up after a while, and what
the reader has missed it asks for when it comes back. Whether a silent connection still lives is the server's to find
out, by pings: see ``serving.py``.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from abc import ABC, abstractmethod
from collections.abc import Coroutine
from typing import Any, ClassVar, TypeVar

import structlog
from pydantic import BaseModel, TypeAdapter, ValidationError
from starlette.websockets import WebSocket, WebSocketDisconnect

from channels.auth.sessions import same_origin
from channels.errors import BadInput, ChannelError, SignInNeeded, error_frame
from channels.runtime import Runtime, runtime_of
from tools.context import Language
from tools.ledger.errors import LedgerError

# The largest message, 4 000 characters of which each is escaped as a surrogate pair, fits in.
MAX_FRAME = 64 * 1024
CLOSE_SIGN_IN, CLOSE_ORIGIN, CLOSE_BROKEN, CLOSE_SLOW, CLOSE_FLOOD = 4401, 4403, 1011, 1013, 1008
# How long a reader may leave a frame lying, in seconds.
SEND_SECONDS = 5.0
FRAMES_PER_SECOND, FRAMES_AT_ONCE = 20, 60

T = TypeVar("T")

log = structlog.get_logger()


class _CutOff(Exception):
    """Nothing is sent over this socket any more: whoever wanted to send need not go on."""


class FrameAllowance:
    """How many frames a client may send: a bucket that fills as time passes.

    Args:
        per_second: how fast it fills.
        at_once: how much it holds.
    """

    def __init__(self, per_second: float = FRAMES_PER_SECOND, at_once: int = FRAMES_AT_ONCE) -> None:
        self._per_second, self._at_once = per_second, at_once
        self._left, self._counted_at = float(at_once), time.monotonic()
        self.refused = 0
        """Frames refused since the bucket was last full."""

    def take(self) -> bool:
        """Count a frame; False when it is one too many."""
        now = time.monotonic()
        self._left = min(self._at_once, self._left + (now - self._counted_at) * self._per_second)
        self._counted_at = now
        if self._left >= self._at_once:
            self.refused = 0
        if self._left < 1:
            self.refused += 1
            return False
        self._left -= 1
        return True


class FrameSocket(ABC):
    """A socket that speaks JSON frames: one object in, one method called, errors answered and survived.

    Args:
        socket: the connection, not yet accepted.
    """

    frames: ClassVar[TypeAdapter[Any]]

    def __init__(self, socket: WebSocket) -> None:
        self.socket = socket
        self.runtime: Runtime = runtime_of(socket)
        self.language: Language = self.runtime.settings.default_language
        self._followers: dict[str, asyncio.Task[None]] = {}
        self._allowance = FrameAllowance()
        self._closing: asyncio.Task[None] | None = None
        self._over = False

    @abstractmethod
    async def authenticate(self) -> None:
        """Find out who it is.

        Raises:
            SignInNeeded: nobody.
        """

    @abstractmethod
    async def handle(self, frame: Any) -> None:
        """Do what a frame asks."""

    async def serve(self) -> None:
        """Accept the connection and answer frames until it closes."""
        await self.socket.accept()
        if not same_origin(self.socket):
            await self.socket.close(CLOSE_ORIGIN, "another site's page may not connect")
            return
        try:
            await self.authenticate()
        except SignInNeeded:
            await self.socket.close(CLOSE_SIGN_IN, "sign in first")
            return
        try:
            while True:
                message = await self.socket.receive()
                with contextlib.suppress(_CutOff):
                    await self._answer(message)
        except WebSocketDisconnect:
            pass
        finally:
            await self._stop_following()

    async def send(self, frame: dict[str, Any]) -> None:
        """Send one frame; see ``send_text``."""
        await self.send_text(json.dumps(frame, ensure_ascii=False))

    async def send_text(self, frame: str) -> None:
        """Send one frame that is JSON already; a connection that closes meanwhile is no error.

        A reader that does not take it in time is cut off: the close code tells it to connect again and resume.
        """
        if not self._over:
            try:
                async with asyncio.timeout(SEND_SECONDS):
                    await self.socket.send_text(frame)
            except TimeoutError:
                self._close(CLOSE_SLOW, "too slow: connect again and resume")
            except (WebSocketDisconnect, RuntimeError):
                pass
        if self._over:
            raise _CutOff

    def _close(self, code: int, reason: str) -> None:
        """End the connection, once, without waiting for a peer who may not listen."""

        async def close() -> None:
            with contextlib.suppress(WebSocketDisconnect, RuntimeError):
                await self.socket.close(code, reason)

        if not self._over:
            self._over, self._closing = True, asyncio.create_task(close())

    def follow(self, key: str, work: Coroutine[Any, Any, None]) -> None:
        """Run a task beside the socket, in place of an earlier one with the same key."""
        if earlier := self._followers.pop(key, None):
            earlier.cancel()
        self._followers[key] = task = asyncio.create_task(self._following(work))
        # What is cancelled before its first step would never be closed.
        task.add_done_callback(lambda _: work.close())

    def unfollow(self, key: str) -> None:
        """End the task with this key, if there is one."""
        if task := self._followers.pop(key, None):
            task.cancel()

    async def _following(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except _CutOff:
            pass
        except Exception:  # whatever it was, a socket that follows nothing would look like a silent conversation
            log.exception("following failed")
            self._close(CLOSE_BROKEN, "connect again and resume")

    async def _answer(self, message: Any) -> None:
        if message["type"] == "websocket.disconnect":
            raise WebSocketDisconnect(message.get("code", 1000))
        if self._over or not await self._allowed():
            return
        ref: str | None = None
        try:
            raw = _object(message)
            ref = _reference(raw)
            await self.handle(self._frame(raw))
        except (ChannelError, LedgerError) as error:
            await self.send(error_frame(error, self.language, ref))
        except (WebSocketDisconnect, _CutOff):
            raise
        except Exception as error:  # one bad frame must not end a conversation
            log.exception("frame failed")
            await self.send(error_frame(error, self.language, ref))

    async def _allowed(self) -> bool:
        """Whether a frame may be read; who is told that these are too many, and goes on, is cut off."""
        if self._allowance.take():
            return True
        if self._allowance.refused == 1:
            await self.send(error_frame(BadInput("too_many_frames"), self.language))
        elif self._allowance.refused > FRAMES_AT_ONCE:
            self._close(CLOSE_FLOOD, "too many frames")
        return False

    def _frame(self, raw: dict[str, Any]) -> BaseModel:
        try:
            frame: BaseModel = self.frames.validate_python(raw)
            return frame
        except ValidationError as error:
            first = error.errors()[0]
            if first["type"] in ("union_tag_invalid", "union_tag_not_found"):
                raise BadInput("unknown_type") from None
            raise BadInput("invalid_field", f"{'.'.join(map(str, first['loc'][1:]))}: {first['msg']}") from None

    async def _stop_following(self) -> None:
        """End the tasks beside the socket."""
        self._over = True
        tasks = [*self._followers.values(), *filter(None, [self._closing])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def whole(work: Coroutine[Any, Any, T]) -> T:
    """Await a query that is not broken off when its task is cancelled: it would take its connection along."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task])
        raise


def _object(message: Any) -> dict[str, Any]:
    text = message.get("text")
    if text is None:
        raise BadInput("bad_frame")
    if len(text) > MAX_FRAME:
        raise BadInput("too_large")
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError):
        raise BadInput("bad_frame") from None
    if not isinstance(raw, dict):
        raise BadInput("bad_frame")
    return raw


def _reference(raw: dict[str, Any]) -> str | None:
    """What an error about this frame refers to."""
    for name in ("client_id", "proposal_id", "thread_id"):
        if isinstance(raw.get(name), str):
            return str(raw[name])[:64].encode("utf-8", "replace").decode()
    return None
