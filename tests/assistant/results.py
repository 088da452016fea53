"""One result of every kind that tools can give, by name."""

from __future__ import annotations

from datetime import time
from uuid import UUID

from knowledge.hours import DayHours
from tests.assistant.support import (
    ANNAS,
    DENTIST,
    GYM,
    MOBILE,
    NURSERY,
    POWER,
    PROPOSAL,
    RENT,
    day,
    euros,
    invoice,
    passage,
    proposal,
)
from tools.ledger.instalments import Instalment
from tools.ledger.terms import RefundTerms
from tools.ledger.views import AuthorizationView, ContactView, LetterView, LineView, PaymentStart, PaymentView
from tools.results import (
    Balance,
    Contact,
    InvoiceDetailsResult,
    InvoiceList,
    KnowledgeAnswer,
    Letters,
    NeedsInput,
    NotFound,
    PaymentStarted,
    ProposalMade,
    Refused,
    ToolResult,
)

FREE = euros(0)
OVERPAID = invoice("4001", total=9240, paid=18480, due=-9, stage="paid")
PLAN = (Instalment(due_date=day(9), amount=euros(4000)), Instalment(due_date=day(39), amount=euros(4050)))
PLANNED = invoice("1006", total=8050, due=9, plan=PLAN)
LATE_PLAN = invoice("1006", total=4050, due=-3, plan=(Instalment(due_date=day(-3), amount=euros(4050)),))
COSTLY = invoice("1003", total=7040, fees=1540, paid=500, due=-20, stage="collection").model_copy(
    update={
        "interest": euros(140),
        "lines": (
            LineView(kind="principal", text="Kuntosalijäsenyys", amount=euros(5500), added_on=day(-46)),
            LineView(kind="collection_fee", text="", amount=euros(1400), added_on=day(-6)),
            LineView(kind="interest", text="", amount=euros(140), added_on=day(-6)),
        ),
        "payments": (PaymentView(amount=euros(700), paid_on=day(-5)), PaymentView(amount=euros(-200), paid_on=day(-4))),
    }
)
WEEK = tuple(DayHours(weekday=weekday, opens=time(8), closes=time(17)) for weekday in range(5))
CONTACT = ContactView(invoice="1003", biller=GYM.biller, phone="+358 9 4245 0900", hours=WEEK, open_now=True)
LETTER = LetterView(
    id=UUID(int=2), kind="reminder", invoice="1003", biller="B", sent_on=day(-9), language="fi", url="/api/v1/letters/2"
)
PAYMENT = PaymentStart(
    id=UUID(int=3), invoice="1003", biller="B", amount=euros(6490), reference="10035", url="https://pay.example/3"
)
FRIEND = AuthorizationView(id=UUID(int=4), name="Erik", email="erik@posti.example", allows="view", valid_until=None)
REFUND = RefundTerms(fee=FREE, total=FREE, iban="FI2112345600000785", holder="Anna", refund=euros(9240))


def asks(what: str, tool: str, **known: object) -> NeedsInput:
    """A question about the gym's invoice."""
    return NeedsInput.model_validate({"what": what, "tool": tool, "invoice": GYM, **known})


RANGE: dict[str, object] = {"earliest": day(14), "latest": day(30)}
RESULTS: dict[str, ToolResult] = {
    "nothing open": InvoiceList(status="open", invoices=(), outstanding=()),
    "nothing paid": InvoiceList(status="paid", invoices=(), outstanding=()),
    "one open": InvoiceList(status="open", invoices=(POWER,), outstanding=(POWER.outstanding,)),
    "one late": InvoiceList(status="open", invoices=(GYM,), outstanding=(GYM.outstanding,)),
    "all open": InvoiceList(status="open", invoices=(GYM, MOBILE, RENT, POWER), outstanding=(euros(63960),)),
    "one paid": InvoiceList(status="paid", invoices=(DENTIST,), outstanding=()),
    "all": InvoiceList(status="all", invoices=ANNAS, outstanding=(euros(63960),)),
    "two currencies": InvoiceList(status="open", invoices=(POWER, NURSERY), outstanding=(POWER.total, NURSERY.total)),
    "invoice": InvoiceDetailsResult(invoice=POWER),
    "late invoice": InvoiceDetailsResult(invoice=GYM),
    "a day late": InvoiceDetailsResult(invoice=invoice("1", due=-1)),
    "partly paid": InvoiceDetailsResult(invoice=RENT),
    "costly": InvoiceDetailsResult(invoice=COSTLY),
    "only interest": InvoiceDetailsResult(invoice=invoice("1", fees=90).model_copy(update={"interest": euros(90)})),
    "paid": InvoiceDetailsResult(invoice=DENTIST),
    "overpaid": InvoiceDetailsResult(invoice=OVERPAID),
    "planned": InvoiceDetailsResult(invoice=PLANNED),
    "late plan": InvoiceDetailsResult(invoice=LATE_PLAN),
    "disputed": InvoiceDetailsResult(invoice=invoice("1", stage="disputed")),
    "legal": InvoiceDetailsResult(invoice=invoice("1", due=-90, stage="legal")),
    "credited": InvoiceDetailsResult(invoice=invoice("1", total=0, stage="credited")),
    "no balance": Balance(invoices=(), outstanding=(), overpaid=()),
    "balance of one": Balance(invoices=(COSTLY,), outstanding=(COSTLY.outstanding,), overpaid=()),
    "balance of all": Balance(invoices=(GYM, RENT), outstanding=(euros(50990),), overpaid=()),
    "only too much": Balance(invoices=(OVERPAID, OVERPAID), outstanding=(), overpaid=(euros(18480),)),
    "letters": Letters(letters=(LETTER, LETTER)),
    "no letters": Letters(letters=()),
    "no letters about one": Letters(letters=(), invoice="1003"),
    "contact": Contact(contact=CONTACT),
    "contact, closed": Contact(contact=CONTACT.model_copy(update={"open_now": False})),
    "contact, no line": Contact(contact=CONTACT.model_copy(update={"phone": None, "hours": ()})),
    "payment": PaymentStarted(payment=PAYMENT),
    "passage": KnowledgeAnswer(question="?", passages=(passage("5 €"), passage("else", article_id="other"))),
    "fallback": KnowledgeAnswer(question="?", passages=(passage("5 €", fallback=True),)),
    "no passage": KnowledgeAnswer(question="?", passages=()),
    "proposal": ProposalMade(proposal=PROPOSAL),
    "refund": ProposalMade(proposal=proposal(REFUND)),
    "which invoice": NeedsInput(what="invoice", tool="get_invoice", choices=(POWER, GYM)),
    "which date": asks("new_date", "postpone_due_date", fee=euros(500), **RANGE),
    "which date, free": asks("new_date", "postpone_due_date", fee=FREE, **RANGE),
    "when to begin": asks("new_date", "create_payment_plan", **RANGE),
    "how many": asks("instalments", "create_payment_plan", most=4, fee=euros(2000), **RANGE),
    "how many anew": asks("instalments", "change_payment_plan", most=12, fee=FREE, **RANGE),
    "which account": asks("account", "set_refund_account"),
    "who": asks("person", "authorize_person"),
    "whose": asks("authorization", "revoke_authorization", authorizations=(FRIEND, FRIEND)),
    "why": asks("reason", "dispute_invoice"),
    "refused": Refused(tool="postpone_due_date", reason="paid", invoice=DENTIST),
    "no such invoice": NotFound(invoice="9999"),
    "no invoices": NotFound(),
}
