"""Articles: Markdown with front matter, one file per language and country variant, amounts filled in from the tariffs.

``articles/<language>/<country or all>/<id>.md``. The id is the same in every language. A placeholder stands for every
amount, percentage or number of days that a tariff knows:

    {{ fee reminder.consumer }}             in an article of one country
    {{ number interest.margin_points SE }}  the country said, needed in an article for all
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import yaml
from markdown_it import MarkdownIt
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from knowledge.formats import LOCALES, format_money, format_number
from knowledge.money import Money
from knowledge.tariffs import Tariffs, UnknownFee

FOLDER = Path(__file__).parent / "articles"
FALLBACK_LANGUAGE = "en"
EVERYWHERE = "all"

_FRONT_MATTER = re.compile(r"\A---\n(?P<head>.*?)\n---\n(?P<body>.*)\Z", re.DOTALL)
_PLACEHOLDER = re.compile(r"\{\{\s*(?P<kind>\w+)\s+(?P<path>[\w.]+)(?:\s+(?P<country>[A-Z]{2}))?\s*\}\}")
_TYPED_AMOUNT = re.compile(r"(?:[€%]|\b(?:EUR|SEK|NOK|kr))\s?\d|\d\s?(?:[€%]|(?:EUR|SEK|NOK|kr|euro\w*|kron\w*)\b)")
# Raw HTML in an article would be shown as text, never run.
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")

Name = Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*$", max_length=60)]
ToolName = Annotated[str, StringConstraints(pattern=r"^[a-z]+(_[a-z]+)+$")]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=200)]


class ArticleError(ValueError):
    """An article cannot be used; the message names the file and the field."""


class Article(BaseModel):
    """One article in one language, for one country or for all.

    Attributes:
        id: the same in every language.
        language: en, fi, sv or nb (from the folder).
        country: FI, SE, NO or ``all`` (from the folder, repeated in the front matter).
        audience: whom it is for.
        valid_from: not found or shown before this day.
        sources: laws or pages that its facts come from.
        related_tools: names of the assistant's tools that do what it describes.
        questions: examples, as customers write; they help to find it and are never shown.
        short_answer: one to three sentences that answer on their own.
        body: Markdown for people, sections headed by ``##``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Name
    language: str
    country: Literal["all", "FI", "SE", "NO"]
    topic: Name
    title: Line
    audience: Literal["consumer", "company"]
    valid_from: date
    sources: tuple[Line, ...] = Field(min_length=1)
    related_tools: tuple[ToolName, ...] = ()
    questions: tuple[Line, ...] = Field(min_length=5, max_length=12)
    short_answer: Annotated[str, StringConstraints(strip_whitespace=True, min_length=20, max_length=500)]
    body: Annotated[str, StringConstraints(strip_whitespace=True, min_length=40)]

    @property
    def url(self) -> str:
        """Where people read it; a country variant says its country."""
        variant = "" if self.country == EVERYWHERE else f"?country={self.country}"
        return f"/help/{self.language}/{self.id}{variant}"

    def sections(self) -> list[str]:
        """The body cut at its headings, each part with its heading as its first line."""
        return [part.strip().removeprefix("## ") for part in re.split(r"(?m)^(?=## )", self.body) if part.strip()]


class Articles:
    """All articles, found by id.

    Args:
        articles: each id at most once per language and country.
    """

    def __init__(self, articles: Iterable[Article]) -> None:
        self._by_key: dict[tuple[str, str, str], Article] = {(a.id, a.language, a.country): a for a in articles}

    def __iter__(self) -> Iterator[Article]:
        return iter(self._by_key.values())

    def __len__(self) -> int:
        return len(self._by_key)

    def find(self, article_id: str, language: str, country: str) -> Article | None:
        """The best version for a reader: own language before English, the own country's variant before the general.

        Args:
            article_id: of the article.
            language: wanted language code.
            country: the reader's country; a variant of another country is never given.
        """
        for wanted in (language, FALLBACK_LANGUAGE):
            for place in (country, EVERYWHERE):
                if article := self._by_key.get((article_id, wanted, place)):
                    return article
        return None

    def in_language(self, article: Article, language: str) -> bool:
        """Whether the readers of ``article`` have a version of it in ``language``."""
        return any((article.id, language, place) in self._by_key for place in (article.country, EVERYWHERE))


def load_articles(tariffs: Tariffs, on: date, folder: Path = FOLDER) -> Articles:
    """Read and check every article and fill in its amounts.

    Args:
        tariffs: the source of every amount.
        on: the day whose tariffs are quoted.
        folder: holds ``<language>/<country or all>/<id>.md``.

    Raises:
        ArticleError: a file is misplaced, a field is wrong or missing, an amount is typed in prose, or a placeholder
            leads nowhere.
    """
    return Articles(_read(file, folder, tariffs, on) for file in sorted(folder.glob("*/*/*.md")))


def render_html(article: Article) -> str:
    """The short answer and the body as HTML, for help pages (the title is left to the page)."""
    lead = _MARKDOWN.renderInline(article.short_answer)
    return f'<p class="lead">{lead}</p>\n{_MARKDOWN.render(article.body)}'


def _read(file: Path, folder: Path, tariffs: Tariffs, on: date) -> Article:
    name = file.relative_to(folder).as_posix()
    language, country, _ = name.split("/")
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ArticleError(f"{name}: not UTF-8") from error
    if not (parts := _FRONT_MATTER.match(text)):
        raise ArticleError(f"{name}: wants front matter between two lines of ---")
    if language not in LOCALES:
        raise ArticleError(f"{name}: unknown language {language!r}")
    if typed := _TYPED_AMOUNT.search(text):
        raise ArticleError(f"{name}: the amount {typed.group()!r} is typed in prose; use a placeholder")
    head, body = (_fill(part, name, language, country, tariffs, on) for part in parts.groups())
    try:
        fields = yaml.safe_load(head)
        article = Article.model_validate({**fields, "language": language, "body": body})
    except ValidationError as error:
        first = error.errors()[0]
        raise ArticleError(f"{name}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    except (yaml.YAMLError, TypeError) as error:
        raise ArticleError(f"{name}: front matter is not a YAML mapping: {error}") from error
    if (article.id, article.country) != (file.stem, country):
        raise ArticleError(f"{name}: id and country must be those of the path, {file.stem} and {country}")
    return article


def _fill(text: str, name: str, language: str, country: str, tariffs: Tariffs, on: date) -> str:
    def value_of(match: re.Match[str]) -> str:
        kind, path = match["kind"], match["path"]
        try:
            value = tariffs.of(match["country"] or country, on).value(path)
        except UnknownFee as error:
            raise ArticleError(f"{name}: {match.group()}: {error}") from error
        if kind == "fee" and isinstance(value, Money):
            return format_money(value, language, short=True)
        if kind == "number" and not isinstance(value, Money):
            return format_number(value, language)
        raise ArticleError(f"{name}: {match.group()}: write fee for amounts and number for everything else")

    filled = _PLACEHOLDER.sub(value_of, text)
    if "{{" in filled or "}}" in filled:
        raise ArticleError(f"{name}: a placeholder is not well formed")
    return filled
