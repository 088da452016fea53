"""What the ledger shows of proposals: what may be confirmed, and the proof that it was."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from knowledge.money import Money
from tools.ledger.claims import Claim
from tools.ledger.models import Biller, Invoice
from tools.ledger.pending import Proposal, ProposalKind, ProposalStatus
from tools.ledger.terms import TERMS, Terms
from tools.ledger.views import View


class ProposalView(View):
    """A proposal with the hash that its confirmation must return.

    Attributes:
        strong: whether it can be confirmed only after strong identification.
    """

    id: UUID
    hash: str
    kind: ProposalKind
    status: ProposalStatus
    invoice: str
    biller: str
    expires_at: datetime
    strong: bool
    terms: Terms

    @classmethod
    def of(cls, proposal: Proposal, invoice: Invoice, biller: Biller) -> ProposalView:
        """Show a proposal for an invoice of a biller."""
        return cls(
            id=proposal.id,
            hash=proposal.hash,
            kind=proposal.kind,
            status=proposal.status,
            invoice=invoice.number,
            biller=biller.name,
            expires_at=proposal.expires_at,
            strong=proposal.kind in STRONG,
            terms=TERMS.validate_python(proposal.terms),
        )


STRONG: frozenset[ProposalKind] = frozenset({"set_refund_account", "authorize_person"})
"""What only a strongly identified customer may confirm: where money goes, and who sees an invoice."""


class Receipt(View):
    """Proof of a committed change: the terms that were agreed to, and the invoice as it is after them.

    Attributes:
        due_date: the invoice's.
        total: what is owed now.
    """

    proposal_id: UUID
    kind: ProposalKind
    invoice: str
    biller: str
    terms: Terms
    due_date: date
    total: Money
    committed_at: datetime

    @classmethod
    def of(cls, proposal: Proposal, claim: Claim, committed_at: datetime) -> Receipt:
        """Show what a confirmed proposal changed; due date and total are the claim's own."""
        return cls(
            proposal_id=proposal.id,
            kind=proposal.kind,
            invoice=claim.invoice.number,
            biller=claim.biller.name,
            terms=TERMS.validate_python(proposal.terms),
            due_date=claim.invoice.due_date,
            total=claim.outstanding,
            committed_at=committed_at,
        )
