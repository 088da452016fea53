"""The same conversation with a model behind any OpenAI-compatible endpoint that calls tools by itself."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from langchain_core.language_models import BaseChatModel
from pydantic import SecretStr

from assistant.models.factory import open_models
from assistant.replies.catalogue import say
from assistant.settings import Settings
from tests.assistant.conftest import Converse
from tests.assistant.endpoints import Endpoint
from tests.assistant.support import day
from tools.catalogue import ALL_TOOLS
from tools.ledger.terms import PostponementTerms


@pytest.fixture
def endpoint(server: Endpoint) -> Endpoint:
    server.begin_anew()
    server.answer = _clerk
    return server


@pytest.fixture
async def hosted(endpoint: Endpoint) -> AsyncIterator[BaseChatModel]:
    settings = Settings(llm_model="some-model", llm_base_url=endpoint.base_url, llm_api_key=SecretStr("secret"))
    async with open_models(settings) as (model,):
        yield model


def _clerk(body: dict[str, Any]) -> dict[str, Any]:
    """A model that knows three wishes, and words for what it has read."""
    last = body["messages"][-1]
    if last["role"] == "tool":
        return {"content": "You owe €639.60 on four invoices."}
    text = last["content"].partition("\n")[2]
    if " owe" in text:
        return _wish("list_invoices", status="open")
    if "later" in text:
        return _wish("postpone_due_date", invoice="1001", new_date=day(18).isoformat())
    if "wrong" in text:
        return _wish("hand_off", reason="dispute", goal=text)
    return {"content": "I have paid your invoice."}


def _wish(tool: str, **arguments: object) -> dict[str, Any]:
    function = {"name": tool, "arguments": json.dumps(arguments)}
    return {"tool_calls": [{"id": "call_1", "type": "function", "function": function}]}


class TestAHostedModel:
    async def test_holds_the_same_conversation(
        self, converse: Converse, hosted: BaseChatModel, endpoint: Endpoint
    ) -> None:
        thread = await converse(hosted)
        listed = await thread.say("What do I owe?")
        assert listed.text == "You owe €639.60 on four invoices."
        assert listed.table is not None
        moved = await thread.say("Can I pay the power bill later, on 10 December?")
        assert moved.proposal is not None
        assert moved.proposal.invoice == "1001"
        assert isinstance(moved.proposal.terms, PostponementTerms)
        assert moved.proposal.terms.new_date == day(18)
        assert moved.text == say("proposed-postpone-due-date", "en")
        asked = await thread.say("The power bill is wrong")
        assert asked.pending is not None
        assert asked.pending["asks"] == "reason"
        # Listing took two requests; a proposal ends the loop after one, and a dispute is decided before any.
        assert len(endpoint.requests) == 3

    async def test_is_sent_the_policy_the_tools_and_the_conversation(
        self, converse: Converse, hosted: BaseChatModel, endpoint: Endpoint
    ) -> None:
        thread = await converse(hosted)
        await thread.say("What do I owe?")
        await thread.say("What do I owe now?")
        request = endpoint.requests[-2]
        assert request["messages"][0]["role"] == "system"
        assert request["messages"][0]["content"].startswith("# Service policy")
        assert [message["role"] for message in request["messages"][1:]] == ["user", "assistant", "user"]
        assert {tool["function"]["name"] for tool in request["tools"]} == {tool.name for tool in ALL_TOOLS}
        assert request["temperature"] == 0

    async def test_is_told_no_ids_hashes_or_names(
        self, converse: Converse, hosted: BaseChatModel, endpoint: Endpoint
    ) -> None:
        await (await converse(hosted)).say("What do I owe?")
        sent = json.dumps(endpoint.requests[-1])
        assert "Virtanen" not in sent
        assert '"hash"' not in sent
        assert "runtime" not in json.dumps(endpoint.requests[-1]["tools"])

    async def test_that_claims_what_it_did_not_do_is_not_repeated(
        self, converse: Converse, hosted: BaseChatModel
    ) -> None:
        assert (await (await converse(hosted)).say("Pay it")).text == say("not-understood", "en")

    async def test_that_fails_brings_a_person(
        self, converse: Converse, hosted: BaseChatModel, endpoint: Endpoint
    ) -> None:
        endpoint.faults["some-model"] = 400
        reply = await (await converse(hosted)).say("What do I owe?")
        assert reply.handoff is not None
        assert reply.handoff.reason == "assistant_unavailable"
