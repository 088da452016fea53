"""What a file is, is read in it: its name and what its sender says of it count for nothing."""

from __future__ import annotations

import tempfile
import time
from tempfile import SpooledTemporaryFile

import pytest

from channels.attachments.examining import JPEG as JPEG_TYPE
from channels.attachments.examining import LARGEST_FILE, PDF, PNG, examine, identify
from channels.attachments.names import content_disposition, safe_name
from channels.errors import AttachmentEmpty, AttachmentRefused, AttachmentTooLarge
from tests.channels.files import JPEG, archive, chunk, pdf, png

MARKUP = b"<!DOCTYPE html><html><script>alert(1)</script></html>"
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def _spooled(content: bytes) -> SpooledTemporaryFile[bytes]:
    file: SpooledTemporaryFile[bytes] = tempfile.SpooledTemporaryFile(max_size=1024)  # noqa: SIM115  # the test ends soon
    file.write(content)
    file.seek(0)
    return file


class TestWholeFiles:
    @pytest.mark.parametrize(("content", "media_type"), [(pdf(), PDF), (png(), PNG), (JPEG, JPEG_TYPE)])
    def test_are_known_by_their_content(self, content: bytes, media_type: str) -> None:
        assert identify(content) == (media_type, len(content))

    def test_are_measured_and_named_by_what_is_kept(self) -> None:
        examined = examine(_spooled(JPEG + b"a film that the phone has appended"))
        assert examined == examine(_spooled(JPEG))
        assert (examined.size, len(examined.sha256)) == (len(JPEG), 64)

    def test_lose_what_follows_a_picture(self) -> None:
        assert identify(png() + b"the rest of a larger picture") == (PNG, len(png()))

    def test_may_be_as_large_as_the_limit_and_not_larger(self) -> None:
        largest = pdf(padding=LARGEST_FILE - len(pdf()) - 7)
        assert len(largest) <= LARGEST_FILE
        assert examine(_spooled(largest)).size == len(largest)
        with pytest.raises(AttachmentTooLarge):
            examine(_spooled(b"%PDF-1.4" + bytes(LARGEST_FILE)))


class TestOtherFiles:
    def test_of_no_bytes_are_refused(self) -> None:
        with pytest.raises(AttachmentEmpty):
            examine(_spooled(b""))

    @pytest.mark.parametrize(
        "content",
        [
            MARKUP,
            SVG,
            archive(),
            b"MZ\x90\x00" + bytes(200),
            b"GIF89a" + bytes(200),
            b"\x89PNG\r\n\x1a\n",
            b"\xff\xd8\xff",
            b"\xff\xd8\xff\xd9",
            b"%PDF-1.4\n",
            b"%PDF-1.4\n%%EOF\n",
            b"%PDF-1.4\n" + MARKUP + b"\nstartxref\n0\n%%EOF",
            b"\n" + pdf(),
            b"\x00",
        ],
        ids=lambda content: repr(content[:24]),
    )
    def test_are_refused(self, content: bytes) -> None:
        with pytest.raises(AttachmentRefused):
            identify(content)

    @pytest.mark.parametrize(
        "content",
        [
            pdf(archive()),
            pdf() + archive(),
            archive() + pdf(),
            pdf() + MARKUP,
            pdf(MARKUP),
            png(1, 1, chunk(b"tEXt", b"Comment\0" + MARKUP)),
            png(1, 1, chunk(b"tEXt", b"Comment\0" + pdf())),
            png(1, 1, chunk(b"tEXt", b"Comment\0" + archive())),
            png() + archive(),
            JPEG + archive(),
            JPEG[:2] + b"\xff\xfe" + (len(MARKUP) + 2).to_bytes(2, "big") + MARKUP + JPEG[2:],
        ],
        ids=range(11),
    )
    def test_that_are_two_things_at_once_are_refused(self, content: bytes) -> None:
        with pytest.raises(AttachmentRefused):
            identify(content)

    def test_an_archive_behind_a_long_tail_is_found_in_what_is_kept(self) -> None:
        hidden = png(1, 1, chunk(b"tEXt", b"Comment\0" + archive()))
        with pytest.raises(AttachmentRefused):
            identify(hidden + bytes(100_000))

    @pytest.mark.parametrize(("width", "height"), [(0, 1), (1, 0), (60_000, 60_000), (2**31, 2**31)])
    def test_pictures_of_an_absurd_size_are_refused(self, width: int, height: int) -> None:
        with pytest.raises(AttachmentRefused):
            identify(png(width, height))

    def test_every_cut_and_every_changed_byte_of_a_png_is_seen(self) -> None:
        whole = png()
        for at in range(len(whole)):
            changed = whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :]
            for broken in (whole[:at], changed):
                with pytest.raises(AttachmentRefused):
                    identify(broken)

    def test_every_cut_of_a_jpeg_or_pdf_is_seen(self) -> None:
        for whole in (JPEG, pdf().rstrip()):
            for at in range(len(whole)):
                with pytest.raises(AttachmentRefused):
                    identify(whole[:at])

    @pytest.mark.parametrize(
        "content",
        [
            b"\xff\xd8" + b"\xff" * 4_000_000,
            JPEG[:-2] + b"\xff" * 4_000_000 + b"\x00",
            b"\xff\xd8" + b"\xff\xe0\x00\x02" * 1_000_000,
            png()[:33] + chunk(b"tEXt", b"") * 300_000,
            b"%PDF-1.4" + b" " * 4_000_000 + b"startxref" + b" " * 900,
            b"%PDF-1.4" + b"PK\x05\x06" * 1_000_000,
        ],
        ids=range(6),
    )
    def test_that_are_made_to_keep_a_processor_busy_are_refused_at_once(self, content: bytes) -> None:
        began = time.process_time()
        with pytest.raises(AttachmentRefused):
            identify(content)
        assert time.process_time() - began < 1.0


class TestNames:
    @pytest.mark.parametrize(
        ("given", "media_type", "shown"),
        [
            ("meter.pdf", PDF, "meter.pdf"),
            ("../../etc/passwd", PDF, "passwd.pdf"),
            ("C:\\Users\\anna\\bill.PDF", PDF, "bill.pdf"),
            ("/", PDF, "file.pdf"),
            ("..", PNG, "file.png"),
            ("", PNG, "file.png"),
            (None, JPEG_TYPE, "file.jpg"),
            ("photo.jpeg", JPEG_TYPE, "photo.jpeg"),
            ("invoice.pdf.exe", PDF, "invoice.pdf.exe.pdf"),
            ("invoice\u202efdp.exe", PDF, "invoicefdp.exe.pdf"),
            ("a\r\nSet-Cookie: x=1.pdf", PDF, "a Set-Cookie_ x=1.pdf"),
            ('a"b\x00c\ud800.pdf', PDF, "a_bc.pdf"),
            ("räksmörgås €.pdf", PDF, "räksmörgås €.pdf"),
            ("zero\u200bwidth.png", PNG, "zerowidth.png"),
            ("x" * 500 + ".pdf", PDF, "x" * 96 + ".pdf"),
            ("...hidden...", PDF, "hidden.pdf"),
        ],
    )
    def test_are_made_safe(self, given: str | None, media_type: str, shown: str) -> None:
        assert safe_name(given, media_type) == shown

    @pytest.mark.parametrize("name", ["räksmörgås €.pdf", 'a"b\\c.pdf', "日本.png", "a\r\nb.pdf", "%22.pdf"])
    def test_never_break_a_header(self, name: str) -> None:
        shown = safe_name(name, PDF)
        header = content_disposition(shown, PDF)
        header.encode("ascii")
        assert header.isprintable()
        assert header.count('"') == 2
        assert header.startswith("attachment; filename=")

    def test_pictures_are_shown_and_documents_saved(self) -> None:
        assert content_disposition("a.png", PNG).startswith("inline;")
        assert content_disposition("a.jpg", JPEG_TYPE).startswith("inline;")
        assert content_disposition("å.pdf", PDF) == "attachment; filename=\"a.pdf\"; filename*=UTF-8''%C3%A5.pdf"
