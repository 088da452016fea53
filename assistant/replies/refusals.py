"""Refusals: what is not possible and why, what is possible instead, and always a person."""

from __future__ import annotations

from assistant.conversation import Reply
from assistant.replies.buttons import Button, button, date_buttons, instalment_buttons, person_button, suggested
from assistant.replies.catalogue import chosen, say
from knowledge.formats import format_date, format_money
from knowledge.money import Money
from tools.context import Language
from tools.results import Refused

_LATEST = ("too_late", "same_date", "until_too_late", "until_in_the_past")
_RANGE = ("too_early", "in_the_past")
_COUNTS = ("too_many_instalments", "too_few_instalments", "instalment_too_small")
_AMOUNTS = {"amount_too_small": "most", "amount_too_large": "most", "no_partial_payments": "least"}
# What may help instead, by tool and reason or by reason alone.
_INSTEAD: dict[str, tuple[str, ...]] = {
    "postpone_due_date not_allowed": ("suggest-plan",),
    "limit_reached": ("suggest-plan",),
    "too_often": ("suggest-plan",),
    "has_plan": ("suggest-change-plan", "suggest-end-plan"),
    "no_plan": ("suggest-plan",),
    "create_payment_plan not_allowed": ("suggest-postpone",),
    "create_payment_plan amount_too_small": ("suggest-postpone",),
    "no_partial_payments": ("suggest-plan",),
}


def render_refused(result: Refused, language: Language) -> Reply:
    """Words for a tool's own reason where the catalogue has them, else for the reason in general."""
    key = chosen(language, f"refused-{result.tool}-{result.reason}", f"refused-{result.reason}")
    text = say(key, language, **_values(result, language))
    return Reply(text, language, quick_replies=[*_offers(result, language), person_button(language)])


def _values(result: Refused, language: Language) -> dict[str, object]:
    values: dict[str, object] = {}
    for name in ("earliest", "latest"):
        if name in result.params:
            values[name] = format_date(result.params[name], language)
    for name in ("most", "least"):
        if name in result.params:
            limit = result.params[name]
            values[name] = format_money(limit, language) if isinstance(limit, Money) else limit
    if result.invoice is not None:
        due = format_date(result.invoice.due_date, language)
        values |= {"number": result.invoice.number, "biller": result.invoice.biller.name, "due": due}
    return values


def _offers(result: Refused, language: Language) -> list[Button]:
    params, reason = result.params, result.reason
    offers: list[Button] = []
    if reason in _LATEST:
        offers = date_buttons([params["latest"]], language)
    elif reason in _RANGE:
        offers = date_buttons([params["earliest"], params["latest"]], language)
    elif reason in _COUNTS:
        offers = instalment_buttons(params["most"], language)
    elif _AMOUNTS.get(reason) in params:
        amount = format_money(params[_AMOUNTS[reason]], language)
        offers = [button(say("payment-button", language, amount=amount), amount)]
    return offers + suggested(language, *_INSTEAD.get(f"{result.tool} {reason}", _INSTEAD.get(reason, ())))
