"""What is wrong with the articles as they are written: for editors, and for the tests.

Reading an article already refuses what cannot be used. This also finds what could be used and should not be: languages
that are missing, links that lead nowhere, numbers typed in prose, long sentences, questions that point at two articles.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge.articles import EVERYWHERE, FOLDER, Article, ArticleError, article_files, read_article, split_article
from knowledge.formats import LOCALES
from knowledge.placeholders import PLACEHOLDER, Figures

# Every country is served in its own languages and in English; Swedish is a national language of Finland.
SPOKEN_IN = {"FI": ("en", "fi", "sv"), "SE": ("en", "sv"), "NO": ("en", "nb")}
# Finnish says in one word what others say in two.
MOST_WORDS = {"en": 25, "sv": 25, "nb": 25, "fi": 20}
MOST_SENTENCES = 3

_LIST_NUMBER = re.compile(r"(?m)^\s*\d+\. ")
_NOT_A_SENTENCE = re.compile(r"(?m)^(#.*|\|.*|\s*(?:[-*]|\d+\.) )")
_SENTENCE_END = re.compile(r"(?<=[.!?:])\s+|\n\n")
_SHARED = ("topic", "audience", "related_tools")


@dataclass(frozen=True, order=True)
class Finding:
    """Something to mend.

    Attributes:
        file: of the article, from the folder of all articles.
        message: what is wrong and what to do.
    """

    file: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}: {self.message}"


def lint(figures: Figures, tools: Collection[str], folder: Path = FOLDER) -> list[Finding]:
    """Look at every article.

    Args:
        figures: what placeholders are filled from.
        tools: the names that ``related_tools`` may hold.
        folder: of the articles.
    """
    articles: list[Article] = []
    findings: list[Finding] = []
    for file in article_files(folder):
        name = file.relative_to(folder).as_posix()
        try:
            article = read_article(file, folder, figures)
        except ArticleError as error:
            findings.append(Finding(name, str(error).removeprefix(f"{name}: ")))
            continue
        articles.append(article)
        findings += [Finding(name, message) for message in (*_prose(article, *split_article(file, name)),)]
    for check in (_missing, _unlike, _shared_questions):
        findings += check(articles)
    findings += _dead_references(articles, tools)
    return sorted(findings)


def _prose(article: Article, head: str, body: str) -> Iterator[str]:
    """Numbers typed in prose, and sentences that are hard to read."""
    short_answer = head.partition("short_answer:")[2]
    for part in (article.title, short_answer, body):
        typed = _LIST_NUMBER.sub("", PLACEHOLDER.sub("", part))
        if number := re.search(r"\S*\d\S*", typed):
            yield f"the number {number.group()!r} is typed in prose: use a placeholder or words"
            break
    most = MOST_WORDS[article.language]
    for sentence in (*_sentences(article.short_answer), *_sentences("\n\n".join(article.sections()))):
        if (words := len(sentence.split())) > most:
            yield f"a sentence of {words} words, at most {most} are easy to read: {sentence[:60]!r}"
    if (count := len(_sentences(article.short_answer))) > MOST_SENTENCES:
        yield f"short_answer: {count} sentences, at most {MOST_SENTENCES}"


def _sentences(text: str) -> list[str]:
    plain = _NOT_A_SENTENCE.sub("\n\n", text)
    return [sentence for sentence in _SENTENCE_END.split(plain) if sentence.strip(" .\n")]


def _missing(articles: Iterable[Article]) -> Iterator[Finding]:
    """Languages and countries that an article does not have."""
    places: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for article in articles:
        places[article.id].add((article.language, article.country))
    for article_id, written in sorted(places.items()):
        countries = {country for _, country in written}
        if countries == {EVERYWHERE}:
            wanted = {(language, EVERYWHERE) for language in LOCALES}
        elif EVERYWHERE in countries:
            yield Finding(f"*/*/{article_id}.md", "is written for all and for single countries: choose one")
            continue
        else:
            wanted = {(language, country) for country, spoken in SPOKEN_IN.items() for language in spoken}
        for language, country in sorted(wanted - written):
            yield Finding(f"{language}/{country}/{article_id}.md", "is missing: write this version")


def _unlike(articles: Iterable[Article]) -> Iterator[Finding]:
    """Versions of one article that say different things about themselves."""
    versions: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        versions[article.id].append(article)
    for several in versions.values():
        first = next((one for one in several if one.language == "en"), several[0])
        for other in several:
            for field in _SHARED:
                # A tool or an audience may exist in one country only.
                if other.country == first.country and getattr(other, field) != getattr(first, field):
                    yield Finding(f"{other.key}.md", f"{field}: differs from {first.key}.md")


def _shared_questions(articles: Iterable[Article]) -> Iterator[Finding]:
    """Example questions that point at two articles."""
    owners: dict[tuple[str, str], dict[str, Article]] = defaultdict(dict)
    for article in articles:
        for question in article.questions:
            words = " ".join(re.findall(r"\w+", question.casefold()))
            owners[article.language, words].setdefault(article.id, article)
    for (_, words), owning in owners.items():
        if len(owning) > 1:
            first, *others = owning.values()
            yield Finding(f"{first.key}.md", f"the question {words!r} is one of {others[0].key}.md too")


def _dead_references(articles: Iterable[Article], tools: Collection[str]) -> Iterator[Finding]:
    """Links to articles and tools that do not exist."""
    known = {article.id for article in articles}
    for article in articles:
        for reference in article.references():
            if reference not in known:
                yield Finding(f"{article.key}.md", f"leads to the article {reference!r}, which does not exist")
        for tool in article.related_tools:
            if tool not in tools:
                yield Finding(f"{article.key}.md", f"related_tools: there is no tool {tool!r}")
