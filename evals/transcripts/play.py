"""Play the conversations and write them down as Markdown."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict

from channels.commands import log_to_stderr
from evals.harness import Assistant, assistant_on, principal_named, throw_away
from tools.context import Principal
from tools.ledger.errors import LedgerError

FOLDER = Path(__file__).parent
_CONFIRM, _CANCEL = "/confirm", "/cancel"


class Script(BaseModel):
    """What a customer says, in order; ``/confirm`` and ``/cancel`` press the buttons of the card that stands open.

    Attributes:
        title: heading of the transcript, in English.
        who: a demo customer's handle.
        turns: the customer's messages.
    """

    model_config = ConfigDict(extra="forbid")

    title: str
    who: str
    turns: list[str]


def run(target: Path, scripts: Path = FOLDER) -> None:
    """Play every script, each on fresh demo data, and write a file for each.

    Args:
        target: folder for the Markdown files.
        scripts: folder of the scripts.
    """
    log_to_stderr(logging.ERROR)
    target.mkdir(parents=True, exist_ok=True)
    files = {
        file.stem: Script.model_validate(yaml.safe_load(file.read_text("utf-8"))) for file in scripts.glob("*.yaml")
    }
    written: dict[str, str] = {}
    with throw_away() as (settings, url):

        async def play_all() -> None:
            async with assistant_on(settings, url) as assistant:
                for name, script in sorted(files.items()):
                    await assistant.begin_anew()
                    written[name] = await play(assistant, script)
                    print(f"{name}: {len(script.turns)} turns")

        asyncio.run(play_all())
    for name, text in written.items():
        (target / f"{name}.md").write_text(text, encoding="utf-8")


async def play(assistant: Assistant, script: Script) -> str:
    """Play one script.

    Returns:
        The transcript as Markdown.
    """
    principal, center = principal_named(script.who), assistant.runtime.center
    thread = await center.new_thread(principal)
    blocks, card, seen = [f"# {script.title}"], None, 0
    for words in script.turns:
        if words in (_CONFIRM, _CANCEL):
            # A script may press where no card stands any more, as people do.
            with contextlib.suppress(LedgerError):
                await _press(assistant, principal, thread.id, words, card)
        else:
            await assistant.ask(script.who, words, thread.id)
        part = await center.read(principal, thread.id, after=seen)
        for event in part.events:
            seen = event.seq
            blocks.append(_block(event.kind, event.author_kind, event.payload, words))
            card = event.payload["proposal"] if event.kind == "proposal" else card
    return "\n\n".join(filter(None, blocks)) + "\n"


async def _press(
    assistant: Assistant, principal: Principal, thread_id: str, words: str, card: dict[str, Any] | None
) -> None:
    if card is None:
        return
    if words == _CONFIRM:
        await assistant.runtime.center.confirm(principal, thread_id, card["id"], card["hash"], "strong")
    else:
        await assistant.runtime.center.cancel(principal, thread_id, card["id"])


def _block(kind: str, author: str, payload: dict[str, Any], words: str) -> str:
    """One event as people would see it."""
    if kind == "proposal":
        return _card(payload["proposal"])
    text = payload.get("text", "")
    if kind == "message" and author == "customer":
        return f"---\n\n**Customer:** {text}"
    if kind == "message":
        return "\n\n".join(filter(None, [f"**Assistant:** {text}", _table(payload.get("table")), _below(payload)]))
    pressed = f"---\n\n*({words[1:]} pressed)*\n\n" if words in (_CONFIRM, _CANCEL) else ""
    return f"{pressed}> {text}" if text else ""


def _card(card: dict[str, Any]) -> str:
    lines = [f"**{card['title']}**, {card['invoice']['number']} {card['invoice']['biller']}"]
    lines += [f"{change['label']}: {change['old']} → {change['new']}" for change in card["changes"] if change["old"]]
    lines += [f"{change['label']}: {change['new']}" for change in card["changes"] if not change["old"]]
    lines += [f"{row['date']}: {row['amount']}" for row in card["schedule"]]
    lines += [f"{line['label']}: {line['value']}" for line in card["lines"]]
    return "\n".join(f"> {line}  " for line in lines)


def _table(table: dict[str, Any] | None) -> str:
    if not table:
        return ""
    head = [column["label"] for column in table["columns"]]
    rows = [head, ["---"] * len(head), *table["rows"]]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _below(payload: dict[str, Any]) -> str:
    """Sources, links and buttons."""
    parts = [f"[{source['title']}]({source['url']})" for source in payload.get("citations") or ()]
    if link := payload.get("link"):
        parts.append(f"[{link['label']}]({link['url']})")
    parts += [f"`{button['label']}`" for button in payload.get("quick_replies") or ()]
    return " · ".join(parts)
