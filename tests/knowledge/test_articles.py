"""Every article is complete and valid, and a wrong one is refused by file and field."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from knowledge.articles import FOLDER, TOPICS, ArticleError, Articles, load_articles, render_html
from knowledge.formats import plain_spaces
from knowledge.lint import lint
from knowledge.placeholders import Figures
from tests.conftest import TODAY
from tools.catalogue import EFFECTS

FEES = (FOLDER / "en/FI/fees.md").read_text(encoding="utf-8")
READERS = [("en", "FI"), ("en", "SE"), ("en", "NO"), ("fi", "FI"), ("sv", "FI"), ("sv", "SE"), ("nb", "NO")]
Load = Callable[[Path], Articles]


def write(folder: Path, text: str, place: str = "en/FI/fees.md") -> Path:
    file = folder / place
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def load(figures: Figures) -> Load:
    return lambda folder: load_articles(figures, folder)


class TestContent:
    """All readers are served."""

    def test_the_linter_finds_nothing(self, figures: Figures) -> None:
        assert [str(finding) for finding in lint(figures, EFFECTS)] == []

    def test_there_are_at_least_45_articles(self, articles: Articles) -> None:
        assert len(articles.ids) >= 45

    @pytest.mark.parametrize(("language", "country"), READERS)
    def test_every_article_is_there_for_every_reader(self, articles: Articles, language: str, country: str) -> None:
        found = {article_id: articles.find(article_id, language, country, TODAY) for article_id in articles.ids}
        assert {key for key, article in found.items() if article is None or article.language != language} == set()

    def test_every_topic_has_an_article(self, articles: Articles) -> None:
        assert {article.topic for article in articles} == set(TOPICS)

    def test_no_placeholder_is_left(self, articles: Articles) -> None:
        assert [a.key for a in articles if "{{" in a.model_dump_json()] == []

    @pytest.mark.parametrize("audience", ["consumer", "company", "delegate", "authority"])
    def test_every_audience_has_articles(self, articles: Articles, audience: str) -> None:
        assert any(audience in article.audience for article in articles)


class TestFigures:
    """Amounts and hours come from the tariffs and the service hours, and from nowhere else."""

    @pytest.mark.parametrize(
        ("language", "country", "amount"),
        [
            ("en", "FI", "€5"),
            ("fi", "FI", "5 €"),
            ("sv", "FI", "5 €"),
            ("en", "SE", "SEK 60"),
            ("en", "NO", "NOK 35"),
            ("sv", "SE", "60 kr"),
            ("nb", "NO", "35 kr"),
        ],
    )
    def test_the_reminder_fee_comes_from_the_tariff(
        self, articles: Articles, language: str, country: str, amount: str
    ) -> None:
        article = articles.find("fees", language, country, TODAY)
        assert article is not None
        assert amount in plain_spaces(article.short_answer)

    @pytest.mark.parametrize(
        ("language", "country", "hours"), [("en", "NO", "Mon–Thu 8–18"), ("fi", "FI", "ma–pe 8–17")]
    )
    def test_opening_hours_come_from_the_service_hours(
        self, articles: Articles, language: str, country: str, hours: str
    ) -> None:
        article = articles.find("opening-hours", language, country, TODAY)
        assert article is not None
        assert hours in f"{article.short_answer} {article.body}"

    @pytest.mark.parametrize(
        ("placeholder", "message"),
        [
            ("{{ fee reminder.cats }}", "reminder.cats"),
            ("{{ fee reminder.consumer DK }}", "DK"),
            ("{{ fee interest.margin_points }}", "number"),
            ("{{ number reminder.consumer }}", "fee"),
            ("{{ hours fax }}", "fax"),
            ("{{ hours phone DK }}", "DK"),
            ("{{ reminder.consumer }}", "well formed"),
            ("{{ fee reminder.consumer", "well formed"),
        ],
    )
    def test_a_placeholder_that_leads_nowhere_is_refused(
        self, tmp_path: Path, load: Load, placeholder: str, message: str
    ) -> None:
        with pytest.raises(ArticleError, match=r"en/FI/fees\.md") as caught:
            load(write(tmp_path, f"{FEES}\nIt costs {placeholder}"))
        assert message in str(caught.value)

    def test_an_article_for_all_must_name_the_country_of_an_amount(self, tmp_path: Path, load: Load) -> None:
        text = FEES.replace("country: FI", "country: all")
        with pytest.raises(ArticleError, match="'all'"):
            load(write(tmp_path, text, "en/all/fees.md"))

    @pytest.mark.parametrize("amount", ["5 €", "€5", "60 kr", "SEK 60", "7 %", "5 euros", "35 kroner", "20\u00a0€"])
    def test_an_amount_typed_in_prose_is_refused(self, tmp_path: Path, load: Load, amount: str) -> None:
        with pytest.raises(ArticleError, match="typed in prose"):
            load(write(tmp_path, f"{FEES}\nIt costs {amount}."))


class TestFiles:
    """Wrong files are refused by name and field."""

    @pytest.mark.parametrize(
        ("old", "new", "message"),
        [
            ("topic: fees", "topic: cats", "topic"),
            ("topic: fees", "topics: fees", "topic"),
            ("audience: [consumer", "audience: [cats", "audience"),
            ("valid_from: 2025-01-01", "valid_from: someday", "valid_from"),
            ("valid_from: 2025-01-01", "valid_from: 2025-01-01\nvalid_until: 2024-12-31", "valid_until"),
            ("related_tools: [", "related_tools: [GetInvoice, ", "related_tools"),
            ("id: fees", "id: other", "path"),
            ("id: fees", "id: news", "page of its own"),
            ("country: FI", "country: SE", "path"),
            ("---\n", "", "front matter"),
            ("id: fees", "id: [", "YAML"),
        ],
    )
    def test_a_wrong_article_is_named_with_its_field(
        self, tmp_path: Path, load: Load, old: str, new: str, message: str
    ) -> None:
        assert old in FEES
        with pytest.raises(ArticleError, match=r"en/FI/fees\.md") as caught:
            load(write(tmp_path, FEES.replace(old, new, 1)))
        assert message in str(caught.value)

    def test_an_unknown_language_is_refused(self, tmp_path: Path, load: Load) -> None:
        with pytest.raises(ArticleError, match="'tlh'"):
            load(write(tmp_path, FEES, "tlh/FI/fees.md"))

    def test_bytes_that_are_not_text_are_refused(self, tmp_path: Path, load: Load) -> None:
        write(tmp_path, FEES)
        (tmp_path / "en/FI/fees.md").write_bytes(b"\xff\xfe")
        with pytest.raises(ArticleError, match="UTF-8"):
            load(tmp_path)


class TestReading:
    """Which version a reader gets, and how it looks."""

    def test_a_reader_gets_the_variant_of_the_own_country(self, articles: Articles) -> None:
        article = articles.find("fees", "en", "SE", TODAY)
        assert article is not None
        assert (article.country, article.url("SE")) == ("SE", "/help/en/fees?country=SE")

    def test_english_stands_in_for_a_missing_language(self, articles: Articles) -> None:
        article = articles.find("fees", "fi", "SE", TODAY)
        assert article is not None
        assert (article.language, article.country) == ("en", "SE")

    def test_where_there_is_no_english_another_language_stands_in(self, tmp_path: Path, load: Load) -> None:
        finnish = (FOLDER / "fi/FI/fees.md").read_text(encoding="utf-8")
        article = load(write(tmp_path, finnish, "fi/FI/fees.md")).find("fees", "en", "FI", TODAY)
        assert article is not None
        assert article.language == "fi"

    def test_what_does_not_exist_is_not_found(self, articles: Articles) -> None:
        assert articles.find("cats", "en", "FI", TODAY) is None

    def test_an_article_is_there_from_its_first_to_its_last_day(self, tmp_path: Path, load: Load) -> None:
        first, last = date(2025, 1, 1), date(2025, 3, 31)
        articles = load(
            write(tmp_path, FEES.replace("valid_from: 2025-01-01", f"valid_from: {first}\nvalid_until: {last}"))
        )
        days = [first - timedelta(1), first, last, last + timedelta(1)]
        assert [articles.find("fees", "en", "FI", day) is not None for day in days] == [False, True, True, False]

    def test_a_company_is_given_what_is_meant_for_companies(self, articles: Articles) -> None:
        company, person = (
            {a.id for a in articles.for_reader("en", "FI", TODAY, audience)} for audience in ("company", "consumer")
        )
        assert "company-fees" in company - person
        assert "fees" in person - company

    def test_the_page_has_the_short_answer_tables_and_headings(self, articles: Articles) -> None:
        article = articles.find("fees", "en", "FI", TODAY)
        assert article is not None
        html = render_html(article, "FI")
        assert html.startswith('<p class="lead">')
        assert "<table>" in html
        assert html.count("<h2>") >= 2

    def test_links_to_other_articles_keep_the_readers_country(self, articles: Articles) -> None:
        article = next(a for a in articles if a.language == "sv" and a.country == "all" and a.references())
        html = render_html(article, "FI")
        assert f'href="/help/sv/{article.references()[0]}?country=FI"' in html
        assert "article:" not in html

    def test_sections_have_no_links(self, articles: Articles) -> None:
        assert [a.key for a in articles for section in a.sections() if "](" in section] == []

    def test_html_in_an_article_is_shown_and_not_run(self, tmp_path: Path, load: Load) -> None:
        (article,) = load(write(tmp_path, f"{FEES}\n<script>alert(1)</script> [x](javascript:alert(1))"))
        html = render_html(article, "FI")
        assert "<script" not in html
        assert 'href="javascript' not in html
