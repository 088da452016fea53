"""Replies from the articles: an article's own words, with their source."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.conversation import Reply, ToolUse
from assistant.replies.buttons import button, person_button
from assistant.replies.catalogue import say
from assistant.replies.invoices import Table
from knowledge.search import Passage
from tools.context import Language
from tools.results import KnowledgeAnswer

# Below this the likeliest article is more often wrong than right (measured on the calibration questions).
_SURE_ENOUGH = 0.35
_WORTH_OFFERING = 0.15
# Policy: an answer is short.
_MOST_WORDS = 85
_TABLE = re.compile(r"^\|.*\|$(?:\n\|.*\|$)+", re.MULTILINE)


def render_answer(result: KnowledgeAnswer, language: Language) -> Reply:
    """The likeliest article's own answer with its source; titles to choose from, or that it is not known."""
    if not result.passages:
        return Reply(say("knowledge-none", language), language, quick_replies=[person_button(language)])
    best = result.passages[0]
    if best.score < _SURE_ENOUGH:
        offered = [button(passage.title) for passage in result.passages]
        return Reply(say("not-understood", language), language, quick_replies=[*offered, person_button(language)])
    text, table = _told(best)
    if best.fallback:
        text = f"{say('knowledge-fallback', language, spoken=best.language)}\n{text}"
    citation = {"article_id": best.article_id, "title": best.title, "url": best.url}
    # Where another article is about as likely, its title is offered: as a message it leads there.
    others = [button(other.title) for other in result.passages[1:] if other.score >= _WORTH_OFFERING]
    return Reply(text, language, citations=[citation], quick_replies=others, table=table)


def from_articles(question: str, passages: Sequence[Passage], language: Language) -> Reply | None:
    """What an article surely says to a question, and that no more is possible now; None where none does.

    Args:
        question: the customer's words.
        passages: what was found, likeliest first.
        language: of the reply.
    """
    found = surely_told(question, passages)
    if found is None:
        return None
    reply = render_answer(found, language)
    reply.text = f"{say('articles-only', language)}\n\n{reply.text}"
    reply.quick_replies = [*reply.quick_replies, person_button(language)]
    reply.tools = [ToolUse("search_knowledge", {"question": question}, found.outcome)]
    return reply


def surely_told(question: str, passages: Sequence[Passage]) -> KnowledgeAnswer | None:
    """Passages as an answer, where the likeliest article surely is one; None where none is."""
    if not passages or passages[0].score < _SURE_ENOUGH:
        return None
    return KnowledgeAnswer(question=question, passages=tuple(passages))


def _told(passage: Passage) -> tuple[str, Table | None]:
    """The short answer, and of the section nearest to the question the words where they are few, or the table."""
    heading, _, section = passage.text.partition("\n")
    section = section.strip()
    if passage.text == passage.short_answer or not section:
        return passage.short_answer, None
    if found := _TABLE.search(section):
        return f"{passage.short_answer}\n\n{heading}", _table(found[0])
    if len(f"{passage.short_answer} {passage.text}".split()) > _MOST_WORDS:
        return passage.short_answer, None
    return f"{passage.short_answer}\n\n{heading}: {section}", None


def _table(markdown: str) -> Table:
    lines = (line.strip().strip("|").split("|") for line in markdown.splitlines())
    head, ruler, *rows = ([cell.strip() for cell in line] for line in lines)
    align = ["right" if cell.endswith(":") else "left" for cell in ruler]
    columns = [{"label": label, "align": side} for label, side in zip(head, align, strict=True)]
    return {"columns": columns, "rows": rows}
