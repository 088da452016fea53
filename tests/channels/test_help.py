"""The public help: its pages in every language and country, and the same facts as JSON."""

from __future__ import annotations

import html
import re
from collections.abc import AsyncIterator
from decimal import Decimal
from itertools import product

import httpx
import pytest

from channels.portal.help.reader import COUNTRIES
from channels.portal.help.words import keys
from knowledge.articles import RESERVED, TOPICS
from knowledge.formats import format_money
from knowledge.money import Money
from knowledge.tariffs import collection_letter_fee, load_tariffs, reminder_fee
from tests.channels.conftest import Start
from tests.channels.html_pages import links, main, words
from tests.conftest import TODAY
from tools.context import LANGUAGES, Language
from tools.ledger.models import Country

HOSTILE = """<script>alert(1)</script>"'><img src=x onerror=alert(2)>{{ 7*7 }}"""
API = "/api/v1"


pytestmark = pytest.mark.usefixtures("whole_library")


@pytest.fixture
async def http(start: Start) -> AsyncIterator[httpx.AsyncClient]:
    """A browser without a session, on the Sunday of the demo data."""
    async with httpx.AsyncClient(
        base_url=await start(worker=False), trust_env=False, verify=False, timeout=30
    ) as client:
        yield client


def said(amount: Money) -> str:
    """An amount as an English page says it."""
    return words(format_money(amount, "en", short=True))


class TestEveryPage:
    @pytest.mark.parametrize("language", LANGUAGES)
    async def test_is_there_in_every_language_and_country(self, http: httpx.AsyncClient, language: Language) -> None:
        for country, page in product(COUNTRIES, ("", *sorted(RESERVED))):
            path = f"/help/{language}/{page}".rstrip("/")
            answer = await http.get(path, params={"country": country})
            assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8"), path
            assert answer.text.startswith(f'<!doctype html>\n<html lang="{language}">'), path
            assert answer.text.count("<h1>") == 1, path
            assert answer.text.count('aria-current="page"') == 1, path
            assert not re.search(r"<style|style=|<script>|\son\w+=", answer.text), path
            inside = {link for link in links(answer.text) if link.startswith("/help/")}
            assert len(inside) >= 9, path
            assert [link for link in inside if "country=" not in link] == [], path
            assert "/" in links(answer.text), path

    async def test_leads_nowhere_in_vain(self, http: httpx.AsyncClient) -> None:
        # A Finnish reader about Norway gets articles in two languages.
        seen, waiting = set[str](), {"/help/fi?country=NO"}
        while waiting:
            path = waiting.pop()
            answer = await http.get(path)
            assert answer.status_code == 200, path
            seen.add(path)
            found = {link.partition("#")[0] for link in links(answer.text)}
            waiting |= {link for link in found if link.startswith("/help/fi") and "country=NO" in link} - seen
        assert len(seen) > 40

    def test_words_are_the_same_in_every_language(self) -> None:
        assert keys("fi") == keys("sv") == keys("nb") == keys("en")
        assert {f"topic-{topic}" for topic in TOPICS} <= keys("en")

    async def test_may_not_be_kept_by_browsers(self, http: httpx.AsyncClient) -> None:
        assert (await http.get("/help/en")).headers["cache-control"] == "no-cache"


class TestTheBeginning:
    @pytest.mark.parametrize(("header", "language"), [("fi", "fi"), ("nn,en;q=0.5", "nb"), ("de", "en"), ("", "en")])
    async def test_is_in_the_language_of_the_request(self, http: httpx.AsyncClient, header: str, language: str) -> None:
        answer = await http.get("/help", params={"country": "NO", "q": "a&b"}, headers={"Accept-Language": header})
        assert (answer.status_code, answer.headers["location"]) == (307, f"/help/{language}?country=NO&q=a%26b")

    async def test_a_slash_too_many_is_forgiven(self, http: httpx.AsyncClient) -> None:
        answer = await http.get("/help/en/prices/?country=SE")
        assert answer.status_code == 307
        assert answer.headers["location"].endswith("/help/en/prices?country=SE")


class TestTheCountry:
    @pytest.mark.parametrize(
        ("path", "country"),
        [
            ("/help/en/prices", "Finland"),
            ("/help/sv/prices", "Sverige"),
            ("/help/nb/prices", "Norge"),
            ("/help/fi/prices", "Suomessa"),
            ("/help/en/prices?country=NO", "Norway"),
            ("/help/en/prices?country=se", "Sweden"),
            ("/help/sv/prices?country=DK", "Sverige"),
            ("/help/sv/prices?country=", "Sverige"),
            ("/help/sv/prices?country=%00", "Sverige"),
        ],
    )
    async def test_is_the_asked_one_or_that_of_the_language(
        self, http: httpx.AsyncClient, path: str, country: str
    ) -> None:
        [title] = re.findall(r"<h1>(.*?)</h1>", (await http.get(path)).text)
        assert country in title

    async def test_is_that_of_the_signed_in_customer(self, http: httpx.AsyncClient) -> None:
        await http.post(f"{API}/demo/sign-in", json={"customer": "erik"})
        assert "<h1>Prices in Sweden</h1>" in (await http.get("/help/en/prices")).text
        assert "<h1>Prices in Norway</h1>" in (await http.get("/help/en/prices?country=NO")).text


class TestQuestions:
    async def test_stand_under_their_topics_in_order(self, http: httpx.AsyncClient) -> None:
        page = (await http.get("/help/fi")).text
        topics = re.findall(r'<section id="([a-z-]+)"', page)
        assert topics == [topic for topic in TOPICS if topic in topics]
        assert len(topics) == len(TOPICS)
        assert "/help/fi/fees?country=FI" in links(page)

    async def test_are_answered(self, http: httpx.AsyncClient) -> None:
        page = (await http.get("/help/en", params={"q": "What does a payment reminder cost?"})).text
        answers = re.findall(r'<li class="answer">\s*<a href="([^"]+)"', page.partition("<template")[0])
        assert 1 <= len(answers) <= 5
        assert "/help/en/fees?country=FI" in answers
        assert "data-none" not in page.partition("<template")[0]
        # The question goes along into other languages and countries.
        assert "/help/sv?country=FI&q=What+does+a+payment+reminder+cost%3F" in links(page)

    async def test_that_nothing_answers_lead_to_the_assistant_and_to_people(self, http: httpx.AsyncClient) -> None:
        said = (await http.get("/help/en", params={"q": "?!"})).text.partition("<template")[0]
        assert "We found no answer to this" in main(said + "</main>")
        assert '<a href="/">Ask the AI assistant</a>' in said

    async def test_are_no_question_when_empty(self, http: httpx.AsyncClient) -> None:
        for question in ("", "   ", "\t"):
            page = (await http.get("/help/en", params={"q": question})).text
            assert re.search(r'class="results"[^>]* hidden>', page)

    @pytest.mark.parametrize("question", [HOSTILE, "\x00", "%", "ä" * 5000, "{{ 7*7 }}", "'; DROP TABLE notice; --"])
    async def test_may_be_anything(self, http: httpx.AsyncClient, question: str) -> None:
        answer = await http.get("/help/en", params={"q": question, "country": HOSTILE})
        assert answer.status_code == 200
        assert "<script>" not in answer.text
        assert "<img" not in answer.text
        [shown] = re.findall(r'type="search" value="([^"]*)"', answer.text)
        assert html.unescape(shown) in (question[:1000], "\ufffd")


class TestArticles:
    async def test_are_shown_with_what_they_rest_on(self, http: httpx.AsyncClient) -> None:
        page = (await http.get("/help/fi/fees?country=FI")).text
        assert "513/1999" in main(page)
        assert "Voimassa 1.1.2025 alkaen" in main(page)
        assert "/help/fi?country=FI#fees" in links(page)
        assert format_money(
            reminder_fee(load_tariffs().of("FI", TODAY), "consumer"), "fi", short=True
        ) in html.unescape(page)

    async def test_can_be_read_in_other_languages_and_countries(self, http: httpx.AsyncClient) -> None:
        found = links((await http.get("/help/en/fees?country=SE")).text)
        assert {f"/help/{language}/fees?country=SE" for language in LANGUAGES} <= found
        assert {f"/help/en/fees?country={country}" for country in COUNTRIES} <= found

    async def test_in_another_language_than_asked_say_so(self, http: httpx.AsyncClient) -> None:
        page = (await http.get("/help/fi/fees?country=NO")).text
        assert "Se näytetään englanniksi." in main(page)
        assert '<article lang="en">' in page
        assert "Se näytetään" not in (await http.get("/help/fi/fees?country=FI")).text

    async def test_have_no_inline_styles(self, http: httpx.AsyncClient) -> None:
        page = (await http.get("/help/fi/fees?country=FI")).text
        assert "<table>" in page
        assert 'class="right"' in page
        assert "style=" not in page


class TestAPageThatIsNotThere:
    @pytest.mark.parametrize(
        ("path", "language"),
        [
            ("/help/sv/nowhere", "sv"),
            ("/help/nb/a/b/c?country=SE", "nb"),
            ("/help/xx", "fi"),
            ("/help/xx/%00", "fi"),
            ("/help/EN", "fi"),
            ("/help/en/..%2f..%2fpyproject.toml", "en"),
            ("/help/en/%3Cscript%3E?country=%3Cscript%3E", "en"),
        ],
    )
    async def test_is_said_in_the_readers_language(self, http: httpx.AsyncClient, path: str, language: str) -> None:
        answer = await http.get(path, headers={"Accept-Language": "fi"})
        assert (answer.status_code, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")
        assert f'<html lang="{language}">' in answer.text
        assert "<script>" not in answer.text
        back = {link for link in links(answer.text) if re.fullmatch(rf"/help/{language}\?country=[A-Z]+", link)}
        assert back
        assert (await http.get(back.pop())).status_code == 200


class TestPrices:
    @pytest.mark.parametrize("country", COUNTRIES)
    async def test_are_those_of_the_tariff(self, http: httpx.AsyncClient, country: Country) -> None:
        tariff = load_tariffs().of(country, TODAY)
        page = (await http.get(f"/help/en/prices?country={country}")).text
        consumer, company = (words(part) for part in page.split('<section class="card"')[1:])
        assert said(reminder_fee(tariff, "consumer")) in consumer
        assert said(collection_letter_fee(tariff, "consumer", tariff.money(Decimal(0)))) in consumer
        if tariff.late_payment_compensation:
            whole = said(tariff.money(tariff.late_payment_compensation.company))
            assert whole in company
            assert company.count("included in the compensation") == 2
        else:
            assert said(reminder_fee(tariff, "company")) in company
            assert said(collection_letter_fee(tariff, "company", tariff.money(Decimal(0)))) in company
        assert "1 January" in main(page)
        assert html.escape(tariff.source) in page


class TestStages:
    @pytest.mark.parametrize("country", COUNTRIES)
    async def test_are_an_ordered_list_with_articles(self, http: httpx.AsyncClient, country: str) -> None:
        page = (await http.get(f"/help/en/stages?country={country}")).text
        assert page.count('<ol class="stages-picture">') == 1
        articles = {f"/help/en/{name}?country={country}" for name in ("reminder-received", "collection-letter")}
        articles |= {f"/help/en/{name}?country={country}" for name in ("legal-collection", "long-term-follow-up")}
        assert articles <= links(page)
