"""What is personal leaves a conversation before it becomes a scenario: rather too much than too little."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.supervisor.masking import Masker, StandIn

ANNA = StandIn("anna", "Anna Virtanen", "anna@customer.example", "1001", "MR-0000-1001", "FI21 1234 5600 0007 85")
MASK = Masker(ANNA, names=["Kaisu Mäkinen"], invoices={"7788": "1002"}, kept=["Revontuli Energia"])


class TestTheCustomersOwnName:
    @pytest.mark.parametrize(
        "said",
        [
            "Olen Kaisu Mäkinen",
            "olen kaisu mäkinen",
            "KAISU MÄKINEN TÄSSÄ",
            "Tämä on Mäkisen lasku, Kaisun siis",
            "I am Kaisu.",
            "kaisus faktura",
            "Mäkinen, Kaisu",
        ],
    )
    def test_is_always_masked_in_any_form(self, said: str) -> None:
        masked = MASK(said).lower()
        assert "kaisu" not in masked
        assert "mäki" not in masked
        assert "anna virtanen" in masked

    @given(st.text(max_size=40), st.text(max_size=40))
    def test_is_masked_whatever_stands_around_it(self, before: str, after: str) -> None:
        assert "Kaisu Mäkinen" not in MASK(f"{before} Kaisu Mäkinen {after}")


class TestOtherNames:
    @pytest.mark.parametrize(
        ("said", "name"),
        [
            ("Veljeni Matti Virolainen maksoi sen", "Virolainen"),
            ("Laskun pitäisi mennä Pentille", "Pentille"),
            ("Terveisin matti virtanen", "matti"),
            ("Nimeni on seppo taalasmaa", "taalasmaa"),
            ("My brother Peter O'Neill will pay", "O'Neill"),
            ("my name is john smith and I moved", "smith"),
            ("Kind regards, Zoë", "Zoë"),
            ("Peter Smith sent this", "Peter"),
            ("Min man Göran betalar", "Göran"),
            ("jag heter karin svensson", "svensson"),
            ("Vänliga hälsningar, Åke Öberg", "Öberg"),
            ("Min kone Solveig Dahl betalte", "Dahl"),
            ("jeg heter kjell", "kjell"),
            ("Mvh Øystein", "Øystein"),
            ("Send it to Anne-Marie instead", "Marie"),
        ],
    )
    def test_are_masked(self, said: str, name: str) -> None:
        assert name.lower() not in MASK(said).lower()
        assert "[name]" in MASK(said)


class TestNumbersAndAddresses:
    @pytest.mark.parametrize(
        ("said", "masked"),
        [
            ("Kirjoita osoitteeseen kaisu.m+x@mail.example!", "Kirjoita osoitteeseen anna@customer.example!"),
            ("soita 040 123 4567", "soita [phone]"),
            ("call +44 20 7946 0958 please", "call [phone] please"),
            ("ring +46-70-123 45 67", "ring [phone]"),
            ("tilille FI49 5000 9420 0287 30 kiitos", "tilille FI21 1234 5600 0007 85 kiitos"),
            ("till SE4550000000058398257466", "till FI21 1234 5600 0007 85"),
            ("til konto 1234.56.78901", "til konto [number]"),
            ("hetu on 131052-308T", "hetu on [national id]"),
            ("mitt personnummer är 811218-9876", "mitt personnummer är [national id]"),
            ("mitt personnummer är 19811218-9876", "mitt personnummer är [national id]"),
            ("fødselsnummeret er 010170 12345", "fødselsnummeret er [national id]"),
            ("lasku MR-5555-7788", "lasku MR-0000-1001"),
            ("laskut 7788 ja 4455", "laskut 1002 ja 1001"),
            ("viite 12345 67890 12343", "viite [number]"),
            ("asun osoitteessa mannerheimintie 12 A 5", "asun osoitteessa [address]"),
            ("jag bor på Storgatan 5, 111 22 Stockholm", "jag bor på [address]"),
            ("jeg bor i Parkveien 22 B, 0154 Oslo", "jeg bor i [address]"),
            ("at 12 Baker Street now", "at [address] now"),
            ("synt. 13.10.1952", "synt. [date]"),
            ("see www.example.com/me?id=1", "see [link]"),
        ],
    )
    def test_are_replaced(self, said: str, masked: str) -> None:
        assert MASK(said) == masked


class TestWhatTheConversationIsAbout:
    @pytest.mark.parametrize(
        "said",
        [
            "Can I move the due date of the electricity bill to 15 December?",
            "Voinko siirtää eräpäivän 15.12.2026?",
            "Kan jag dela upp 1 245 kr på tre betalningar?",
            "Jeg betalte 699,00 kr den 3. november",
            "I paid €84.90 twice, don't I get it back?",
            "Paljonko maksumuistutus maksaa?",
            "Revontuli Energian lasku on väärin",
            "Kun vaimoni kuoli, mitä teen?",
            "Är det en annan avgift i Sverige?",
            "HALUAN PUHUA IHMISEN KANSSA",
        ],
    )
    def test_stays_as_it_was_said(self, said: str) -> None:
        assert MASK(said) == said

    def test_what_was_put_in_is_not_masked_again(self) -> None:
        masked = MASK("Matti Virolainen, 040 123 4567, 131052-308T, Storgatan 5, lasku 4455")
        assert masked == "[name], [phone], [national id], [address], lasku 1001"
        assert MASK(masked) == masked
