"""Files of JSON lines, which the evaluations read and write."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

Row = TypeVar("Row", bound=BaseModel)


def read_lines(file: Path, row: type[Row], limit: int | None = None) -> list[Row]:
    """The rows of a file.

    Args:
        file: one JSON object per line; empty lines are passed over.
        row: what each of them is.
        limit: no more than so many, chosen by chance but always the same ones; all when None.

    Raises:
        ValueError: a line is no such object.
        OSError: the file cannot be read.
    """
    rows = [row.model_validate_json(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    return rows if limit is None or limit >= len(rows) else random.Random(1).sample(rows, limit)


def write_lines(file: Path | None, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write one JSON object per line; nothing at all when there is no file."""
    if file is not None:
        file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
