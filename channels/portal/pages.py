"""The pages, and the widget for other pages of this host."""

from __future__ import annotations

import html
from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, HTMLResponse
from starlette.exceptions import HTTPException

from channels.runtime import runtime_of
from knowledge.articles import load_articles, render_html
from knowledge.tariffs import load_tariffs
from tools.context import local_today

WEB = Path(__file__).parent.parent / "web" / "dist"

pages = APIRouter(include_in_schema=False)
demo_pages = APIRouter(include_in_schema=False)
"""Exist in demo mode only: a deployment brings its own sign-in and its own payment provider."""


def _page(name: str) -> FileResponse:
    # A page names its scripts by their content: it must be asked for anew, they need not be.
    return FileResponse(WEB / name, headers={"Cache-Control": "no-cache"})


@pages.get("/")
async def portal() -> FileResponse:
    """The customer's page with the chat widget."""
    return _page("index.html")


@pages.get("/console")
async def console() -> FileResponse:
    """The agents' page."""
    return _page("console.html")


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


@pages.get("/docs")
async def docs() -> FileResponse:
    """The API's documentation, which reads ``/openapi.json``."""
    return _page("docs.html")


@pages.get("/widget.js")
async def widget() -> FileResponse:
    """The chat widget as one module, for other pages of this host."""
    return _page("widget.js")


@pages.get("/help/{language}/{article_id}")
async def help_page(language: str, article_id: str, request: Request, country: str | None = None) -> HTMLResponse:
    """An article as a page, so that a citation leads somewhere."""
    articles = load_articles(load_tariffs(), local_today(runtime_of(request).clock))
    article = articles.find(article_id, language, country or "all")
    if article is None:
        raise HTTPException(404, "There is no such help page")
    title = html.escape(article.title)
    return HTMLResponse(
        f'<!doctype html><html lang="{article.language}"><head><meta charset="utf-8"><title>{title} - MyRopo</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<link rel="stylesheet" href="/assets/article.css"></head>'
        f'<body><header><a href="/">MyRopo</a></header><main class="article"><h1>{title}</h1>'
        f"{render_html(article)}</main></body></html>"
    )
