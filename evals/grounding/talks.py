"""Conversations put together by chance: always the same ones for the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import yaml

from knowledge.articles import Articles
from knowledge.formats import format_date
from tools.context import LANGUAGES, Language
from tools.ledger.demo_data import COMPANIES, COMPANY_MYROPO_IDS, INVOICES, PEOPLE

_WORDS = Path(__file__).parent / "utterances.yaml"
_MOST_FOLLOWUPS = 3
_ASKS_GENERALLY = 0.35
_NAMES = (("Matti Meikäläinen", "matti@post.example"), ("Eva Berg", "eva.berg@post.example"))
# Accounts with right check digits, one per country.
_ACCOUNTS = ("FI21 1234 5600 0007 85", "SE35 5000 0000 0549 1000 0003", "NO93 8601 1117 947")


@dataclass(frozen=True)
class Talk:
    """What one customer says, message by message.

    Attributes:
        who: a demo customer's handle, or the MyRopo ID of a company's invoice.
        country: of the customer.
        said: the messages.
    """

    who: str
    country: str
    said: tuple[str, ...]


def talks(seed: int, articles: Articles, today: date) -> Iterator[Talk]:
    """Conversations without end.

    Args:
        seed: another number gives others.
        articles: whose example questions are asked.
        today: the day that dates lie after.
    """
    chance = random.Random(seed)
    while True:
        who, country, own = chance.choice(_customers())
        language: Language = chance.choice(LANGUAGES)
        words = _utterances()[language]
        first = chance.choice(words["openers"])
        if chance.random() < _ASKS_GENERALLY:
            questions = [q for a in articles.for_reader(language, country, today, "consumer") for q in a.questions]
            first = chance.choice(questions).replace("{", "").replace("}", "")
        more = [chance.choice(words["followups"]) for _ in range(chance.randint(0, _MOST_FOLLOWUPS))]
        said = tuple(_filled(text, own, chance, language, today) for text in (first, *more))
        yield Talk(who, country, said)


def _filled(text: str, own: Sequence[str], chance: random.Random, language: Language, today: date) -> str:
    day = today + timedelta(chance.randint(1, 75))
    name, email = chance.choice(_NAMES)
    written = (format_date(day, language), format_date(day, language, short=True), f"{day.day}.{day.month}.", str(day))
    strangers = [invoice.number for invoice in INVOICES if invoice.number not in own]
    return text.format(
        invoice=chance.choice(own or strangers),
        other=chance.choice(strangers),
        date=chance.choice(written),
        count=chance.randint(2, 14),
        amount=chance.choice(("20", "35,50", "500", "12.5", "1 000")),
        iban=chance.choice(_ACCOUNTS),
        name=name,
        email=email,
    )


@cache
def _customers() -> list[tuple[str, str, list[str]]]:
    """Who, from which country, with which invoices."""
    people = [(person.handle, person.country, _numbers(person.handle)) for person in PEOPLE]
    companies = [(company.id, company.country, _numbers(company.id)) for company in COMPANIES]
    return [*people, *((COMPANY_MYROPO_IDS[own[0]], country, own) for _, country, own in companies)]


def _numbers(customer: str) -> list[str]:
    return [invoice.number for invoice in INVOICES if invoice.customer == customer]


@cache
def _utterances() -> dict[Language, dict[str, list[str]]]:
    words: dict[Language, dict[str, list[str]]] = yaml.safe_load(_WORDS.read_text(encoding="utf-8"))
    return words
