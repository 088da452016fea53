"""Replies about letters, whom to call, and paying."""

from __future__ import annotations

from assistant.conversation import Reply
from assistant.replies.buttons import person_button, suggested
from assistant.replies.catalogue import say
from assistant.replies.invoices import table_of
from knowledge.formats import format_date, format_money
from knowledge.hours_words import written_week
from tools.context import Language
from tools.results import Contact, Letters, PaymentStarted


def render_letters(result: Letters, language: Language) -> Reply:
    """The letters of the archive, with a link to the newest."""
    if not result.letters:
        if result.invoice is None:
            text = say("letters-none", language)
        else:
            text = say("letters-none-invoice", language, number=result.invoice)
        return Reply(text, language, quick_replies=[*suggested(language, "suggest-invoices"), person_button(language)])
    rows = [
        [
            format_date(letter.sent_on, language, short=True),
            say(f"letter-{letter.kind}", language),
            f"{letter.biller}\n{letter.invoice}",
        ]
        for letter in result.letters
    ]
    columns = [("col-date", "left"), ("col-letter", "left"), ("col-invoice", "left")]
    newest = result.letters[0]
    label = say("letters-open", language, kind=rows[0][1], date=rows[0][0])
    return Reply(
        say("letters-found", language, count=len(rows)),
        language,
        table=table_of(columns, rows, language),
        link={"label": label, "url": newest.url},
    )


def render_contact(result: Contact, language: Language) -> Reply:
    """The phone for questions about paying, and the biller for questions about what was bought."""
    contact, biller = result.contact, result.contact.biller
    sentences = []
    if contact.phone:
        sentences.append(say("contact-pay", language, number=contact.invoice, phone=contact.phone))
        if contact.hours:
            state = "open" if contact.open_now else "closed"
            sentences.append(say("contact-hours", language, state=state, hours=written_week(contact.hours, language)))
    about = {"biller": biller.name, "phone": biller.phone, "email": biller.email, "website": biller.website}
    sentences.append(say("contact-biller", language, **about))
    return Reply(" ".join(sentences), language, quick_replies=[person_button(language)])


def render_payment_started(result: PaymentStarted, language: Language) -> Reply:
    """Where to pay; nothing is paid yet."""
    payment, amount = result.payment, format_money(result.payment.amount, language)
    text = say("payment-start", language, amount=amount, number=payment.invoice, biller=payment.biller)
    link = {"label": say("payment-button", language, amount=amount), "url": payment.url}
    return Reply(text, language, link=link)
