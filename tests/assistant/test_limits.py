"""What one turn may cost, and how many changes one answer may propose."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import pytest
from langchain_core.messages import AIMessage, BaseMessage, ToolMessage

from assistant.models.scripted import ScriptedChatModel
from assistant.replies.catalogue import say
from tests.assistant.conftest import Converse, call
from tests.assistant.support import Library, day

Wish = tuple[str, dict[str, Any]]


def wishing(*wishes: Wish) -> ScriptedChatModel:
    """A model that calls several tools in one answer, and says nothing about their results."""
    calls = [
        {"name": name, "args": arguments, "id": f"call-{number}", "type": "tool_call"}
        for number, (name, arguments) in enumerate(wishes)
    ]

    def script(messages: list[BaseMessage]) -> AIMessage:
        return AIMessage("") if isinstance(messages[-1], ToolMessage) else AIMessage("", tool_calls=calls)

    return ScriptedChatModel(script=script)


def postponing(invoice: str) -> Wish:
    return "postpone_due_date", {"invoice": invoice, "new_date": day(18).isoformat()}


class TestTokens:
    async def test_that_are_spent_leave_the_words_to_code(self, converse: Converse) -> None:
        asked = 0

        def script(messages: list[BaseMessage]) -> AIMessage:
            nonlocal asked
            asked += 1
            usage = {"input_tokens": 900, "output_tokens": 100, "total_tokens": 1000}
            wish = call("list_invoices", status="open")
            return AIMessage("", tool_calls=wish.tool_calls, usage_metadata=usage)

        reply = await (await converse(ScriptedChatModel(script=script), most_tokens=1500)).say("What do I owe?")
        assert asked == 2
        assert reply.text == "You have 4 unpaid invoices, €639.60 in all. One of them is overdue."
        assert (reply.usage.asked_model, reply.usage.tokens_in, reply.usage.tokens_out) == (2, 1800, 200)


class TestReading:
    async def test_is_done_side_by_side(self, converse: Converse, monkeypatch: pytest.MonkeyPatch) -> None:
        async def search(self: Library, question: str, **how: object) -> list[Any]:
            await asyncio.sleep(0.5 if question in ("one", "two") else 0)
            return []

        monkeypatch.setattr(Library, "search", search)
        model = wishing(("search_knowledge", {"question": "one"}), ("search_knowledge", {"question": "two"}))
        started = time.monotonic()
        reply = await (await converse(model)).say("Tell me two things")
        assert [use.outcome for use in reply.tools] == ["passages"] * 2
        assert time.monotonic() - started < 0.95


class TestTwoChangesInOneAnswer:
    async def test_become_one_card_and_the_customer_is_told(self, converse: Converse) -> None:
        thread = await converse(wishing(postponing("1001"), postponing("1002")))
        reply = await thread.say("Move 1001 and 1002 to 10 December")
        assert reply.proposal is not None
        assert reply.proposal.invoice == "1001"
        assert reply.text == f"{say('proposed-postpone-due-date', 'en')} {say('one-at-a-time', 'en')}"
        assert await thread.kinds() == ["message", "message", "proposal"]

    async def test_are_none_where_a_person_is_brought(self, converse: Converse) -> None:
        model = wishing(postponing("1001"), ("hand_off", {"reason": "hardship", "goal": "no money"}))
        reply = await (await converse(model)).say("Xyzzy")
        assert [use.name for use in reply.tools] == ["hand_off"]
        assert reply.handoff is not None

    async def test_end_the_loop_also_where_something_is_read_beside_them(self, converse: Converse) -> None:
        asked = 0
        wishes = wishing(postponing("1001"), ("list_invoices", {"status": "open"})).script

        def script(messages: list[BaseMessage]) -> AIMessage:
            nonlocal asked
            asked += 1
            return wishes(messages)

        reply = await (await converse(ScriptedChatModel(script=script))).say("Xyzzy")
        assert asked == 1
        assert reply.proposal is not None
        assert reply.table is not None
