"""Cues that tell the choices of one route apart: what the router leaves open, words often settle.

What they do not settle is left to the language model.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.conversation import Situation
from assistant.understanding.choices import BY_NAME, CHOICES, Choice
from assistant.understanding.cue_words import (
    ABOUT_IN_GENERAL,
    ANY,
    BALANCE,
    CONTACT,
    DISPUTE,
    DISPUTED,
    FRAUD,
    HARDSHIP,
    LET_IN,
    LETTERS,
    LISTED,
    MORE_TIME,
    ONE,
    ORDERS,
    PAID,
    PERSON,
    PLAN_CANCELLED,
    PLAN_CHANGED,
    REVOKED,
    SHOWN,
    WHY,
)
from assistant.understanding.details import pays_in_parts, read_email, read_iban, without_identifiers
from assistant.understanding.encoder import Route
from assistant.understanding.references import find_invoices, unknown_reference
from assistant.understanding.requests import asks, asks_how

# What a question about letters and contacts is taken for when it is not taken for one about invoices.
_ASIDE: set[Route] = {"invoices", "knowledge", "out_of_scope"}


def possible_choices(routes: Sequence[Route], situation: Situation) -> list[Choice]:
    """What a message may be about: of each route the one choice that its words settle, or else all.

    Args:
        routes: those that the message may take.
        situation: the message and what is known around it.
    """
    text = without_identifiers(situation.text)
    named = find_invoices(text, situation.invoices)
    one_named = len(named) == 1 or unknown_reference(text, situation.invoices) is not None
    has_plan = len(named) == 1 and bool(named[0].plan)
    names: list[str] = []
    for route in _likely(routes, situation.text, invoice_named=one_named):
        cue = cued_choice(situation.text, route, invoice_named=one_named, has_plan=has_plan)
        # A card that pauses collection is offered only to those who have a word of dispute.
        likely = [c.name for c in CHOICES if c.route == route and (c.name != "dispute" or DISPUTE.search(text))]
        names += [cue] if cue else likely
    return [BY_NAME[name] for name in dict.fromkeys(names)]


def _likely(routes: Sequence[Route], text: str, *, invoice_named: bool) -> Sequence[Route]:
    """What words decide between guesses, or against one, since nothing else is done with them.

    Orders to the model; frauds that are told; account numbers; an e-mail address that is let in somewhere; claims that
    are disputed in so many words; parts to pay in, more time, letters, whom to call and "why so much" about an invoice
    that is named; letters to be shown.
    """
    guesses = set(routes)
    if ORDERS.search(text):
        return ("out_of_scope",)
    if "handoff" in guesses and FRAUD.search(text) and not asks(text):
        return ("handoff",)
    if read_iban(text):
        return ("bank_account",)
    if read_email(text) and ("authorize" in guesses or invoice_named or LET_IN.search(text)):
        return ("authorize",)
    if "knowledge" not in guesses and DISPUTED.search(text):
        return ("handoff",)
    if guesses & ({"pay", "plan", "knowledge"} if invoice_named else {"pay"}) and pays_in_parts(text):
        return ("plan",)
    if "plan" in guesses and MORE_TIME.search(text) and not pays_in_parts(text):
        return ("postpone",)
    if invoice_named and guesses & _ASIDE and (CONTACT.search(text) or LETTERS.search(text)):
        return ("invoices",)
    if guesses & {"knowledge"} and LETTERS.search(text) and SHOWN.search(text) and not asks_how(text):
        return ("invoices",)
    if invoice_named and guesses & {"handoff", "knowledge"} and WHY.search(text) and not DISPUTE.search(text):
        return ("invoices",)
    return routes


def cued_choice(text: str, route: Route, *, invoice_named: bool = False, has_plan: bool = False) -> str | None:
    """The choice of a route that the words settle, or None where they leave it open.

    Args:
        text: the customer's words.
        route: what they are about.
        invoice_named: whether they name one of the customer's invoices.
        has_plan: whether that invoice is paid in instalments already.
    """
    text = without_identifiers(text)
    if not invoice_named and _asks_in_general(text, route):
        return "question"
    match route:
        case "pay":
            return "pay"
        case "bank_account":
            return "refund"
        case "plan":
            return _plan_choice(text, has_plan)
        case "authorize":
            return "revoke" if REVOKED.search(text) else "authorize"
        case "invoices":
            cues = (("letters", LETTERS), ("contact", CONTACT), ("balance", BALANCE), ("paid_invoices", PAID))
            named = (("one_invoice", ANY),) if invoice_named else (("my_invoices", LISTED), ("one_invoice", ONE))
            return _first(text, (*cues, *named))
        case "handoff":
            return _handoff_choice(text)
        case _:
            return None


def _asks_in_general(text: str, route: Route) -> bool:
    """Whether a message on a route that has a tool of its own asks how something is, and wishes nothing."""
    return any(pattern.search(text) for pattern in ABOUT_IN_GENERAL.get(route, ()))


def _plan_choice(text: str, has_plan: bool) -> str:
    if PLAN_CANCELLED.search(text):
        return "cancel_plan"
    return "change_plan" if has_plan or PLAN_CHANGED.search(text) else "plan"


def _handoff_choice(text: str) -> str | None:
    if FRAUD.search(text):
        return "fraud"
    hardship, dispute = HARDSHIP.search(text), DISPUTE.search(text)
    if hardship and dispute:
        return None
    if hardship or dispute:
        return "hardship" if hardship else "dispute"
    return "person" if PERSON.search(text) else None


def _first(text: str, cues: tuple[tuple[str, re.Pattern[str]], ...]) -> str | None:
    return next((name for name, pattern in cues if pattern.search(text)), None)
