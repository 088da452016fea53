"""Every article is complete and valid, and a wrong one is refused by file and field."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.articles import FOLDER, ArticleError, Articles, load_articles, render_html
from knowledge.formats import plain_spaces
from knowledge.tariffs import load_tariffs
from tests.conftest import TODAY

FEES = (FOLDER / "en/FI/fees.md").read_text(encoding="utf-8")
IDS = {
    "about-assistant",
    "authorise-someone",
    "contact-biller-or-us",
    "dispute-an-invoice",
    "fees",
    "how-to-pay",
    "late-interest",
    "late-payment-process",
    "letter-from-us",
    "myropo-id-and-login",
    "payment-default-entry",
    "payment-not-visible",
    "payment-plan",
    "postpone-due-date",
    "refund-overpayment",
}


def write(folder: Path, text: str, place: str = "en/FI/fees.md") -> Path:
    file = folder / place
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return folder


def load(folder: Path) -> Articles:
    return load_articles(load_tariffs(), TODAY, folder)


class TestContent:
    """All readers are served."""

    @pytest.mark.parametrize(
        ("language", "country"), [("en", "FI"), ("en", "SE"), ("en", "NO"), ("fi", "FI"), ("sv", "SE"), ("nb", "NO")]
    )
    def test_every_article_is_there_for_every_reader(self, articles: Articles, language: str, country: str) -> None:
        found = {article_id: articles.find(article_id, language, country) for article_id in IDS}
        assert {key for key, article in found.items() if article is None or article.language != language} == set()

    def test_no_article_exists_without_english(self, articles: Articles) -> None:
        assert {article.id for article in articles} == IDS
        assert [a.url for a in articles if not articles.in_language(a, "en")] == []

    def test_no_placeholder_is_left(self, articles: Articles) -> None:
        assert [a.url for a in articles if "{{" in a.model_dump_json()] == []

    def test_no_example_question_leads_to_two_articles(self, articles: Articles) -> None:
        owners: dict[tuple[str, str], set[str]] = {}
        for article in articles:
            for question in article.questions:
                owners.setdefault((article.language, question.casefold()), set()).add(article.id)
        assert {question: ids for question, ids in owners.items() if len(ids) > 1} == {}

    def test_short_answers_are_short(self, articles: Articles) -> None:
        assert [a.url for a in articles if len(a.short_answer) > 400] == []


class TestAmounts:
    """Amounts come from the tariffs and from nowhere else."""

    @pytest.mark.parametrize(
        ("language", "country", "amount"),
        [
            ("en", "FI", "€5"),
            ("fi", "FI", "5 €"),
            ("en", "SE", "SEK 60"),
            ("en", "NO", "NOK 35"),
            ("sv", "SE", "60 kr"),
            ("nb", "NO", "35 kr"),
        ],
    )
    def test_the_reminder_fee_comes_from_the_tariff(
        self, articles: Articles, language: str, country: str, amount: str
    ) -> None:
        article = articles.find("fees", language, country)
        assert article is not None
        assert amount in plain_spaces(article.short_answer)

    @pytest.mark.parametrize(
        ("placeholder", "message"),
        [
            ("{{ fee reminder.cats }}", "reminder.cats"),
            ("{{ fee reminder.consumer DK }}", "DK"),
            ("{{ fee interest.margin_points }}", "number"),
            ("{{ number reminder.consumer }}", "fee"),
            ("{{ reminder.consumer }}", "well formed"),
            ("{{ fee reminder.consumer", "well formed"),
        ],
    )
    def test_a_placeholder_that_leads_nowhere_is_refused(self, tmp_path: Path, placeholder: str, message: str) -> None:
        with pytest.raises(ArticleError, match=r"en/FI/fees\.md") as caught:
            load(write(tmp_path, f"{FEES}\nIt costs {placeholder}"))
        assert message in str(caught.value)

    def test_an_article_for_all_must_name_the_country_of_an_amount(self, tmp_path: Path) -> None:
        text = FEES.replace("country: FI", "country: all")
        with pytest.raises(ArticleError, match="'all'"):
            load(write(tmp_path, text, "en/all/fees.md"))

    @pytest.mark.parametrize("amount", ["5 €", "€5", "60 kr", "SEK 60", "7 %", "5 euros", "35 kroner", "20\u00a0€"])
    def test_an_amount_typed_in_prose_is_refused(self, tmp_path: Path, amount: str) -> None:
        with pytest.raises(ArticleError, match="typed in prose"):
            load(write(tmp_path, f"{FEES}\nIt costs {amount}."))


class TestFiles:
    """Wrong files are refused by name and field."""

    @pytest.mark.parametrize(
        ("old", "new", "message"),
        [
            ("topic: fees", "topic: Fees!", "topic"),
            ("topic: fees", "topics: fees", "topic"),
            ("audience: consumer", "audience: cats", "audience"),
            ("valid_from: 2025-01-01", "valid_from: someday", "valid_from"),
            ("related_tools: [get_invoice", "related_tools: [GetInvoice", "related_tools"),
            ("id: fees", "id: other", "path"),
            ("country: FI", "country: SE", "path"),
            ("---\n", "", "front matter"),
            ("id: fees", "id: [", "YAML"),
        ],
    )
    def test_a_wrong_article_is_named_with_its_field(self, tmp_path: Path, old: str, new: str, message: str) -> None:
        with pytest.raises(ArticleError, match=r"en/FI/fees\.md") as caught:
            load(write(tmp_path, FEES.replace(old, new, 1)))
        assert message in str(caught.value)

    def test_an_unknown_language_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(ArticleError, match="'tlh'"):
            load(write(tmp_path, FEES, "tlh/FI/fees.md"))

    def test_bytes_that_are_not_text_are_refused(self, tmp_path: Path) -> None:
        write(tmp_path, FEES)
        (tmp_path / "en/FI/fees.md").write_bytes(b"\xff\xfe")
        with pytest.raises(ArticleError, match="UTF-8"):
            load(tmp_path)


class TestReading:
    """Which version a reader gets, and how it looks."""

    def test_a_reader_gets_the_variant_of_the_own_country(self, articles: Articles) -> None:
        article = articles.find("fees", "en", "SE")
        assert article is not None
        assert (article.country, article.url) == ("SE", "/help/en/fees?country=SE")

    def test_english_stands_in_for_a_missing_language(self, articles: Articles) -> None:
        article = articles.find("fees", "fi", "SE")
        assert article is not None
        assert (article.language, article.country) == ("en", "SE")

    def test_what_does_not_exist_is_not_found(self, articles: Articles) -> None:
        assert articles.find("cats", "en", "FI") is None

    def test_the_page_has_the_short_answer_and_tables(self, articles: Articles) -> None:
        article = articles.find("fees", "en", "FI")
        assert article is not None
        html = render_html(article)
        assert html.startswith('<p class="lead">A payment reminder costs €5.')
        assert "<table>" in html
        assert "<h2>Reminders</h2>" in html

    def test_html_in_an_article_is_shown_and_not_run(self, tmp_path: Path) -> None:
        (article,) = load(write(tmp_path, f"{FEES}\n<script>alert(1)</script> [x](javascript:alert(1))"))
        html = render_html(article)
        assert "<script" not in html
        assert "href" not in html
