"""What the ledger refuses, named for the fact.

::

    LedgerError
    ├── NotFound                    out of the principal's scope, or nowhere: the two look the same
    │   ├── InvoiceNotFound
    │   ├── ProposalNotFound
    │   ├── LetterNotFound
    │   └── PaymentNotFound
    ├── InvoiceAmbiguous            several invoices in scope bear this number
    ├── ProposalRefused             the click changes nothing
    │   ├── ProposalExpired
    │   ├── ProposalChanged         its ground or its terms are no longer what the customer was shown
    │   ├── ProposalAlreadyConfirmed
    │   ├── ProposalClosed          cancelled or superseded
    │   └── StepUpNeeded            only for a strongly identified customer; it stays open
    ├── PolicyRefused               a rule says no, and what is possible instead
    ├── PaymentUnavailable          no payment can be begun now
    ├── PaymentMismatch             a payment provider reports another amount than was asked for
    └── BadSignature                a payment provider's message is forged, altered or too old

``code`` is the error code of the chat protocol where it has one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar


class LedgerError(Exception):
    """Base of every refusal of the ledger; nothing was changed.

    Attributes:
        code: a stable code for protocols and logs.
    """

    code: ClassVar[str] = "ledger_error"


class NotFound(LedgerError):
    """It does not exist within the principal's scope."""

    code = "not_found"


class InvoiceNotFound(NotFound):
    """No invoice with this reference within the principal's scope."""

    code = "invoice_not_found"


class ProposalNotFound(NotFound):
    """No proposal with this id that was made to this principal."""

    code = "proposal_not_found"


class LetterNotFound(NotFound):
    """No letter with this id about an invoice within the principal's scope."""

    code = "letter_not_found"


class PaymentNotFound(NotFound):
    """No payment with this id was begun."""

    code = "payment_not_found"


class InvoiceAmbiguous(LedgerError):
    """Several invoices in scope bear this number; their MyRopo IDs tell them apart.

    Attributes:
        myropo_ids: the MyRopo IDs of the invoices that match.
    """

    code = "invoice_ambiguous"

    def __init__(self, reference: str, myropo_ids: list[str]) -> None:
        super().__init__(f"several invoices bear the number {reference}")
        self.myropo_ids = myropo_ids


class ProposalRefused(LedgerError):
    """The proposal exists but cannot be confirmed or cancelled."""

    code = "proposal_refused"


class ProposalExpired(ProposalRefused):
    """The proposal's time is over."""

    code = "proposal_expired"


class ProposalChanged(ProposalRefused):
    """The invoice or the rules moved since the proposal was made, or the hash is not the proposal's."""

    code = "proposal_changed"


class ProposalAlreadyConfirmed(ProposalRefused):
    """The proposal was committed before, and is not committed again."""

    code = "proposal_already_confirmed"


class ProposalClosed(ProposalRefused):
    """The proposal was cancelled, or another one took its place."""

    code = "proposal_closed"


class StepUpNeeded(ProposalRefused):
    """The customer must be strongly identified first; the proposal stays open meanwhile."""

    code = "step_up_needed"


class PolicyRefused(LedgerError):
    """A rule says no.

    Attributes:
        reason: a reason code of ``policies.py``.
        params: what is possible instead, and what the refusal is about, ready for a template.
    """

    code = "policy_refused"

    def __init__(self, reason: str, params: Mapping[str, object]) -> None:
        super().__init__(reason)
        self.reason = reason
        self.params = dict(params)


class PaymentUnavailable(LedgerError):
    """No payment can be begun now: there is no provider, or it does not answer."""

    code = "payment_unavailable"


class PaymentMismatch(LedgerError):
    """A payment provider reports another amount than was asked for; a person must look at it."""

    code = "payment_mismatch"


class BadSignature(LedgerError):
    """A payment provider's message is not genuine, or not fresh."""

    code = "bad_signature"
