"""The tool that reads the knowledge base."""

from __future__ import annotations

from tests.conftest import TODAY
from tests.tools.support import FEES, ContextOf, Library, call, call_message
from tools.articles import search_knowledge
from tools.ledger.demo_data import COMPANY_MYROPO_ID
from tools.results import KnowledgeAnswer


async def test_passes_on_what_was_found(context_of: ContextOf) -> None:
    result = await call(search_knowledge, context_of("person:anna"), question="what is this fee")
    assert result == KnowledgeAnswer(question="what is this fee", passages=(FEES,))


async def test_nothing_found_is_an_answer(context_of: ContextOf) -> None:
    message = await call_message(search_knowledge, context_of("person:anna"), question="the meaning of life")
    assert message.text == '{"outcome":"passages","question":"the meaning of life"}'


async def test_asks_for_the_customers_language_country_and_day(context_of: ContextOf, library: Library) -> None:
    await call(search_knowledge, context_of("person:anna"), question="q")
    await call(search_knowledge, context_of(f"company:{COMPANY_MYROPO_ID}"), question="q")
    common = {"question": "q", "language": "en", "country": "FI", "on": TODAY}
    assert library.asked == [{**common, "audience": "consumer"}, {**common, "audience": "company"}]
