"""What a turn costs beside the model: message in to reply out over the WebSocket, with a scripted model."""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
from langchain_core.messages import AIMessage, BaseMessage, ToolMessage

from assistant.models.scripted import ScriptedChatModel
from assistant.settings import Settings
from channels.app import create_app
from channels.client import SocketClient, demo_cookie
from channels.commands import log_to_stderr
from channels.serving import bound_socket, run_app
from evals.harness import throw_away
from evals.statistics import percentile

Row = tuple[str, str, str]
_WARM_UP, _TURNS = 20, 300


def measure() -> list[Row]:
    """Send messages one after another over one socket and time each answer."""
    # Without the pause in which a customer may go on: it is meant, not overhead.
    with throw_away(turn_pause_seconds=0) as (settings, url):
        with _served(settings, url, "words") as address:
            plain = asyncio.run(_milliseconds(address))
        with _served(settings, url, "list_invoices") as address:
            with_tool = asyncio.run(_milliseconds(address))
    return [
        (
            f"overhead of a turn, scripted model without a tool, {_TURNS} turns: p50",
            "<= 15 ms",
            f"{percentile(plain, 0.5):.1f} ms",
        ),
        ("the same: p99", "", f"{percentile(plain, 0.99):.1f} ms"),
        ("overhead of a turn with `list_invoices`: p50", "", f"{percentile(with_tool, 0.5):.1f} ms"),
        ("the same: p99", "", f"{percentile(with_tool, 0.99):.1f} ms"),
    ]


def _words(messages: list[BaseMessage]) -> AIMessage:
    return AIMessage("I can help with invoices and payments.")


def _list_invoices(messages: list[BaseMessage]) -> AIMessage:
    if isinstance(messages[-1], ToolMessage):
        return AIMessage("")
    return AIMessage("", tool_calls=[{"name": "list_invoices", "args": {}, "id": "1", "type": "tool_call"}])


async def _milliseconds(address: str) -> list[float]:
    times: list[float] = []
    cookie = await _patient_cookie(address)
    async with SocketClient.open(address, "/ws/chat", cookie) as client:
        await client.hello()
        for _ in range(_WARM_UP + _TURNS):
            # Each in a conversation of its own: who is told the same three times is handed to a person.
            await client.send("thread.new")
            await client.until(lambda frame: frame["type"] == "hello.ok")
            started = time.perf_counter()
            await client.say("Please tell me something about my invoices")
            await client.event("message", "assistant")
            times.append((time.perf_counter() - started) * 1000)
            # A customer reads before writing on; the job of the last turn ends meanwhile, and nobody floods the socket.
            await asyncio.sleep(0.1)
    return times[_WARM_UP:]


async def _patient_cookie(address: str) -> str:
    """Sign in once the server answers: its socket is open before it runs, so the request waits."""
    async with asyncio.timeout(60):
        while True:
            try:
                return await demo_cookie(address, customer="anna")
            except httpx.TransportError:
                await asyncio.sleep(0.1)


@contextmanager
def _served(settings: Settings, url: str, script: str) -> Iterator[str]:
    """A server in a process of its own, as in service; the client's work does not slow it."""
    with bound_socket("127.0.0.1", 0) as listening:
        listening.set_inheritable(True)
        server = multiprocessing.get_context("spawn").Process(target=_serve, args=(settings, url, listening, script))
        server.start()
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        try:
            yield address
        finally:
            server.terminate()
            server.join()


def _serve(settings: Settings, url: str, listening: socket.socket, script: str) -> None:
    log_to_stderr(logging.ERROR)
    run_app(create_app(settings, url, demo=True, model=ScriptedChatModel(script=_SCRIPTS[script])), listening)


_SCRIPTS = {"words": _words, "list_invoices": _list_invoices}
