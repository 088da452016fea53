"""Letters as pages: complete, escaped, accessible, and the same in four languages."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from typing import get_args

import pytest
from fluent.syntax import FluentParser, ast, visitor
from sqlmodel import col, select

from knowledge.formats import format_money, plain_spaces
from knowledge.money import Money
from knowledge.rates import load_rates
from knowledge.tariffs import load_tariffs
from tests.conftest import TODAY
from tests.tools.support import day
from tools import letters
from tools.context import LANGUAGES, FrozenClock, Language
from tools.database import SessionFactory
from tools.ledger.advance import advance
from tools.ledger.collection import Rules
from tools.ledger.history import CHARGES
from tools.ledger.letters import LetterFacts, LetterLine
from tools.ledger.models import Country, Letter, LetterKind
from tools.letters import render_letter
from tools.letters.words import say

FOLDER = Path(letters.__file__).parent
KINDS: tuple[LetterKind, ...] = tuple(kind for part in get_args(LetterKind) for kind in (get_args(part) or (part,)))
COUNTRIES: tuple[Country, ...] = get_args(Country)
VOID = {"meta", "link", "br"}


def eur(minor: int) -> Money:
    return Money(amount_minor=minor, currency="EUR")


def facts(**given: object) -> LetterFacts:
    """A reminder of an invoice that was paid in part; what is given wins."""
    lines = (
        LetterLine(kind="principal", text="Kuntosalijäsenyys", amount=eur(5990), on=day(-46)),
        LetterLine(kind="reminder_fee", text="", amount=eur(500), on=day(-16)),
        LetterLine(kind="interest", text="", amount=eur(37), on=day(-16)),
        LetterLine(kind="credit", text="", amount=eur(-1000), on=day(-10)),
    )
    known = {
        "kind": "reminder",
        "sent_on": day(-16),
        "customer": "Anna Virtanen",
        "country": "FI",
        "biller": "Kuntokeskus Tähti",
        "account": "FI2112345600000785",
        "phone_lines": {"fi": "+358 9 4245 0903", "en": "+358 9 4245 0909"},
        "number": "1003",
        "myropo_id": "MR-1234-1003",
        "reference": "12341003",
        "description": "Kuntosalijäsenyys",
        "issue_date": day(-46),
        "original_due_date": day(-32),
        "due_date": day(-2),
        "lines": lines,
        "paid": eur(2000),
        "to_pay": eur(3527),
    }
    return LetterFacts.model_validate({**known, **given})


class Page(HTMLParser):
    """A page read as a screen reader would: its elements must close in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((self._open[-1], data.strip()))

    def attributes(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def text(self) -> str:
        return plain_spaces("\n".join(text for _, text in self.texts))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("kind", KINDS)
class TestEveryLetter:
    def test_is_a_complete_page(self, kind: LetterKind, country: Country, language: Language) -> None:
        html = render_letter(facts(kind=kind, country=country), language)
        page = Page(html)
        assert html.startswith("<!doctype html>")
        assert page.attributes("html") == [{"lang": language}]
        assert len(page.attributes("h1")) == len(page.attributes("main")) == len(page.attributes("title")) == 1
        assert len(page.attributes("caption")) == 1
        assert {header["scope"] for header in page.attributes("th")} == {"col", "row"}

    def test_keeps_to_the_content_policy(self, kind: LetterKind, country: Country, language: Language) -> None:
        page = Page(render_letter(facts(kind=kind, country=country), language))
        assert not {"script", "style", "img", "iframe", "form"} & {tag for tag, _ in page.elements}
        assert not any("style" in given or any(name.startswith("on") for name in given) for _, given in page.elements)
        assert [link["href"] for link in page.attributes("link")] == ["/assets/letter.css"]
        assert all(str(link["href"]).startswith("tel:+") for link in page.attributes("a"))

    def test_says_what_there_is_to_do(self, kind: LetterKind, country: Country, language: Language) -> None:
        page = Page(render_letter(facts(kind=kind, country=country), language))
        (title,) = [text for tag, text in page.texts if tag == "h1"]
        assert title == say(f"title-{kind}", language, country=country)
        for known in ("Anna Virtanen", "Kuntokeskus Tähti", "MR-1234-1003", "1003", "FI21 1234 5600 0007 85"):
            assert known in page.text
        for heading in ("payment", "next", "time", "dispute", "contact"):
            assert say(f"heading-{heading}", language) in page.text
        assert "{" not in page.text
        assert "  " not in page.text


class TestAmounts:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_the_column_adds_up_to_what_is_to_be_paid(self, language: Language) -> None:
        cells = re.findall(r'<td class="amount">([^<]+)</td>', render_letter(facts(), language))
        amounts = [_number(cell) for cell in cells]
        *lines, total, paid, to_pay = amounts
        assert sum(lines) == total == Decimal("55.27")
        assert total + paid == to_pay == Decimal("35.27")

    async def test_every_letter_that_was_sent_adds_up(self, sessions: SessionFactory, clock: FrozenClock) -> None:
        rules = Rules(load_tariffs(), load_rates())
        last_day = TODAY + timedelta(days=200)
        await advance(sessions, rules, first_day=TODAY, last_day=last_day, now=clock.now())
        async with sessions() as session:
            sent = (await session.scalars(select(Letter).order_by(col(Letter.sent_on)))).all()
        assert set(KINDS) == {letter.kind for letter in sent}
        for letter in sent:
            said = LetterFacts.model_validate(letter.facts)
            lines = sum(line.amount.amount_minor for line in said.lines)
            assert lines - said.paid.amount_minor == said.to_pay.amount_minor
            page = Page(render_letter(said, letter.language))
            assert plain_spaces(format_money(said.to_pay, letter.language)) in page.text


class TestDetails:
    def test_what_people_typed_is_escaped(self) -> None:
        wild = '<script>alert("1")</script>'
        line = LetterLine(kind="principal", text=wild, amount=eur(3527), on=TODAY)
        given = {"customer": wild, "biller": wild, "description": wild, "number": wild, "phone_lines": {"fi": wild}}
        html = render_letter(facts(kind="invoice", lines=(line,), paid=eur(0), **given), "en")
        assert "<script" not in html
        assert wild in Page(html).text

    def test_references_have_their_written_form_and_name(self) -> None:
        assert "123 41003" in Page(render_letter(facts(), "fi")).text
        swedish = Page(render_letter(facts(country="SE"), "sv")).text
        assert "OCR-nummer\n12341003" in swedish
        assert "KID-nummer\n12341003" in Page(render_letter(facts(country="NO"), "nb")).text

    def test_a_bankgiro_number_is_left_as_it_is(self) -> None:
        assert "\n5050-1055\n" in Page(render_letter(facts(country="SE", account="5050-1055"), "sv")).text

    def test_without_account_reference_or_phone_it_is_still_a_letter(self) -> None:
        page = Page(render_letter(facts(account="", reference="", phone_lines={}), "nb"))
        assert "Kontonummer" not in page.text
        assert page.attributes("a") == []

    def test_the_next_step_is_that_of_the_country(self) -> None:
        offices = {"FI": "käräjäoikeus", "SE": "Kronofogden", "NO": "forliksrådet"}
        for country, office in offices.items():
            assert office in Page(render_letter(facts(kind="legal_notice", country=country), "en")).text

    def test_an_unknown_language_is_an_error(self) -> None:
        with pytest.raises(ValueError, match="no formats for the language"):
            render_letter(facts(), "de")


class TestWords:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_every_language_has_the_same_messages_and_variables(self, language: Language) -> None:
        ours, english = _messages(language), _messages("en")
        assert ours.keys() == english.keys()
        assert {key: _variables(ours[key]) - {"country", "biller"} for key in ours} == {
            key: _variables(english[key]) - {"country", "biller"} for key in english
        }

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_every_charge_has_words(self, language: Language) -> None:
        assert {f"line-{kind.replace('_', '-')}" for kind in CHARGES} <= _messages(language).keys()

    def test_a_missing_message_or_value_is_an_error(self) -> None:
        with pytest.raises(LookupError):
            say("title-nothing", "en")
        with pytest.raises(LookupError):
            say("intro-invoice", "en", biller="B")


def _messages(language: Language) -> dict[str, ast.Message]:
    body = FluentParser().parse((FOLDER / f"{language}.ftl").read_text(encoding="utf-8")).body
    assert not [entry for entry in body if isinstance(entry, ast.Junk)]
    messages = [entry for entry in body if isinstance(entry, ast.Message)]
    assert len({message.id.name for message in messages}) == len(messages), "a key stands twice"
    return {message.id.name: message for message in messages}


def _variables(message: ast.Message) -> set[str]:
    found: set[str] = set()

    class Variables(visitor.Visitor):
        def visit_VariableReference(self, node: ast.VariableReference) -> None:
            found.add(node.id.name)

    Variables().visit(message)
    return found


def _number(written: str) -> Decimal:
    figures = re.sub(r"[^0-9,.\-]", "", written)
    return Decimal(figures.replace(",", "."))
