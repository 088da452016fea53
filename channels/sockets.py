"""What both WebSockets share: reading frames, answering errors, following threads."""

from __future__ import annotations

import asyncio
import contextlib
import json
from abc import ABC, abstractmethod
from collections.abc import Coroutine
from typing import Any, ClassVar

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
CLOSE_SIGN_IN, CLOSE_ORIGIN, CLOSE_RESUME = 4401, 4403, 1011

log = structlog.get_logger()


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
                await self._answer(await self.socket.receive())
        except WebSocketDisconnect:
            pass
        finally:
            await self._stop_following()

    async def send(self, frame: dict[str, Any]) -> None:
        """Send one frame; a connection that closes meanwhile is no error."""
        with contextlib.suppress(WebSocketDisconnect, RuntimeError):
            await self.socket.send_text(json.dumps(frame, ensure_ascii=False))

    def follow(self, key: str, work: Coroutine[Any, Any, None]) -> None:
        """Run a task beside the socket, in place of an earlier one with the same key."""
        if earlier := self._followers.pop(key, None):
            earlier.cancel()
        self._followers[key] = asyncio.create_task(self._following(work))

    async def _following(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except Exception:  # whatever it was, a socket that follows nothing would look like a silent conversation
            log.exception("following failed")
            with contextlib.suppress(WebSocketDisconnect, RuntimeError):
                await self.socket.close(CLOSE_RESUME, "connect again and resume")

    async def _answer(self, message: Any) -> None:
        if message["type"] == "websocket.disconnect":
            raise WebSocketDisconnect(message.get("code", 1000))
        ref: str | None = None
        try:
            raw = _object(message)
            ref = _reference(raw)
            await self.handle(self._frame(raw))
        except (ChannelError, LedgerError) as error:
            await self.send(error_frame(error, self.language, ref))
        except WebSocketDisconnect:
            raise
        except Exception as error:  # one bad frame must not end a conversation
            log.exception("frame failed")
            await self.send(error_frame(error, self.language, ref))

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
        for task in self._followers.values():
            task.cancel()
        await asyncio.gather(*self._followers.values(), return_exceptions=True)


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
