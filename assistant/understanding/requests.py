"""Wishes that code recognises for certain, before any model is asked: a person, yes, no, thanks.

The lists are the plain words for these wishes in four languages, not phrasings: what they miss, the model decides.
"""

from __future__ import annotations

import re
from typing import Literal

_PERSON = re.compile(
    r"""
    # a person as such
    \b(?:real|live|actual|human)\s+(?:person|human|being|agent|people|operator|representative)\b
    | \b(?:speak|talk|chat|connect(?:ed)?|transfer(?:red)?|put\s+me|get\s+me)\b.{0,30}
      \b(?:person|human|someone|somebody|agent|representative|operator|advisor|adviser|customer\s+service|support|manager)\b
    | \b(?:ihmi(?:sen|selle|stä|nen)|asiakaspalvelija\w*|oikea\w*\s+ihmi\w*|virkailija\w*)\b
    | \b(?:prata|tala|snakka|chatta|kopplas?)\b.{0,30}\b(?:människa|person|någon|handläggare|kundtjänst|medarbetare)\b
    | \b(?:en|riktig)\s+människa\b
    | \b(?:snakke|prate|tale|chatte|settes?|overført)\b.{0,30}
      \b(?:menneske|person|noen|saksbehandler|kundeservice|kundebehandler|medarbeider)\b
    | \b(?:ekte|et|levende)\s+menneske\b
    | ^\W*(?:agent|human|person|operator|representative|människa|menneske|kundtjänst|kundeservice|asiakaspalvelu\w*
        |customer\s+service)\W*$
    """,
    re.IGNORECASE | re.VERBOSE,
)
# "How do I know that I talk to a real person", "I do not want to talk to anyone".
_NOT_A_WISH = re.compile(r"\b(?:don'?t|do not|en halua|vill inte|vil ikke)\b", re.IGNORECASE)
_YES = re.compile(
    r"(?:yes|yep|yeah|ok|okay|sure|confirm|do it|go ahead|please do|joo|kyllä|juu|vahvista|sopii|selvä|ja|japp|jo|jovisst"
    r"|bekräfta|gärna|jepp|bekreft|greit|gjerne)(?:[\s,]+(?:please|kiitos|tack|takk|that'?s (?:fine|ok)))?",
    re.IGNORECASE,
)
_NO = re.compile(
    r"(?:no|nope|cancel|cancel it|never ?mind|stop|don'?t|ei|en|peru|peruuta|älä|nej|avbryt|inte|nei|ikke|avbryt det)"
    r"(?:[\s,]+(?:thanks|thank you|kiitos|tack|takk))?",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"(?:ok(?:ay)?[\s,]+)?(?:many\s+)?(?:thanks|thank you|thx|kiitos|kiitti|kiitoksia|tack|takk|tusen takk|tack så mycket"
    r"|mange takk)(?:[\s,]+(?:a lot|so much|very much|paljon|avusta|for (?:the )?help|för hjälpen|for hjelpen))?",
    re.IGNORECASE,
)

ShortAnswer = Literal["yes", "no", "thanks"]


def wants_person(text: str) -> bool:
    """Whether the customer plainly asks for a human being."""
    return _PERSON.search(text) is not None and _NOT_A_WISH.search(text) is None


def short_answer(text: str) -> ShortAnswer | None:
    """Whether the whole message is a yes, a no or a thank-you."""
    bare = text.strip(" \t\r\n.!,:)(")
    kinds: tuple[tuple[ShortAnswer, re.Pattern[str]], ...] = (("yes", _YES), ("no", _NO), ("thanks", _THANKS))
    return next((kind for kind, pattern in kinds if pattern.fullmatch(bare)), None)
