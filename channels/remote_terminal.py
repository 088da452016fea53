"""Talking in the terminal with a server that runs elsewhere: ``assistant chat --url``."""

from __future__ import annotations

import asyncio
import contextlib
from functools import partial
from typing import Any

import httpx
from rich.markup import escape

from channels.chat_client import ChatClient
from channels.client import Refused, SignedOut, demo_cookie
from channels.commands import out, stopped_by_signals
from channels.terminal import CannotAsk, print_card, print_extras, read_line

_PATIENCE = 60.0
_WHO = {"assistant": "AI assistant", "agent": "Customer service"}
_HELP = "Commands: /confirm /cancel /person /leave, /rate assistant 5 thank you, /history"


def chat(url: str, who: str) -> None:
    """Talk with a demo server until the end of input.

    Raises:
        CannotAsk: the server is not there, or does not know the person.
    """
    with stopped_by_signals():
        try:
            asyncio.run(converse(url.rstrip("/"), who))
        except (httpx.HTTPError, OSError, SignedOut, Refused) as error:
            raise CannotAsk(f"{url}: {error}") from None


async def converse(url: str, who: str) -> None:
    """Read lines and do what they say, and print what comes, until the end of input and of the last answer."""
    named = {"myropo_id": who.upper()} if who.upper().startswith("MR-") else {"customer": who}
    async with ChatClient(url, await demo_cookie(url, **named)) as client:
        out.print(f"You talk with {url}. {_HELP}. Ctrl-D ends.")
        showing = asyncio.create_task(_show(client))
        try:
            while (line := await asyncio.to_thread(read_line)) is not None:
                try:
                    await _do(client, line.strip())
                except Refused as refused:
                    out.print(escape(str(refused)))
            with contextlib.suppress(TimeoutError):
                await client.until(partial(_at_rest, client), _PATIENCE)
        finally:
            showing.cancel()


async def _show(client: ChatClient) -> None:
    """Print what happens, but for what this person has said."""
    async for event in client.events():
        author, payload = event["author"], event["payload"]
        if author["kind"] == "customer" and event["kind"] == "message":
            continue
        if text := payload.get("text"):
            name = author["name"] or _WHO.get(author["kind"], "")
            out.print(f"[bold]{escape(name)}:[/bold] {escape(text)}" if name else f"[dim]{escape(text)}[/dim]")
        if card := payload.get("proposal"):
            print_card(card)
        print_extras(payload)


async def _do(client: ChatClient, line: str) -> None:
    """Send what was typed.

    Raises:
        Refused: the server does not do it.
    """
    match line.split(" ", 3):
        case [""]:
            pass
        case ["/confirm"] if card := _open_card(client):
            await client.confirm(card["id"], card["hash"])
        case ["/cancel"] if card := _open_card(client):
            await client.cancel(card["id"])
        case ["/person"]:
            await client.request_person()
        case ["/leave"]:
            await client.leave_queue()
        case ["/history"]:
            for event in await client.history():
                out.print(f"[dim]{escape(str(event['payload'].get('text', event['kind'])))}[/dim]")
        case ["/rate", part, score, *words] if score.isdecimal():
            await client.rate(part, int(score), " ".join(words))
        case [command, *_] if command.startswith("/"):
            out.print(f"There is no such command, or no card to answer. {_HELP}")
        case _:
            await client.say(line)


def _at_rest(client: ChatClient) -> bool:
    """Whether no answer of the assistant is to be waited for."""
    asked = bool(client.log) and client.log[-1]["author"]["kind"] == "customer"
    return not asked or client.thread["handler"] != "assistant"


def _open_card(client: ChatClient) -> dict[str, Any] | None:
    """The card that waits for an answer."""
    closed = {event["payload"].get("proposal_id") for event in client.log}
    cards = [event["payload"]["proposal"] for event in client.log if event["kind"] == "proposal"]
    return next((card for card in reversed(cards) if card["id"] not in closed), None)
