"""Which language a message is answered in."""

from __future__ import annotations

import pytest

from assistant.understanding.language import detect_language
from tools.context import LANGUAGES, Language

SENTENCES: dict[Language, list[str]] = {
    "en": [
        "What do I owe you at the moment?",
        "Can I pay this bill a bit later?",
        "Why is there a fee on my invoice",
        "I want to talk to a person",
        "has my payment arrived yet",
    ],
    "fi": [
        "Paljonko minulla on maksettavaa?",
        "Voinko siirtää laskun eräpäivää?",
        "miksi laskussa on muistutusmaksu",
        "Haluan puhua ihmisen kanssa",
        "onko maksuni jo tullut perille",
    ],
    "sv": [
        "Hur mycket är jag skyldig er?",
        "Kan jag få flytta förfallodagen på fakturan?",
        "varför är det en avgift på räkningen",
        "Jag vill prata med en människa",
        "har ni fått min betalning än",
    ],
    "nb": [
        "Hvor mye skylder jeg dere nå?",
        "Kan jeg utsette forfallsdatoen på regningen?",
        "hvorfor er det et gebyr på fakturaen",
        "Jeg vil snakke med et menneske",
        "har dere mottatt betalingen min ennå",
    ],
}


class TestASentence:
    @pytest.mark.parametrize(
        ("text", "language"), [(text, language) for language, texts in SENTENCES.items() for text in texts]
    )
    def test_decides_whatever_the_thread_spoke_before(self, text: str, language: Language) -> None:
        assert {detect_language(text, current) for current in LANGUAGES} == {language}

    @pytest.mark.parametrize("text", ["Hvor meget skylder jeg jer lige nu?", "Jeg vil gerne tale med et menneske, tak"])
    def test_in_danish_is_answered_in_norwegian(self, text: str) -> None:
        assert detect_language(text, "en") == "nb"

    def test_in_nynorsk_is_answered_in_bokmal(self) -> None:
        assert detect_language("Kor mykje skuldar eg dykk no, og kvifor er det eit gebyr?", "en") == "nb"

    def test_is_read_beside_numbers_and_addresses(self) -> None:
        assert detect_language("Voinko siirtää laskua 1001 (84,90 €) päivään 10.12.2026?", "en") == "fi"


class TestTooFewWords:
    @pytest.mark.parametrize(
        "text", ["ok", "ja", "1001", "nei", "84,90 €", "10.12.2026", "", "👍", "MR-4017-1001", "20 dec"]
    )
    @pytest.mark.parametrize("current", LANGUAGES)
    def test_keep_the_threads_language(self, text: str, current: Language) -> None:
        assert detect_language(text, current) == current

    def test_of_one_scandinavian_language_do_not_turn_to_the_other(self) -> None:
        assert detect_language("fakturaen betaling", "sv") == "sv"

    @pytest.mark.parametrize(
        ("date", "current"), [("10 December 2026", "sv"), ("10 desember 2026", "fi"), ("10. desember 2026", "nb")]
    )
    def test_of_a_date_keep_the_threads_language(self, date: str, current: Language) -> None:
        assert detect_language(date, current) == current


def test_a_language_that_is_not_served_keeps_the_threads() -> None:
    assert detect_language("12345 67890", "sv") == "sv"


def test_a_very_long_message_is_decided_by_its_beginning() -> None:
    text = "Paljonko minulla on maksettavaa tällä hetkellä? " * 30
    assert detect_language(text + "what do I owe " * 10_000, "en") == "fi"
