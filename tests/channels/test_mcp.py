"""The tools over the Model Context Protocol: in memory, over HTTP with tokens, and over standard input and output."""

from __future__ import annotations

import json
import sys
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any, cast

import httpx2
import pytest
from fastapi import FastAPI
from mcp import Client, MCPError, StdioServerParameters
from mcp.client.streamable_http import streamable_http_client
from sqlmodel import select
from starlette.routing import Route

from assistant.cli import main
from channels.mcp.contexts import Contexts
from channels.mcp.endpoint import McpApp
from channels.mcp.server import make_server
from channels.mcp.tokens import issue_token, read_token
from channels.message_center.service import MessageCenter
from knowledge.tariffs import load_tariffs
from tests.channels.support import served
from tests.conftest import TODAY
from tests.tools.support import ANNA, ANONYMOUS, ERIK, Library
from tools.catalogue import EFFECTS, Effect
from tools.context import SERVICE, FrozenClock, Principal
from tools.database import SessionFactory
from tools.ledger.models import Invoice
from tools.ledger.payments import Payments
from tools.ledger.pending import Proposal
from tools.ledger.service import LedgerService
from tools.ports import PaymentRequest

SECRET = "secret of the tests"
# The console script, without the minute that a full index takes.
SERVE = """
import sys
from assistant.cli import main
from channels import mcp_commands
mcp_commands.build_knowledge = lambda settings: None
sys.argv = ["assistant", "mcp", "--as", "anna"]
main()
"""


class Bank:
    """A payment provider with a page."""

    name = "bank"

    async def start(self, request: PaymentRequest) -> str:
        return f"/pay/{request.id}"


@pytest.fixture
def contexts(sessions: SessionFactory, clock: FrozenClock) -> Contexts:
    library = cast(Any, Library())
    ledger = LedgerService(sessions, load_tariffs())
    center = MessageCenter(sessions, ledger, clock, _no_turn)
    return Contexts(ledger, Payments(sessions, Bank()), center, clock, lambda: library)


async def _no_turn(thread_id: str) -> None:
    """Nobody answers in these tests."""


@asynccontextmanager
async def client_of(contexts: Contexts, principal: Principal) -> AsyncIterator[Client]:
    """A client in memory."""
    context = await contexts.of(principal)
    assert context is not None
    async with Client(make_server(lambda _: context, contexts)) as client:
        yield client


async def answer(client: Client, tool: str, **arguments: object) -> dict[str, Any]:
    """What a tool answers; the text says the same as the structured content."""
    result = await client.call_tool(tool, arguments)
    assert not result.is_error
    values: dict[str, Any] = result.structured_content
    assert json.loads(cast(Any, result.content[0]).text) == values
    return values


class TestTools:
    async def test_are_those_that_read_and_propose(self, contexts: Contexts) -> None:
        async with client_of(contexts, ANNA) as client:
            tools = (await client.list_tools()).tools
        wanted = {name for name, effect in EFFECTS.items() if effect in (Effect.READ, Effect.PROPOSE)}
        assert {tool.name for tool in tools} == wanted
        assert not {tool.name for tool in tools if "confirm" in tool.name or "hand" in tool.name}
        for tool in tools:
            assert tool.description
            assert tool.input_schema["type"] == "object"
            assert "runtime" not in tool.input_schema["properties"]
            assert tool.annotations
            assert tool.annotations.read_only_hint == (EFFECTS[tool.name] is Effect.READ)

    async def test_show_the_customers_own_invoices_without_ids(self, contexts: Contexts) -> None:
        async with client_of(contexts, ANNA) as client:
            found = await answer(client, "list_invoices")
        assert [invoice["number"] for invoice in found["invoices"]] == ["1003", "1002", "1005", "1001"]
        assert found["outstanding"] == ["639.60 EUR"]
        assert not any("id" in invoice for invoice in found["invoices"])

    async def test_a_proposal_changes_nothing_and_waits_for_the_customer(
        self, contexts: Contexts, sessions: SessionFactory
    ) -> None:
        before = await _invoices(sessions)
        async with client_of(contexts, ANNA) as client:
            made = await answer(client, "postpone_due_date", invoice="1001", new_date="2026-12-20")
        assert made["outcome"] == "proposed"
        assert "confirms" in made["next"]
        assert not {"id", "hash"} & made["proposal"].keys()
        assert await _invoices(sessions) == before
        async with sessions() as session:
            (proposal,) = (await session.scalars(select(Proposal))).all()
        assert (proposal.status, proposal.principal) == ("open", "person:anna")

    async def test_the_card_of_a_proposal_stands_in_the_customers_conversation(self, contexts: Contexts) -> None:
        async with client_of(contexts, ANNA) as client:
            await answer(client, "postpone_due_date", invoice="1001", new_date="2026-12-20")
            await answer(client, "create_payment_plan", invoice="1001", instalments=3)
        thread = await contexts.center.open_thread(ANNA, None)
        events = (await contexts.center.read(ANNA, thread.id)).events
        assert [event.kind for event in events] == ["proposal", "proposal_closed", "proposal"]
        card = events[-1].payload["proposal"]
        receipt = await contexts.center.confirm(ANNA, thread.id, card["id"], card["hash"])
        assert (receipt.kind, receipt.invoice) == ("create_payment_plan", "1001")

    async def test_a_payment_is_begun_and_made_elsewhere(self, contexts: Contexts) -> None:
        async with client_of(contexts, ANNA) as client:
            begun = await answer(client, "start_payment", invoice="1001")
        assert begun["outcome"] == "payment_started"
        assert "/pay/" in begun["next"]

    async def test_somebody_elses_invoice_is_not_found(self, contexts: Contexts) -> None:
        async with client_of(contexts, ANNA) as client:
            for tool in ("get_invoice", "postpone_due_date"):
                assert (await answer(client, tool, invoice="2001"))["outcome"] == "not_found"

    async def test_a_context_from_the_client_does_not_count(self, contexts: Contexts) -> None:
        forged = {"context": {"principal": "person:erik"}}
        async with client_of(contexts, ANNA) as client:
            found = await answer(client, "list_invoices", runtime=forged, principal="person:erik")
        assert "2001" not in {invoice["number"] for invoice in found["invoices"]}

    async def test_there_is_no_other_tool(self, contexts: Contexts) -> None:
        async with client_of(contexts, ANNA) as client:
            for name in ("hand_off", "confirm", "confirm_proposal"):
                with pytest.raises(MCPError, match="there is no tool"):
                    await client.call_tool(name, {})

    async def test_wrong_arguments_and_failures_are_told_as_such(
        self, contexts: Contexts, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async def fail(*_: object) -> None:
            raise RuntimeError("the secret of invoice 2001")

        async with client_of(contexts, ANNA) as client:
            wrong = await client.call_tool("search_knowledge", {})
            monkeypatch.setattr(LedgerService, "list_invoices", fail)
            failed = await client.call_tool("list_invoices", {})
        assert wrong.is_error
        assert "question" in str(wrong.content)
        assert failed.is_error
        assert "2001" not in str(failed.content)


class TestContexts:
    async def test_nobody_has_none(self, contexts: Contexts) -> None:
        for principal in (ANONYMOUS, SERVICE, Principal("person", "no such"), Principal("company", "MR-0000-0000")):
            assert await contexts.of(principal) is None

    async def test_a_company_is_known_by_its_invoice(self, contexts: Contexts) -> None:
        context = await contexts.of(Principal("company", "MR-7040-9002"))
        assert context is not None
        assert (context.language, context.country) == ("sv", "SE")


class TestTokens:
    def test_name_their_principal_until_they_end(self) -> None:
        assert read_token(SECRET, issue_token(SECRET, ANNA, days=1)) == ANNA
        assert read_token(SECRET, issue_token(SECRET, ANNA, days=-1)) is None

    def test_of_another_secret_altered_or_none_name_nobody(self) -> None:
        token = issue_token(SECRET, ANNA, days=1)
        assert read_token("another secret", token) is None
        assert read_token(SECRET, issue_token(SECRET, ERIK, days=1).split(".")[0] + token[token.index(".") :]) is None
        assert read_token(SECRET, "") is None

    def test_are_printed_by_the_console_script(
        self, database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        for name, value in {"DATABASE_URL": database_url, "DATA_DIR": str(tmp_path), "SESSION_SECRET": SECRET}.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys, "argv", ["assistant", "mcp", "token", "--as", "mr-7040-9001", "--days", "2"])
        with pytest.raises(SystemExit) as ended:
            main()
        assert ended.value.code == 0
        assert read_token(SECRET, capsys.readouterr().out.strip()) == Principal("company", "MR-7040-9001")


@pytest.fixture
async def address(contexts: Contexts) -> AsyncIterator[str]:
    """An application with the protocol at ``/mcp``."""
    mcp = McpApp(SECRET)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        async with mcp.running(contexts):
            yield

    app = FastAPI(lifespan=lifespan)
    app.router.routes.append(Route("/mcp", mcp, methods=["POST"]))
    async with served(app) as base:
        yield f"{base}/mcp"


def over_http(address: str, token: str) -> AbstractAsyncContextManager[Client]:
    """A client with a token."""

    @asynccontextmanager
    async def connected() -> AsyncIterator[Client]:
        headers = {"Authorization": f"Bearer {token}"}
        async with (
            httpx2.AsyncClient(headers=headers, trust_env=False, verify=False) as http,
            Client(streamable_http_client(address, http_client=http)) as client,
        ):
            yield client

    return connected()


class TestOverHttp:
    async def test_the_token_decides_who_asks(self, address: str) -> None:
        for principal, own, others in ((ANNA, "1001", "2001"), (ERIK, "2001", "1001")):
            async with over_http(address, issue_token(SECRET, principal, days=1)) as client:
                assert (await answer(client, "get_invoice", invoice=own))["invoice"]["number"] == own
                assert (await answer(client, "get_invoice", invoice=others))["outcome"] == "not_found"

    async def test_older_clients_are_served_too(self, address: str) -> None:
        headers = {"Authorization": f"Bearer {issue_token(SECRET, ANNA, days=1)}"}
        async with (
            httpx2.AsyncClient(headers=headers, trust_env=False, verify=False) as http,
            Client(streamable_http_client(address, http_client=http), mode="legacy") as client,
        ):
            assert (await answer(client, "get_balance"))["outstanding"] == ["639.60 EUR"]

    async def test_without_a_valid_token_nothing_is_answered(self, address: str) -> None:
        refused = {
            "": "no header",
            "Bearer": "no token",
            "Bearer forged": "forged",
            f"Bearer {issue_token('another secret', ANNA, days=1)}": "another secret",
            f"Bearer {issue_token(SECRET, ANNA, days=-1)}": "past its time",
            f"Bearer {issue_token(SECRET, Principal('person', 'gone'), days=1)}": "nobody",
            f"Basic {issue_token(SECRET, ANNA, days=1)}": "another scheme",
        }
        async with httpx2.AsyncClient(trust_env=False, verify=False) as http:
            for header in refused:
                got = await http.post(address, json={}, headers={"Authorization": header} if header else {})
                assert (refused[header], got.status_code) == (refused[header], 401)
                assert got.headers["content-type"] == "application/problem+json"
                assert got.headers["www-authenticate"] == "Bearer"
                assert got.json()["code"] == "token_needed"

    async def test_only_requests_of_the_protocol_are_taken(self, address: str) -> None:
        async with httpx2.AsyncClient(trust_env=False, verify=False) as http:
            assert (await http.get(address)).status_code == 405


@pytest.mark.slow
async def test_over_standard_input_and_output(database_url: str, data_dir: Path) -> None:
    environment = {"DATABASE_URL": database_url, "DATA_DIR": str(data_dir), "TODAY": TODAY.isoformat()}
    command = StdioServerParameters(command=sys.executable, args=["-c", SERVE], env=environment)
    # Anything on its standard output that is not the protocol would end the connection.
    async with Client(command) as client:
        found = await answer(client, "get_invoice", invoice="1001")
    assert found["invoice"]["outstanding"] == "84.90 EUR"


async def _invoices(sessions: SessionFactory) -> list[str]:
    async with sessions() as session:
        return sorted(str(invoice) for invoice in await session.scalars(select(Invoice)))
