"""Argument types of the tools: what a model writes is read kindly.

A model may call an invoice ``1001`` without quotes, or fill a date with "next Friday". That is no reason to fail: what
cannot be read counts as not said, and the tool then asks for it.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, ValidatorFunctionWrapHandler, WrapValidator

from tools.database import storable_text

_LONGEST_EMAIL = 254
_EMAIL = re.compile(r"""[^@\s<>(),;:"]+@([^@\s<>(),;:".]+\.)+[^@\s<>(),;:".]{2,}""")


def is_email(text: str) -> bool:
    """Whether a text is one e-mail address, all of it to be seen: no two that look the same differ."""
    return len(text) <= _LONGEST_EMAIL and text.isprintable() and _EMAIL.fullmatch(text) is not None


# What is longer stands in the conversation; a card and a log need its beginning.
LONGEST_WORDS = 1000


def _text_or_nothing(value: Any) -> str | None:
    text = "" if value is None else storable_text(str(value)).strip()
    return text[:LONGEST_WORDS] or None


def _unreadable_is(default: Any) -> WrapValidator:
    def read(value: Any, handler: ValidatorFunctionWrapHandler) -> Any:
        try:
            return handler(value)
        except ValueError:
            return default

    return WrapValidator(read)


def _only_dates_in_text(value: Any) -> Any:
    # Pydantic reads a bare number as seconds since 1970: 10 would be a day in that year.
    return value if isinstance(value, date) or (isinstance(value, str) and "-" in value) else None


_AMOUNT = re.compile(r"[^\d-]*(\d{1,3}(?:[\s.,']\d{3})+|\d{1,12})(?:[.,](\d{1,2}))?\D*")


def _amount(value: Any) -> int | None:
    """ "1 249,90", "49.90 €" and 50 as minor units; None when there is not exactly one amount."""
    found = _AMOUNT.fullmatch(str(value))
    if found is None:
        return None
    return int(re.sub(r"\D", "", found[1]) + (found[2] or "").ljust(2, "0"))


InvoiceReference = Annotated[str | None, BeforeValidator(_text_or_nothing)]
Count = Annotated[int | None, _unreadable_is(None)]
AmountText = Annotated[int | None, _unreadable_is(None), BeforeValidator(_amount)]
"""Minor units, read from an amount in major units as people write it."""
Words = Annotated[str | None, BeforeValidator(_text_or_nothing)]
NewDate = Annotated[date | None, _unreadable_is(None), BeforeValidator(_only_dates_in_text)]


def kindly(default: Any) -> WrapValidator:
    """For ``Annotated``: a value that cannot be read becomes ``default``."""
    return _unreadable_is(default)
