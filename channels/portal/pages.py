"""The pages, and the widget for other pages of this host."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse

from channels.portal.help.routes import router as help_router

WEB = Path(__file__).parent.parent / "web" / "dist"

pages = APIRouter(include_in_schema=False)
pages.include_router(help_router)
demo_pages = APIRouter(include_in_schema=False)
"""Exist in demo mode only: a deployment brings its own sign-in and its own payment provider."""


def _page(name: str) -> FileResponse:
    # A page names its scripts by their content: it must be asked for anew, they need not be.
    return FileResponse(WEB / name, headers={"Cache-Control": "no-cache"})


@pages.get("/")
async def portal() -> FileResponse:
    """The customer's page with the chat widget."""
    return _page("index.html")


@pages.get("/messages")
async def messages() -> FileResponse:
    """The customer's Message Center."""
    return _page("messages.html")


@pages.get("/messages/{thread_id}")
async def message_thread(thread_id: str) -> FileResponse:
    """One thread of it, or the form for a new one."""
    return _page("messages.html")


@pages.get("/console")
async def console() -> FileResponse:
    """The agents' page."""
    return _page("console.html")


@pages.get("/console/board")
async def board() -> FileResponse:
    """The supervisors' page."""
    return _page("board.html")


@demo_pages.get("/sign-in")
async def sign_in() -> FileResponse:
    """The demo's chooser."""
    return _page("sign-in.html")


@demo_pages.get("/identify")
async def identify() -> FileResponse:
    """The demo's stand-in for strong identification."""
    return _page("identify.html")


@demo_pages.get("/demo-bank/{payment_id}")
async def demo_bank(payment_id: str) -> FileResponse:
    """The demo's payment provider."""
    return _page("demo-bank.html")


@demo_pages.get("/demo-mail")
async def demo_mail() -> FileResponse:
    """The demo's mailbox."""
    return _page("demo-mail.html")


@pages.get("/docs")
async def docs() -> FileResponse:
    """The API's documentation, which reads ``/openapi.json``."""
    return _page("docs.html")


@pages.get("/widget.js")
async def widget() -> FileResponse:
    """The chat widget as one module, for other pages of this host."""
    return _page("widget.js")
