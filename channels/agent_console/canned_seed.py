"""The demo's canned answers, as they stand in ``canned.yaml``."""

from __future__ import annotations

from pathlib import Path

import yaml

from channels.message_center.staff import CannedAnswer

_FILE = Path(__file__).with_name("canned.yaml")


def demo_answers() -> list[CannedAnswer]:
    """One row per answer and language, for everybody's teams."""
    written = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return [
        CannedAnswer(language=language, shortcut=answer["shortcut"], title=answer["title"], text=text)
        for answer in written
        for language, text in answer["text"].items()
    ]
