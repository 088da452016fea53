"""Articles: Markdown with front matter, one file per language and country variant; see ``docs/articles.md``.

``articles/<language>/<country or all>/<id>.md``. The id is the same in every language. What a tariff or the service
hours know is asked for by placeholders, see ``placeholders.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, get_args

import yaml
from markdown_it import MarkdownIt
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from knowledge.formats import LOCALES
from knowledge.placeholders import Figures, PlaceholderError

FOLDER = Path(__file__).parent / "articles"
FALLBACKS = ("en", "sv", "nb", "fi")
"""Languages that stand in for a missing one, in this order."""
EVERYWHERE = "all"
Topic = Literal[
    "letters",
    "fees",
    "due-dates",
    "paying",
    "refunds",
    "acting-for-others",
    "disputes",
    "contact",
    "portal",
    "companies",
    "safety",
    "hardship",
    "assistant",
]
TOPICS: tuple[Topic, ...] = get_args(Topic)
Audience = Literal["consumer", "company", "delegate", "authority"]
# Pages of the help that are no articles.
RESERVED = frozenset({"prices", "stages", "hours", "news"})

_FRONT_MATTER = re.compile(r"\A---\n(?P<head>.*?)\n---\n(?P<body>.*)\Z", re.DOTALL)
_TYPED_AMOUNT = re.compile(r"(?:[€%]|\b(?:EUR|SEK|NOK|kr))\s?\d|\d\s?(?:[€%]|(?:EUR|SEK|NOK|kr|euro\w*|kron\w*)\b)")
_LINK = re.compile(r"\[(?P<words>[^\]]+)\]\(article:(?P<id>[a-z-]+)\)")
# Raw HTML in an article would be shown as text, never run.
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")

Name = Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*$", max_length=60)]
ToolName = Annotated[str, StringConstraints(pattern=r"^[a-z]+(_[a-z]+)+$")]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=200)]


def _in_order(several: tuple[Audience, ...]) -> tuple[Audience, ...]:
    """Each once, always in the same order: versions of the index are told apart by the articles' JSON."""
    return tuple(sorted(set(several)))


class ArticleError(ValueError):
    """An article cannot be used; the message names the file and the field."""


class Article(BaseModel):
    """One article in one language, for one country or for all.

    Attributes:
        id: the same in every language.
        language: en, fi, sv or nb (from the folder).
        country: FI, SE, NO or ``all`` (from the folder, repeated in the front matter).
        topic: under which it stands on the page of questions and answers.
        audience: who may be given it.
        valid_from: its first day; neither found nor shown before.
        valid_until: its last day, if that is known.
        sources: laws or descriptions that its facts come from.
        related_tools: names of the assistant's tools that do what it describes.
        questions: examples, as customers write; they help to find it and are never shown.
        short_answer: one to three sentences that answer on their own.
        body: Markdown for people, sections headed by ``##``; ``[words](article:id)`` leads to another article.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Name
    language: str
    country: Literal["all", "FI", "SE", "NO"]
    topic: Topic
    title: Line
    audience: Annotated[tuple[Audience, ...], AfterValidator(_in_order)] = Field(min_length=1)
    valid_from: date
    valid_until: date | None = None
    sources: tuple[Line, ...] = Field(min_length=1)
    related_tools: tuple[ToolName, ...] = ()
    questions: tuple[Line, ...] = Field(min_length=4, max_length=8)
    short_answer: Annotated[str, StringConstraints(strip_whitespace=True, min_length=20, max_length=400)]
    body: Annotated[str, StringConstraints(strip_whitespace=True, min_length=40)]

    @property
    def key(self) -> str:
        """Which version this is: ``fi/FI/fees``."""
        return f"{self.language}/{self.country}/{self.id}"

    def is_valid(self, on: date) -> bool:
        """Whether it may be found and shown on a day."""
        return self.valid_from <= on and (self.valid_until is None or on <= self.valid_until)

    def url(self, country: str) -> str:
        """Where a reader in a country reads it, from the root of the portal."""
        return help_path(self.language, self.id, country)

    def sections(self) -> list[str]:
        """The body cut at its headings, each part with its heading as its first line, without links."""
        plain = _LINK.sub(r"\g<words>", self.body)
        return [part.strip().removeprefix("## ") for part in re.split(r"(?m)^(?=## )", plain) if part.strip()]

    def references(self) -> list[str]:
        """The ids of the articles that its body leads to."""
        return [match["id"] for match in _LINK.finditer(self.body)]

    @model_validator(mode="after")
    def _consistent(self) -> Article:
        if self.id in RESERVED:
            raise ValueError(f"id: {self.id} is a page of its own")
        if self.valid_until is not None and self.valid_until < self.valid_from:
            raise ValueError("valid_until: must not lie before valid_from")
        return self


class Articles:
    """All articles, found by id.

    Args:
        articles: each id at most once per language and country.
    """

    def __init__(self, articles: Iterable[Article] = ()) -> None:
        self._by_key: dict[tuple[str, str, str], Article] = {(a.id, a.language, a.country): a for a in articles}
        self.ids: tuple[str, ...] = tuple(dict.fromkeys(a.id for a in self))
        """Every id once."""

    def __iter__(self) -> Iterator[Article]:
        return iter(self._by_key.values())

    def __len__(self) -> int:
        return len(self._by_key)

    def find(self, article_id: str, language: str, country: str, on: date) -> Article | None:
        """The best version for a reader: own language before others, the own country's variant before the general.

        Args:
            article_id: of the article.
            language: wanted language code.
            country: the reader's country; a variant of another country is never given.
            on: the reader's day; versions that are not valid then are passed over.
        """
        for wanted in (language, *FALLBACKS):
            for place in (country, EVERYWHERE):
                article = self._by_key.get((article_id, wanted, place))
                if article is not None and article.is_valid(on):
                    return article
        return None

    def for_reader(self, language: str, country: str, on: date, audience: Audience | None = None) -> list[Article]:
        """The version of every article that a reader gets, by title.

        Args:
            language: wanted language code.
            country: the reader's country.
            on: the reader's day.
            audience: leaves out what is not for them; by default nothing is left out.
        """
        versions = (self.find(article_id, language, country, on) for article_id in self.ids)
        mine = [a for a in versions if a is not None and (audience is None or audience in a.audience)]
        return sorted(mine, key=lambda article: article.title.casefold())


def help_path(language: str, page: str, country: str) -> str:
    """The path of a page of the help for readers in a country."""
    return f"/help/{language}/{page}?country={country}"


def article_files(folder: Path = FOLDER) -> list[Path]:
    """Every article's file, in order."""
    return sorted(folder.glob("*/*/*.md"))


def load_articles(figures: Figures, folder: Path = FOLDER) -> Articles:
    """Read and check every article and fill in its figures.

    Args:
        figures: the source of every amount, deadline and service hour.
        folder: holds ``<language>/<country or all>/<id>.md``.

    Raises:
        ArticleError: a file is misplaced, a field is wrong or missing, an amount is typed in prose, or a placeholder
            leads nowhere.
    """
    return Articles(read_article(file, folder, figures) for file in article_files(folder))


def read_article(file: Path, folder: Path, figures: Figures) -> Article:
    """Read and check one article and fill in its figures.

    Args:
        file: of the article.
        folder: of all articles.
        figures: the source of every amount, deadline and service hour.

    Raises:
        ArticleError: as for ``load_articles``.
    """
    name = file.relative_to(folder).as_posix()
    language, country, _ = name.split("/")
    if language not in LOCALES:
        raise ArticleError(f"{name}: unknown language {language!r}")
    head, body = split_article(file, name)
    if typed := _TYPED_AMOUNT.search(head + body):
        raise ArticleError(f"{name}: the amount {typed.group()!r} is typed in prose; use a placeholder")
    try:
        fields = yaml.safe_load(figures.fill(head, language, country))
        body = figures.fill(body, language, country)
        article = Article.model_validate({**fields, "language": language, "body": body})
    except PlaceholderError as error:
        raise ArticleError(f"{name}: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        raise ArticleError(f"{name}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    except (yaml.YAMLError, TypeError) as error:
        raise ArticleError(f"{name}: front matter is not a YAML mapping: {error}") from error
    if (article.id, article.country) != (file.stem, country):
        raise ArticleError(f"{name}: id and country must be those of the path, {file.stem} and {country}")
    return article


def split_article(file: Path, name: str) -> tuple[str, str]:
    """The front matter and the body of a file, as they are written.

    Raises:
        ArticleError: the file is not UTF-8, or has no front matter.
    """
    try:
        parts = _FRONT_MATTER.match(file.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise ArticleError(f"{name}: not UTF-8") from error
    if not parts:
        raise ArticleError(f"{name}: wants front matter between two lines of ---")
    return parts["head"], parts["body"]


def render_html(article: Article, country: str) -> str:
    """The short answer and the body as HTML, for help pages (the title is left to the page).

    Args:
        article: to show.
        country: the reader's, for links to other articles.
    """

    def link(match: re.Match[str]) -> str:
        return f"[{match['words']}]({help_path(article.language, match['id'], country)})"

    lead = _MARKDOWN.renderInline(article.short_answer)
    return f'<p class="lead">{lead}</p>\n{_MARKDOWN.render(_LINK.sub(link, article.body))}'
