"""Notices in answers: what bears on the customer's question is told with the answer, once in a conversation."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.agent import Findings
from assistant.conversation import Message, Reply
from assistant.replies.catalogue import say
from knowledge.articles import Topic
from tools.context import Language
from tools.notices import NoticeView
from tools.results import KnowledgeAnswer

UPDATES = "topical-updates"
"""The article about news and disruptions: whoever is led to it asks for the notices themselves."""

_TOPIC_OF_TOOL: dict[str, Topic] = {
    "list_invoices": "portal",
    "get_invoice": "portal",
    "get_balance": "portal",
    "list_letters": "letters",
    "get_contact": "contact",
    "start_payment": "paying",
    "postpone_due_date": "due-dates",
    "create_payment_plan": "due-dates",
    "change_payment_plan": "due-dates",
    "cancel_payment_plan": "due-dates",
    "set_refund_account": "refunds",
    "authorize_person": "acting-for-others",
    "revoke_authorization": "acting-for-others",
    "dispute_invoice": "disputes",
    "hand_off": "contact",
}


def topics_of(found: Findings) -> set[Topic]:
    """What an answer is about: the topics of the article it rests on and of the tools that were called."""
    topics = {_TOPIC_OF_TOOL[use.name] for use, _ in found.calls if use.name in _TOPIC_OF_TOOL}
    return topics | {answer.passages[0].topic for answer in _answers(found)}


def asks_for_updates(found: Findings) -> bool:
    """Whether the customer asks what is going on with the service."""
    return any(answer.passages[0].article_id == UPDATES for answer in _answers(found))


def tell(reply: Reply, found: Findings, notices: Sequence[NoticeView], history: Sequence[Message]) -> None:
    """Put the notices that bear on an answer before it.

    Args:
        reply: the answer; its words are changed.
        found: what it rests on.
        notices: those in force for this customer.
        history: of the conversation; what was told in it is not told again unless it is asked for.
    """
    if asks_for_updates(found):
        lines = [_line(notice, reply.language) for notice in notices] or [say("notices-none", reply.language)]
    else:
        topics, said = topics_of(found), "\n".join(message.text for message in history)
        bearing = [notice for notice in notices if topics.intersection(notice.topics) and notice.text not in said]
        lines = [_line(notice, reply.language) for notice in bearing]
    reply.text = "\n\n".join(part for part in (*lines, reply.text) if part)


def _answers(found: Findings) -> list[KnowledgeAnswer]:
    return [result for result in found.results if isinstance(result, KnowledgeAnswer) and result.passages]


def _line(notice: NoticeView, language: Language) -> str:
    return say(f"notice-{notice.kind}", language, text=notice.text)
