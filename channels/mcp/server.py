"""The protocol's server: the catalogue's tools that read or propose, under their own names, words and schemas."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import structlog
from langchain.tools import BaseTool, ToolRuntime
from mcp.server import Server
from mcp.server.context import ServerRequestContext
from mcp.shared.exceptions import MCPError
from mcp.types import (
    INVALID_PARAMS,
    CallToolRequestParams,
    CallToolResult,
    ListToolsResult,
    PaginatedRequestParams,
    TextContent,
    Tool,
    ToolAnnotations,
)
from pydantic import BaseModel, ValidationError

from channels.mcp.contexts import Contexts
from tools.catalogue import ALL_TOOLS, EFFECTS, Effect
from tools.context import ToolContext
from tools.results import PaymentStarted, ProposalMade, ToolResult

# Routing is left out: there is no conversation of ours that a person could take over.
OFFERED: dict[str, BaseTool] = {
    tool.name: tool for tool in ALL_TOOLS if EFFECTS[tool.name] in (Effect.READ, Effect.PROPOSE)
}
_INSTRUCTIONS = (
    "Invoices of one MyRopo customer in Finland, Sweden or Norway. Some tools read, the others propose a change. "
    "No tool changes an invoice: the customer confirms a proposal in the MyRopo portal. Amounts, dates and rules come "
    "from the tools; do not compute or promise any."
)
_CONFIRM = "Nothing is changed yet: the customer confirms the card in the chat of the MyRopo portal before it expires."

ContextOf = Callable[[ServerRequestContext[Any]], ToolContext]

log = structlog.get_logger()


def make_server(context_of: ContextOf, contexts: Contexts) -> Server[Any]:
    """A server of the tools.

    Args:
        context_of: the tools' context for a request: who asks is known before, and never said by the client.
        contexts: where proposals are shown to the customer.
    """

    async def list_tools(request: ServerRequestContext[Any], params: PaginatedRequestParams | None) -> ListToolsResult:
        return ListToolsResult(tools=[_described(tool) for tool in OFFERED.values()])

    async def call_tool(request: ServerRequestContext[Any], params: CallToolRequestParams) -> CallToolResult:
        tool = OFFERED.get(params.name)
        if tool is None:
            raise MCPError(INVALID_PARAMS, f"there is no tool {params.name!r}")
        try:
            return await _called(tool, params.arguments or {}, context_of(request), contexts)
        except ValidationError as error:
            return _failed("; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()))
        except Exception:
            # What went wrong is for our log: it may name what this customer must not see.
            log.exception("a tool failed", tool=tool.name)
            return _failed("The tool failed, and nothing was changed. Try again later.")

    return Server(
        "myropo", title="MyRopo", instructions=_INSTRUCTIONS, on_list_tools=list_tools, on_call_tool=call_tool
    )


def _described(tool: BaseTool) -> Tool:
    schema = tool.tool_call_schema
    assert isinstance(schema, type)
    assert issubclass(schema, BaseModel)
    reads = EFFECTS[tool.name] is Effect.READ
    return Tool(
        name=tool.name,
        description=tool.description,
        input_schema=schema.model_json_schema(),
        annotations=ToolAnnotations(read_only_hint=reads, destructive_hint=False, open_world_hint=False),
    )


async def _called(
    tool: BaseTool, arguments: dict[str, Any], context: ToolContext, contexts: Contexts
) -> CallToolResult:
    if EFFECTS[tool.name] is Effect.PROPOSE:
        context = await contexts.in_conversation(context)
    runtime: ToolRuntime[ToolContext, dict[str, object]] = ToolRuntime(
        state={}, context=context, config={}, stream_writer=lambda _: None, tool_call_id=tool.name, store=None
    )
    # The context comes last: a client that sends one of its own does not get it in.
    call = {"type": "tool_call", "name": tool.name, "id": tool.name, "args": {**arguments, "runtime": runtime}}
    message = await tool.ainvoke(call)
    if isinstance(message.artifact, ProposalMade):
        await contexts.show(context, message.artifact)
    # The same trimmed values as a model of ours gets: ids and hashes stay inside.
    values = json.loads(message.content) | _next(message.artifact)
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return CallToolResult(content=[TextContent(text=text)], structured_content=values)


def _next(result: ToolResult) -> dict[str, str]:
    """What the customer has to do, where something is left to do."""
    match result:
        case ProposalMade():
            return {"next": _CONFIRM}
        case PaymentStarted(payment=payment):
            return {"next": f"Nothing is paid yet: the customer pays on the page {payment.url}"}
        case _:
            return {}


def _failed(why: str) -> CallToolResult:
    return CallToolResult(content=[TextContent(text=why)], is_error=True)
