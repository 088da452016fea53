"""The documentation of the protocol, the JSON Schemas and the code say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from channels.protocol_schema import FILE, checked, document, written

ROOT = Path(__file__).parents[2]
WORDS = (ROOT / "docs" / "protocol.md").read_text(encoding="utf-8")
_WRITTEN_KIND = re.compile(r'ThreadEvent\.new\(\s*"(\w+)"')
_ERROR_KEY = re.compile(r"^error-([a-z-]+) =", re.MULTILINE)
_FRAME = re.compile(r"(?:(?:chat\.|console\.)?(?:client|server)|event)\.(.+)")
# Only the HTTP API answers with these.
_HTTP_ONLY = re.compile(
    r"^(attachment_(empty|refused|too)|attachments|too_many_attach|idempotency|still|other_site|method|not_found"
    r"|shortcut|copilot|payment|invoice|letter|supervisor|authorization|bad_signature|unknown_placeholder)"
)


def references(schema: Any) -> Iterator[str]:
    """All that a schema refers to."""
    match schema:
        case {"$ref": str(target)}:
            yield target
        case dict():
            for part in schema.values():
                yield from references(part)
        case list():
            for part in schema:
                yield from references(part)


class TestTheSchemas:
    def test_are_those_of_the_code(self) -> None:
        assert FILE.read_text(encoding="utf-8") == written(), "run: python -m channels.protocol_schema"

    def test_refer_to_each_other_only(self) -> None:
        defined = {f"#/$defs/{name}" for name in document()["$defs"]}
        assert set(references(document())) <= defined

    def test_have_an_entry_for_each_frame_and_each_kind_of_event(self) -> None:
        defined = document()["$defs"].keys()
        for name in ("chat.client.message.send", "chat.server.hello.ok", "console.client.claim", "server.ack"):
            assert name in defined
        for name in ("event.message", "event.rating", "webhook.delivery", "console.server.queue"):
            assert name in defined


class TestTheDocumentation:
    def test_names_every_frame_and_kind(self) -> None:
        for name in document()["$defs"]:
            if found := _FRAME.fullmatch(name):
                assert f"`{found[1]}`" in WORDS, name

    def test_names_every_error_of_the_sockets(self) -> None:
        catalogue = (ROOT / "assistant" / "replies" / "en.ftl").read_text(encoding="utf-8")
        codes = {key.replace("-", "_") for key in _ERROR_KEY.findall(catalogue) if not key.endswith("-detail")}
        assert [code for code in sorted(codes) if not _HTTP_ONLY.match(code) and f"`{code}`" not in WORDS] == []

    def test_knows_every_kind_that_the_code_writes(self) -> None:
        sources = (path.read_text(encoding="utf-8") for path in (ROOT / "channels").rglob("*.py"))
        kinds = {kind for source in sources for kind in _WRITTEN_KIND.findall(source)}
        assert len(kinds) > 5
        assert {f"event.{kind}" for kind in kinds} <= document()["$defs"].keys()


class TestWhatServersSend:
    def test_is_checked_to_the_letter(self) -> None:
        ack = {"type": "ack", "client_id": "1", "seq": 1}
        checked(ack, "/ws/chat")
        checked(ack, "/ws/console")
        for wrong in ({**ack, "more": 1}, {"type": "ack", "seq": 1}, {**ack, "seq": "1"}, {**ack, "type": "nack"}):
            with pytest.raises(ValidationError):
                checked(wrong, "/ws/chat")

    def test_differs_between_the_sockets(self) -> None:
        typing = {"type": "typing", "who": "assistant", "on": True}
        checked(typing, "/ws/chat")
        with pytest.raises(ValidationError):
            checked(typing, "/ws/console")
