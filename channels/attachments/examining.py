"""What a file is by its content: a PDF, PNG or JPEG that is whole, and nothing else at the same time.

Names and declared types are not looked at. A picture ends where its format says: a film that a phone has appended, or
the rest of a larger picture that a careless program left behind, is not kept.
"""

from __future__ import annotations

import hashlib
import mmap
import re
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile

from channels.attachments.pictures import jpeg_end, png_end
from channels.errors import AttachmentEmpty, AttachmentRefused, AttachmentTooLarge

LARGEST_FILE = 10 * 1024 * 1024
"""In bytes."""
PDF, PNG, JPEG = "application/pdf", "image/png", "image/jpeg"
Content = bytes | mmap.mmap

_CHUNK = 1024 * 1024
# Browsers that guess a type look at less than this; readers of PDF look for its header in as much.
_HEAD = 1500
_MARKUP = (b"<html", b"<script", b"<!doctype", b"<svg", b"<iframe", b"<body", b"<?php")
_PDF_HEADER = re.compile(rb"%PDF-[12]\.\d")
_PDF_END = re.compile(rb"startxref\s+(\d{1,10})\s+%%EOF[\s\x00]*\Z")
_PDF_TABLE = re.compile(rb"xref|\d+\s+\d+\s+obj")
_PDF_TAIL = 1024
# Programs that count line ends differently are a few bytes off.
_PDF_SLACK = 32
_ZIP_END = b"PK\x05\x06"
_ZIP_END_SIZE, _ZIP_COMMENT = 22, 65_535


@dataclass(frozen=True)
class Examined:
    """What a file is.

    Attributes:
        media_type: application/pdf, image/png or image/jpeg.
        size: in bytes; what the file holds beyond is not kept.
        sha256: of that, in hexadecimal.
    """

    media_type: str
    size: int
    sha256: str


def examine(file: SpooledTemporaryFile[bytes]) -> Examined:
    """Read an uploaded file; it is mapped, not loaded. Takes a moment of computing: call it in a thread.

    Raises:
        AttachmentEmpty: there is nothing in it.
        AttachmentTooLarge: more than 10 MB.
        AttachmentRefused: it is no whole PDF, PNG or JPEG, or also something else.
    """
    size = file.seek(0, 2)
    if size == 0:
        raise AttachmentEmpty
    if size > LARGEST_FILE:
        raise AttachmentTooLarge
    file.rollover()
    file.flush()
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        media_type, end = identify(content)
        digest = hashlib.sha256()
        for start in range(0, end, _CHUNK):
            digest.update(content[start : min(start + _CHUNK, end)])
    return Examined(media_type, end, digest.hexdigest())


def identify(content: Content) -> tuple[str, int]:
    """The media type of a content, and how many bytes of it belong to the file.

    Raises:
        AttachmentRefused: it is no whole PDF, PNG or JPEG, or also something else.
    """
    head = bytes(content[:_HEAD])
    if any(mark in head.lower() for mark in _MARKUP):
        raise AttachmentRefused("markup")
    media_type, end = _type_and_end(content, head)
    # What is kept has another end than what was sent.
    if _is_zip(content, len(content)) or _is_zip(content, end):
        raise AttachmentRefused("an archive")
    return media_type, end


def _type_and_end(content: Content, head: bytes) -> tuple[str, int]:
    if _PDF_HEADER.match(head):
        return PDF, _pdf_end(content)
    if b"%PDF-" in head:
        raise AttachmentRefused("a PDF inside of something else")
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG, png_end(content)
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG, jpeg_end(content)
    raise AttachmentRefused("no type of ours")


def _pdf_end(content: Content) -> int:
    """Where a PDF ends: it names where its table of objects lies, the table is there, and nothing follows."""
    found = _PDF_END.search(bytes(content[-_PDF_TAIL:]))
    if found is None or content.find(b"/Root") < 0:
        raise AttachmentRefused("a PDF without an end or a root")
    table = int(found[1])
    if not _PDF_TABLE.search(bytes(content[max(0, table - _PDF_SLACK) : table + 2 * _PDF_SLACK])):
        raise AttachmentRefused("a PDF without a table of objects")
    return len(content)


def _is_zip(content: Content, end: int) -> bool:
    """Whether a program that opens archives finds one: they are read from their end, whatever stands before."""
    first = max(0, end - _ZIP_END_SIZE - _ZIP_COMMENT)
    at = content.rfind(_ZIP_END, first, end)
    while at >= 0:
        listing = at - int.from_bytes(content[at + 12 : at + 16], "little")
        # The list of files lies before; where it is empty, the end itself lies there. Large archives say neither.
        if listing < 0 or bytes(content[listing : listing + 4]) in (b"PK\x01\x02", _ZIP_END):
            return True
        at = content.rfind(_ZIP_END, first, at)
    return False
