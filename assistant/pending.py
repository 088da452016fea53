"""The assistant's open question: what it asked for, and whether the customer's next message answers it.

It is kept with the thread as plain data: ``tool`` and the ``arguments`` known so far, ``asks`` for what is missing, and
``offered``, the arguments that a plain yes takes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from assistant.conversation import Situation, ToolUse
from assistant.understanding.arguments import arguments_for
from assistant.understanding.cues import cued_choice
from assistant.understanding.details import without_identifiers
from assistant.understanding.numbers import bare_amount, bare_count, written_amount
from assistant.understanding.people import bare_name
from assistant.understanding.references import find_invoices
from assistant.understanding.requests import short_answer, starts_another_wish
from knowledge.money import Money
from tools.results import NeedsInput, Refused, ToolResult

Arguments = dict[str, Any]

# What each question is answered with; a date is the tool's own.
_DATES = {"postpone_due_date": "new_date", "authorize_person": "until"}
_ANSWERED_BY = {
    "invoice": ("invoice",),
    "instalments": ("instalments", "first_date"),
    "account": ("iban", "holder"),
    "person": ("name", "email"),
    "authorization": ("person",),
    "reason": ("reason",),
    "amount": ("amount",),
}
# What a refusal is about is asked again, and where it says what is possible, a yes takes that.
_ASKED_AGAIN = {
    **dict.fromkeys(("too_early", "too_late", "in_the_past", "same_date", "until_in_the_past"), "new_date"),
    "until_too_late": "new_date",
    **dict.fromkeys(("too_few_instalments", "too_many_instalments", "instalment_too_small"), "instalments"),
    **dict.fromkeys(("iban_unreadable", "iban_country", "iban_length", "iban_checksum"), "account"),
    **dict.fromkeys(("own_email", "already_authorized", "email_invalid"), "person"),
    "no_such_authorization": "authorization",
    **dict.fromkeys(("amount_too_small", "amount_too_large", "no_partial_payments"), "amount"),
}
_OFFERS = {
    "too_late": "latest",
    "until_too_late": "latest",
    "too_many_instalments": "most",
    "instalment_too_small": "most",
    "amount_too_large": "most",
    "no_partial_payments": "least",
}
# An answer to "to which date?" is short; a longer message may be about something else, and the model decides. Who is to
# be let in takes a sentence, and a reason as many words as it needs.
_LONGEST = 8
_LONGER = {"person": 25, "account": 12, "reason": 400}
_QUESTION = re.compile(
    r"\?|^\W*(?:how|what|why|when|who|which|paljonko|mitä|mikä|miksi|milloin|kuka|hur|vad|varför|när|vem|vilken|hvor|hva"
    r"|hvorfor|når|hvem|hvilken)\b",
    re.IGNORECASE,
)
# "The phone bill?" is an answer, in doubt.
_NAMED_WORDS = 3


def question_of(calls: Sequence[tuple[ToolUse, ToolResult | None]]) -> dict[str, Any] | None:
    """What the customer's next short answer would complete: the last question among the results, or None.

    Args:
        calls: the tools that were called, each with its result.
    """
    questions = (_question(use, result) for use, result in reversed(calls))
    return next((question for question in questions if question), None)


def answer_to_question(situation: Situation) -> tuple[str, Arguments] | None:
    """The call that the assistant's question was about, with what the customer has added to it, or None.

    Args:
        situation: the customer's message, and the question as ``pending``.
    """
    pending = situation.pending
    if pending is None:
        return None
    tool, known, asks = str(pending["tool"]), dict(pending["arguments"]), str(pending["asks"])
    if pending.get("offered") and short_answer(situation.text) == "yes":
        return tool, {**known, **pending["offered"]}
    if short_answer(situation.text) or len(without_identifiers(situation.text).split()) > _LONGER.get(asks, _LONGEST):
        return None
    added = _added(tool, asks, situation)
    if "reason" in known:
        added.pop("reason", None)
    # "It" is the invoice in question anyhow, and answers nothing.
    if asks != "invoice" and "invoice" in known and not find_invoices(situation.text, situation.invoices):
        added.pop("invoice", None)
    if not added or _says_something_else(tool, asks, situation.text, added):
        return None
    return tool, {**known, **added}


def _question(use: ToolUse, result: ToolResult | None) -> dict[str, Any] | None:
    known = {name: value for name, value in use.arguments.items() if value is not None}
    if isinstance(result, NeedsInput):
        asks = str(result.what)
        # A number that several billers have used says nothing.
        wrong: tuple[str, ...] = ("invoice",) if asks == "invoice" else ()
    elif isinstance(result, Refused) and (again := _ASKED_AGAIN.get(result.reason)) and _may_ask(use.name, again):
        asks, answers = again, _answers(use.name, again)
        wrong = answers if asks == "person" else answers[:1]
    else:
        return None
    known = {name: value for name, value in known.items() if name not in wrong}
    if result.invoice is not None:
        known.setdefault("invoice", result.invoice.myropo_id)
    question: dict[str, Any] = {"tool": use.name, "arguments": known, "asks": asks}
    if isinstance(result, Refused) and (offered := _offered(use.name, asks, result)):
        question["offered"] = offered
    return question


def _may_ask(tool: str, asks: str) -> bool:
    """An amount may also be too small for a plan, and then no other is asked for."""
    return asks != "amount" or tool == "start_payment"


def _offered(tool: str, asks: str, refusal: Refused) -> Arguments | None:
    possible = refusal.params.get(_OFFERS.get(refusal.reason, ""))
    if possible is None:
        return None
    if isinstance(possible, date):
        possible = possible.isoformat()
    if isinstance(possible, Money):
        possible = written_amount(Decimal(possible.amount_minor) / 100)
    return {_answers(tool, asks)[0]: possible}


def _answers(tool: str, asks: str) -> tuple[str, ...]:
    """The arguments that answer a question; the first is what was asked for above all."""
    return (_DATES.get(tool, "first_date"),) if asks == "new_date" else _ANSWERED_BY[asks]


def _added(tool: str, asks: str, situation: Situation) -> Arguments:
    """What a message says about the call, a bare number, name or sentence being the answer to what was asked."""
    said = arguments_for(tool, situation)
    text = situation.text.strip()
    bare: dict[str, Any] = {
        "instalments": {"instalments": bare_count(text)},
        "amount": {"amount": written_amount(amount) if (amount := bare_amount(text)) else None},
        "person": {"name": bare_name(text)},
        "authorization": {"person": bare_name(text)},
        "account": {"holder": bare_name(without_identifiers(text), least=2)},
        "reason": {"reason": text},
    }
    answers = {name: value for name, value in bare.get(asks, {}).items() if value}
    return {**said, **answers}


def _says_something_else(tool: str, asks: str, text: str, added: Arguments) -> bool:
    """Whether a message that could be an answer is a question or a wish of its own."""
    if starts_another_wish(text, tool):
        return True
    if (
        not any(_QUESTION.search(sentence) for sentence in re.split(r"(?<=[.!?])\s+", text))
        or len(text.split()) <= _NAMED_WORDS
    ):
        return False
    if asks == "reason":
        return cued_choice(text, "handoff") != "dispute"
    # "Could you move it to 10 December?" answers "to which date?"; "when is my phone bill due?" answers nothing.
    return not added.keys() - {"invoice"}
