"""JSON Schemas of the protocol, made from the types: ``python -m channels.protocol_schema`` writes them to docs/."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints

from pydantic import ConfigDict, TypeAdapter

from channels.agent_console.frames import ConsoleFrame
from channels.widget.frames import ChatFrame
from channels.wire.chat import ChatServerFrame
from channels.wire.console import ConsoleServerFrame
from channels.wire.events import Event
from channels.wire.webhook import WebhookDelivery

FILE = Path(__file__).parents[1] / "docs" / "protocol.schema.json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ABOUT = (
    "Frames of /ws/chat and /ws/console in both directions, events by kind, and what webhooks get. Made from the code "
    "by `python -m channels.protocol_schema`; docs/protocol.md explains it."
)
_UNIONS: dict[str, Any] = {
    "chat.client": ChatFrame,
    "chat.server": ChatServerFrame,
    "console.client": ConsoleFrame,
    "console.server": ConsoleServerFrame,
    "event": Event,
}

# What is not documented is refused.
_EXACT = ConfigDict(extra="forbid")
SERVER_FRAMES: dict[str, TypeAdapter[Any]] = {
    "/ws/chat": TypeAdapter(ChatServerFrame, config=_EXACT),
    "/ws/console": TypeAdapter(ConsoleServerFrame, config=_EXACT),
}
"""Checks what a server sends, by the socket's path: what is missing, wrong or not documented is an error."""


def checked(frame: dict[str, Any], path: str) -> None:
    """Make sure that a server's frame is as it is documented.

    Args:
        frame: as it came.
        path: of the socket: ``/ws/chat`` or ``/ws/console``.

    Raises:
        pydantic.ValidationError: it is not.
    """
    SERVER_FRAMES[path].validate_python(frame, strict=True)


def document() -> dict[str, Any]:
    """The whole document: one entry of ``$defs`` per frame, per kind of event, and for what they hold."""
    kinds = {**dict(_members()), **_UNIONS, "webhook.delivery": WebhookDelivery}
    schemas, made = TypeAdapter.json_schemas([(name, "validation", TypeAdapter(kind)) for name, kind in kinds.items()])
    names: dict[str, str] = {}
    for (name, _), schema in schemas.items():
        if ref := schema.get("$ref"):
            # What both sockets have in common is named without the socket.
            names[ref] = name.partition(".")[2] if ref in names else name
    entries = {names.get(f"#/$defs/{name}", name): schema for name, schema in made["$defs"].items()}
    entries |= {union: schemas[union, "validation"] for union in _UNIONS}
    renamed = {name: _renamed(schema, names) for name, schema in sorted(entries.items())}
    return {"$schema": _DIALECT, "title": "Message Center", "description": _ABOUT, "$defs": renamed}


def _members() -> Iterator[tuple[str, Any]]:
    """Frames and events, named by their ``type`` or ``kind``."""
    for union, tagged in _UNIONS.items():
        members, about = get_args(tagged)[:2]
        for member in get_args(members):
            (tag,) = get_args(get_type_hints(member)[about.discriminator])
            yield f"{union}.{tag}", member


def _renamed(schema: Any, names: dict[str, str]) -> Any:
    """A schema with its references in our names, without titles that repeat the name of a field."""
    match schema:
        case dict():
            told = {key: item for key, item in schema.items() if key != "title" or not isinstance(item, str)}
            return {key: _renamed(item, names) for key, item in told.items()}
        case list():
            return [_renamed(item, names) for item in schema]
        case str() if schema in names:
            return f"#/$defs/{names[schema]}"
        case _:
            return schema


def written() -> str:
    """The document as it stands in the file."""
    return json.dumps(document(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
