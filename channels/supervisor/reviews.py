"""Reviews: conversations that a supervisor looks at, and what should have happened in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from channels.errors import BadInput, EntryNotFound
from channels.message_center.audit import note_action
from channels.message_center.models import Thread, ThreadEvent
from channels.message_center.records import Rating, Review, TurnRecord
from channels.message_center.repository import ThreadRepository
from channels.message_center.staff import Agent
from channels.supervisor.conversations import episodes
from tools.catalogue import EFFECTS
from tools.context import Clock
from tools.database import SessionFactory, storable_text
from tools.results import HandoffReason

MOST = 100
"""Reviews in one list."""
_LARGEST_ID = 2**63 - 1
Words = Annotated[str, Field(max_length=1000), AfterValidator(lambda words: storable_text(words).strip())]


class Expected(BaseModel):
    """What should have followed a customer's message: calls of tools, perhaps with words, or a person.

    Attributes:
        seq: number of the message.
        tools: exactly these, in order.
        reason: why a person should have taken over; the tool is then ``hand_off``.
        says: what the answer should have said, or a part of it.
    """

    model_config = ConfigDict(extra="forbid")

    seq: int
    tools: list[str] = []
    reason: HandoffReason | None = None
    says: Words = ""


class Judgement(BaseModel):
    """What a supervisor thinks of a conversation; ``done`` takes it out of the queue."""

    model_config = ConfigDict(extra="forbid")

    expected: list[Expected] = []
    comment: Words = ""
    done: bool = False


class Said(BaseModel):
    """One entry of the conversation; ``markable`` for messages that the assistant was to answer."""

    seq: int
    author: str
    name: str | None
    kind: str
    text: str
    at: datetime
    markable: bool
    tools: list[str] = []
    replaced: str | None = None


class GivenRating(BaseModel):
    """How the customer rated a part."""

    part: str
    score: int
    words: str


class ReviewLine(BaseModel):
    """A review in the list."""

    id: int
    thread_id: str
    customer: str
    country: str
    language: str
    cause: str
    at: datetime
    done_at: datetime | None
    by: str | None
    last_text: str
    ratings: list[GivenRating]
    replaced: list[str]


class ReviewList(BaseModel):
    """Reviews, and how many there are of that kind."""

    total: int
    reviews: list[ReviewLine]


class ReviewView(ReviewLine):
    """A review with its conversation."""

    conversation: list[Said]
    expected: list[Expected]
    comment: str


class Reviews:
    """Reads and marks reviews. Every public method is one transaction.

    Args:
        sessions: database sessions.
        clock: the time.
    """

    def __init__(self, sessions: SessionFactory, clock: Clock) -> None:
        self._sessions = sessions
        self._clock = clock

    async def list(self, *, done: bool) -> ReviewList:
        """Those that wait, oldest first; or those that are done, newest first."""
        state = col(Review.done_at).is_not(None) if done else col(Review.done_at).is_(None)
        order = col(Review.done_at).desc() if done else col(Review.at)
        async with self._sessions() as session:
            query = select(Review, Thread).join(Thread, col(Thread.id) == col(Review.thread_id)).where(state)
            rows = (await session.execute(query.order_by(order, col(Review.id)))).all()
            return ReviewList(total=len(rows), reviews=await _lines(session, rows[:MOST]))

    async def read(self, supervisor: str, review_id: int) -> ReviewView:
        """A review with its conversation; that it was opened is noted.

        Raises:
            EntryNotFound: there is none.
        """
        async with self._sessions.begin() as session:
            row = await _found(session, review_id)
            note_action(session, supervisor, "opened", self._clock.now(), thread_id=row[1].id, review=review_id)
            return await _view(session, row)

    async def judge(self, supervisor: str, review_id: int, judgement: Judgement) -> ReviewView:
        """Keep what a supervisor thinks.

        Raises:
            EntryNotFound: there is no such review.
            BadInput: a message that the assistant was not to answer, or a tool that does not exist.
        """
        now = self._clock.now()
        async with self._sessions.begin() as session:
            row = await _found(session, review_id, lock=True)
            review, thread = row
            log = await ThreadRepository(session).events(thread.id, internal=True)
            _refuse_unfit(judgement, log)
            review.expected = [expected.model_dump() for expected in judgement.expected]
            review.comment, review.agent_id = judgement.comment, supervisor
            review.done_at = (review.done_at or now) if judgement.done else None
            note_action(session, supervisor, "reviewed", now, thread_id=thread.id, done=judgement.done)
            await session.flush()
            return await _view(session, row)


def _refuse_unfit(judgement: Judgement, log: Sequence[ThreadEvent]) -> None:
    markable = {seq for episode in episodes(log) for seq, _ in episode.messages}
    for expected in judgement.expected:
        if expected.seq not in markable:
            raise BadInput("invalid_field", f"the assistant was not to answer {expected.seq}")
        if unknown := [name for name in expected.tools if name not in EFFECTS]:
            raise BadInput("invalid_field", f"there is no tool {', '.join(unknown)}")
        if expected.reason and expected.tools not in ([], ["hand_off"]):
            raise BadInput("invalid_field", "a reason for a person goes with the tool hand_off alone")
    if len({expected.seq for expected in judgement.expected}) < len(judgement.expected):
        raise BadInput("invalid_field", "a message is marked twice")


async def _found(session: AsyncSession, review_id: int, *, lock: bool = False) -> Row[Review, Thread]:
    if not 0 < review_id <= _LARGEST_ID:
        raise EntryNotFound(str(review_id))
    query = select(Review, Thread).join(Thread, col(Thread.id) == col(Review.thread_id))
    query = query.where(col(Review.id) == review_id)
    row = (await session.execute(query.with_for_update(of=Review) if lock else query)).one_or_none()
    if row is None:
        raise EntryNotFound(str(review_id))
    return row


async def _lines(session: AsyncSession, rows: Sequence[Row[Review, Thread]]) -> list[ReviewLine]:
    ids = [thread.id for _, thread in rows]
    ratings = (await session.scalars(select(Rating).where(col(Rating.thread_id).in_(ids)))).all()
    turns = select(TurnRecord).where(col(TurnRecord.thread_id).in_(ids), col(TurnRecord.replaced).is_not(None))
    replaced = (await session.scalars(turns.order_by(col(TurnRecord.seq)))).all()
    names = {agent.id: agent.name for agent in await session.scalars(select(Agent))}
    return [
        ReviewLine(
            **review.model_dump(include={"id", "thread_id", "cause", "at", "done_at"}),
            **thread.model_dump(include={"country", "language", "last_text"}),
            customer=thread.customer_name,
            by=names.get(review.agent_id) if review.agent_id else None,
            ratings=[
                GivenRating(part=each.part, score=each.score, words=each.words)
                for each in ratings
                if each.thread_id == thread.id
            ],
            replaced=[turn.replaced for turn in replaced if turn.thread_id == thread.id and turn.replaced],
        )
        for review, thread in rows
    ]


async def _view(session: AsyncSession, row: Row[Review, Thread]) -> ReviewView:
    review, thread = row
    [line] = await _lines(session, [row])
    log = await ThreadRepository(session).events(thread.id, internal=True)
    turns = await session.scalars(select(TurnRecord).where(col(TurnRecord.thread_id) == thread.id))
    return ReviewView(
        **line.model_dump(),
        conversation=_conversation(log, {turn.seq: turn for turn in turns}),
        expected=[Expected.model_validate(expected) for expected in review.expected],
        comment=review.comment,
    )


def _conversation(log: Sequence[ThreadEvent], turns: dict[int, TurnRecord]) -> list[Said]:
    markable = {seq for episode in episodes(log) for seq, _ in episode.messages}
    shown: list[Said] = []
    for event in log:
        text, turn = _text_of(event.payload), turns.get(event.seq)
        if not text:
            continue
        more: dict[str, Any] = {"tools": turn.tools, "replaced": turn.replaced} if turn else {}
        shown.append(
            Said(
                **event.model_dump(include={"seq", "kind", "at"}),
                author=event.author_kind,
                name=event.author_name,
                text=text,
                markable=event.seq in markable,
                **more,
            )
        )
    return shown


def _text_of(payload: dict[str, Any]) -> str:
    card = payload.get("proposal") or payload.get("receipt") or {}
    return str(payload.get("text") or card.get("title") or payload.get("words") or "")
