"""How amounts, dates and percentages are written in each language: one place for all replies and pages.

The spaces inside "84,90 €" or "1 249,90" are no-break spaces (U+00A0), so that an amount is never torn at the end of a
line. They stay in everything shown to people; call ``plain_spaces`` before comparing or parsing.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from babel.core import Locale
from babel.dates import format_date as babel_date
from babel.numbers import format_currency, format_decimal
from babel.numbers import format_percent as babel_percent

from knowledge.money import Money

# Norwegian customers write Bokmål; English here is British: day before month.
LOCALES = {"en": "en_GB", "fi": "fi_FI", "sv": "sv_SE", "nb": "nb_NO"}
# The currency a reader takes for granted is "kr"; any other krona or krone is told apart by its code.
HOME_CURRENCY = {"sv": "SEK", "nb": "NOK"}
# Finns write dates in figures; the others spell the month.
DATE_STYLE = {"fi": "d.M.yyyy"}
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def locale_of(language: str) -> Locale:
    """The locale of a language code (en, fi, sv, nb).

    Raises:
        ValueError: the language is not one of ours.
    """
    try:
        return Locale.parse(LOCALES[language])
    except KeyError:
        raise ValueError(f"no formats for the language {language!r}; known: {', '.join(LOCALES)}") from None


def format_money(money: Money, language: str, *, short: bool = False) -> str:
    """Write an amount: ``€84.90``, ``84,90 €``, ``84,90 kr``.

    Args:
        money: the amount, in minor units of its currency.
        language: en, fi, sv or nb.
        short: leave out decimals that are zero, as in running text (``5 €``).

    Raises:
        ValueError: the language is not one of ours.
    """
    locale = locale_of(language)
    amount = Decimal(money.amount_minor) / 100
    digits = "0" if short and money.amount_minor % 100 == 0 else "0.00"
    if money.currency != "EUR" and HOME_CURRENCY.get(language) != money.currency:
        number = format_decimal(abs(amount), format=f"#,##{digits}", locale=locale)
        sign = "-" if amount < 0 else ""
        parts = (money.currency, number) if language == "en" else (number, money.currency)
        return sign + NO_BREAK_SPACE.join(parts)
    pattern = f"¤#,##{digits}" if language == "en" else f"#,##{digits}{NO_BREAK_SPACE}¤"
    return format_currency(amount, money.currency, pattern, locale=locale, currency_digits=False)


def format_date(day: date, language: str, *, short: bool = False) -> str:
    """Write a date: ``10 December 2026``, ``10.12.2026``, ``10 december 2026``, ``10. desember 2026``.

    Args:
        day: the date.
        language: en, fi, sv or nb.
        short: for tables: ``10 Dec 2026``, ``10.12.2026``, ``10 dec. 2026``, ``10. des. 2026``.

    Raises:
        ValueError: the language is not one of ours.
    """
    return babel_date(day, DATE_STYLE.get(language, "medium" if short else "long"), locale=locale_of(language))


def format_percent(percent: float | Decimal, language: str) -> str:
    """Write a percentage: ``11.5%``, ``11,5 %``.

    Args:
        percent: in percent, so 11.5 for eleven and a half.
        language: en, fi, sv or nb.

    Raises:
        ValueError: the language is not one of ours.
    """
    share = Decimal(str(percent)) / 100
    return babel_percent(share, locale=locale_of(language), decimal_quantization=False)


def format_number(number: float | Decimal, language: str) -> str:
    """Write a plain number: ``7``, ``1,234.5``, ``1 234,5``.

    Raises:
        ValueError: the language is not one of ours.
    """
    return format_decimal(Decimal(str(number)).normalize(), locale=locale_of(language))


def plain_spaces(text: str) -> str:
    """Replace no-break spaces by ordinary ones, for comparing and parsing."""
    return text.replace(NO_BREAK_SPACE, " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
