"""What code decides before any model is asked."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.certain import certain_call
from assistant.conversation import Message, Situation
from assistant.replies.catalogue import say
from assistant.understanding.stopping import reason_to_stop
from tests.assistant.support import POWER, situation
from tools.context import LANGUAGES, Language

WHICH = {"tool": "postpone_due_date", "arguments": {}, "asks": "invoice"}


def called(about: Situation) -> Any:
    """The certain call, with the reason to stop that the message gives."""
    return certain_call(about, reason_to_stop(about.text, history=about.history))


class TestAButton:
    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize(
        ("key", "tool"),
        [
            ("suggest-pay", "start_payment"),
            ("suggest-postpone", "postpone_due_date"),
            ("suggest-plan", "create_payment_plan"),
            ("suggest-change-plan", "change_payment_plan"),
            ("suggest-end-plan", "cancel_payment_plan"),
            ("suggest-refund", "set_refund_account"),
        ],
    )
    def test_means_what_it_says(self, key: str, tool: str, language: Language) -> None:
        assert called(situation(say(key, language), pending=WHICH)) == (tool, {})

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_for_a_person_brings_one(self, language: Language) -> None:
        call = called(situation(say("person-button", language)))
        assert call is not None
        assert call[0] == "hand_off"

    def test_below_a_refusal_is_about_the_same_invoice(self) -> None:
        history = (Message("customer", "1003 later"), Message("assistant", "Invoice 1001 has been moved too often."))
        text = say("suggest-plan", "en")
        assert called(situation(text, history=history)) == ("create_payment_plan", {"invoice": "1001"})


def test_a_person_comes_before_any_answer() -> None:
    call = called(situation("a person please", pending={**WHICH, "asks": "reason", "tool": "dispute_invoice"}))
    assert call == ("hand_off", {"reason": "asked_for_person", "goal": "a person please"})


def test_an_answer_comes_before_a_bare_number() -> None:
    assert called(situation("1001", pending=WHICH)) == ("postpone_due_date", {"invoice": "1001"})
    assert called(situation("1001")) == ("get_invoice", {"invoice": "1001"})
    assert called(situation(POWER.myropo_id.lower())) == ("get_invoice", {"invoice": "1001"})


def test_nothing_else_is_certain() -> None:
    assert called(situation("I want to pay in parts")) is None
