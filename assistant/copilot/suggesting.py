"""A reply for an agent to send, from what the ledger and the articles know; the agent decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import structlog

from assistant.conversation import Message, Situation
from assistant.copilot.gate import objection_to_reply
from assistant.copilot.reading import Known, look_up
from assistant.copilot.writing import Writer
from assistant.prompt import NAMES
from assistant.replies.render import render
from tools.context import Language, ToolContext
from tools.ledger.views import InvoiceDetails, InvoiceView, owed
from tools.results import InvoiceDetailsResult, InvoiceList, KnowledgeAnswer, NeedsInput, compact

log = structlog.get_logger()

_LATEST, _REMEMBERED = 4, 10
_NOTHING_SAID = "The customer has written nothing yet."
_NOTHING_FITS = "Neither the articles nor the ledger surely answer what the customer wrote last."
_SAID_BEFORE = "You have already said what the articles and the ledger know about this."
_TASK = (
    "Write the reply that the person sends to the customer, in {language}. Answer what the customer wants in "
    "'unanswered', and do not repeat what customer service has 'said_since'. Rest every amount, date, number, fee and "
    "rule on 'facts' and 'passages' only, written as they are; what they do not tell, you do not know. Promise "
    "nothing, and do not say that anything was changed: only the customer's own click changes anything. At most 80 "
    "words, friendly, plain, without a greeting or a signature."
)


@dataclass(frozen=True)
class Talk:
    """A conversation as the copilot reads it.

    Attributes:
        unanswered: the customer's messages that no person has answered, oldest first.
        said_since: what people have said after them.
        history: what was said before, oldest first.
        invoice: MyRopo ID of the invoice that it is about, where that is known.
    """

    unanswered: tuple[str, ...]
    said_since: tuple[str, ...] = ()
    history: tuple[Message, ...] = ()
    invoice: str | None = None

    @classmethod
    def of(cls, messages: Sequence[Message], invoice: str | None = None) -> Talk:
        """Read a log: what the customer wrote since a person last answered, or before the person's last words.

        Args:
            messages: oldest first.
            invoice: see the attributes.
        """
        customers = [place for place, message in enumerate(messages) if message.author == "customer"]
        if not customers:
            return cls((), tuple(m.text for m in messages if m.author == "agent"))
        last = customers[-1]
        people = [place for place, message in enumerate(messages[:last]) if message.author == "agent"]
        start = people[-1] + 1 if people else 0
        return cls(
            unanswered=tuple(messages[place].text for place in customers if place >= start),
            said_since=tuple(message.text for message in messages[last + 1 :] if message.author == "agent"),
            history=tuple(messages[: min(place for place in customers if place >= start)]),
            invoice=invoice,
        )


@dataclass(frozen=True)
class Suggestion:
    """A reply to send, or why there is none.

    Attributes:
        text: empty when there is none.
        sources: ``title`` and ``url`` of what it rests on; no url for what the ledger says.
        none: why there is none.
    """

    text: str
    sources: list[dict[str, str | None]] = field(default_factory=list)
    none: str | None = None


async def suggest(talk: Talk, context: ToolContext, writer: Writer) -> Suggestion:
    """Suggest a reply to what the customer wrote last.

    Args:
        talk: the conversation.
        context: what may be read; its sessions are for reading.
        writer: of the words, where there is a hosted model.
    """
    if not talk.unanswered:
        return Suggestion("", none=_NOTHING_SAID)
    invoices = await context.ledger.list_invoices(context.principal, context.today)
    known = await _known(talk, context, invoices)
    by_code = _by_code(known, context.language)
    if writer.writes and (words := await _written(talk, context, writer, known, by_code, invoices)):
        return Suggestion(words, _sources(known))
    if not by_code:
        return Suggestion("", none=_NOTHING_FITS)
    if by_code in talk.said_since:
        return Suggestion("", none=_SAID_BEFORE)
    return Suggestion(by_code, _sources(known))


async def _known(talk: Talk, context: ToolContext, invoices: Sequence[InvoiceView]) -> Known:
    """What is known about the newest message that anything is known about; "a person, please" follows a question."""
    passages: Known | None = None
    for number in range(len(talk.unanswered) - 1, max(-1, len(talk.unanswered) - 1 - _LATEST), -1):
        earlier = [*talk.history, *(Message("customer", text) for text in talk.unanswered[:number])]
        situation = Situation(
            talk.unanswered[number], context.language, context.today, tuple(invoices), history=tuple(earlier)
        )
        found = await look_up(situation, context, talk.invoice)
        if found.result is not None:
            return found
        passages = passages or found
    assert passages is not None
    return passages


async def _written(
    talk: Talk, context: ToolContext, writer: Writer, known: Known, by_code: str, invoices: Sequence[InvoiceView]
) -> str | None:
    """A hosted model's words, where the gate lets them through."""
    facts = [compact(InvoiceList(status="all", invoices=tuple(invoices), outstanding=owed(invoices)))]
    facts += [compact(known.result)] if known.result and not isinstance(known.result, KnowledgeAnswer) else []
    passages = compact(KnowledgeAnswer(question="", passages=known.passages))
    words = await writer.write(
        _TASK.format(language=NAMES[context.language]),
        today=context.today.isoformat(),
        earlier=[f"{message.author}: {message.text}" for message in talk.history[-_REMEMBERED:]],
        unanswered=list(talk.unanswered),
        said_since=list(talk.said_since),
        facts=facts,
        passages=passages,
        reply_by_code=by_code,
    )
    if words is None:
        return None
    own = [message.text for message in talk.history if message.author == "agent"]
    sources = [*facts, passages, by_code, *own, *talk.said_since, context.today.isoformat()]
    if objection := objection_to_reply(words, sources, invoices, context.today):
        log.warning("a safeguard refused a suggestion", reason=objection)
        return None
    return words


def _by_code(known: Known, language: Language) -> str:
    """What the assistant would say, with table and choices as lines: what an agent sends has only words."""
    if known.granted:
        return known.granted.words(language)
    if known.result is None:
        return ""
    reply = render(known.result, language)
    lines = [reply.text]
    if reply.table:
        lines += [" · ".join(cell.replace("\n", ", ") for cell in row) for row in reply.table["rows"]]
    if isinstance(known.result, NeedsInput) and known.result.what == "invoice":
        lines += [choice["label"] for choice in reply.quick_replies]
    return "\n".join(lines)


def _sources(known: Known) -> list[dict[str, str | None]]:
    """The article that answers, or the invoices that the ledger was asked about."""
    match known.result:
        case KnowledgeAnswer() as answer:
            return [{"title": answer.passages[0].title, "url": answer.passages[0].url}]
        case InvoiceDetailsResult() as one:
            return [_invoice_source(one.invoice)]
        case None:
            return []
        case result:
            about: list[InvoiceView] = list(getattr(result, "invoices", ()) or getattr(result, "choices", ()))
            single = getattr(result, "invoice", None)
            about += [single] if isinstance(single, InvoiceView | InvoiceDetails) else []
            return [_invoice_source(invoice) for invoice in about]


def _invoice_source(invoice: InvoiceView) -> dict[str, str | None]:
    return {"title": f"Invoice {invoice.number}, {invoice.biller.name}", "url": None}
