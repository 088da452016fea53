"""Questions back to the customer: what a tool must know before it can go on."""

from __future__ import annotations

from assistant.conversation import Reply
from assistant.replies.buttons import Button, button, date_buttons, instalment_buttons, invoice_buttons
from assistant.replies.catalogue import chosen, say
from knowledge.formats import format_date, format_money
from tools.context import Language
from tools.results import NeedsInput


def render_needs_input(result: NeedsInput, language: Language) -> Reply:
    """One question, with buttons for likely answers."""
    if result.what == "invoice" or result.invoice is None:
        return Reply(say("asks-invoice", language), language, quick_replies=invoice_buttons(result.choices, language))
    key = chosen(language, f"asks-{result.tool}-{result.what}", f"asks-{result.what}")
    sentences = [say(key, language, **_values(result, language))]
    if result.fee is not None:
        fee = format_money(result.fee, language) if result.fee.amount_minor else "free"
        # Fewer instalments may cost less than the most.
        key = "asks-cost-at-most" if result.what == "instalments" else "asks-cost"
        sentences.append(say(key, language, fee=fee))
    return Reply(" ".join(sentences), language, quick_replies=_likely_answers(result, language))


def _values(result: NeedsInput, language: Language) -> dict[str, object]:
    assert result.invoice is not None
    values: dict[str, object] = {"number": result.invoice.number, "biller": result.invoice.biller.name}
    for name, day in (("earliest", result.earliest), ("latest", result.latest)):
        if day is not None:
            values[name] = format_date(day, language)
    if result.most is not None:
        values["most"] = result.most
    return values


def _likely_answers(result: NeedsInput, language: Language) -> list[Button]:
    if result.what == "new_date" and result.earliest and result.latest:
        middle = result.earliest + (result.latest - result.earliest) / 2
        return date_buttons((result.earliest, middle, result.latest), language)
    if result.what == "instalments" and result.most is not None:
        return instalment_buttons(result.most, language)
    # Two people may have the same name; addresses differ.
    return [button(f"{known.name}, {known.email}", known.email) for known in result.authorizations]
