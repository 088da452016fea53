"""Talking with the assistant in the terminal: ``assistant ask`` and ``assistant chat``."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from rich.markup import escape
from rich.table import Table

from assistant.settings import Settings
from channels.commands import build_knowledge, embedded_model, log_to_stderr, out, prepared_database, stopped_by_signals
from channels.errors import ChannelError, error_frame
from channels.runtime import Runtime, open_runtime
from tools.context import Principal
from tools.ledger.demo_data import PEOPLE
from tools.ledger.errors import LedgerError
from tools.ledger.service import LedgerService

if TYPE_CHECKING:
    from assistant.turn import Turn


class UnknownPerson(Exception):
    """``--as`` names nobody."""


class CannotAsk(Exception):
    """The thread or the text cannot be used; the message says why."""


@asynccontextmanager
async def conversation(settings: Settings, url: str, who: str) -> AsyncIterator[tuple[Runtime, Turn, Principal]]:
    """A runtime with turns of its own, for one person in the terminal."""
    async with open_runtime(settings, url, durable=False) as runtime, runtime.turn() as turn:
        yield runtime, turn, await principal_named(runtime.ledger, who)


async def principal_named(ledger: LedgerService, who: str) -> Principal:
    """Whom a customer's handle or the MyRopo ID of a company's invoice means.

    Raises:
        UnknownPerson: nobody.
    """
    principal = Principal("company", who.upper()) if who.upper().startswith("MR-") else Principal("person", who)
    if await ledger.customer(principal) is None:
        known = ", ".join(person.handle for person in PEOPLE)
        raise UnknownPerson(f"nobody is called {who!r}; known are {known}, and MyRopo IDs of company invoices")
    return principal


def ask(
    settings: Settings, who: str, text: str, thread_id: str | None, *, as_json: bool, confirm: bool = False
) -> None:
    """Ask one thing and print the answer."""
    log_to_stderr(logging.ERROR)
    with embedded_model(settings) as with_model:
        build_knowledge(settings)
        with prepared_database(settings, seeded=True) as url:
            try:
                answer = asyncio.run(_ask(with_model(), url, who, text, thread_id, confirm))
            except (ChannelError, LedgerError) as error:
                frame = error_frame(error, "en")
                raise CannotAsk(f"{frame['title']}. {frame['detail']}") from None
    if as_json:
        print(json.dumps(answer, ensure_ascii=False, indent=2))
        return
    _print_answer(answer)
    out.print(f"[dim]thread {answer['thread']}[/dim]")


async def _ask(
    settings: Settings, url: str, who: str, text: str, thread_id: str | None, confirm: bool
) -> dict[str, Any]:
    async with conversation(settings, url, who) as (runtime, turn, principal):
        if thread_id is None:
            thread_id = (await runtime.center.new_thread(principal)).id
        answer = await answer_to(runtime, turn, principal, thread_id, text)
        if confirm and answer["proposals"]:
            answer["receipt"] = await _command(runtime, principal, thread_id, "/confirm", answer["proposals"][-1])
        return answer


async def answer_to(runtime: Runtime, turn: Turn, principal: Principal, thread_id: str, text: str) -> dict[str, Any]:
    """Say something in a thread, take the turn and describe all that followed.

    Raises:
        ChannelError: the thread or the text cannot be used.
    """
    event = await runtime.center.post(principal, thread_id, uuid4().hex, text)
    reply = await turn.take(thread_id)
    part = await runtime.center.read(principal, thread_id, after=event.seq)
    texts = [e.payload["text"] for e in part.events if e.kind in ("message", "handoff", "proposal_closed")]
    proposals = [e.payload["proposal"] for e in part.events if e.kind == "proposal"]
    return {
        "thread": thread_id,
        "reply": "\n\n".join(texts),
        "language": part.thread.language,
        "tools": [{"name": t.name, "arguments": t.arguments, "outcome": t.outcome} for t in reply.tools]
        if reply
        else [],
        "proposals": [{"id": p["id"], "kind": p["kind"], "terms": _terms(p)} for p in proposals],
        "citations": reply.citations if reply else [],
        "quick_replies": reply.quick_replies if reply else [],
        "table": reply.table if reply else None,
        "link": reply.link if reply else None,
        "handler": part.thread.handler,
        "timings_ms": {name: round(ms, 1) for name, ms in reply.timings_ms.items()} if reply else {},
        "usage": asdict(reply.usage) if reply else {},
    }


def _terms(card: dict[str, Any]) -> dict[str, Any]:
    shown = ("title", "invoice", "changes", "lines", "schedule", "next", "step_up", "expires_at", "hash")
    return {name: card[name] for name in shown}


def _print_answer(answer: dict[str, Any]) -> None:
    if answer["reply"]:
        out.print(f"[bold]AI assistant:[/bold] {escape(answer['reply'])}")
    for proposal in answer["proposals"]:
        print_card(proposal["terms"])
    print_extras(answer)
    if receipt := answer.get("receipt"):
        out.print(f"[bold]Confirmed:[/bold] {escape(receipt)}")


def print_extras(message: dict[str, Any]) -> None:
    """Print what comes with a message's words: table, sources, link, buttons."""
    if rows := message.get("table"):
        table = Table(*[column["label"] for column in rows["columns"]])
        for row in rows["rows"]:
            table.add_row(*map(escape, row))
        out.print(table)
    for citation in message.get("citations") or ():
        out.print(f"[dim]Source: {escape(citation['title'])} ({citation['url']})[/dim]")
    if link := message.get("link"):
        out.print(f"  {escape(link['label'])}: {link['url']}")
    if buttons := message.get("quick_replies"):
        out.print("[dim]" + escape("  |  ".join(button["label"] for button in buttons)) + "[/dim]")


def print_card(card: dict[str, Any]) -> None:
    """Print an action card."""
    invoice = card["invoice"]
    out.print(f"  [bold]{escape(card['title'])}[/bold]  {escape(invoice['number'])}, {escape(invoice['biller'])}")
    for change in card["changes"]:
        before = f"{change['old']} -> " if change["old"] else ""
        out.print(f"  {escape(change['label'])}: {escape(before + change['new'])}")
    for row in card["schedule"]:
        out.print(f"  {escape(row['date'])}  {escape(row['amount'])}")
    for line in card["lines"]:
        out.print(f"  {escape(line['label'])}: {escape(line['value'])}")
    out.print(f"  [dim]{escape(card['next'])}[/dim]")


def chat(settings: Settings, who: str) -> None:
    """Talk in the terminal until the end of input."""
    log_to_stderr(logging.ERROR)
    with stopped_by_signals(), embedded_model(settings) as with_model:
        build_knowledge(settings)
        with prepared_database(settings, seeded=True) as url:
            asyncio.run(_chat(with_model(), url, who))


async def _chat(settings: Settings, url: str, who: str) -> None:
    async with conversation(settings, url, who) as (runtime, turn, principal):
        thread = await runtime.center.new_thread(principal)
        out.print("You talk with an AI assistant. /confirm and /cancel answer a card, /person asks for a person.")
        out.print("Ctrl-D ends.")
        card: dict[str, Any] | None = None
        while (line := await asyncio.to_thread(read_line)) is not None:
            try:
                if line.startswith("/"):
                    out.print(escape(await _command(runtime, principal, thread.id, line.strip(), card)))
                elif line.strip():
                    answer = await answer_to(runtime, turn, principal, thread.id, line)
                    card = answer["proposals"][-1] if answer["proposals"] else card
                    _print_answer(answer)
            except (LedgerError, ChannelError) as error:
                part = await runtime.center.read(principal, thread.id)
                frame = error_frame(error, part.thread.spoken)
                out.print(f"{frame['title']}. {frame['detail']}")


def read_line() -> str | None:
    """What is typed next; None at the end of input."""
    try:
        return input("> ")
    except EOFError:
        return None


async def _command(
    runtime: Runtime, principal: Principal, thread_id: str, line: str, card: dict[str, Any] | None
) -> str:
    """Do what a slash command asks; what the thread's log says about it is the answer."""
    center = runtime.center
    before = (await center.read(principal, thread_id)).thread.last_seq
    match line:
        case "/confirm" if card:
            # Who sits at the server's own terminal needs no bank to say who they are.
            await center.confirm(principal, thread_id, card["id"], card["terms"]["hash"], "strong")
        case "/cancel" if card:
            await center.cancel(principal, thread_id, card["id"])
        case "/person":
            await center.request_person(principal, thread_id)
        case _:
            return "There is no such command, or no card to answer. Commands: /confirm /cancel /person"
    events = (await center.read(principal, thread_id, after=before)).events
    return "\n".join(event.payload["text"] for event in events)
