"""Models in an order: who is asked when one fails, for how long, and what the customer hears when all do."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, ToolMessage

from assistant.models import order, routed
from assistant.models.factory import open_models
from assistant.models.order import FAILURES_IN_A_ROW, REST_SECONDS, Breaker, ModelRests
from assistant.models.scripted import ScriptedChatModel
from assistant.replies.catalogue import say
from assistant.settings import Settings
from assistant.understanding.choices import BY_NAME
from tests.assistant.conftest import Conversation, Converse, call
from tests.assistant.endpoints import Endpoint, Fault
from tests.assistant.support import Library, passage

OWED = "You owe €639.60 on four invoices."


@pytest.fixture
def endpoint(server: Endpoint) -> Endpoint:
    server.begin_anew()
    server.answer = _clerk
    return server


def _clerk(body: dict[str, Any]) -> dict[str, Any]:
    if body["messages"][-1]["role"] == "tool":
        return {"content": OWED}
    function = {"name": "list_invoices", "arguments": json.dumps({"status": "open"})}
    return {"tool_calls": [{"id": "call_1", "type": "function", "function": function}]}


@asynccontextmanager
async def models(base_url: str, fallbacks: str = "second") -> AsyncIterator[tuple[BaseChatModel, ...]]:
    settings = Settings(llm_model="first", llm_fallbacks=fallbacks, llm_base_url=base_url)
    async with open_models(settings) as opened:
        yield opened


async def fail_and_recover(thread: Conversation, endpoint: Endpoint) -> None:
    """Ask while a model fails, so often that it could be let rest, and once more when it is well."""
    for i in range(FAILURES_IN_A_ROW):
        await thread.say(f"What do I owe, {i}?")
    endpoint.faults.clear()
    await thread.say("What do I owe?")


class TestAModelThatFails:
    @pytest.mark.parametrize("fault", [500, 503, 429, 401, 400, "slow", "no json", "no choices"])
    async def test_is_followed_by_the_next(self, converse: Converse, endpoint: Endpoint, fault: Fault) -> None:
        endpoint.faults["first"] = fault
        async with models(endpoint.base_url) as both:
            reply = await (await converse(*both, seconds=4)).say("What do I owe?")
        assert reply.text == OWED
        assert reply.handoff is None
        assert {"first", "second"} == set(endpoint.asked())
        assert reply.timings_ms["total"] < 4000

    @pytest.mark.parametrize("words", ["", "  ", '<tool_call>{"name": "list_invoices"}</tool_call>', '{"name": "x"}'])
    async def test_to_say_anything_of_use_is_followed_by_the_next(
        self, converse: Converse, endpoint: Endpoint, words: str
    ) -> None:
        endpoint.answer = lambda body: {"content": words} if body["model"] == "first" else _clerk(body)
        async with models(endpoint.base_url) as both:
            reply = await (await converse(*both)).say("What do I owe?")
        assert [use.name for use in reply.tools] == ["list_invoices"]
        assert "€639.60" in reply.text

    async def test_once_the_tools_have_answered_leaves_the_words_to_code(self, converse: Converse) -> None:
        def script(messages: list[Any]) -> AIMessage:
            if isinstance(messages[-1], ToolMessage):
                raise ConnectionError("gone")
            return call("list_invoices", status="open")

        reply = await (await converse(ScriptedChatModel(script=script))).say("What do I owe?")
        assert reply.text == "You have 4 unpaid invoices, €639.60 in all. One of them is overdue."
        assert reply.handoff is None

    async def test_is_not_asked_again_in_the_same_turn(self, converse: Converse, endpoint: Endpoint) -> None:
        endpoint.faults["first"] = 500
        async with models(endpoint.base_url) as both:
            await (await converse(*both)).say("What do I owe?")
        assert endpoint.asked() == ["first", "second", "second"]

    async def test_is_followed_by_no_model_at_all_where_that_is_wished(
        self, converse: Converse, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(routed, "possible_choices", lambda *_: [BY_NAME["pay"], BY_NAME["plan"]])
        async with models("http://127.0.0.1:9/v1", "none") as both:
            asked = await (await converse(*both)).say("xyzzy")
        assert asked.handoff is None
        assert say("limited-today", asked.language) in asked.text

    async def test_every_time_is_not_waited_for_any_more(self, converse: Converse, endpoint: Endpoint) -> None:
        endpoint.faults["first"] = 500
        async with models(endpoint.base_url) as both:
            thread = await converse(*both)
            for i in range(FAILURES_IN_A_ROW + 2):
                assert (await thread.say(f"What do I owe, {i}?")).text == OWED
        assert endpoint.asked().count("first") == FAILURES_IN_A_ROW

    async def test_for_what_was_asked_is_not_taken_for_ill(self, converse: Converse, endpoint: Endpoint) -> None:
        endpoint.faults["first"] = 400
        async with models(endpoint.base_url) as both:
            await fail_and_recover(await converse(*both), endpoint)
        assert endpoint.asked()[-2:] == ["first", "first"]


class TestWhenAllFail:
    @pytest.mark.parametrize("fault", [500, 429, "slow", "no json"])
    async def test_a_person_is_brought_in_time(self, converse: Converse, endpoint: Endpoint, fault: Fault) -> None:
        endpoint.faults |= {"first": fault, "second": fault}
        async with models(endpoint.base_url) as both:
            reply = await (await converse(*both, seconds=2)).say("My radiator is cold")
        assert reply.timings_ms["total"] < 2000
        assert reply.handoff is not None
        assert reply.handoff.reason == "assistant_unavailable"
        assert reply.void_proposals

    async def test_a_dead_endpoint_brings_a_person(self, converse: Converse) -> None:
        async with models("http://127.0.0.1:9/v1") as both:
            reply = await (await converse(*both)).say("Can I see it?")
        assert reply.handoff is not None

    async def test_a_question_is_answered_where_the_search_is_sure(
        self, converse: Converse, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        found = passage(Library.ANSWER).model_copy(update={"score": 0.5})

        async def search(self: Library, question: str, **how: object) -> list[Any]:
            return [found] if "cost" in question else [found.model_copy(update={"score": 0.3})]

        monkeypatch.setattr(Library, "search", search)
        endpoint.faults |= {"first": 500, "second": 500}
        async with models(endpoint.base_url) as both:
            thread = await converse(*both, seconds=2)
            answer = await thread.say("What does your xyzzy cost?")
            assert answer.text == f"{say('articles-only', 'en')}\n\n{Library.ANSWER}"
            assert (answer.handoff, len(answer.citations)) == (None, 1)
            assert say("person-button", "en") in [button["label"] for button in answer.quick_replies]
            unsure = await thread.say("What about your xyzzy?")
        assert unsure.handoff is not None


class TestABreaker:
    def test_lets_a_model_rest_and_then_tries_it_once(self) -> None:
        breaker = Breaker()
        for now in range(FAILURES_IN_A_ROW):
            breaker.admit(now)
            breaker.failed(now)
        last = FAILURES_IN_A_ROW - 1
        with pytest.raises(ModelRests):
            breaker.admit(last + REST_SECONDS - 1)
        breaker.admit(last + REST_SECONDS)
        with pytest.raises(ModelRests):
            breaker.admit(last + REST_SECONDS + 1)
        breaker.succeeded()
        breaker.admit(last + REST_SECONDS + 2)

    def test_forgets_failures_that_are_not_in_a_row(self) -> None:
        breaker = Breaker()
        for now in range(3 * FAILURES_IN_A_ROW):
            breaker.admit(now)
            breaker.failed(now) if now % FAILURES_IN_A_ROW else breaker.succeeded()

    async def test_admits_a_model_that_is_well_again(
        self, converse: Converse, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(order, "REST_SECONDS", 0.0)
        endpoint.faults["first"] = 500
        async with models(endpoint.base_url) as both:
            await fail_and_recover(await converse(*both), endpoint)
        assert endpoint.asked()[-2:] == ["first", "first"]
