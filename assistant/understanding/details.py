"""Details of a wish, read from the customer's words: instalments, accounts, e-mail addresses, reasons."""

from __future__ import annotations

import re

from assistant.understanding.numbers import COUNT, count_of

_PART = (
    r"(?:instal+ments?|parts?|payments|pieces|portions|chunks|goes"
    r"|erää|erässä|erään|erällä|eränä|erän|eriin|osaa|osassa|osaan|osalla|osana|(?:maksu|kuukausi|tasa)er\w+|maksussa"
    r"|maksulla|maksuun"
    r"|gånger|delar|(?:av|del|in)?betalningar|rater|omgångar"
    r"|avdrag|deler|ganger|omganger|(?:del|inn|ned)?betalinger|terminer|afdrag|dele|gange)"
)
_KIND = (
    r"(?:(?:equal|monthly|smaller|separate|yhtä\s+suure\w+|tasa\w*|lika\s+stora|like\s+store|månatliga|månedlige)\s+)*"
)
_SPLIT = (
    r"(?:split|divide|spread|jaka\w*|jaetaan|jaa|jakaisi\w*|pilko\w*|dela(?:s)?(?:\s+upp)?|dele(?:s)?(?:\s+opp)?"
    r"|del\s+(?:opp|upp))"
)
_MONTHS = r"(?:months?|kuukauden|kuukaudessa|kuukaudelle|kk|kuulle|månader|måneder|mdr?)"
_INSTALMENTS = re.compile(
    rf"""
    \b(?P<parts>{COUNT})\s+{_KIND}{_PART}\b
    # "3 or 4 parts" is no one number
    | \b(?P<either>{COUNT})\s*(?:or|tai|eller|-)\s*(?={COUNT}\s+{_KIND}{_PART}\b)
    | \b(?:over|across|for|över|under|på)\s+(?:(?:the|de)\s+)?(?:(?:next|nästa|neste)\s+)?
      (?P<months>{COUNT})\s+{_MONTHS}\b
    | \b(?P<span>{COUNT})\s+kuukau(?:den\s+(?:ajalle|ajan|aikana|erissä)|dessa|delle)\b
    | \b(?P<long>{COUNT})[-\s]months?\s+(?:payment\s+)?plan\b
    # "jaa kolmeen", "split it in 3": nothing is counted in the end
    | \b{_SPLIT}\s+(?:\w+\s+){{0,4}}?(?:in|into|by|i|på)\s+(?P<split>{COUNT})(?=\W*$|[.,!?]|\s+(?:please|tack|takk)\b)
    | \b{_SPLIT}\s+(?:\w+\s+){{0,4}}?(?P<jaa>kahteen|kolmeen|neljään|viiteen|kuuteen)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_IN_PARTS = re.compile(
    r"\b(?:in\s+(?:\w+\s+)?(?:parts|instal+ments)|osissa|erissä|osamaksulla|i\s+(?:\w+\s+)?(?:delar|omgångar|rater)|på\s+avbetalning"
    r"|i\s+(?:\w+\s+)?(?:deler|avdrag|omganger)|på\s+(?:avdrag|avbetaling|delbetaling))\b",
    re.IGNORECASE,
)
_HALVES = re.compile(
    r"\b(?:half|puolet|hälften|halva|halvparten)\b.{1,30}\b(?:half|rest|loput|puolet|toinen puoli|resten|hälften|andra"
    r"|halvparten)\b",
    re.IGNORECASE,
)

# Capital letters tell "FI 21" from "or 21"; what hangs together needs none.
_IBAN_START = re.compile(r"\b(?:[A-Z]{2}\s?|[A-Za-z]{2})\d{2}(?=[\s-]?[A-Za-z0-9])")
_GROUP = re.compile(r"[\s\u00a0-]?([A-Za-z0-9]+)\b")
_DOMESTIC = re.compile(r"(?<![\d.])\d{4}([. ])\d{2}\1\d{5}\b")
_IBAN_LENGTHS = {"FI": 18, "SE": 24, "NO": 15, "DK": 18}
_SHORTEST, _LONGEST = 10, 34
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_HOLDER = re.compile(
    r"\b(?:(?:account\s+)?holder|in\s+the\s+name\s+of|(?:tilin)?omistaja|haltija|(?:konto)?innehavare|kontohaver|kontoeier)"
    r"(?:\s+(?:is|on|är|er))?\s*:?\s+(?P<name>[A-ZÅÄÖÆØ][\w-]+(?:\s+[A-ZÅÄÖÆØ][\w-]+){1,3})"
)
# What a wish to dispute says besides the reason: who, what, please, and that it is wrong.
_BARE_DISPUTE = re.compile(
    r"""\b(?:
    i|i['’]m|it|its|it['’]s|is|am|are|want|wants|would|like|need|wish|to|the|a|an|this|that|my|of|for|about|please|hi|hello|have
    |can|could|how|do|you|and|dispute|disputing|disputed|contest|object|objection|make|file|raise|complaint|complain
    |reclamation|invoice|invoices|bill|bills|claim|number|no|nr|wrong|incorrect|one|help|me|with
    |minä|haluan|haluaisin|haluun|tahdon|voinko|voisinko|tehdä|tämä|tämän|tästä|se|sen|siitä|on|ja|moi|hei|kiitos|lasku\w*
    |riitau\w*|kiist\w*|reklam\w*|valit\w*|vaatim\w*|väärin|väärä|numero|miten|mun|minun|ole
    |jag|vill|skulle|vilja|kan|att|den|denna|det|detta|här|min|mitt|är|hej|tack|bestrid\w*|reklamera\w*|reklamation\w*
    |invänd\w*|faktur\w*|räkning\w*|krav\w*|fel|nummer|mot|på|och|få|göra|en|ett|mig|hur
    |jeg|vil|ønsker|kan|å|denne|dette|mitt|er|hei|takk|innsigelse\w*|klage|regning\w*|feil|og|komme|med|mot|nummer|hvordan
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_TELLING_WORDS = 2


def read_instalments(text: str) -> int | None:
    """In how many parts somebody wants to pay, when exactly one number is said.

    Args:
        text: the customer's words.
    """
    counts = {count_of(next(filter(None, match.groups()))) for match in _INSTALMENTS.finditer(text)}
    if not counts and _HALVES.search(text):
        return 2
    return counts.pop() if len(counts) == 1 else None


def pays_in_parts(text: str) -> bool:
    """Whether somebody speaks of paying in parts, with or without a number.

    Args:
        text: the customer's words.
    """
    return _IN_PARTS.search(text) is not None or read_instalments(text) is not None


def read_iban(text: str) -> str | None:
    """What is meant as an account number, right or wrong, without spaces; None when there is none.

    Args:
        text: the customer's words.
    """
    span = _account_span(text)
    return re.sub(r"[\s\u00a0-]", "", text[slice(*span)]).upper() if span else None


def read_email(text: str) -> str | None:
    """The only e-mail address in a text."""
    found = {match[0].rstrip(".").lower() for match in _EMAIL.finditer(text)}
    return found.pop() if len(found) == 1 else None


def read_holder(text: str) -> str | None:
    """Whose account it is, where that is said in so many words."""
    match = _HOLDER.search(text)
    return match["name"] if match else None


def gives_reason(text: str) -> bool:
    """Whether a dispute says more than that something is wrong.

    Args:
        text: the customer's words without those that name the invoice.
    """
    return len(re.findall(r"\w{2,}", _BARE_DISPUTE.sub(" ", text))) >= _TELLING_WORDS


def without_identifiers(text: str) -> str:
    """A text without account numbers and e-mail addresses, whose parts may look like an invoice's number or biller."""
    span = _account_span(text)
    if span:
        text = f"{text[: span[0]]} {text[span[1] :]}"
    return _EMAIL.sub(" ", text)


def _account_span(text: str) -> tuple[int, int] | None:
    for start in _IBAN_START.finditer(text):
        end = _end_of_account(text, start)
        compact = re.sub(r"[^A-Za-z0-9]", "", text[start.start() : end])
        if _SHORTEST <= len(compact) <= _LONGEST:
            return start.start(), end
    domestic = _DOMESTIC.search(text)
    return domestic.span() if domestic else None


def _end_of_account(text: str, start: re.Match[str]) -> int:
    """Groups belong to it while they hold figures (or are a bank's four letters) and its country's length is open."""
    whole = _IBAN_LENGTHS.get(start[0][:2].upper(), _LONGEST)
    end, length = start.end(), 4
    while length < whole and (group := _GROUP.match(text, end)):
        letters = group[1]
        bank = length == 4 and re.fullmatch(r"[A-Z]{4}", letters)
        if not bank and not re.search(r"\d", letters):
            break
        end, length = group.end(), length + len(letters)
    return end
