"""Instalments, accounts and reasons in customers' words."""

from __future__ import annotations

import pytest

from assistant.understanding.details import (
    gives_reason,
    read_holder,
    read_iban,
    read_instalments,
    without_identifiers,
)

INSTALMENTS = {
    # English
    "could I pay in three parts": 3,
    "4 instalments please": 4,
    "six equal installments": 6,
    "split it into five": 5,
    "divide my rent by 2": 2,
    "spread this over ten months": 10,
    "over the next 12 months": 12,
    "two monthly payments would work": 2,
    "a 6-month plan": 6,
    "in seven smaller portions": 7,
    "half now and the rest in January": 2,
    "I can do it in 4 goes, first one on 10 December": 4,
    # Finnish
    "haluan maksaa kolmessa erässä": 3,
    "kaksi erää": 2,
    "jaetaan neljään osaan": 4,
    "maksaisin viidellä maksulla": 5,
    "kuutena eränä": 6,
    "kahdeksassa kuukausierässä": 8,
    "3:ssa erässä": 3,
    "6 kuukauden ajalle": 6,
    "kymmenessä kuukaudessa": 10,
    "jakakaa lasku kahteen": 2,
    "puolet nyt ja loput ensi kuussa": 2,
    "12 erää, kiitos": 12,
    # Swedish
    "på fyra gånger": 4,
    "kan jag betala i tre delar": 3,
    "sex delbetalningar": 6,
    "två avbetalningar": 2,
    "dela upp den på fem": 5,
    "över tolv månader": 12,
    "på 3 månader": 3,
    "i åtta lika stora delar": 8,
    "10 rater": 10,
    "hälften nu och resten i januari": 2,
    "nio inbetalningar": 9,
    "dela upp räkningen i sju": 7,
    # Norwegian
    "i tre avdrag": 3,
    "fire rater": 4,
    "over seks måneder": 6,
    "dele opp regningen i fem": 5,
    "på to ganger": 2,
    "åtte deler": 8,
    "ti avdrag": 10,
    "to like store avdrag": 2,
    "12 terminer": 12,
    "halvparten nå og resten i januar": 2,
    "sju innbetalinger": 7,
    "på 4 måneder": 4,
}
NO_INSTALMENTS = [
    "pay invoice 1003 in instalments",
    "3 December",
    "in parts from 3.12.",
    "in 3 or 4 parts",
    "I have two bills",
    "voinko maksaa osissa",
    "kahden viikon päästä",
    "laskut 1001 ja 1002 osiin",
    "kan jag dela upp den",
    "om två månader",
    "om tre måneder",
    "avdrag",
    "",
]


@pytest.mark.parametrize(("text", "count"), INSTALMENTS.items())
def test_how_many_instalments(text: str, count: int) -> None:
    assert read_instalments(text) == count
    assert read_instalments(text.upper()) == count


@pytest.mark.parametrize("text", NO_INSTALMENTS)
def test_no_number_of_instalments(text: str) -> None:
    assert read_instalments(text) is None


FINNISH, SWEDISH, NORWEGIAN = "FI2112345600000785", "SE4550000000058398257466", "NO9386011117947"
ACCOUNTS = {
    # English
    "my IBAN is FI21 1234 5600 0007 85": FINNISH,
    "send it to FI2112345600000785 please": FINNISH,
    "FI21 1234 5600 0007 85 for invoice 1001": FINNISH,
    "account fi2112345600000785, holder Anna Lahti": FINNISH,
    "GB29 NWBK 6016 1331 9268 19 is my account": "GB29NWBK60161331926819",
    "refund to SE45 5000 0000 0583 9825 7466": SWEDISH,
    "use NO93 8601 1117 947": NORWEGIAN,
    "IBAN: FI21-1234-5600-0007-85": FINNISH,
    "it's FI21 1234 5600 0007 84 (I think)": "FI2112345600000784",
    "FI21 1234 5600 0007 85 1003": FINNISH,
    "DE89 3704 0044 0532 0130 00": "DE89370400440532013000",
    "FI21 1234 5600": "FI2112345600",
    # Finnish
    "tilinumeroni on FI21 1234 5600 0007 85": FINNISH,
    "palauttakaa tilille FI2112345600000785 kiitos": FINNISH,
    "uusi tili fi2112345600000785": FINNISH,
    "FI21 1234 5600 0007 85, omistaja Anna Lahti": FINNISH,
    "IBAN FI21 1234 5600 0007 85.": FINNISH,
    "tilille FI21 1234 5600 0007 8 laskusta 1001": "FI211234560000078",
    # Swedish
    "mitt konto är SE45 5000 0000 0583 9825 7466": SWEDISH,
    "SE4550000000058398257466 tack": SWEDISH,
    "sätt in på SE45 5000 0000 0583 9825 7466, innehavare Erik Lind": SWEDISH,
    "iban se4550000000058398257466": SWEDISH,
    "kontot SE45 5000 0000 0583 9825 7467": "SE4550000000058398257467",
    "IBAN: SE45 5000 0000 0583 9825 7466 för 1001": SWEDISH,
    # Norwegian
    "kontoen min er NO93 8601 1117 947": NORWEGIAN,
    "NO9386011117947 takk": NORWEGIAN,
    "utbetal til NO93 8601 1117 947, kontohaver Kari Dahl": NORWEGIAN,
    "kontonummer 8601.11.17947": "8601.11.17947",
    "8601 11 17947": "86011117947",
    "no9386011117947": NORWEGIAN,
}
NO_ACCOUNT = [
    "invoice 1001",
    "MR-4016-1001",
    "FI21",
    "call 040 123 4567",
    "in 21 1234 ways",
    "10.12.2026",
    "my IBAN",
    "",
]


class TestAccounts:
    @pytest.mark.parametrize(("text", "iban"), ACCOUNTS.items())
    def test_are_read_right_or_wrong(self, text: str, iban: str) -> None:
        assert read_iban(text) == iban

    @pytest.mark.parametrize("text", NO_ACCOUNT)
    def test_are_not_seen_where_none_is(self, text: str) -> None:
        assert read_iban(text) is None

    def test_and_addresses_name_no_invoice(self) -> None:
        assert without_identifiers("FI21 1001 5600 0007 85 and a.b@power.fi for 1002").split() == ["and", "for", "1002"]

    def test_have_a_holder_where_one_is_named(self) -> None:
        for text in ("holder Anna Lahti", "in the name of Anna Lahti", "tilin omistaja on Anna Lahti"):
            assert read_holder(text) == "Anna Lahti"
        for text in ("innehavare: Anna Lahti", "kontohaver er Anna Lahti"):
            assert read_holder(text) == "Anna Lahti"
        assert read_holder("I am Anna Lahti") is None


class TestAReason:
    @pytest.mark.parametrize(
        "text",
        [
            "I never ordered this",
            "I want to dispute it because I paid in May already",
            "this bill is for a flat I moved out of",
            "en ole koskaan tilannut tätä",
            "riitautan laskun, koska palvelu peruttiin",
            "maksoin tämän jo toukokuussa",
            "jag har aldrig beställt något",
            "fakturan är fel, priset skulle vara 200",
            "varan kom aldrig fram",
            "jeg har aldri bestilt dette",
            "varen kom aldri fram",
            "feil beløp på strømmen for mars",
        ],
    )
    def test_is_more_than_that_it_is_wrong(self, text: str) -> None:
        assert gives_reason(text)

    @pytest.mark.parametrize(
        "text",
        [
            "I want to dispute an invoice",
            "I would like to contest this bill, please",
            "this is wrong",
            "haluan riitauttaa laskun",
            "haluan tehdä reklamaation",
            "tämä lasku on väärin",
            "jag vill bestrida fakturan",
            "fakturan är fel",
            "jag vill reklamera",
            "jeg vil bestride kravet",
            "denne regningen er feil",
            "jeg ønsker å komme med innsigelse",
        ],
    )
    def test_is_missing(self, text: str) -> None:
        assert not gives_reason(text)
