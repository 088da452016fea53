"""What files are called: for display and download only, never a path."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath
from urllib.parse import quote

from channels.attachments.examining import JPEG, PDF, PNG
from tools.database import storable_text

_LONGEST = 100
_ENDINGS = {PDF: (".pdf",), PNG: (".png",), JPEG: (".jpg", ".jpeg")}
_WITHOUT_MEANING = str.maketrans(dict.fromkeys('<>:"|?*%;', "_"))


def safe_name(name: str | None, media_type: str) -> str:
    """A sender's file name without path, control characters, marks that turn the direction of writing, and excess.

    It ends as its content demands: a name cannot make a picture look like a program, or the other way round.

    Args:
        name: as it was sent, if it was.
        media_type: by the content.
    """
    last = unicodedata.normalize("NFC", storable_text(name or "")).replace("\\", "/").rpartition("/")[2]
    spaced = "".join(" " if letter.isspace() else letter for letter in last)
    # Category C: controls, formats such as bidi overrides and zero widths, surrogates, private use.
    shown = "".join(letter for letter in spaced if not unicodedata.category(letter).startswith("C"))
    plain = " ".join(shown.translate(_WITHOUT_MEANING).split()).strip(". ")
    endings = _ENDINGS[media_type]
    ending = PurePosixPath(plain).suffix.lower()
    stem = plain[: -len(ending)] if ending in endings else plain
    kept = stem[: _LONGEST - len(endings[-1])].rstrip(". ") or "file"
    return kept + (ending if ending in endings else endings[0])


def content_disposition(name: str, media_type: str) -> str:
    """The header that tells a browser to show pictures and to save all else (RFC 6266).

    Args:
        name: a safe one.
        media_type: by the content.
    """
    kind = "inline" if media_type in (PNG, JPEG) else "attachment"
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().strip() or "file"
    plain = "".join(c for c in ascii_name if c.isprintable() and c not in '"\\')
    return f"{kind}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
