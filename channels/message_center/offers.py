"""Cards that people of customer service offer: the same as the assistant's, under the same rules."""

from __future__ import annotations

from datetime import datetime

from channels.message_center.audit import note_action
from channels.message_center.cards import tell_closed, tell_offered
from channels.message_center.desk import held
from channels.message_center.promises import keep_promise
from channels.message_center.repository import ThreadRepository
from channels.message_center.staff import Agent
from knowledge.tariffs import Tariffs
from tools.context import Principal
from tools.database import SessionFactory
from tools.ledger.proposal_views import ProposalView
from tools.ledger.service import propose_within
from tools.ledger.terms import Wish


async def offer_as_agent(
    sessions: SessionFactory,
    tariffs: Tariffs,
    agent: Agent,
    thread_id: str,
    reference: str,
    wish: Wish,
    now: datetime,
) -> ProposalView:
    """Put a card before the customer, who alone can confirm it. One transaction.

    Args:
        sessions: database sessions.
        tariffs: the fees.
        agent: who offers, and holds the thread.
        thread_id: the conversation.
        reference: number or MyRopo ID of an invoice in the customer's scope.
        wish: what would be changed.
        now: the present moment.

    Raises:
        ThreadNotFound, NotYours: there is no such thread, or the agent does not hold it.
        LedgerError: no such invoice in the customer's scope, or a rule says no.
    """
    async with sessions.begin() as session:
        thread = await held(ThreadRepository(session), agent, thread_id)
        principal = Principal.parse(thread.principal)
        made = await propose_within(session, tariffs, principal, thread_id, reference, wish, now)
        for closed in made.closed:
            await tell_closed(session, thread, closed, now)
        await tell_offered(session, thread, made.proposal, now, author="agent", name=agent.name)
        # A card is an answer: the next word is the customer's.
        thread.answered_seq = thread.customer_seq
        keep_promise(thread)
        about = {"kind": wish.kind, "invoice": made.proposal.invoice, "proposal": str(made.proposal.id)}
        note_action(session, agent.id, "offered", now, thread_id=thread_id, **about)
        return made.proposal
