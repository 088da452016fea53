"""Wishes that code recognises for certain, before any model is asked: a person, yes, no, thanks.

A wish for a person is put together from the roles of words (who, a way to talk, a wish), clause by clause, so that
"I don't want to talk to a robot, give me a human" is one and "my agent paid" is none. What this misses, the model
decides.
"""

from __future__ import annotations

import re
from typing import Literal

# Who: a human being, and those who work in customer service; "my manager" is one of the customer's own.
_OWN = "".join(rf"(?<!\b{word}\s)" for word in ("my", "our", "minun", "min", "mitt", "vår"))
_HUMAN = _OWN + (
    r"(?:humans?|persons?|agents?|representatives?|operators?|advis[eo]rs?|managers?|supervisors?"
    r"|ihmi(?:nen|sen|stä|selle|seen|siä)|asiakaspalvelija\w*|virkailija\w*|neuvoja\w*|käsittelijä\w*|esimie\w*"
    r"|människa|person|handläggare|medarbetare|rådgivare|chef"
    r"|menneske|saksbehandler|kundebehandler|medarbeider|rådgiver|sjef)"
)
_DESK = r"(?:customer\s+(?:service|support|care)|support|asiakaspalvelu\w*|kundtjänst|kundservice|kundeservice)"
_SOMEBODY = r"(?:someone|somebody|anyone|anybody|joku|jonkun|jollekin|någon|noen)"
_WHO = rf"(?:{_HUMAN}|{_DESK}|{_SOMEBODY})"
# A way to talk. Finnish, Swedish and Norwegian forms are those of wishes; what was done has others ("puhuin").
_TALK = (
    r"(?:speak|talk|chat|deal|(?:connect|transfer|forward|put|get|pass)\s+me|be\s+(?:connected|transferred)|contact\s+with"
    r"|in\s+touch|puhua|jutella|keskustella|yhdist\w+|ohja(?:a|tkaa)|siirrä\w*\s+minut|yhtey(?:den|ttä)"
    r"|prata|tala|chatta|koppla[ds]?|kontakt|snakke?|prate|tale|chatte|koble|sett\s+(?:meg|over)|settes?\s+over)"
)
_WISH = (
    r"(?:want|wants|need|prefer|give\s+me|get\s+me|bring|haluan|haluaisin|tarvitsen|antakaa|anna(?:\s+minulle)?|pyydä"
    r"|saanko|saisinko|vill\s+ha|behöver|ge\s+mig|hämta|vil\s+ha|ønsker|trenger"
    r"|gi\s+meg|hent)"
)
_HELP = (
    r"(?:look|help|handle|check|answer|decide|take|katso\w*|autta\w*|hoita\w*|titta|hjälpa|svara|kolla|se|hjelpe|svare"
    r"|sjekke)"
)
_PERSON = re.compile(
    rf"""
    \b{_TALK}\b.{{0,30}}\b{_WHO}\b
    | \b{_WHO}\b.{{0,20}}\b{_TALK}\b
    | \b{_WISH}\W+(?:\w+\W+){{0,2}}{_HUMAN}\b
    | \b(?:can|could|may|voiko|voisiko|kan|kunne|skulle)\W+(?:\w+\W+){{0,2}}{_HUMAN}\W+(?:\w+\W+){{0,1}}{_HELP}\b
    | \b(?:is\s+there|finns\s+det|er\s+det|onko\s+(?:siellä|täällä|paikalla))\W+(?:\w+\W+){{0,3}}{_HUMAN}\b
    | \b(?:real|live|actual)\s+(?:human|person|agent|representative)\b
    # being called
    | \b(?:can|could|please|would|want|need|ask|have)\b.{{0,25}}\b(?:call|phone|ring)\s+me\b | \bcall\s+me\s+back\b
    | \b(?:soita|soitta\w*)\s+(?:minulle|mulle)\b | \bbli\s+(?:uppringd|oppringt)\b | \bringa?\s+(?:upp\s+)?mig\b
    | \bringe?\s+meg\b
    # nothing else
    | ^\W*(?:an?\s+|en\s+|et\s+)?(?:{_HUMAN}|{_DESK})(?:\W+(?:please|kiitos|tack|takk|now|nyt|nu|nå))?\W*$
    """,
    re.IGNORECASE | re.VERBOSE,
)
# "How do I know that I am talking to a real person", "I do not want to talk to anyone".
_NO_WISH = re.compile(
    r"\b(?:(?:do\s+not|don['’]?t|no)\s+(?:want|need|call|wish)|en\s+(?:halua|tarvitse)|älä\w*\s+soit\w+"
    r"|(?:vill|önskar|behöver)\s+(?:\w+\s+)?inte|(?:vil|ønsker|trenger)\s+(?:\w+\s+)?ikke|ring\s+(?:inte|ikke)"
    r"|are\s+you|am\s+i|i\s+am\s+(?:talking|speaking|chatting)|oletko|puhunko|är\s+du|(?:pratar|talar)\s+jag|er\s+du"
    r"|snakker\s+jeg)\b",
    re.IGNORECASE,
)
_HOW = re.compile(
    r"\b(?:how|where|why|what|miten|kuinka|mistä|missä|miksi|mikä|hur|var|varför|vad|hvordan|hvor|hvorfor|hva)\b", re.I
)
_WHO_ARE_YOU = re.compile(
    r"\b(?:are\s+you|am\s+i|oletko|ootko|puhunko|är\s+du|(?:pratar|talar|chattar)\s+jag|er\s+du|snakker\s+jeg|prater\s+jeg)\b.{0,40}"
    rf"\b(?:{_HUMAN}|bots?|botti\w*|robot\w*|ai|ki|machines?|kone\w*|tekoäly\w*|maskin|real|oikea|riktig|äkta|ekte)\b",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"[.!?;,\n]+|\s+(?:but|mutta|vaan|men|utan)\s+", re.IGNORECASE)

_YES = re.compile(
    r"(?:yes|yep|yeah|ok|okay|sure|confirm|do it|go ahead|please do|joo|kyllä|juu|vahvista|sopii|selvä|ja|japp|jo"
    r"|jovisst|bekräfta|gärna|jepp|bekreft|greit|gjerne)(?:[\s,]+(?:please|kiitos|tack|takk|that'?s (?:fine|ok)))?",
    re.IGNORECASE,
)
_NO = re.compile(
    r"(?:(?:no|nej|nei|ei)[\s,]+)?"
    r"(?:no|nope|cancel|cancel it|never ?mind|forget it|stop|don'?t"
    r"|ei|en|ei sittenkään|en sittenkään|unohda(?: se)?|peru|peruuta|älä"
    r"|nej|inte ändå|glöm det|avbryt|inte|nei|likevel ikke|glem det|ikke|avbryt det)"
    r"(?:[\s,]+(?:thanks|thank you|kiitos|tack|takk))?",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"(?:ok(?:ay)?[\s,]+)?(?:many\s+)?(?:thanks|thank you|thx|kiitos|kiitti|kiitoksia|tack|takk|tusen takk"
    r"|tack så mycket|mange takk)"
    r"(?:[\s,]+(?:a lot|so much|very much|paljon|avusta|for (?:the )?help|för hjälpen|for hjelpen))?",
    re.IGNORECASE,
)

# What a clause asks for when it begins with this, alone or after words of wishing.
_WISHING = (
    r"(?:(?:can|could|may|shall)\s+(?:i|you|we)|(?:i|we)(?:\s+would|['’]d)?\s+(?:want|like|prefer|need)(?:\s+to)?|let\s+me|please"
    r"|(?:minä\s+)?(?:haluan|haluaisin|haluun|voinko|voisinko|voiko|saanko|saisinko|pitäisi)"
    r"|(?:jag\s+)?(?:vill|skulle\s+vilja|behöver)(?:\s+jag)?|(?:kan|får|kunde)\s+(?:jag|ni|du)(?:\s+få)?"
    r"|(?:jeg\s+)?(?:vil|ønsker|trenger)(?:\s+(?:jeg|å|gjerne))?|(?:kan|får|kunne)\s+(?:jeg|dere|du)(?:\s+få)?)"
)
_DOING = {
    "postpone": r"move|postpone|extend|delay|more\s+time|siir(?:rä|tää|täkää)\w*|lisäaikaa|lykkää|lykätä|flytta|skjuta"
    r"|utsette?|flytte?|forlenge",
    "plan": r"split|divide|instal+ments?|jaka\w+|jaa|maksusuunnitelma\w*|osissa|erissä|dela|avbetal\w*|dele?|avdrag"
    r"|delbetal\w*",
    "pay": r"pay|settle|maksa(?:a|n|isin)|betala|betale",
    "look": r"show|list|see|view|send|näytä|nähdä|listaa|lähetä|visa|se|skicka|vise?|sende?",
    "refund": r"(?:get\s+)?(?:my\s+)?(?:money\s+back|refund)|palauttakaa|återbetala\w*|refunder\w*|tilbakebetal\w*",
    "authorize": r"authori[sz]e|revoke|valtuut\w+|(?:ge|gi)\s+\w+\s+(?:\w+\s+)?fullmakt",
    "dispute": r"dispute|riitau\w+|kiistä\w*|bestrid\w*",
}
_BEGINNINGS = {
    wish: re.compile(rf"\W*(?:{_WISHING}\W+(?:\w+\W+){{0,2}}?)?(?:{verbs})\b", re.IGNORECASE)
    for wish, verbs in _DOING.items()
}
_NOW = re.compile(r"\b(?:now|right\s+away|today|nyt|heti|tänään|nu|idag|nå)\b", re.IGNORECASE)
# "I can pay on Friday" is said of a later due date too; "pay it now" is not.
_OWN_WISHES = {
    "postpone_due_date": {"postpone", "pay"},
    "start_payment": {"pay"},
    "create_payment_plan": {"plan", "pay", "postpone"},
    "change_payment_plan": {"plan", "pay", "postpone"},
    "cancel_payment_plan": {"plan"},
    "set_refund_account": {"refund", "pay", "look"},
    "authorize_person": {"authorize", "look", "pay"},
    "revoke_authorization": {"authorize"},
    "dispute_invoice": {"dispute"},
}

_FILLER = re.compile(
    r"\W*(?:what|wait|hm+|oh|ah|eh|uh|well|sorry|actually|hetki(?:nen)?|odota|mitä|siis|anteeksi|vad|vänta|oj|förlåt|hva"
    r"|vent|å|beklager)?\W*",
    re.IGNORECASE,
)

_BEFORE = re.compile(
    r"^(?:actually|well|oh|ah|hm+|sorry|eiku|siis|no niin|alltså|egentligen|oj|egentlig|altså|faktisk)\W+",
    re.IGNORECASE,
)

_ASKED = re.compile(
    r"\?|^\W*(?:(?:hi|hello|hey|ok|okay|hei|heippa|moi|terve|okei|hej|hallo|and|but|so|ja|mutta|men|och|og)\W+){0,2}"
    r"(?:who|what|when|where|which|why|how|can|could|may|must|do|does|is|are|should|will"
    r"|kuka|kene\w+|kuuluuko|mikä|mitä|milloin|missä|mistä|mihin|miksi|miten|kuinka|paljonko|\w{2,}(?:n|t|a|ä|u|y|e|i|o)k[oö]s?"
    r"|vem|vad|när|var|vart|vilken|varför|hur|kan|får|måste|ska"
    r"|hvem|hva|når|hvor|hvorfor|hvordan|må|skal)\b",
    re.IGNORECASE,
)

ShortAnswer = Literal["yes", "no", "thanks"]


def wants_person(text: str) -> bool:
    """Whether the customer plainly asks for a human being."""
    clauses = (clause for clause in _CLAUSES.split(text) if not _NO_WISH.search(clause))
    return any(_PERSON.search(clause) for clause in clauses)


def asks_who(text: str) -> bool:
    """Whether a whole message asks if it talks with a human being or a machine; a word of greeting may stand before."""
    clauses = [clause for clause in _CLAUSES.split(text) if len(clause.split()) > 1]
    return bool(clauses) and all(_WHO_ARE_YOU.search(clause) for clause in clauses)


def asks_how(text: str) -> bool:
    """Whether a message asks how or where something is done, and does not want it done for it."""
    return _HOW.search(text) is not None


def asks(text: str) -> bool:
    """Whether a message has the form of a question, in any of our languages, with or without its mark."""
    return bool(_ASKED.search(text))


def starts_another_wish(text: str, tool: str) -> bool:
    """Whether a clause begins with a wish that is not what a tool is for.

    Args:
        text: the customer's words.
        tool: the tool that has asked something.
    """
    own = _OWN_WISHES.get(tool, {"look"})
    for clause in _CLAUSES.split(text):
        begun = {wish for wish, beginning in _BEGINNINGS.items() if beginning.match(clause)}
        if begun - own or (tool == "postpone_due_date" and begun == {"pay"} and _NOW.search(clause)):
            return True
    return False


def short_answer(text: str) -> ShortAnswer | None:
    """Whether the whole message is a yes, a no or a thank-you; "what? no, cancel" is a no too."""
    if whole := _short_kind(text):
        return whole
    kinds = {_short_kind(clause) for clause in _CLAUSES.split(text) if not _FILLER.fullmatch(clause)}
    return kinds.pop() if len(kinds) == 1 else None


def _short_kind(text: str) -> ShortAnswer | None:
    bare = _BEFORE.sub("", text.strip(" \t\r\n.!,:)("))
    kinds: tuple[tuple[ShortAnswer, re.Pattern[str]], ...] = (("yes", _YES), ("no", _NO), ("thanks", _THANKS))
    return next((kind for kind, pattern in kinds if pattern.fullmatch(bare)), None)
