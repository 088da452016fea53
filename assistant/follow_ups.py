"""What was talked about last, and messages that have sense only together with it.

The subject is kept with the thread as plain data: the ``tool`` that was called last, its ``arguments``, and the
invoices that were ``shown``. "Make it the 20th" calls the same tool with another date, "and the gym?" with another
invoice, "and in Norway?" asks the same question about Norway.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from assistant.conversation import Situation, ToolUse
from assistant.understanding.arguments import Arguments, arguments_for
from assistant.understanding.choices import ROUTE_OF_TOOL
from assistant.understanding.encoder import Reading
from tools.catalogue import EFFECTS, Effect
from tools.results import (
    InvoiceDetailsResult,
    InvoiceList,
    KnowledgeAnswer,
    NeedsInput,
    ProposalMade,
    Refused,
    ToolResult,
)

Subject = dict[str, Any]

_SURE = 0.5
_SURE_OF_ANOTHER = 0.75
_LONGEST = 12
_ITS_COST = re.compile(
    r"(?:(?:and|ok|so|entä|ja|och|og|men|mutta)\W+)?(?:"
    r"(?:what|how\s+much)\s+(?:does|will|would)\s+(?:that|it|this)\s+cost(?:\s+me)?|how\s+much\s+is\s+(?:that|it|this)"
    r"|(?:is|does)\s+(?:that|it|this)\s+(?:free|cost\s+(?:anything|extra|me\s+anything))|what(?:'s|\s+is)\s+the\s+(?:fee|cost|price)"
    r"|(?:paljonko|mitä|paljo)\s+(?:se|tämä|tää|toi|tuo)\s+(?:\w+\s+)?(?:maksaa|kustantaa)|maksaako\s+(?:se|tämä|tää)\s+(?:jotain|mitään)"
    r"|onko\s+(?:se|tämä|tää)\s+(?:ilmai\w+|maksuton\w*)"
    r"|(?:vad|hur\s+mycket)\s+kostar\s+(?:det|den)|kostar\s+det\s+(?:något|nåt|extra)|är\s+det\s+gratis"
    r"|(?:hva|hvor\s+mye)\s+koster\s+(?:det|den)|koster\s+det\s+(?:noe|ekstra)|er\s+det\s+gratis"
    r")\W*",
    re.IGNORECASE,
)
_CONNECTED = re.compile(
    r"^\W*(?:and|but|no|not|what\s+about|how\s+about|make\s+it|same|instead|rather|or|then"
    r"|entä|mutta|ei|eiku|vaan|sittenkin|sama|tai|no\s+entä|entäs|siis"
    r"|och|men|nej|inte|hur\s+är\s+det\s+med|samma|eller|i\s+stället|istället|då"
    r"|og|nei|ikke|hva\s+med|samme|heller|i\s+stedet|da)\b",
    re.IGNORECASE,
)
# A question and what follows it: the newest words count most, and an endless chain says nothing.
_MOST_WORDS = 60


def subject_of(calls: Sequence[tuple[ToolUse, ToolResult | None]]) -> Subject | None:
    """What a turn was about: its last call that a later message may go on from, or None.

    Args:
        calls: the tools that were called, each with its result.
    """
    # After what is for people nothing is gone on with.
    subjects = (
        _subject(use, result) for use, result in reversed(calls) if result and ROUTE_OF_TOOL[use.name] != "handoff"
    )
    return next(subjects, None)


def repeatable(subject: Subject | None) -> bool:
    """Whether the last call only looked something up, so that it may be made again in another language."""
    return subject is not None and EFFECTS[subject["tool"]] is Effect.READ


def follow_up_call(situation: Situation, reading: Reading) -> tuple[str, Arguments] | None:
    """The call that a message amounts to together with the subject, or None where it stands for itself.

    Args:
        situation: the message, and what is known around it.
        reading: of the message.
    """
    subject = situation.subject
    if subject is None or not _follows(situation.text, reading):
        return None
    tool, known = str(subject["tool"]), dict(subject["arguments"])
    route, share = reading.routes[0]
    if route != ROUTE_OF_TOOL[tool] and share >= _SURE_OF_ANOTHER and not asks_cost(situation.text):
        return None
    if tool == "search_knowledge":
        return tool, {"question": _joined(str(known.get("question", "")), situation.text)}
    if tool == "list_invoices":  # of which one is looked at
        tool, known = "get_invoice", {}
    # What it costs, the tool says with its question.
    if EFFECTS[tool] is Effect.PROPOSE and asks_cost(situation.text):
        return tool, known
    added = {name: value for name, value in arguments_for(tool, situation).items() if value != known.get(name)}
    if _is_same_invoice(added.get("invoice"), known.get("invoice"), situation):
        del added["invoice"]
    return (tool, {**known, **added}) if added else None


def asks_cost(text: str) -> bool:
    """Whether a whole message asks what that costs, which was spoken of."""
    return _ITS_COST.fullmatch(text.strip()) is not None


def _is_same_invoice(one: Any, other: Any, situation: Situation) -> bool:
    """Whether two references, a number or a MyRopo ID each, mean one invoice."""
    return one is not None and any({one, other} <= {i.number, i.myropo_id} for i in situation.invoices)


def _follows(text: str, reading: Reading) -> bool:
    if len(text.split()) > _LONGEST:
        return False
    told = (reading.shape == "follow_up" and reading.shape_share >= _SURE) or asks_cost(text)
    return told or _CONNECTED.search(text) is not None


def _subject(use: ToolUse, result: ToolResult | None) -> Subject:
    known = {name: value for name, value in use.arguments.items() if value is not None}
    shown: list[str] = []
    match result:
        case InvoiceList():
            shown = [invoice.myropo_id for invoice in result.invoices]
        case NeedsInput():
            shown = [invoice.myropo_id for invoice in result.choices]
        case InvoiceDetailsResult():
            known.setdefault("invoice", result.invoice.myropo_id)
        case ProposalMade():
            known.setdefault("invoice", result.proposal.invoice)
        case Refused() if result.invoice is not None:
            known.setdefault("invoice", result.invoice.myropo_id)
        case KnowledgeAnswer():
            known = {"question": result.question}
    return {"tool": use.name, "arguments": known, "shown": shown}


def _joined(question: str, text: str) -> str:
    return " ".join(f"{question} {text}".split()[-_MOST_WORDS:])
