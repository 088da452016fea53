"""The linter names what editors have forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.articles import FOLDER
from knowledge.lint import Finding, lint
from knowledge.placeholders import Figures
from tools.catalogue import EFFECTS

ARTICLE = (FOLDER / "en/all/paid-twice.md").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One article in all languages, whose links lead nowhere else."""
    for language in ("en", "fi", "sv", "nb"):
        text = (FOLDER / language / "all/paid-twice.md").read_text(encoding="utf-8")
        put(tmp_path, f"{language}/all/paid-twice.md", text.replace("(article:", "(/help/"))
    return tmp_path


def put(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def change(folder: Path, old: str, new: str, name: str = "en/all/paid-twice.md") -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    put(folder, name, text.replace(old, new, 1))


def found(figures: Figures, folder: Path) -> list[Finding]:
    return lint(figures, EFFECTS, folder)


def messages(figures: Figures, folder: Path) -> str:
    return "\n".join(str(finding) for finding in found(figures, folder))


def test_a_complete_article_is_fine(figures: Figures, folder: Path) -> None:
    assert found(figures, folder) == []


def test_an_article_in_one_language_is_asked_for_in_the_others(figures: Figures, tmp_path: Path) -> None:
    put(
        tmp_path,
        "fi/all/paid-twice.md",
        (FOLDER / "fi/all/paid-twice.md").read_text(encoding="utf-8").replace("(article:", "(/"),
    )
    assert [finding.file for finding in found(figures, tmp_path)] == [
        f"{language}/all/paid-twice.md" for language in ("en", "nb", "sv")
    ]


def test_an_article_of_one_country_is_asked_for_in_the_others(figures: Figures, tmp_path: Path) -> None:
    text = (FOLDER / "en/FI/fees.md").read_text(encoding="utf-8").replace("(article:", "(/help/")
    put(tmp_path, "en/FI/fees.md", text)
    assert [finding.file for finding in found(figures, tmp_path)] == [
        f"{place}/fees.md" for place in ("en/NO", "en/SE", "fi/FI", "nb/NO", "sv/FI", "sv/SE")
    ]


def test_every_wrong_file_is_named_and_not_only_the_first(figures: Figures, folder: Path) -> None:
    for language in ("en", "nb"):
        change(folder, "topic: refunds", "topic: cats", f"{language}/all/paid-twice.md")
    assert {f.file[:2] for f in found(figures, folder) if "topic" in f.message} == {"en", "nb"}


@pytest.mark.parametrize(
    ("addition", "message"),
    [
        ("\nSee [fees](article:cats).", "'cats', which does not exist"),
        ("\nIt takes 14 days.", "the number '14' is typed in prose"),
        (f"\n{'word ' * 26}end.", "a sentence of 27 words"),
    ],
)
def test_what_an_editor_adds_is_looked_at(figures: Figures, folder: Path, addition: str, message: str) -> None:
    put(folder, "en/all/paid-twice.md", (folder / "en/all/paid-twice.md").read_text(encoding="utf-8") + addition)
    assert message in messages(figures, folder)


@pytest.mark.parametrize("harmless", ["\n1. Log in.\n2. Ask.", "\nThe fee is {{ fee reminder.consumer FI }}."])
def test_numbers_of_lists_and_placeholders_are_no_typed_numbers(figures: Figures, folder: Path, harmless: str) -> None:
    put(folder, "en/all/paid-twice.md", (folder / "en/all/paid-twice.md").read_text(encoding="utf-8") + harmless)
    assert found(figures, folder) == []


def test_a_tool_that_does_not_exist_is_named(figures: Figures, folder: Path) -> None:
    change(folder, "related_tools: [", "related_tools: [feed_cats, ")
    assert "there is no tool 'feed_cats'" in messages(figures, folder)


def test_versions_of_one_article_agree_about_themselves(figures: Figures, folder: Path) -> None:
    change(folder, "topic: refunds", "topic: fees", "nb/all/paid-twice.md")
    assert messages(figures, folder) == "nb/all/paid-twice.md: topic: differs from en/all/paid-twice.md"


def test_a_question_that_points_at_two_articles_is_named(figures: Figures, folder: Path) -> None:
    for language in ("en", "fi", "sv", "nb"):
        text = (FOLDER / language / "all/login.md").read_text(encoding="utf-8").replace("(article:", "(/help/")
        put(folder, f"{language}/all/login.md", text)
    question = ARTICLE.partition("questions:\n  - ")[2].partition("\n")[0]
    text = (folder / "en/all/login.md").read_text(encoding="utf-8")
    first = text.partition("questions:\n  - ")[2].partition("\n")[0]
    put(folder, "en/all/login.md", text.replace(f"  - {first}\n", f"  - {question.upper()}?\n", 1))
    assert "is one of" in messages(figures, folder)


def test_a_short_answer_of_four_sentences_is_long(figures: Figures, folder: Path) -> None:
    change(folder, "short_answer: >-\n", "short_answer: >-\n  One is. Two are. Three are. Four are.\n")
    assert "at most 3" in messages(figures, folder)
