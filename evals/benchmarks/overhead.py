"""What a turn costs beside the model: message in to reply out over the WebSocket, with a scripted model."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager

import uvicorn
from langchain_core.messages import AIMessage, BaseMessage, ToolMessage

from assistant.models.scripted import ScriptedChatModel
from assistant.settings import Settings
from channels.app import create_app
from channels.client import SocketClient, demo_cookie
from channels.serving import bound_socket
from evals.harness import throw_away

Row = tuple[str, str, str]
_WARM_UP, _TURNS = 20, 300


def measure(percentile: Callable[[Sequence[float], float], float]) -> list[Row]:
    """Send messages one after another over one socket and time each answer."""
    with throw_away() as (settings, url):
        plain = asyncio.run(_milliseconds(settings, url, ScriptedChatModel(script=_words)))
        with_tool = asyncio.run(_milliseconds(settings, url, ScriptedChatModel(script=_list_invoices)))
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


async def _milliseconds(settings: Settings, url: str, model: ScriptedChatModel) -> list[float]:
    times: list[float] = []
    async with _served(settings, url, model) as address:
        cookie = await demo_cookie(address, customer="anna")
        async with SocketClient.open(address, "/ws/chat", cookie) as client:
            await client.hello()
            await client.send("thread.new")
            await client.until(lambda frame: frame["type"] == "hello.ok")
            for _ in range(_WARM_UP + _TURNS):
                started = time.perf_counter()
                await client.say("Please tell me something about my invoices")
                await client.event("message", "assistant")
                times.append((time.perf_counter() - started) * 1000)
                # A customer reads before writing on; the job of the last turn ends meanwhile.
                await asyncio.sleep(0.03)
    return times[_WARM_UP:]


@asynccontextmanager
async def _served(settings: Settings, url: str, model: ScriptedChatModel) -> AsyncIterator[str]:
    with bound_socket("127.0.0.1", 0) as listening:
        app = create_app(settings, url, demo=True, model=model)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", ws="websockets-sansio"))
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        while not server.started:  # noqa: ASYNC110  # uvicorn has no event for it
            await asyncio.sleep(0.02)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        await serving
