"""The protocol over HTTP, as an ASGI application behind bearer tokens."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from mcp.server.context import ServerRequestContext
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import Receive, Scope, Send

from channels.mcp.contexts import Contexts
from channels.mcp.server import make_server
from channels.mcp.tokens import read_token
from tools.context import ToolContext


class McpApp:
    """Serves the tools for whomever the bearer token names; to be routed to ``/mcp`` for POST.

    Every request stands on its own and brings its token, so any process can answer it, and there is no session that
    somebody else could take over.

    Args:
        secret: signs the tokens.
    """

    def __init__(self, secret: str) -> None:
        self._secret = secret
        self._running: tuple[StreamableHTTPSessionManager, Contexts] | None = None

    @asynccontextmanager
    async def running(self, contexts: Contexts) -> AsyncIterator[None]:
        """Answer requests while the context is open; it belongs in the lifespan of the application around this one."""
        server = make_server(_of_request, contexts)
        manager = StreamableHTTPSessionManager(server, json_response=True, stateless=True)
        async with manager.run():
            self._running = manager, contexts
            try:
                yield
            finally:
                self._running = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        assert self._running is not None, "requests are answered within running()"
        manager, contexts = self._running
        context = await self._context(contexts, Headers(scope=scope).get("authorization", ""))
        if context is None:
            await _refusal()(scope, receive, send)
            return
        state = {**scope.get("state", {}), "tool_context": context}
        await manager.handle_request({**scope, "state": state}, receive, send)

    async def _context(self, contexts: Contexts, authorization: str) -> ToolContext | None:
        scheme, _, token = authorization.partition(" ")
        principal = read_token(self._secret, token.strip()) if scheme.lower() == "bearer" else None
        return await contexts.of(principal) if principal else None


def _of_request(request: ServerRequestContext[Any]) -> ToolContext:
    context: ToolContext = request.request.state.tool_context  # type: ignore[union-attr]  # over HTTP there is one
    return context


def _refusal() -> JSONResponse:
    problem = {
        "type": "urn:myropo:problem:token_needed",
        "title": "A token is needed",
        "status": 401,
        "detail": "Send a valid token as Authorization: Bearer; 'assistant mcp token' makes one",
        "code": "token_needed",
    }
    headers = {"WWW-Authenticate": "Bearer"}
    return JSONResponse(problem, 401, headers, media_type="application/problem+json")
