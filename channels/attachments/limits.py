"""How much one customer may upload in a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from channels.attachments.repository import AttachmentRepository
from channels.errors import TooManyAttachments

_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class UploadLimits:
    """The most files of one customer.

    Attributes:
        files_per_hour: in any sixty minutes.
        bytes_per_hour: all together, in the same time.
    """

    files_per_hour: int
    bytes_per_hour: int

    async def check(self, files: AttachmentRepository, principal: str, size: int, now: datetime) -> None:
        """Count what the customer has uploaded; the caller lets only one upload of a customer count at a time.

        Args:
            files: of the transaction.
            principal: who uploads.
            size: of the next file, in bytes.
            now: the present moment.

        Raises:
            TooManyAttachments: with the next one it would be too much.
        """
        number, total = await files.uploaded_since(principal, now - _HOUR)
        if number >= self.files_per_hour or total + size > self.bytes_per_hour:
            raise TooManyAttachments(principal)
