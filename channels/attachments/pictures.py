"""Where a PNG or JPEG ends: read part by part, as their formats say."""

from __future__ import annotations

import mmap
import re
import struct
import zlib

from channels.errors import AttachmentRefused

Content = bytes | mmap.mmap

# What unpacks to more is meant to fill somebody's memory: the largest cameras take 200 million points.
_MOST_POINTS = 250_000_000
# A picture of 10 MB has some thousand parts; many more are meant to keep a processor busy.
_MOST_PARTS = 50_000
_PNG_SIGNATURE_SIZE = 8
_PNG_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_SCAN, _END = 0xDA, 0xD9
# Start of frame: how large the picture is. C4, C8 and CC mean something else.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_FILL = re.compile(rb"\xff+")
# In a scan's data FF 00 is a byte, FF D0 to FF D7 are its own marks. One FF only: no run of them is searched twice.
_NEXT_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")


def png_end(content: Content) -> int:
    """Where a PNG ends.

    Raises:
        AttachmentRefused: it is broken, or of an absurd size.
    """
    at, drawn = _PNG_SIGNATURE_SIZE, False
    for number in range(_MOST_PARTS):
        if at + 12 > len(content):
            break
        length, kind = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        end = at + 12 + length
        if end > len(content) or (kind == b"IHDR") != (number == 0):
            break
        if zlib.crc32(content[at + 4 : end - 4]) != int.from_bytes(content[end - 4 : end], "big"):
            break
        if kind == b"IHDR":
            _check_png_header(bytes(content[at + 8 : end - 4]))
        drawn = drawn or kind == b"IDAT"
        if kind == b"IEND":
            if drawn and length == 0:
                return end
            break
        at = end
    raise AttachmentRefused("a broken PNG")


def _check_png_header(header: bytes) -> None:
    if len(header) != 13:
        raise AttachmentRefused("a PNG with a wrong header")
    width, height, depth, colour, packing, filtering, interlace = struct.unpack(">IIBBBBB", header)
    if depth not in _PNG_DEPTHS.get(colour, ()) or packing or filtering or interlace > 1:
        raise AttachmentRefused("a PNG with a wrong header")
    _check_size(width, height)


def jpeg_end(content: Content) -> int:
    """Where a JPEG ends.

    Raises:
        AttachmentRefused: it is broken, or of an absurd size.
    """
    at, framed, drawn = 2, False, False
    for _ in range(_MOST_PARTS):
        at, marker = _marker(content, at)
        if marker == _END and drawn:
            return at
        if marker in _ALONE:
            continue
        length = int.from_bytes(content[at : at + 2], "big")
        if marker < 0xC0 or marker in (0xD8, _END) or length < 2 or at + length > len(content):
            break
        if marker in _FRAMES:
            framed = True
            _check_size(*struct.unpack(">xxxHH", content[at : at + 7].ljust(7, b"\0")))
        at += length
        if marker == _SCAN:
            found = _NEXT_MARKER.search(content, at)
            if not framed or found is None:
                break
            at, drawn = found.start(), True
    raise AttachmentRefused("a broken JPEG")


def _marker(content: Content, at: int) -> tuple[int, int]:
    """The marker at a place, and where what follows it begins; any number of FF may stand before it."""
    filled = _FILL.match(content, at)
    if filled is None or filled.end() >= len(content):
        raise AttachmentRefused("a JPEG without a marker where one must be")
    return filled.end() + 1, content[filled.end()]


def _check_size(width: int, height: int) -> None:
    if not 0 < width * height <= _MOST_POINTS:
        raise AttachmentRefused("a picture of an absurd size")
