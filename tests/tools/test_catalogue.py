"""The tools as an agent sees them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args

import pytest
from langchain.agents import create_agent
from langchain.tools import BaseTool
from langchain_core.language_models.fake_chat_models import GenericFakeChatModel
from langchain_core.messages import AIMessage, ToolCall, ToolMessage
from pydantic import BaseModel

from tests.tools.support import ContextOf
from tools.catalogue import ALL_TOOLS, EFFECTS, Effect
from tools.context import ToolContext
from tools.ledger.pending import ProposalKind
from tools.results import InvoiceList


class Model(GenericFakeChatModel):
    """A model with prepared answers that accepts tools."""

    def bind_tools(self, tools: Sequence[Any], **_: Any) -> Model:
        return self


def test_only_proposing_and_reading_and_routing_tools_exist() -> None:
    assert {effect: {name for name in EFFECTS if EFFECTS[name] is effect} for effect in Effect} == {
        Effect.READ: {
            "list_invoices",
            "get_invoice",
            "get_balance",
            "list_letters",
            "get_contact",
            "search_knowledge",
        },
        Effect.PROPOSE: {"start_payment", *get_args(ProposalKind)},
        Effect.ROUTE: {"hand_off"},
    }


@pytest.mark.parametrize("tool", ALL_TOOLS, ids=lambda tool: tool.name)
def test_no_argument_names_the_customer_and_each_is_described(tool: BaseTool) -> None:
    schema = tool.tool_call_schema
    assert isinstance(schema, type)
    assert issubclass(schema, BaseModel)
    arguments = schema.model_json_schema()["properties"]
    assert not arguments.keys() & {"runtime", "context", "principal", "customer", "thread_id", "today", "confirm"}
    assert all(argument["description"] for argument in arguments.values())


async def test_an_agent_injects_the_context_and_a_model_cannot(context_of: ContextOf) -> None:
    forged = {"status": "all", "runtime": {"context": "forged"}, "customer": "erik"}
    calls = [ToolCall(name="list_invoices", args=forged, id="1")]
    model = Model(messages=iter([AIMessage("", tool_calls=calls), AIMessage("Done.")]))
    agent = create_agent(model, list(ALL_TOOLS), context_schema=ToolContext)
    state = await agent.ainvoke({"messages": [{"role": "user", "content": "hi"}]}, context=context_of("person:anna"))
    (message,) = [message for message in state["messages"] if isinstance(message, ToolMessage)]
    assert isinstance(message.artifact, InvoiceList)
    assert [invoice.number for invoice in message.artifact.invoices] == ["1004", "1003", "1002", "1005", "1001"]
