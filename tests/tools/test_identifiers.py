"""References, accounts and business IDs are made, read and written by the rules of their country."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tools.ledger.identifiers import (
    BadAccount,
    BadBusinessId,
    is_payment_reference,
    masked_iban,
    payment_reference,
    read_business_id,
    read_iban,
    written_iban,
    written_reference,
)

COUNTRIES = st.sampled_from(["FI", "SE", "NO"])
NUMBERS = st.integers(1, 10**19 - 1).map(str)
FI, SE, NO = "FI2112345600000785", "SE4550000000058398257466", "NO9386011117947"


class TestReferences:
    """Payment references."""

    @pytest.mark.parametrize(
        ("country", "number", "reference"),
        [
            ("FI", "1234", "12344"),
            ("FI", "INV-2026/100", "20261007"),
            ("FI", "7", "0071"),
            ("SE", "123456", "1234566"),
            ("NO", "1234567", "12345674"),
        ],
    )
    def test_come_from_the_digits_of_the_invoice_number(self, country: str, number: str, reference: str) -> None:
        assert payment_reference(country, number) == reference

    @pytest.mark.parametrize(
        ("country", "number"),
        [("FI", ""), ("SE", "none"), ("NO", "000"), ("FI", "1" * 20), ("SE", "1" * 25), ("DK", "1")],
    )
    def test_need_digits_but_not_too_many(self, country: str, number: str) -> None:
        with pytest.raises(ValueError, match="reference"):
            payment_reference(country, number)

    @settings(max_examples=80, deadline=None)
    @given(COUNTRIES, NUMBERS)
    def test_what_is_made_is_recognised_however_it_is_spaced(self, country: str, number: str) -> None:
        reference = payment_reference(country, number)
        assert is_payment_reference(country, reference)
        assert is_payment_reference(country, f" {written_reference(country, reference)} ")

    @settings(max_examples=80, deadline=None)
    @given(st.sampled_from(["FI", "SE"]), NUMBERS, st.data())
    def test_one_wrong_digit_is_noticed(self, country: str, number: str, data: st.DataObject) -> None:
        reference = payment_reference(country, number)
        place = data.draw(st.integers(0, len(reference) - 1))
        digit = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != reference[place]]))
        assert not is_payment_reference(country, reference[:place] + digit + reference[place + 1 :])

    @pytest.mark.parametrize(
        ("country", "text", "valid"),
        [
            ("FI", "1 2344", True),
            ("FI", "1232", True),
            ("FI", "123", False),
            ("FI", "0000", False),
            ("FI", "12345", False),
            ("FI", "1234A", False),
            ("FI", "１2344", False),
            ("FI", "", False),
            ("SE", "1234-6", False),
            ("SE", "0" * 26, False),
            ("NO", "1234567897", True),  # mod 10
            ("NO", "1234567892", True),  # mod 11
            ("NO", "12345678903", True),  # both
            ("NO", "1234567890", False),
            ("NO", "12345676", False),
            ("NO", "123456", False),
            ("NO", "23-", True),  # mod 11, where ten remains
            ("SE", "23-", False),
        ],
    )
    def test_are_recognised_by_their_check_digit(self, country: str, text: str, valid: bool) -> None:
        assert is_payment_reference(country, text) is valid

    @pytest.mark.parametrize(
        ("country", "reference", "written"),
        [
            ("FI", "12344", "12344"),
            ("FI", "20261002", "202 61002"),
            ("FI", "12345678901234567894", "12345 67890 12345 67894"),
            ("SE", "1234566", "1234566"),
            ("NO", "23456763", "23456763"),
        ],
    )
    def test_are_written_in_groups_in_finland(self, country: str, reference: str, written: str) -> None:
        assert written_reference(country, reference) == written


class TestAccounts:
    """IBANs."""

    @pytest.mark.parametrize(
        ("text", "country", "iban"),
        [
            ("fi21 1234 5600 0007 85", "FI", FI),
            (" SE45 5000 0000 0583 9825 7466 ", "SE", SE),
            ("NO93\u00a08601\u00a01117\u00a0947", "NO", NO),
        ],
    )
    def test_are_read_as_people_write_them(self, text: str, country: str, iban: str) -> None:
        assert read_iban(text, country) == iban

    @pytest.mark.parametrize(
        ("text", "country", "code"),
        [
            ("", "FI", "iban_unreadable"),
            ("FI", "FI", "iban_unreadable"),
            ("123456-785", "FI", "iban_unreadable"),
            ("FI21 1234 5600 0007 8A", "FI", "iban_unreadable"),
            ("FI21 1234 5600 0007 8", "FI", "iban_length"),
            ("FI21 1234 5600 0007 855", "FI", "iban_length"),
            ("FI21 1234 5600 0007 86", "FI", "iban_checksum"),
            (SE, "FI", "iban_country"),
            ("DE89370400440532013000", "SE", "iban_country"),
            ("DK5000400440116243", "DK", "iban_country"),
        ],
    )
    def test_are_refused_with_the_reason(self, text: str, country: str, code: str) -> None:
        with pytest.raises(BadAccount) as caught:
            read_iban(text, country)
        assert caught.value.code == code
        assert isinstance(caught.value, ValueError)

    def test_are_shown_masked_or_in_groups(self) -> None:
        assert masked_iban(FI) == "FI•• •••• 0785"
        assert masked_iban(NO) == "NO•• •••• 7947"
        assert written_iban(FI) == "FI21 1234 5600 0007 85"
        assert written_iban(NO) == "NO93 8601 1117 947"


class TestBusinessIds:
    """Business IDs."""

    @pytest.mark.parametrize(
        ("country", "text", "business_id"),
        [
            ("FI", "2077474-0", "2077474-0"),
            ("FI", " 20774740 ", "2077474-0"),
            ("SE", "1234567897", "123456-7897"),
            ("SE", "123456-7897", "123456-7897"),
            ("NO", "988 077 917", "988077917"),
        ],
    )
    def test_are_read_into_their_customary_form(self, country: str, text: str, business_id: str) -> None:
        assert read_business_id(country, text) == business_id

    @pytest.mark.parametrize(
        ("country", "text", "code"),
        [
            ("FI", "2077474-1", "business_id_checksum"),
            ("SE", "123456-7891", "business_id_checksum"),
            ("NO", "988077918", "business_id_checksum"),
            ("FI", "207747", "business_id_length"),
            ("NO", "2077474-0", "business_id_unreadable"),
            ("SE", "a company", "business_id_unreadable"),
            ("FI", "", "business_id_unreadable"),
        ],
    )
    def test_are_refused_with_the_reason(self, country: str, text: str, code: str) -> None:
        with pytest.raises(BadBusinessId) as caught:
            read_business_id(country, text)
        assert caught.value.code == code

    def test_of_another_country_are_not_known(self) -> None:
        with pytest.raises(ValueError, match="DK"):
            read_business_id("DK", "1")
