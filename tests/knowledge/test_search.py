"""Search finds the right article in the customer's own words, and nothing for what is none of our business."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from evals.knowledge.measure import ask_all
from evals.knowledge.questions import MEASURING, load_questions
from knowledge.articles import FOLDER, ArticleError, Audience, load_articles
from knowledge.building import build
from knowledge.embedding import MAX_CHARACTERS, clean
from knowledge.entries import all_entries
from knowledge.fusion import load_fusion
from knowledge.index import open_index
from knowledge.placeholders import Figures
from knowledge.search import KnowledgeBase, Passage, Searcher, open_knowledge
from tests.conftest import TODAY


async def ask(
    knowledge: KnowledgeBase,
    question: str,
    language: str = "en",
    country: str = "FI",
    on: date = TODAY,
    audience: Audience = "consumer",
) -> list[Passage]:
    return await knowledge.search(question, language=language, country=country, audience=audience, on=on)


@pytest.fixture(scope="module")
def searcher(built: Path) -> Searcher:
    return Searcher(open_index(built).read(), load_fusion())


class TestFinding:
    """The right article, or none."""

    # Below what is measured (see docs/benchmarks.md), so that only a real loss fails.
    @pytest.mark.slow
    @pytest.mark.parametrize("language", ["en", "fi", "sv", "nb"])
    def test_questions_it_has_not_seen_find_their_article(self, searcher: Searcher, language: str) -> None:
        questions = [question for question in load_questions(MEASURING) if question.lang == language]
        outcomes = ask_all(searcher, questions, TODAY)
        on_topic = [outcome for outcome in outcomes if outcome.question.expect]
        off_topic = [outcome for outcome in outcomes if not outcome.question.expect]
        assert sum(outcome.is_right for outcome in on_topic) >= 0.8 * len(on_topic)
        assert sum(outcome.is_among for outcome in on_topic) >= 0.88 * len(on_topic)
        assert sum(bool(outcome.found) for outcome in off_topic) <= 0.2 * len(off_topic)
        assert all(outcome.cited for outcome in outcomes if outcome.found)

    async def test_a_passage_can_be_cited(self, knowledge: KnowledgeBase) -> None:
        best = (await ask(knowledge, "what does a reminder cost"))[0]
        assert (best.article_id, best.language, best.url) == ("fees", "en", "/help/en/fees?country=FI")
        assert best.topic == "fees"
        assert "€5" in best.short_answer
        assert 0.5 < best.score <= 1
        assert not best.fallback

    async def test_gives_each_article_once_and_at_most_as_many_as_wished(self, knowledge: KnowledgeBase) -> None:
        found = await knowledge.search("reminder", language="en", country="FI", on=TODAY, limit=2)
        assert len({passage.article_id for passage in found}) == len(found) == 2

    async def test_many_searches_at_once_answer_as_one_does(self, knowledge: KnowledgeBase) -> None:
        alone = await ask(knowledge, "refund")
        assert await asyncio.gather(*(ask(knowledge, "refund") for _ in range(8))) == [alone] * 8


class TestReaders:
    """Language, country and day decide which version is found."""

    @pytest.mark.parametrize(("country", "amount"), [("FI", "€5"), ("SE", "SEK\u00a060"), ("NO", "NOK\u00a035")])
    async def test_fees_are_those_of_the_customers_country(
        self, knowledge: KnowledgeBase, country: str, amount: str
    ) -> None:
        best = (await ask(knowledge, "how much is a reminder", country=country))[0]
        assert amount in best.short_answer

    async def test_a_finnish_customer_reads_finnish(self, knowledge: KnowledgeBase) -> None:
        found = await ask(knowledge, "paljonko muistutus maksaa", "fi")
        assert {(passage.language, passage.fallback) for passage in found} == {("fi", False)}

    async def test_english_stands_in_and_says_so(self, knowledge: KnowledgeBase) -> None:
        best = (await ask(knowledge, "what does a reminder cost", "fi", "SE"))[0]
        assert (best.article_id, best.language, best.fallback) == ("fees", "en", True)

    async def test_a_language_we_do_not_have_is_answered_in_english(self, knowledge: KnowledgeBase) -> None:
        best = (await ask(knowledge, "what does a reminder cost", "de"))[0]
        assert (best.language, best.fallback) == ("en", True)

    async def test_a_finland_swede_reads_of_finland_in_swedish(self, knowledge: KnowledgeBase) -> None:
        best = (await ask(knowledge, "vad kostar en påminnelse", "sv", "FI"))[0]
        assert (best.article_id, best.language, best.fallback) == ("fees", "sv", False)
        assert "5\u00a0€" in best.short_answer

    async def test_a_company_is_told_its_own_fees(self, knowledge: KnowledgeBase) -> None:
        question = "what does a reminder cost"
        found = [(await ask(knowledge, question, audience=audience))[0] for audience in ("company", "consumer")]
        assert [passage.article_id for passage in found] == ["company-fees", "fees"]

    async def test_an_article_is_not_found_before_it_is_valid(self, knowledge: KnowledgeBase) -> None:
        assert await ask(knowledge, "what does a reminder cost", on=date(2024, 12, 31)) == []

    async def test_an_unknown_country_gets_what_holds_everywhere(self, knowledge: KnowledgeBase) -> None:
        found = await ask(knowledge, "what does a reminder cost", country="DK")
        assert "fees" not in {passage.article_id for passage in found}


class TestHostileInput:
    """No text does harm."""

    @pytest.mark.parametrize("question", ["", " \n\t", "\x00", "???", "\ud800"])
    async def test_an_empty_question_finds_nothing(self, knowledge: KnowledgeBase, question: str) -> None:
        assert await ask(knowledge, question) == []

    @pytest.mark.parametrize(
        "question", ["x" * 100_000, "how much " * 20_000, "a\x00b\ud800c", "' OR 1=1 --", '{"$ne": null}', "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 🐈"]
    )
    async def test_any_text_is_survived(self, knowledge: KnowledgeBase, question: str) -> None:
        await ask(knowledge, question)

    async def test_rubbish_around_a_question_does_not_hide_it(self, knowledge: KnowledgeBase) -> None:
        best = (await ask(knowledge, "what does\x00a reminder\ud800 cost\r\n"))[0]
        assert best.article_id == "fees"

    def test_cleaning_caps_and_keeps_letters(self) -> None:
        assert clean("  erä\x00päivä \ud83d\n\n nyt ") == "erä päivä nyt"
        assert len(clean("x" * 100_000)) == MAX_CHARACTERS


class TestBuilding:
    """The index follows the articles at the least cost."""

    @pytest.fixture
    def source(self, tmp_path: Path) -> Path:
        """A folder of two articles to change."""
        folder = tmp_path / "articles"
        for name in ("en/FI/fees.md", "en/all/how-to-pay.md"):
            (folder / name).parent.mkdir(parents=True)
            shutil.copy(FOLDER / name, folder / name)
        return folder

    def test_the_vectors_of_all_articles_come_with_them(self, tmp_path: Path) -> None:
        # When this fails after an edit: assistant knowledge vectors
        assert build(tmp_path, on=TODAY).embedded == 0

    def test_unchanged_articles_cost_nothing(self, built: Path) -> None:
        report = build(built, on=TODAY)
        assert (report.entries, report.embedded, report.unchanged) == (0, 0, report.articles)

    async def test_only_the_changed_article_is_built_again(self, tmp_path: Path, source: Path) -> None:
        first = build(tmp_path, on=TODAY, articles=source)
        assert first.articles == 2
        change_fees(source)
        second = build(tmp_path, on=TODAY, articles=source)
        assert (second.unchanged, second.version != first.version) == (1, True)
        assert 0 < second.embedded <= 2
        best = (await ask(open_knowledge(tmp_path), "what does a reminder cost"))[0]
        assert best.short_answer.startswith("Our fees, in short.")

    async def test_an_article_is_found_in_the_version_that_a_reader_has_until_the_next_one(
        self, tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        build(tmp_path, on=TODAY, articles=source)
        base = open_knowledge(tmp_path)
        before = (await ask(base, "what does a reminder cost"))[0]
        change_fees(source)
        build(tmp_path, on=TODAY, articles=source)
        assert (await ask(base, "what does a reminder cost"))[0].short_answer == before.short_answer
        monkeypatch.setattr("knowledge.search._LOOK_AGAIN_SECONDS", 0)
        assert (await ask(base, "what does a reminder cost"))[0].short_answer.startswith("Our fees, in short.")

    async def test_a_build_that_breaks_off_leaves_the_old_version_in_force(
        self, tmp_path: Path, source: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        version = build(tmp_path, on=TODAY, articles=source).version
        change_fees(source)
        with monkeypatch.context() as patch:
            patch.setattr("knowledge.index.Index._remove_all_but", lambda *_: None)
            patch.setattr("knowledge.index.json.dumps", lambda *_, **__: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                build(tmp_path, on=TODAY, articles=source)
        assert open_index(tmp_path).current() == version
        assert (await ask(open_knowledge(tmp_path), "what does a reminder cost"))[0].article_id == "fees"
        assert build(tmp_path, on=TODAY, articles=source).version != version

    async def test_a_removed_article_is_not_found_any_more(self, tmp_path: Path, source: Path) -> None:
        build(tmp_path, on=TODAY, articles=source)
        (source / "en/FI/fees.md").unlink()
        build(tmp_path, on=TODAY, articles=source)
        found = await ask(open_knowledge(tmp_path), "what does a reminder cost")
        assert "fees" not in {passage.article_id for passage in found}

    async def test_a_wrong_article_leaves_the_index_as_it_was(self, tmp_path: Path, source: Path) -> None:
        build(tmp_path, on=TODAY, articles=source)
        (source / "en/FI/fees.md").write_text("no front matter", encoding="utf-8")
        with pytest.raises(ArticleError):
            build(tmp_path, on=TODAY, articles=source)
        assert (await ask(open_knowledge(tmp_path), "what does a reminder cost"))[0].article_id == "fees"

    async def test_an_empty_index_finds_nothing(self, tmp_path: Path) -> None:
        assert await ask(open_knowledge(tmp_path), "what does a reminder cost") == []

    def test_an_edit_can_be_tried_without_publishing_it(self, tmp_path: Path, source: Path, figures: Figures) -> None:
        version = build(tmp_path, on=TODAY, articles=source).version
        change_fees(source)
        index = open_index(tmp_path)
        tried = Searcher(index.prepare(all_entries(load_articles(figures, source))), load_fusion())
        best = tried.search("what does a reminder cost", "en", "FI", "consumer", TODAY)[0]
        assert best.short_answer.startswith("Our fees, in short.")
        assert index.current() == version


def change_fees(source: Path) -> None:
    """Another short answer."""
    file = source / "en/FI/fees.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("short_answer: >-\n", "short_answer: >-\n  Our fees, in short.\n"), encoding="utf-8")


class TestServer:
    """Several processes share one Chroma server."""

    @pytest.fixture
    def url(self, tmp_path: Path) -> Iterator[str]:
        """Address of a server of its own."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = [str(Path(sys.executable).parent / "chroma"), "run", "--path", str(tmp_path / "server")]
        with subprocess.Popen(
            [*command, "--host", "127.0.0.1", "--port", str(port)], stdout=subprocess.DEVNULL
        ) as server:
            try:
                wait_for(port)
                yield f"http://127.0.0.1:{port}"
            finally:
                server.terminate()

    @pytest.mark.slow
    async def test_what_one_process_builds_another_finds(self, url: str, tmp_path: Path) -> None:
        script = (
            "import sys; from datetime import date; from pathlib import Path; from knowledge.building import build;"
            "print(build(Path(sys.argv[1]), sys.argv[2], on=date.fromisoformat(sys.argv[3])).version)"
        )
        arguments = [str(tmp_path), url, TODAY.isoformat()]
        command = [sys.executable, "-c", script, *arguments]
        other = await asyncio.to_thread(subprocess.run, command, check=True, capture_output=True, text=True)
        base = open_knowledge(tmp_path, url)
        assert base.version == other.stdout.strip()
        assert (await ask(base, "what does a reminder cost"))[0].article_id == "fees"
        assert build(tmp_path, url, on=TODAY).entries == 0
        assert not (tmp_path / "chroma").exists()

    @pytest.mark.parametrize("url", ["", "chroma", "ftp://example.org", "http://"])
    def test_a_wrong_chroma_url_is_named(self, tmp_path: Path, url: str) -> None:
        with pytest.raises(ValueError, match="not the URL of a Chroma server"):
            open_index(tmp_path, url)

    def test_an_unreachable_chroma_server_is_named(self, tmp_path: Path) -> None:
        with pytest.raises(ConnectionError, match=r"127\.0\.0\.1:9"):
            open_index(tmp_path, "http://127.0.0.1:9")


def wait_for(port: int) -> None:
    """Until somebody listens."""
    for _ in range(600):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    raise TimeoutError(f"nobody listens on port {port}")
