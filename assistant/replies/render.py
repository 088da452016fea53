"""Replies made by code from tool results: what states facts is never a model's own wording with the embedded model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from assistant.conversation import HandoffRequest, Reply
from assistant.replies.catalogue import say
from knowledge.formats import format_date, format_money
from knowledge.money import Money
from tools.context import Language
from tools.ledger.views import InvoiceDetails, InvoiceView
from tools.results import (
    HandedOff,
    InvoiceDetailsResult,
    InvoiceList,
    KnowledgeAnswer,
    NeedsInput,
    NotFound,
    ProposalMade,
    Refused,
    ToolResult,
)

_MOST_BUTTONS = 6


def render(result: ToolResult, language: Language) -> Reply:
    """One tool result as a reply in a language."""
    renderer: Callable[[Any, Language], Reply] = _RENDERERS[type(result)]
    return renderer(result, language)


def render_all(results: Sequence[ToolResult], language: Language) -> Reply:
    """Several results as one reply, in their order; a card, a question or a handoff of any of them is kept.

    What a model asked for twice is said once, and who goes over to a person gets no card to confirm.
    """
    reply = render(results[0], language)
    said = [results[0]]
    for result in results[1:]:
        if result in said:
            continue
        said.append(result)
        other = render(result, language)
        reply.text = "\n\n".join(part for part in (reply.text, other.text) if part)
        reply.citations += [c for c in other.citations if c not in reply.citations]
        reply.quick_replies = other.quick_replies or reply.quick_replies
        reply.table = reply.table or other.table
        reply.proposal = other.proposal or reply.proposal
        reply.handoff = other.handoff or reply.handoff
        reply.pending = other.pending or reply.pending
    if reply.handoff:
        reply.proposal = None
    return reply


def clarify(language: Language) -> Reply:
    """Say that the message was not understood, and offer what is asked most."""
    return Reply(say("not-understood", language), language, quick_replies=suggestions(language))


def suggestions(language: Language) -> list[dict[str, str]]:
    """Buttons for what is asked most, and for a person."""
    keys = ("suggest-invoices", "suggest-postpone", "suggest-fees", "person-button")
    return [_button(say(key, language)) for key in keys]


def _button(label: str, text: str | None = None) -> dict[str, str]:
    return {"label": label, "text": text or label}


def _person_button(language: Language) -> dict[str, str]:
    return _button(say("person-button", language))


def _invoice_list(result: InvoiceList, language: Language) -> Reply:
    if not result.invoices:
        return Reply(say("invoices-paid-none" if result.status == "paid" else "invoices-none", language), language)
    return Reply(_list_sentence(result, language), language, table=_table(result.invoices, language))


def _list_sentence(result: InvoiceList, language: Language) -> str:
    if result.status != "open":
        return say(f"invoices-{result.status}", language, count=len(result.invoices))
    total = " + ".join(format_money(money, language) for money in result.outstanding)
    sentence = say("invoices-open", language, count=len(result.invoices), total=total)
    late = sum(invoice.days_late > 0 for invoice in result.invoices)
    if late == len(result.invoices) == 1:
        return f"{sentence} {say('invoices-open-only-late', language)}"
    return f"{sentence} {say('invoices-open-late', language, late=late)}" if late else sentence


def _table(invoices: Sequence[InvoiceView], language: Language) -> dict[str, Any]:
    columns = [("col-invoice", "left"), ("col-due", "left"), ("col-left", "right")]
    return {
        "columns": [{"label": say(key, language), "align": align} for key, align in columns],
        "rows": [
            [
                f"{invoice.biller.name}\n{invoice.number}, {say('stage', language, stage=invoice.stage)}",
                format_date(invoice.due_date, language, short=True),
                format_money(invoice.outstanding, language),
            ]
            for invoice in invoices
        ],
    }


def _invoice(result: InvoiceDetailsResult, language: Language) -> Reply:
    invoice = result.invoice
    sentences = [_owed_sentence(invoice, language)]
    if invoice.outstanding.amount_minor > 0 and invoice.paid.amount_minor > 0:
        paid, total = format_money(invoice.paid, language), format_money(invoice.total, language)
        sentences.append(say("invoice-part-paid", language, paid=paid, total=total))
    if invoice.outstanding.amount_minor > 0 and invoice.fees.amount_minor > 0:
        sentences.append(say("invoice-fees", language, fees=format_money(invoice.fees, language)))
    sentences.append(say("invoice-contact", language, biller=invoice.biller.name, phone=invoice.biller.phone))
    return Reply(" ".join(sentences), language)


def _owed_sentence(invoice: InvoiceDetails, language: Language) -> str:
    about = {"number": invoice.number, "biller": invoice.biller.name}
    owed = invoice.outstanding.amount_minor
    if owed < 0:
        over = Money(amount_minor=-owed, currency=invoice.outstanding.currency)
        return say("invoice-credit", language, **about, over=format_money(over, language))
    if owed == 0:
        return say("invoice-settled", language, **about, total=format_money(invoice.total, language))
    values = {**about, "left": format_money(invoice.outstanding, language)}
    due = format_date(invoice.due_date, language)
    if invoice.days_late:
        return say("invoice-owed-late", language, **values, due=due, days=invoice.days_late)
    return say("invoice-owed", language, **values, due=due)


def _knowledge(result: KnowledgeAnswer, language: Language) -> Reply:
    if not result.passages:
        return Reply(say("knowledge-none", language), language, quick_replies=[_person_button(language)])
    best = result.passages[0]
    text = f"{say('knowledge-fallback', language)}\n{best.short_answer}" if best.fallback else best.short_answer
    citation = {"article_id": best.article_id, "title": best.title, "url": best.url}
    return Reply(text, language, citations=[citation])


def _proposal(result: ProposalMade, language: Language) -> Reply:
    return Reply(say("postpone-card", language), language, proposal=result.proposal)


def _needs_input(result: NeedsInput, language: Language) -> Reply:
    if result.what == "invoice" or result.invoice is None:
        buttons = [_invoice_button(invoice, result.choices, language) for invoice in result.choices[:_MOST_BUTTONS]]
        return Reply(say("invoice-which", language), language, quick_replies=buttons)
    assert result.earliest is not None
    assert result.latest is not None
    assert result.fee is not None
    text = say(
        "postpone-when",
        language,
        number=result.invoice.number,
        biller=result.invoice.biller.name,
        earliest=format_date(result.earliest, language),
        latest=format_date(result.latest, language),
        fee=format_money(result.fee, language) if result.fee.amount_minor else "free",
    )
    middle = result.earliest + (result.latest - result.earliest) / 2
    days = sorted({result.earliest, middle, result.latest})
    return Reply(text, language, quick_replies=[_button(format_date(day, language)) for day in days])


def _invoice_button(invoice: InvoiceView, choices: Sequence[InvoiceView], language: Language) -> dict[str, str]:
    left = format_money(invoice.outstanding, language)
    label = say("invoice-choice", language, number=invoice.number, biller=invoice.biller.name, left=left)
    # Billers number by themselves: where two have used the same number, only the MyRopo ID tells the invoices apart.
    alike = sum(other.number == invoice.number for other in choices) > 1
    return _button(label, invoice.myropo_id if alike else invoice.number)


def _refused(result: Refused, language: Language) -> Reply:
    if result.reason == "nothing_to_postpone":
        return Reply(say("postpone-none", language), language, quick_replies=[_person_button(language)])
    params = result.params
    values: dict[str, str] = {}
    for name in ("earliest", "latest"):
        if name in params:
            values[name] = format_date(params[name], language)
    if "new_date" in params:
        values["date"] = format_date(params["new_date"], language)
    if result.invoice is not None:
        values |= {"number": result.invoice.number, "biller": result.invoice.biller.name}
    text = say(f"refused-{result.reason}", language, **values)
    possible = [_button(values["latest"])] if "latest" in values else []
    return Reply(text, language, quick_replies=[*possible, _person_button(language)])


def _not_found(result: NotFound, language: Language) -> Reply:
    if not result.invoice:
        return Reply(say("invoices-none-of-any-kind", language), language)
    look = _button(say("suggest-invoices", language))
    return Reply(say("invoice-not-found", language), language, quick_replies=[look, _person_button(language)])


def _handed_off(result: HandedOff, language: Language) -> Reply:
    # No words of its own: the sentence is written from the thread's state once it stands in the queue.
    return Reply("", language, handoff=HandoffRequest(result.reason, result.goal))


_RENDERERS: dict[type, Callable[[Any, Language], Reply]] = {
    InvoiceList: _invoice_list,
    InvoiceDetailsResult: _invoice,
    KnowledgeAnswer: _knowledge,
    ProposalMade: _proposal,
    NeedsInput: _needs_input,
    Refused: _refused,
    NotFound: _not_found,
    HandedOff: _handed_off,
}
