"""Small OpenAI-compatible endpoints on loopback, with an answer of the test's own."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Literal

import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, PlainTextResponse, Response

Answer = Callable[[dict[str, Any]], dict[str, Any]]
"""From a request's body to the message of the only choice."""
Fault = int | Literal["slow", "no json", "no choices"]
"""A status, or another way to fail."""


class Endpoint:
    """What was asked of an endpoint, and where it is."""

    def __init__(self, base_url: str) -> None:
        self.base_url = base_url
        self.requests: list[dict[str, Any]] = []
        self.answer: Answer = lambda body: {"content": "{}"}
        self.faults: dict[str, Fault] = {}
        self.usage: dict[str, Any] = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}

    def begin_anew(self) -> None:
        """Forget what was asked, and be well."""
        self.requests.clear()
        self.faults.clear()

    def asked(self) -> list[str]:
        """The names of the models that were asked, in order."""
        return [request["model"] for request in self.requests]


@contextmanager
def serving() -> Iterator[Endpoint]:
    """Serve chat completions while the context is open."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    endpoint = Endpoint(f"http://127.0.0.1:{port}/v1")
    server = uvicorn.Server(uvicorn.Config(_app(endpoint), host="127.0.0.1", port=port, log_level="error", ws="none"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the endpoint did not start"
        time.sleep(0.01)
    yield endpoint
    server.should_exit = True
    thread.join()


def _app(endpoint: Endpoint) -> FastAPI:
    app = FastAPI()

    @app.post("/v1/chat/completions")
    async def complete(request: Request) -> Response:
        body = await request.json()
        endpoint.requests.append(body)
        match endpoint.faults.get(body["model"]):
            case "slow":
                await asyncio.sleep(5)
            case "no json":
                return PlainTextResponse("<html>Welcome</html>")
            case "no choices":
                return JSONResponse({"object": "list", "data": []})
            case int() as status:
                return JSONResponse({"error": {"message": "no"}}, status_code=status, headers={"retry-after": "20"})
        message = {"role": "assistant", "content": None, **endpoint.answer(body)}
        reason = "tool_calls" if message.get("tool_calls") else "stop"
        choice = {"index": 0, "message": message, "finish_reason": reason}
        head = {"id": "1", "object": "chat.completion", "created": 0, "model": body["model"], "usage": endpoint.usage}
        return JSONResponse({**head, "choices": [choice]})

    return app
