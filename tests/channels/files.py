"""Small whole files of the types that customers may send, and files that only look like them."""

from __future__ import annotations

import base64
import io
import struct
import zipfile
import zlib

JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6j"
    "q62rZ4C8ybqmx5moq6T/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAv/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAI"
    "AQEAAD8AL//Z"
)


def chunk(kind: bytes, data: bytes) -> bytes:
    """A part of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int = 1, height: int = 1, *extra: bytes) -> bytes:
    """A grey picture; ``extra`` are parts of it that no one needs."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    drawn = chunk(b"IDAT", zlib.compress(b"\0\0"))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(extra) + drawn + chunk(b"IEND", b"")


def pdf(words: bytes = b"", padding: int = 0) -> bytes:
    """A document of one empty page.

    Args:
        words: a comment in it.
        padding: bytes of another comment, to make it large.
    """
    objects = (b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>")
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj%sendobj\n" % (number, content)
    body += b"%" + words + b"\n%" + b"x" * padding + b"\n"
    table = b"xref\n0 3\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + table + b"trailer<</Size 3/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(body)


def archive(comment: bytes = b"") -> bytes:
    """A ZIP with one file in it."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as opened:
        # At a fixed time: the content names a test.
        opened.writestr(zipfile.ZipInfo("run.js"), "alert(1)")
        opened.comment = comment
    return written.getvalue()
