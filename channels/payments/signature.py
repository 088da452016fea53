"""The signature on a payment provider's messages.

``Myropo-Signature: t=<unix time>,v1=<hex>`` where ``v1`` is HMAC-SHA256 over ``<unix time>.<body>`` with the shared
secret. The time is a part of what is signed, so that a message that was once overheard cannot be sent again later.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import time

from tools.ledger.errors import BadSignature

HEADER = "Myropo-Signature"
TOLERANCE_SECONDS = 300
_SHAPE = re.compile(r"t=([0-9]{1,12}),v1=([0-9a-f]{64})")


def sign(secret: bytes, body: bytes, at: int | None = None) -> str:
    """The header's value for a message.

    Args:
        secret: shared with the provider.
        body: as it is sent, byte by byte.
        at: unix time of signing; None for now.
    """
    moment = int(time.time()) if at is None else at
    return f"t={moment},v1={_digest(secret, moment, body)}"


def verify(secret: bytes, body: bytes, header: str | None) -> None:
    """Make sure that a message comes from the provider, as it was sent, and now.

    "Now" is by the machine's clock, whatever day a demo plays on: providers have no other one.

    Raises:
        BadSignature: it does not.
    """
    found = _SHAPE.fullmatch(header or "")
    if found is None:
        raise BadSignature("no signature that can be read")
    moment = int(found[1])
    if not hmac.compare_digest(found[2], _digest(secret, moment, body)):
        raise BadSignature("signed with another secret, or altered")
    if abs(time.time() - moment) > TOLERANCE_SECONDS:
        raise BadSignature("signed too long ago, or in the future")


def _digest(secret: bytes, moment: int, body: bytes) -> str:
    return hmac.new(secret, f"{moment}.".encode() + body, hashlib.sha256).hexdigest()
