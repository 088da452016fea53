"""The web application."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.responses import JSONResponse
from fastapi.staticfiles import StaticFiles
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from pydantic import SecretStr
from sqlalchemy import text
from starlette.middleware.sessions import SessionMiddleware
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocket

from assistant.settings import Settings
from channels.agent_console import routes as console_routes
from channels.agent_console.socket import ConsoleSocket
from channels.attachments import routes as attachment_routes
from channels.auth import demo as demo_sign_in
from channels.auth.sessions import payment_secret, session_secret
from channels.documentation import with_problem_schema
from channels.gate import Gate
from channels.mail import demo_mailbox
from channels.mcp.contexts import Contexts
from channels.mcp.endpoint import McpApp
from channels.mcp.tokens import signing_secret
from channels.payments import demo_bank
from channels.payments import routes as payment_routes
from channels.payments.providers import DemoBank, NoProvider
from channels.portal.pages import WEB, demo_pages, pages
from channels.portal.routes import api
from channels.problems import install_problem_responses
from channels.runtime import open_runtime, runtime_of
from channels.supervisor import routes as supervisor_routes
from channels.webhooks import routes as webhook_routes
from channels.widget.socket import ChatSocket

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from tools.context import Clock
    from tools.ports import PaymentProvider

_WEEK = 7 * 24 * 3600
_CONTENT_POLICY = (
    "default-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' ws: wss:; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
)
_PARTS = (
    api,
    attachment_routes.router,
    console_routes.router,
    payment_routes.router,
    supervisor_routes.router,
    webhook_routes.router,
    pages,
)
_DEMO_PARTS = (demo_sign_in.router, demo_bank.router, demo_mailbox.router, demo_pages)


def create_app(
    settings: Settings,
    url: str,
    *,
    demo: bool = False,
    worker: bool = True,
    model: BaseChatModel | None = None,
    provider: PaymentProvider | None = None,
    clock: Clock | None = None,
) -> FastAPI:
    """The application on a migrated database.

    Args:
        settings: what is in force.
        url: the database.
        demo: whether anybody may choose who to be.
        worker: whether this process also runs turns.
        model: the chat model, in place of the one that the settings name.
        provider: where customers pay, in place of the demo's bank or of nowhere.
        clock: the time, in place of the one that the settings name.
    """
    mcp = McpApp(signing_secret(settings))
    paid_at = provider or (DemoBank() if demo else NoProvider())

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            opened = open_runtime(settings, url, provider=paid_at, demo=demo, model=model, clock=clock)
            runtime = await stack.enter_async_context(opened)
            await stack.enter_async_context(runtime.listening())
            await stack.enter_async_context(mcp.running(Contexts.on(runtime)))
            if worker:
                turn = await stack.enter_async_context(runtime.turn(model))
                await stack.enter_async_context(runtime.working(turn))
            app.state.runtime = runtime
            yield

    app = _Application(
        title="MyRopo assistant",
        version="1",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
    )
    app.state.demo = demo
    app.state.payment_secret = (_shown(settings.payment_secret) or payment_secret(settings.data_dir)).encode()
    _add_middleware(app, settings)
    install_problem_responses(app)
    _add_routes(app, demo)
    app.router.routes.append(Route("/mcp", mcp, methods=["POST"]))
    return app


class _Application(FastAPI):
    """With the schema of problem responses in its documentation."""

    def openapi(self) -> dict[str, Any]:
        """The OpenAPI document, made once."""
        return self.openapi_schema or with_problem_schema(super().openapi())


def _add_middleware(app: FastAPI, settings: Settings) -> None:
    app.add_middleware(
        SessionMiddleware,
        secret_key=_shown(settings.session_secret) or session_secret(settings.data_dir),
        session_cookie="myropo",
        max_age=_WEEK,
        same_site="lax",
        https_only=settings.secure_cookies,
    )
    app.add_middleware(Gate, default_language=settings.default_language)
    app.add_middleware(_SecurityHeaders)


def _shown(secret: SecretStr | None) -> str:
    return secret.get_secret_value() if secret else ""


@cache
def _routes(demo: bool) -> list[BaseRoute]:
    """What is the same in every application of a process: FastAPI takes a tenth of a second to work the routes out."""
    router = APIRouter()
    for part in _PARTS + (_DEMO_PARTS if demo else ()):
        router.include_router(part)
    return router.routes


def _add_routes(app: FastAPI, demo: bool) -> None:
    app.router.routes.extend(_routes(demo))
    if (assets := WEB / "assets").exists():
        app.mount("/assets", StaticFiles(directory=assets), name="assets")

    @app.websocket("/ws/chat")
    async def chat(socket: WebSocket) -> None:
        await ChatSocket(socket).serve()

    @app.websocket("/ws/console")
    async def console(socket: WebSocket) -> None:
        await ConsoleSocket(socket).serve()

    @app.get("/healthz", tags=["operation"], summary="Is it alive")
    async def healthz() -> dict[str, str]:
        """Whether the process lives."""
        return {"status": "ok"}

    @app.get("/readyz", tags=["operation"], summary="Can it answer")
    async def readyz(request: Request) -> JSONResponse:
        """Whether the process can answer: its database does."""
        try:
            async with runtime_of(request).sessions() as session:
                await session.execute(text("SELECT 1"))
        except Exception as error:  # any failure of the database means the same here
            return JSONResponse({"status": "unavailable", "database": type(error).__name__}, 503)
        return JSONResponse({"status": "ready"})

    @app.get("/metrics", include_in_schema=False)
    async def metrics() -> Response:
        """Counters for Prometheus."""
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


class _SecurityHeaders:
    """What every HTTP answer says to browsers. Plain ASGI: sockets pass through it too, and are left alone."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = [
                    (b"content-security-policy", _CONTENT_POLICY.encode()),
                    (b"x-content-type-options", b"nosniff"),
                    (b"referrer-policy", b"same-origin"),
                ]
                if scope["path"].startswith("/api/"):
                    # What is personal is for nobody who uses the same computer later.
                    headers.append((b"cache-control", b"no-store"))
                # Files say for themselves what may be done with them.
                said = {name for name, _ in message["headers"]}
                message["headers"] += [header for header in headers if header[0] not in said]
            await send(message)

        await self._app(scope, receive, send_with_headers)
