"""What should have happened, as scenarios for ``evals/scenarios``: played by the demo's people, with nobody's data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import yaml
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from channels.message_center.models import Thread
from channels.message_center.records import Review
from channels.message_center.repository import ThreadRepository
from channels.supervisor.conversations import Episode, episodes
from channels.supervisor.masking import Masker, StandIn
from channels.supervisor.reviews import Expected
from tools.context import Clock, Principal, local_date
from tools.ledger import repository
from tools.ledger.claims import Claim
from tools.ledger.demo_data import BILLERS, COMPANIES, COMPANY_MYROPO_IDS, INVOICES, PEOPLE
from tools.ledger.models import Customer

_HEAD = "# Written from reviews. Whoever is in them is of the demo: check that it can happen to them.\n"
_PERSONS = {"FI": ("anna", ("1001", "1002", "1003")), "SE": ("erik", ("2001",)), "NO": ("ingrid", ("3001", "3002"))}
_COMPANIES = {"FI": "9001", "SE": "9002", "NO": "9003"}
_IBANS = {"FI": "FI21 1234 5600 0007 85", "SE": "SE45 5000 0000 0583 9825 7466", "NO": "NO93 8601 1117 947"}


async def scenarios_of_reviews(session: AsyncSession, clock: Clock) -> str:
    """All reviews that are done and say what should have happened, as YAML that ``make eval`` can play.

    Args:
        session: to read with.
        clock: the time.
    """
    query = (
        select(Review, Thread)
        .join(Thread, col(Thread.id) == col(Review.thread_id))
        .where(col(Review.done_at).is_not(None))
        .order_by(col(Review.done_at), col(Review.id))
    )
    written = [_HEAD]
    for review, thread in (await session.execute(query)).all():
        expected = {each.seq: each for each in map(Expected.model_validate, review.expected)}
        if not expected:
            continue
        log = await ThreadRepository(session).events(thread.id, internal=True)
        mask, who = await _masker(session, thread, clock)
        marked = [part for part in episodes(log) if any(seq in expected for seq, _ in part.messages)]
        for number, episode in enumerate(marked, start=1):
            name = f"review {review.id}" + (f", part {number}" if len(marked) > 1 else "")
            written.append(_block(name, who, _steps(episode, expected, mask), mask(review.comment)))
    return "\n".join(written) if len(written) > 1 else f"{_HEAD}[]\n"


def _steps(episode: Episode, expected: dict[int, Expected], mask: Masker) -> list[dict[str, Any]]:
    """Up to the last message that is marked; what is not marked before it may lead to anything."""
    last = max(seq for seq, _ in episode.messages if seq in expected)
    steps: list[dict[str, Any]] = []
    for seq, text in episode.messages:
        if seq > last:
            break
        step: dict[str, Any] = {"say": mask(text)}
        if (wanted := expected.get(seq)) is None:
            steps.append({**step, "any_tools": True})
            continue
        handed = wanted.reason is not None or "hand_off" in wanted.tools
        step["tools"] = wanted.tools or (["hand_off"] if handed else [])
        step |= {"says": mask(wanted.says)} if wanted.says else {}
        step |= {"handler": "queue"} if handed else {}
        steps.append(step | ({"reason": wanted.reason} if wanted.reason else {}))
        if handed:  # what comes after is for people
            break
    return steps


def _block(name: str, who: str, steps: list[dict[str, Any]], comment: str) -> str:
    remarks = "".join(f"# {line}\n" for line in comment.splitlines())
    row = {"name": name, "as": who, "steps": steps}
    return remarks + yaml.safe_dump([row], allow_unicode=True, sort_keys=False, width=100)


async def _masker(session: AsyncSession, thread: Thread, clock: Clock) -> tuple[Masker, str]:
    """What takes the persons out of a conversation, and who of the demo speaks in it."""
    today = local_date(clock.now())
    claims = await repository.all_claims(session, Principal.parse(thread.principal), today)
    customer = await repository.customer_of(session, Principal.parse(thread.principal))
    kind = customer.kind if customer else "person"
    stand_in, invoices = _stand_in(kind, thread.country)
    names = {thread.customer_name, *([customer.name] if customer else []), *_names(claims)}
    numbers = {claim.invoice.number: invoices[i % len(invoices)] for i, claim in enumerate(claims)}
    numbers |= {claim.invoice.reference: "12345672" for claim in claims}
    return Masker(stand_in, names=names, invoices=numbers, kept=[b.name for b in BILLERS.values()]), stand_in.who


def _names(claims: Iterable[Claim]) -> list[str]:
    return [claim.customer.name for claim in claims]


def _stand_in(kind: str, country: str) -> tuple[StandIn, Sequence[str]]:
    """Somebody of the demo of the same kind and country, and the numbers of their invoices."""
    country = country if country in _PERSONS else "FI"
    if kind == "person":
        handle, invoices = _PERSONS[country]
        person = next(person for person in PEOPLE if person.handle == handle)
        name, email, who = person.name, f"{handle}@customer.example", handle
    else:
        number = _COMPANIES[country]
        owner = next(draft.customer for draft in INVOICES if draft.number == number)
        company: Customer = next(company for company in COMPANIES if company.id == owner)
        name, email, who, invoices = company.name, company.email or "", COMPANY_MYROPO_IDS[number], (number,)
    # The demo's MyRopo IDs are made when it is seeded; a scenario that names one will want the real one.
    myropo_id = COMPANY_MYROPO_IDS.get(invoices[0], f"MR-0000-{invoices[0]}")
    stand_in = StandIn(who, name, email, invoices[0], myropo_id, _IBANS[country])
    return stand_in, invoices
