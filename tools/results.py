"""What the tools answer: typed results, refusals among them. ``outcome`` says which one it is.

A tool's message to the model is the compact form of its result; code works with the result itself (the artifact).
"""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from knowledge.money import Money
from knowledge.search import Passage
from tools.ledger.proposal_views import ProposalView
from tools.ledger.views import AuthorizationView, ContactView, InvoiceDetails, InvoiceView, LetterView, PaymentStart

InvoiceStatus = Literal["open", "paid", "all"]
GivenReason = Literal[
    "asked_for_person",
    "dispute",
    "hardship",
    "fraud",
    "death",
    "guardianship",
    "insolvency",
    "threat",
    "self_harm",
    "legal_threat",
    "data_protection",
    "anger",
    "identity",
    "beyond_policy",
    "not_understood",
]
"""Why a model may bring a person; that the assistant itself is unavailable is for code to notice."""
HandoffReason = Literal[GivenReason, "assistant_unavailable"]


class Result(BaseModel):
    """Base of all results."""

    model_config = ConfigDict(frozen=True)


class InvoiceList(Result):
    """Invoices in the customer's scope.

    Attributes:
        status: which were asked for.
        invoices: by due date.
        outstanding: what is still owed for them together, one amount per currency; empty when nothing is.
    """

    outcome: Literal["invoices"] = "invoices"
    status: InvoiceStatus
    invoices: tuple[InvoiceView, ...]
    outstanding: tuple[Money, ...]


class Balance(Result):
    """What is owed, and of what it is made.

    Attributes:
        invoices: the one that was asked for, or all with something owed or paid too much; by due date.
        outstanding: what is owed for them together, one amount per currency; empty when nothing is.
        overpaid: what was paid too much, one amount per currency.
    """

    outcome: Literal["balance"] = "balance"
    invoices: tuple[InvoiceView, ...]
    outstanding: tuple[Money, ...]
    overpaid: tuple[Money, ...]


class Letters(Result):
    """Documents of the archive, newest first; ``invoice`` when they were asked for one."""

    outcome: Literal["letters"] = "letters"
    letters: tuple[LetterView, ...]
    invoice: str | None = None


class Contact(Result):
    """Whom to ask about an invoice."""

    outcome: Literal["contact"] = "contact"
    contact: ContactView


class PaymentStarted(Result):
    """The customer can pay on the provider's page; nothing is paid yet."""

    outcome: Literal["payment_started"] = "payment_started"
    payment: PaymentStart


class InvoiceDetailsResult(Result):
    """One invoice in full."""

    outcome: Literal["invoice"] = "invoice"
    invoice: InvoiceDetails


class KnowledgeAnswer(Result):
    """Passages of the knowledge base that answer a question, best first; none when it does not know."""

    outcome: Literal["passages"] = "passages"
    question: str
    passages: tuple[Passage, ...]


class ProposalMade(Result):
    """A change is offered to the customer, and nothing is changed yet.

    With ``proposal.strong`` the portal asks for strong identification before the customer can confirm it: that is a
    step more, and no refusal.

    Attributes:
        proposal: what the customer may confirm.
        closed: earlier proposals of the conversation that this one replaced.
    """

    outcome: Literal["proposed"] = "proposed"
    proposal: ProposalView
    closed: tuple[UUID, ...] = ()


class NeedsInput(Result):
    """The customer must say more first.

    Attributes:
        what: what is missing.
        tool: the tool that asks.
        choices: the invoices it may be, when the invoice is missing.
        invoice: the invoice in question, when it is known.
        earliest: first possible date, of the new due date or of the first instalment.
        latest: last possible date.
        fee: what it costs; may be zero.
        most: most instalments.
        authorizations: those that could be taken back.
    """

    outcome: Literal["needs_input"] = "needs_input"
    what: Literal["invoice", "new_date", "instalments", "account", "person", "authorization", "reason"]
    tool: str
    choices: tuple[InvoiceView, ...] = ()
    invoice: InvoiceView | None = None
    earliest: date | None = None
    latest: date | None = None
    fee: Money | None = None
    most: int | None = None
    authorizations: tuple[AuthorizationView, ...] = ()


class Refused(Result):
    """A rule says no.

    Attributes:
        tool: the tool that was refused.
        reason: a reason code of ``ledger/policies.py`` or ``ledger/identifiers.py``, or ``nothing_possible`` when no
            invoice at all allows it.
        params: what the refusal is about and what is possible instead.
        invoice: the invoice in question, when there is one.
    """

    outcome: Literal["refused"] = "refused"
    tool: str
    reason: str
    params: dict[str, Any] = {}
    invoice: InvoiceView | None = None


class NotFound(Result):
    """There is no such invoice for this customer.

    Attributes:
        invoice: the reference that was asked for, shortened; None when the customer has no invoices at all.
    """

    outcome: Literal["not_found"] = "not_found"
    invoice: str | None = None


class HandedOff(Result):
    """A person was asked for: the turn moves the conversation to the queue when it is committed."""

    outcome: Literal["handed_off"] = "handed_off"
    reason: HandoffReason
    goal: str


ToolResult = Annotated[
    InvoiceList
    | InvoiceDetailsResult
    | Balance
    | Letters
    | Contact
    | PaymentStarted
    | KnowledgeAnswer
    | ProposalMade
    | NeedsInput
    | Refused
    | NotFound
    | HandedOff,
    Field(discriminator="outcome"),
]
"""Any result; a pydantic field of this type reads one back from JSON."""

_NOT_FOR_MODELS = {"id", "authorization_id", "hash", "closed", "url", "score", "iban"}


def packed(result: ToolResult) -> tuple[str, ToolResult]:
    """A result as LangChain wants it from a tool: the message for the model, and the artifact for the code."""
    return compact(result), result


def compact(result: BaseModel) -> str:
    """A result as short JSON for a language model.

    Amounts are written out, ``"84.90 EUR"``, because models misread minor units. Ids and hashes are left out: a model
    has no use for them, and what it has not seen it cannot give away. So is what is empty.
    """
    return json.dumps(_trimmed(result.model_dump(mode="json")), ensure_ascii=False, separators=(",", ":"))


def _trimmed(value: Any) -> Any:
    if isinstance(value, dict):
        if value.keys() == Money.model_fields.keys():
            return _written_out(**value)
        kept = {key: _trimmed(item) for key, item in value.items() if key not in _NOT_FOR_MODELS}
        return {key: item for key, item in kept.items() if item not in (None, "", [], {}) or key == "invoices"}
    if isinstance(value, list):
        return [_trimmed(item) for item in value]
    return value


def _written_out(amount_minor: int, currency: str) -> str:
    sign, minor = "-" if amount_minor < 0 else "", abs(amount_minor)
    return f"{sign}{minor // 100}.{minor % 100:02} {currency}"
