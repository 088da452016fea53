"""Replies about invoices: lists, one in full, and what a balance is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from assistant.conversation import Reply
from assistant.replies.buttons import Button, person_button, suggested
from assistant.replies.catalogue import say
from knowledge.formats import format_date, format_money
from knowledge.money import Money, sums
from tools.context import Language
from tools.ledger.views import InvoiceDetails, InvoiceView, LineView, PaymentView
from tools.results import Balance, InvoiceDetailsResult, InvoiceList

Table = dict[str, Any]
# What was billed and what is left: the rows that every invoice has.
_PLAIN_ROWS = 2


def render_invoice_list(result: InvoiceList, language: Language) -> Reply:
    """How many there are and what they come to, with a table."""
    if not result.invoices:
        return Reply(say("invoices-paid-none" if result.status == "paid" else "invoices-none", language), language)
    return Reply(_list_sentence(result, language), language, table=_list_table(result.invoices, language))


def render_invoice(result: InvoiceDetailsResult, language: Language) -> Reply:
    """What is owed for one invoice and why, what is agreed about it, and whom to ask about the purchase."""
    invoice = result.invoice
    sentences = [_owed_sentence(invoice, language), *_why_sentences(invoice, language)]
    if invoice.stage in ("disputed", "legal"):
        sentences.append(say(f"invoice-{invoice.stage}", language))
    sentences.append(say("invoice-contact", language, biller=invoice.biller.name, phone=invoice.biller.phone))
    table = _parts_table(invoice, language)
    return Reply(
        " ".join(sentences),
        language,
        quick_replies=_next_steps([invoice], language),
        table=table if len(table["rows"]) > _PLAIN_ROWS else None,
    )


def render_balance(result: Balance, language: Language) -> Reply:
    """What is left to pay and what it is made of."""
    buttons = _next_steps(result.invoices, language)
    if len(result.invoices) == 1:
        invoice = result.invoices[0]
        text = " ".join([_owed_sentence(invoice, language), *_why_sentences(invoice, language)])
        return Reply(text, language, quick_replies=buttons, table=_parts_table(invoice, language))
    text = say("balance-none", language)
    if result.outstanding:
        count = sum(invoice.outstanding.amount_minor > 0 for invoice in result.invoices)
        text = say("balance-owed", language, total=_together(result.outstanding, language), count=count)
        text = " ".join([text, *_of_it(result.invoices, language)])
    if result.overpaid:
        text = f"{text} {say('balance-overpaid', language, over=_together(result.overpaid, language))}"
    table = _list_table(result.invoices, language) if result.invoices else None
    return Reply(text, language, quick_replies=buttons, table=table)


def _of_it(invoices: Sequence[InvoiceView], language: Language) -> list[str]:
    """How many are overdue, and how much of it was added as costs and interest."""
    owed = [invoice for invoice in invoices if invoice.outstanding.amount_minor > 0]
    sentences = []
    if late := sum(invoice.days_late > 0 for invoice in owed):
        sentences.append(say("invoices-open-late", language, late=late))
    if added := sums([invoice.fees for invoice in owed if invoice.fees.amount_minor > 0]):
        sentences.append(say("balance-added", language, fees=_together(added, language)))
    return sentences


def _next_steps(invoices: Sequence[InvoiceView], language: Language) -> list[Button]:
    """What helps where money is to be got back, and where only a person can help."""
    keys = ["suggest-refund"] if any(invoice.outstanding.amount_minor < 0 for invoice in invoices) else []
    if any(invoice.stage in ("disputed", "legal") for invoice in invoices):
        return [*suggested(language, *keys), person_button(language)]
    return suggested(language, *keys)


def _list_sentence(result: InvoiceList, language: Language) -> str:
    if result.status != "open":
        return say(f"invoices-{result.status}", language, count=len(result.invoices))
    total = _together(result.outstanding, language)
    sentence = say("invoices-open", language, count=len(result.invoices), total=total)
    late = sum(invoice.days_late > 0 for invoice in result.invoices)
    if late == len(result.invoices) == 1:
        return f"{sentence} {say('invoices-open-only-late', language)}"
    return f"{sentence} {say('invoices-open-late', language, late=late)}" if late else sentence


def _owed_sentence(invoice: InvoiceView, language: Language) -> str:
    about = {"number": invoice.number, "biller": invoice.biller.name}
    owed = invoice.outstanding.amount_minor
    if owed < 0:
        return say("invoice-credit", language, **about, over=format_money(-invoice.outstanding, language))
    if owed == 0 and invoice.stage == "credited":
        return say("invoice-credited", language, **about)
    if owed == 0:
        return say("invoice-settled", language, **about, total=format_money(invoice.total, language))
    values = {**about, "left": format_money(invoice.outstanding, language)}
    if invoice.plan:
        return f"{say('invoice-owed-plan', language, **values)} {_plan_sentence(invoice, language)}"
    due = format_date(invoice.due_date, language)
    if invoice.days_late:
        return say("invoice-owed-late", language, **values, due=due, days=invoice.days_late)
    return say("invoice-owed", language, **values, due=due)


def _plan_sentence(invoice: InvoiceView, language: Language) -> str:
    following = invoice.plan[0]
    return say(
        "invoice-plan-late" if invoice.days_late else "invoice-plan-next",
        language,
        amount=format_money(following.amount, language),
        due=format_date(following.due_date, language),
        count=len(invoice.plan),
    )


def _why_sentences(invoice: InvoiceView, language: Language) -> list[str]:
    """What was paid and what was added, while something is owed."""
    if invoice.outstanding.amount_minor <= 0:
        return []
    sentences = []
    if invoice.paid.amount_minor > 0:
        paid, total = format_money(invoice.paid, language), format_money(invoice.total, language)
        sentences.append(say("invoice-part-paid", language, paid=paid, total=total))
    costs, interest = _costs(invoice), invoice.interest
    if costs.amount_minor > 0 and interest.amount_minor > 0:
        values = {"fees": format_money(costs, language), "interest": format_money(interest, language)}
        sentences.append(say("invoice-fees-interest", language, **values))
    elif costs.amount_minor > 0:
        sentences.append(say("invoice-fees", language, fees=format_money(costs, language)))
    elif interest.amount_minor > 0:
        sentences.append(say("invoice-interest", language, interest=format_money(interest, language)))
    return sentences


def _list_table(invoices: Sequence[InvoiceView], language: Language) -> Table:
    columns = [("col-invoice", "left"), ("col-due", "left"), ("col-left", "right")]
    rows = [
        [
            f"{invoice.biller.name}\n{invoice.number}, {say('stage', language, stage=invoice.stage)}",
            format_date(invoice.due_date, language, short=True),
            format_money(invoice.outstanding, language),
        ]
        for invoice in invoices
    ]
    return table_of(columns, rows, language)


def _parts_table(invoice: InvoiceView, language: Language) -> Table:
    """One row per line and payment where they are known, else per part; what is left, or paid too much, stands last."""
    rows = _postings(invoice, language) if isinstance(invoice, InvoiceDetails) else _parts(invoice, language)
    over = invoice.outstanding.amount_minor < 0
    left = -invoice.outstanding if over else invoice.outstanding
    rows.append([say("part-over" if over else "col-left", language), format_money(left, language)])
    return table_of([("col-part", "left"), ("col-amount", "right")], rows, language)


def _postings(invoice: InvoiceDetails, language: Language) -> list[list[str]]:
    def label(shown: LineView | PaymentView) -> str:
        if isinstance(shown, LineView):
            words, day = shown.text or say(f"kind-{shown.kind}", language), shown.added_on
        else:
            kind = "kind-payment" if shown.amount.amount_minor >= 0 else "kind-refund"
            words, day = say(kind, language), shown.paid_on
        return f"{words}\n{format_date(day, language, short=True)}"

    charged = [[label(line), format_money(line.amount, language)] for line in invoice.lines]
    moved = [[label(payment), format_money(-payment.amount, language)] for payment in invoice.payments]
    return charged + moved


def _parts(invoice: InvoiceView, language: Language) -> list[list[str]]:
    parts = [("kind-principal", _billed(invoice)), ("part-fees", _costs(invoice)), ("kind-interest", invoice.interest)]
    parts.append(("part-paid", -invoice.paid))
    return [
        [say(key, language), format_money(money, language)]
        for key, money in parts
        if money.amount_minor or key == "kind-principal"
    ]


def table_of(columns: Iterable[tuple[str, str]], rows: list[list[str]], language: Language) -> Table:
    """A table; columns are message names with their alignment."""
    return {"columns": [{"label": say(key, language), "align": align} for key, align in columns], "rows": rows}


def _billed(invoice: InvoiceView) -> Money:
    return invoice.total + -invoice.fees


def _costs(invoice: InvoiceView) -> Money:
    return invoice.fees + -invoice.interest


def _together(amounts: Iterable[Money], language: Language) -> str:
    return " + ".join(format_money(money, language) for money in amounts)
