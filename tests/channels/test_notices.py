"""Notices on the real database, and ``assistant notices``."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest

from assistant.cli import main
from channels import database
from channels.commands import out
from tests.conftest import TODAY, new_database
from tools.context import STOCKHOLM, FrozenClock
from tools.database import SessionFactory, conninfo, make_engine, make_session_factory
from tools.ledger import demo
from tools.notices import LONGEST_NOTICE, NoticeError, Notices, NoticeView

NOW = FrozenClock(TODAY).now()
HOUR = timedelta(hours=1)
INSTANT = timedelta(microseconds=1)
TEXTS = {"en": "Card payments fail.", "fi": "Korttimaksut eivät toimi."}


class Board:
    """Where notices are put up and read, with what a test does not care about filled in."""

    def __init__(self, sessions: SessionFactory) -> None:
        self.notices = Notices(sessions)

    async def put(self, text: str = TEXTS["en"], **given: Any) -> int:
        fields: dict[str, Any] = {"texts": {"en": text}, "kind": "disruption", "starts_at": NOW - HOUR, **given}
        return await self.notices.add(**fields)

    async def read(self, at: datetime = NOW, **given: Any) -> list[NoticeView]:
        wanted: dict[str, Any] = {"country": "FI", "language": "en", **given}
        return await self.notices.current(at, **wanted)

    async def texts(self, at: datetime = NOW, **given: Any) -> list[str]:
        return [notice.text for notice in await self.read(at, **given)]


@pytest.fixture
def board(sessions: SessionFactory) -> Board:
    """An empty board."""
    return Board(sessions)


class TestWhenItIsTold:
    async def test_from_its_first_moment_until_before_its_last(self, board: Board) -> None:
        await board.put(starts_at=NOW, ends_at=NOW + HOUR)
        told = [bool(await board.texts(at)) for at in (NOW - INSTANT, NOW, NOW + HOUR - INSTANT, NOW + HOUR)]
        assert told == [False, True, True, False]

    async def test_until_somebody_ends_it_where_no_end_is_known(self, board: Board) -> None:
        number = await board.put()
        assert await board.texts(NOW + timedelta(days=3650))
        await board.notices.end(number, NOW)
        assert await board.texts(NOW - INSTANT)
        assert await board.texts(NOW) == []

    async def test_a_time_is_the_same_moment_in_every_zone(self, board: Board) -> None:
        await board.put(starts_at=NOW.astimezone(STOCKHOLM), ends_at=NOW + HOUR)
        (notice,) = await board.read()
        assert (notice.starts_at, notice.ends_at) == (NOW, NOW + HOUR)


class TestToWhom:
    async def test_those_of_the_customers_country_and_of_all(self, board: Board) -> None:
        for country in ("all", "FI", "SE", "NO"):
            await board.put(country, country=country)
        assert {country: set(await board.texts(country=country)) for country in ("FI", "SE", "NO")} == {
            "FI": {"all", "FI"},
            "SE": {"all", "SE"},
            "NO": {"all", "NO"},
        }

    async def test_those_of_the_channel_and_of_all(self, board: Board) -> None:
        for channel in ("all", "portal", "chat"):
            await board.put(channel, channel=channel)
        assert set(await board.texts(channel="portal")) == {"all", "portal"}
        assert set(await board.texts(channel="chat")) == {"all", "chat"}
        assert set(await board.texts()) == {"all", "portal", "chat"}

    async def test_in_their_language_or_in_english(self, board: Board) -> None:
        await board.put(texts=TEXTS)
        (finnish,) = await board.read(language="fi")
        (norwegian,) = await board.read(language="nb")
        assert (finnish.text, finnish.language) == (TEXTS["fi"], "fi")
        assert (norwegian.text, norwegian.language) == (TEXTS["en"], "en")

    async def test_disruptions_first_then_the_newest(self, board: Board) -> None:
        for text, kind, hours in (("a", "news", 1), ("b", "disruption", 3), ("c", "disruption", 2), ("d", "news", 4)):
            await board.put(text, kind=kind, starts_at=NOW - hours * HOUR)
        assert await board.texts() == ["c", "b", "a", "d"]


class TestEnding:
    async def test_one_to_come_is_removed(self, board: Board) -> None:
        number = await board.put(starts_at=NOW + HOUR)
        await board.notices.end(number, NOW)
        assert await board.notices.all() == []

    async def test_an_end_to_come_is_brought_forward(self, board: Board) -> None:
        number = await board.put(ends_at=NOW + HOUR)
        await board.notices.end(number, NOW)
        (notice,) = await board.notices.all()
        assert notice.ends_at == NOW

    async def test_what_has_ended_cannot_be_ended_again(self, board: Board) -> None:
        number = await board.put(ends_at=NOW)
        with pytest.raises(NoticeError, match=f"no notice {number} that could be ended"):
            await board.notices.end(number, NOW)

    @pytest.mark.parametrize("starts_at", [NOW - HOUR, NOW + HOUR])
    async def test_of_two_at_once_one_is_told_that_it_came_late(self, board: Board, starts_at: datetime) -> None:
        number = await board.put(starts_at=starts_at)
        both = (board.notices.end(number, NOW) for _ in range(2))
        assert {type(ended) for ended in await asyncio.gather(*both, return_exceptions=True)} == {
            type(None),
            NoticeError,
        }


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        ("given", "words"),
        [
            ({"texts": {"en": "x", "da": "x"}}, "unknown language 'da'; known: en, fi, sv, nb"),
            ({"kind": "rumour"}, "unknown kind 'rumour'; known: news, disruption"),
            ({"country": "DK"}, "unknown country 'DK'; known: all, FI, SE, NO"),
            ({"channel": "radio"}, "unknown channel 'radio'; known: all, portal, chat"),
            ({"topics": ["paying", "weather"]}, "unknown topic 'weather'; known: letters, fees"),
            ({"texts": {"fi": "x"}}, "an English text is needed"),
            ({"texts": {"en": " \n "}}, "an English text is needed"),
            ({"texts": {"en": "x", "sv": "y" * (LONGEST_NOTICE + 1)}}, "the text in 'sv' is longer than 300"),
            ({"ends_at": NOW - HOUR}, "must end after it starts"),
        ],
    )
    async def test_is_told_clearly_and_nothing_is_kept(self, board: Board, given: dict[str, Any], words: str) -> None:
        with pytest.raises(NoticeError) as refused:
            await board.put(**given)
        assert words in str(refused.value)
        assert await board.notices.all() == []

    async def test_the_longest_text_is_none_of_it(self, board: Board) -> None:
        await board.put("x" * LONGEST_NOTICE)
        assert await board.texts() == ["x" * LONGEST_NOTICE]


async def test_a_text_is_one_line_and_a_topic_is_kept_once(board: Board) -> None:
    await board.put(" Card\npayments\x00 fail. ", topics=["paying", "fees", "paying"])
    (notice,) = await board.read()
    assert (notice.text, notice.topics) == ("Card payments fail.", ("paying", "fees"))


def test_a_database_from_before_notices_gets_them_and_keeps_its_rows(postgres: str) -> None:
    url = new_database(postgres, "myropo_before_notices")
    database.upgrade(url, "0002")
    with psycopg.connect(conninfo(url)) as connection:
        assert connection.execute("SELECT to_regclass('notice')").fetchone() == (None,)
    asyncio.run(_fill_ledger(url))
    database.upgrade(url)
    assert not asyncio.run(database.seed_demo(url, TODAY))
    assert asyncio.run(_put_and_read(url)) == [TEXTS["en"]]


async def _fill_ledger(url: str) -> None:
    engine = make_engine(url)
    async with make_session_factory(engine).begin() as session:
        await demo.seed(session, TODAY)
    await engine.dispose()


async def _put_and_read(url: str) -> list[str]:
    engine = make_engine(url)
    board = Board(make_session_factory(engine))
    await board.put()
    texts = await board.texts()
    await engine.dispose()
    return texts


Run = Callable[..., tuple[int, str]]


class TestTheCommands:
    @pytest.fixture
    def run(
        self, database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> Run:
        """Runs the console script, and gives its exit code and what it printed."""
        monkeypatch.setenv("DATABASE_URL", database_url)
        monkeypatch.setenv("DATA_DIR", str(tmp_path))
        monkeypatch.setenv("TODAY", TODAY.isoformat())
        monkeypatch.setattr(out, "width", 160)

        def run(*arguments: str) -> tuple[int, str]:
            monkeypatch.setattr(sys, "argv", ["assistant", "notices", *arguments])
            with pytest.raises(SystemExit) as ended:
                main()
            printed = capsys.readouterr()
            return int(ended.value.code or 0), printed.out + printed.err

        return run

    def test_what_is_added_is_listed_until_it_is_ended(self, run: Run) -> None:
        more = ("--country", "FI", "--about", "paying", "--about", "refunds", "--starts", "2026-11-22 09:00")
        assert run("add", "--en", "Card payments fail.", *more) == (0, "Notice 1 was added.\n")
        listed = run("list")[1]
        for words in ("in force", "disruption", "FI", "paying, refunds", "2026-11-22 09:00", "Card payments fail."):
            assert words in listed
        assert run("end", "1") == (0, "Notice 1 was ended.\n")
        assert "over" in run("list")[1]

    def test_without_any_the_list_says_so(self, run: Run) -> None:
        assert run("list") == (0, "There are no notices.\n")

    def test_times_are_swedish_and_the_newest_comes_first(self, run: Run, database_url: str) -> None:
        run("add", "--en", "Old", "--kind", "news")
        run("add", "--en", "Later", "--starts", "2026-12-01 08:00", "--ends", "2026-12-01T12:30")
        listed = run("list")[1]
        assert listed.index("Later") < listed.index("Old")
        for words in ("to come", "2026-12-01 08:00", "2026-12-01 12:30"):
            assert words in listed
        with psycopg.connect(conninfo(database_url)) as connection:
            (row,) = connection.execute("SELECT starts_at, ends_at FROM notice WHERE id = 2").fetchall()
        assert row == (datetime(2026, 12, 1, 7, tzinfo=UTC), datetime(2026, 12, 1, 11, 30, tzinfo=UTC))

    def test_the_texts_of_all_languages_are_kept(self, run: Run, database_url: str) -> None:
        run("add", "--en", "a", "--fi", "b", "--sv", "c", "--nb", "d")
        with psycopg.connect(conninfo(database_url)) as connection:
            assert connection.execute("SELECT texts FROM notice").fetchall() == [
                ({"en": "a", "fi": "b", "sv": "c", "nb": "d"},)
            ]

    @pytest.mark.parametrize(
        ("arguments", "complaint"),
        [
            (("add", "--en", "x", "--about", "weather"), "unknown topic 'weather'; known: letters, fees"),
            (("add", "--en", "x", "--kind", "rumour"), "unknown kind 'rumour'"),
            (("add", "--en", "x", "--country", "DK"), "unknown country 'DK'"),
            (("add", "--en", "x" * 301), "the text in 'en' is longer than 300 characters"),
            (("add", "--en", "x", "--ends", "2026-11-01"), "a notice must end after it starts"),
            (("end", "7"), "there is no notice 7 that could be ended; see: assistant notices list"),
        ],
    )
    def test_a_mistake_is_told_in_one_line(self, run: Run, arguments: tuple[str, ...], complaint: str) -> None:
        code, printed = run(*arguments)
        assert code == 2
        assert complaint in printed
        assert printed.count("\n") == 1
