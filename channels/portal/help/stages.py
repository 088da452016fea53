"""What happens to an unpaid invoice, from the timetable of the country's tariff."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import get_args

from channels.portal.help.prices import compensated
from channels.portal.help.reader import Reader
from knowledge.articles import Articles
from knowledge.formats import format_money
from knowledge.money import Money
from knowledge.tariffs import CustomerKind, LetterKind, Step, Tariff, letter_fee, timetable

_ABOUT = {
    "invoice": "postpone-due-date",
    "reminder": "reminder-received",
    "collection_notice": "collection-letter",
    "collection_letter": "collection-letter",
    "second_collection_letter": "collection-letter",
    "legal_notice": "legal-collection",
    "follow_up": "long-term-follow-up",
}


@dataclass(frozen=True)
class Cost:
    """What a letter costs one kind of customers, in words."""

    who: str
    amount: str


@dataclass(frozen=True)
class StageView:
    """One stage of the picture.

    Attributes:
        kind: the letter that begins it; ``invoice`` and ``follow_up`` are the first and the last.
        level: the stage that the claim is in: open, reminder, collection, legal or follow_up.
        day: its first day, counted from the first due date; None where no timetable says so.
        when: how long after what it begins.
        gives_days: from the letter to the new due date; None where it sets none.
        costs: what the letter costs at most; empty where no tariff says so.
        article: title and path of the article about it, if there is one for the reader.
    """

    kind: str
    level: str
    day: int | None
    when: str
    gives_days: int | None
    costs: tuple[Cost, ...]
    article: tuple[str, str] | None


def stages_of(reader: Reader, articles: Articles) -> list[StageView]:
    """The stages of a consumer's unpaid invoice; companies get the same letters at the same times.

    Args:
        reader: whose country's timetable is shown.
        articles: all of them, to link to.
    """
    views = [_unpriced(reader, articles, "invoice", "open")]
    due, after = 0, "invoice"
    for step in timetable(reader.tariff, "consumer"):
        views.append(_stage(reader, articles, step, due + step.after_days, after))
        due, after = due + step.after_days + (step.gives_days or 0), step.letter
    return [*views, _unpriced(reader, articles, "follow_up", "follow_up")]


def _unpriced(reader: Reader, articles: Articles, kind: str, level: str) -> StageView:
    """A stage that no letter of the timetable begins."""
    when = reader.say(f"when-{kind}")
    return StageView(kind, level, None, when, None, (), _article(reader, articles, kind))


def _stage(reader: Reader, articles: Articles, step: Step, day: int, after: str) -> StageView:
    when = reader.say("when-letter", days=step.after_days, after=after)
    costs = () if step.letter == "legal_notice" else _costs(reader, step.letter)
    return StageView(
        step.letter, step.stage, day, when, step.gives_days, costs, _article(reader, articles, step.letter)
    )


def _costs(reader: Reader, letter: LetterKind) -> tuple[Cost, ...]:
    return tuple(Cost(reader.say(f"who-{kind}"), _cost(reader, kind, letter)) for kind in get_args(CustomerKind))


def _cost(reader: Reader, kind: CustomerKind, letter: LetterKind) -> str:
    most = dearest_letter(reader.tariff, kind, letter)
    if not most.amount_minor:
        return reader.say("in-compensation" if compensated(reader, kind) else "free")
    return reader.say("at-most", amount=format_money(most, reader.language, short=True))


def dearest_letter(tariff: Tariff, kind: CustomerKind, letter: LetterKind) -> Money:
    """What a letter costs at most, whatever the size of the claim.

    Args:
        tariff: of the claim's country.
        kind: who owes.
        letter: which one.
    """
    letters = getattr(tariff.collection_letter, kind)
    ends = [band.up_to for band in (*letters.first, *(letters.second or ())) if band.up_to is not None]
    sizes = [*ends, max(ends, default=Decimal(0)) + 1]
    fees = [letter_fee(tariff, kind, letter, tariff.money(size)) for size in sizes]
    return max(fees, key=lambda fee: fee.amount_minor)


def _article(reader: Reader, articles: Articles, stage: str) -> tuple[str, str] | None:
    found = reader.find(articles, _ABOUT[stage])
    return (found.title, reader.path(found.id)) if found else None
