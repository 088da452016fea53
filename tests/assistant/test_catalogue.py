"""The assistant's own words, in four languages."""

from __future__ import annotations

import re
from functools import cache
from typing import get_args

import pytest
from fluent.syntax import FluentParser, ast, visitor

from assistant.replies import catalogue
from assistant.replies.catalogue import keys, say
from knowledge.words import MissingWords
from tools.context import LANGUAGES, Language
from tools.ledger.errors import LedgerError
from tools.ledger.models import LetterKind, PostingKind
from tools.results import HandoffReason

OTHERS: tuple[Language, ...] = ("fi", "sv", "nb")
# English words that none of the other languages has.
ENGLISH = re.compile(r"\b(?:the|you|your|and|invoices?|is|are|of|please|with|cannot|due|this|that|was|not)\b", re.I)
# Letters that only the one language has.
FOREIGN_LETTERS: dict[Language, str] = {"fi": "åæøß", "sv": "æø", "nb": "äö"}

# Variants that are chosen by a number.
NUMBERS = {"one", "other"}


class _Shape(visitor.Visitor):
    """Variables and variants of a message."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.variants: dict[str, set[str]] = {}

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.variables.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        assert isinstance(node.selector, ast.VariableReference)
        self.variants[node.selector.id.name] = {str(getattr(variant.key, "name", "")) for variant in node.variants}
        self.generic_visit(node)


@cache
def _messages(language: Language) -> dict[str, ast.Message]:
    text = (catalogue._FOLDER / f"{language}.ftl").read_text(encoding="utf-8")
    body = FluentParser().parse(text).body
    assert not [entry for entry in body if isinstance(entry, ast.Junk)]
    messages = [entry for entry in body if isinstance(entry, ast.Message)]
    assert len({message.id.name for message in messages}) == len(messages), "a key stands twice"
    return {message.id.name: message for message in messages}


def _shape(message: ast.Message) -> _Shape:
    shape = _Shape()
    shape.visit(message)
    return shape


@pytest.fixture(scope="module")
def english() -> dict[str, ast.Message]:
    return _messages("en")


@pytest.mark.parametrize("language", OTHERS)
class TestEveryCatalogue:
    def test_has_the_same_messages(self, language: Language, english: dict[str, ast.Message]) -> None:
        assert _messages(language).keys() == english.keys() == keys(language)

    def test_has_the_same_variables_and_cases(self, language: Language, english: dict[str, ast.Message]) -> None:
        for key, message in _messages(language).items():
            ours, theirs = _shape(message), _shape(english[key])
            assert (key, ours.variables) == (key, theirs.variables)
            for selector, variants in theirs.variants.items():
                assert (key, selector, ours.variants.get(selector)) == (key, selector, variants)

    def test_has_no_english_in_it(self, language: Language) -> None:
        for key in keys(language):
            words = _plain(key, language)
            assert not ENGLISH.search(words.replace("JSON", "").replace("hello", "")), (key, words)

    def test_is_written_in_its_own_letters(self, language: Language) -> None:
        text = "".join(_plain(key, language) for key in keys(language)).lower()
        assert not set(text) & set(FOREIGN_LETTERS[language])

    def test_says_nothing_in_the_words_of_english(self, language: Language) -> None:
        # Words that happen to be the same everywhere.
        alike = {"invoice-choice"}
        same = {key for key in keys(language) if _plain(key, language) == _plain(key, "en")}
        assert same <= alike


@cache
def _plain(key: str, language: Language) -> str:
    """A message with its variables as figures, in every variant."""
    message = _messages(language)[key]
    found: list[str] = []

    class Texts(visitor.Visitor):
        def visit_TextElement(self, node: ast.TextElement) -> None:
            found.append(node.value)

    Texts().visit(message)
    return " ".join(found)


@pytest.mark.parametrize("language", LANGUAGES)
class TestSaying:
    def test_every_message_can_be_said(self, language: Language) -> None:
        for key, message in _messages(language).items():
            shape = _shape(message)
            for variant in {name for names in shape.variants.values() for name in names} or {"-"}:
                number = 1 if variant == "one" else 3
                values: dict[str, object] = {
                    name: variant if variant in shape.variants.get(name, set()) - NUMBERS else number
                    for name in shape.variables
                }
                text = say(key, language, **values)
                assert text == text.strip() != ""
                assert "{" not in text
                assert "  " not in text

    def test_a_missing_variable_is_an_error(self, language: Language) -> None:
        with pytest.raises(MissingWords):
            say("invoice-not-found-at-all", language)
        with pytest.raises(MissingWords):
            say("receipt-text-postpone-due-date", language, number="1001")

    def test_one_and_many_differ(self, language: Language) -> None:
        for key in ("invoices-open", "invoices-paid", "invoices-all", "balance-owed", "letters-found", "instalments"):
            one, two = (say(key, language, count=count, total="1,00 €") for count in (1, 2))
            assert "2" in two
            assert "1 " not in one.replace("1,00", "")
            assert one != two.replace("2", "1")
        days = [say("invoice-owed-late", language, number="1", biller="B", left="L", due="D", days=n) for n in (1, 21)]
        assert "21" in days[1]
        assert "1" not in days[0].replace("1,", "").replace(" 1 ", " ").replace(" 1,", " ")

    def test_every_kind_of_posting_and_letter_has_its_word(self, language: Language) -> None:
        assert get_args(PostingKind)
        assert len({say(f"kind-{kind}", language) for kind in get_args(PostingKind)}) == len(get_args(PostingKind))
        letters = [kind for kinds in get_args(LetterKind) for kind in get_args(kinds)]
        assert len({say(f"letter-{kind}", language) for kind in letters}) == len(letters) > 1

    def test_every_error_of_the_ledger_has_words(self, language: Language) -> None:
        errors = [LedgerError]
        for error in errors:
            errors += error.__subclasses__()
            assert say(f"error-{error.code}", language)
            assert say(f"error-{error.code}-detail", language).endswith(".")

    def test_the_place_in_the_queue_is_said(self, language: Language) -> None:
        first, second, eleventh = (
            say("handoff", language, reason="asked_for_person", position=position) for position in (1, 2, 11)
        )
        assert "1" not in first
        assert "2" in second
        assert "11" in eleventh

    def test_every_reason_for_a_person_has_its_own_words(self, language: Language) -> None:
        reasons = get_args(HandoffReason)
        for key in ("handoff", "reason"):
            said = {say(key, language, reason=reason, position=1, crisis="") for reason in reasons}
            assert len(said) == len(reasons)
