"""No language model: the router and the rules decide, and what they leave open is a question with buttons."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence

import pytest
from langchain_core.language_models import BaseChatModel

from assistant.models import routed
from assistant.models.factory import open_models
from assistant.replies.catalogue import keys, say
from assistant.replies.limited import _KEYS, pressed_choice
from assistant.settings import Settings
from assistant.understanding.choices import BY_NAME, CHOICES, Choice
from tests.assistant.conftest import Converse
from tests.assistant.support import Library
from tools.context import LANGUAGES, Language


@pytest.fixture
async def nobody() -> AsyncIterator[BaseChatModel]:
    async with open_models(Settings(llm_model="none")) as (model,):
        yield model


@pytest.fixture
def left_open(monkeypatch: pytest.MonkeyPatch) -> list[Choice]:
    """What every message may be about, for tests to fill."""
    choices: list[Choice] = []

    def possible(routes: Sequence[str], situation: object) -> list[Choice]:
        return choices

    monkeypatch.setattr(routed, "possible_choices", possible)
    return choices


class TestWhatIsClear:
    async def test_is_done_as_ever(self, converse: Converse, nobody: BaseChatModel) -> None:
        thread = await converse(nobody)
        assert "639.60" in (await thread.say("What do I owe?")).text
        asked = await thread.say(say("suggest-postpone", "en"))
        assert asked.pending is not None
        await thread.say("1001")
        assert (await thread.say("10 December")).proposal is not None

    async def test_is_answered_from_the_articles(self, converse: Converse, nobody: BaseChatModel) -> None:
        reply = await (await converse(nobody)).say("What does a reminder cost?")
        assert (reply.text, len(reply.citations)) == (Library.ANSWER, 1)

    async def test_goes_to_a_person(self, converse: Converse, nobody: BaseChatModel) -> None:
        assert (await (await converse(nobody)).say("Let me talk to a human")).handoff is not None

    async def test_costs_nothing(self, converse: Converse, nobody: BaseChatModel) -> None:
        usage = (await (await converse(nobody)).say("What do I owe?")).usage
        assert (usage.asked_model, usage.tokens_in, usage.tokens_out) == (0, 0, 0)


class TestWhatIsLeftOpen:
    async def test_is_asked_with_the_likeliest_as_buttons(
        self, converse: Converse, nobody: BaseChatModel, left_open: list[Choice]
    ) -> None:
        left_open += [BY_NAME[name] for name in ("pay", "plan", "change_plan", "postpone")]
        asked = await (await converse(nobody)).say("xyzzy")
        assert asked.text.startswith(say("not-understood", "en"))
        labels = [say(key, "en") for key in ("suggest-pay", "suggest-plan", "suggest-postpone", "person-button")]
        assert [button["label"] for button in asked.quick_replies] == labels

    async def test_tells_once_that_this_is_a_limited_mode(
        self, converse: Converse, nobody: BaseChatModel, left_open: list[Choice]
    ) -> None:
        left_open += [BY_NAME["pay"], BY_NAME["plan"]]
        thread = await converse(nobody, language="sv")
        told = say("limited-today", "sv")
        assert (await thread.say("xyzzy")).text.endswith(told)
        assert told not in (await thread.say("plugh")).text

    async def test_is_searched_where_it_may_be_a_question(
        self, converse: Converse, nobody: BaseChatModel, left_open: list[Choice]
    ) -> None:
        left_open += [BY_NAME["pay"], BY_NAME["question"]]
        unknown = await (await converse(nobody)).say("xyzzy")
        assert [use.name for use in unknown.tools] == ["search_knowledge"]
        assert unknown.text.startswith(say("not-understood", "en"))
        labels = [button["label"] for button in unknown.quick_replies]
        assert labels == [say("suggest-pay", "en"), say("person-button", "en")]

    async def test_that_is_small_talk_is_greeted_with_the_truth(
        self, converse: Converse, nobody: BaseChatModel, left_open: list[Choice]
    ) -> None:
        left_open += [BY_NAME["smalltalk"], BY_NAME["question"]]
        reply = await (await converse(nobody, language="fi")).say("Moikka vaan")
        assert reply.text == f"{say('smalltalk', 'fi')} {say('limited-today', 'fi')}"
        assert len(reply.quick_replies) > 3


class TestTheButtons:
    @pytest.mark.parametrize("language", LANGUAGES)
    async def test_mean_what_they_say(self, converse: Converse, nobody: BaseChatModel, language: Language) -> None:
        for name, key in _KEYS.items():
            assert pressed_choice(say(key, language)) == name
        reply = await (await converse(nobody, language=language)).say(say("suggest-letters", language))
        assert [use.name for use in reply.tools] == ["list_letters"]

    def test_exist_for_every_choice_with_a_tool_but_the_question(self) -> None:
        assert _KEYS.keys() == {choice.name for choice in CHOICES if choice.tool} - {"question"}
        assert set(_KEYS.values()) <= keys("en")
