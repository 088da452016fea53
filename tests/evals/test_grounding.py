"""How figures are read in the grounding evaluation, and what bears them out."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import islice

import pytest
from langchain_core.messages import AIMessage

from assistant.conversation import Situation
from assistant.prompt import messages_for
from evals.grounding.figures import figures_in, is_borne_out, readings_of
from evals.grounding.liar import Liar
from evals.grounding.sources import hours_readings, readings_in
from evals.grounding.talks import talks
from knowledge.building import written_articles
from knowledge.hours import load_hours
from knowledge.money import Money
from tests.assistant.support import invoice
from tests.conftest import TODAY
from tools.context import LANGUAGES, Language
from tools.results import Balance, Refused


def missing(reply: str, *sources: str, said: str = "") -> list[str]:
    known = {reading for source in sources for reading in readings_of(source)} | {*readings_of(said, spoken=True)}
    return [figure.shown for figure in figures_in(reply) if not is_borne_out(figure, known)]


@pytest.mark.parametrize(
    ("reply", "source"),
    [
        ("€1,249.90 is left.", "1 249,90 €"),
        ("Due on 10 December 2026.", "2026-12-10"),
        ("Eräpäivä on 10. joulukuuta 2026, siis 10.12.", "10.12.2026"),
        ("Förfaller 3 nov. 2026", "3. marraskuuta 2026"),
        ("The rate is 11.5%.", "11,5 %"),
        ("Call +358 9 4245 0101", "+358942450101"),
        ("To FI21 1234 5600 0007 85", "FI2112345600000785"),
        ("Tili FI•• •••• 0785", "FI2112345600000785"),
        ("MR-7040-9001", "mr-7040-9001"),
        ("at 15.30", "15:30"),
        ("two of your 3 invoices", ""),
        ("invoices 1001 1002", "1001, 1002"),
    ],
)
def test_a_figure_is_borne_out_however_it_is_written(reply: str, source: str) -> None:
    assert missing(reply, source) == []


@pytest.mark.parametrize(
    ("reply", "source", "made_up"),
    [
        ("It costs €14.", "within 14 days", ["€14"]),
        ("It costs 7 kr.", "7 instalments", ["7 kr"]),
        ("Due on 10 December 2027.", "2026-12-10", ["10 December 2027"]),
        ("The rate is 12 %.", "11.5 %, 12 months", ["12 %"]),
        ("Invoice 1001", "Invoice 1002", ["1001"]),
        ("Call +358 9 4245 0102", "+358 9 4245 0101", ["+358 9 4245 0102"]),
        ("To FI33 1111 2222 3333 44", "FI2112345600000785", ["FI33 1111 2222 3333 44"]),
    ],
)
def test_a_made_up_figure_is_found(reply: str, source: str, made_up: list[str]) -> None:
    assert missing(reply, source) == made_up


def test_a_customer_may_leave_out_the_currency() -> None:
    assert missing("€40.00 will be paid.", said="I pay 40 now") == []


def test_results_bear_out_what_replies_work_out_of_them() -> None:
    owed = (invoice("1001", fees=500), invoice("1003", total=6490, fees=1400, due=-5))
    known = {
        *readings_in(Balance(invoices=owed, outstanding=(Money(amount_minor=14980, currency="EUR"),), overpaid=()))
    }
    assert {"money 149.8", "money 19", "money 50.9", "number 1003", "day 2026-12-04"} <= known
    # Ids are no source.
    assert not any(str(owed[0].id)[:8] in reading for reading in known)


def test_a_refusal_bears_out_what_is_possible_instead() -> None:
    refusal = Refused(tool="postpone_due_date", reason="too_late", params={"latest": date(2026, 12, 24)})
    assert "day 2026-12-24" in {*readings_in(refusal)}


def test_a_handoff_tells_the_service_hours() -> None:
    assert "date 11-23" in {*hours_readings(load_hours(), "FI", datetime(2026, 11, 22, 12, tzinfo=UTC))}


def test_conversations_are_the_same_for_the_same_seed() -> None:
    articles = written_articles(TODAY)
    first, again, other = (list(islice(talks(seed, articles, TODAY), 40)) for seed in (1, 1, 2))
    assert first == again != other
    assert not any("{" in said for talk in first for said in talk.said)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_liar_notes_its_lies(language: Language) -> None:
    liar = Liar(1)
    messages = messages_for(Situation("Hi", language, TODAY, (invoice("1001"),)))
    answers = [await liar.model().ainvoke(messages) for _ in range(60)]
    lies = {answer.text for answer in answers if isinstance(answer, AIMessage) and not answer.tool_calls}
    assert lies == set(liar.told.values())
    assert any("1001" in lie for lie in lies)
