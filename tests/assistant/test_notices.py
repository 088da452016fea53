"""Which answers tell which notices."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from langchain_core.messages import AIMessage, BaseMessage

from assistant.agent import Findings
from assistant.conversation import Message, Reply, ToolUse
from assistant.models.scripted import ScriptedChatModel
from assistant.notices import UPDATES, asks_for_updates, tell, topics_of
from assistant.replies.catalogue import say
from knowledge.articles import TOPICS, Topic
from tests.assistant.conftest import Converse, call
from tests.assistant.support import Library, passage
from tools.catalogue import ALL_TOOLS
from tools.context import LANGUAGES, FrozenClock, Language
from tools.database import SessionFactory
from tools.notices import NoticeKind, Notices, NoticeView
from tools.results import KnowledgeAnswer, ToolResult

SINCE = datetime(2026, 11, 22, 8, tzinfo=UTC)
REMINDER = "What does a reminder cost?"


def notice(text: str, *topics: Topic, kind: NoticeKind = "disruption") -> NoticeView:
    return NoticeView(id=1, kind=kind, topics=topics, text=text, language="en", starts_at=SINCE, ends_at=None)


def found(tool: str, result: ToolResult | None = None) -> Findings:
    """One tool was called."""
    return Findings(calls=[(ToolUse(tool, {}, "ok"), result)])


def read(*article_ids: str) -> Findings:
    """These articles were found, the best first."""
    passages = tuple(passage("It is so.", article_id=article_id) for article_id in article_ids)
    return found("search_knowledge", KnowledgeAnswer(question="?", passages=passages))


def told(
    findings: Findings,
    *notices: NoticeView,
    text: str = "The answer.",
    language: Language = "en",
    history: Sequence[Message] = (),
) -> str:
    """What the customer reads."""
    reply = Reply(text, language)
    tell(reply, findings, notices, history)
    return reply.text


class TestTopics:
    @pytest.mark.parametrize(
        ("tool", "topic"),
        [
            ("get_balance", "portal"),
            ("list_letters", "letters"),
            ("start_payment", "paying"),
            ("postpone_due_date", "due-dates"),
            ("set_refund_account", "refunds"),
            ("authorize_person", "acting-for-others"),
            ("dispute_invoice", "disputes"),
            ("get_contact", "contact"),
        ],
    )
    def test_of_a_tool(self, tool: str, topic: Topic) -> None:
        assert topics_of(found(tool)) == {topic}

    def test_every_tool_has_one_except_the_search(self) -> None:
        without = {tool.name for tool in ALL_TOOLS if not topics_of(found(tool.name))}
        assert without == {"search_knowledge"}
        assert {topic for tool in ALL_TOOLS for topic in topics_of(found(tool.name))} <= set(TOPICS)

    def test_of_an_answer_are_those_of_its_first_article(self) -> None:
        first, second = passage("a"), passage("b").model_copy(update={"topic": "safety"})
        answer = KnowledgeAnswer(question="?", passages=(first, second))
        assert topics_of(found("search_knowledge", answer)) == {"fees"}

    def test_of_a_search_that_found_nothing_there_is_none(self) -> None:
        assert topics_of(found("search_knowledge", KnowledgeAnswer(question="?", passages=()))) == set()
        assert topics_of(found("search_knowledge", None)) == set()
        assert topics_of(Findings()) == set()

    def test_of_several_tools_are_those_of_all(self) -> None:
        both = Findings(calls=[*found("get_balance").calls, *read("fees").calls])
        assert topics_of(both) == {"portal", "fees"}


class TestTelling:
    def test_what_bears_on_the_answer_comes_before_it(self) -> None:
        text = told(found("start_payment"), notice("Cards fail.", "paying"))
        assert text == "Please note: Cards fail.\n\nThe answer."

    def test_what_bears_on_something_else_or_on_nothing_is_not_told(self) -> None:
        others = (notice("Letters are late.", "letters"), notice("We have moved."))
        assert told(found("start_payment"), *others) == "The answer."

    def test_news_is_called_news_and_the_order_stays(self) -> None:
        both = (notice("Cards fail.", "paying"), notice("Apple Pay works.", "fees", "paying", kind="news"))
        assert told(found("start_payment"), *both) == (
            "Please note: Cards fail.\n\nNews: Apple Pay works.\n\nThe answer."
        )

    def test_a_notice_alone_where_the_answer_has_no_words(self) -> None:
        assert told(found("hand_off"), notice("We are few.", "contact"), text="") == "Please note: We are few."

    def test_not_again_in_a_conversation_that_has_it(self) -> None:
        cards, banks = notice("Cards fail.", "paying"), notice("Banks are slow.", "paying")
        history = (Message("assistant", "Please note: Cards fail.\n\nThe answer."),)
        assert told(found("start_payment"), cards, history=history) == "The answer."
        assert told(found("start_payment"), cards, banks, history=history) == (
            "Please note: Banks are slow.\n\nThe answer."
        )


class TestAskedForUpdates:
    def test_all_are_told_whatever_they_bear_on(self) -> None:
        text = told(read(UPDATES), notice("Cards fail.", "paying"), notice("We have moved.", kind="news"))
        assert text == "Please note: Cards fail.\n\nNews: We have moved.\n\nThe answer."

    def test_what_was_told_is_told_again(self) -> None:
        history = (Message("assistant", "Please note: Cards fail."),)
        assert told(read(UPDATES), notice("Cards fail.", "paying"), history=history).startswith("Please note: Cards")

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_that_there_is_nothing_is_said(self, language: Language) -> None:
        assert told(read(UPDATES), language=language) == f"{say('notices-none', language)}\n\nThe answer."

    def test_only_where_the_first_article_is_that_of_updates(self) -> None:
        assert asks_for_updates(read(UPDATES, "fees"))
        assert not asks_for_updates(read("fees", UPDATES))
        assert told(read("fees", UPDATES)) == "The answer."


class TestInATurn:
    @pytest.fixture
    def board(self, sessions: SessionFactory) -> Notices:
        """The notices that the turns read."""
        return Notices(sessions)

    async def test_the_notice_is_told_once(self, converse: Converse, board: Notices, clock: FrozenClock) -> None:
        await add(board, clock, "The site is slow.", "fees")
        thread = await converse(searching())
        first, second = await thread.say(REMINDER), await thread.say(f"{REMINDER} Again, please.")
        assert first.text == f"Please note: The site is slow.\n\n{Library.ANSWER}"
        assert second.text == Library.ANSWER

    async def test_a_new_conversation_tells_it_again(
        self, converse: Converse, board: Notices, clock: FrozenClock
    ) -> None:
        await add(board, clock, "The site is slow.", "fees")
        for _ in range(2):
            assert "The site is slow." in (await (await converse(searching())).say(REMINDER)).text

    @pytest.mark.parametrize(
        "given",
        [
            {"country": "SE"},
            {"channel": "portal"},
            {"starts_at": SINCE + timedelta(days=1)},
            {"ends_at": SINCE + timedelta(minutes=1)},
        ],
    )
    async def test_not_one_for_others_elsewhere_or_another_time(
        self, converse: Converse, board: Notices, clock: FrozenClock, given: dict[str, Any]
    ) -> None:
        await add(board, clock, "The site is slow.", "fees", **given)
        assert (await (await converse(searching())).say(REMINDER)).text == Library.ANSWER

    async def test_it_is_told_in_the_language_of_the_answer(
        self, converse: Converse, board: Notices, clock: FrozenClock
    ) -> None:
        await add(board, clock, "The site is slow.", "fees", fi="Palvelu on hidas.")
        thread = await converse(searching(), language="fi")
        reply = await thread.say("Paljonko maksumuistutus maksaa?")
        assert (reply.language, reply.text.split("\n")[0]) == ("fi", "Häiriötiedote: Palvelu on hidas.")

    async def test_small_talk_tells_none(self, converse: Converse, board: Notices, clock: FrozenClock) -> None:
        await add(board, clock, "The site is slow.", *TOPICS)
        thread = await converse(ScriptedChatModel(script=lambda _: AIMessage("Hello!")))
        assert "slow" not in (await thread.say("Good morning")).text


async def add(board: Notices, clock: FrozenClock, text: str, *topics: str, fi: str = "", **given: Any) -> None:
    texts = {"en": text, "fi": fi}
    fields: dict[str, Any] = {"kind": "disruption", "starts_at": clock.now() - timedelta(hours=4), **given}
    await board.add(texts, topics=topics, **fields)


def searching() -> ScriptedChatModel:
    """A model that looks up whatever is asked."""

    def script(messages: list[BaseMessage]) -> AIMessage:
        if messages[-1].type == "tool":
            return AIMessage("")
        return call("search_knowledge", question="What does a reminder cost?")

    return ScriptedChatModel(script=script)
