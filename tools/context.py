"""What every tool is given: who asks, what may be reached, and what time it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Literal, Protocol, get_args
from zoneinfo import ZoneInfo

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from knowledge.articles import Audience
from knowledge.places import country_named

if TYPE_CHECKING:
    from knowledge.search import KnowledgeBase, Passage
    from tools.ledger.payments import Payments
    from tools.ledger.service import LedgerService

PrincipalKind = Literal["person", "company", "delegate", "authority", "service", "anonymous"]
Strength = Literal["light", "strong"]
"""How surely a session knows who is there: by an e-mailed code or a passkey, or by a bank's identification."""
Language = Literal["en", "fi", "sv", "nb"]
_AUDIENCES: dict[PrincipalKind, Audience] = {"company": "company", "delegate": "delegate", "authority": "authority"}
STOCKHOLM = ZoneInfo("Europe/Stockholm")
LANGUAGES: tuple[Language, ...] = ("en", "fi", "sv", "nb")


@dataclass(frozen=True)
class Principal:
    """Whose view of the ledger this is. It comes from the session, never from a tool argument.

    Attributes:
        kind: ``person`` (key: customer handle), ``company`` (key: the MyRopo ID of the one invoice that was opened
            with it), ``delegate`` (key: id of the authorization, whose one invoice is seen), ``authority`` (key:
            business ID, sees the invoices it was let into), ``service`` (key empty: the daily run and the back office,
            sees everything and never comes from a session) or ``anonymous`` (key empty, sees nothing).
        key: see ``kind``.
    """

    kind: PrincipalKind
    key: str = ""

    def __str__(self) -> str:
        return f"{self.kind}:{self.key}"

    @classmethod
    def parse(cls, text: str) -> Principal:
        """Read what ``str(principal)`` wrote.

        Raises:
            ValueError: the text is not ``kind:key``.
        """
        kind, _, key = text.partition(":")
        if kind not in get_args(PrincipalKind):
            raise ValueError(f"not a principal: {text!r}")
        return cls(kind, key)  # type: ignore[arg-type]  # narrowed by the check above


SERVICE = Principal("service")
BANK = "bank"
"""Who a payment comes from, in an invoice's log."""


class Clock(Protocol):
    """The only source of time: made in the composition root, passed in everywhere else."""

    def now(self) -> datetime:
        """The present moment, timezone-aware, in UTC."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The present moment in UTC."""
        return datetime.now(UTC)


class FrozenClock:
    """A clock that stands at noon UTC of one day, for demos, tests and evaluations.

    Args:
        today: the date at which it stands.
    """

    def __init__(self, today: date) -> None:
        self._now = datetime.combine(today, time(12), UTC)

    def now(self) -> datetime:
        """Noon UTC of the chosen day."""
        return self._now


@dataclass(frozen=True)
class ToolContext:
    """The one typed object that reaches every tool.

    Attributes:
        principal: whose invoices may be seen.
        ledger: the invoice ledger.
        payments: begins payments.
        knowledge: the knowledge base.
        clock: the time.
        thread_id: the conversation, for proposals to belong to.
        language: the thread's language.
        country: the customer's country, ISO 3166 alpha-2 (FI, SE, NO).
    """

    principal: Principal
    ledger: LedgerService
    payments: Payments
    knowledge: KnowledgeBase
    clock: Clock
    thread_id: str
    language: Language
    country: str

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type, handler: GetCoreSchemaHandler) -> CoreSchema:
        """LangChain derives a schema from a tool's signature; it shall not look into services."""
        return core_schema.is_instance_schema(cls)

    @property
    def today(self) -> date:
        """Today's date, see ``local_today``."""
        return local_today(self.clock)

    async def search(self, question: str) -> list[Passage]:
        """What the articles for this customer say to a question, see ``KnowledgeBase.search``.

        A question about another country is answered for that country: fees and rights differ.
        """
        named, question = country_named(question)
        return await self.knowledge.search(
            question,
            language=self.language,
            country=named or self.country,
            audience=self.audience,
            on=self.today,
        )

    @property
    def audience(self) -> Audience:
        """Whom articles must be meant for to answer this customer."""
        return _AUDIENCES.get(self.principal.kind, "consumer")


def local_today(clock: Clock) -> date:
    """Today's date in the service's countries, see ``local_date``."""
    return local_date(clock.now())


def local_date(moment: datetime) -> date:
    """The date of a moment in the service's countries.

    Finland is an hour ahead of Sweden and Norway; due dates are days of the whole service, so
    one zone decides for all: Stockholm's.

    Args:
        moment: timezone-aware.
    """
    return moment.astimezone(STOCKHOLM).date()
