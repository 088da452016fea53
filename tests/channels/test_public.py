"""What anybody may read as JSON; opening hours and notices together with their pages."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime

import httpx
import pytest
from sqlalchemy import text

from channels.portal import examples
from channels.portal.public import FoundArticle, ServiceHours
from tests.channels.conftest import Start
from tests.channels.html_pages import main
from tests.channels.portal import API, Portal, assert_problem
from tools.database import SessionFactory
from tools.notices import Notices, NoticeView

MONDAY = date(2026, 11, 23)


pytestmark = pytest.mark.usefixtures("whole_library")


@pytest.fixture
async def notices(sessions: SessionFactory) -> AsyncIterator[Notices]:
    """Notices that are gone after the test: the database is that of all tests of the channels."""
    yield Notices(sessions)
    async with sessions.begin() as session:
        await session.execute(text("DELETE FROM notice"))


class TestArticles:
    async def test_are_found_without_a_sign_in(self, portal: Portal) -> None:
        visitor = await portal.browser()
        answer = await visitor.get("/articles", question="paljonko muistutus maksaa", language="fi")
        assert answer.status_code == 200
        found = answer.json()["articles"]
        assert {"id", "topic", "title", "short_answer", "url", "language", "fallback"} == set(found[0])
        assert "fees" in [one["id"] for one in found]
        assert (await visitor.http.get(found[0]["url"])).status_code == 200

    async def test_in_another_language_than_asked_say_so(self, portal: Portal) -> None:
        visitor = await portal.browser()
        asked = {"question": "mitä purring maksaa Norjassa, reminder fee", "language": "fi", "country": "NO"}
        found = (await visitor.get("/articles", **asked)).json()["articles"]
        assert ("fees", "en", True) in [(one["id"], one["language"], one["fallback"]) for one in found]
        assert all(one["fallback"] == (one["language"] != "fi") for one in found)

    async def test_are_none_when_nothing_answers(self, portal: Portal) -> None:
        assert (await (await portal.browser()).get("/articles", question="?")).json() == {"articles": []}

    async def test_may_be_asked_for_at_length(self, portal: Portal) -> None:
        assert (await (await portal.browser()).get("/articles", question="ö" * 1000)).status_code == 200


class TestWhatIsWrong:
    async def test_is_a_problem_that_names_the_field(self, portal: Portal) -> None:
        visitor = await portal.browser()
        for path, wrong in (
            ("articles", "query.question: Field required"),
            (f"articles?question={'a' * 1001}", "query.question: String should have at most 1000 characters"),
            ("articles?question=a&language=xx", "query.language"),
            ("articles?question=a&country=DK", "query.country"),
            ("hours?country=DK", "query.country"),
            ("notices?channel=all", "query.channel"),
        ):
            body = assert_problem(await visitor.get(f"/{path}"), 422, "invalid_request")
            assert body["errors"][0].startswith(wrong)


class TestOpeningHours:
    async def test_are_open_on_a_working_day(self, start: Start) -> None:
        async with httpx.AsyncClient(base_url=await start(worker=False, today=MONDAY), trust_env=False) as http:
            page = (await http.get("/help/en/hours?country=SE")).text
            assert page.count('data-open="true"') == 2
            assert main(page).count("Open now") == 2
            body = (await http.get(f"{API}/hours?country=SE&language=sv")).json()
            assert [line["open_now"] for line in body["lines"]] == [True, True]
            assert body["lines"][0]["expected_answer_text"] == "i dag kl. 13:10"

    async def test_are_closed_on_a_sunday_and_say_when_they_begin(self, portal: Portal) -> None:
        http = (await portal.browser()).http
        said = main((await http.get("/help/fi/hours")).text)
        assert said.count("Nyt suljettu") == 2
        assert "Avautuu maanantaina 23.11. klo 8" in said
        assert "10–13 ja 15.30–16.30" in said
        assert "vuorokauden" in said

    async def test_tell_the_days_that_are_different(self, portal: Portal) -> None:
        http = (await portal.browser()).http
        said = main((await http.get("/help/nb/hours?country=NO")).text)
        assert "Fredag 25. desember stengt stengt" in said
        assert "26. desember" not in said  # a Saturday: closed as always


class TestNews:
    async def test_are_told_while_they_last(self, portal: Portal, notices: Notices) -> None:
        http = (await portal.browser()).http
        began = datetime(2026, 11, 20, 8, tzinfo=UTC)
        await notices.add(
            {"en": "The phone is <b>busy</b>.", "fi": "Puhelin on ruuhkainen."},
            kind="disruption",
            country="FI",
            channel="chat",
            starts_at=began,
        )
        await notices.add({"en": "Older."}, kind="news", starts_at=began, ends_at=datetime(2026, 11, 21, tzinfo=UTC))
        page = (await http.get("/help/en/news?country=FI")).text
        assert "The phone is &lt;b&gt;busy&lt;/b&gt;." in page
        assert "Disruption" in main(page)
        assert "Since 20 November 2026" in main(page)
        assert "Older." not in page
        assert "Puhelin on ruuhkainen." in (await http.get("/help/fi/news")).text
        assert "Inga kända störningar" in (await http.get("/help/sv/news")).text

        [told] = (await http.get(f"{API}/notices?language=fi&country=FI&channel=chat")).json()
        assert (told["kind"], told["text"], told["language"]) == ("disruption", "Puhelin on ruuhkainen.", "fi")
        assert (await http.get(f"{API}/notices?language=fi&country=FI&channel=portal")).json() == []
        assert len((await http.get(f"{API}/notices?language=fi")).json()) == 1


@pytest.mark.parametrize(
    ("model", "example"),
    [(FoundArticle, examples.ARTICLE), (ServiceHours, examples.HOURS), (NoticeView, examples.NOTICE)],
)
def test_answers_are_as_the_examples(
    model: type[FoundArticle | ServiceHours | NoticeView], example: dict[str, object]
) -> None:
    assert model.model_validate(example).model_dump(mode="json") == example
