"""Argument types of the tools: what a model writes is read kindly.

A model may call an invoice ``1001`` without quotes, or fill a date with "next Friday". That is no reason to fail: what
cannot be read counts as not said, and the tool then asks for it.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, ValidatorFunctionWrapHandler, WrapValidator


def _text_or_nothing(value: Any) -> str | None:
    text = "" if value is None else str(value).strip()
    return text or None


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


InvoiceReference = Annotated[str | None, BeforeValidator(_text_or_nothing)]
NewDate = Annotated[date | None, _unreadable_is(None), BeforeValidator(_only_dates_in_text)]


def kindly(default: Any) -> WrapValidator:
    """For ``Annotated``: a value that cannot be read becomes ``default``."""
    return _unreadable_is(default)
