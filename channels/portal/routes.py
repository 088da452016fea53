"""The portal's HTTP API and pages."""

from __future__ import annotations

import html
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, HTMLResponse
from starlette.exceptions import HTTPException

from channels.auth.sessions import AGENT, CUSTOMER, principal_of
from channels.runtime import runtime_of
from knowledge.articles import load_articles, render_html
from knowledge.tariffs import load_tariffs
from tools.context import Principal, local_today

WEB = Path(__file__).parent.parent / "web" / "dist"

api = APIRouter(prefix="/api/v1", tags=["portal"])
pages = APIRouter(include_in_schema=False)


@api.get("/me")
async def me(request: Request) -> dict[str, Any]:
    """Who is signed in, as a customer and as an agent."""
    runtime = runtime_of(request)
    stored, agent_id = request.session.get(CUSTOMER), request.session.get(AGENT)
    principal = Principal.parse(stored) if stored else None
    customer = await runtime.ledger.customer(principal) if principal else None
    agent = await runtime.desk.agent(agent_id) if agent_id else None
    return {
        "principal": {"kind": principal.kind, **customer.model_dump(include={"name", "country", "language"})}
        if principal and customer
        else None,
        "agent": agent.model_dump(include={"id", "name", "role", "languages"}) if agent else None,
        "demo": request.app.state.demo,
        "today": local_today(runtime.clock).isoformat(),
    }


@api.get("/invoices")
async def invoices(request: Request) -> dict[str, Any]:
    """The invoices in the signed-in customer's scope."""
    runtime = runtime_of(request)
    found = await runtime.ledger.list_invoices(principal_of(request), local_today(runtime.clock))
    return {"invoices": [invoice.model_dump(mode="json") for invoice in found]}


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


@pages.get("/sign-in")
async def sign_in(request: Request) -> FileResponse:
    """The demo's chooser."""
    if not request.app.state.demo:
        raise HTTPException(404, "There is no such page")
    return _page("sign-in.html")


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
