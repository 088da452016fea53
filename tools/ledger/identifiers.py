"""Numbers that identify a payment, an account or a business, with the check digits of their country."""

from __future__ import annotations

import re
from types import ModuleType

from schwifty import IBAN
from schwifty.exceptions import InvalidChecksumDigits, SchwiftyException
from stdnum import luhn
from stdnum.exceptions import InvalidChecksum, InvalidLength, ValidationError
from stdnum.fi import ytunnus
from stdnum.no import orgnr as norwegian
from stdnum.se import orgnr as swedish

# Length of a payment reference with its check digit.
_REFERENCE_LENGTHS = {"FI": (4, 20), "SE": (2, 25), "NO": (2, 25)}
_IBAN_LENGTHS = {"FI": 18, "SE": 24, "NO": 15}
_IBAN = re.compile(r"[A-Z]{2}[0-9]{2}[0-9A-Z]+")
_BUSINESSES: dict[str, ModuleType] = {"FI": ytunnus, "SE": swedish, "NO": norwegian}
_HIDDEN = "•"


class _Refused(ValueError):
    """Base of what is refused; ``code`` says why, for texts in the reader's language."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class BadAccount(_Refused):
    """Not an account money can go to.

    Attributes:
        code: ``iban_unreadable``, ``iban_country``, ``iban_length`` or ``iban_checksum``.
    """


class BadBusinessId(_Refused):
    """Not a business ID of the country.

    Attributes:
        code: ``business_id_unreadable``, ``business_id_length`` or ``business_id_checksum``.
    """


def payment_reference(country: str, number: str) -> str:
    """Make the payment reference of an invoice: the digits of its number and a check digit.

    Finland: viitenumero (weights 7, 3, 1 from the right), short ones filled up with zeros in front, which change no
    check digit. Sweden: OCR number (Luhn). Norway: KID (mod 10, the same as Luhn).

    Args:
        country: FI, SE or NO.
        number: the invoice's; everything but its digits is left out.

    Raises:
        ValueError: another country, or the number has no digits but zeros, or too many.
    """
    shortest, longest = _reference_lengths(country)
    digits = re.sub(r"[^0-9]", "", number).zfill(shortest - 1)
    if len(digits) >= longest or not digits.strip("0"):
        raise ValueError(f"{number!r} makes no payment reference")
    return digits + (_finnish_check(digits) if country == "FI" else luhn.calc_check_digit(digits))


def is_payment_reference(country: str, text: str) -> bool:
    """Whether a text is a payment reference of the country, its check digit included; spaces are ignored.

    A Norwegian KID may end in a check digit of mod 10 or of mod 11; that of mod 11 is a hyphen where ten remains.

    Args:
        country: FI, SE or NO.
        text: as written by anybody.

    Raises:
        ValueError: another country.
    """
    shortest, longest = _reference_lengths(country)
    reference = "".join(text.split())
    if not shortest <= len(reference) <= longest or not re.fullmatch(r"[0-9]+[0-9-]", reference):
        return False
    digits, check = reference[:-1], reference[-1]
    if not digits.strip("0"):
        return False
    if country == "FI":
        return check == _finnish_check(digits)
    if check == luhn.calc_check_digit(digits):
        return True
    return country == "NO" and check == _mod_11_check(digits)


def written_reference(country: str, reference: str) -> str:
    """A payment reference as people write it: Finnish ones in groups of five from the right, others as they are.

    Args:
        country: FI, SE or NO.
        reference: without spaces.
    """
    return re.sub(r"(?<=.)(?=(?:.{5})+$)", " ", reference) if country == "FI" else reference


def read_iban(text: str, country: str) -> str:
    """Read an account number as somebody wrote it.

    Args:
        text: an IBAN; spaces and lower case do not matter.
        country: the holder's, in which the account must be.

    Returns:
        The IBAN in upper case without spaces.

    Raises:
        BadAccount: it is none, or of another country.
    """
    compact = "".join(text.split()).upper()
    if not _IBAN.fullmatch(compact):
        raise BadAccount("iban_unreadable")
    if country not in _IBAN_LENGTHS or not compact.startswith(country):
        raise BadAccount("iban_country")
    if len(compact) != _IBAN_LENGTHS[country]:
        raise BadAccount("iban_length")
    try:
        return str(IBAN(compact))
    except InvalidChecksumDigits as error:
        raise BadAccount("iban_checksum") from error
    except SchwiftyException as error:
        raise BadAccount("iban_unreadable") from error


def masked_iban(iban: str) -> str:
    """An IBAN of which only the country and the last four characters can be read: ``FI•• •••• 7785``.

    Args:
        iban: as ``read_iban`` gives it.
    """
    return f"{iban[:2]}{_HIDDEN * 2} {_HIDDEN * 4} {iban[-4:]}"


def written_iban(iban: str) -> str:
    """An IBAN in groups of four, as on paper.

    Args:
        iban: as ``read_iban`` gives it.
    """
    return " ".join(iban[start : start + 4] for start in range(0, len(iban), 4))


def read_business_id(country: str, text: str) -> str:
    """Read a business ID as somebody wrote it: Y-tunnus, organisationsnummer or organisasjonsnummer.

    Args:
        country: FI, SE or NO.
        text: with or without spaces and hyphens.

    Returns:
        The customary form: ``1234567-1``, ``123456-7897``, ``988077917``.

    Raises:
        BadBusinessId: it is none of this country.
        ValueError: another country.
    """
    if country not in _BUSINESSES:
        raise ValueError(f"no business IDs are known for {country!r}")
    rules = _BUSINESSES[country]
    try:
        digits = str(rules.validate(text))
    except InvalidLength as error:
        raise BadBusinessId("business_id_length") from error
    except InvalidChecksum as error:
        raise BadBusinessId("business_id_checksum") from error
    except ValidationError as error:
        raise BadBusinessId("business_id_unreadable") from error
    # Norwegian ones are stored and sent without the spaces that stdnum would write.
    return digits if country == "NO" else str(rules.format(digits))


def _reference_lengths(country: str) -> tuple[int, int]:
    if country not in _REFERENCE_LENGTHS:
        raise ValueError(f"no payment references are known for {country!r}")
    return _REFERENCE_LENGTHS[country]


def _finnish_check(digits: str) -> str:
    weighted = sum(int(digit) * (7, 3, 1)[place % 3] for place, digit in enumerate(reversed(digits)))
    return str(-weighted % 10)


def _mod_11_check(digits: str) -> str:
    weighted = sum(int(digit) * (2 + place % 6) for place, digit in enumerate(reversed(digits)))
    check = -weighted % 11
    return "-" if check == 10 else str(check)
