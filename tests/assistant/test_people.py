"""People in customers' words: who is to be let in, and what they may do."""

from __future__ import annotations

import pytest

from assistant.understanding.details import read_email
from assistant.understanding.people import bare_name, read_allows, read_name
from tools.context import Language

PEOPLE: list[tuple[Language, str, str | None, str | None]] = [
    ("en", "Authorise Jane Doe, jane.doe@example.com", "Jane Doe", "jane.doe@example.com"),
    ("en", "Please let Emma Berg see 1001", "Emma Berg", None),
    ("en", "I want to give access to my daughter Emma Berg (Emma@Example.com).", "Emma Berg", "emma@example.com"),
    ("en", "Her name is Anna-Liisa Berg", "Anna-Liisa Berg", None),
    ("en", "jane doe jane.doe@example.com", "Jane Doe", "jane.doe@example.com"),
    ("en", "add jane@example.com", None, "jane@example.com"),
    ("en", "Can Peter handle this? peter@example.com", "Peter", "peter@example.com"),
    ("en", "My accountant is John O'Neill, john@oneill.example.", "John O'Neill", "john@oneill.example"),
    ("en", "Remove Jane Doe from my invoice", "Jane Doe", None),
    ("en", "Revoke Peter's access", "Peter's", None),
    ("en", "I want to let somebody see my bill", None, None),
    ("en", "Jan van Dyk or Eva Berg", None, None),
    ("fi", "Valtuuta Matti Virtaselle, matti.virtanen@example.com", "Matti Virtanen", "matti.virtanen@example.com"),
    (
        "fi",
        "valtuutan Väinö Hämäläisen vaino.hamalainen@example.com",
        "Väinö Hämäläinen",
        "vaino.hamalainen@example.com",
    ),
    ("fi", "Anna Liisa Virtaselle oikeus nähdä lasku", "Liisa Virtaselle", None),
    ("fi", "Haluan antaa Jukka Pekalle oikeudet, jukka.pekka@example.com", "Jukka Pekka", "jukka.pekka@example.com"),
    ("fi", "matti virtanen matti.virtanen@example.com", "Matti Virtanen", "matti.virtanen@example.com"),
    ("fi", "Hänen nimensä on Liisa Koski", "Liisa Koski", None),
    ("fi", "Lisää Matille oikeus, matti@example.com", "Matti", "matti@example.com"),
    ("fi", "Voiko Liisa Koski hoitaa laskun 1001?", "Liisa Koski", None),
    ("fi", "Poista Matti Virtasen oikeudet", "Matti Virtasen", None),
    ("fi", "Valtuutan vaimoni", None, None),
    ("fi", "Liisa Koski, sähköposti liisa@example.com", "Liisa Koski", "liisa@example.com"),
    ("fi", "haluan valtuuttaa Antti Mäen antti.maki@example.com", "Antti Mäen", "antti.maki@example.com"),
    ("sv", "Ge Anna Lind fullmakt", "Anna Lind", None),
    ("sv", "Jag vill ge Erik Ek fullmakt, erik.ek@example.com", "Erik Ek", "erik.ek@example.com"),
    ("sv", "Låt Åsa Öberg se fakturan", "Åsa Öberg", None),
    ("sv", "Lägg till min man Karl Ek", "Karl Ek", None),
    ("sv", "Ta bort Anna Lind", "Anna Lind", None),
    ("sv", "Kan Lena betala åt mig? lena@example.com", "Lena", "lena@example.com"),
    ("sv", "anna lind anna.lind@example.com", "Anna Lind", "anna.lind@example.com"),
    ("sv", "Hon heter Eva von Berg", "Eva von Berg", None),
    ("sv", "fullmakt till Nils Holm, nils@example.com.", "Nils Holm", "nils@example.com"),
    ("sv", "Återkalla fullmakten för Nils Holm", "Nils Holm", None),
    ("sv", "Jag vill ge min son fullmakt", None, None),
    ("sv", "nils@example.com och eva@example.com", None, None),
    ("nb", "Gi Kari Dahl fullmakt", "Kari Dahl", None),
    ("nb", "Jeg vil gi Ola Moe fullmakt, ola.moe@example.com", "Ola Moe", "ola.moe@example.com"),
    ("nb", "La Øyvind Ås se regningen", "Øyvind Ås", None),
    ("nb", "Legg til Kari Dahl kari@example.com", "Kari Dahl", "kari@example.com"),
    ("nb", "Fjern Ola Moe", "Ola Moe", None),
    ("nb", "Kan Berit betale for meg? berit@example.com", "Berit", "berit@example.com"),
    ("nb", "kari dahl kari.dahl@example.com", "Kari Dahl", "kari.dahl@example.com"),
    ("nb", "Hun heter Anne-Marie Dahl", "Anne-Marie Dahl", None),
    ("nb", "fullmakt til Per Lie, per@example.com", "Per Lie", "per@example.com"),
    ("nb", "Trekk tilbake fullmakten til Per Lie", "Per Lie", None),
    ("nb", "Jeg vil gi sønnen min fullmakt", None, None),
    ("nb", "Han heter Ola", "Ola", None),
]


class TestPeople:
    @pytest.mark.parametrize(("language", "text", "name", "email"), PEOPLE)
    def test_are_named(self, language: Language, text: str, name: str | None, email: str | None) -> None:
        assert (read_name(text, language), read_email(text)) == (name, email)

    def test_are_no_billers(self) -> None:
        assert read_name("Let Emma Berg see the Kaiku Mobiili bill", "en", {"kaiku", "mobiili"}) == "Emma Berg"

    @pytest.mark.parametrize(
        ("text", "allows"),
        [
            ("let her see it", "view"),
            ("she may handle it", "handle"),
            ("he can see and pay it", "handle"),
            ("only look, not pay", "view"),
            ("hän saa nähdä laskun", "view"),
            ("hoitamaan laskuani", "handle"),
            ("vain katsoa, ei maksaa", "view"),
            ("maksamaan puolestani", "handle"),
            ("hon får se fakturan", "view"),
            ("sköta mina räkningar", "handle"),
            ("bara titta", "view"),
            ("betala åt mig", "handle"),
            ("han kan se regningen", "view"),
            ("håndtere fakturaen", "handle"),
            ("bare lese", "view"),
            ("betale for meg", "handle"),
            ("authorise Jane Doe", None),
        ],
    )
    def test_may_see_or_handle(self, text: str, allows: str | None) -> None:
        assert read_allows(text) == allows

    def test_as_the_whole_message(self) -> None:
        assert bare_name("Liisa Koski.") == "Liisa Koski"
        assert bare_name("Liisa", least=2) is None
        assert bare_name("I don't know") is None
