"""A payment provider's message counts when it is genuine, whole and fresh."""

from __future__ import annotations

import time

import pytest

from channels.payments.signature import TOLERANCE_SECONDS, sign, verify
from tools.ledger.errors import BadSignature

SECRET, BODY = b"secret", b'{"amount_minor": 8490}'


def test_what_was_signed_passes() -> None:
    verify(SECRET, BODY, sign(SECRET, BODY))


@pytest.mark.parametrize("age", [TOLERANCE_SECONDS + 5, -TOLERANCE_SECONDS - 5, 1_700_000_000])
def test_what_was_signed_too_long_ago_or_in_the_future_is_refused(age: float) -> None:
    with pytest.raises(BadSignature):
        verify(SECRET, BODY, sign(SECRET, BODY, int(time.time() - age)))


def test_what_was_signed_a_moment_ago_passes() -> None:
    verify(SECRET, BODY, sign(SECRET, BODY, int(time.time()) - TOLERANCE_SECONDS + 5))


def test_another_time_than_the_signed_one_is_refused() -> None:
    moment, digest = sign(SECRET, BODY, int(time.time()) - 10_000).split(",")
    assert moment.startswith("t=")
    with pytest.raises(BadSignature):
        verify(SECRET, BODY, f"t={int(time.time())},{digest}")


@pytest.mark.parametrize("header", [None, "", "t=,v1=", "v1=00", "t=1,v1=zz", f"t={'9' * 40},v1={'0' * 64}", "t=1"])
def test_what_is_no_signature_is_refused(header: str | None) -> None:
    with pytest.raises(BadSignature):
        verify(SECRET, BODY, header)


def test_an_altered_body_or_another_secret_is_refused() -> None:
    for secret, body in ((b"other", BODY), (SECRET, BODY + b" ")):
        with pytest.raises(BadSignature):
            verify(SECRET, BODY, sign(secret, body))
